assert new File(basedir, 'build.log').text.contains('[INFO] Skipped, because centrifugo.skip is set')
assert !new File(basedir, 'opensdk').exists()
assert !new File(basedir, 'target').exists()
