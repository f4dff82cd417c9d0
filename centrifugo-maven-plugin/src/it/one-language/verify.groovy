def log = new File(basedir, 'build.log').getText('UTF-8')
assert log.contains('Generated Python client')
assert log.contains('Successfully generated 1 client(s)')
assert !log.contains('TypeScript')
assert new File(basedir, 'opensdk').list().sort() == ['.centrifugo-rpc.json', 'README.md', '__init__.py', 'python']
def project = new File(basedir, 'opensdk/python/pyproject.toml').text
assert project.contains('acme_tasks') || project.contains('acme-tasks')
assert project.contains('2.0.0rc1')
