"""The command line: every job of the window without a window."""

from cnnstudio.cli.program import main

__all__ = ["main"]
