"""What is wrong with an image folder, or may become so."""
