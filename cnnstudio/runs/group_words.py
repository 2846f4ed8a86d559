"""What a group of trainings says, in sentences for people."""

from cnnstudio.runs.group_results import GroupSummary
from cnnstudio.training.repeats import Spread
from cnnstudio.wording import counted, translate

_KINDS = {"seeds": ("1 seed", "{count} seeds"), "folds": ("1 fold", "{count} folds"),
          "sweep": ("1 trial", "{count} trials")}


def members_text(group: GroupSummary) -> str:
    """Return how many trainings there are and will be: ``"5 seeds"``, or ``"3 of 5 seeds"`` while some are missing."""
    one, many = _KINDS[group.group.kind]
    count = group.group.count or len(group.members)
    done = len(group.complete)
    words = counted(count, translate("runs", one), translate("runs", many))
    return words if done >= count else translate("runs", "{done:,} of {words}", done=done, words=words)


def accuracy_text(group: GroupSummary) -> str:
    """Return ``"94.2 % ± 0.8 %"``; for a sweep ``"up to 94.2 %"``; empty when no member is complete."""
    if group.val_accuracy is None:
        return ""
    if group.spread is None:
        return translate("runs", "up to {val_accuracy}", val_accuracy=_percent(group.val_accuracy))
    return spread_text(group.spread)


def spread_text(found: Spread) -> str:
    """Return ``"94.2 % ± 0.8 %"``: mean and sample standard deviation."""
    return _percent(found.mean) + (f" ± {_percent(found.deviation)}" if found.deviation is not None else "")


def meaning(group: GroupSummary) -> tuple[str, ...]:
    """Say what mean, deviation and interval of a group mean, a sentence or two each; nothing for a sweep."""
    found = group.spread
    if found is None:
        return ()
    if found.deviation is None:
        return (translate(
            "runs", "One training alone says nothing of what chance does; {count:,} are missing.",
            count=len(group.missing)),)
    return _of_folds(group, found) if group.group.kind == "folds" else _of_seeds(found)


def _of_folds(group: GroupSummary, found: Spread) -> tuple[str, ...]:
    missing = "" if not group.missing else translate(
        "runs", " {count:,} of {group_count:,} folds are missing.", count=len(group.missing),
        group_count=group.group.count)
    low, high = group.interval or (0.0, 1.0)
    every = translate("runs", "Every image") if not missing else translate("runs", "Every image of these folds")
    return (
        translate(
            "runs", "{spread} is mean and standard deviation of {count:,} folds. The deviation says how much the "
            "accuracy depends on which images are kept for validation; it is no error of the mean, for the trainings "
            "share most of their images.{missing}", spread=spread_text(found), count=found.count, missing=missing),
        translate(
            "runs", "{every} was judged once, by a network that had not learned from it: {right:,} of {judged:,} are "
            "right, {group_right} (95 % interval {low} to {high}).", every=every, right=group.right,
            judged=group.judged, group_right=_percent(group.right / group.judged), low=_percent(low),
            high=_percent(high)))


def _of_seeds(found: Spread) -> tuple[str, ...]:
    low, high = found.interval or (0.0, 1.0)
    if not found.deviation:
        return (translate(
            "runs", "All {count:,} trainings came to {mean}: the validation images are too few or too easy to show "
            "what another seed changes.", count=found.count, mean=_percent(found.mean)),)
    return (
        translate(
            "runs", "{spread} is mean and standard deviation of {count:,} trainings that differ in their seed alone: "
            "what chance does in the first weights, the order of the images and the random changes.",
            spread=spread_text(found), count=found.count),
        translate(
            "runs", "With 95 % confidence the mean over ever more seeds lies from {low} to {high} (Student's t). All "
            "were judged on the same validation images, so the chance in those is not in this interval.",
            low=_percent(low), high=_percent(high)))


def _percent(share: float) -> str:
    return f"{100 * share:.1f} %"
