"""An image folder as a value: its files checked, compared with an earlier look, and grouped by likeness."""
