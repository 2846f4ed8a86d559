"""What the user decided about images, in memory, as a document and as a table."""
