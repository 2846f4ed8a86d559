"""What commands that use an image folder say about the user's decisions, and how they scan with them."""

import argparse
from dataclasses import dataclass, replace
from pathlib import Path

from cnnstudio.cli.context import Context
from cnnstudio.cli.scan_arguments import checked_folder
from cnnstudio.data.curation.decisions import Curation
from cnnstudio.data.folder.image_folder import ImageFolder
from cnnstudio.data.listing.scan_options import ScanOptions
from cnnstudio.wording import translate
from cnnstudio.workspace.curation_store import StoredCuration, load_stored


@dataclass(frozen=True, slots=True)
class ScannedImages:
    """A scan and what was decided about it."""

    scanned: ImageFolder
    curation: Curation


def add_as_found(parser: argparse._ActionsContainer) -> None:
    """Add ``--as-found``."""
    parser.add_argument("--as-found", action="store_true", help=translate(
        "cli", "use all images under their folders' names, whatever 'cnnstudio curation' lists"))


def scan_with_decisions(
    root: Path, context: Context, options: ScanOptions = ScanOptions(), *, as_found: bool = False,  # noqa: B008
    fresh: bool = False,
) -> ScannedImages:
    """Scan a folder and load what the user decided about it, which is said.

    Raises
    ------
    ImageFolderError
        When the folder cannot be used as an image folder.
    """
    stored = StoredCuration(Curation()) if as_found else load_stored(root)
    if stored.problem:
        context.output.warning(stored.problem)
    options = replace(options, readable_parts=stored.curation.readable_parts)
    checked = checked_folder(root, context, options, fresh=fresh)
    say_decisions(stored.curation, context)
    return ScannedImages(checked.folder, stored.curation)


def say_decisions(curation: Curation, context: Context) -> None:
    """Tell what of the folder is not as it was found."""
    if not curation.is_empty:
        context.output.warning(translate(
            "cli", "Your decisions about these images are in force: {decisions} (see 'cnnstudio curation'; --as-found "
            "ignores them).", decisions=curation.sentence))
