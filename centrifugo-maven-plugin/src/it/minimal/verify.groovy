def log = new File(basedir, 'build.log').readLines('UTF-8')
def printed = log.findAll { it.startsWith('[INFO] ') }.collect { it.substring(7) }
def from = printed.indexOf('Found 3 RPC methods')
def mark = printed[from + 4].startsWith('OK ') ? 'OK' : '✓'
assert printed[from..from + 7] == [
    'Found 3 RPC methods',
    '  - tasks.clear: void -> void',
    '  - tasks.create: CreateTaskParams -> Task',
    '  - tasks.get_stats: TaskStatsParams -> TaskStatsResult',
    "$mark Generated Python client",
    "$mark Generated TypeScript client",
    "$mark Generated Go client",
    'Successfully generated 3 client(s)',
].collect { it.toString() }

def sdks = new File(basedir, 'opensdk')
assert new File(sdks, '__init__.py').text == ''
assert new File(sdks, 'README.md').text.contains('DO NOT EDIT')
['__init__.py', 'models.py', 'rpc_client.py', 'client.py', 'requirements.txt', 'README.md', 'pyproject.toml', 'py.typed'].each {
    assert new File(sdks, "python/$it").file
}
['index.ts', 'types.ts', 'rpc-client.ts', 'client.ts', 'package.json', 'tsconfig.json', 'README.md'].each {
    assert new File(sdks, "typescript/$it").file
}
['types.go', 'rpc_client.go', 'client.go', 'go.mod', 'go.sum', 'README.md'].each {
    assert new File(sdks, "go/$it").file
}
assert new File(sdks, 'python/pyproject.toml').text.contains('0.1.0.dev0')
assert new File(sdks, 'python/pyproject.toml').text.contains('tasks_sdk')
assert new File(sdks, 'typescript/package.json').text.contains('"tasks-sdk"')
assert new File(sdks, 'go/go.mod').text.contains('module tasks-sdk/client')

def jar = new java.util.jar.JarFile(new File(basedir, 'target/tasks-0.1.0-SNAPSHOT.jar'))
def contract = jar.getInputStream(jar.getEntry('META-INF/centrifugo-rpc/contract.json')).text
assert contract.contains('"tasks.get_stats"')
assert contract.contains('"handler": "it.TaskHandlers"')
assert printed.every { !it.contains('CRPC-') }
