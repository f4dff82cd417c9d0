def jar = new java.util.jar.JarFile(new File(basedir, 'target/tasks-0.1.0-SNAPSHOT.jar'))
def contract = new groovy.json.JsonSlurper().parse(jar.getInputStream(jar.getEntry('META-INF/centrifugo-rpc/contract.json')))
assert contract.methods.collect { it.name } == ['tasks.clear', 'tasks.create', 'tasks.get_stats']
assert contract.types.find { it.name == 'TaskStatsParams' }.members[1].default == false
assert new File(basedir, 'opensdk/go/client.go').text.contains('TasksGetStats')

def printed = new File(basedir, 'build.log').readLines('UTF-8').findAll { it.startsWith('[INFO] ') }.collect { it.substring(7) }
def note = printed.findIndexOf { it.startsWith('[CRPC-403]') }
assert printed[note - 1] == 'Successfully generated 3 client(s)'
assert printed[note + 1] == '    it.TaskHandlers$CreateTaskParams'
