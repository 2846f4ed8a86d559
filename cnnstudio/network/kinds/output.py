"""Where the logits come out."""

from collections.abc import Mapping, Sequence
from typing import Any

from cnnstudio.errors import ShapeError
from cnnstudio.network.layer_kinds import LayerKind, Parameter, Shape, shape_text


def _shape(inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> Shape:
    classes = parameters["classes"]
    if inputs[0] != (classes,):
        raise ShapeError(
            f"expects {classes:,} values, one a class, and gets {shape_text(inputs[0])}.")
    return (classes,)


def _formula(_inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> str:
    return f"{parameters['classes']:,} classes, one logit each"


KINDS = (
    LayerKind(
        name="Output", title="Output", family="output", keeps_count=True, is_linear=True,
        parameters=(
            Parameter("classes", "Classes", "int", 10, 2, 100_000, help="One value comes out for each class."),
        ),
        shape=_shape, formula=_formula, summary=lambda parameters: f"{parameters['classes']:,} classes",
        help="The end of the network: one number for each class, called a logit. The largest one is the "
             "network's answer; softmax turns them all into probabilities that sum to 1. The loss applies softmax "
             "by itself, so no softmax layer is needed before the output."),
)
