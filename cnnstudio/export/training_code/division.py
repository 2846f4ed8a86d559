"""How a script finds the classes and the splits of a folder: by a short rule, and by name where the rule is wrong."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from cnnstudio.data.listing.layouts import SPLIT_NAMES
from cnnstudio.errors import RunError
from cnnstudio.wording import translate

LISTED_AT_MOST = 20_000
"""Images that a script names one by one; beyond that it would be a list, not a program."""


@dataclass(frozen=True, slots=True)
class Division:
    """How the images are divided.

    Attributes
    ----------
    seed : what the order of the names follows from
    validation_share, test_share : of each class; 0 where the folder itself gives that split
    counts : training, validation and test images of the run
    has_split_folders : whether the outermost folders are train, val, test
    other_splits : place below the folder -> ``"train"``, ``"validation"``, ``"test"`` or ``"unused"``, where the rule
        says something else
    other_classes : place below the folder -> class, where the folders' names say something else
    """

    seed: int
    validation_share: float
    test_share: float
    counts: tuple[int, int, int]
    has_split_folders: bool = False
    other_splits: Mapping[str, str] = field(default_factory=dict)
    other_classes: Mapping[str, str] = field(default_factory=dict)


def division_of(relative: Sequence[str], classes: Sequence[str], splits: Sequence[str], class_names: Sequence[str], *,
                seed: int, validation_share: float, test_share: float, unused: Iterable[str] = ()) -> Division:
    """Return the rule that fits the images of a run, with its exceptions.

    Parameters
    ----------
    relative, classes, splits : of each image: its place below the folder, with ``/``, its class, its split
    unused : images in the folder that the run did not use

    Raises
    ------
    RunError
        When the rule is wrong for more than `LISTED_AT_MOST` images.
    """
    labels = dict(zip(relative, classes, strict=True))
    by_folder = {name: split_folder(name, class_names) for name in relative}
    given = {by_folder[name] for name in relative}
    shares = [("validation" not in given and validation_share) or 0.0, ("test" not in given and test_share) or 0.0]
    ruled = _ruled([*labels.items(), *_of_classes(unused, class_names)], class_names, seed, shares)
    wanted = dict(zip(relative, splits, strict=True))
    other_splits = {name: wanted.get(name, "unused") for name in ruled if ruled[name] != wanted.get(name, "unused")}
    other_classes = {name: label for name, label in labels.items() if folder_class(name, class_names) != label}
    if len(other_splits) + len(other_classes) > LISTED_AT_MOST:
        raise RunError(translate(
            "export", "The classes or splits of {count:,} images do not follow from the folder, and a script would "
            "have to name each of them. Put the images into one folder a class and train again, or export another "
            "format.", count=len(other_splits) + len(other_classes)))
    counts = tuple(sum(split == name for split in splits) for name in ("train", "validation", "test"))
    return Division(seed, shares[0], shares[1], (counts[0], counts[1], counts[2]), bool(given - {""}), other_splits,
                    other_classes)


def folder_class(relative: str, class_names: Sequence[str]) -> str:
    """Return the innermost folder that is called like a class; empty when there is none."""
    return next((part for part in reversed(relative.split("/")[:-1]) if part in class_names), "")


def split_folder(relative: str, class_names: Sequence[str]) -> str:
    """Return the split that the outermost folder names; empty when it names none or is a class itself."""
    first = relative.split("/", maxsplit=1)[0]
    return "" if first in class_names or "/" not in relative else SPLIT_NAMES.get(first.lower(), "")


def _of_classes(names: Iterable[str], class_names: Sequence[str]) -> Iterable[tuple[str, str]]:
    return ((name, label) for name in names for label in [folder_class(name, class_names)] if label)


def _ruled(images: Sequence[tuple[str, str]], class_names: Sequence[str], seed: int,
           shares: Sequence[float]) -> dict[str, str]:
    """Return what the script's rule makes of each image; see ``split_images`` in `folder_text`."""
    free: dict[str, list[str]] = defaultdict(list)
    result: dict[str, str] = {}
    for name, label in images:
        given = split_folder(name, class_names)
        if given in ("validation", "test"):
            result[name] = given
        else:
            free[label].append(name)
    for members in free.values():
        members.sort(key=lambda name: _hash(seed, name))
        first, second = split_sizes(len(members), shares[0], shares[1])
        for rank, name in enumerate(members):
            result[name] = "validation" if rank < first else "test" if rank < first + second else "train"
    return result


def split_sizes(count: int, validation_share: float, test_share: float) -> tuple[int, int]:
    """Return how many images of a class are for validation and for the test; one at least is left for training."""
    validation = min(max(1, round(count * validation_share)), count - 1) if validation_share else 0
    return validation, max(0, min(round(count * test_share), count - validation - 1))


def _hash(seed: int, name: str) -> bytes:
    return hashlib.blake2b(f"{seed}\0{name}".encode("utf-8", "surrogatepass"), digest_size=8).digest()
