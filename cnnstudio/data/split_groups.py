"""Which images belong into one split: equal pictures, pictures that look alike, and names that agree in a part."""

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import pairwise

from cnnstudio.data.folder.image_folder import ImageFile
from cnnstudio.errors import ImageFolderError
from cnnstudio.wording import translate

Group = tuple[int, ...]
"""Ascending indices of files that belong together."""

_EXAMPLE = "An example is {}_* for files such as patient7_03.jpg: what stands before the first _ must agree."
_TOKEN = re.compile(r"\{\}|\*+|#+|[^*#{}]+|[{}]")


def groups(files: Sequence[ImageFile], pattern: str = "") -> list[Group]:
    """Return all files in groups, most of one file, in the order of their first members.

    Files with equal digests, with the same `ImageFile.group`, or whose names agree as ``pattern`` says are together,
    also by way of others.

    Raises
    ------
    ImageFolderError
        When the pattern is not one, or fits no file.
    """
    parent = list(range(len(files)))
    _join(parent, (file.digest for file in files))
    _join(parent, (file.group for file in files))
    if pattern:
        _join(parent, name_parts(files, pattern))
    further: dict[int, list[int]] = defaultdict(list)
    for index, above in enumerate(parent):
        if above != index:
            further[_root(parent, index)].append(index)
    return [(index, *further.get(index, ())) for index, above in enumerate(parent) if above == index]


def _join(parent: list[int], keys: Iterable[Hashable]) -> None:
    """Put files with equal keys together, below the first of them; an empty key says nothing."""
    first: dict[Hashable, int] = {}
    for index, key in enumerate(keys):
        other = first.setdefault(key, index) if key else index
        if other != index:
            one, two = _root(parent, other), _root(parent, index)
            parent[max(one, two)] = min(one, two)


def _root(parent: list[int], index: int) -> int:
    while parent[index] != index:
        parent[index] = parent[parent[index]]
        index = parent[index]
    return index


def name_parts(files: Sequence[ImageFile], pattern: str) -> list[tuple[str, ...]]:
    """Return for each file what stands at the ``{}`` of ``pattern``; nothing where the pattern does not fit.

    ``{}`` is at least one character, as few as possible; ``*`` any text, ``#`` one or more digits, all of them. The
    pattern is held against the file's name, or against its place below the folder when there is a ``/`` in it; the
    ending (``.jpg``) may be left out.

    Raises
    ------
    ImageFolderError
        When there is no ``{}`` in the pattern, it has single braces, or no file fits.
    """
    match = compile_pattern(pattern)
    parts = [match(_subject(file.relative, whole="/" in pattern)) for file in files]
    if not any(parts):
        example = files[0].relative if files else ""
        raise ImageFolderError(translate(
            "data", "No file fits the pattern {pattern!r} of images to keep together; one is {example}. "
            "{other_example}", pattern=pattern, example=example, other_example=translate("data", _EXAMPLE)))
    return parts


def _subject(relative: str, *, whole: bool) -> str:
    return relative if whole else relative.rpartition("/")[2]


def compile_pattern(pattern: str) -> Callable[[str], tuple[str, ...]]:
    """Return a function from a name to what stands at each ``{}``, empty when the name does not fit.

    No pattern makes it slow: each ``*`` and ``{}`` but the last is settled at its first chance and never tried again,
    as in a file pattern, and ``#`` never gives a digit back.
    """
    tokens = _TOKEN.findall(pattern)
    _check(pattern, tokens)
    expression = re.compile(_expression(tokens), re.DOTALL)

    def match(name: str) -> tuple[str, ...]:
        found = expression.fullmatch(name) or expression.fullmatch(name.rpartition(".")[0])
        return found.groups() if found else ()

    return match


def _check(pattern: str, tokens: Sequence[str]) -> None:
    if "{" in tokens or "}" in tokens:
        raise ImageFolderError(translate(
            "data", "The pattern {pattern!r} has a brace alone; only {{}} means something. {example}", pattern=pattern,
            example=translate("data", _EXAMPLE)))
    if "{}" not in tokens:
        raise ImageFolderError(translate(
            "data", "The pattern {pattern!r} does not say which part of the names must agree: put {{}} there. "
            "{example}", pattern=pattern, example=translate("data", _EXAMPLE)))
    for one, following in pairwise(tokens):
        if one[0] == "#" and following[0].isdigit():
            raise ImageFolderError(translate(
                "data", "The pattern {pattern!r} fits nothing: # takes all digits, so no digit can follow. {example}",
                pattern=pattern, example=translate("data", _EXAMPLE)))


def _expression(tokens: Sequence[str]) -> str:
    """Return a regular expression that never tries an earlier wildcard again: one atomic group for each."""
    pieces: list[str] = [""]
    for part in tokens:
        if part[0] in "*{":
            pieces.append(".*?" if part[0] == "*" else "(.+?)")
        else:
            pieces[-1] += "[0-9]++" if part[0] == "#" else re.escape(part)
    *settled, last = pieces
    return "".join(f"(?>{piece})" for piece in settled) + last
