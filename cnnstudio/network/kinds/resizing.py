"""More or fewer pixels without weights: enlarging, cutting out, and a border of zeros."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from cnnstudio.errors import ShapeError
from cnnstudio.network.kinds.windows import both_axes, image_shape
from cnnstudio.network.layer_kinds import LayerKind, Parameter, Shape, Window, pair_text, short_pair
from cnnstudio.wording import translate


def _upsample_shape(inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> Shape:
    channels, height, width = image_shape(inputs)
    rows, columns = parameters["scale_factor"]
    return (channels, height * rows, width * columns)


def _upsample_window(_inputs: Sequence[Shape], _output: Shape, parameters: Mapping[str, Any]) -> Window:
    """Return one pixel for a copied one, two along each axis that grows for a blended one."""
    rows, columns = parameters["scale_factor"]
    is_blended = parameters["mode"] == "bilinear"
    size = (2 if is_blended and rows > 1 else 1, 2 if is_blended and columns > 1 else 1)
    return Window(size, (Fraction(1, rows), Fraction(1, columns)))


def _upsample_formula(inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> str:
    if not inputs or len(inputs[0]) != 3:
        return ""
    sides = zip(inputs[0][1:], parameters["scale_factor"], strict=True)
    return both_axes([f"{side} · {factor} = {side * factor}" for side, factor in sides])


def crop_corner(shape: Shape, parameters: Mapping[str, Any]) -> tuple[int, int]:
    """Return the row and column of the input (C, H, W) where the piece begins; an odd rest is at the far side."""
    if not parameters["centred"]:
        return parameters["top"], parameters["left"]
    height, width = parameters["size"]
    return (shape[1] - height) // 2, (shape[2] - width) // 2


def _crop_shape(inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> Shape:
    channels, height, width = image_shape(inputs)
    rows, columns = parameters["size"]
    top, left = crop_corner(inputs[0], parameters)
    if min(top, left) < 0 or top + rows > height or left + columns > width:
        where = translate("network", "the middle") if parameters["centred"] else translate(
            "network", "row {top}, column {left}", top=top, left=left)
        raise ShapeError(translate(
            "network", "cannot cut {rows} × {columns} pixels from {where} of {height} × {width}.", rows=rows,
            columns=columns, where=where, height=height, width=width))
    return (channels, rows, columns)


def _crop_formula(inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> str:
    if not inputs or len(inputs[0]) != 3:
        return ""
    corner, size = crop_corner(inputs[0], parameters), parameters["size"]
    return both_axes([
        f"{side} − {corner[axis]} − {side - corner[axis] - size[axis]} = {size[axis]}"
        for axis, side in enumerate(inputs[0][1:])])


def _crop_summary(parameters: Mapping[str, Any]) -> str:
    where = "centre" if parameters["centred"] else f"from {parameters['top']}, {parameters['left']}"
    return f"{pair_text(parameters['size'])}, {where}"


def _pad_shape(inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> Shape:
    channels, height, width = image_shape(inputs)
    return (channels, height + parameters["top"] + parameters["bottom"],
            width + parameters["left"] + parameters["right"])


def _pad_formula(inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> str:
    if not inputs or len(inputs[0]) != 3:
        return ""
    sides = zip(inputs[0][1:], (("top", "bottom"), ("left", "right")), strict=True)
    terms = [(side, parameters[before], parameters[after]) for side, (before, after) in sides]
    return both_axes([f"{side} + {before} + {after} = {side + before + after}" for side, before, after in terms])


def _pad_summary(parameters: Mapping[str, Any]) -> str:
    edges = [parameters[name] for name in ("left", "right", "top", "bottom")]
    return str(edges[0]) if len(set(edges)) == 1 else " ".join(
        f"{name} {value}" for name, value in zip(("left", "right", "top", "bottom"), edges, strict=True) if value)


def _edge(name: str, title: str, help_text: str) -> Parameter:
    return Parameter(name, title, "int", 1, 0, 256, help=help_text)


_COLUMNS, _ROWS = "Columns of zeros added at this border.", "Rows of zeros added at this border."


KINDS = (
    LayerKind(
        name="Upsample", title="Upsampling", family="resizing", keeps_count=True, is_linear=True,
        parameters=(
            Parameter("scale_factor", "Factor", "pair", (2, 2), 1, 32,
                      help="How many times as many rows and columns come out."),
            Parameter("mode", "Fill in", "choice", "nearest", choices=("nearest", "bilinear"),
                      help="Copy the nearest pixel, or blend the four around it smoothly."),
        ),
        shape=_upsample_shape, formula=_upsample_formula, window=_upsample_window,
        summary=lambda parameters: f"× {short_pair(parameters['scale_factor'])}, {parameters['mode']}",
        help="Makes feature maps larger without weights: each pixel is repeated, or the pixels between are blended "
             "(bilinear, with PyTorch's align_corners off). With a convolution behind it, it does the work of a "
             "transposed convolution without the chequered pattern, for decoders and U-Nets."),
    LayerKind(
        name="ZeroPad2d", title="Zero padding", family="resizing", keeps_count=True, is_linear=True,
        parameters=(
            _edge("left", "Left", _COLUMNS), _edge("right", "Right", _COLUMNS),
            _edge("top", "Top", _ROWS), _edge("bottom", "Bottom", _ROWS),
        ),
        shape=_pad_shape, formula=_pad_formula, summary=_pad_summary,
        help="Puts a border of zeros around every channel, each side by itself. Convolution and pooling can pad "
             "evenly by themselves; this is for what is uneven, such as one row more at the bottom so that a shape "
             "fits another branch."),
    LayerKind(
        name="Crop2d", title="Crop", family="resizing", keeps_count=True, is_linear=True,
        parameters=(
            Parameter("size", "Size", "pair", (8, 8), 1, 4096, help="Rows and columns that are kept."),
            Parameter("centred", "From the middle", "bool", True,
                      help="Cut out the middle; otherwise the corner below is used."),
            Parameter("top", "Top", "int", 0, 0, 4096, help="First row that is kept, counted from 0."),
            Parameter("left", "Left", "int", 0, 0, 4096, help="First column that is kept, counted from 0."),
        ),
        shape=_crop_shape, formula=_crop_formula, summary=_crop_summary,
        help="Cuts a rectangle out of every channel and drops the rest. The first U-Net needed it to bring the "
             "larger maps of its encoder to the size of the decoder's (Ronneberger and others, 2015)."),
)
