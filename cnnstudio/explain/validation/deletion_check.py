"""Does the class's probability hang on the places the map marks? Covered and uncovered, beside random places."""

from collections.abc import Iterator

import numpy as np

from cnnstudio.explain.heatmap import Floats, Pixels
from cnnstudio.explain.pixels.question import ShouldStop
from cnnstudio.explain.validation.deletion import ORDERS, CoverFill, DeletionCurves, deletion_curves
from cnnstudio.explain.validation.effort import THOROUGH, Effort
from cnnstudio.explain.validation.subject import Subject
from cnnstudio.explain.validation.trust_report import TrustCurve, TrustLevel, TrustRow, TrustStep

_TITLE = "Does the answer hang on the marked places?"
_SHOWN_SHARE = 0.2


def check_deletion(subject: Subject, should_stop: ShouldStop, effort: Effort = THOROUGH, *,
                   fill: CoverFill = "blur", orders: int = ORDERS) -> Iterator[TrustStep | TrustRow]:
    """Yield a step a curve, then the row."""
    def score(pixels: Pixels) -> Floats:
        return subject.probabilities(pixels, should_stop)

    for found in deletion_curves(score, subject.pixels, subject.raw, fill=fill, orders=orders, steps=effort.steps):
        if isinstance(found, int):
            yield TrustStep(found, orders + 2, "covering and uncovering")
        else:
            yield _row(subject, found, fill)


def _row(subject: Subject, curves: DeletionCurves, fill: CoverFill) -> TrustRow:
    orders = len(curves.random_deletion)
    ranks = curves.deletion_rank, curves.insertion_rank
    level: TrustLevel = "good" if min(ranks) == orders else "bad" if max(ranks) <= orders // 2 else "doubtful"
    own = [float(curves.area(curve)) for curve in (curves.deletion, curves.insertion)]
    random = [float(np.mean(curves.area(curve))) for curve in (curves.random_deletion, curves.random_insertion)]
    return TrustRow(
        "deletion", _TITLE, level, own[1] - own[0], f"deletion {own[0]:.2f}, insertion {own[1]:.2f}",
        f"At random places, {orders} times: {random[0]:.2f} and {random[1]:.2f} (areas under the curves; filled with "
        f"{_FILL_WORDS[fill]}). Faint in the picture: covered at random, the least, mean and most.",
        f"{_VERDICTS[level]} {_example(subject, curves)}",
        f"The map is better than all {orders} random orders both in taking the answer away (a small area) and in "
        "bringing it back (a large one): yes. Better than at most half of them in both: no.",
        _pictures(curves), "share of the image", f"probability of {subject.class_name}")


def _example(subject: Subject, curves: DeletionCurves) -> str:
    """Say what covering about a fifth of the image does."""
    step = int(np.abs(curves.shares - _SHOWN_SHARE).argmin())
    random = curves.random_deletion[:, step]
    return (f"Covering the hottest {_percent(curves.shares[step])} takes the probability of {subject.class_name} "
            f"from {_percent(curves.deletion[0])} to {_percent(curves.deletion[step])}; as much at random "
            f"leaves {_percent(random.mean())} ({_percent(random.min())} to {_percent(random.max())}).")


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"


def _pictures(curves: DeletionCurves) -> tuple[TrustCurve, ...]:
    random = curves.random_deletion
    return (TrustCurve("covered", curves.shares, curves.deletion),
            TrustCurve("uncovered", curves.shares, curves.insertion),
            TrustCurve("covered at random", curves.shares, random.mean(axis=0), random.min(axis=0), random.max(axis=0)))


_FILL_WORDS: dict[CoverFill, str] = {
    "blur": "the image blurred", "mean": "its mean colour", "inpaint": "its surroundings"}

_VERDICTS: dict[TrustLevel, str] = {
    "good": "Yes, more than on random places.",
    "doubtful": "Only in part: random places matter about as much.",
    "bad": "No: random places matter as much or more.",
}
