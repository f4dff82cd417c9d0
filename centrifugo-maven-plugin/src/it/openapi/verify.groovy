def document = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/openapi/openapi.json'))
assert document.info == [title: 'tasks', version: '0.1.0-SNAPSHOT']
assert document.paths.keySet().containsAll(['/rpc/tasks.create', '/rpc/tasks.get_stats', '/publish', '/health'])
def log = new File(basedir, 'build.log').getText('UTF-8')
assert log.contains('Generated OpenAPI document')
assert log.contains('OpenAPI document is up to date')
