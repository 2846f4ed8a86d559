"""What leaves the program: PyTorch source, reports."""
