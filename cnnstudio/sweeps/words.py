"""What a sweep is called by in a terminal."""

import shlex
import sys
from pathlib import Path


def worker_command(name: str, runs_directory: Path | None = None) -> str:
    """Return the command with which another terminal helps with a sweep, as that system's shell reads it.

    Parameters
    ----------
    runs_directory : where the sweep is kept, when the command would not look there by itself
    """
    words = ["cnnstudio", "worker", name, *(["--runs", str(runs_directory)] if runs_directory is not None else [])]
    if sys.platform == "win32":
        return " ".join(f'"{word}"' if " " in word else word for word in words)
    return shlex.join(words)
