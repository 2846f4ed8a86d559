"""One entry of the glossary, and the mark of its texts for translation."""

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

CONTEXT = "glossary"


@dataclass(frozen=True, slots=True)
class Term:
    """One entry.

    Attributes
    ----------
    name : stable; the picture has the same
    title : what it is called in English, as in the literature; marked
    text : what it is; marked
    formula : in plain signs that need no translation; empty where the field has none
    related : names of other entries
    """

    name: str
    title: str
    text: str
    formula: str = ""
    related: tuple[str, ...] = ()


def words(text: str) -> str:
    """Return a text of a picture in the user's language; figures and formulas stay as they are."""
    return translated(text) if any(letter.isalpha() for letter in text) else text


def translated(text: str) -> str:
    """Return a marked text in the user's language."""
    return QCoreApplication.translate(CONTEXT, text)


def marked(text: str) -> str:
    """Mark ``text`` for translation."""
    return str(QT_TRANSLATE_NOOP("glossary", text))
