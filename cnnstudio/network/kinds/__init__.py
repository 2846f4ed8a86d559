"""The layer kinds, one family a file."""
