"""What an image folder holds by names alone: the walk, the layouts, the lists of labels."""
