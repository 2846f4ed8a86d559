"""The Look inside page."""
