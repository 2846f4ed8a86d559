"""The flags that say how an image folder is to be read, which scan, train and evaluate share."""

import argparse
import contextlib
from collections.abc import Iterator
from pathlib import Path

from cnnstudio.cli import arguments as types
from cnnstudio.cli.context import Context
from cnnstudio.data.listing.layouts import LayoutChoice, LayoutUnclearError
from cnnstudio.data.listing.scan_options import LAYOUTS, ScanOptions
from cnnstudio.errors import InputError
from cnnstudio.wording import translate
from cnnstudio.workspace.scan_job import CheckJob, FolderChecked

_FLAG_WORDS = {"auto": "auto", "class folders": "classes", "splits": "splits", "csv": "csv", "name pattern": "pattern"}
"""What each layout is called on the command line, in one word."""


def add_scan_arguments(parser: argparse.ArgumentParser, *, with_fresh: bool = True) -> None:
    """Declare the flags; ``--fresh`` only where a folder is looked through for its own sake."""
    group = parser.add_argument_group(translate("cli", "reading the folder"))
    group.add_argument("--layout", choices=tuple(_FLAG_WORDS.values()), default="auto", help=translate(
        "cli", "classes: a folder for each; splits: train, val and test around them; csv: a list of labels; pattern: "
        "the class is in the file names (auto: what the folder looks like)"))
    group.add_argument("--csv", type=types.path, metavar="FILE",
                       help=translate("cli", "list with the columns path and label, perhaps split"))
    group.add_argument("--name-pattern", default="", metavar="P", help=translate(
        "cli", "where the class stands in a name: {class}_# for cat_001.jpg; # is any digits, * any text"))
    group.add_argument("--follow-links", action="store_true", help=translate(
        "cli", "enter links to folders, each folder once"))
    if with_fresh:
        group.add_argument("--fresh", action="store_true", help=translate(
            "cli", "decode every file again, whatever is remembered of it"))


def scan_options(arguments: argparse.Namespace) -> ScanOptions:
    """Return the options that the flags ask for.

    Raises
    ------
    InputError
        When flags contradict each other.
    """
    word = arguments.layout
    if arguments.csv is not None and arguments.name_pattern:
        raise InputError(translate("cli", "--csv and --name-pattern are two ways to read a folder; give one of them."))
    for flag, value, own in (("--csv", arguments.csv, "csv"), ("--name-pattern", arguments.name_pattern, "pattern")):
        if value and word not in {"auto", own}:
            raise InputError(translate(
                "cli", "{flag} goes with --layout {own}, not with --layout {word}.", flag=flag, own=own, word=word))
    word = "csv" if arguments.csv is not None else "pattern" if arguments.name_pattern else word
    layout = next(layout for layout in LAYOUTS if _FLAG_WORDS[layout] == word)
    csv_file = arguments.csv.absolute() if arguments.csv is not None else None
    return ScanOptions(layout=layout, csv_file=csv_file, name_pattern=arguments.name_pattern,
                       follow_links=arguments.follow_links)


def checked_folder(
    root: Path, context: Context, options: ScanOptions = ScanOptions(), *, fresh: bool = False,  # noqa: B008
) -> FolderChecked:
    """Scan the folder ``root``.

    Raises
    ------
    InputError
        Also when the folder can be read in several ways; it names the flags of each.
    """
    with naming_flags(root):
        return context.result(CheckJob(root, options, fresh=fresh), FolderChecked)


@contextlib.contextmanager
def naming_flags(root: Path) -> Iterator[None]:
    """Turn the error of a folder that can be read in several ways into one that names the flags for each."""
    try:
        yield
    except LayoutUnclearError as error:
        listed = "\n".join(f"  {_flags(choice)}   {choice.sentence}" for choice in error.choices)
        raise InputError(
            translate(
                "cli", "{root} can be read in {count} ways; say which one is meant:\n{listed}", root=root,
                count=len(error.choices), listed=listed)) from error


def _flags(choice: LayoutChoice) -> str:
    if choice.csv_file is not None:
        return f"--csv {choice.csv_file}"
    if choice.name_pattern:
        return f"--name-pattern '{choice.name_pattern}'"
    return f"--layout {_FLAG_WORDS[choice.layout]}"
