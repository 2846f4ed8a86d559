"""What a network answers when its image is changed: parts erased, parts pasted from another image."""
