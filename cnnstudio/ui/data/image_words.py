"""What is known of one image, or of several selected ones, in a line of words."""

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication

from cnnstudio.data.decoding.note_words import note_words
from cnnstudio.ui.data.contents import LEFT_OUT, LEFT_OUT_STATE, SPLIT_NAMES, FolderContents
from cnnstudio.wording import mid_sentence

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from cnnstudio.data.folder.image_folder import ImageFile
    from cnnstudio.data.folder.measures import ImageMeasures

_DARK, _BRIGHT = 0.2, 0.85
_FLAT = 0.06
_BLURRED, _SHARP = 60.0, 600.0
_CLASSES_SHOWN = 3


def _tr(text: str) -> str:
    return QCoreApplication.translate("ImageWords", text)


def split_title(split: str) -> str:
    """Return what the page calls a split."""
    return {"train": _tr("Training"), "validation": _tr("Validation"), "test": _tr("Test"),
            LEFT_OUT: _tr("Left out by you")}.get(split, _tr("Not used"))


def facts(contents: FolderContents, row: int) -> str:
    """Return class, split with the reason for it, size, measures and what decoding did."""
    file = contents.file(row)
    if file is None:
        return contents.reason(row)
    parts = [_class_words(contents, row, file), _split_words(contents, row, file), _size_words(file),
             measure_words(file.measures), *map(note_words, file.notes)]
    return "  ·  ".join(part for part in parts if part)


def _class_words(contents: FolderContents, row: int, file: "ImageFile") -> str:
    name, found = contents.class_name(row), contents.scan.scanned.class_names[file.class_index]
    return name if name == found else _tr("{name} (the folder says {found})").format(name=name, found=found)


def _split_words(contents: FolderContents, row: int, file: "ImageFile") -> str:
    state = contents.state(row)
    if state == LEFT_OUT:
        return split_title(state)
    if contents.curation.of(file.relative).split is not None:
        why = _tr("chosen by you")
    else:
        why = _tr("drawn") if file.split is None else _tr("given by the folder")
    return f"{split_title(state)} ({why})"


def _size_words(file: "ImageFile") -> str:
    pixels = f"{file.width:,} × {file.height:,} px" if file.width else _tr("not checked yet")
    return f"{pixels}, {bytes_text(file.size)}" if file.size else pixels


def bytes_text(count: int) -> str:
    """Return a file's size for people: ``"45 kB"``."""
    for limit, unit in ((1e3, "B"), (1e6, "kB"), (1e9, "MB")):
        if count < limit:
            value = count / limit * 1e3
            return f"{value:,.0f} {unit}" if value >= 10 or unit == "B" else f"{value:.1f} {unit}"
    return f"{count / 1e9:,.1f} GB"


def measure_words(measures: "ImageMeasures | None") -> str:
    """Return how a picture looks, as far as it is out of the ordinary: ``"dark, blurred"``."""
    if measures is None:
        return ""
    words = ((measures.brightness < _DARK, _tr("dark")), (measures.brightness > _BRIGHT, _tr("very bright")),
             (measures.contrast < _FLAT, _tr("little contrast")), (measures.sharpness < _BLURRED, _tr("blurred")),
             (measures.sharpness > _SHARP, _tr("sharp")), (measures.is_grey, _tr("grey")))
    return ", ".join(word for is_so, word in words if is_so)


def decided(contents: FolderContents) -> str:
    """Return how many images the user decided about: ``"3 left out, 2 relabelled"``; empty when about none."""
    counts = ((int(np.count_nonzero(contents.states == LEFT_OUT_STATE)), _tr("{count} left out")),
              (len(contents.relabelled), _tr("{count} relabelled")),
              (len(contents.moved), _tr("{count} moved to another split")))
    return ", ".join(text.format(count=f"{count:,}") for count, text in counts if count)


def summary(contents: FolderContents, rows: "NDArray[np.int64]") -> str:
    """Return of which classes and splits several images are, the most frequent first."""
    labels, counts = np.unique(contents.labels[rows], return_counts=True)
    order = np.argsort(-counts, kind="stable")
    named = [(contents.class_names[labels[place]], int(counts[place])) for place in order if labels[place] >= 0]
    classes = [f"{count:,} {name}" for name, count in named[:_CLASSES_SHOWN]]
    if len(named) > _CLASSES_SHOWN:
        classes.append(_tr("{count} more classes").format(count=f"{len(named) - _CLASSES_SHOWN:,}"))
    states = np.bincount(contents.states[rows], minlength=len(SPLIT_NAMES) + 1)
    splits = [f"{int(count):,} {mid_sentence(split_title(name))}"
              for name, count in zip((*SPLIT_NAMES, LEFT_OUT), states, strict=False) if count]
    return "  ·  ".join((*classes, *splits))
