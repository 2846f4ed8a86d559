"""Score-CAM: each channel of a layer weighs as much as the score of the image seen through it."""

from collections.abc import Iterator

import torch
from torch import Tensor
from torch.nn import functional as tf

from cnnstudio.explain.heatmap import Floats
from cnnstudio.explain.pixels.input_gradients import to_map
from cnnstudio.explain.pixels.partial import Partial
from cnnstudio.explain.pixels.question import Question, ShouldStop, in_batches, never
from cnnstudio.wording import translate

FIRST_CHANNELS = 16
_FLAT = 1e-8
_ONE_CHANNEL = 0.9


def score_cam(question: Question, activations: Tensor, should_stop: ShouldStop = never, *,
              align_corners: bool = False) -> Iterator[Partial]:
    """Weigh the channels of a layer by the scores of the image times each channel (Wang et al. 2020).

    ``sum_k softmax_k(Y(x * norm(up(A_k)))) A_k``, signed; up: bilinear to the input's size; norm: to [0, 1]. The
    product is of the *normalised* image, so what a channel leaves dark becomes the mean colour of training, not
    black. Channels come in the order of their size; there is a map after the 16 largest and after each batch behind
    them, made of the channels so far. Channels that are the same everywhere leave nothing of the image, so one pass
    serves all of them.

    Parameters
    ----------
    activations : A, (1, C, h, w), the layer's own output for the question's image
    align_corners : enlarge as pytorch-grad-cam does, corner on corner; else cell by cell, as heatmaps are laid over
    """
    maps = activations[0].to(question.image.dtype)
    order = torch.argsort(maps.flatten(1).norm(dim=1), descending=True, stable=True).cpu()
    scores = torch.full((len(order),), -torch.inf, dtype=torch.float64)
    flat = _flat(maps)
    if bool(flat.any()):
        scores[flat] = question.scores(torch.zeros_like(question.image))[0].double().cpu()
    wanted = order[~flat[order]]
    done, dead = 0, len(order) - len(wanted)
    if not len(wanted):
        yield Partial(_weighed(maps, scores), len(order), len(order))
    for places in in_batches(len(wanted), question.images_at_once, should_stop):
        channels = wanted[places]
        masks = _masks(maps[channels], question.sides, align_corners=align_corners)
        scores[channels] = question.scores(question.image * masks).double().cpu()
        done += len(channels)
        if done >= min(FIRST_CHANNELS, len(wanted)):
            yield Partial(_weighed(maps, scores), done + dead, len(order), _notes(scores))


def _flat(maps: Tensor) -> Tensor:
    """Say of each channel whether it is the same everywhere."""
    return ((maps.amax(dim=(1, 2)) - maps.amin(dim=(1, 2))) <= _FLAT).cpu()


def _masks(maps: Tensor, sides: tuple[int, int], *, align_corners: bool) -> Tensor:
    """Enlarge channels (n, h, w) to (n, 1, H, W), each from 0 to 1."""
    large = tf.interpolate(maps[:, None], sides, mode="bilinear", align_corners=align_corners)
    low, high = large.amin(dim=(2, 3), keepdim=True), large.amax(dim=(2, 3), keepdim=True)
    return (large - low) / (high - low + _FLAT)


def _weighed(maps: Tensor, scores: Tensor) -> Floats:
    weights = torch.softmax(scores, dim=0).to(maps.device, maps.dtype)
    return to_map(torch.einsum("k,khw->hw", weights, maps))


def _notes(scores: Tensor) -> tuple[str, ...]:
    """Say when the softmax leaves next to nothing of all channels but one."""
    largest = float(torch.softmax(scores, dim=0).max())
    if largest < _ONE_CHANNEL:
        return ()
    return (translate(
        "explain", "One channel has {largest:.0f} % of the weight, so the map is mostly this channel.",
        largest=100 * largest),)
