"""The runtime as a package of its own, for its tests; every SDK renders its own `__init__`."""
