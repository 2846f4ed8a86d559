"""What each of PyTorch's operations becomes on the canvas: one table for traced modules and exported programs."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cnnstudio.errors import NetworkError
from cnnstudio.network.import_assembly import Assembly, Weights, Wire
from cnnstudio.network.import_rules import (
    as_factor,
    concatenated,
    enlarged,
    flattened,
    multiplied,
    padded,
    pair,
    require,
    reshaped,
)
from cnnstudio.network.layer_kinds import shape_text
from cnnstudio.network.names import quoted
from cnnstudio.wording import translate

Arguments = Mapping[str, Any]
Rule = Callable[[Assembly, Arguments], Any]


@dataclass(frozen=True, slots=True)
class Operation:
    """One row of the table.

    Attributes
    ----------
    arguments : names in PyTorch's order, the first is the input
    rule : adds the layers and returns what comes out
    """

    arguments: tuple[str, ...]
    rule: Rule


def apply(assembly: Assembly, name: str, given: Sequence[Any], named: Mapping[str, Any]) -> Any:
    """Add the layers of one operation and return its value; call it inside `Assembly.at`.

    Raises
    ------
    NetworkError
        When there is no layer for the operation or for one of its settings; the text starts with a verb.
    """
    plain = name.removesuffix("_")
    operation = OPERATIONS.get(plain)
    if operation is None:
        raise NetworkError(translate(
            "network", "is an operation for which there is no layer here. Import a network without it."))
    if len(given) > len(operation.arguments):
        raise NetworkError(translate(
            "network", "has more settings than are known here. Import a network without this step."))
    values = dict(zip(operation.arguments, given, strict=False))
    for key, value in named.items():
        known = key if key in operation.arguments else _ALIASES.get(key, key)
        if known in operation.arguments:
            values[known] = value
        elif known not in _IGNORED and value is not None and value is not False:
            raise NetworkError(translate(
                "network", "sets {key}, which is not known here. Import a network without this setting.",
                key=quoted(key)))
    return operation.rule(assembly, values)


_ALIASES = {"self": "input", "tensors": "input", "train": "training", "output_size": "size",
            "scale_factors": "scale_factor", "size": "shape"}
_IGNORED = frozenset({"inplace", "cudnn_enabled", "cudnn_enable"})


def _weights(values: Arguments, name: str = "weight") -> Weights:
    weights = values.get(name)
    if not isinstance(weights, Weights):
        raise NetworkError(translate(
            "network", "has no learned weights of its own. Import a network whose layers learn theirs."))
    return weights


def _simple(kind: str) -> Operation:
    """Return the row of an operation without settings."""
    return Operation(("input",), lambda assembly, values: assembly.layer(kind, [values["input"]]))


def _conv2d(assembly: Assembly, values: Arguments) -> Wire:
    weights, groups = _weights(values), values.get("groups", 1)
    out_channels, per_group, *kernel = weights.shape
    channels = assembly.shape(values["input"])[0]
    if per_group * groups != channels:
        raise NetworkError(translate(
            "network", "expects {per_group:,} channels and gets {channels:,}.", per_group=per_group * groups,
            channels=channels))
    require(values.get("padding_mode", "zeros") == "zeros", translate(
        "network", "padding by {mode}", mode=quoted(values.get("padding_mode"))))
    padding = values.get("padding", 0)
    return assembly.layer(
        "Conv2d", [values["input"]], weights=weights, out_channels=out_channels, kernel_size=tuple(kernel),
        stride=pair(values.get("stride", 1)), padding=(0, 0) if isinstance(padding, str) else pair(padding),
        same=padding == "same", dilation=pair(values.get("dilation", 1)), groups=groups,
        bias=values.get("bias") is not None)


def _conv_transpose2d(assembly: Assembly, values: Arguments) -> Wire:
    weights, groups = _weights(values), values.get("groups", 1)
    channels, per_group, *kernel = weights.shape
    if channels != assembly.shape(values["input"])[0]:
        raise NetworkError(translate(
            "network", "expects {channels:,} channels and gets {other_channels:,}.", channels=channels,
            other_channels=assembly.shape(values['input'])[0]))
    return assembly.layer(
        "ConvTranspose2d", [values["input"]], weights=weights, out_channels=per_group * groups,
        kernel_size=tuple(kernel), stride=pair(values.get("stride", 1)), padding=pair(values.get("padding", 0)),
        output_padding=pair(values.get("output_padding", 0)), groups=groups,
        dilation=pair(values.get("dilation", 1)), bias=values.get("bias") is not None)


def _linear(assembly: Assembly, values: Arguments) -> Wire:
    weights = _weights(values)
    out_features, in_features = weights.shape
    arriving = assembly.shape(values["input"])
    if arriving != (in_features,):
        raise NetworkError(translate(
            "network", "expects {in_features:,} values and gets {arriving}.", in_features=in_features,
            arriving=shape_text(arriving)))
    return assembly.layer("Linear", [values["input"]], weights=weights, out_features=out_features,
                          bias=values.get("bias") is not None)


def _batch_norm(assembly: Assembly, values: Arguments) -> Wire:
    require(values.get("running_mean") is not None, translate("network", "no running statistics"))
    require(values.get("weight") is not None and values.get("bias") is not None, translate(
        "network", "no scale and shift"))
    momentum = values.get("momentum", 0.1)
    require(momentum is not None, translate("network", "a cumulative average"))
    kind = "BatchNorm1d" if len(assembly.shape(values["input"])) == 1 else "BatchNorm2d"
    return assembly.layer(kind, [values["input"]], weights=_weights(values),
                          eps=float(values.get("eps", 1e-5)), momentum=float(momentum))


def _layer_norm(assembly: Assembly, values: Arguments) -> Wire:
    shape = assembly.shape(values["input"])
    require(tuple(values["normalized_shape"]) == shape, translate("network", "a mean of a part of the values"))
    return assembly.layer("LayerNorm", [values["input"]], eps=float(values.get("eps", 1e-5)),
                          elementwise_affine=values.get("weight") is not None)


def _group_norm(assembly: Assembly, values: Arguments) -> Wire:
    return assembly.layer("GroupNorm", [values["input"]], weights=_weights(values), num_groups=values["num_groups"],
                          eps=float(values.get("eps", 1e-5)))


def _prelu(assembly: Assembly, values: Arguments) -> Wire:
    weights = _weights(values)
    return assembly.layer("PReLU", [values["input"]], weights=weights,
                          per_channel=weights.shape == assembly.shape(values["input"])[:1])


def _max_pool(assembly: Assembly, values: Arguments) -> Wire:
    require(pair(values.get("dilation", 1)) == (1, 1), translate("network", "a dilation"))
    require(not values.get("return_indices", False), translate(
        "network", "the places of the largest values as its result"))
    return assembly.layer("MaxPool2d", [values["input"]], **_window(values))


def _average_pool(assembly: Assembly, values: Arguments) -> Wire:
    require(values.get("divisor_override") is None, translate("network", "a divisor of its own"))
    window = _window(values)
    require(values.get("count_include_pad", True) or not any(window["padding"]), translate(
        "network", "a border that is not counted"))
    return assembly.layer("AvgPool2d", [values["input"]], **window)


def _window(values: Arguments) -> dict[str, Any]:
    kernel, stride = pair(values["kernel_size"]), values.get("stride")
    return {"kernel_size": kernel, "stride": kernel if stride is None or stride == [] else pair(stride),
            "padding": pair(values.get("padding", 0)), "ceil_mode": values.get("ceil_mode", False)}


def _adaptive_pool(kind: str) -> Operation:
    def rule(assembly: Assembly, values: Arguments) -> Wire:
        require(not values.get("return_indices", False), translate(
            "network", "the places of the largest values as its result"))
        wanted = values["output_size"]
        sides = list(wanted) if isinstance(wanted, (list, tuple)) else [wanted, wanted]
        size = [own if side is None else side
                for side, own in zip(sides, assembly.shape(values["input"])[1:], strict=True)]
        return assembly.layer(kind, [values["input"]], output_size=tuple(size))
    return Operation(("input", "output_size", "return_indices"), rule)


def _over_image(whole: str, kept: str) -> Operation:
    """Return the row of a mean or maximum of each feature map, as a vector or as maps of one pixel."""
    def rule(assembly: Assembly, values: Arguments) -> Wire:
        rank = len(assembly.shape(values["input"])) + 1
        dims = values.get("dim")
        over = {dim % rank for dim in ([dims] if isinstance(dims, int) else dims or ())}
        require(over == {2, 3} and rank == 4, translate("network", "another direction than height and width"))
        if values.get("keepdim", False):
            return assembly.layer(kept, [values["input"]], output_size=1)
        return assembly.layer(whole, [values["input"]])
    return Operation(("input", "dim", "keepdim"), rule)


def _flatten(assembly: Assembly, values: Arguments) -> Any:
    shape = assembly.shape(values["input"])
    rank = len(shape) + 1
    first, last = values.get("start_dim", 0) % rank, values.get("end_dim", -1) % rank
    if last <= first and first > 0:
        return values["input"]
    require(first == 1 and last == rank - 1, translate("network", "a part of the image flattened"))
    return flattened(assembly, values["input"])


def _reshape(assembly: Assembly, values: Arguments) -> Any:
    return reshaped(assembly, values["input"], values["shape"])


def _add(assembly: Assembly, values: Arguments) -> Wire:
    require(values.get("alpha", 1) == 1, translate("network", "a factor"))
    return assembly.layer("Add", [values["input"], values["other"]])


def _multiply(assembly: Assembly, values: Arguments) -> Wire:
    return multiplied(assembly, values["input"], values["other"])


def _concatenate(assembly: Assembly, values: Arguments) -> Any:
    tensors = list(values["input"])
    rank = len(assembly.shape(tensors[0])) + 1
    require(values.get("dim", 0) % rank == 1, translate("network", "another direction than the channels"))
    return concatenated(assembly, tensors)


def _dropout(kind: str) -> Operation:
    def rule(assembly: Assembly, values: Arguments) -> Any:
        p = float(values.get("p", 0.5))
        return assembly.layer(kind, [values["input"]], p=p) if p else values["input"]
    return Operation(("input", "p", "training"), rule)


def _stochastic_depth(assembly: Assembly, values: Arguments) -> Any:
    assembly.leave_out(translate("network", "stochastic depth"))
    return values["input"]


def _clamp(assembly: Assembly, values: Arguments) -> Wire:
    low, high = values.get("min", values.get("min_val", -1.0)), values.get("max", values.get("max_val", 1.0))
    require((low, high) == (0, 6), translate("network", "limits {low} and {high}", low=quoted(low), high=quoted(high)))
    return assembly.layer("ReLU6", [values["input"]])


def _pad(assembly: Assembly, values: Arguments) -> Any:
    require(values.get("mode", "constant") == "constant" and not values.get("value", 0), translate(
        "network", "a border that is not zeros"))
    edges = [*values["pad"], 0, 0, 0, 0]
    require(not any(edges[4:]), translate("network", "a border around something else than height and width"))
    return padded(assembly, values["input"], edges[:4])


def _interpolate(assembly: Assembly, values: Arguments) -> Any:
    sides, size = assembly.shape(values["input"])[1:], values.get("size")
    mode = values.get("mode", "nearest")
    require(mode in ("nearest", "bilinear") and not values.get("align_corners", False), translate(
        "network", "enlarging by {mode}", mode=quoted(mode)))
    if size is None:
        factors = values["scale_factor"]
        factors = factors if isinstance(factors, (list, tuple)) else (factors, factors)
        require(all(float(factor).is_integer() for factor in factors), translate(
            "network", "a factor that is not whole"))
        size = [side * int(factor) for side, factor in zip(sides, factors, strict=True)]
    return enlarged(assembly, values["input"], pair(size), mode)


def _upsample(mode: str) -> Rule:
    return lambda assembly, values: _interpolate(assembly, {**values, "mode": mode})


def _softmax(assembly: Assembly, values: Arguments) -> Wire:
    rank = len(assembly.shape(values["input"])) + 1
    dim = values.get("dim")
    require(dim is not None and dim % rank == 1, translate("network", "another direction than the channels"))
    return assembly.layer("Softmax", [values["input"]])


def _slice(_assembly: Assembly, values: Arguments) -> Any:
    start, end = values.get("start"), values.get("end")
    require(not start and (end is None or end >= 2**31 - 1) and values.get("step", 1) == 1, translate(
        "network", "a part of a value"))
    return values["input"]


def _unsqueeze(assembly: Assembly, values: Arguments) -> Any:
    return as_factor(assembly, values["input"], [values["dim"]])


def _with(kind: str, name: str, default: Any) -> Operation:
    """Return the row of an operation with one setting that has the parameter's name."""
    return Operation(("input", name), lambda assembly, values: assembly.layer(
        kind, [values["input"]], **{name: values.get(name, default)}))


