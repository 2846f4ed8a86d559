"""Is this map about my model? When the network forgets what it learned, the map must become another one."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from cnnstudio.explain.pixels.question import ShouldStop
from cnnstudio.explain.validation.agreement import spearman, structural_similarity
from cnnstudio.explain.validation.localisation import fine_map
from cnnstudio.explain.validation.random_weights import ForgetfulNetwork
from cnnstudio.explain.validation.subject import Subject, stop_if
from cnnstudio.explain.validation.trust_report import TrustCurve, TrustLevel, TrustRow, TrustStep

SEEDS = 5
"""Times that weights are drawn; once alone is a matter of luck on a map of 7 × 7 cells."""

ABOUT_THE_MODEL, ABOUT_THE_IMAGE = 0.3, 0.5

_SIDE = 56
_TITLE = "Is this map about my model?"
_RULE = ("Rank correlation of the map with those of the same network when the later half of its layers, and when all "
         f"of them, have random weights, each the mean of {SEEDS} draws. The larger of both up to {ABOUT_THE_MODEL}: "
         f"about the model. From {ABOUT_THE_IMAGE} on: about the image (Adebayo et al. 2018).")


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike the map and that of a network are whose last layers have forgotten.

    Attributes
    ----------
    layers, total : how many have forgotten, of how many with weights
    rank : rank correlation of the signed maps, -1 to 1
    structure : structural similarity of the positive parts, -1 to 1
    """

    layers: int
    total: int
    rank: float
    structure: float


def check_randomisation(subject: Subject, should_stop: ShouldStop, *,
                        seeds: int = SEEDS) -> Iterator[TrustStep | TrustRow]:
    """Yield a step a network, then the row; see `ForgetfulNetwork` for what *forgetting* means."""
    forgetful = ForgetfulNetwork(subject.network, subject.tensor(subject.pixels[None]))
    if not forgetful.layers:
        yield _nothing_to_forget()
        return
    half = half_of(forgetful.layers)
    counts = [sorted({*forgetful.stages(), half}), *[[half, forgetful.layers]] * (seeds - 1)]
    total, found = sum(map(len, counts)), []
    for seed, stages in enumerate(counts):
        for layers in forgetful.forgetting(stages, seed):
            stop_if(should_stop)
            found.append(_compared(subject, forgetful, layers, should_stop))
            yield TrustStep(len(found), total, "forgetting what was learned")
    yield _row(found[:len(counts[0])], found)


def half_of(layers: int) -> int:
    """Return how many layers the later half is, at least one."""
    return max(1, layers // 2)


def _compared(subject: Subject, forgetful: ForgetfulNetwork, layers: int, should_stop: ShouldStop) -> Likeness:
    raw = subject.again(network=forgetful.network, should_stop=should_stop)
    shown = (fine_map(values, _SIDE) for values in (subject.raw, raw))
    return Likeness(layers, forgetful.layers, spearman(subject.raw, raw), structural_similarity(*shown))


def _row(cascade: list[Likeness], found: list[Likeness]) -> TrustRow:
    total = cascade[0].total
    means = {layers: float(np.mean([one.rank for one in found if one.layers == layers]))
             for layers in (half_of(total), total)}
    rank = max(means.values())
    level: TrustLevel = "good" if rank <= ABOUT_THE_MODEL else "doubtful" if rank < ABOUT_THE_IMAGE else "bad"
    return TrustRow(
        "randomisation", _TITLE, level, rank,
        f"ρ = {means[half_of(total)]:.2f} with half forgotten, {means[total]:.2f} with all",
        f"1.00 is the same map, 0.00 an unrelated one. With only the last of {total} layers forgotten it is "
        f"{cascade[0].rank:.2f}.", _VERDICTS[level], _RULE, _curves(cascade), "share of layers forgotten",
        "likeness")


def _curves(cascade: list[Likeness]) -> tuple[TrustCurve, ...]:
    share = np.array([0, *(one.layers / one.total for one in cascade)], np.float32)
    return (TrustCurve("ranks", share, np.array([1, *(one.rank for one in cascade)], np.float32)),
            TrustCurve("structure", share, np.array([1, *(one.structure for one in cascade)], np.float32)))


def _nothing_to_forget() -> TrustRow:
    return TrustRow("randomisation", _TITLE, "not applicable", None, "", "",
                    "This network has no weights that it could forget.", _RULE)


_VERDICTS: dict[TrustLevel, str] = {
    "good": "Yes. When the network forgets what it learned, the map becomes another one.",
    "doubtful": "In part. A network that has forgotten what it learned still gives a somewhat similar map.",
    "bad": "No. A network that has forgotten what it learned gives nearly the same map: it shows what is in the image, "
           "not what the network makes of it.",
}
