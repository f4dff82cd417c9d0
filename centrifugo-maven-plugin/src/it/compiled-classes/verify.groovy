def jar = new java.util.jar.JarFile(new File(basedir, 'target/tasks-0.1.0-SNAPSHOT.jar'))
def contract = new groovy.json.JsonSlurper().parse(jar.getInputStream(jar.getEntry('META-INF/centrifugo-rpc/contract.json')))
assert contract.methods.collect { it.name } == ['tasks.clear', 'tasks.create', 'tasks.get_stats']
assert contract.types.find { it.name == 'TaskStatsParams' }.members[1].default == false
assert new File(basedir, 'opensdk/go/client.go').text.contains('TasksGetStats')
