"""The images that can be picked out by a reason: those of a finding, those decided about, those that changed."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication

from cnnstudio.ui.data.contents import FolderContents, ImageSet
from cnnstudio.workspace.jobs import ShouldStop

if TYPE_CHECKING:
    from cnnstudio.data.folder.difference import FolderDifference
    from cnnstudio.data.health.checks import Finding

_GROUPED_BY = {"conflict": "copies", "leak": "copies", "duplicates": "copies",
               "near conflict": "groups", "near leak": "groups", "near duplicates": "groups"}
"""What belongs together among the images of a kind of finding; see `ImageSet`."""

RELABELLED, MOVED, CHANGED, ADDED, ALIKE = "relabelled", "moved", "changed", "added", "alike"


def _tr(text: str) -> str:
    return QCoreApplication.translate("ImageSets", text)


def finding_key(finding: "Finding") -> str:
    """Return the key of a finding's images: of each kind there may be several."""
    return f"finding: {finding.kind}: {finding.title}"


def image_sets(contents: FolderContents, findings: Sequence["Finding"],
               difference: "FolderDifference | None") -> tuple[ImageSet, ...]:
    """Return all images to pick out, those of findings first; sets without images are left out."""
    found = [ImageSet(finding_key(one), _without_number(one.title), contents.scan.rows_of(one.files),
                      _GROUPED_BY.get(one.kind, ""))
             for one in findings if one.files]
    found += [ImageSet(RELABELLED, _tr("Class changed by you"), contents.relabelled),
              ImageSet(MOVED, _tr("Split chosen by you"), contents.moved)]
    if difference is not None:
        moved = [now for _, now in difference.moved]
        found += [ImageSet(CHANGED, _tr("Changed since last time"), _rows(contents, [*difference.changed, *moved])),
                  ImageSet(ADDED, _tr("New since last time"), _rows(contents, difference.added))]
    return tuple(one for one in found if len(one.rows))


def _rows(contents: FolderContents, relatives: Sequence[str]) -> "np.ndarray":
    rows = (contents.scan.row_of.get(relative, -1) for relative in relatives)
    return np.array([row for row in rows if row >= 0], np.int64)


def _without_number(title: str) -> str:
    """Return a finding's title without the number before it; the list shows how many images it has."""
    first, _, rest = title.partition(" ")
    return rest[:1].upper() + rest[1:] if rest and first.replace(",", "").isdigit() else title


class SetsJob:
    """Work out `image_sets` in a thread: one tuple of `ImageSet`."""

    title = "Finding the images of each finding"

    def __init__(self, contents: FolderContents, findings: Sequence["Finding"],
                 difference: "FolderDifference | None") -> None:
        self._arguments = (contents, findings, difference)

    def run(self, should_stop: ShouldStop) -> Iterator[object]:  # noqa: ARG002 - far less than a second
        """Yield the sets."""
        yield image_sets(*self._arguments)
