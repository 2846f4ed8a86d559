"""What each of ONNX's operators becomes on the canvas."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cnnstudio.errors import NetworkError
from cnnstudio.network.import_assembly import Assembly, Weights, Wire
from cnnstudio.network.import_rules import (
    BATCH,
    as_factor,
    concatenated,
    enlarged,
    flattened,
    padded,
    require,
    reshaped,
)
from cnnstudio.network.names import quoted
from cnnstudio.network.torch_operations import apply
from cnnstudio.wording import translate


@dataclass(frozen=True)
class Step:
    """One operator of the file with what arrives at it.

    Attributes
    ----------
    assembly : takes the layers
    inputs : in ONNX's order: wires, weights, numbers or lists of numbers; None where the file leaves one out
    attributes : by name, in Python's types
    opset : version of the operators
    is_only_use : whether nothing but this step takes the first input
    """

    assembly: Assembly
    inputs: Sequence[Any]
    attributes: Mapping[str, Any]
    opset: int
    is_only_use: bool = True

    def input(self, index: int) -> Any:
        """Return an input, None when it is left out."""
        return self.inputs[index] if index < len(self.inputs) else None

    def setting(self, name: str, index: int, default: Any) -> Any:
        """Return a setting that older files give as an attribute and newer ones as an input."""
        given = self.input(index)
        return self.attributes.get(name, default) if given is None else given

    def torch(self, name: str, **settings: Any) -> Any:
        """Do what PyTorch's operation of that name does with the first input."""
        return apply(self.assembly, name, [self.input(0)], settings)


def apply_onnx(operator: str, step: Step) -> Any:
    """Add the layers of one operator and return its value; call it inside `Assembly.at`.

    Raises
    ------
    NetworkError
        When there is no layer for the operator or for one of its settings; the text starts with a verb.
    """
    rule = OPERATORS.get(operator)
    if rule is None:
        raise NetworkError(translate(
            "network", "is an operation for which there is no layer here. Import a network without it."))
    return rule(step)


Rule = Callable[[Step], Any]


def _torch(name: str) -> Rule:
    """Return the rule of an operator that PyTorch has without settings."""
    return lambda step: step.torch(name)


def _window(step: Step, kernel: Sequence[int]) -> tuple[dict[str, Any], list[int]]:
    """Return stride and dilation, and the border as (left, right, top, bottom)."""
    attributes = step.attributes
    strides, dilations = attributes.get("strides", [1, 1]), attributes.get("dilations", [1, 1])
    require(len(kernel) == len(strides) == len(dilations) == 2, translate(
        "network", "another number of directions than height and width"))
    return {"stride": strides, "dilation": dilations}, _border(step, kernel, strides, dilations)


