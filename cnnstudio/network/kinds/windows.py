"""The arithmetic of sliding windows that convolution and pooling share, with the formula in words."""

from collections.abc import Mapping, Sequence
from typing import Any

from cnnstudio.errors import ShapeError
from cnnstudio.network.layer_kinds import Shape, Window, pair_text, shape_text, short_pair
from cnnstudio.wording import translate


def image_shape(inputs: Sequence[Shape]) -> tuple[int, int, int]:
    """Return the first input as (C, H, W).

    Raises
    ------
    ShapeError
        When a vector arrives.
    """
    shape = inputs[0]
    if len(shape) != 3:
        raise ShapeError(translate(
            "network", "expects channels × height × width and gets {shape}.", shape=shape_text(shape)))
    return (shape[0], shape[1], shape[2])


def spread(kernel: int, dilation: int) -> int:
    """Return the pixels a kernel of ``kernel`` values spans when they lie ``dilation`` apart."""
    return dilation * (kernel - 1) + 1


def steps(size: int, kernel: int, stride: int, padding: int, *, ceil: bool = False) -> int:
    """Return how many windows fit along one axis; below 1 when none does.

    ``floor((size - kernel + 2 padding) / stride) + 1``; with ``ceil`` rounded up, but a last window that would
    start in the right padding is dropped (torch.nn.MaxPool2d).
    """
    room = size - kernel + 2 * padding
    if not ceil:
        return room // stride + 1
    count = -(-room // stride) + 1
    return count - 1 if (count - 1) * stride >= size + padding else count


def windowed_size(inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> tuple[int, int]:
    """Return (H, W) after a kind with kernel_size, stride, padding and maybe dilation and ceil_mode.

    Raises
    ------
    ShapeError
        When the kernel is larger than the padded input.
    """
    _channels, height, width = image_shape(inputs)
    kernel = spread_kernel(parameters)
    padding, stride = parameters["padding"], parameters["stride"]
    ceil = parameters.get("ceil_mode", False)
    rows = steps(height, kernel[0], stride[0], padding[0], ceil=ceil)
    columns = steps(width, kernel[1], stride[1], padding[1], ceil=ceil)
    if rows < 1 or columns < 1:
        padded = translate(
            "network", ", with padding {height} × {width}", height=height + 2 * padding[0],
            width=width + 2 * padding[1]) if any(padding) else ""
        raise ShapeError(
            translate(
                "network", "needs at least {kernel} × {other_kernel} pixels for its {third_kernel} kernel and gets "
                "{height} × {width}{padded}.", kernel=kernel[0], other_kernel=kernel[1], third_kernel=pair_text(kernel),
                height=height, width=width, padded=padded))
    return rows, columns


def spread_kernel(parameters: Mapping[str, Any]) -> tuple[int, int]:
    """Return rows and columns the kernel spans, dilation included."""
    kernel, dilation = parameters["kernel_size"], parameters.get("dilation", (1, 1))
    return spread(kernel[0], dilation[0]), spread(kernel[1], dilation[1])


def kernel_window(_inputs: Sequence[Shape], _output: Shape, parameters: Mapping[str, Any]) -> Window:
    """Return what one output value of a kernel sees."""
    return Window(spread_kernel(parameters), tuple(parameters["stride"]))


def size_formula(inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> str:
    """Return ``(32 − 3 + 2·0) / 1 + 1 = 30``, once when both axes have the same numbers, else a line each."""
    if not inputs or len(inputs[0]) != 3:
        return ""
    kernel = spread_kernel(parameters)
    axes = [
        axis_formula(inputs[0][1 + axis], kernel[axis], parameters["stride"][axis], parameters["padding"][axis],
                     ceil=parameters.get("ceil_mode", False))
        for axis in (0, 1)]
    return both_axes(axes)


def both_axes(axes: Sequence[str]) -> str:
    """Join the formulas of height and width, once when they are the same."""
    return axes[0] if axes[0] == axes[1] else translate(
        "network", "height {axe}\nwidth {axes}", axe=axes[0], axes=axes[1])


def axis_formula(size: int, kernel: int, stride: int, padding: int, *, ceil: bool = False) -> str:
    """Return one axis' formula, with rounding signs only where there is something to round."""
    room = size - kernel + 2 * padding
    quotient = f"({size} − {kernel} + 2·{padding}) / {stride}"
    if room % stride:
        quotient = f"⌈{quotient}⌉" if ceil else f"⌊{quotient}⌋"
    count = steps(size, kernel, stride, padding, ceil=ceil)
    dropped = " − 1" if ceil and count < -(-room // stride) + 1 else ""
    return f"{quotient} + 1{dropped} = {count}"


def window_summary(parameters: Mapping[str, Any]) -> str:
    """Return ``3×3, stride 1`` with padding and dilation only where they are used."""
    parts = [pair_text(parameters["kernel_size"]), translate(
        "network", "stride {short_pair}", short_pair=short_pair(parameters['stride']))]
    if parameters.get("same"):
        parts.append("same")
    elif any(parameters["padding"]):
        parts.append(translate("network", "padding {short_pair}", short_pair=short_pair(parameters['padding'])))
    if any(value > 1 for value in parameters.get("dilation", (1, 1))):
        parts.append(translate("network", "dilation {short_pair}", short_pair=short_pair(parameters['dilation'])))
    return ", ".join(parts)
