"""Puts a raw map, the image it is of and what is known of the network together to one explanation."""

import platform
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch

import cnnstudio
from cnnstudio.data.preprocess import Placement, map_back
from cnnstudio.explain.evidence_place import evidence_sentence
from cnnstudio.explain.explanation import Explanation, Provenance, target_words
from cnnstudio.explain.heatmap import Floats, Heatmap, Pixels, make_heatmap, resize
from cnnstudio.explain.target import ExactTarget

_SENTENCE_SIDE_PX = 160
"""The longer side of the map that the sentence is read off."""


@dataclass(frozen=True, slots=True, eq=False)
class SeenImage:
    """An image and what the network is given of it.

    Attributes
    ----------
    pixels : (H, W, 3) uint8 RGB, decoded
    input_pixels : (h, w, C) uint8, before normalisation
    placement : where those lie in the image
    """

    pixels: Pixels
    input_pixels: Pixels
    placement: Placement


@dataclass(frozen=True, slots=True)
class KnownNetwork:
    """What an explanation tells of the network: ``mean`` and ``std`` of the input's C channels, its hash."""

    class_names: tuple[str, ...]
    mean: tuple[float, ...]
    std: tuple[float, ...]
    weights_sha256: str


@dataclass(frozen=True, slots=True, eq=False)
class RawMap:
    """A signed map before it is laid over an image.

    Attributes
    ----------
    raw : (h, w) float32 in the layer's own cells, or in pixels of the input
    logits : (K,) of the image
    target : what it is the evidence for
    method : a name of `METHODS`
    layer : the layer's key; ``""`` for the input itself
    call, calls : which of how many calls of the layer
    notes : sentences to show beside it
    settings : what was set of the method, by name
    """

    raw: Floats
    logits: Floats
    target: ExactTarget
    method: str
    layer: str
    call: int = 1
    calls: int = 1
    notes: tuple[str, ...] = ()
    settings: tuple[tuple[str, str | float], ...] = ()


def explanation(found: RawMap, seen: SeenImage, network: KnownNetwork) -> Explanation:
    """Lay a map over its image, say in words where the evidence lies, and write down how it was made."""
    height, width = seen.input_pixels.shape[:2]
    heatmap, _ = lay_over(found.raw, seen.placement, height, width)
    words = target_words(found.target, network.class_names)
    return Explanation(
        heatmap=heatmap, pixels=seen.pixels, input_pixels=seen.input_pixels, logits=found.logits,
        probabilities=softmax(found.logits), class_names=network.class_names, target=found.target.index,
        layer=found.layer, layer_note=" ".join(found.notes), method=found.method,
        evidence=evidence_of(found.raw, seen, words), provenance=_provenance(found, seen, network))


def evidence_of(raw: Floats, seen: SeenImage, subject: str) -> str:
    """Return the sentence that says where in an image the positive evidence for a subject lies.

    Parameters
    ----------
    raw : (h, w), signed, in the layer's own cells
    """
    place = seen.placement
    scale = min(1.0, _SENTENCE_SIDE_PX / max(place.source_h, place.source_w))
    small = place.scaled(max(1, round(place.source_h * scale)), max(1, round(place.source_w * scale)))
    heatmap, padding_share = lay_over(raw, small, *seen.input_pixels.shape[:2])
    return evidence_sentence(heatmap.values, subject, weak=heatmap.weak, padding_share=padding_share)


def _provenance(found: RawMap, seen: SeenImage, network: KnownNetwork) -> Provenance:
    height, width = found.raw.shape
    rows, columns, channels = seen.input_pixels.shape
    target = found.target
    return Provenance(
        method=found.method, layer=found.layer, layer_shape=(height, width), layer_calls=found.calls,
        layer_call=found.call, target=target.index, target_name=network.class_names[target.index],
        target_kind=target.kind, against=target.against,
        against_name=None if target.against is None else network.class_names[target.against], region=target.region,
        settings=found.settings, input_shape=(channels, rows, columns), placement=seen.placement,
        mean=network.mean, std=network.std,
        weights_sha256=network.weights_sha256,
        versions=versions())


def versions() -> tuple[tuple[str, str], ...]:
    """Return (library, version) of all that takes part."""
    return (("cnnstudio", cnnstudio.__version__), ("torch", str(torch.__version__)), ("numpy", np.__version__),
            ("python", platform.python_version()))


def lay_over(raw: Floats, placement: Placement, height: int, width: int) -> tuple[Heatmap, float]:
    """Lay a raw map over the original image.

    Parameters
    ----------
    raw : (h, w), signed, in the layer's own cells, which cover the whole network input
    placement : of the network input in the original image
    height, width : of the network input in pixels

    Returns
    -------
    heatmap : over the original image, (source_h, source_w); bilinear between the cells, NaN where never seen
    padding_share : share of the positive evidence, 0 to 1, outside the original image, in a border that was added
    """
    over_input = make_heatmap(raw, height, width)
    if over_input.peak == 0:
        return Heatmap(over_input.raw, map_back(over_input.values, placement), 0.0, weak=True), 0.0
    # From the cells at once, not by way of the input's pixels: one interpolation is smoother than two.
    mapped = map_back(np.maximum(over_input.raw, 0), placement)
    # The peak may lie in the border; dividing by the largest value inside would blow up what is left.
    peak = max(over_input.peak, float(np.nanmax(mapped)))
    heatmap = Heatmap(over_input.raw, mapped / np.float32(peak), peak, over_input.weak)
    return heatmap, _outside(resize(np.maximum(over_input.raw, 0), height, width), placement)


def _outside(positive: Floats, placement: Placement) -> float:
    """Return the share of a map over the input, (h, w), that lies outside the original image."""
    rows = _inside(positive.shape[0], placement.top, placement.height, placement.source_h)
    columns = _inside(positive.shape[1], placement.left, placement.width, placement.source_w)
    inside = positive[np.ix_(rows, columns)].sum(dtype=np.float64)
    return max(0.0, 1.0 - float(inside / positive.sum(dtype=np.float64)))


def _inside(cells: int, start: float, extent: float, length: int) -> npt.NDArray[np.bool_]:
    """Say of each input row or column whether its centre lies in the original image."""
    centres = start + (np.arange(cells) + 0.5) / cells * extent
    return np.asarray((centres > 0) & (centres < length))


def softmax(logits: Floats) -> Floats:
    """Return the probabilities (K,) of logits (K,)."""
    shifted = np.exp(logits.astype(np.float64) - float(logits.max()))
    return np.asarray(shifted / shifted.sum(), dtype=np.float32)
