"""Makes a layer's module with random weights of its own, as the pictures need them before a training."""

import hashlib
from typing import Any

from torch import nn
from torch.overrides import TorchFunctionMode

from cnnstudio.explain.layer_turns import LayerTurn
from cnnstudio.torch_network.backbone import Backbone
from cnnstudio.torch_network.builder import initialise
from cnnstudio.torch_network.layer_modules import FACTORIES
from cnnstudio.training.randomness import global_randomness_kept

_FILLED_WHOLLY = (nn.Conv2d, nn.Linear)


def random_layer(turn: LayerTurn) -> nn.Module:
    """Return the module of a layer with kaiming weights, or with those it is published with, in evaluation mode.

    The weights follow from the layer's id alone: editing one layer leaves the weights of all others as they were.
    A batch normalisation uses the statistics of the image itself, as it does in the first step of a training; the
    running ones, still 0 and 1, would let the values of a deep network grow or fade.
    """
    module = _bare(turn)
    initialise(module, "kaiming", _seed(turn.node_id))
    if isinstance(module, Backbone) and module.is_pretrained:
        return module.eval()
    for part in module.modules():
        if isinstance(part, nn.BatchNorm2d) and _values_a_channel(turn) > 1:
            part.track_running_stats = False
            part.running_mean = part.running_var = None
    return module.eval()


def _bare(turn: LayerTurn) -> nn.Module:
    """Make the module; torch's own first weights are left out where all of them are drawn anew anyway.

    That halves the wait for a dense layer of 100 million weights.
    """
    with global_randomness_kept():
        with _WithoutDrawing():
            module = FACTORIES[turn.kind](turn.inputs, turn.parameters)
        return module if type(module) in _FILLED_WHOLLY else FACTORIES[turn.kind](turn.inputs, turn.parameters)


class _WithoutDrawing(TorchFunctionMode):
    """Leaves weights as the memory happens to be; the usual way, tensors on "meta", loads sympy, which takes 0.7 s."""

    def __torch_function__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        given = kwargs or {}
        if func in (nn.init.kaiming_uniform_, nn.init.uniform_):
            return given["tensor"] if "tensor" in given else args[0]
        return func(*args, **given)


def _seed(node_id: str) -> int:
    return int.from_bytes(hashlib.blake2b(node_id.encode(), digest_size=6).digest())


def _values_a_channel(turn: LayerTurn) -> int:
    _, *sides = turn.inputs[0]
    return sides[0] * sides[1] if len(sides) == 2 else 1
