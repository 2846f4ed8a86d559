"""A training written down as a program of its own: a script or a notebook that repeats it without this program."""
