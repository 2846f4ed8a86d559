"""Dense layers: from a volume to a vector, and every unit sees every value."""

from collections.abc import Mapping, Sequence
from math import prod
from typing import Any

from cnnstudio.errors import ShapeError
from cnnstudio.network.layer_kinds import LayerKind, Parameter, Shape, shape_text
from cnnstudio.wording import translate


def _flatten_shape(inputs: Sequence[Shape], _parameters: Mapping[str, Any]) -> Shape:
    return (prod(inputs[0]),)


def _flatten_formula(inputs: Sequence[Shape], _parameters: Mapping[str, Any]) -> str:
    return f"{' · '.join(str(side) for side in inputs[0])} = {prod(inputs[0]):,}" if inputs else ""


def _linear_shape(inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> Shape:
    if len(inputs[0]) != 1:
        raise ShapeError(translate("network", "expects a vector and gets {input}.", input=shape_text(inputs[0])))
    wanted = parameters["in_features"]
    if wanted and wanted != inputs[0][0]:
        raise ShapeError(translate(
            "network", "expects {wanted:,} values and gets {input:,}.", wanted=wanted, input=inputs[0][0]))
    return (parameters["out_features"],)


def _linear_weights(inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> int:
    out_features = int(parameters["out_features"])
    return inputs[0][0] * out_features + (out_features if parameters["bias"] else 0)


def _linear_multiply_adds(inputs: Sequence[Shape], output: Shape, _parameters: Mapping[str, Any]) -> int:
    return inputs[0][0] * output[0]


def _linear_formula(inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> str:
    if not inputs or len(inputs[0]) != 1:
        return ""
    out_features = parameters["out_features"]
    bias = f" + {out_features}" if parameters["bias"] else ""
    return translate(
        "network", "{input} · {out_features}{bias} = {linear_weights:,} weights", input=inputs[0][0],
        out_features=out_features, bias=bias, linear_weights=_linear_weights(inputs, parameters))


KINDS = (
    LayerKind(
        name="Flatten", title="Flatten", family="dense", shape=_flatten_shape, formula=_flatten_formula,
        is_linear=True,
        help="Lays all values of a volume in one row, so that a dense layer can follow: channels × height × "
             "width values. Nothing is computed and nothing is lost but the picture's layout. A network with it "
             "takes only one image size."),
    LayerKind(
        name="Linear", title="Dense", family="dense", sees_all=True, is_linear=True, is_weighted=True,
        count_parameter="out_features",
        parameters=(
            Parameter("out_features", "Units", "int", 64, 1, 1_000_000, help="How many values come out."),
            Parameter("in_features", "Values in", "int", 0, 0, 1_000_000_000,
                      help="0 follows whatever arrives; any other number must match it."),
            Parameter("bias", "Bias", "bool", True, help="Learn a number that is added to each unit."),
        ),
        shape=_linear_shape, weights=_linear_weights, multiply_adds=_linear_multiply_adds,
        formula=_linear_formula, summary=lambda parameters: translate(
            "network", "{out_features:,} units", out_features=parameters['out_features']),
        help="Also called fully connected: every unit sees every value and multiplies each with a weight of its "
             "own. It needs values × units weights, far more than a convolution, so it usually stands at the end, "
             "after pooling. The last one gives one value for each class."),
)
