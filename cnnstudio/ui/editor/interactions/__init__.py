"""The canvas gestures, one a file."""
