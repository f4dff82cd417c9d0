def log = new File(basedir, 'build.log').text
assert log.contains('2 problems kept the clients from being generated:')
assert log.contains('[CRPC-323] <sources> names src/nowhere, which does not exist.')
assert log.contains('[CRPC-306] <layout> is "flat".')
assert log.contains('[CRPC-324] the dependencies of tasks cannot be resolved: ')
assert log.contains('it:nowhere:jar:1')
assert !new File(basedir, 'opensdk').exists()
