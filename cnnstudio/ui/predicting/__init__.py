"""Predicting a folder in the window, and writing the report of a run."""
