"""What is audited: a network and the images it is asked about, as arrays, with what is known of each."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn

from cnnstudio.data.batches import normalize
from cnnstudio.errors import NetworkError
from cnnstudio.explain.scores import class_scores
from cnnstudio.training.modes import evaluation_mode
from cnnstudio.wording import translate

Pixels = npt.NDArray[np.uint8]
Floats = npt.NDArray[np.float32]
Labels = npt.NDArray[np.int64]

_PIXELS_AT_ONCE = 16 * 224 * 224   # of a pass: the widest layer of ResNet-18 then takes 50 MB
_MOST_AT_ONCE = 64


@dataclass(frozen=True, slots=True, eq=False)
class AuditCase:
    """A trained network and N images it did not learn from.

    Attributes
    ----------
    network : images (n, C, h, w) -> logits (n, K); left as found
    mean, std : (C,) for pixel values in [0, 1], as in training
    pixels : (N, h, w, C) uint8, as the network is given them before normalisation
    labels : (N,) true classes
    names : N file names, for showing
    train_pixels, train_labels : images it did learn from, (M, h, w, C) and (M,); may be empty
    boxes : (N, 4) float32: x0, y0, x1, y1 of the object as shares of the input; NaN where it is not known
    properties : property of the file -> (N,) float64 values, such as ``"bytes"`` or ``"aspect"``, of the validation
        images; NaN where it is not known
    """

    network: nn.Module
    class_names: tuple[str, ...]
    mean: npt.NDArray[np.float64]
    std: npt.NDArray[np.float64]
    pixels: Pixels
    labels: Labels
    names: tuple[str, ...]
    train_pixels: Pixels
    train_labels: Labels
    boxes: Floats | None = None
    properties: Mapping[str, npt.NDArray[np.float64]] = field(default_factory=dict)

    @property
    def at_once(self) -> int:
        """How many images a pass is given: 16 of 224 pixels a side, up to 64 smaller ones."""
        height, width = self.pixels.shape[1:3]
        return int(max(1, min(_MOST_AT_ONCE, _PIXELS_AT_ONCE // (height * width))))

    def images(self, pixels: Pixels) -> Tensor:
        """Return what the network is given of pixels (n, h, w, C) uint8: (n, C, h, w), normalised, on its device.

        In memory the channels come last, as convolutions on a processor want them.
        """
        device = next((parameter.device for parameter in self.network.parameters()), torch.device("cpu"))
        return normalize(pixels, self.mean, self.std, device, channels_last=True)

    def logits(self, pixels: Pixels) -> Floats:
        """Return what the network answers, (n, K), to pixels (n, h, w, C) uint8."""
        with evaluation_mode(self.network), torch.no_grad():
            parts = [self._answers(pixels[start:start + self.at_once])
                     for start in range(0, len(pixels), self.at_once)]
        answers = torch.cat(parts).numpy() if parts else np.zeros((0, len(self.class_names)))
        return np.asarray(answers, dtype=np.float32)

    def _answers(self, pixels: Pixels) -> Tensor:
        images = self.images(pixels)
        return audited_scores(self.network(images), len(images), len(self.class_names)).float().cpu()


def audited_scores(output: Any, images: int, classes: int) -> Tensor:
    """Return the logits (n, K) in what a network gave for n images, as `class_scores` finds them.

    Raises
    ------
    NetworkError
        When there are not as many scores as classes.
    """
    scores = class_scores(output, images)
    if scores.shape[1] != classes:
        raise NetworkError(translate(
            "explain", "An audit needs a network that gives each image {classes} class scores; it gives {height}.",
            classes=classes, height=scores.shape[1]))
    return scores
