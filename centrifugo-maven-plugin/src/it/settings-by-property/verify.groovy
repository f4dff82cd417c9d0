def log = new File(basedir, 'build.log').getText('UTF-8')
assert log.contains('  - tasks.clear: void -> void (src/main/java/it/TaskHandlers.java:29)')
assert log.contains('  clients/typescript/client.ts')
assert log.contains('  elsewhere/go/client.go')
assert new File(basedir, 'clients').list().sort() == ['.centrifugo-rpc.json', 'README.md', '__init__.py', 'typescript']
assert new File(basedir, 'clients/typescript/package.json').text.contains('"@acme/tasks"')
assert new File(basedir, 'elsewhere/go/go.mod').text.contains('module example.com/acme/tasks\n')
assert new File(basedir, 'elsewhere/go/.centrifugo-rpc.json').file
def contract = new File(basedir, 'target/classes/META-INF/centrifugo-rpc/contract.json').text
assert contract.contains('"layout": "namespaced"')
assert contract.contains('"naming": "as_is"')
assert contract.contains('"longs": "string"')
assert contract.contains('"name": "userId"')
