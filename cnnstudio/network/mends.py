"""Finds edits that make a layer fit what arrives, kind by kind."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from math import gcd
from typing import Any

from cnnstudio.network.edits import SetParameter
from cnnstudio.network.graph import NetworkGraph, Node
from cnnstudio.network.kinds.merge import is_channel_factor
from cnnstudio.network.kinds.windows import spread, spread_kernel
from cnnstudio.network.layer_kinds import Shape, pair_text, short_pair
from cnnstudio.network.misfit import (
    Misfit,
    insert_layers,
    output_shape,
    removal,
    remove_mend,
    replacement,
    set_parameters,
    without_vector,
)
from cnnstudio.network.problems import Mend
from cnnstudio.network.registry import layer_kind
from cnnstudio.wording import translate

__all__ = ["MAX_MENDS", "Misfit", "last_dense", "mends_for", "output_shape", "remove_mend"]

MAX_MENDS = 3

Mender = Callable[[Misfit], Iterator[Mend]]


def mends_for(misfit: Misfit) -> tuple[Mend, ...]:
    """Return up to three edits that make the layer fit, the best first."""
    found: dict[str, Mend] = {}
    for mend in _candidates(misfit):
        if len(found) < MAX_MENDS:
            found.setdefault(mend.label, mend)
    return tuple(found.values()) or tuple(removal(misfit))


def _candidates(misfit: Misfit) -> Iterator[Mend]:
    """Return what to try; a kind that has no mender of its own misfits only because a vector arrives."""
    is_vector = len(misfit.inputs) == 1 and len(misfit.inputs[0]) == 1
    mender = _MENDERS.get(misfit.node.kind, without_vector)
    return (mender if not is_vector or misfit.node.kind in _VECTOR_MENDERS else without_vector)(misfit)


def _mend_linear(misfit: Misfit) -> Iterator[Mend]:
    follow = {"in_features": 0} if misfit.node.parameters["in_features"] else {}
    (shape,) = misfit.inputs
    if len(shape) == 1:
        yield from set_parameters(misfit, translate(
            "network", "Set in_features to {channels}", channels=shape[0]), in_features=shape[0])
        yield from set_parameters(misfit, translate("network", "Let in_features follow"), in_features=0)
        return
    for title, kind in ((translate("network", "Insert Flatten"), "Flatten"), (translate(
        "network", "Insert global average pooling"), "GlobalAvgPool2d")):
        plain = list(insert_layers(misfit, title, (kind, {})))
        yield from plain or insert_layers(misfit, translate(
            "network", "{title}, let in_features follow", title=title), (kind, {}), **follow)


def _mend_convolution(misfit: Misfit) -> Iterator[Mend]:
    if not _groups_fit(misfit):
        yield from _mend_groups(misfit)
    else:
        yield from _mend_kernel(misfit)


def _groups_fit(misfit: Misfit) -> bool:
    groups = misfit.node.parameters["groups"]
    return not misfit.inputs[0][0] % groups and not misfit.node.parameters["out_channels"] % groups


def _mend_groups(misfit: Misfit) -> Iterator[Mend]:
    channels, parameters = misfit.inputs[0][0], misfit.node.parameters
    groups = _fitting_divisor(gcd(channels, parameters["out_channels"]), parameters["groups"])
    yield from set_parameters(misfit, translate("network", "Set groups to {groups}", groups=groups), groups=groups)
    multiple = -(-parameters["out_channels"] // parameters["groups"]) * parameters["groups"]
    yield from set_parameters(misfit, translate(
        "network", "Set out_channels to {multiple}", multiple=multiple), out_channels=multiple)
    yield from set_parameters(misfit, translate("network", "Set groups to 1"), groups=1)


def _mend_kernel(misfit: Misfit) -> Iterator[Mend]:
    """Offer what brings a kernel and the size it gets together; of convolutions that can keep the size."""
    parameters = misfit.node.parameters
    if not parameters["same"] or tuple(parameters["stride"]) == (1, 1):
        yield from _mend_large_kernel(misfit)
        return
    yield from set_parameters(misfit, translate("network", "Set stride to 1"), stride=(1, 1))
    half = _half_padding(parameters)
    yield from set_parameters(
        misfit, translate(
            "network", "Set padding to {short_pair} instead of same",
            short_pair=short_pair(half)), same=False, padding=half)


def _mend_large_kernel(misfit: Misfit) -> Iterator[Mend]:
    parameters, (_channels, *sides) = misfit.node.parameters, misfit.inputs[0]
    if tuple(parameters["stride"]) == (1, 1):
        yield from set_parameters(misfit, translate("network", "Keep the size (same)"), same=True)
    half = _half_padding(parameters)
    yield from set_parameters(misfit, translate(
        "network", "Set padding to {short_pair}", short_pair=short_pair(half)), padding=half)
    yield from _set_kernel(misfit, sides)


def _set_kernel(misfit: Misfit, sides: Sequence[int]) -> Iterator[Mend]:
    """Offer the largest kernel that lies inside the padded input, or, when dilation is in the way, without it."""
    parameters = misfit.node.parameters
    dilation, padding = parameters.get("dilation", (1, 1)), parameters["padding"]
    kernel = tuple(
        min(parameters["kernel_size"][axis], (sides[axis] + 2 * padding[axis] - 1) // dilation[axis] + 1)
        for axis in (0, 1))
    yield from set_parameters(misfit, translate(
        "network", "Set kernel size to {kernel}", kernel=pair_text(kernel)), kernel_size=kernel)


def _mend_transposed(misfit: Misfit) -> Iterator[Mend]:
    parameters, (_channels, *sides) = misfit.node.parameters, misfit.inputs[0]
    if not _groups_fit(misfit):
        yield from _mend_groups(misfit)
        return
    stride, dilation, extra = parameters["stride"], parameters["dilation"], parameters["output_padding"]
    less = tuple(min(extra[axis], max(stride[axis], dilation[axis]) - 1) for axis in (0, 1))
    if less != tuple(extra):
        yield from set_parameters(misfit, translate(
            "network", "Set output padding to {short_pair}", short_pair=short_pair(less)), output_padding=less)
        return
    span = spread_kernel(parameters)
    whole = [(sides[axis] - 1) * stride[axis] + span[axis] + extra[axis] for axis in (0, 1)]
    padding = tuple(min(parameters["padding"][axis], (whole[axis] - 1) // 2) for axis in (0, 1))
    yield from set_parameters(misfit, translate(
        "network", "Set padding to {short_pair}", short_pair=short_pair(padding)), padding=padding)
    yield from set_parameters(misfit, translate("network", "Set padding to 0"), padding=(0, 0))


def _mend_fixed_kernel(misfit: Misfit) -> Iterator[Mend]:
    yield from set_parameters(misfit, translate("network", "Keep the size (same)"), same=True)


def _mend_crop(misfit: Misfit) -> Iterator[Mend]:
    parameters, (_channels, height, width) = misfit.node.parameters, misfit.inputs[0]
    rows, columns = parameters["size"]
    if not parameters["centred"]:
        rest = (max(1, min(rows, height - parameters["top"])), max(1, min(columns, width - parameters["left"])))
        yield from set_parameters(misfit, translate("network", "Cut out the middle"), centred=True)
        yield from set_parameters(misfit, translate("network", "Set size to {rest}", rest=pair_text(rest)), size=rest)
    smaller = (min(rows, height), min(columns, width))
    yield from set_parameters(misfit, translate(
        "network", "Set size to {smaller}", smaller=pair_text(smaller)), size=smaller)
    yield from removal(misfit)


def _mend_group_norm(misfit: Misfit) -> Iterator[Mend]:
    groups = _fitting_divisor(misfit.inputs[0][0], misfit.node.parameters["num_groups"])
    yield from set_parameters(misfit, translate(
        "network", "Set num_groups to {groups}", groups=groups), num_groups=groups)
    yield from set_parameters(misfit, translate("network", "Set num_groups to 1"), num_groups=1)


def _use(kind: str, *insertions: str) -> Mender:
    """Offer another kind in the layer's place, then to take out what made a vector, then other layers before it."""
    def mender(misfit: Misfit) -> Iterator[Mend]:
        yield from replacement(misfit, kind)
        yield from without_vector(misfit)
        for before in insertions:
            title = translate("network", "Insert {layer_kind}",
                              layer_kind=translate("LayerKind", layer_kind(before).title))
            yield from insert_layers(misfit, title, (before, {}))
    return mender


