"""Where the logits come out."""

from collections.abc import Mapping, Sequence
from typing import Any

from cnnstudio.errors import ShapeError
from cnnstudio.network.layer_kinds import LayerKind, Parameter, Shape, shape_text
from cnnstudio.wording import translate


def _shape(inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> Shape:
    classes = parameters["classes"]
    if inputs[0] != (classes,) and not is_single_logit(inputs, parameters):
        either = translate("network", " (or a single one)") if classes == 2 else ""
        raise ShapeError(
            translate(
                "network", "expects {classes:,} values, one a class{either}, and gets {input}.", classes=classes,
                either=either, input=shape_text(inputs[0])))
    return (classes,)


def is_single_logit(inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> bool:
    """Whether one value z decides between two classes: it is read as the logits (-z/2, z/2).

    Their softmax gives the second class the sigmoid of z, so that their cross-entropy is the binary one; both classes
    have a logit with a gradient, and so a heatmap.
    """
    return bool(parameters["classes"] == 2 and inputs[0] == (1,))


def _formula(inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> str:
    if is_single_logit(inputs, parameters):
        return translate("network", "2 classes, one logit z for both: (−z/2, z/2)")
    return translate("network", "{classes:,} classes, one logit each", classes=parameters['classes'])


KINDS = (
    LayerKind(
        name="Output", title="Output", family="output", keeps_count=True, is_linear=True,
        parameters=(
            Parameter("classes", "Classes", "int", 10, 2, 100_000, help="One value comes out for each class."),
        ),
        shape=_shape, formula=_formula, summary=lambda parameters: translate(
            "network", "{classes:,} classes", classes=parameters['classes']),
        help="The end of the network: one number for each class, called a logit. The largest one is the "
             "network's answer; softmax turns them all into probabilities that sum to 1. The loss applies softmax "
             "by itself, so no softmax layer is needed before the output. Two classes may also share a single number: "
             "above 0 it speaks for the second class, below 0 for the first."),
)
