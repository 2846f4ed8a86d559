"""What is shown where no layer of a network says where: the automatic choice when there is no map to choose."""

from collections.abc import Sequence
from dataclasses import dataclass

from torch import nn

from cnnstudio.explain.heatmap import Floats, Pixels
from cnnstudio.explain.inspected_layer import InspectedLayer
from cnnstudio.explain.pass_hooks import inspected_layers
from cnnstudio.explain.target_layer import PASSES_ON
from cnnstudio.wording import translate


@dataclass(frozen=True, slots=True)
class FallBack:
    """A method that needs no layer, and why it is taken."""

    method: str
    reason: str
    """A sentence or two for the user."""


def fall_back(network: nn.Module, layers: Sequence[InspectedLayer]) -> FallBack | None:
    """Return what to show in place of a layer's map; None where a layer's map says where.

    Parameters
    ----------
    layers : those with height and width that lead to the class scores
    """
    modules = inspected_layers(network)
    single = [modules[layer.id] for layer in layers if layer.is_single]
    if not single:
        reason = translate("explain", "No layer of this network keeps height and width on the way to the class scores")
    elif all(isinstance(module, PASSES_ON) for module in single):
        reason = translate(
            "explain", "What has height and width in this network only passes the image on, and looks for nothing in "
            "it")
    else:
        return None
    return _occlusion(translate("explain", "{reason}, so no layer can say where.", reason=reason))


def even_map(raw: Floats, input_pixels: Pixels) -> FallBack | None:
    """Return what to show in place of a map (h, w) that says the same of every place; None for any other.

    Of an image (H, W, C) that is the same everywhere such a map is right.
    """
    is_even_image = bool((input_pixels == input_pixels[:1, :1]).all())
    if is_even_image or raw.max() != raw.min() or not raw.any():
        return None
    return _occlusion(translate("explain", "The layer's map is the same everywhere, so it does not say where."))


def _occlusion(reason: str) -> FallBack:
    return FallBack("occlusion", translate(
        "explain", "{reason} In its place, parts of the image are hidden in turn (Occlusion).", reason=reason))
