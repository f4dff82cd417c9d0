def log = new File(basedir, 'build.log').text
assert log.contains('[CRPC-310] opensdk/python/client.py is in the way: it exists and was not written by this plugin.')
assert log.contains('Fix: move or delete it, or choose another <outputDirectory>.')
assert new File(basedir, 'opensdk/python/client.py').text == "# the user's own\n"
assert new File(basedir, 'opensdk').list() as List == ['python']
