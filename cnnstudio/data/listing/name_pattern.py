"""Classes that stand in the files' names: what a pattern means, and which pattern fits a folder of files."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from cnnstudio.data.file_kinds import IMAGE_ENDINGS
from cnnstudio.errors import ImageFolderError
from cnnstudio.wording import translate

CLASS = "{class}"

PATTERNS: tuple[str, ...] = (
    "{class}.#", "{class}_#", "{class}-#", "{class} (#)", "{class} #", "{class}#",
    "#_{class}", "#-{class}", "#.{class}", "# {class}", "*_#_{class}", "*-#-{class}",
    "{class}_*", "{class}-*", "{class}.*", "*_{class}", "*-{class}", "*.{class}",
)
"""Those tried on a folder, the strictest first."""

FITTING_SHARE = 0.9
"""A pattern fits a folder when so many of its names have a class by it."""

_NO_CLASSES = frozenset((
    "img", "image", "images", "dsc", "dscn", "dscf", "pxl", "mvi", "pict", "pic", "picture", "p", "photo", "foto",
    "frame", "screenshot", "scan", "file", "untitled", "bild", "wp", "gopr", "dji", "export", "copy"))
"""What cameras and programs call every picture; no class."""
_LONGEST = 200


@dataclass(frozen=True)
class NamePattern:
    """Reads the class off a file's name without its ending.

    ``{class}`` is the class, ``#`` any digits, ``*`` any text (perhaps none), all else itself, capitals or not.
    A pattern with a ``/`` reads the place below the folder: ``*/{class}/*`` takes the folder above the file.

    Raises
    ------
    ImageFolderError
        When ``{class}`` is not in it exactly once, or it is too long.
    """

    text: str

    def __post_init__(self) -> None:
        if self.text.count(CLASS) != 1 or len(self.text) > _LONGEST:
            raise ImageFolderError(translate(
                "data", "The name pattern {text!r} cannot be used: it needs {class_name} exactly once, such as "
                "{{class}}_# for cat_001.jpg, and at most {longest} characters.", text=self.text, class_name=CLASS,
                longest=_LONGEST))

    @cached_property
    def _expression(self) -> "re.Pattern[str]":
        parts = re.split(r"(\{class\}|#+|\*+)", self.text)
        return re.compile("".join(map(_expression_of, parts)), re.IGNORECASE | re.DOTALL)

    def class_of(self, relative: str) -> str:
        """Return the class that the place of a file says, or an empty text when the pattern does not fit."""
        name = relative if "/" in self.text else relative.rpartition("/")[2]
        match = self._expression.fullmatch(without_ending(name))
        return match["class"].strip(" _-.") if match else ""


def _expression_of(part: str) -> str:
    if part == CLASS:
        return "(?P<class>[^/]+?)"
    if part.startswith("#"):
        return "[0-9]+"
    return ".*?" if part.startswith("*") else re.escape(part)


def without_ending(name: str) -> str:
    """Return a name without the ending of an image: the dot of ``cat.0`` is no ending."""
    stem, dot, ending = name.rpartition(".")
    return stem if dot and stem and f".{ending.lower()}" in IMAGE_ENDINGS else name


def fitting_pattern(names: Sequence[str], patterns: Iterable[str] = PATTERNS) -> str:
    """Return the first of ``patterns`` by which ``names`` have classes, or an empty text.

    It fits when `FITTING_SHARE` of the names have a class, there are at least two classes and on average two names in
    each, and the classes are words: neither numbers nor what cameras call every picture.
    """
    return next((text for text in patterns if _fits(NamePattern(text), names)), "")


def _fits(pattern: NamePattern, names: Sequence[str]) -> bool:
    counts = Counter(filter(None, map(pattern.class_of, names)))
    words = [name for name in counts if _is_word(name)]
    return (2 <= len(words) == len(counts) and sum(counts.values()) >= FITTING_SHARE * len(names)
            and sum(counts.values()) >= 2 * len(counts))


def _is_word(name: str) -> bool:
    letters = [character for character in name if character.isalpha()]
    return 2 * len(letters) >= len(name) and name.casefold().strip("_- ") not in _NO_CLASSES