def _border(step: Step, kernel: Sequence[int], strides: Sequence[int], dilations: Sequence[int]) -> list[int]:
    mode = step.attributes.get("auto_pad", "NOTSET")
    if mode in ("NOTSET", ""):
        top, left, bottom, right = step.attributes.get("pads", [0, 0, 0, 0])
        return [left, right, top, bottom]
    require(mode in ("VALID", "SAME_UPPER", "SAME_LOWER"), translate("network", "the border {mode}", mode=quoted(mode)))
    edges: list[int] = []
    for axis in (1, 0):
        size = step.assembly.shape(step.input(0))[1 + axis]
        span = dilations[axis] * (kernel[axis] - 1) + 1
        missing = max((-(-size // strides[axis]) - 1) * strides[axis] + span - size, 0) if mode != "VALID" else 0
        small, large = missing // 2, missing - missing // 2
        edges += [small, large] if mode == "SAME_UPPER" else [large, small]
    return edges


def _convolution(step: Step) -> Any:
    weights = step.input(1)
    if not isinstance(weights, Weights):
        raise NetworkError(translate(
            "network", "takes its kernels from another layer. Import a network whose kernels are learned."))
    window, border = _window(step, weights.shape[2:])
    value, padding = _symmetric(step, border)
    return apply(step.assembly, "conv2d", [value, weights, step.input(2)], {
        **window, "padding": padding, "groups": step.attributes.get("group", 1)})


def _symmetric(step: Step, border: list[int]) -> tuple[Any, tuple[int, int]]:
    """Return what the layer takes and its own padding; an uneven border of zeros is a layer before it."""
    left, right, top, bottom = border
    if left == right and top == bottom:
        return step.input(0), (top, left)
    return padded(step.assembly, step.input(0), border), (0, 0)


def _transposed(step: Step) -> Any:
    require(step.attributes.get("auto_pad", "NOTSET") == "NOTSET" and "output_shape" not in step.attributes,
            translate("network", "an output size of its own"))
    weights = step.input(1)
    window, (left, right, top, bottom) = _window(step, weights.shape[2:])
    require(left == right and top == bottom, translate("network", "an uneven border"))
    return step.torch("conv_transpose2d", weight=weights, bias=step.input(2), padding=(top, left),
                      output_padding=step.attributes.get("output_padding", [0, 0]),
                      groups=step.attributes.get("group", 1), **window)


def _max_pool(step: Step) -> Any:
    kernel = step.attributes["kernel_shape"]
    window, (left, right, top, bottom) = _window(step, kernel)
    require(left == right and top == bottom, translate("network", "an uneven border"))
    return step.torch("max_pool2d", kernel_size=kernel, padding=(top, left),
                      ceil_mode=bool(step.attributes.get("ceil_mode", 0)), **window)


def _average_pool(step: Step) -> Any:
    kernel = step.attributes["kernel_shape"]
    window, border = _window(step, kernel)
    require(window.pop("dilation") == [1, 1], translate("network", "a dilation"))
    counted = bool(step.attributes.get("count_include_pad", 0))
    require(counted or not any(border), translate("network", "a border that is not counted"))
    value, padding = _symmetric(step, border)
    return apply(step.assembly, "avg_pool2d", [value, kernel], {
        **window, "padding": padding, "ceil_mode": bool(step.attributes.get("ceil_mode", 0))})


def _batch_norm(step: Step) -> Any:
    require(not step.attributes.get("training_mode", 0), translate("network", "statistics of each batch"))
    return step.torch("batch_norm", weight=step.input(1), bias=step.input(2), running_mean=step.input(3),
                      running_var=step.input(4), eps=step.attributes.get("epsilon", 1e-5),
                      momentum=round(1 - step.attributes.get("momentum", 0.9), 6))


def _layer_norm(step: Step) -> Any:
    shape = step.assembly.shape(step.input(0))
    axis = step.attributes.get("axis", -1) % (len(shape) + 1)
    require(axis == 1, translate("network", "a mean of a part of the values"))
    return step.torch("layer_norm", normalized_shape=shape, weight=step.input(1),
                      eps=step.attributes.get("epsilon", 1e-5))


def _group_norm(step: Step) -> Any:
    weights = step.input(1)
    channels = step.assembly.shape(step.input(0))[0]
    require(isinstance(weights, Weights) and weights.shape == (channels,), translate(
        "network", "one scale for a whole group"))
    return step.torch("group_norm", num_groups=step.attributes["num_groups"], weight=weights,
                      eps=step.attributes.get("epsilon", 1e-5))


def _selu(step: Step) -> Any:
    alpha, gamma = step.attributes.get("alpha", 1.67326), step.attributes.get("gamma", 1.0507)
    require(abs(alpha - 1.67326) < 1e-3 and abs(gamma - 1.0507) < 1e-3, translate("network", "other numbers for SELU"))
    return step.torch("selu")


def _prelu(step: Step) -> Any:
    slope = step.input(1)
    require(isinstance(slope, Weights) and all(side == 1 for side in slope.shape[1:]), translate(
        "network", "slopes for single values"))
    return step.torch("prelu", weight=Weights(slope.name, slope.shape[:1] or (1,)))


def _clip(step: Step) -> Any:
    return step.torch("clamp", min=step.setting("min", 1, None), max=step.setting("max", 2, None))


def _hard_sigmoid(step: Step) -> Any:
    alpha, beta = step.attributes.get("alpha", 0.2), step.attributes.get("beta", 0.5)
    require(abs(alpha - 1 / 6) < 1e-4 and beta == 0.5, translate("network", "another slope than 1/6"))
    return step.torch("hardsigmoid")


def _swish(step: Step) -> Any:
    require(step.attributes.get("alpha", 1.0) == 1.0, translate("network", "another factor than 1"))
    return step.torch("silu")


def _softmax(step: Step) -> Any:
    return step.torch("softmax", dim=step.attributes.get("axis", -1 if step.opset >= 13 else 1))


def _dropout(step: Step) -> Any:
    return step.torch("dropout", p=step.setting("ratio", 1, 0.5))


def _flatten(step: Step) -> Any:
    rank = len(step.assembly.shape(step.input(0))) + 1
    require(step.attributes.get("axis", 1) % rank == 1, translate("network", "a part of the image flattened"))
    return flattened(step.assembly, step.input(0))


def _reshape(step: Step) -> Any:
    wanted = step.input(1)
    if isinstance(step.input(0), list):
        return step.input(0)
    shape = (BATCH, *step.assembly.shape(step.input(0)))
    copied = step.attributes.get("allowzero", 0) == 0
    require(isinstance(wanted, list), translate("network", "a shape that is worked out from the data"))
    sides = [shape[index] if side == 0 and copied and index < len(shape) else side
             for index, side in enumerate(wanted)]
    return reshaped(step.assembly, step.input(0), sides)


def _gemm(step: Step) -> Any:
    get = step.attributes.get
    require(get("alpha", 1.0) == 1.0 and get("beta", 1.0) == 1.0 and not get("transA", 0), "factors")
    weights = step.input(1)
    return _dense(step, weights if get("transB", 0) else _turned(weights), step.input(2))


def _matmul(step: Step) -> Any:
    return _dense(step, _turned(step.input(1)), None)


def _turned(weights: Any) -> Any:
    """Return a matrix with rows and columns exchanged."""
    if not isinstance(weights, Weights):
        raise NetworkError(translate(
            "network", "multiplies two layers as matrices, for which there is no layer here. Import a network without "
            "it."))
    return Weights(weights.name, weights.shape[::-1])


def _dense(step: Step, weights: Any, bias: Any) -> Any:
    return step.torch("linear", weight=weights, bias=bias)


def _add(step: Step) -> Any:
    first, second = step.input(0), step.input(1)
    if isinstance(first, Weights):
        first, second = second, first
    if isinstance(first, Wire) and isinstance(second, Weights):
        return _bias(step, first, second)
    return apply(step.assembly, "add", [first, second], {})


def _bias(step: Step, wire: Wire, weights: Weights) -> Wire:
    """Let the dense layer before learn the numbers that are added to it."""
    fits = step.assembly.kind(wire) == "Linear" and step.assembly.shape(wire) == weights.shape[-1:]
    require(fits and step.is_only_use, translate("network", "learned numbers added to a layer that has none"))
    step.assembly.amend(wire, bias=True)
    return wire


def _multiply(step: Step) -> Any:
    return apply(step.assembly, "mul", list(step.inputs), {})


def _concatenate(step: Step) -> Any:
    axis = step.attributes.get("axis", 0)
    if all(isinstance(value, list) for value in step.inputs):
        return [number for value in step.inputs for number in value]
    rank = len(step.assembly.shape(step.input(0))) + 1
    require(axis % rank == 1, translate("network", "another direction than the channels"))
    return concatenated(step.assembly, step.inputs)


def _reduced(name: str) -> Rule:
    return lambda step: step.torch(
        name, dim=step.setting("axes", 1, None), keepdim=bool(step.attributes.get("keepdims", 1)))


def _global(name: str) -> Rule:
    return lambda step: step.torch(name, dim=[2, 3], keepdim=True)


def _pad(step: Step) -> Any:
    pads = step.setting("pads", 1, None)
    value = step.setting("value", 2, 0)
    axes = step.input(3)
    require(step.attributes.get("mode", "constant") == "constant" and not value, translate(
        "network", "a border that is not zeros"))
    require(isinstance(pads, list) and len(pads) == 8 and axes is None and not any([*pads[:2], *pads[4:6]]),
            translate("network", "a border around something else than height and width"))
    return padded(step.assembly, step.input(0), [pads[3], pads[7], pads[2], pads[6]])


def _resize(step: Step) -> Any:
    mode = step.attributes.get("mode", "nearest")
    place = step.attributes.get("coordinate_transformation_mode", "half_pixel")
    exact = {"nearest": "asymmetric", "linear": "half_pixel"}
    require(mode in exact and place in (exact.get(mode), f"pytorch_{exact.get(mode)}"), translate(
        "network", "enlarging by {mode}", mode=quoted(mode)))
    require(mode == "linear" or step.attributes.get("nearest_mode", "round_prefer_floor") == "floor", translate(
        "network", "rounded pixels"))
    shape = step.assembly.shape(step.input(0))
    return enlarged(step.assembly, step.input(0), _new_size(step, shape), "bilinear" if mode == "linear" else "nearest")


def _new_size(step: Step, shape: Sequence[int]) -> list[int]:
    sizes, scales = step.input(3), step.input(2)
    if sizes:
        return [int(side) for side in sizes[-2:]]
    factors = scales.numbers if isinstance(scales, Weights) else scales
    require(factors and len(factors) == 4 and all(float(factor).is_integer() for factor in factors),
            translate("network", "a factor that is not whole"))
    return [side * int(factor) for side, factor in zip(shape[1:], factors[2:], strict=True)]


def _shape(step: Step) -> Any:
    value = step.input(0)
    sides = list(value.shape) if isinstance(value, Weights) else [BATCH, *step.assembly.shape(value)]
    return sides[step.attributes.get("start", 0):step.attributes.get("end", len(sides))]


def _gather(step: Step) -> Any:
    values, place = step.input(0), step.input(1)
    require(isinstance(values, list), translate("network", "a part of a value"))
    return [values[index] for index in place] if isinstance(place, list) else values[place]


def _slice(step: Step) -> Any:
    values = step.input(0)
    start, end = step.setting("starts", 1, None), step.setting("ends", 2, None)
    require(isinstance(values, list) and len(start) == 1 and step.input(4) in (None, [1]), translate(
        "network", "a part of a value"))
    return values[start[0]:end[0]]


def _unsqueeze(step: Step) -> Any:
    value = step.input(0)
    if isinstance(value, Wire):
        return as_factor(step.assembly, value, step.setting("axes", 1, []))
    require(isinstance(value, (int, float)), translate("network", "a new direction"))
    return [value]


def _squeeze(step: Step) -> Any:
    value = step.input(0)
    if isinstance(value, list) and len(value) == 1:
        return value[0]
    axes = step.setting("axes", 1, None)
    require(isinstance(value, Wire) and axes is not None, translate("network", "a direction taken away"))
    shape = step.assembly.shape(value)
    require(shape[1:] == (1, 1) and {axis % 4 for axis in axes} == {2, 3}, translate(
        "network", "a direction taken away"))
    return flattened(step.assembly, value)


def _keep(step: Step) -> Any:
    return step.input(0)


OPERATORS: Mapping[str, Rule] = {
    "Conv": _convolution, "ConvTranspose": _transposed, "MaxPool": _max_pool, "AveragePool": _average_pool,
    "GlobalAveragePool": _global("mean"), "GlobalMaxPool": _global("amax"), "ReduceMean": _reduced("mean"),
    "ReduceMax": _reduced("amax"), "BatchNormalization": _batch_norm, "LayerNormalization": _layer_norm,
    "GroupNormalization": _group_norm, "Relu": _torch("relu"), "Sigmoid": _torch("sigmoid"), "Tanh": _torch("tanh"),
    "LeakyRelu": lambda step: step.torch("leaky_relu", negative_slope=step.attributes.get("alpha", 0.01)),
    "Elu": lambda step: step.torch("elu", alpha=step.attributes.get("alpha", 1.0)),
    "Gelu": lambda step: step.torch("gelu", approximate=step.attributes.get("approximate", "none")),
    "Selu": _selu, "PRelu": _prelu, "Clip": _clip, "HardSigmoid": _hard_sigmoid, "HardSwish": _torch("hardswish"),
    "Swish": _swish, "Softmax": _softmax, "Dropout": _dropout, "Flatten": _flatten, "Reshape": _reshape, "Gemm": _gemm,
    "MatMul": _matmul, "Add": _add, "Mul": _multiply, "Concat": _concatenate, "Pad": _pad, "Resize": _resize,
    "Shape": _shape, "Gather": _gather, "Slice": _slice, "Unsqueeze": _unsqueeze, "Squeeze": _squeeze,
    "Identity": _keep, "Cast": _keep,
}
"""Name of the operator -> what it becomes. Those that work on shapes give numbers instead of layers."""
