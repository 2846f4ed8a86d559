"""``cnnstudio gui``: open the window."""

import argparse

from cnnstudio.cli import arguments as types
from cnnstudio.cli.context import Context
from cnnstudio.errors import InputError
from cnnstudio.wording import translate


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the flags."""
    choice = parser.add_mutually_exclusive_group()
    choice.add_argument("folder", nargs="?", type=types.path, metavar="FOLDER",
                        help=translate("cli", "image folder or project file to open"))
    choice.add_argument("--sample", metavar="NAME", help=translate("cli", "sample to open: digits, photos or shortcut"))


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Open the window and return when it is closed."""
    if context.open_window is None:
        raise InputError(translate(
            "cli", "The window cannot be opened from here; 'cnnstudio demo' does the same job without it."))
    return context.open_window(arguments.folder, arguments.sample)
