def log = new File(basedir, 'build.log').getText('UTF-8')
def second = log.substring(log.lastIndexOf('Found 3 RPC methods'))
assert log.indexOf('Generated Python client') in 0..<log.lastIndexOf('Found 3 RPC methods')
['Python', 'TypeScript', 'Go'].each { assert second.contains("$it client is up to date") }
assert second.contains('All 3 client(s) are up to date')
assert !second.contains('Generated')
