"""The dialog that predicts a folder, and the report from the window."""
