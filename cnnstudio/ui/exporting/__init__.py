"""The dialog that writes a run for use without this program, and says whether what was written is equal to it."""