def _mend_pooling(misfit: Misfit) -> Iterator[Mend]:
    parameters, shape = misfit.node.parameters, misfit.inputs[0]
    kernel, padding = parameters["kernel_size"], parameters["padding"]
    allowed = tuple(min(padding[axis], kernel[axis] // 2) for axis in (0, 1))
    if allowed != tuple(padding):
        yield from set_parameters(misfit, translate(
            "network", "Set padding to {short_pair}", short_pair=short_pair(allowed)), padding=allowed)
        wider = tuple(max(kernel[axis], 2 * padding[axis]) for axis in (0, 1))
        yield from set_parameters(misfit, translate(
            "network", "Set window size to {wider}", wider=pair_text(wider)), kernel_size=wider)
        return
    smaller = tuple(min(kernel[axis], shape[1 + axis]) for axis in (0, 1))
    fitting = tuple(min(padding[axis], smaller[axis] // 2) for axis in (0, 1))
    changed = {"kernel_size": smaller} | ({} if fitting == tuple(padding) else {"padding": fitting})
    yield from set_parameters(misfit, translate(
        "network", "Set window size to {smaller}", smaller=pair_text(smaller)), **changed)
    yield from removal(misfit)


def _mend_maxout(misfit: Misfit) -> Iterator[Mend]:
    count, pieces = misfit.inputs[0][0], misfit.node.parameters["pieces"]
    divisors = [number for number in range(2, 65) if count % number == 0]
    for number in sorted(divisors, key=lambda divisor: abs(divisor - pieces))[:2]:
        yield from set_parameters(misfit, translate("network", "Set pieces to {number}", number=number), pieces=number)


def _mend_add(misfit: Misfit) -> Iterator[Mend]:
    """Offer a 1×1 convolution before one input that gives it the shape of another."""
    for reference in range(len(misfit.inputs)):
        wrong = [index for index, shape in enumerate(misfit.inputs) if shape != misfit.inputs[reference]]
        if len(wrong) == 1:
            yield from _insert_projection(misfit, wrong[0], misfit.inputs[reference])


def _insert_projection(misfit: Misfit, index: int, wanted: Shape) -> Iterator[Mend]:
    shape = misfit.inputs[index]
    if len(shape) == 1 and len(wanted) == 1:
        yield from insert_layers(misfit, translate(
            "network", "Insert Dense with {wanted} units before input {index}", wanted=wanted[0], index=index + 1),
                           ("Linear", {"out_features": wanted[0]}), port_index=index)
    if len(shape) != 3 or len(wanted) != 3:
        return
    stride = tuple(max(1, -(-shape[axis] // wanted[axis])) for axis in (1, 2))
    step = "" if stride == (1, 1) else translate("network", ", stride {short_pair},", short_pair=short_pair(stride))
    label = translate(
        "network", "Insert 1×1 convolution with {wanted} feature maps{step} before input {index}", wanted=wanted[0],
        step=step, index=index + 1)
    yield from insert_layers(misfit, label, (
        "Conv2d", {"out_channels": wanted[0], "kernel_size": (1, 1), "stride": stride}), port_index=index)


def _mend_multiply(misfit: Misfit) -> Iterator[Mend]:
    """Offer a layer before one input that gives it the shape of another, or a value for each of its channels."""
    for wanted in misfit.inputs:
        wrong = [index for index, shape in enumerate(misfit.inputs)
                 if shape != wanted and not is_channel_factor(shape, wanted)]
        if len(wrong) == 1 and len(wanted) == 3 and len(misfit.inputs[wrong[0]]) == 1:
            yield from insert_layers(
                misfit, translate(
                    "network", "Insert Dense with {wanted} units before input {wrong}", wanted=wanted[0],
                    wrong=wrong[0] + 1),
                ("Linear", {"out_features": wanted[0]}), port_index=wrong[0])
        elif len(wrong) == 1:
            yield from _insert_projection(misfit, wrong[0], wanted)


def _mend_concatenate(misfit: Misfit) -> Iterator[Mend]:
    """Offer to bring one input to the height and width of the others."""
    for reference in range(len(misfit.inputs)):
        wanted = misfit.inputs[reference]
        wrong = [index for index, shape in enumerate(misfit.inputs) if shape[1:] != wanted[1:]]
        if len(wrong) == 1 and len(wanted) == 3:
            size = (wanted[1], wanted[2])
            label = translate(
                "network", "Insert adaptive average pooling to {size} before input {wrong}", size=pair_text(size),
                wrong=wrong[0] + 1)
            yield from insert_layers(
                misfit, label, ("AdaptiveAvgPool2d", {"output_size": size}), port_index=wrong[0])


def _mend_output(misfit: Misfit) -> Iterator[Mend]:
    shape, classes = misfit.inputs[0], misfit.node.parameters["classes"]
    head = ("Linear", {"out_features": classes})
    if len(shape) == 3:
        yield from insert_layers(misfit, translate(
            "network", "Insert global average pooling and Dense"), ("GlobalAvgPool2d", {}), head)
        yield from insert_layers(misfit, translate("network", "Insert Flatten and Dense"), ("Flatten", {}), head)
        return
    dense = last_dense(misfit.graph, misfit.node.id)
    if dense is not None:
        label = translate("network", "Set out_features of {dense} to {classes}", dense=dense.name, classes=classes)
        yield Mend(label, SetParameter(dense.id, "out_features", classes))
    yield from set_parameters(misfit, translate(
        "network", "Set classes to {channels}", channels=shape[0]), classes=shape[0])
    if dense is None:
        yield from insert_layers(misfit, translate(
            "network", "Insert Dense with {classes} units", classes=classes), head)


def last_dense(graph: NetworkGraph, output_id: str) -> Node | None:
    """Return the dense layer whose units arrive at the output unchanged in number, if there is one."""
    node = graph.nodes[output_id]
    while True:
        feeding = graph.predecessors(node.id)
        if len(feeding) != 1:
            return None
        node = graph.nodes[feeding[0]]
        if node.kind == "Linear":
            return node
        if node.kind != "Flatten" and not layer_kind(node.kind).keeps_count:
            return None


def _half_padding(parameters: Mapping[str, Any]) -> tuple[int, int]:
    rows, columns = (
        spread(kernel, gap) // 2
        for kernel, gap in zip(parameters["kernel_size"], parameters["dilation"], strict=True))
    return rows, columns


def _fitting_divisor(number: int, wanted: int) -> int:
    """Return the largest divisor of ``number`` that is at most ``wanted``."""
    return max(divisor for divisor in range(1, min(number, wanted) + 1) if number % divisor == 0)

# Kinds whose mender also knows what to do when a vector arrives.
_VECTOR_MENDERS = frozenset({"Linear", "Maxout", "GroupNorm", "BatchNorm2d", "Dropout2d", "Output"})
_MENDERS: Mapping[str, Mender] = {
    "Linear": _mend_linear,
    "Conv2d": _mend_convolution,
    "DepthwiseConv2d": _mend_kernel,
    "ConvTranspose2d": _mend_transposed,
    "FixedKernel": _mend_fixed_kernel,
    "MaxPool2d": _mend_pooling,
    "AvgPool2d": _mend_pooling,
    "Crop2d": _mend_crop,
    "BatchNorm2d": _use("BatchNorm1d"),
    "BatchNorm1d": _use("BatchNorm2d", "Flatten", "GlobalAvgPool2d"),
    "GroupNorm": _mend_group_norm,
    "Dropout2d": _use("Dropout"),
    "Maxout": _mend_maxout,
    "Add": _mend_add,
    "Multiply": _mend_multiply,
    "Concatenate": _mend_concatenate,
    "Output": _mend_output,
}
