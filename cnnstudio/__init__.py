"""CNN Studio: build, train and look inside convolutional networks on your own image folders."""

__version__ = "0.1.0"
