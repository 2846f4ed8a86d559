"""What is told of one input field, and the mark of its text for translation."""

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP

CONTEXT = "field_notes"
KEY = "help_key"
"""A widget's property with its key in the tables of notes, where its object name is not enough."""


@dataclass(frozen=True, slots=True)
class FieldNote:
    """What a field is, which values are usual, and what larger and smaller ones do.

    Attributes
    ----------
    text : marked with `marked`; where the field has a line of help of its own, it goes on from that
    term : the glossary's entry about it; empty for none
    """

    text: str
    term: str = ""


def marked(text: str) -> str:
    """Mark ``text`` for translation."""
    return str(QT_TRANSLATE_NOOP("field_notes", text))
