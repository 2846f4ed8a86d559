"""The images a run was trained, validated and tested on, by name and content, so that they are known for good."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from cnnstudio.data.folder.image_folder import ImageFolder
from cnnstudio.data.split import SPLITS, Splits
from cnnstudio.errors import RunError
from cnnstudio.wording import listed, translate

SCHEMA_VERSION = 1


@dataclass(frozen=True)
class RunImages:
    """Columns of equal length, a row an image.

    Attributes
    ----------
    relative : place below the image folder
    class_name : the label it was used with
    split : ``"train"``, ``"validation"`` or ``"test"``
    size : bytes of the file
    digest : of the decoded pixels; empty when they were not known
    """

    relative: tuple[str, ...]
    class_name: tuple[str, ...]
    split: tuple[str, ...]
    size: tuple[int, ...]
    digest: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.relative)

    @cached_property
    def row_of(self) -> Mapping[str, int]:
        """Place below the image folder -> row."""
        return {name: row for row, name in enumerate(self.relative)}

    @property
    def key(self) -> str:
        """32 hexadecimal digits that change with any image's name, label, split or pixels, and not with their order."""
        digest = hashlib.blake2b(digest_size=16)
        for row in sorted(zip(self.relative, self.class_name, self.split, self.digest, strict=True)):
            digest.update(repr(row).encode("utf-8", "surrogatepass"))
        return digest.hexdigest()

    def is_same_picture(self, row: int, digest: str, size: int) -> bool:
        """Whether a file with this digest, or where one is missing with this size, is the picture of ``row``."""
        if digest and self.digest[row]:
            return digest == self.digest[row]
        return size == self.size[row]


def images_of(folder: ImageFolder, splits: Splits) -> RunImages:
    """Return the images of a training that is about to start."""
    places = np.zeros(folder.used, dtype=np.int64)
    for number, name in enumerate(SPLITS):
        places[getattr(splits, name)] = number
    files, names = folder.files, folder.class_names
    return RunImages(
        tuple(file.relative for file in files), tuple(names[file.class_index] for file in files),
        tuple(SPLITS[place] for place in places.tolist()), tuple(file.size for file in files),
        tuple(file.digest for file in files))


def images_to_bytes(images: RunImages) -> bytes:
    """Return the JSON of a run's member; classes and splits are given by their numbers."""
    names = list(dict.fromkeys(images.class_name))
    number = {name: place for place, name in enumerate(names)}
    document = {
        "schema_version": SCHEMA_VERSION, "class_names": names, "relative": images.relative,
        "class": [number[name] for name in images.class_name], "split": [SPLITS.index(name) for name in images.split],
        "size": images.size, "digest": images.digest}
    return json.dumps(document, allow_nan=False).encode("ascii") + b"\n"


def read_images(document: Any, name: str) -> RunImages:
    """Read what `images_to_bytes` wrote.

    Raises
    ------
    RunError
        Beginning with ``name`` and saying what cannot be used, or that the program is too old for it.
    """
    version = document.get("schema_version") if isinstance(document, Mapping) else None
    if isinstance(version, int) and version > SCHEMA_VERSION:
        raise RunError(translate(
            "runs", "{name} was written by a newer version of CNN Studio (images {version}; this one reads "
            "{schema_version}). Update the program to open the run.", name=name, version=version,
            schema_version=SCHEMA_VERSION))
    try:
        return _read(document)
    except (KeyError, TypeError, ValueError, IndexError) as error:
        raise RunError(translate(
            "runs", "{name} is damaged: it is not the list of a run's images ({reason}).", name=name,
            reason=error)) from error


def _read(document: Mapping[str, Any]) -> RunImages:
    relative, digest = (_column(document, key, str) for key in ("relative", "digest"))
    size = _column(document, "size", int)
    class_name = _named(_column(document, "class", int), _column(document, "class_names", str))
    split = _named(_column(document, "split", int), SPLITS)
    columns = (relative, class_name, split, size, digest)
    if len({len(column) for column in columns}) > 1:
        raise ValueError("its columns differ in length")
    return RunImages(*columns)


def _column(document: Mapping[str, Any], key: str, kind: type) -> tuple[Any, ...]:
    values = document[key]
    if not isinstance(values, list) or not all(type(value) is kind for value in values):
        raise TypeError(f"{key} is not a list of {kind.__name__}")
    return tuple(values)


def _named(numbers: Sequence[int], names: Sequence[str]) -> tuple[str, ...]:
    if numbers and min(numbers) < 0:
        raise ValueError("a number is negative")
    return tuple(names[number] for number in numbers)


_OTHERS = ("{count:,} more", "{count:,} fewer", "{count:,} with other pixels", "{count:,} with another label",
           "{count:,} in another split")


def compared(a: RunImages, b: RunImages) -> str:
    """Say in a sentence what distinguishes the images of run ``a`` from those of run ``b``; empty when nothing does."""
    shared = [(row, b.row_of[name]) for row, name in enumerate(a.relative) if name in b.row_of]
    same = [(i, j) for i, j in shared if a.is_same_picture(i, b.digest[j], b.size[j])]
    counts = (
        len(a) - len(shared), len(b) - len(shared), len(shared) - len(same),
        sum(a.class_name[i] != b.class_name[j] for i, j in same), sum(a.split[i] != b.split[j] for i, j in same))
    told = listed([translate("runs", words, count=count)
                   for count, words in zip(counts, _OTHERS, strict=True) if count])
    return translate("runs", "Images: {count:,} in common; {listed}", count=len(same), listed=told) if told else ""
