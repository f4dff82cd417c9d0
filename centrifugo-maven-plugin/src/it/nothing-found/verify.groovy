def log = new File(basedir, 'build.log').text
assert log.contains('[WARNING] Found 0 RPC methods')
assert log.contains('no method of this module carries @WebsocketRpc')
assert log.contains('BUILD SUCCESS')
assert log.contains('Found 0 RPC methods, and <failIfEmpty> asks for at least one.')
assert new File(basedir, 'opensdk').list() as List == ['python']
assert new File(basedir, 'opensdk/python').list() as List == ['client.py']
assert !new File(basedir, 'target').exists()
