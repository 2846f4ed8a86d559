"""Is this map about my model? The map of a network that has forgotten everything must be another one."""

from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np

from cnnstudio.explain.explanation import method_info
from cnnstudio.explain.heatmap import Floats
from cnnstudio.explain.validation.agreement import spearman, structural_similarity
from cnnstudio.explain.validation.localisation import fine_map
from cnnstudio.explain.validation.random_weights import cascade, randomised
from cnnstudio.explain.validation.subject import ShouldStop, Subject, stop_if
from cnnstudio.explain.validation.trust_report import TrustCurve, TrustLevel, TrustRow, TrustStep

SEEDS = 5
"""Networks that have forgotten everything; one alone is a matter of luck on a map of 7 × 7 cells."""

ABOUT_THE_MODEL, ABOUT_THE_IMAGE = 0.3, 0.5

_OUTLINE_SIDE = 56
_TITLE = "Is this map about my model?"
_RULE = (f"The rank correlation with the maps of {SEEDS} networks with random weights, at the mean: up to "
         f"{ABOUT_THE_MODEL} the map is about the model, from {ABOUT_THE_IMAGE} on it is about the image alone "
         "(Adebayo et al. 2018).")


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike the map and that of a network with random layers are.

    Attributes
    ----------
    layers, total : how many layers are random, counted from the head, of how many
    rank : rank correlation, -1 to 1; see `likeness`
    structure : structural similarity of what is shown, -1 to 1
    """

    layers: int
    total: int
    rank: float
    structure: float


def check_randomisation(subject: Subject, should_stop: ShouldStop, *,
                        seeds: int = SEEDS) -> Iterator[TrustStep | TrustRow]:
    """Yield a step a network, then the row; see `cascade` for what *random* means."""
    image = subject.tensor(subject.pixels[None])
    stages: list[Likeness] = []
    for stage in cascade(subject.network, image):
        stop_if(should_stop)
        raw = subject.again(network=stage.network)
        stages.append(Likeness(stage.layers, stage.total, *_compare(subject, raw)))
        yield TrustStep(len(stages), len(stages) + seeds, "forgetting layer by layer")
    if not stages:
        yield _nothing_to_forget()
        return
    last = [stages[-1]]
    for seed in range(1, seeds):
        stop_if(should_stop)
        raw = subject.again(network=randomised(subject.network, image, seed))
        last.append(Likeness(last[0].layers, last[0].total, *_compare(subject, raw)))
        yield TrustStep(len(stages) + seed, len(stages) + seeds, "forgetting everything")
    yield _row(stages, last)


def _compare(subject: Subject, raw: Floats) -> tuple[float, float]:
    return likeness(subject.raw, raw, of_pixels=method_info(subject.method).of_input)


def likeness(first: Floats, second: Floats, *, of_pixels: bool) -> tuple[float, float]:
    """Return rank correlation and structural similarity of two signed maps (h, w).

    A map in a layer's cells is compared as it is, with its signs. One in pixels is compared by how strong it is in 56
    × 56 parts: its signs flicker from pixel to pixel, and what a person sees of it is the outline.
    """
    if of_pixels:
        first, second = outline(first), outline(second)
    return spearman(first, second), structural_similarity(fine_map(first, _OUTLINE_SIDE),
                                                          fine_map(second, _OUTLINE_SIDE))


def outline(raw: Floats) -> Floats:
    """Return how strong a map is, whatever its sign, as means over at most 56 × 56 parts."""
    rows, columns = (min(side, _OUTLINE_SIDE) for side in raw.shape)
    return np.asarray(cv2.resize(np.abs(raw), (columns, rows), interpolation=cv2.INTER_AREA), dtype=np.float32)


def _row(stages: list[Likeness], last: list[Likeness]) -> TrustRow:
    rank, structure = float(np.mean([one.rank for one in last])), float(np.mean([one.structure for one in last]))
    level: TrustLevel = "good" if abs(rank) <= ABOUT_THE_MODEL else "doubtful" if rank < ABOUT_THE_IMAGE else "bad"
    share = np.array([0, *(one.layers / one.total for one in stages)], np.float32)
    curves = (TrustCurve("rank correlation", share, np.array([1, *(one.rank for one in stages)], np.float32)),
              TrustCurve("structural similarity", share, np.array([1, *(one.structure for one in stages)], np.float32)))
    return TrustRow(
        "randomisation", _TITLE, level, rank, f"ρ = {rank:.2f} (structural similarity {structure:.2f})",
        f"1.00 would be the same map, 0.00 an unrelated one; with only the last of {last[0].total} layers random it is "
        f"{stages[0].rank:.2f}.", _VERDICTS[level].format(rank=rank), _RULE, curves, "layers forgotten",
        "likeness to the map")


_VERDICTS: dict[TrustLevel, str] = {
    "good": "Yes. When the network forgets what it learned, the map becomes another one (ρ = {rank:.2f}).",
    "doubtful": "In part. A network that has forgotten everything still gives a somewhat similar map (ρ = {rank:.2f}).",
    "bad": "No. A network that has forgotten everything gives nearly the same map (ρ = {rank:.2f}): it shows the "
           "image's edges, not what the network learned.",
}


def _nothing_to_forget() -> TrustRow:
    return TrustRow("randomisation", _TITLE, "not applicable", None, "", "",
                    "This network has no weights that it could forget.", _RULE)
