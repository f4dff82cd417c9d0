# the user's own