def _keep() -> Operation:
    """Return the row of an operation that changes nothing."""
    return Operation(("input", "memory_format"), lambda _assembly, values: values["input"])


OPERATIONS: Mapping[str, Operation] = {
    "conv2d": Operation(
        ("input", "weight", "bias", "stride", "padding", "dilation", "groups", "padding_mode"), _conv2d),
    "conv_transpose2d": Operation(
        ("input", "weight", "bias", "stride", "padding", "output_padding", "groups", "dilation"), _conv_transpose2d),
    "linear": Operation(("input", "weight", "bias"), _linear),
    "batch_norm": Operation(
        ("input", "running_mean", "running_var", "weight", "bias", "training", "momentum", "eps"), _batch_norm),
    "layer_norm": Operation(("input", "normalized_shape", "weight", "bias", "eps"), _layer_norm),
    "group_norm": Operation(("input", "num_groups", "weight", "bias", "eps"), _group_norm),
    "prelu": Operation(("input", "weight"), _prelu),
    "max_pool2d": Operation(
        ("input", "kernel_size", "stride", "padding", "dilation", "ceil_mode", "return_indices"), _max_pool),
    "avg_pool2d": Operation(
        ("input", "kernel_size", "stride", "padding", "ceil_mode", "count_include_pad", "divisor_override"),
        _average_pool),
    "adaptive_avg_pool2d": _adaptive_pool("AdaptiveAvgPool2d"),
    "adaptive_max_pool2d": _adaptive_pool("AdaptiveMaxPool2d"),
    "mean": _over_image("GlobalAvgPool2d", "AdaptiveAvgPool2d"),
    "amax": _over_image("GlobalMaxPool2d", "AdaptiveMaxPool2d"),
    "flatten": Operation(("input", "start_dim", "end_dim"), _flatten),
    "reshape": Operation(("input", "shape"), _reshape),
    "view": Operation(("input", "shape"), _reshape),
    "add": Operation(("input", "other", "alpha"), _add),
    "mul": Operation(("input", "other"), _multiply),
    "cat": Operation(("input", "dim"), _concatenate),
    "dropout": _dropout("Dropout"),
    "dropout2d": _dropout("Dropout2d"),
    "feature_dropout": _dropout("Dropout2d"),
    "stochastic_depth": Operation(("input", "p", "mode", "training"), _stochastic_depth),
    "pad": Operation(("input", "pad", "mode", "value"), _pad),
    "constant_pad_nd": Operation(("input", "pad", "value"), _pad),
    "interpolate": Operation(("input", "size", "scale_factor", "mode", "align_corners"), _interpolate),
    "upsample_nearest2d": Operation(("input", "size", "scale_factor"), _upsample("nearest")),
    "upsample_bilinear2d": Operation(("input", "size", "align_corners", "scale_factor"), _upsample("bilinear")),
    "hardtanh": Operation(("input", "min_val", "max_val"), _clamp),
    "clamp": Operation(("input", "min", "max"), _clamp),
    "softmax": Operation(("input", "dim", "dtype"), _softmax),
    "leaky_relu": _with("LeakyReLU", "negative_slope", 0.01),
    "elu": _with("ELU", "alpha", 1.0),
    "gelu": _with("GELU", "approximate", "none"),
    "relu": _simple("ReLU"), "relu6": _simple("ReLU6"), "sigmoid": _simple("Sigmoid"), "tanh": _simple("Tanh"),
    "silu": _simple("SiLU"), "selu": _simple("SELU"), "hardswish": _simple("Hardswish"),
    "hardsigmoid": _simple("Hardsigmoid"),
    "slice": Operation(("input", "dim", "start", "end", "step"), _slice),
    "unsqueeze": Operation(("input", "dim"), _unsqueeze),
    "expand_as": Operation(("input", "other"), lambda _assembly, values: values["input"]),
    "identity": _keep(), "contiguous": _keep(), "clone": _keep(), "detach": _keep(), "alias": _keep(),
}
"""Name of the operation, without the underscore of the variants that work in place -> what it becomes."""
