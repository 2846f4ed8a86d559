"""Where the program's own files are, and where it may write."""

import os
from pathlib import Path

import platformdirs

SETTINGS = "settings.ini"
"""File in `user_data_dir` with what the user chose in the window."""


def resource(relative: str) -> Path:
    """Return the path of a file the program ships, such as ``"samples/digits.zip"``.

    In an installed wheel the files lie in ``cnnstudio/resources``; in a checkout beside the package.
    """
    return _shipped("resources", "resources") / relative


def document(relative: str) -> Path:
    """Return the path of a page or picture of the documentation, such as ``"tutorials/first-network.md"``.

    In an installed wheel they lie in ``cnnstudio/resources/docs``; in a checkout in ``docs``.
    """
    return _shipped("resources/docs", "docs") / relative


def _shipped(installed: str, in_checkout: str) -> Path:
    """Return a folder inside the package where it is there, else the one beside it."""
    package = Path(__file__).resolve().parent
    inside = package / installed
    return inside if inside.is_dir() else package.parent / in_checkout


def user_data_dir() -> Path:
    """Return the folder for what the user keeps (runs, unpacked samples); ``CNNSTUDIO_HOME`` overrides it."""
    home = os.environ.get("CNNSTUDIO_HOME")
    return Path(home) if home else Path(platformdirs.user_data_dir("cnnstudio", appauthor=False))


def runs_dir() -> Path:
    """Return the folder that holds the runs unless the user names another."""
    return user_data_dir() / "runs"


def networks_dir() -> Path:
    """Return the folder that holds the networks the user saved to start from."""
    return user_data_dir() / "networks"


def decisions_dir() -> Path:
    """Return the folder that holds what the user decided about the images of each folder."""
    return user_data_dir() / "decisions"


def journal_dir() -> Path:
    """Return the folder that holds what is not saved yet of the projects in open windows."""
    return user_data_dir() / "journal"


def backups_dir() -> Path:
    """Return the folder that holds project files as they were before each save."""
    return user_data_dir() / "backups"


def cache_dir() -> Path:
    """Return the folder for what can be made again (the pixel cache)."""
    home = os.environ.get("CNNSTUDIO_HOME")
    return Path(home) / "cache" if home else Path(platformdirs.user_cache_dir("cnnstudio", appauthor=False))


def log_file() -> Path:
    """Return the file every unexpected error is written to."""
    return user_data_dir() / "cnnstudio.log"
