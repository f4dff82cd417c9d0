assert basedir.path.contains(' ')
assert new File(basedir, 'open sdk/python/client.py').file
assert new File(basedir, 'target/classes/META-INF/centrifugo-rpc/contract.json').file
