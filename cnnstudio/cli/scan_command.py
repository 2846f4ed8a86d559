"""``cnnstudio scan``: what an image folder holds and what of it cannot be used."""

import argparse
from collections.abc import Iterable
from typing import Any

from cnnstudio.cli import arguments as types
from cnnstudio.cli.context import Context
from cnnstudio.cli.health_output import distribution_fields, finding_fields, print_findings
from cnnstudio.cli.output import printable
from cnnstudio.cli.scan_arguments import add_scan_arguments, checked_folder, scan_options
from cnnstudio.cli.shown_words import split_word
from cnnstudio.data.folder.difference import FolderDifference
from cnnstudio.data.folder.image_folder import ImageFolder
from cnnstudio.data.health.checks import Finding, findings
from cnnstudio.data.health.distributions import distributions
from cnnstudio.data.listing.layouts import layout_words
from cnnstudio.data.listing.walk import SYSTEM_FILE, SetAside
from cnnstudio.wording import translate
from cnnstudio.workspace.scan_job import FolderChecked

_SHOWN = 20
SPLIT_NAMES = ("train", "validation", "test")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the flags."""
    parser.add_argument("folder", type=types.path, metavar="FOLDER",
                        help=translate("cli", "class folders, or train/, val/ and test/ with class folders"))
    add_scan_arguments(parser)
    types.add_json(parser)


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Scan the folder and print what was found; nothing in it is changed."""
    finished = checked_folder(arguments.folder, context, scan_options(arguments), fresh=arguments.fresh)
    health = findings(finished.folder)
    context.output.event("scan", **scan_fields(finished.folder), difference=difference_fields(finished.difference),
                         health=[finding_fields(item) for item in health],
                         distributions=distribution_fields(distributions(finished.folder)))
    _print_scan(finished, health, context)
    return 0


def scan_fields(folder: ImageFolder) -> dict[str, Any]:
    """Return the fields of the scan event."""
    fields: dict[str, Any] = {
        "folder": folder.root, "layout": folder.layout, "found": folder.found, "used": folder.used,
        "system_files": folder.system_count,
        "ignored": [_set_aside(item) for item in folder.ignored],
        "refused": [_set_aside(item) for item in folder.refused],
        "classes": folder.class_counts,
    }
    given = given_splits(folder)
    return fields | ({"splits": given} if given else {})


def difference_fields(difference: FolderDifference | None) -> dict[str, Any] | None:
    """Return what changed since the folder was last looked through as plain values; None when it never was."""
    if difference is None:
        return None
    return {"since": difference.since.isoformat(), "added": list(difference.added), "removed": list(difference.removed),
            "changed": list(difference.changed), "moved": [list(pair) for pair in difference.moved],
            "relabelled": list(difference.relabelled)}


def given_splits(folder: ImageFolder) -> dict[str, int]:
    """Return the number of images in each split the folder itself gives."""
    counts = {name: sum(file.split == name for file in folder.files) for name in SPLIT_NAMES}
    return {name: count for name, count in counts.items() if count}


def _set_aside(item: SetAside) -> dict[str, Any]:
    return {"path": item.path, "reason": item.reason}


def _print_scan(finished: FolderChecked, health: Iterable[Finding], context: Context) -> None:
    output, folder = context.output, finished.folder
    system = translate(
        "cli", " ({system_count:,} of them system files)",
        system_count=folder.system_count) if folder.system_count else ""
    output.text(f"{printable(str(folder.root))}: {layout_words(folder.layout)}")
    output.text(translate(
        "cli", "{found:,} files found, {used:,} used, {count:,} ignored{system}, {refused_count:,} refused",
        found=folder.found, used=folder.used, count=len(folder.ignored), system=system,
        refused_count=len(folder.refused)))
    if finished.difference is not None and finished.difference.sentence:
        output.text(f"{finished.difference.sentence}.")
    output.text()
    splits = list(given_splits(folder))
    rows = [[name, count, *(folder.counts(split)[name] for split in splits)]
            for name, count in folder.class_counts.items()]
    output.table([translate("cli", "Class"), translate("cli", "Images"), *map(split_word, splits)], rows)
    named = tuple(item for item in folder.ignored if item.reason != SYSTEM_FILE)
    for title, items in ((translate("cli", "Refused"), folder.refused), (translate("cli", "Ignored"), named)):
        _print_set_aside(title, items, context)
    print_findings(health, folder.root, output)


def _print_set_aside(title: str, items: tuple[SetAside, ...], context: Context) -> None:
    if items:
        context.output.text(f"\n{title}:")
    for item in items[:_SHOWN]:
        context.output.text(f"  {printable(str(item.path))}: {item.reason}")
    if len(items) > _SHOWN:
        context.output.text(translate("cli", "  ... and {count:,} more; --json lists all", count=len(items) - _SHOWN))
