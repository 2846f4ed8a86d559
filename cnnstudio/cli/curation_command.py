"""``cnnstudio curation``: what you decided about the images of a folder, as a list, a table, or gone."""

import argparse
from dataclasses import asdict
from pathlib import Path

from cnnstudio import storage
from cnnstudio.cli import arguments as types
from cnnstudio.cli.context import Context
from cnnstudio.cli.decisions import scan_with_decisions
from cnnstudio.cli.output import printable
from cnnstudio.cli.shown_words import split_word
from cnnstudio.data.config import SplitConfig
from cnnstudio.data.curation.decisions import Curation, Decision
from cnnstudio.data.curation.table import LIMIT_BYTES, curation_csv, labels_csv, read_curation_csv
from cnnstudio.errors import ImageFolderError
from cnnstudio.wording import translate
from cnnstudio.workspace.arrangement import arrange
from cnnstudio.workspace.curation_store import load_stored, replace_curation

_SHOWN = 20


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the flags."""
    parser.add_argument("folder", type=types.path, metavar="FOLDER", help=translate(
        "cli", "an image folder; nothing in it is changed"))
    action = parser.add_mutually_exclusive_group()
    action.add_argument("--export", type=types.path, metavar="FILE", help=translate(
        "cli", "write the decisions as a table (CSV)"))
    action.add_argument("--labels", type=types.path, metavar="FILE", help=translate(
        "cli", "write all used images with label and split as a list (CSV), which a scan can read"))
    action.add_argument("--import", dest="import_file", type=types.path, metavar="FILE",
                        help=translate("cli", "put the decisions of a table in the place of those there are"))
    action.add_argument("--clear", action="store_true", help=translate("cli", "take all decisions back"))
    types.add_json(parser)


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Do what was asked for, then tell what is decided now."""
    root: Path = arguments.folder
    if not root.is_dir():
        raise ImageFolderError(translate(
            "cli", "There is no folder {root}. Check the spelling, or whether the drive is connected.", root=root))
    if arguments.labels is not None:
        return _write_labels(root, arguments.labels, context)
    if arguments.import_file is not None:
        _replace(root, _read(arguments.import_file), context)
    elif arguments.clear:
        _replace(root, Curation(), context)
    stored = load_stored(root)
    if stored.problem:
        context.output.warning(stored.problem)
    if arguments.export is not None:
        storage.write_bytes(arguments.export, curation_csv(stored.curation))
    _print(root, stored.curation, arguments.export, context)
    return 0


def _read(path: Path) -> Curation:
    return read_curation_csv(storage.read_bytes(path, limit=LIMIT_BYTES), str(path))


def _replace(root: Path, curation: Curation, context: Context) -> None:
    """Put ``curation`` into force and tell what of it has no file, and where the earlier one is kept."""
    missing = [name for name in curation.decisions if not _is_file(root, name)]
    kept = replace_curation(root, curation)
    if missing:
        named = len(curation.decisions)
        context.output.warning(translate(
            "cli", "{missing:,} of the {named:,} files named are not in {root}; the first is {first}. What is said of "
            "them counts when they come.", missing=len(missing), named=named, root=root, first=printable(missing[0])))
    if kept is not None:
        context.output.warning(translate("cli", "What was decided before is kept in {kept}.", kept=kept))


def _is_file(root: Path, relative: str) -> bool:
    try:
        return (root / relative).is_file()
    except (OSError, ValueError):
        return False


def _write_labels(root: Path, path: Path, context: Context) -> int:
    images = scan_with_decisions(root, context)
    arranged = arrange(images.scanned, images.curation, SplitConfig())
    storage.write_bytes(path, labels_csv(arranged.folder, arranged.splits))
    context.output.event("labels", folder=root, file=path, images=arranged.folder.used)
    context.output.text(translate(
        "cli", "{used:,} images with label and split are listed in {path}", used=arranged.folder.used, path=path))
    return 0


def _print(root: Path, curation: Curation, exported: Path | None, context: Context) -> None:
    output = context.output
    output.event("curation", folder=root, counts=curation.counts, sentence=curation.sentence,
                 decisions={name: asdict(one) for name, one in curation.decisions.items()},
                 merged_classes=curation.merged_classes, kept_classes=curation.kept_classes, exported=exported)
    said = curation.sentence or translate("cli", "nothing is decided, all images are used as they are found")
    output.text(f"{root}: {said}")
    for name, other in curation.merged_classes.items():
        output.text(translate(
            "cli", "  class {printable} counts as {other_printable}", printable=printable(name),
            other_printable=printable(other)))
    for relative in list(curation.decisions)[:_SHOWN]:
        output.text(f"  {printable(relative)}: {_words(curation.of(relative))}")
    if len(curation.decisions) > _SHOWN:
        output.text(translate(
            "cli", "  ... and {count:,} more; --export and --json list all", count=len(curation.decisions) - _SHOWN))
    if exported is not None:
        output.text(translate("cli", "Written to {exported}", exported=exported))


def _words(decision: Decision) -> str:
    words = (
        (decision.excluded, translate("cli", "left out")),
        (decision.class_name, translate("cli", "is {printable}", printable=printable(decision.class_name or ''))),
        (decision.split, translate("cli", "in {split}", split=split_word(decision.split or ""))),
        (decision.readable_part, translate("cli", "used as far as readable")),
        (decision.confirmed, translate("cli", "its label is confirmed")))
    return ", ".join(text for is_so, text in words if is_so)
