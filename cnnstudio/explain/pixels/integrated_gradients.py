"""Integrated gradients: how much higher the score is than that of an empty image, shared out to the pixels."""

from collections.abc import Iterator

import torch
from torch import Tensor

from cnnstudio.explain.pixels.fills import Filler
from cnnstudio.explain.pixels.input_gradients import to_map
from cnnstudio.explain.pixels.partial import Partial
from cnnstudio.explain.pixels.question import Question, ShouldStop, in_batches, never
from cnnstudio.explain.pixels.settings import Baseline
from cnnstudio.wording import translate

FIRST_STEPS = 6
MOST_STEPS = 162
GAP_WANTED = 0.01
_BLUR_SHARE = 0.1
_NEXT_TO_NOTHING = 1e-6


def empty_image(filler: Filler, baseline: Baseline) -> Tensor:
    """Return the image (1, C, H, W) that stands for *nothing to see*.

    ``"mean"``: its own mean colour everywhere; ``"black"``; ``"blur"``: itself, blurred with a deviation of a tenth
    of its shorter side.
    """
    return filler.whole(baseline, max(1.0, _BLUR_SHARE * min(filler.image.shape[2:])))


def integrated_gradients(question: Question, empty: Tensor, should_stop: ShouldStop = never, *,
                         first_steps: int = FIRST_STEPS, most_steps: int = MOST_STEPS,
                         gap_wanted: float = GAP_WANTED) -> Iterator[Partial]:
    """Add up gradients on the straight way from the empty image x0 to the image x (Sundararajan et al. 2017).

    ``sum_c (x_c - x0_c) * integral_0^1 dY/dx_c (x0 + a (x - x0)) da``, equation 1, by the midpoint rule: the empty
    image itself, where all of a pooling window are equal and its gradient is a matter of rounding, is not asked. The
    values add up to Y(x) - Y(x0); how far they fail to is the *completeness gap*, as a share of that difference. Each
    step is cut in three, which uses all earlier gradients again, until the gap is small enough or the limit is
    reached; there is a map after each time.

    Parameters
    ----------
    empty : x0, (1, C, H, W)
    first_steps, most_steps : steps on the way, at first and at most; most_steps = first_steps * 3^k
    gap_wanted : share
    """
    way = question.image - empty
    end_scores = question.scores(torch.cat((empty, question.image)))
    difference = float(end_scores[1] - end_scores[0])
    total = torch.zeros_like(way[0], dtype=torch.float64)
    steps, new = first_steps, list(range(first_steps))
    while True:
        total += _sum_of_gradients(question, empty, [(place + 0.5) / steps for place in new], should_stop)
        contributions = way[0].to(torch.float64) * total / steps
        gap = _gap(float(contributions.sum()), difference)
        is_last = gap <= gap_wanted or steps * 3 > most_steps
        yield Partial(to_map(contributions.sum(dim=0)), steps, steps if is_last else most_steps,
                      (_gap_note(gap, gap_wanted, steps),), gap)
        if is_last:
            return
        steps *= 3
        new = [place for place in range(steps) if place % 3 != 1]


def _sum_of_gradients(question: Question, empty: Tensor, shares: list[float], should_stop: ShouldStop) -> Tensor:
    """Add up the gradients (C, H, W) at shares of the way from the empty image."""
    total = torch.zeros_like(empty[0], dtype=torch.float64)
    for places in in_batches(len(shares), question.recorded_at_once, should_stop):
        steps = torch.tensor(shares[places], device=empty.device, dtype=empty.dtype)[:, None, None, None]
        total += question.gradients(empty + steps * (question.image - empty))[1].sum(dim=0)
    return total


def _gap(found: float, difference: float) -> float:
    return abs(found - difference) / max(abs(difference), _NEXT_TO_NOTHING)


def _gap_note(gap: float, wanted: float, steps: int) -> str:
    text = translate(
        "explain", "The map adds up to the difference from the empty image within {gap:.2g} % ({steps} steps).",
        gap=100 * gap, steps=steps)
    return text if gap <= wanted else translate(
        "explain", "{text} That is more than {wanted:g} %: mind small details.", text=text, wanted=100 * wanted)
