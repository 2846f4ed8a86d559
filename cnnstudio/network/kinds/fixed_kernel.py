"""Classical image processing: one given kernel over every channel, with nothing to learn."""

from collections.abc import Mapping, Sequence
from typing import Any

from cnnstudio.errors import ShapeError
from cnnstudio.network.kinds.windows import axis_formula, both_axes, image_shape
from cnnstudio.network.layer_kinds import LayerKind, Matrix, Parameter, Shape, Window, pair_text
from cnnstudio.wording import translate

_LIMIT = 1000


def _matrix(*rows: tuple[int, ...]) -> Matrix:
    return tuple(tuple(float(value) for value in row) for row in rows)


_SOBEL = _matrix((-1, 0, 1), (-2, 0, 2), (-1, 0, 1))
KERNEL_PRESETS: tuple[tuple[str, Matrix], ...] = (
    ("Box blur", _matrix(*((1,) * 3,) * 3)),
    ("Box blur, wide", _matrix(*((1,) * 5,) * 5)),
    ("Gaussian blur", _matrix((1, 2, 1), (2, 4, 2), (1, 2, 1))),
    ("Gaussian blur, wide",
     _matrix((1, 4, 6, 4, 1), (4, 16, 24, 16, 4), (6, 24, 36, 24, 6), (4, 16, 24, 16, 4), (1, 4, 6, 4, 1))),
    ("Sharpen", _matrix((0, -1, 0), (-1, 5, -1), (0, -1, 0))),
    ("Upright edges (Sobel x)", _SOBEL),
    ("Level edges (Sobel y)", tuple(zip(*_SOBEL, strict=True))),
    ("All edges (Laplacian)", _matrix((0, 1, 0), (1, -4, 1), (0, 1, 0))),
    ("Emboss", _matrix((-2, -1, 0), (-1, 1, 1), (0, 1, 2))),
)
"""Titles and kernels a form offers; the sums of the blurs are above 1, which `divisor` makes up for."""


def divisor(parameters: Mapping[str, Any]) -> float:
    """Return what the kernel's values are divided by: their sum, so that brightness stays, or 1.

    A sum of 0, as that of an edge kernel, divides nothing; rounding may have left it a trace away from 0.
    """
    values = [value for row in parameters["kernel"] for value in row]
    total = sum(values)
    if not parameters["normalise"] or abs(total) <= 1e-6 * sum(abs(value) for value in values):
        return 1.0
    return float(total)


def applied_kernel(parameters: Mapping[str, Any]) -> Matrix:
    """Return the values that the pixels are multiplied with."""
    by = divisor(parameters)
    return tuple(tuple(value / by for value in row) for row in parameters["kernel"])


def _shape(inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> Shape:
    channels, height, width = image_shape(inputs)
    if parameters["same"]:
        return (channels, height, width)
    side = len(parameters["kernel"])
    if min(height, width) < side:
        raise ShapeError(translate(
            "network", "needs at least {side} × {side} pixels for its kernel and gets {height} × {width}.", side=side,
            height=height, width=width))
    return (channels, height - side + 1, width - side + 1)


def _multiply_adds(_inputs: Sequence[Shape], output: Shape, parameters: Mapping[str, Any]) -> int:
    return output[0] * output[1] * output[2] * len(parameters["kernel"]) ** 2


def _window(_inputs: Sequence[Shape], _output: Shape, parameters: Mapping[str, Any]) -> Window:
    side = len(parameters["kernel"])
    return Window((side, side))


def _summary(parameters: Mapping[str, Any]) -> str:
    kernel = parameters["kernel"]
    size = pair_text((len(kernel), len(kernel)))
    titles = [title for title, values in KERNEL_PRESETS if values == kernel]
    return f"{titles[0]}, {size}" if titles else size


def _formula(inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> str:
    by = divisor(parameters)
    rule = translate("network", "Σ value · pixel") + (f" / {by:g}" if by != 1 else "")
    if not inputs or len(inputs[0]) != 3:
        return rule
    side = len(parameters["kernel"])
    padding = side // 2 if parameters["same"] else 0
    return f"{rule}\n{both_axes([axis_formula(size, side, 1, padding) for size in inputs[0][1:]])}"


KINDS = (
    LayerKind(
        name="FixedKernel", title="Fixed kernel", family="convolution", keeps_count=True, is_linear=True,
        parameters=(
            Parameter("kernel", "Kernel", "matrix", _SOBEL, -_LIMIT, _LIMIT, sides=(3, 5), presets=KERNEL_PRESETS,
                      help="What the pixels around a place are multiplied with: a known kernel or your own numbers."),
            Parameter("normalise", "Keep brightness", "bool", True,
                      help="Divide by the sum of the values, so that a blur stays as bright, unless the sum is 0."),
            Parameter("same", "Same size", "bool", True,
                      help="Pad with zeros so that height and width stay as they are."),
        ),
        shape=_shape, multiply_adds=_multiply_adds, summary=_summary, formula=_formula, window=_window,
        help="Classical image processing: a kernel with values you choose slides over every channel by itself, to "
             "blur, sharpen or find edges. It is what a convolution does with one of its kernels, but nothing is "
             "learned: it has 0 weights and stays as it is in training. Compare what it finds with the kernels "
             "a convolution learns by itself."),
)
