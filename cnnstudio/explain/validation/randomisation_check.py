"""Is this map about my model? When the network forgets what it learned, the map must become another one."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from cnnstudio.explain.explanation import method_info
from cnnstudio.explain.pixels.question import ShouldStop, stop_if_wanted
from cnnstudio.explain.validation.agreement import spearman, structural_similarity
from cnnstudio.explain.validation.effort import THOROUGH, Effort
from cnnstudio.explain.validation.localisation import fine_map
from cnnstudio.explain.validation.random_weights import ForgetfulNetwork
from cnnstudio.explain.validation.subject import Subject
from cnnstudio.explain.validation.trust_report import TrustCurve, TrustLevel, TrustRow, TrustStep
from cnnstudio.wording import translate

ABOUT_THE_MODEL, ABOUT_THE_IMAGE = 0.3, 0.6

_SIDE = 56
_TITLE = "Is this map about my model?"
_ONLY_POSITIVE = ("layercam", "element-wise", "gradient-size")
"""What these add up is hardly ever negative, so strong activations are bright whatever the weights."""
_RULE = ("Rank correlation of the map with those of the same network when the later half of its layers, and when all "
         "of them, have random weights, each the mean of {draws} draws. The larger of both up to "
         f"{ABOUT_THE_MODEL}: about the model. From {ABOUT_THE_IMAGE} on: about the image (Adebayo et al. 2018).")


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


def check_randomisation(subject: Subject, should_stop: ShouldStop,
                        effort: Effort = THOROUGH) -> Iterator[TrustStep | TrustRow]:
    """Yield a step a network, then the row; see `ForgetfulNetwork` for what *forgetting* means."""
    forgetful = ForgetfulNetwork(subject.network, subject.tensor(subject.pixels[None]))
    if not forgetful.layers:
        yield _nothing_to_forget(effort)
        return
    counts = _counts(forgetful, effort)
    total, found = sum(map(len, counts)), []
    for seed, stages in enumerate(counts):
        for layers in forgetful.forgetting(stages, seed):
            stop_if_wanted(should_stop)
            found.append(_compared(subject, forgetful, layers, should_stop))
            yield TrustStep(len(found), total, translate("explain", "forgetting what was learned"))
    yield _row(subject.method, found[:len(counts[0])], found, effort)


def _counts(forgetful: ForgetfulNetwork, effort: Effort) -> list[list[int]]:
    """Return how many layers have forgotten in each step of each draw, the first of which is shown."""
    both = sorted({half_of(forgetful.layers), forgetful.layers})
    first = sorted({*forgetful.stages(), *both}) if effort.is_cascade else both
    return [first, *[both] * (effort.draws - 1)]


def half_of(layers: int) -> int:
    """Return how many layers the later half is, at least one."""
    return max(1, layers // 2)


def _compared(subject: Subject, forgetful: ForgetfulNetwork, layers: int, should_stop: ShouldStop) -> Likeness:
    raw = subject.again(network=forgetful.network, should_stop=should_stop)
    shown = (fine_map(values, _SIDE) for values in (subject.raw, raw))
    return Likeness(layers, forgetful.layers, spearman(subject.raw, raw), structural_similarity(*shown))


def _row(method: str, cascade: list[Likeness], found: list[Likeness], effort: Effort) -> TrustRow:
    total = cascade[0].total
    means = {layers: float(np.mean([one.rank for one in found if one.layers == layers]))
             for layers in (half_of(total), total)}
    rank = max(means.values())
    level: TrustLevel = "good" if rank <= ABOUT_THE_MODEL else "doubtful" if rank < ABOUT_THE_IMAGE else "bad"
    first = translate(
        "explain", " With only the last of {total} layers forgotten it is {rank:.2f}.", total=total,
        rank=cascade[0].rank)
    return TrustRow(
        "randomisation", translate("explain", _TITLE), level, rank,
        translate(
            "explain", "ρ = {mean:.2f} with half forgotten, {means:.2f} with all", mean=means[half_of(total)],
            means=means[total]),
        translate(
            "explain", "1.00 is the same map, 0.00 an unrelated one.{first}",
            first=first if effort.is_cascade else ''), _verdict(level, method),
        translate("explain", _RULE, draws=effort.draws), _curves(cascade), translate(
            "explain", "share of layers forgotten"), translate("explain", "likeness"))


def _verdict(level: TrustLevel, method: str) -> str:
    """Say what the number means, and why where the method itself is the reason."""
    info = method_info(method)
    if level == "doubtful" and method in _ONLY_POSITIVE:
        return translate(
            "explain", "{verdict} It keeps a part of its shape because {title} adds up positive parts only: where "
            "activations are strong it is bright, whatever was learned. Compare it with Grad-CAM or HiResCAM of the "
            "same layer.", verdict=translate("explain", _VERDICTS[level]), title=translate("explain", info.title))
    if level == "bad" and info.fails_sanity_check:
        return translate(
            "explain", "{verdict} {title} is known for this: take it for a drawing of edges.",
            verdict=translate("explain", _VERDICTS[level]),
            title=translate("explain", info.title))
    return translate("explain", _VERDICTS[level])


def _curves(cascade: list[Likeness]) -> tuple[TrustCurve, ...]:
    share = np.array([0, *(one.layers / one.total for one in cascade)], np.float32)
    return (TrustCurve(translate("explain", "rank correlation"), share,
                       np.array([1, *(one.rank for one in cascade)], np.float32)),
            TrustCurve(translate("explain", "structural similarity"), share,
                       np.array([1, *(one.structure for one in cascade)], np.float32)))


def _nothing_to_forget(effort: Effort) -> TrustRow:
    return TrustRow("randomisation", translate("explain", _TITLE), "not applicable", None, "", "",
                    translate("explain", "This network has no weights that it could forget."),
                    translate("explain", _RULE, draws=effort.draws))


_VERDICTS: dict[TrustLevel, str] = {
    "good": "Yes. When the network forgets what it learned, the map becomes another one.",
    "doubtful": "In part. A network that has forgotten what it learned still gives a somewhat similar map.",
    "bad": "No. A network that has forgotten what it learned gives nearly the same map: it shows what is in the image, "
           "not what the network makes of it.",
}
