"""The project in the window: opening, saving, what is not saved yet, backups and notes."""
