"""Text that comes from users and files: cleaned, quoted safely, and answered with the nearest right word."""

import difflib
import unicodedata
from collections.abc import Iterable

from cnnstudio.errors import NetworkError
from cnnstudio.wording import translate

NAME_LIMIT = 200
TEXT_LIMIT = 4000
_QUOTE_LIMIT = 60
# Control, format (bidi and zero-width marks), lone surrogates, private use, line and paragraph separators.
_UNWANTED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def clean_name(text: str) -> str:
    """Return ``text`` without control and direction characters, with single spaces, at most 200 characters.

    Raises
    ------
    NetworkError
        When nothing that can be seen remains.
    """
    visible = "".join(" " if char.isspace() else char for char in text[: 4 * NAME_LIMIT] if _wanted(char))
    name = " ".join(visible.split())[:NAME_LIMIT].strip()
    if not name:
        raise NetworkError(translate(
            "network", "A layer's name needs at least one letter, digit or sign that can be seen."))
    return name


def clean_text(text: str) -> str:
    """Return ``text`` with its line breaks, without control and direction characters, at most 4,000 characters."""
    lines = text[: 4 * TEXT_LIMIT].replace("\r\n", "\n").replace("\r", "\n").split("\n")
    kept = ("".join(" " if char.isspace() else char for char in line if _wanted(char)).rstrip() for line in lines)
    return "\n".join(kept)[:TEXT_LIMIT].strip()


def _wanted(char: str) -> bool:
    return char.isspace() or unicodedata.category(char) not in _UNWANTED


def quoted(value: object) -> str:
    """Return a short, harmless picture of any value for an error message."""
    text = value[: 2 * _QUOTE_LIMIT] if isinstance(value, str) else _bounded_repr(value)
    text = "".join(char if _wanted(char) and char not in "\r\n\t" else "?" for char in text)
    return f"'{text[:_QUOTE_LIMIT]}…'" if len(text) > _QUOTE_LIMIT else f"'{text}'"


def _bounded_repr(value: object) -> str:
    """Represent numbers as they are and containers by their type, because both can be huge."""
    if isinstance(value, int) and abs(value) >= 10**18:
        return translate("network", "a very large number")
    if isinstance(value, (list, tuple)) and len(value) <= 4 and not any(isinstance(v, (list, dict)) for v in value):
        return ", ".join(_bounded_repr(item) for item in value)
    if value is None or isinstance(value, (bool, int, float, str)):
        return str(value)
    return f"a {type(value).__name__}"


def did_you_mean(word: str, options: Iterable[str]) -> str:
    """Return `` Did you mean 'x'?`` for the nearest option, else the list of options; starts with a space."""
    names = list(options)
    near = nearest(word, names)
    if near:
        return translate("network", " Did you mean '{lowered}'?", lowered=near)
    return translate("network", " There are: {name}.", name=', '.join(names[:40])) if names else ""


def nearest(word: str, options: Iterable[str]) -> str:
    """Return the option that is written most nearly as ``word``; empty where none is near."""
    lowered = {name.lower(): name for name in options}
    near = difflib.get_close_matches(word[:100].lower(), lowered, n=1, cutoff=0.6)
    return lowered[near[0]] if near else ""
