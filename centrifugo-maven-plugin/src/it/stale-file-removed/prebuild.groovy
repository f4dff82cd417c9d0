// As an earlier version of the plugin may have left it: two files of ours, one of the user beside them.
def python = new File(basedir, 'opensdk/python')
new File(python, 'old').mkdirs()
new File(python, 'old/models.py').text = '# ours\n'
new File(python, 'kept.py').text = "# the user's\n"
def digest = 'sha256:' + java.security.MessageDigest.getInstance('SHA-256').digest('# ours\n'.bytes).encodeHex()
new File(basedir, 'opensdk/.centrifugo-rpc.json').text =
    """{"format": 1, "files": {"python": {"python/old/models.py": "$digest"}}}"""

// The invoker takes any other value for a failure.
return true
