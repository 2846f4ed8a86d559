"""A map that is to be checked: the network, the image and how the map was made, so that it can be made again."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn

from cnnstudio.data.batches import normalize
from cnnstudio.data.config import PreprocessConfig
from cnnstudio.explain.answers import answers_of
from cnnstudio.explain.cam_methods import CAM_METHODS
from cnnstudio.explain.explainer import Explainer, Inspection
from cnnstudio.explain.heatmap import Floats, Pixels
from cnnstudio.explain.pixels.question import ShouldStop, never
from cnnstudio.explain.pixels.refine import refine
from cnnstudio.explain.target import ExactTarget, Target

_AT_ONCE = 8
"""Images between two questions whether to stop: 0.6 s of ResNet-18 at 224 pixels."""

_ENOUGH: Mapping[str, int] = {"smoothgrad": 8}
"""Pieces of work of a rough map; of all other methods the first picture is taken."""


@dataclass(frozen=True, slots=True, eq=False)
class Subject:
    """One map of one image in one network.

    Attributes
    ----------
    network : images (n, C, h, w) -> logits (n, K); left as found
    preprocess, mean, std : how it was trained
    pixels : (h, w, C) uint8, the network's input before normalisation
    target : what the map is evidence for
    layer, method : as `Explainer.explain` takes them, never ``"auto"``
    raw : (h', w'), the signed map
    logits : (K,)
    is_rough : maps are first pictures of methods that take seconds, this one and all it is compared with
    made_in_s : how long the map took
    """

    network: nn.Module
    preprocess: PreprocessConfig
    mean: tuple[float, ...]
    std: tuple[float, ...]
    class_names: tuple[str, ...]
    pixels: Pixels
    target: ExactTarget
    layer: str
    method: str
    raw: Floats
    logits: Floats
    is_rough: bool = False
    made_in_s: float = 0.0

    @property
    def class_name(self) -> str:
        """Of the explained class."""
        return self.class_names[self.target.index]

    def inspection(self, *, pixels: Pixels | None = None, network: nn.Module | None = None) -> Inspection:
        """Return the image in the network, or another one of either."""
        explainer = Explainer(network or self.network, self.preprocess, self.mean, self.std, self.class_names)
        return explainer.inspect(as_rgb(self.pixels if pixels is None else pixels))

    def again(self, *, pixels: Pixels | None = None, target: Target | None = None,
              network: nn.Module | None = None, should_stop: ShouldStop = never) -> Floats:
        """Return the signed map with something else in place of what it was made of; raises as `map_of`."""
        return map_of(self.inspection(pixels=pixels, network=network), target or self.target.asked, self.layer,
                      self.method, should_stop, is_rough=self.is_rough)

    def tensor(self, pixels: Pixels) -> Tensor:
        """Return inputs (n, h, w, C) uint8 as the network is given them: normalised, (n, C, h, w), on its device."""
        device = next((parameter.device for parameter in self.network.parameters()), torch.device("cpu"))
        return normalize(pixels, np.asarray(self.mean), np.asarray(self.std), device)

    def probabilities(self, pixels: Pixels, should_stop: ShouldStop = never) -> Floats:
        """Return the probability of the explained class for inputs (n, h, w, C) uint8; (n,).

        Raises
        ------
        JobCancelledError
            When ``should_stop``, asked before every batch, says so.
        """
        scores = answers_of(self.network, lambda places: self.tensor(pixels[places]), len(pixels), should_stop,
                            at_once=_AT_ONCE)
        return np.asarray(torch.from_numpy(scores).softmax(dim=1)[:, self.target.index].numpy())


def subject_of(network: nn.Module, preprocess: PreprocessConfig, mean: npt.ArrayLike, std: npt.ArrayLike,
               class_names: tuple[str, ...], pixels: Pixels, *, target: Target | int | None = None,
               layer: str = "auto", method: str = "grad-cam", is_rough: bool = False,
               should_stop: ShouldStop = never) -> Subject:
    """Make a map of input pixels (h, w, C) uint8 and return it with all it was made of; raises as `map_of`."""
    begin = time.perf_counter()
    means, stds = (tuple(map(float, np.asarray(values))) for values in (mean, std))
    inspection = Explainer(network, preprocess, means, stds, class_names).inspect(as_rgb(pixels))
    key, exact = inspection.layer(layer), inspection.resolve(target)
    raw = map_of(inspection, exact.asked, key, method, should_stop, is_rough=is_rough)
    made = Subject(network, preprocess, means, stds, class_names, pixels, exact, key, method, raw, inspection.logits,
                   is_rough)
    return replace(made, made_in_s=time.perf_counter() - begin)


def map_of(inspection: Inspection, target: Target | int | None, layer: str, method: str,
           should_stop: ShouldStop = never, *, is_rough: bool = False) -> Floats:
    """Return the signed map (h, w) of any method; a rough one is the first picture of a method that takes seconds.

    Raises
    ------
    JobCancelledError
        When a method that takes seconds is stopped on the way.
    """
    if method in CAM_METHODS:
        return inspection.raw(target, layer, method)
    for found in refine(inspection, target, layer, method, should_stop):
        if is_rough and found.part.done >= _ENOUGH.get(method, 1):
            break
    return found.part.raw


def as_rgb(pixels: Pixels) -> Pixels:
    """Return input pixels (h, w, C) as (h, w, 3): grey three times, which becomes the same grey again."""
    return pixels if pixels.shape[2] == 3 else np.repeat(pixels, 3, axis=2)
