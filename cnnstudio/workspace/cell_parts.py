"""Which channels made the cells of a map, and whether the cells add up to the score."""

from typing import TYPE_CHECKING

from cnnstudio.explain.target import Target
from cnnstudio.network.affine import is_affine_behind
from cnnstudio.network.unrolling import unroll
from cnnstudio.workspace.look_answer import CellParts

if TYPE_CHECKING:
    from torch import Tensor

    from cnnstudio.workspace.inspected_image import InspectedImage

CHANNELS_TOLD = 5
_LARGEST_PARTS = 2**22
"""Numbers of a layer from which on its channels are not told cell by cell: it would take longer than the map."""
_EVEN = 1e-5
"""Gradients of float32 that should be equal in all cells differ by no more than this share of the largest."""
_SUMS = ("grad-cam", "hirescam")
"""Methods that add up channels, each with a weight."""


def cell_parts(seen: "InspectedImage", target: Target, layer: str, method: str) -> CellParts | None:
    """Return the strongest channels of every cell, for methods that add up weighted channels; None for others."""
    import torch

    if method not in _SUMS:
        return None
    activations = seen.inspection.activations(layer)[0]
    if activations.numel() > _LARGEST_PARTS:
        return None
    gradients = seen.inspection.gradients(target, layer)[0]
    with torch.no_grad():
        weights = gradients.mean(dim=(1, 2), keepdim=True) if method == "grad-cam" else gradients
        parts = weights * activations
        order = parts.abs().topk(min(CHANNELS_TOLD, len(parts)), dim=0).indices
        strongest = parts.gather(0, order)
    is_exact = _adds_up(seen, target, layer) and (method == "hirescam" or _is_even(gradients))
    score = seen.inspection.score(target, layer) if is_exact else 0.0
    return CellParts(order.permute(1, 2, 0).to(torch.int32).cpu().numpy(),
                     strongest.permute(1, 2, 0).float().cpu().numpy(), is_exact, score,
                     score - float(parts.sum(dtype=torch.float64)) if is_exact else 0.0)


def _adds_up(seen: "InspectedImage", target: Target, layer: str) -> bool:
    """Whether the score is a sum over the layer's values, but for a constant."""
    return target.kind != "log-odds" and target.region is None and is_affine_behind(unroll(seen.run.graph).graph, layer)


def _is_even(gradients: "Tensor") -> bool:
    """Whether all cells of a channel have the same gradient (C, h, w), so that its mean loses nothing."""
    spread = (gradients.amax(dim=(1, 2)) - gradients.amin(dim=(1, 2))).max()
    return bool(spread <= _EVEN * gradients.abs().max())
