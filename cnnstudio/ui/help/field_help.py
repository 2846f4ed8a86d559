"""Finds what is told of an input field: by its name, and by what it stands in."""

from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QScrollBar,
    QTextEdit,
    QWidget,
)

from cnnstudio.ui.help import notes_data, notes_dialogs, notes_look, notes_network, notes_training
from cnnstudio.ui.help.field_note import CONTEXT, KEY, FieldNote

FIELDS = (QComboBox, QLineEdit, QAbstractSpinBox, QAbstractSlider, QCheckBox, QRadioButton, QPlainTextEdit, QTextEdit)
"""What a user sets or types something with."""
_GROUPS = {"form_TrainConfig": "TrainConfig", "form_PreprocessConfig": "PreprocessConfig",
           "form_SplitConfig": "SplitConfig", "augment_card": "AugmentConfig"}
"""Names of what fields stand in, and the first half of their keys; these fields have a line of help of their own."""
_BOXES = (QComboBox, QAbstractSpinBox)
_TEXT_LIMIT = 400


@dataclass(frozen=True, slots=True)
class FieldHelp:
    """What is told of one field, in the user's language.

    Attributes
    ----------
    title : what the field is called
    text : what it is, which values are usual, what larger and smaller ones do; the field's own line first
    term : the glossary's entry about it; empty for none
    """

    title: str
    text: str
    term: str = ""


@cache
def notes() -> dict[str, FieldNote]:
    """Return the notes of all pages and dialogs, by key."""
    return {**notes_data.NOTES, **notes_network.NOTES, **notes_training.NOTES, **notes_look.NOTES,
            **notes_dialogs.NOTES}


def field_of(widget: QWidget | None) -> QWidget | None:
    """Return the field a widget is or is a part of: the spin box of its line; None where there is none."""
    found = None
    while widget is not None and not widget.isWindow():
        if isinstance(widget, FIELDS) and not isinstance(widget, QScrollBar):
            found = widget
        if isinstance(widget, _BOXES):
            return widget
        widget = widget.parentWidget()
    return found


def help_of(field: QWidget) -> FieldHelp | None:
    """Return what is told of a field, or None where nobody wrote anything."""
    key = found(*_keys(field))
    if not key:
        return None
    told = QCoreApplication.translate(CONTEXT, notes()[key].text)
    own = _own_line(field) if "/" in key else ""
    return FieldHelp(title_of(field), f"{own}\n{told}".strip(), notes()[key].term)


def title_of(field: QWidget) -> str:
    """Return what a field is called: by its accessible name, or what is written on it."""
    written = field.text().replace("&", "") if isinstance(field, QAbstractButton) else ""
    return field.accessibleName() or written


def spoken(told: FieldHelp) -> str:
    """Return the help as one text, its parts on lines of their own, so that each can follow a change of language."""
    return f"{told.title}\n{told.text}"


def _keys(field: QWidget) -> Iterator[str]:
    """Yield the keys a field may stand under, the closest first."""
    own = field.property(KEY)
    if isinstance(own, str):
        yield own
        yield own.rpartition("/")[0]
    name, above = field.objectName(), field.parentWidget()
    while above is not None:
        group = above.objectName()
        if group:
            yield f"{_GROUPS.get(group, group)}/{name}"
        above = above.parentWidget()
    yield name


@cache
def found(*keys: str) -> str:
    """Return the first of ``keys`` that has a note, else the first pattern one of them fits; empty for neither."""
    exact = next((key for key in keys if key in notes()), "")
    patterns = (pattern for pattern in notes() if "*" in pattern)
    return exact or next((one for one in patterns if any(fnmatchcase(key, one) for key in keys)), "")


def _own_line(field: QWidget) -> str:
    """Return a field's own line of help; none where it holds names of the user's or is a report."""
    line = field.accessibleDescription() or field.toolTip()
    if not line or line.startswith("<") or len(line) > _TEXT_LIMIT:
        return ""
    return line
