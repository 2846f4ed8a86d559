"""Strings that come from a project file, made harmless before anybody shows them."""

import unicodedata

NAME_LIMIT = 200
NOTES_LIMIT = 100_000
PATH_LIMIT = 4_000
_UNWANTED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
"""Control, format (direction marks, zero width), lone surrogates, private use, unassigned, separators of lines."""
_JOINERS = frozenset("\u200c\u200d")
"""Harmless, and parts of words in Persian and of joined emoji."""


def clean_line(text: str) -> str:
    """Return one line in the composed form (NFC), without control and direction characters, at most 200 characters."""
    return " ".join(_visible(text[: 4 * NAME_LIMIT]).split())[:NAME_LIMIT].strip()


def clean_notes(text: str) -> str:
    """Return plain text with its line breaks and tabs, otherwise cleaned like a line, at most 100,000 characters."""
    lines = text[:NOTES_LIMIT].replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join("\t".join(map(_visible, line.split("\t"))) for line in lines)[:NOTES_LIMIT]


def is_plain_path(text: str) -> bool:
    """Whether a text can be shown and taken as a path: no control or direction characters, not too long."""
    return len(text) <= PATH_LIMIT and not any(
        unicodedata.category(char) in _UNWANTED - {"Cs", "Cn", "Co"} and char not in _JOINERS for char in text)


def _visible(text: str) -> str:
    kept = "".join(" " if char.isspace() else char for char in text if _is_wanted(char))
    return unicodedata.normalize("NFC", kept)


def _is_wanted(char: str) -> bool:
    return char in _JOINERS or char.isspace() or unicodedata.category(char) not in _UNWANTED
