"""Traces a torch module and makes a network graph of what it does."""

import operator
from collections.abc import Callable, Mapping
from typing import Any

import torch
from torch import fx, nn
from torch.nn import functional

from cnnstudio.errors import NetworkError
from cnnstudio.network.import_assembly import Assembly, ImportedNetwork, Weights, Wire
from cnnstudio.network.import_rules import BATCH
from cnnstudio.network.layer_kinds import Shape
from cnnstudio.network.torch_operations import OPERATIONS, apply
from cnnstudio.wording import translate

MODULES: Mapping[type[nn.Module], str] = {
    nn.Conv2d: "conv2d", nn.Linear: "linear", nn.BatchNorm2d: "batch_norm", nn.MaxPool2d: "max_pool2d",
    nn.ConvTranspose2d: "conv_transpose2d", nn.BatchNorm1d: "batch_norm", nn.LayerNorm: "layer_norm",
    nn.GroupNorm: "group_norm", nn.PReLU: "prelu", nn.Upsample: "interpolate", nn.Dropout2d: "dropout2d",
    nn.AdaptiveMaxPool2d: "adaptive_max_pool2d", nn.GELU: "gelu",
    nn.AvgPool2d: "avg_pool2d", nn.AdaptiveAvgPool2d: "adaptive_avg_pool2d", nn.Flatten: "flatten",
    nn.Dropout: "dropout", nn.Softmax: "softmax", nn.ReLU: "relu", nn.ReLU6: "relu6", nn.LeakyReLU: "leaky_relu",
    nn.ELU: "elu", nn.SELU: "selu", nn.SiLU: "silu", nn.Sigmoid: "sigmoid", nn.Tanh: "tanh", nn.Hardtanh: "hardtanh",
    nn.Hardswish: "hardswish", nn.Hardsigmoid: "hardsigmoid", nn.Identity: "identity",
}
"""Class of a module -> the operation it runs; its attributes are the operation's settings."""

FUNCTIONS: Mapping[Callable[..., Any], str] = {
    operator.add: "add", operator.iadd: "add", operator.mul: "mul", operator.imul: "mul", torch.add: "add",
    torch.mul: "mul", torch.cat: "cat", torch.concat: "cat", torch.flatten: "flatten", torch.mean: "mean",
    torch.relu: "relu", torch.sigmoid: "sigmoid", torch.tanh: "tanh", torch.reshape: "reshape",
    functional.relu: "relu", functional.relu6: "relu6", functional.leaky_relu: "leaky_relu",
    functional.elu: "elu", functional.selu: "selu", functional.silu: "silu", functional.hardswish: "hardswish",
    functional.hardsigmoid: "hardsigmoid", functional.sigmoid: "sigmoid", functional.tanh: "tanh",
    functional.dropout: "dropout", functional.softmax: "softmax", functional.max_pool2d: "max_pool2d",
    torch.amax: "amax", functional.gelu: "gelu", functional.dropout2d: "dropout2d", functional.pad: "pad",
    functional.interpolate: "interpolate", functional.adaptive_max_pool2d: "adaptive_max_pool2d",
    functional.avg_pool2d: "avg_pool2d", functional.adaptive_avg_pool2d: "adaptive_avg_pool2d",
}
"""Function of torch -> its operation, where the function's own name does not say it."""

_SHAPE_READERS = frozenset({"size", "getattr", "getitem"})
_VARIADIC = frozenset({"view", "reshape"})


def import_module(module: nn.Module, input_shape: Shape, origin: str) -> ImportedNetwork:
    """Return the graph of a module that classifies images.

    The module is traced with `torch.fx`: its ``forward`` runs once with placeholders, so only modules of code that is
    trusted may come here. Layers are called after the modules' paths, such as ``"layer1.0.conv1"``.

    Parameters
    ----------
    module : traced as it predicts; weights may be on the ``meta`` device, only their shapes are read
    input_shape : (C, H, W)
    origin : what messages call the network

    Raises
    ------
    NetworkError
        When it cannot be traced, or an operation or a setting has no layer here; the sentence names both.
    """
    assembly = Assembly(origin)
    graph = _trace(module.eval(), assembly)
    reader = _Reader(assembly, module, input_shape)
    for node in graph.nodes:
        reader.read(node)
    return assembly.finish()


def _trace(module: nn.Module, assembly: Assembly) -> fx.Graph:
    """Follow the data through the module; whatever the module's own code raises means that it cannot be followed.

    `torch.fx.symbolic_trace` would write the module's names into code and compile it; the tracer alone does not.
    """
    try:
        return fx.Tracer().trace(module)
    except Exception as error:
        raise assembly.refusal(translate(
            "torch_network", "its code decides by the values of the data what to compute, which a graph of layers "
            "cannot show.")) from error


