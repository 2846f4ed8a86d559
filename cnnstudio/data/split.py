"""Divide images into training, validation and test: seeded, stratified, equal pictures kept together."""

import hashlib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cnnstudio.data.config import SplitConfig
from cnnstudio.data.image_folder import ImageFile, ImageFolder
from cnnstudio.errors import ImageFolderError

Group = tuple[int, ...]
"""Indices of files that show the same picture."""


@dataclass(frozen=True, slots=True)
class Splits:
    """Which of a folder's files are for what: ascending int64 indices into `ImageFolder.files`, disjoint."""

    train: NDArray[np.int64]
    validation: NDArray[np.int64]
    test: NDArray[np.int64]


def split(folder: ImageFolder, config: SplitConfig) -> Splits:
    """Divide the files of a folder.

    Splits that the folder gives are kept. What is missing is taken out of the training images (of all, where the
    folder gives none), class by class, by the wanted shares. Files with equal digests stay together. A class with two
    different pictures or more is both in training and in validation (where one picture lies under several classes, it
    counts for the rarest of them). The order in which pictures are chosen follows
    from a hash of the seed and the file's name below the folder: the same on every machine, and hardly changed by
    further files.

    Raises
    ------
    ImageFolderError
        When nothing is left for training or for validation.
    """
    if config.validation_share + config.test_share >= 1:
        raise ImageFolderError("The validation share and the test share leave no images for training; lower one.")
    given = {name: [i for i, file in enumerate(folder.files) if file.split == name] for name in ("validation", "test")}
    rest = [i for i, file in enumerate(folder.files) if file.split in {None, "train"}]
    shares = (0.0 if given["validation"] else config.validation_share, 0.0 if given["test"] else config.test_share)
    train, validation, test = _divide(folder, rest, shares, config.seed)
    result = Splits(_indices(train), _indices(validation + given["validation"]), _indices(test + given["test"]))
    _refuse_empty(folder, result)
    return result


def _indices(values: Sequence[int]) -> NDArray[np.int64]:
    return np.array(sorted(values), dtype=np.int64)


def _refuse_empty(folder: ImageFolder, splits: Splits) -> None:
    if not len(splits.train):
        raise ImageFolderError(f"There are no training images in {folder.root}: all {folder.used:,} are for validation "
                               "or test. Add a folder train with class folders inside.")
    if not len(splits.validation):
        raise ImageFolderError(f"No image of {folder.root} can be kept for validation: no class has two different "
                               "pictures. Add images.")


def _divide(
    folder: ImageFolder, indices: Sequence[int], shares: tuple[float, float], seed: int,
) -> tuple[list[int], list[int], list[int]]:
    """Divide ``indices`` into training, validation and test, one class after the other."""
    parts: tuple[list[int], list[int], list[int]] = ([], [], [])
    for groups in _groups_by_class(folder.files, indices, seed).values():
        for part, chosen in zip(parts, _divide_class(groups, shares), strict=True):
            part.extend(index for group in chosen for index in group)
    return parts


def _groups_by_class(files: Sequence[ImageFile], indices: Sequence[int], seed: int) -> dict[int, list[Group]]:
    """Return each class's groups in the seed's order; a group under several classes counts for the rarest."""
    members: dict[str, list[int]] = defaultdict(list)
    for index in indices:
        members[files[index].digest or f"file {index}"].append(index)
    pictures: dict[int, int] = defaultdict(int)
    for group in members.values():
        for label in {files[index].class_index for index in group}:
            pictures[label] += 1
    by_class: dict[int, list[Group]] = defaultdict(list)
    for group in members.values():
        home = min({files[index].class_index for index in group}, key=lambda label: (pictures[label], label))
        by_class[home].append(tuple(group))
    return {label: sorted(groups, key=lambda group: _order(files, group, seed)) for label, groups in by_class.items()}


def _order(files: Sequence[ImageFile], group: Group, seed: int) -> bytes:
    name = min(files[index].relative for index in group)
    return hashlib.blake2b(f"{seed}\0{name}".encode("utf-8", "surrogatepass"), digest_size=8).digest()


def _divide_class(groups: Sequence[Group], shares: tuple[float, float]) -> tuple[list[Group], list[Group], list[Group]]:
    """Fill validation, then test, up to their shares; the rest, at least one group, is for training."""
    total = sum(map(len, groups))
    validation, rest = _take(list(groups), round(total * shares[0]), at_least_one=shares[0] > 0)
    test, train = _take(rest, round(total * shares[1]), at_least_one=False)
    return train, validation, test


def _take(groups: list[Group], wanted: int, *, at_least_one: bool) -> tuple[list[Group], list[Group]]:
    """Take groups in order while they fit into ``wanted`` images, but leave one; return them and the rest."""
    taken: list[Group] = []
    rest: list[Group] = []
    room = wanted
    for place, group in enumerate(groups):
        is_last_left = not rest and place == len(groups) - 1
        if len(group) <= room and not is_last_left:
            taken.append(group)
            room -= len(group)
        else:
            rest.append(group)
    if at_least_one and not taken and len(rest) > 1:
        smallest = min(rest, key=len)
        rest.remove(smallest)
        taken.append(smallest)
    return taken, rest
