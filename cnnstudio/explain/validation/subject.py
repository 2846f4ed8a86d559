"""A map that is to be checked: the network, the image and how the map was made, so that it can be made again."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn

from cnnstudio.data.batches import normalize
from cnnstudio.data.config import PreprocessConfig
from cnnstudio.errors import JobCancelledError
from cnnstudio.explain.cam_methods import CAM_METHODS
from cnnstudio.explain.explainer import Explainer, Inspection
from cnnstudio.explain.heatmap import Floats, Pixels
from cnnstudio.explain.pixels.question import ShouldStop, never
from cnnstudio.explain.pixels.refine import refine
from cnnstudio.explain.scores import class_scores
from cnnstudio.explain.target import ExactTarget, Target
from cnnstudio.training.modes import evaluation_mode

_BATCH = 32


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
        exact = self.target
        wanted = target or Target(exact.kind, exact.index, exact.against, exact.region)
        return map_of(self.inspection(pixels=pixels, network=network), wanted, self.layer, self.method, should_stop)

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
        found = []
        with evaluation_mode(self.network), torch.no_grad():
            for start in range(0, len(pixels), _BATCH):
                stop_if(should_stop)
                part = pixels[start:start + _BATCH]
                scores = class_scores(self.network(self.tensor(part)), len(part))
                found.append(scores.float().softmax(dim=1)[:, self.target.index].cpu().numpy())
        return np.concatenate(found)


def subject_of(network: nn.Module, preprocess: PreprocessConfig, mean: npt.ArrayLike, std: npt.ArrayLike,
               class_names: tuple[str, ...], pixels: Pixels, *, target: Target | int | None = None,
               layer: str = "auto", method: str = "grad-cam") -> Subject:
    """Make a map of input pixels (h, w, C) uint8 and return it with all it was made of."""
    means, stds = (tuple(map(float, np.asarray(values))) for values in (mean, std))
    inspection = Explainer(network, preprocess, means, stds, class_names).inspect(as_rgb(pixels))
    key, exact = inspection.layer(layer), inspection.resolve(target)
    wanted = Target(exact.kind, exact.index, exact.against, exact.region)
    return Subject(network, preprocess, means, stds, class_names, pixels, exact, key, method,
                   map_of(inspection, wanted, key, method), inspection.logits)


def map_of(inspection: Inspection, target: Target | int | None, layer: str, method: str,
           should_stop: ShouldStop = never) -> Floats:
    """Return the signed map (h, w) of any method.

    Raises
    ------
    JobCancelledError
        When a method that takes seconds is stopped on the way.
    """
    if method in CAM_METHODS:
        return inspection.raw(target, layer, method)
    *_, whole = refine(inspection, target, layer, method, should_stop)
    return whole.part.raw


def as_rgb(pixels: Pixels) -> Pixels:
    """Return input pixels (h, w, C) as (h, w, 3): grey three times, which becomes the same grey again."""
    return pixels if pixels.shape[2] == 3 else np.repeat(pixels, 3, axis=2)


def stop_if(should_stop: ShouldStop) -> None:
    """Raise JobCancelledError when ``should_stop`` says so."""
    if should_stop():
        raise JobCancelledError("The checks of the map were stopped.")
