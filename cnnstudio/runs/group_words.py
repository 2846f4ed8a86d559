"""What a group of trainings says, in sentences for people."""

from cnnstudio.runs.group_results import GroupSummary
from cnnstudio.training.repeats import Spread

_KINDS = {"seeds": ("seed", "seeds"), "folds": ("fold", "folds"), "sweep": ("trial", "trials")}


def members_text(group: GroupSummary) -> str:
    """Return how many trainings there are and will be: ``"5 seeds"``, or ``"3 of 5 seeds"`` while some are missing."""
    one, many = _KINDS[group.group.kind]
    count = group.group.count or len(group.members)
    done = len(group.complete)
    words = f"{count:,} {one if count == 1 else many}"
    return words if done >= count else f"{done:,} of {words}"


def accuracy_text(group: GroupSummary) -> str:
    """Return ``"94.2 % ± 0.8 %"``; for a sweep ``"up to 94.2 %"``; empty when no member is complete."""
    if group.val_accuracy is None:
        return ""
    if group.spread is None:
        return f"up to {_percent(group.val_accuracy)}"
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
        return (f"One training alone says nothing of what chance does; {len(group.missing):,} are missing.",)
    return _of_folds(group, found) if group.group.kind == "folds" else _of_seeds(found)


def _of_folds(group: GroupSummary, found: Spread) -> tuple[str, ...]:
    missing = "" if not group.missing else f" {len(group.missing):,} of {group.group.count:,} folds are missing."
    low, high = group.interval or (0.0, 1.0)
    every = "Every image" if not missing else "Every image of these folds"
    return (
        f"{spread_text(found)} is mean and standard deviation of {found.count:,} folds. The deviation says how much "
        "the accuracy depends on which images are kept for validation; it is no error of the mean, for the trainings "
        f"share most of their images.{missing}",
        f"{every} was judged once, by a network that had not learned from it: {group.right:,} of {group.judged:,} are "
        f"right, {_percent(group.right / group.judged)} (95 % interval {_percent(low)} to {_percent(high)}).")


def _of_seeds(found: Spread) -> tuple[str, ...]:
    low, high = found.interval or (0.0, 1.0)
    if not found.deviation:
        return (f"All {found.count:,} trainings came to {_percent(found.mean)}: the validation images are too few or "
                "too easy to show what another seed changes.",)
    return (
        f"{spread_text(found)} is mean and standard deviation of {found.count:,} trainings that differ in their seed "
        "alone: what chance does in the first weights, the order of the images and the random changes.",
        f"With 95 % confidence the mean over ever more seeds lies from {_percent(low)} to {_percent(high)} (Student's "
        "t). All were judged on the same validation images, so the chance in those is not in this interval.")


def _percent(share: float) -> str:
    return f"{100 * share:.1f} %"
