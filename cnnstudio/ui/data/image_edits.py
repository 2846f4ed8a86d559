"""What the actions on selected images decide, as steps for the arranger."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from cnnstudio.data.curation.decisions import Curation, relabelled
from cnnstudio.ui.arranging import Change
from cnnstudio.ui.data.contents import FolderContents
from cnnstudio.ui.data.image_words import split_title

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def _tr(text: str) -> str:
    return QCoreApplication.translate("ImageEdits", text)


def exclude(contents: FolderContents, rows: "NDArray[np.int64]") -> Change:
    """Leave images out."""
    return _counted(len(rows), (_tr("Leave out 1 image"), _tr("Leave out {count} images")),
                    (_tr("1 image left out"), _tr("{count} images left out")),
                    partial(_with_fields, contents, rows, excluded=True))


def bring_back(contents: FolderContents, rows: "NDArray[np.int64]") -> Change:
    """Use images that were left out again."""
    return _counted(len(rows), (_tr("Bring back 1 image"), _tr("Bring back {count} images")),
                    (_tr("1 image brought back"), _tr("{count} images brought back")),
                    partial(_with_fields, contents, rows, excluded=False))


def set_class(contents: FolderContents, rows: "NDArray[np.int64]", name: str) -> Change:
    """Count images as another class."""
    return _counted(len(rows), (_tr("Class {name} for 1 image"), _tr("Class {name} for {count} images")),
                    (_tr("1 image counts as {name} now"), _tr("{count} images count as {name} now")),
                    partial(_with_class, contents, rows, name), name=name)


def set_split(contents: FolderContents, rows: "NDArray[np.int64]", split: str) -> Change:
    """Put images into a split, or (empty) where they are given or drawn."""
    title = split_title(split) if split else _tr("as given or drawn")
    return _counted(len(rows), (_tr("Split of 1 image: {name}"), _tr("Split of {count} images: {name}")),
                    (_tr("Split of 1 image: {name}"), _tr("Split of {count} images: {name}")),
                    partial(_with_fields, contents, rows, split=split or None), name=title)


def as_found(contents: FolderContents, rows: "NDArray[np.int64]") -> Change:
    """Take back what was decided about images, so that the folder has the word again."""
    return _counted(len(rows), (_tr("Take back what was decided about 1 image"),
                                _tr("Take back what was decided about {count} images")),
                    (_tr("1 image is as the folder says"), _tr("{count} images are as the folder says")),
                    partial(_with_fields, contents, rows, class_name=None, split=None, excluded=False))


def readable_part(relatives: Iterable[str]) -> Change:
    """Use what can be read of files whose end is missing; the files have to be looked at again."""
    names = tuple(relatives)
    return _counted(len(names), (_tr("Use the readable part of 1 file"), _tr("Use the readable part of {count} files")),
                    (_tr("The readable part of 1 file is used"), _tr("The readable part of {count} files is used")),
                    partial(_with_names, names))


def _counted(count: int, labels: tuple[str, str], said: tuple[str, str], apply: Callable[[Curation], Curation], *,
             name: str = "") -> Change:
    which = 0 if count == 1 else 1
    values = {"count": f"{count:,}", "name": name}
    return Change(labels[which].format(**values), said[which].format(**values), apply)


def _with_fields(contents: FolderContents, rows: "NDArray[np.int64]", curation: Curation,
                 **fields: object) -> Curation:
    return curation.with_change(contents.relatives(rows.tolist()), **fields)


def _with_class(contents: FolderContents, rows: "NDArray[np.int64]", name: str, curation: Curation) -> Curation:
    return relabelled(curation, contents.scan.scanned, contents.relatives(rows.tolist()), name)


def _with_names(names: tuple[str, ...], curation: Curation) -> Curation:
    return curation.with_change(names, readable_part=True)
