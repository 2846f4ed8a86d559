"""Where the image comes in."""

from collections.abc import Mapping, Sequence
from typing import Any

from cnnstudio.network.layer_kinds import LayerKind, Parameter, Shape
from cnnstudio.wording import translate


def _shape(_inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> Shape:
    return (parameters["channels"], parameters["height"], parameters["width"])


def _summary(parameters: Mapping[str, Any]) -> str:
    return f"{parameters['channels']} × {parameters['height']} × {parameters['width']}"


def _formula(_inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> str:
    channels, height, width = _shape((), parameters)
    return translate(
        "network", "{channels} · {height} · {width} = {other_channels:,} values", channels=channels, height=height,
        width=width, other_channels=channels * height * width)


KINDS = (
    LayerKind(
        name="Input", title="Input", family="input", min_inputs=0, max_inputs=0,
        parameters=(
            Parameter("channels", "Channels", "int", 3, 1, 1024, help="3 for colour, 1 for grey."),
            Parameter("height", "Height", "int", 64, 1, 4096, help="Rows of pixels."),
            Parameter("width", "Width", "int", 64, 1, 4096, help="Columns of pixels."),
        ),
        shape=_shape, summary=_summary, formula=_formula,
        help="The image as the network receives it: a volume of channels, height and width. A colour image has "
             "three channels (red, green, blue), a grey one has one. Every value is a pixel after normalisation. "
             "The numbers follow the image size and colour chosen on the data page."),
)
