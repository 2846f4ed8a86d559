"""Divide images into training, validation and test: seeded, stratified, pictures that belong together kept together."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cnnstudio.data.config import SplitConfig
from cnnstudio.data.folder.image_folder import ImageFile, ImageFolder
from cnnstudio.data.split_groups import Group, groups
from cnnstudio.errors import ImageFolderError
from cnnstudio.wording import translate

SPLITS = ("train", "validation", "test")


@dataclass(frozen=True, slots=True)
class Splits:
    """Which of a folder's files are for what: ascending int64 indices into `ImageFolder.files`, disjoint."""

    train: NDArray[np.int64]
    validation: NDArray[np.int64]
    test: NDArray[np.int64]


Parts = Mapping[str, list[int]]
"""Split -> indices of files."""


def split(folder: ImageFolder, config: SplitConfig) -> Splits:
    """Divide the files of a folder.

    The user's decisions about single images come first, then splits that the folder gives. What is missing is taken
    out of the training images (of all, where the folder gives none), class by class, by the wanted shares; with
    ``folds``, validation is one of that many nearly equal parts of everything that is not for the test. Files with
    equal digests, that look alike, or whose names agree as ``group_pattern`` says, stay together (see
    `split_groups.groups`), so far as neither the user nor the folder parts them. A class with two groups or more is
    both in training and in validation, unless there are folds (a group under several classes counts for the rarest of
    them). The order in which groups are chosen follows from a hash of the seed and the first file's name below the
    folder: the same on every machine and for every order of files, and hardly changed by further files.

    Raises
    ------
    ImageFolderError
        When nothing is left for training or for validation, or the shares, the fold or the pattern cannot be.
    """
    _check(config)
    division = _Division(folder, config)
    parts = division.divide()
    result = Splits(*(np.array(sorted(parts[name]), dtype=np.int64) for name in SPLITS))
    _refuse_empty(folder, result, config)
    return result


def _check(config: SplitConfig) -> None:
    if config.folds > 1 and config.fold > config.folds:
        raise ImageFolderError(translate(
            "data", "There is no fold {fold} of {folds}; choose 1 to {folds}.", fold=config.fold, folds=config.folds))
    if (0 if config.folds > 1 else config.validation_share) + config.test_share >= 1:
        raise ImageFolderError(translate(
            "data", "The validation share and the test share leave no images for training; lower one."))


def _refuse_empty(folder: ImageFolder, splits: Splits, config: SplitConfig) -> None:
    together = (translate(
        "data", " The pattern {group_pattern!r} keeps too many together; try another.",
        group_pattern=config.group_pattern) if config.group_pattern
                else "")
    if not len(splits.train):
        raise ImageFolderError(translate(
            "data", "There are no training images in {root}: all {used:,} are for validation or test. Add a folder "
            "train with class folders inside.{together}", root=folder.root, used=folder.used, together=together))
    if not len(splits.validation) and config.folds > 1:
        raise ImageFolderError(translate(
            "data", "Fold {fold} of {folds} has no images: {root} has too few different pictures. Choose fewer folds, "
            "or add images.{together}", fold=config.fold, folds=config.folds, root=folder.root, together=together))
    if not len(splits.validation):
        raise ImageFolderError(translate(
            "data", "No image of {root} can be kept for validation: no class has two different pictures. Add "
            "images.{together}", root=folder.root, together=together))


