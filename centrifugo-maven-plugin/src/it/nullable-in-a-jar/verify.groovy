def contract = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/classes/META-INF/centrifugo-rpc/contract.json'))

// The same on every JDK, although javac 17 drops what stands on types in class files.
def members = contract.types.find { it.name == 'Note' }.members
assert members.collect { [it.name, it.type, it.required] } == [
    ['title', [scalar: 'string'], true],
    ['text', [nullable: [scalar: 'string']], null],
    ['tags', [list: [nullable: [scalar: 'string']]], null],
    ['counts', [map: [key: [scalar: 'string'], value: [list: [nullable: [scalar: 'int']]]]], null],
    ['lines', [nullable: [list: [scalar: 'string']]], null],
]
