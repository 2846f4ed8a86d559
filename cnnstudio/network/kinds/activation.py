"""Activation functions: what makes a network more than one linear function."""

from collections.abc import Mapping, Sequence
from typing import Any

from cnnstudio.errors import ShapeError
from cnnstudio.network.layer_kinds import FormulaRule, LayerKind, Parameter, Shape, shape_text
from cnnstudio.wording import counted, translate


def _keep(inputs: Sequence[Shape], _parameters: Mapping[str, Any]) -> Shape:
    return inputs[0]


def _fixed(text: str) -> FormulaRule:
    def formula(_inputs: Sequence[Shape], _parameters: Mapping[str, Any]) -> str:
        return text
    return formula


def _leaky_formula(_inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> str:
    return translate("network", "x for x > 0, else {negative_slope:g} · x", negative_slope=parameters['negative_slope'])


def _elu_formula(_inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> str:
    return translate("network", "x for x > 0, else {alpha:g} · (eˣ − 1)", alpha=parameters['alpha'])


def _slopes(inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> int:
    return inputs[0][0] if parameters["per_channel"] else 1


def _prelu_formula(inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> str:
    rule = translate("network", "x for x > 0, else slope · x")
    if not inputs:
        return rule
    count = _slopes(inputs, parameters)
    return f"{rule}\n" + counted(count, translate("network", "1 learned slope"), translate(
        "network", "{count} learned slopes"))


def _gelu_formula(_inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> str:
    if parameters["approximate"] == "tanh":
        return translate("network", "0.5 · x · (1 + tanh(√(2/π) · (x + 0.044715 · x³)))")
    return translate("network", "x · Φ(x) = x · (1 + erf(x / √2)) / 2")


def _softmax_formula(inputs: Sequence[Shape], _parameters: Mapping[str, Any]) -> str:
    over = translate("network", " over {input:,}", input=inputs[0][0]) if inputs else ""
    return translate("network", "e^xᵢ / Σ e^xⱼ{over}", over=over)


def _maxout_shape(inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> Shape:
    pieces, (count, *rest) = parameters["pieces"], inputs[0]
    if count % pieces:
        raise ShapeError(translate(
            "network", "needs channels that divide by its {pieces} pieces and gets {input}.", pieces=pieces,
            input=shape_text(inputs[0])) if rest else translate(
            "network", "needs values that divide by its {pieces} pieces and gets {input}.", pieces=pieces,
            input=shape_text(inputs[0])))
    return (count // pieces, *rest)


def _maxout_formula(inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> str:
    pieces = parameters["pieces"]
    counts = f"{inputs[0][0]} / {pieces} = {inputs[0][0] / pieces:g}: " if inputs else ""
    return translate("network", "{counts}max of every {pieces}", counts=counts, pieces=pieces)


KINDS = (
    LayerKind(
        name="ReLU", title="ReLU", family="activation", keeps_count=True,
        shape=_keep, formula=_fixed("max(0, x)"),
        help="Rectified linear unit: negative values become 0, positive ones stay. Without an activation between "
             "them, two layers compute no more than one, and no depth can solve XOR. ReLU is cheap and its "
             "gradient does not fade for positive values. Range: 0 and up."),
    LayerKind(
        name="ReLU6", title="ReLU6", family="activation", keeps_count=True,
        shape=_keep, formula=_fixed("min(max(0, x), 6)"),
        help="ReLU that stops at 6. The limit keeps the values small enough for the few bits of a telephone's "
             "processor; MobileNetV2 uses it (Sandler and others, 2018). Range: 0 to 6."),
    LayerKind(
        name="LeakyReLU", title="Leaky ReLU", family="activation", keeps_count=True,
        shape=_keep, formula=_leaky_formula,
        parameters=(
            Parameter("negative_slope", "Negative slope", "float", 0.1, 0, 1,
                      help="What a negative value is multiplied with."),
        ),
        summary=lambda parameters: translate(
            "network", "slope {negative_slope:g}", negative_slope=parameters['negative_slope']),
        help="Like ReLU, but negative values are made small instead of 0. A unit that is off then still receives a "
             "gradient and can come back."),
    LayerKind(
        name="PReLU", title="Parametric ReLU", family="activation", keeps_count=True,
        shape=_keep, weights=_slopes, formula=_prelu_formula,
        parameters=(
            Parameter("per_channel", "A slope for each channel", "bool", True,
                      help="One learned slope for each channel (or value), or one for all together."),
        ),
        summary=lambda parameters: translate(
            "network", "a slope each") if parameters["per_channel"] else translate("network", "one slope"),
        help="Leaky ReLU whose slope for negative values is learned. It starts at 0.25. The slopes are weights, but "
             "few: one a channel at most (He and others, 2015)."),
    LayerKind(
        name="ELU", title="ELU", family="activation", keeps_count=True,
        shape=_keep, formula=_elu_formula,
        parameters=(
            Parameter("alpha", "Alpha", "float", 1.0, 0, 10, help="Negative values approach minus this number."),
        ),
        summary=lambda parameters: translate("network", "alpha {alpha:g}", alpha=parameters['alpha']),
        help="Exponential linear unit: like ReLU for positive values, and a smooth curve down to −alpha for "
             "negative ones, which keeps the mean of the values near 0."),
    LayerKind(
        name="SELU", title="SELU", family="activation", keeps_count=True,
        shape=_keep, formula=_fixed("1.0507 · x for x > 0, else 1.0507 · 1.6733 · (eˣ − 1)"),
        help="Scaled exponential linear unit: the two numbers are chosen so that the values keep mean 0 and deviation "
             "1 from layer to layer without normalisation, if the weights start with variance 1 / inputs, as Xavier "
             "gives them here (Klambauer and others, 2017)."),
    LayerKind(
        name="GELU", title="GELU", family="activation", keeps_count=True,
        shape=_keep, formula=_gelu_formula,
        parameters=(
            Parameter("approximate", "Compute", "choice", "none", choices=("none", "tanh"),
                      help="Exactly, or with tanh, as the first published networks did; the two differ by less than "
                           "0.001."),
        ),
        summary=lambda parameters: "" if parameters["approximate"] == "none" else translate("network", "with tanh"),
        help="Gaussian error linear unit: each value times the probability that a normally distributed number is below "
             "it. A smooth ReLU that dips slightly below 0; usual in transformers and ConvNeXt (Hendrycks and Gimpel, "
             "2016)."),
    LayerKind(
        name="SiLU", title="SiLU (Swish)", family="activation", keeps_count=True,
        shape=_keep, formula=_fixed("x · sigmoid(x) = x / (1 + e⁻ˣ)"),
        help="Each value times its own sigmoid: a smooth ReLU with a dip to −0.28 below 0 and a gradient nearly "
             "everywhere. EfficientNet uses it (Ramachandran and others, 2017)."),
    LayerKind(
        name="Hardswish", title="Hard swish", family="activation", keeps_count=True,
        shape=_keep, formula=_fixed("x · min(max(0, x + 3), 6) / 6"),
        help="SiLU drawn with straight lines: 0 up to −3, the value itself from 3 on, a bow in between. It costs no "
             "exponential, which matters on a phone; MobileNetV3 uses it (Howard and others, 2019)."),
    LayerKind(
        name="Hardsigmoid", title="Hard sigmoid", family="activation", keeps_count=True,
        shape=_keep, formula=_fixed("min(max(0, x + 3), 6) / 6"),
        help="Sigmoid drawn with straight lines: 0 up to −3, 1 from 3 on, a ramp in between. Outside the ramp it has "
             "no gradient at all. It serves as a cheap gate before a multiplication (Howard and others, 2019)."),
    LayerKind(
        name="Sigmoid", title="Sigmoid", family="activation", keeps_count=True,
        shape=_keep, formula=_fixed("1 / (1 + e⁻ˣ)"),
        help="Presses every value into the range 0 to 1. Large values of either sign have almost no gradient, "
             "so deep networks with sigmoid learn slowly; start the weights with Xavier."),
    LayerKind(
        name="Tanh", title="Tanh", family="activation", keeps_count=True,
        shape=_keep, formula=_fixed("(eˣ − e⁻ˣ) / (eˣ + e⁻ˣ)"),
        help="Presses every value into the range −1 to 1, with 0 kept at 0. Like sigmoid it fades for large "
             "values; start the weights with Xavier."),
    LayerKind(
        name="Maxout", title="Maxout", family="activation", shape=_maxout_shape, formula=_maxout_formula,
        parameters=(
            Parameter("pieces", "Pieces", "int", 2, 2, 64,
                      help="How many neighbouring channels (or values) compete; the channels must divide by it."),
        ),
        summary=lambda parameters: translate("network", "best of {pieces}", pieces=parameters['pieces']),
        help="Takes the largest of every few neighbouring channels, or of every few values of a vector. Together "
             "with the layer before it, it learns its own activation function, at the price of that many times "
             "the weights (Goodfellow and others, 2013)."),
    LayerKind(
        name="Softmax", title="Softmax", family="activation", keeps_count=True,
        shape=_keep, formula=_softmax_formula,
        help="Turns values into probabilities: all between 0 and 1, with sum 1, the largest stays the largest. "
             "It works over the values of a vector, or over the channels at each pixel. Cross-entropy, the loss, "
             "already contains it: do not place it before the output."),
)
