def python = new File(basedir, 'opensdk/python')
assert !new File(python, 'old').exists()
assert new File(python, 'kept.py').text == "# the user's\n"
assert new File(python, 'client.py').file
assert new File(basedir, 'build.log').getText('UTF-8').contains('removed opensdk' + File.separator + 'python')
assert !new File(basedir, 'opensdk/.centrifugo-rpc.json').text.contains('old/models.py')
