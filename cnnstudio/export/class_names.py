"""Names for generated classes and attributes: plain ASCII identifiers, whatever the user called his blocks."""

import keyword
import re
import unicodedata
from functools import cache

from cnnstudio.export.layer_source import OWN_MODULES
from cnnstudio.network.registry import layer_kinds

_LENGTH = 40
_WORD = re.compile(r"[A-Za-z0-9]+")
_NUMBER = re.compile(r"(?![123]d$)\d+[a-z]?$")
"""A number at the end of a word, as in ``inception4a``; ``2d`` is none."""
_REMARK_LENGTH = 60
_LINKS = frozenset({"a", "and", "by", "in", "of", "the", "to", "with", "x"})
"""Words that mean nothing at the end of a name."""


def class_stem(name: str) -> str:
    """Return the words of a block's name as one CamelCase identifier, numbers left out.

    ``"Residual block 3, 64"`` gives ``"ResidualBlock"``, ``"inception4a"`` gives ``"Inception"``; a name without any
    usable word gives ``"Block"``.
    """
    decomposed = unicodedata.normalize("NFKD", name.replace("ß", "ss"))
    plain = "".join(char for char in decomposed if not unicodedata.combining(char))
    words = [_NUMBER.sub("", word) for word in _WORD.findall(plain) if word[0].isalpha()]
    while words and words[-1].lower() in _LINKS:
        words.pop()
    stem = "".join(word[0].upper() + word[1:] for word in words)[:_LENGTH]
    return f"{stem}Block" if stem.lower() in _taken() else stem or "Block"


@cache
def _taken() -> frozenset[str]:
    """Return the words that mean something else in the file, in lower case."""
    return frozenset(word.lower() for word in (
        "", "Network", "Module", "Tensor", "torch", "nn", "CLASSES", "MEAN", "STD", *OWN_MODULES, *layer_kinds(),
        *keyword.kwlist)) - {""}


def snake_case(class_name: str) -> str:
    """Return ``"residual_block"`` for ``"ResidualBlock"``."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", class_name).lower()


def unique(name: str, taken: set[str]) -> str:
    """Return ``name``, with a number when it is taken, and take it."""
    candidate, number = name, 2
    while candidate in taken:
        candidate, number = f"{name}{number}", number + 1
    taken.add(candidate)
    return candidate


def harmless(name: str, length: int = _REMARK_LENGTH) -> str:
    """Return the user's text as an ASCII literal without line breaks, safe inside a comment, near ``length`` long."""
    shown = name[:length]
    while len(shown) > 1 and len(ascii(shown)) > length:
        shown = shown[:-1]
    return ascii(shown)
