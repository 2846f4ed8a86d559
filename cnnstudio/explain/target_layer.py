"""Which layers a heatmap can be made for, and which one to take when the user does not say."""

import difflib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor, nn

from cnnstudio.errors import NetworkError
from cnnstudio.explain.pass_hooks import Hook, hooked, named_layers, pick_logits, shown_name, undisturbed
from cnnstudio.torch_network.own_modules import Crop, Maxout

_POOLING = (nn.MaxPool2d, nn.AvgPool2d, nn.AdaptiveAvgPool2d, nn.AdaptiveMaxPool2d, nn.LPPool2d)
_PASSING = (nn.Identity, nn.Dropout, nn.Dropout2d, nn.AlphaDropout, nn.FeatureAlphaDropout, nn.Flatten, nn.Unflatten)
# What is enlarged, padded or cut out says no more than what was before it, and no longer lies evenly over the image.
_RESIZING = (nn.Upsample, nn.ZeroPad2d, Crop)
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
    outputs, reached = _trace(network, image)
    return tuple(LayerChoice(name, _three(output)) for name, (output, node) in outputs.items()
                 if node in reached and _is_spatial(output))


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
    layers = named_layers(network)
    spatial = [choice for choice in spatial_layers(network, image) if _is_single(layers[choice.id], network)]
    if not spatial:
        raise NetworkError("No layer of this network keeps height and width on the way to the class scores, so there "
                           "is no place to show. Add a convolution before Flatten or the dense layers.")
    last = len(spatial) - 1
    while last > 0 and isinstance(layers[spatial[last].id], _POOLING + _PASSING + _RESIZING):
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
    layers = named_layers(network)
    if name in layers:
        return layers[name]
    if name == getattr(network, "input_id", None):
        raise NetworkError(f"{shown_name(network, name)} is the image itself; choose a layer behind it.")
    near = difflib.get_close_matches(name, layers, n=1)
    hint = f"Did you mean {near[0]}?" if near else f"Its layers are {', '.join(layers)}."
    raise NetworkError(f'This network has no layer "{name}". {hint}')


def activation_note(network: nn.Module, layer_id: str) -> str:
    """Say when a layer of a built network graph is looked at before its activation, and which node comes after it."""
    sources: Mapping[str, Sequence[str]] = getattr(network, "sources", {})
    followers = [follower for follower, before in sources.items() if layer_id in before]
    layers = named_layers(network)
    if len(followers) != 1 or not isinstance(layers[followers[0]], _ACTIVATIONS):
        return ""
    return (f"{shown_name(network, layer_id)} is shown before its activation; "
            f"{shown_name(network, followers[0])} shows what the next layers receive.")


def names_that_work(network: nn.Module, image: Tensor) -> str:
    """Return a half-sentence with the layers a heatmap can be made for, at most the last eight."""
    names = [shown_name(network, choice.id) for choice in spatial_layers(network, image)]
    if not names:
        return "no layer of this network has height and width"
    return f"layers that work: {', '.join(names[-8:])}" + (f" and {len(names) - 8} earlier" if len(names) > 8 else "")


def _trace(network: nn.Module, image: Tensor) -> tuple[dict[str, tuple[tuple[int, ...], Any]], set[Any]]:
    """Run once; return (output shape, graph node) of each layer, and all graph nodes the class scores depend on."""
    outputs: dict[str, tuple[tuple[int, ...], Any]] = {}

    def mark(name: str) -> Hook:
        def hook(_module: nn.Module, _inputs: Any, output: Any) -> Any:
            if not isinstance(output, Tensor) or not output.is_floating_point():
                return None
            torch.set_grad_enabled(True)   # also where a network freezes a part of itself with no_grad
            start = output if output.requires_grad else output.detach().clone().requires_grad_()
            marked = start.clone()
            outputs.pop(name, None)
            outputs[name] = (tuple(output.shape), marked.grad_fn)
            return marked
        return hook

    hooks = {layer: mark(name) for name, layer in named_layers(network).items()}
    with undisturbed(network, image) as look, hooked(hooks):
        logits = pick_logits(look())
    return outputs, _reached(logits)


def _reached(logits: Tensor) -> set[Any]:
    """Return every node of the graph behind ``logits``."""
    seen: set[Any] = set()
    waiting: list[Any] = [logits.grad_fn]
    while waiting:
        node = waiting.pop()
        if node is not None and node not in seen:
            seen.add(node)
            waiting.extend(parent for parent, _ in node.next_functions)
    return seen


def _is_spatial(shape: Sequence[int]) -> bool:
    return len(shape) == 4 and shape[0] == 1 and shape[2] * shape[3] > 1


def _three(shape: Sequence[int]) -> tuple[int, int, int]:
    return (shape[1], shape[2], shape[3])


def _is_single(layer: nn.Module, network: nn.Module) -> bool:
    """Whether ``layer`` is a layer of its own and not a group of layers that are listed themselves."""
    is_node = isinstance(getattr(network, "layers", None), nn.ModuleDict)
    return is_node or next(layer.children(), None) is None


def _reason(name: str, shape: tuple[int, int, int], skipped: Sequence[LayerChoice]) -> str:
    channels, height, width = shape
    text = f"{name} is the last layer with height and width before the classifier"
    text += f" ({channels} maps of {height} × {width})"
    if skipped:
        text += f"; the pooling behind it would leave only {skipped[-1].shape[1]} × {skipped[-1].shape[2]}"
    text += "."
    if min(height, width) < _COARSE:
        text += " Its map is coarse; an earlier layer shows the place more finely."
    return text
