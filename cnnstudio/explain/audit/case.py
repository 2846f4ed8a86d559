"""What is audited: a network and the images it is asked about, as arrays, with what is known of each."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
import torch
from torch import nn

from cnnstudio.data.batches import normalize
from cnnstudio.training.modes import evaluation_mode

Pixels = npt.NDArray[np.uint8]
Floats = npt.NDArray[np.float32]
Labels = npt.NDArray[np.int64]

_BATCH = 32


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

    def logits(self, pixels: Pixels) -> Floats:
        """Return what the network answers, (n, K), to pixels (n, h, w, C) uint8."""
        device = next((parameter.device for parameter in self.network.parameters()), torch.device("cpu"))
        with evaluation_mode(self.network), torch.no_grad():
            parts = [self.network(normalize(pixels[start:start + _BATCH], self.mean, self.std, device)).float().cpu()
                     for start in range(0, len(pixels), _BATCH)]
        answers = torch.cat(parts).numpy() if parts else np.zeros((0, len(self.class_names)))
        return np.asarray(answers, dtype=np.float32)
