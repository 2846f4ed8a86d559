"""Finds bursts, patients and video frames by the files' names, so that they can be kept in one split."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cnnstudio.data.folder.image_folder import ImageFile
from cnnstudio.data.health.case import Case
from cnnstudio.data.health.finding import Finding, Remedy
from cnnstudio.data.split_groups import compile_pattern
from cnnstudio.wording import translate

PATTERNS: tuple[str, ...] = (
    "{}_BURST*", "{}_frame_#", "{}_frame#", "{}-frame-#", "{}_frame*", "{}_#", "{}-#", "{} (#)", "{}_*", "{}-*")
"""Those tried on a folder, the most telling first."""

FITTING_SHARE = 0.6
"""A pattern is offered when so many of the names have a group by it."""

LEAST_GROUP = 2.0
"""Images a group has on average at least."""

_RUN, _RUNS = 50, 40  # names that follow each other show groups; a sample of runs is enough to choose a pattern


@dataclass(frozen=True, slots=True)
class _Grouping:
    """How some files are grouped by a pattern: the key of each, empty where it does not fit."""

    keys: list[tuple[str, ...]]
    files: Sequence[ImageFile]

    @property
    def is_telling(self) -> bool:
        """Whether most names fit, groups have company, and no class is one group, as by its own name."""
        fitting = [key for key in self.keys if key]
        groups = set(fitting)
        if len(fitting) < FITTING_SHARE * len(self.keys) or len(fitting) < LEAST_GROUP * len(groups):
            return False
        of_class: dict[int, set[tuple[str, ...]]] = defaultdict(set)
        for key, file in zip(self.keys, self.files, strict=True):
            of_class[file.class_index].add(key)
        return all(len(keys - {()}) > 1 for keys in of_class.values())


def name_groups(case: Case) -> Iterable[Finding]:
    """Offer a pattern of names whose groups belong into one split, unless the splits are known and part none."""
    sample = _sample(case.files)
    pattern = next((one for one in PATTERNS if _grouping(one, sample).is_telling), "")
    if not pattern:
        return
    grouping = _grouping(pattern, case.files)
    parted = _parted(case, grouping.keys)
    if case.splits is not None and not parted:
        return
    counts = Counter(key for key in grouping.keys if key)
    largest = max(counts, key=counts.__getitem__)
    files = [file for key, file in zip(grouping.keys, case.files, strict=True)
             if key and (key in parted or case.splits is None)]
    yield Finding(
        "name groups", "warning", translate(
            "data", "The names look like {count:,} series of pictures", count=len(counts)),
        translate(
            "data", "{count:,} files begin as {largest}. Frames of one video, pictures of one patient or one burst "
            "are nearly alike: in training and in validation at once, they make the accuracy come out too high. If "
            "the names mean that, keep together what agrees in {pattern}.", count=counts[largest], largest=largest[0],
            pattern=pattern), tuple(file.path for file in files),
        (Remedy(translate("data", "Keep together by {pattern}", pattern=pattern), group_pattern=pattern),))


def _sample(files: Sequence[ImageFile]) -> list[ImageFile]:
    """Return runs of files that follow each other, spread over all."""
    if len(files) <= _RUN * _RUNS:
        return list(files)
    starts = range(0, len(files) - _RUN, (len(files) - _RUN) // (_RUNS - 1))
    return [file for start in starts for file in files[start:start + _RUN]]


def _grouping(pattern: str, files: Sequence[ImageFile]) -> _Grouping:
    match = compile_pattern(pattern)
    return _Grouping([match(file.relative.rpartition("/")[2]) for file in files], files)


def _parted(case: Case, keys: Sequence[tuple[str, ...]]) -> set[tuple[str, ...]]:
    """Return the groups that are in more than one split."""
    splits: dict[tuple[str, ...], set[str | None]] = defaultdict(set)
    for key, split in zip(keys, case.split_of, strict=True):
        if key:
            splits[key].add(split)
    return {key for key, found in splits.items() if len(found) > 1}
