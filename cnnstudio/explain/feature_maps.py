"""What each layer of any network makes of an image, in the order the layers run."""

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn

from cnnstudio.explain.pass_hooks import record

Floats = npt.NDArray[np.float32]


def capture(network: nn.Module, image: Tensor) -> dict[str, Floats]:
    """Return every layer's output for one image, in the order they ran: (C, h, w) or (F,) float32.

    Parameters
    ----------
    network : left exactly as found
    image : (1, C, H, W), normalised
    """
    return record(network, image, _first)


def _first(output: Tensor) -> Floats:
    """Copy the first image's part of an output to numpy."""
    return np.asarray(output[0].detach().to("cpu", torch.float32, copy=True).numpy())
