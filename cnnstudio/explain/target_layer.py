"""Which layers a heatmap can be made for, and which one to take when the user does not say."""

import difflib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from torch import Tensor, nn

from cnnstudio.errors import NetworkError
from cnnstudio.explain.inspected_layer import InspectedLayer
from cnnstudio.explain.layer_trace import inspected, trace
from cnnstudio.explain.pass_hooks import inspected_layers, named_layers, shown_name
from cnnstudio.torch_network.own_modules import Crop, Maxout
from cnnstudio.wording import translate

_POOLING = (nn.MaxPool2d, nn.AvgPool2d, nn.AdaptiveAvgPool2d, nn.AdaptiveMaxPool2d, nn.LPPool2d)
_PASSING = (nn.Identity, nn.Dropout, nn.Dropout2d, nn.AlphaDropout, nn.FeatureAlphaDropout, nn.Flatten, nn.Unflatten)
# What is enlarged, padded or cut out says no more than what was before it, and no longer lies evenly over the image.
_RESIZING = (nn.Upsample, nn.ZeroPad2d, Crop)
PASSES_ON = _POOLING + _PASSING + _RESIZING
"""Layers that say no more than what they are given."""
_ACTIVATIONS = (nn.ReLU, nn.ReLU6, nn.LeakyReLU, nn.PReLU, nn.ELU, nn.SELU, nn.GELU, nn.SiLU, nn.Sigmoid, nn.Tanh,
                nn.Hardswish, nn.Hardsigmoid, nn.Mish, nn.Softplus, nn.Softmax, Maxout)
_COARSE = 4


@dataclass(frozen=True, slots=True)
class LayerChoice:
    """A layer that a heatmap can be made for."""

    id: str
    """Node id, or the dotted name in a network that was not built from a graph."""
    shape: tuple[int, int, int]
    """(C, h, w) of its output; h * w > 1."""


@dataclass(frozen=True, slots=True)
class AutomaticLayer:
    """The layer taken for the user, and why."""

    id: str
    reason: str
    """One or two sentences for the user."""


def spatial_layers(network: nn.Module, image: Tensor) -> tuple[LayerChoice, ...]:
    """List the layers whose output has height and width and leads to the class scores, in the order they run.

    Parameters
    ----------
    network : a network graph built as a module, or any other module
    image : (1, C, H, W), normalised
    """
    return tuple(LayerChoice(layer.id, layer.shape) for layer in _last_calls(inspected(network, trace(network, image))))


def _last_calls(layers: Iterable[InspectedLayer]) -> Iterator[InspectedLayer]:
    return (layer for layer in layers if layer.call == layer.calls)


def automatic(network: nn.Module, image: Tensor) -> str:
    """Return the id of the layer `choose_layer` takes."""
    return choose_layer(network, image).id


def choose_layer(network: nn.Module, image: Tensor) -> AutomaticLayer:
    """Take the last layer that says what and where: the last map before the classifier, after its activation.

    Pooling and dropout behind that map add nothing but coarseness, so they are stepped over. This is the "last
    convolutional layer" of Selvaraju et al. 2017 (Grad-CAM, section 3), after its non-linearity.

    Raises
    ------
    NetworkError
        When no layer has an output with height and width that leads to the class scores.
    """
    return choose_among(network, inspected(network, trace(network, image)))


def choose_among(network: nn.Module, listed: Iterable[InspectedLayer]) -> AutomaticLayer:
    """Take the layer `choose_layer` takes from those that are there."""
    layers = named_layers(network)
    spatial = [layer for layer in _last_calls(listed) if layer.is_single]
    if not spatial:
        raise NetworkError(translate(
            "explain", "No layer of this network keeps height and width on the way to the class scores, so there is "
            "no place to show. Add a convolution before Flatten or the dense layers."))
    last = len(spatial) - 1
    while last > 0 and isinstance(layers[spatial[last].id], PASSES_ON):
        last -= 1
    skipped = [choice for choice in spatial[last + 1:] if isinstance(layers[choice.id], _POOLING)]
    taken = spatial[last]
    return AutomaticLayer(taken.id, _reason(shown_name(network, taken.id), taken.shape, skipped))


def find_layer(network: nn.Module, name: str) -> nn.Module:
    """Return the layer with this id.

    Raises
    ------
    NetworkError
        With the nearest name, when there is none.
    """
    layers = inspected_layers(network)
    if name in layers:
        return layers[name]
    if name == getattr(network, "input_id", None):
        raise NetworkError(translate(
            "explain", "{shown_name} is the image itself; choose a layer behind it.",
            shown_name=shown_name(network, name)))
    near = difflib.get_close_matches(name, layers, n=1)
    hint = translate("explain", "Did you mean {near}?", near=near[0]) if near else translate(
        "explain", "Its layers are {layers}.", layers=', '.join(layers))
    raise NetworkError(translate("explain", 'This network has no layer "{name}". {hint}', name=name, hint=hint))


def activation_note(network: nn.Module, layer_id: str) -> str:
    """Say when a layer of a built network graph is looked at before its activation, and which node comes after it."""
    sources: Mapping[str, Sequence[str]] = getattr(network, "sources", {})
    followers = [follower for follower, before in sources.items() if layer_id in before]
    layers = named_layers(network)
    if len(followers) != 1 or not isinstance(layers[followers[0]], _ACTIVATIONS):
        return ""
    return translate(
        "explain", "{shown_name} is shown before its activation; {other_shown_name} shows what the next layers "
        "receive.", shown_name=shown_name(network, layer_id), other_shown_name=shown_name(network, followers[0]))


def names_that_work(network: nn.Module, image: Tensor) -> str:
    """Return a half-sentence with the layers a heatmap can be made for, at most the last eight."""
    names = [shown_name(network, choice.id) for choice in spatial_layers(network, image)]
    if not names:
        return translate("explain", "no layer of this network has height and width")
    return translate("explain", "layers that work: {name}", name=', '.join(names[-8:])) + (translate(
        "explain", " and {count} earlier", count=len(names) - 8) if len(names) > 8 else "")


def _reason(name: str, shape: tuple[int, int, int], skipped: Sequence[InspectedLayer]) -> str:
    channels, height, width = shape
    text = translate("explain", "{name} is the last layer with height and width before the classifier", name=name)
    text += translate(
        "explain", " ({channels} maps of {height} × {width})", channels=channels, height=height, width=width)
    if skipped:
        text += translate(
            "explain", "; the pooling behind it would leave only {height} × {width}", height=skipped[-1].shape[1],
            width=skipped[-1].shape[2])
    text += "."
    if min(height, width) < _COARSE:
        text += translate("explain", " Its map is coarse; an earlier layer shows the place more finely.")
    return text
