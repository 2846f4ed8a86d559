"""Decoded images: kept in files, read ahead, and summed up in figures."""
