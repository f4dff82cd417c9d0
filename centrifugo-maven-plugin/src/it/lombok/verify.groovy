def contract = new groovy.json.JsonSlurper().parse(new File(basedir, 'app/target/classes/META-INF/centrifugo-rpc/contract.json'))
def customer = contract.types.find { it.name == 'Customer' }
assert customer.members.collect { it.name } == ['name', 'age', 'active', 'addresses']
def address = contract.types.find { it.name == 'Address' }
assert address.members.collect { it.name } == ['street', 'city']
assert address.members[0].required
assert address.members[0].docs == ['With the number.']
assert new File(basedir, 'build.log').getText('UTF-8').contains('Python client is up to date')
