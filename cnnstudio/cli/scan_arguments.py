"""The flags that say how an image folder is to be read, which scan, train and evaluate share."""

import argparse
from pathlib import Path

from cnnstudio.cli import arguments as types
from cnnstudio.cli.context import Context
from cnnstudio.data.layouts import LayoutChoice, LayoutUnclearError
from cnnstudio.data.scan_options import LAYOUTS, ScanOptions
from cnnstudio.errors import InputError
from cnnstudio.workspace.scan_job import CheckJob, FolderChecked, LayoutUnclear, ScanFinished, ScanJob

_FLAG_WORDS = {"auto": "auto", "class folders": "classes", "splits": "splits", "csv": "csv", "name pattern": "pattern"}
"""What each layout is called on the command line, in one word."""


def add_scan_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the flags."""
    group = parser.add_argument_group("reading the folder")
    group.add_argument("--layout", choices=tuple(_FLAG_WORDS.values()), default="auto",
                       help="classes: a folder for each; splits: train, val and test around them; csv: a list of "
                            "labels; pattern: the class is in the file names (auto: what the folder looks like)")
    group.add_argument("--csv", type=types.path, metavar="FILE",
                       help="list with the columns path and label, perhaps split")
    group.add_argument("--name-pattern", default="", metavar="P",
                       help="where the class stands in a name: {class}_# for cat_001.jpg; # is any digits, * any text")
    group.add_argument("--follow-links", action="store_true", help="enter links to folders, each folder once")
    group.add_argument("--fresh", action="store_true", help="decode every file again, whatever is remembered of it")


def scan_options(arguments: argparse.Namespace) -> ScanOptions:
    """Return the options that the flags ask for.

    Raises
    ------
    InputError
        When flags contradict each other.
    """
    word = arguments.layout
    if arguments.csv is not None and arguments.name_pattern:
        raise InputError("--csv and --name-pattern are two ways to read a folder; give one of them.")
    for flag, value, own in (("--csv", arguments.csv, "csv"), ("--name-pattern", arguments.name_pattern, "pattern")):
        if value and word not in {"auto", own}:
            raise InputError(f"{flag} goes with --layout {own}, not with --layout {word}.")
    word = "csv" if arguments.csv is not None else "pattern" if arguments.name_pattern else word
    layout = next(layout for layout in LAYOUTS if _FLAG_WORDS[layout] == word)
    csv_file = arguments.csv.absolute() if arguments.csv is not None else None
    return ScanOptions(layout=layout, csv_file=csv_file, name_pattern=arguments.name_pattern,
                       follow_links=arguments.follow_links)


def checked_folder(arguments: argparse.Namespace, context: Context) -> FolderChecked:
    """Scan ``arguments.folder`` as the flags say.

    Raises
    ------
    InputError
        Also when the folder can be read in several ways; it names the flags of each.
    """
    job = CheckJob(arguments.folder, scan_options(arguments), fresh=arguments.fresh)
    try:
        return context.result(job, FolderChecked)
    except LayoutUnclearError as error:
        raise unclear(arguments.folder, error.choices) from error


def scanned_folder(arguments: argparse.Namespace, job: ScanJob, context: Context) -> ScanFinished:
    """Run a `ScanJob` over ``arguments.folder`` to its end; errors as `checked_folder`."""
    result: object = context.result(job, object)
    if isinstance(result, LayoutUnclear):
        raise unclear(arguments.folder, result.choices)
    if not isinstance(result, ScanFinished):
        raise TypeError(f"{job.title} ended with {result!r}")
    return result


def unclear(root: Path, choices: tuple[LayoutChoice, ...]) -> InputError:
    """Return the error for a folder that can be read in several ways, with the flags for each."""
    listed = "\n".join(f"  {_flags(choice)}   {choice.sentence}" for choice in choices)
    return InputError(f"{root} can be read in {len(choices)} ways; say which one is meant:\n{listed}")


def _flags(choice: LayoutChoice) -> str:
    if choice.csv_file is not None:
        return f"--csv {choice.csv_file}"
    if choice.name_pattern:
        return f"--name-pattern '{choice.name_pattern}'"
    return f"--layout {_FLAG_WORDS[choice.layout]}"
