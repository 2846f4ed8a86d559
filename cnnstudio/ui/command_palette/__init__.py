"""Everything the program can do, found by a few letters of its name."""
