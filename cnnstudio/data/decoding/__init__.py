"""One file to pixels: what it is, how it is decoded, and why it is refused."""
