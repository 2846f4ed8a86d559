"""Checks for pictures that are there more than once: copies, leaks between splits, two classes for one picture."""

from collections import Counter
from collections.abc import Iterable, Sequence
from types import MappingProxyType

from cnnstudio.data.curation.decisions import Decision
from cnnstudio.data.health.case import Case, Group
from cnnstudio.data.health.finding import Finding, Remedy, exclude, number
from cnnstudio.wording import joined, translate

_RANK = {"test": 0, "validation": 1, "train": 2, None: 3}
"""Where a picture is worth most: there are fewer to judge by than to learn from."""

_MOVED = {split: Decision(split=split) for split in _RANK}
_OFFERED_CLASSES = 3


def conflict(case: Case) -> Iterable[Finding]:
    """Report equal pictures under different classes."""
    groups = [group for group in case.equal if _classes(case, group) > 1]
    if groups:
        names = joined(sorted({case.class_name(index) for index in groups[0]}))
        yield Finding(
            "conflict", "error", number(len(groups), translate("data", "picture under two classes"), translate(
                "data", "pictures under two classes")),
            translate(
                "data", "The same pixels carry different labels, so one of them is wrong. The first is under {names}. "
                "Keep each where it belongs.", names=names), case.paths(groups), _conflict_remedies(case, groups))


def near_conflict(case: Case) -> Iterable[Finding]:
    """Report pictures that look alike under different classes."""
    groups = [group for group in case.alike
              if _classes(case, group) > 1 and _classes(case, _different(case, group)) > 1]
    if groups:
        yield Finding(
            "near conflict", "warning",
            number(len(groups), translate("data", "picture with a near copy in another class"),
                   translate("data", "pictures with a near copy in another class")),
            translate(
                "data", "Pictures that look the same carry different labels. Look at them side by side: either a "
                "label is wrong, or the classes differ in something very small."), case.paths(groups),
            _conflict_remedies(case, groups))


def _conflict_remedies(case: Case, groups: Sequence[Group]) -> tuple[Remedy, ...]:
    all_copies = [case.files[index] for group in groups for index in group]
    class_of = case.class_of
    counts = Counter([label for group in groups for label in {class_of[index] for index in group}])
    names = [case.folder.class_names[label] for label, _ in counts.most_common(_OFFERED_CLASSES)]
    keeping = [_keep_in(case, groups, name) for name in names]
    return exclude(translate("data", "Leave all of them out"), all_copies), *keeping


def _keep_in(case: Case, groups: Sequence[Group], name: str) -> Remedy:
    """Return the remedy that leaves out the copies in other classes, where one is in class ``name``."""
    own, class_of = case.folder.class_names.index(name), case.class_of
    others = [case.files[index] for group in groups if own in [class_of[one] for one in group]
              for index in group if class_of[index] != own]
    return exclude(translate("data", "Keep those in {name}", name=name), others)


def leak(case: Case) -> Iterable[Finding]:
    """Report equal pictures in different splits."""
    groups = [group for group in case.equal if _splits(case, group) > 1]
    if groups:
        yield Finding(
            "leak", "error", number(len(groups), translate("data", "picture in more than one split"), translate(
                "data", "pictures in more than one split")),
            translate(
                "data", "What was trained on is tested on as well, so the accuracy comes out too high. Keep each "
                "picture in one of train, validation and test."), case.paths(groups), _leak_remedies(case, groups))


def near_leak(case: Case) -> Iterable[Finding]:
    """Report pictures in one split that look like some in another, beyond equal ones."""
    groups = [group for group in case.alike
              if _splits(case, group) > 1 and _splits(case, _different(case, group)) > 1]
    if groups:
        yield Finding(
            "near leak", "warning",
            number(len(groups), translate("data", "picture with a near copy in another split"),
                   translate("data", "pictures with near copies in another split")),
            translate(
                "data", "Resized, re-encoded or slightly changed copies of training images are judged on, so the "
                "accuracy comes out too high. Keep pictures that look alike in one split."), case.paths(groups),
            _leak_remedies(case, groups))


def _leak_remedies(case: Case, groups: Sequence[Group]) -> tuple[Remedy, ...]:
    spare, moves = [], {}
    split_of, files = case.split_of, case.files
    for group in groups:
        home = min([split_of[index] for index in group], key=_RANK.__getitem__)
        away = [files[index] for index in group if split_of[index] != home]
        spare += away
        moves.update(dict.fromkeys([file.relative for file in away], _MOVED[home]))
    return (exclude(translate("data", "Leave out the copies from training"), spare),
            Remedy(translate("data", "Move the copies together, out of training"), MappingProxyType(moves)))


def duplicates(case: Case) -> Iterable[Finding]:
    """Report equal pictures."""
    groups = case.equal
    copies = sum(len(group) - 1 for group in groups)
    if copies:
        yield Finding(
            "duplicates", "info", number(copies, translate("data", "exact copy"), translate("data", "exact copies")),
            translate(
                "data", "{pictures} there more than once. Splits made here keep copies together; copies still count "
                "more in training.", pictures=number(
                    len(groups), translate("data", "picture is"), translate("data", "pictures are"))),
            case.paths(groups), _thin_out(case, groups))


def near_duplicates(case: Case) -> Iterable[Finding]:
    """Report pictures that look alike and are not equal."""
    groups = case.alike
    copies = sum(len({case.files[index].digest for index in group}) - 1 for group in groups)
    if copies:
        yield Finding(
            "near duplicates", "info", number(copies, translate("data", "near copy"), translate("data", "near copies")),
            translate(
                "data", "{pictures} there again in another size, quality or format, or hardly changed. Splits made "
                "here keep them together; they still count more in training.", pictures=number(
                    len(groups), translate("data", "picture is"), translate("data", "pictures are"))),
            case.paths(groups), _thin_out(case, groups))


def _thin_out(case: Case, groups: Sequence[Group]) -> tuple[Remedy, ...]:
    """Leave out all but one of each group within one class: in the rarest split, the largest picture."""
    spare = []
    for group in groups:
        if _classes(case, group) == 1:
            kept = min(group, key=lambda index: _worth(case, index))
            spare += [case.files[index] for index in group if index != kept]
    return (exclude(translate("data", "Leave out the copies but one"), spare),) if spare else ()


def _worth(case: Case, index: int) -> tuple[int, int, int]:
    file = case.files[index]
    return _RANK[case.split_of[index]], -file.height * file.width, index


def _different(case: Case, group: Group) -> Group:
    """Return one of each set of equal pictures in a group: what equal ones do wrong is another finding."""
    return tuple({case.digests[index]: index for index in reversed(group)}.values())


def _classes(case: Case, group: Group) -> int:
    class_of = case.class_of
    return len({class_of[index] for index in group})


def _splits(case: Case, group: Group) -> int:
    split_of = case.split_of
    return len({split_of[index] for index in group})
