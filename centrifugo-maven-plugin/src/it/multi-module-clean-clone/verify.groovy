def contract = new groovy.json.JsonSlurper().parse(new File(basedir, 'app/target/classes/META-INF/centrifugo-rpc/contract.json'))
def params = contract.types.find { it.name == 'TaskStatsParams' }
assert params.docs == ['Which tasks to count.']
assert params.members.collect { it.name } == ['user_id', 'include_completed', 'owner']
assert params.members[0].docs == ['whose tasks']
assert params.members[1].default == false
assert contract.types.find { it.name == 'Owner' }.docs == ['Who owns a task.']

def log = new File(basedir, 'build.log').getText('UTF-8')
assert log.count('Found 1 RPC methods') == 4
assert log.count('Generated Python client') == 1
assert log.count('Python client is up to date') == 3
assert !log.contains('The POM for it:clean-model')
