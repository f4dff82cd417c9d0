def log = new File(basedir, 'build.log').text
assert log.contains('[INFO] OK Generated Python client')
assert log.contains('[INFO] OK Generated Go client')
