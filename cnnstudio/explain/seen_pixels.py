"""Which pixels of the input can reach one place of a layer's map: its receptive field, traced back layer by layer."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from cnnstudio.explain.walk_values import LayerOutline
from cnnstudio.network.kinds.backbone import plan_of
from cnnstudio.network.kinds.resizing import crop_corner
from cnnstudio.network.kinds.windows import spread_kernel
from cnnstudio.network.layer_kinds import Shape

Span = tuple[int, int]
"""First and last place along one axis, both inside."""
Area = tuple[Span, Span]
"""Rows and columns."""
_Rule = Callable[[Span, int, Mapping[str, Any], Shape, Shape], Span]
"""(span of the output, axis, parameters, input shape, output shape) -> span of the input, perhaps over its border."""


def seen_pixels(layers: Sequence[LayerOutline], layer_id: str, row: int, column: int) -> Area:
    """Return the rows and columns of the input that the value at a place of a layer's map depends on.

    Layers that take a mean over the whole image (squeeze and excitation, layer and group normalisation) are followed
    at the same place only; of a pretrained network the field of its plan is taken about the place.

    Parameters
    ----------
    layers : in the order they run, the Input among them
    """
    by_id = {layer.id: layer for layer in layers}
    areas: dict[str, Area] = {layer_id: ((row, row), (column, column))}
    for layer in reversed(layers):
        area = areas.get(layer.id)
        if area is None:
            continue
        if not layer.sources:
            return area
        for source in layer.sources:
            before = _before(layer, by_id[source].shape, area)
            areas[source] = before if source not in areas else _joined(areas[source], before)
    raise KeyError(layer_id)


def _joined(one: Area, other: Area) -> Area:
    spans = [(min(a[0], b[0]), max(a[1], b[1])) for a, b in zip(one, other, strict=True)]
    return spans[0], spans[1]


def _before(layer: LayerOutline, shape: Shape, area: Area) -> Area:
    """Return the area of what feeds a layer."""
    if len(shape) == 1:
        return (0, 0), (0, 0)
    if len(layer.shape) == 1:
        return (0, shape[1] - 1), (0, shape[2] - 1)
    rule = _RULES.get(layer.kind, _same)
    rows, columns = (_inside(rule(area[axis], axis, layer.parameters, shape, layer.shape), shape[1 + axis])
                     for axis in (0, 1))
    return rows, columns


def _inside(span: Span, length: int) -> Span:
    return min(max(span[0], 0), length - 1), max(min(span[1], length - 1), 0)


def _same(span: Span, axis: int, _parameters: Mapping[str, Any], shape: Shape, output: Shape) -> Span:
    """Return the same places; those of a map that is one factor for all."""
    return span if shape[1 + axis] == output[1 + axis] else (0, shape[1 + axis] - 1)


def _window(span: Span, axis: int, parameters: Mapping[str, Any], _shape: Shape, _output: Shape) -> Span:
    reach, stride = spread_kernel(parameters)[axis] - 1, parameters["stride"][axis]
    padding = reach // 2 if parameters.get("same") else parameters["padding"][axis]
    return span[0] * stride - padding, span[1] * stride - padding + reach


def _fixed(span: Span, _axis: int, parameters: Mapping[str, Any], _shape: Shape, _output: Shape) -> Span:
    side = len(parameters["kernel"])
    padding = side // 2 if parameters["same"] else 0
    return span[0] - padding, span[1] - padding + side - 1


def _transposed(span: Span, axis: int, parameters: Mapping[str, Any], _shape: Shape, _output: Shape) -> Span:
    stride, padding = parameters["stride"][axis], parameters["padding"][axis]
    reach = spread_kernel(parameters)[axis] - 1
    return -(-(span[0] + padding - reach) // stride), (span[1] + padding) // stride


def _adaptive(span: Span, axis: int, _parameters: Mapping[str, Any], shape: Shape, output: Shape) -> Span:
    before, after = shape[1 + axis], output[1 + axis]
    return span[0] * before // after, -(-(span[1] + 1) * before // after) - 1


def _upsampled(span: Span, axis: int, parameters: Mapping[str, Any], _shape: Shape, _output: Shape) -> Span:
    factor = parameters["scale_factor"][axis]
    if parameters["mode"] == "nearest":
        return span[0] // factor, span[1] // factor
    first, last = ((place + 0.5) / factor - 0.5 for place in span)
    return int(max(first, 0)), -int(-max(last, 0) // 1)


def _padded(span: Span, axis: int, parameters: Mapping[str, Any], _shape: Shape, _output: Shape) -> Span:
    before = parameters[("top", "left")[axis]]
    return span[0] - before, span[1] - before


def _cropped(span: Span, axis: int, parameters: Mapping[str, Any], shape: Shape, _output: Shape) -> Span:
    corner = crop_corner(shape, parameters)[axis]
    return span[0] + corner, span[1] + corner


def _backbone(span: Span, axis: int, parameters: Mapping[str, Any], shape: Shape, output: Shape) -> Span:
    size = plan_of(parameters).window()[0]
    first, last = ((place + 0.5) / output[1 + axis] * shape[1 + axis] for place in span)
    return int(first - size / 2), int(last + size / 2)


_RULES: Mapping[str, _Rule] = {
    "Conv2d": _window, "DepthwiseConv2d": _window, "MaxPool2d": _window, "AvgPool2d": _window, "FixedKernel": _fixed,
    "ConvTranspose2d": _transposed, "AdaptiveAvgPool2d": _adaptive, "AdaptiveMaxPool2d": _adaptive,
    "Upsample": _upsampled, "ZeroPad2d": _padded, "Crop2d": _cropped, "Backbone": _backbone,
}
