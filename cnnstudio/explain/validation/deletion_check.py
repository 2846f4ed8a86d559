"""Does the class's probability hang on the places the map marks? Covered and uncovered, beside random places."""

from collections.abc import Iterator

import numpy as np

from cnnstudio.explain.heatmap import Floats, Pixels
from cnnstudio.explain.pixels.question import ShouldStop
from cnnstudio.explain.validation.deletion import ORDERS, CoverFill, DeletionCurves, deletion_curves
from cnnstudio.explain.validation.effort import THOROUGH, Effort
from cnnstudio.explain.validation.subject import Subject
from cnnstudio.explain.validation.trust_report import TrustCurve, TrustLevel, TrustRow, TrustStep
from cnnstudio.wording import translate

_TITLE = "Does the answer hang on the marked places?"
_SHOWN_SHARE = 0.2


def check_deletion(subject: Subject, should_stop: ShouldStop, effort: Effort = THOROUGH, *,
                   fill: CoverFill = "blur", orders: int = ORDERS) -> Iterator[TrustStep | TrustRow]:
    """Yield a step a curve, then the row."""
    def score(pixels: Pixels) -> Floats:
        return subject.probabilities(pixels, should_stop)

    for found in deletion_curves(score, subject.pixels, subject.raw, fill=fill, orders=orders, steps=effort.steps):
        if isinstance(found, int):
            yield TrustStep(found, orders + 2, translate("explain", "covering and uncovering"))
        else:
            yield _row(subject, found, fill)


def _row(subject: Subject, curves: DeletionCurves, fill: CoverFill) -> TrustRow:
    orders = len(curves.random_deletion)
    ranks = curves.deletion_rank, curves.insertion_rank
    level: TrustLevel = "good" if min(ranks) == orders else "bad" if max(ranks) <= orders // 2 else "doubtful"
    own = [float(curves.area(curve)) for curve in (curves.deletion, curves.insertion)]
    random = [float(np.mean(curves.area(curve))) for curve in (curves.random_deletion, curves.random_insertion)]
    return TrustRow(
        "deletion", translate("explain", _TITLE), level, own[1] - own[0], translate(
            "explain", "deletion {own:.2f}, insertion {other_own:.2f}", own=own[0], other_own=own[1]),
        translate(
            "explain", "At random places, {orders} times: {random:.2f} and {other_random:.2f} (areas under the "
            "curves; filled with {fill_word}). Faint in the picture: covered at random, the least, mean and most.",
            orders=orders, random=random[0], other_random=random[1], fill_word=translate("explain", _FILL_WORDS[fill])),
        f"{translate('explain', _VERDICTS[level])} {_example(subject, curves)}",
        translate(
            "explain", "The map is better than all {orders} random orders both in taking the answer away (a small "
            "area) and in bringing it back (a large one): yes. Better than at most half of them in both: no.",
            orders=orders),
        _pictures(curves), translate("explain", "share of the image"), translate(
            "explain", "probability of {class_name}", class_name=subject.class_name))


def _example(subject: Subject, curves: DeletionCurves) -> str:
    """Say what covering about a fifth of the image does."""
    step = int(np.abs(curves.shares - _SHOWN_SHARE).argmin())
    random = curves.random_deletion[:, step]
    return translate(
        "explain", "Covering the hottest {share} takes the probability of {class_name} from {deletion} to "
        "{curves_deletion}; as much at random leaves {mean} ({min} to {max}).", share=_percent(curves.shares[step]),
        class_name=subject.class_name, deletion=_percent(curves.deletion[0]),
        curves_deletion=_percent(curves.deletion[step]), mean=_percent(random.mean()), min=_percent(random.min()),
        max=_percent(random.max()))


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"


def _pictures(curves: DeletionCurves) -> tuple[TrustCurve, ...]:
    random = curves.random_deletion
    return (TrustCurve("covered", curves.shares, curves.deletion),
            TrustCurve("uncovered", curves.shares, curves.insertion),
            TrustCurve(translate("explain", "covered at random"), curves.shares, random.mean(axis=0),
                       random.min(axis=0), random.max(axis=0)))


_FILL_WORDS: dict[CoverFill, str] = {
    "blur": "the image blurred", "mean": "its mean colour", "inpaint": "its surroundings"}

_VERDICTS: dict[TrustLevel, str] = {
    "good": "Yes, more than on random places.",
    "doubtful": "Only in part: random places matter about as much.",
    "bad": "No: random places matter as much or more.",
}