class _Division:
    """One division of a folder under way."""

    def __init__(self, folder: ImageFolder, config: SplitConfig) -> None:
        self._folder, self._config = folder, config
        self._files = folder.files
        self._by_folds, self._seed = config.folds > 1, config.seed
        given = {file.split for file in self._files if not file.is_split_decided}
        self._made = {name for name in SPLITS if name not in given or (name == "validation" and self._by_folds)}
        """Splits that the folder does not give."""

    def divide(self) -> Parts:
        """Return every file's index in one part."""
        parts: dict[str, list[int]] = {name: [] for name in SPLITS}
        free = self._settle(parts)
        taken = self._taken(parts)
        for label, its_groups in self._by_class(free).items():
            for name, chosen in self._divide_class(label, its_groups, taken[label]).items():
                parts[name].extend(index for group in chosen for index in group)
        return parts

    def _settle(self, parts: Parts) -> list[Group]:
        """Put the files whose split is settled, and those that follow them, into ``parts``; return the free groups."""
        settled = [self._settled(file) for file in self._files]
        found = groups(self._files, self._config.group_pattern)
        if not any(settled):
            return found
        free: list[Group] = []
        for group in found:
            target = min(filter(None, (settled[index] for index in group)), key=SPLITS.index, default="")
            rest = group if not target else self._follow(group, settled, target, parts)
            if rest:
                free.append(rest)
        return free

    def _settled(self, file: ImageFile) -> str:
        """Return the split the user or the folder gives a file; empty when it is still to be chosen."""
        if file.split is None or file.is_split_decided:
            return file.split or ""
        return file.split if file.split not in self._made and file.split != "train" else ""

    def _follow(self, group: Group, settled: Sequence[str], target: str, parts: Parts) -> Group:
        """Let a group's free files follow the settled ones to ``target``; return those that the folder holds back."""
        rest: list[int] = []
        for index in group:
            may_follow = self._files[index].split is None or target in self._made or target == "train"
            name = settled[index] or (target if may_follow else "")
            (parts[name] if name else rest).append(index)
        return tuple(rest)

    def _taken(self, parts: Parts) -> Mapping[int, Counter[str]]:
        """Count by class what is in each part already by the user's decisions, not by the folder's."""
        taken: dict[int, Counter[str]] = defaultdict(Counter)
        for name in SPLITS:
            counted = (self._files[index] for index in parts[name])
            for file in counted:
                if file.is_split_decided or file.split != name:
                    taken[file.class_index][name] += 1
        return taken

    def _by_class(self, free: Iterable[Group]) -> dict[int, list[Group]]:
        """Return each class's groups in the seed's order; a group under several classes counts for the rarest."""
        by_class: dict[int, list[Group]] = defaultdict(list)
        shared: list[tuple[Group, set[int]]] = []
        for group in free:
            labels = {self._files[index].class_index for index in group} if len(group) > 1 else ()
            if len(labels) > 1:
                shared.append((group, set(labels)))
            else:
                by_class[self._files[group[0]].class_index].append(group)
        frequency = Counter({label: len(its_groups) for label, its_groups in by_class.items()})
        frequency.update(label for _, labels in shared for label in labels)
        for group, labels in shared:
            by_class[min(labels, key=lambda label: (frequency[label], label))].append(group)
        return {label: sorted(its_groups, key=self._order) for label, its_groups in by_class.items()}

    def _order(self, group: Group) -> bytes:
        if len(group) == 1:
            return self._hash(self._files[group[0]].relative)
        return self._hash(min(self._files[index].relative for index in group))

    def _hash(self, name: str) -> bytes:
        return hashlib.blake2b(f"{self._seed}\0{name}".encode("utf-8", "surrogatepass"), digest_size=8).digest()

    def _divide_class(self, label: int, its_groups: Sequence[Group], taken: Counter[str]) -> Mapping[str, list[Group]]:
        total = sum(map(len, its_groups)) + taken.total()
        wanted_test = round(total * self._share("test")) - taken["test"]
        if self._by_folds:
            test, others = _take(list(its_groups), wanted_test, at_least_one=False)
            validation, train = self._fold(label, others)
        else:
            wanted = round(total * self._share("validation")) - taken["validation"]
            needs_one = self._share("validation") > 0 and not taken["validation"]
            validation, others = _take(list(its_groups), wanted, at_least_one=needs_one)
            test, train = _take(others, wanted_test, at_least_one=False)
        return {"train": train, "validation": validation, "test": test}

    def _share(self, name: str) -> float:
        share = self._config.test_share if name == "test" else self._config.validation_share
        return share if name in self._made else 0.0

    def _fold(self, label: int, its_groups: Sequence[Group]) -> tuple[list[Group], list[Group]]:
        """Cut a class into equal pieces; return the wanted one and all others.

        Which piece is which fold depends on the class's name, so that small classes do not all meet in one fold.
        """
        folds = self._config.folds
        total = sum(map(len, its_groups))
        offset = int.from_bytes(self._hash(self._folder.class_names[label])) % folds
        wanted: list[Group] = []
        others: list[Group] = []
        before = 0
        for group in its_groups:
            piece = (2 * before + len(group)) * folds // (2 * total)
            (wanted if (piece + offset) % folds == self._config.fold - 1 else others).append(group)
            before += len(group)
        return wanted, others


def _take(its_groups: list[Group], wanted: int, *, at_least_one: bool) -> tuple[list[Group], list[Group]]:
    """Take groups in order while they fit into ``wanted`` images, but leave one; return them and the rest."""
    taken: list[Group] = []
    rest: list[Group] = []
    room = wanted
    for place, group in enumerate(its_groups):
        is_last_left = not rest and place == len(its_groups) - 1
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