class _Reader:
    """Goes through a traced graph in the order of the data and adds its layers."""

    def __init__(self, assembly: Assembly, module: nn.Module, input_shape: Shape) -> None:
        self._assembly = assembly
        self._modules = dict(module.named_modules())
        self._module = module
        self._input_shape = input_shape
        self._values: dict[fx.Node, Any] = {}
        self._inputs = 0

    def read(self, node: fx.Node) -> None:
        """Add what one step of the trace does."""
        if node.op == "placeholder":
            self._values[node] = self._placeholder(node)
        elif node.op == "output":
            self._assembly.output(self._value(node.args[0]))
        else:
            operation = _operation(node, self._modules)
            with self._assembly.at(_place(node, operation), operation, _modules_around(node)):
                self._values[node] = self._step(node, operation)

    def _placeholder(self, node: fx.Node) -> Wire:
        self._inputs += 1
        if self._inputs > 1:
            raise self._assembly.refusal(translate(
                "torch_network", "it takes more than one input, and a network here takes one image."))
        return self._assembly.input(str(node.target), self._input_shape)

    def _step(self, node: fx.Node, operation: str) -> Any:
        given = [self._value(argument) for argument in node.args]
        named = {key: self._value(value) for key, value in node.kwargs.items()}
        if node.op == "get_attr":
            return self._tensor(str(node.target))
        if node.op == "call_module":
            named |= self._settings(str(node.target), operation)
        elif operation in _SHAPE_READERS:
            return self._part_of_shape(operation, given)
        elif operation in _VARIADIC and len(given) > 1 and not isinstance(given[1], (list, tuple)):
            given = [given[0], given[1:]]
        return apply(self._assembly, operation, given, named)

    def _settings(self, path: str, operation: str) -> dict[str, Any]:
        """Return a module's settings by the names of the operation's arguments; tensors as their shapes."""
        module = self._modules[path]
        tensors = {**dict(module.named_parameters(recurse=False)), **dict(module.named_buffers(recurse=False))}
        known = OPERATIONS[operation].arguments[1:] if operation in OPERATIONS else ()
        return {
            name: Weights(f"{path}.{name}", tuple(tensors[name].shape)) if name in tensors else getattr(module, name)
            for name in known if name in tensors or hasattr(module, name)}

    def _tensor(self, target: str) -> Weights:
        value: Any = self._module
        for part in target.split("."):
            value = getattr(value, part)
        return Weights(target, tuple(value.shape))

    def _part_of_shape(self, operation: str, given: list[Any]) -> Any:
        """Return what a module's code asks of a shape: all of it, or one side."""
        if operation == "getitem" and isinstance(given[0], tuple):
            return given[0][given[1]]
        if operation == "getitem" or (operation == "getattr" and given[1] != "shape"):
            raise NetworkError(translate(
                "torch_network", "takes a part of a value, for which there is no layer here. Import a network without "
                "it."))
        sides = (BATCH, *self._assembly.shape(given[0]))
        return sides[given[1]] if operation == "size" and len(given) > 1 else sides

    def _value(self, argument: Any) -> Any:
        """Put values that are known in the place of the trace's nodes."""
        if isinstance(argument, fx.Node):
            return self._values[argument]
        if isinstance(argument, (list, tuple)):
            return [self._value(part) for part in argument]
        return argument


def _operation(node: fx.Node, modules: Mapping[str, nn.Module]) -> str:
    """Name what a step does, for the table and for messages."""
    if node.op == "call_module":
        module = modules[str(node.target)]
        return MODULES.get(type(module), type(module).__name__)
    if node.op == "call_function" and callable(node.target):
        return FUNCTIONS.get(node.target, getattr(node.target, "__name__", "function"))
    return str(node.target)


def _modules_around(node: fx.Node) -> tuple[str, ...]:
    """Return the paths of the modules a step belongs to that are more than torch's own, the outermost first."""
    return tuple(path for path, kind in node.meta.get("nn_module_stack", {}).values()
                 if path and not kind.__module__.startswith("torch.nn."))


def _place(node: fx.Node, operation: str) -> str:
    """Return the path of the module a step belongs to, for a function with the function's name behind it."""
    if node.op == "call_module":
        return str(node.target)
    stack = list(node.meta.get("nn_module_stack", {}).values())
    path = stack[-1][0] if stack else ""
    return f"{path}.{operation}" if path else operation
