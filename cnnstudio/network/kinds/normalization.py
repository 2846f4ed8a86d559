"""Normalisation and dropout: what makes training steadier."""

from collections.abc import Mapping, Sequence
from math import prod
from typing import Any

from cnnstudio.errors import ShapeError
from cnnstudio.network.kinds.windows import image_shape
from cnnstudio.network.layer_kinds import LayerKind, Parameter, Shape, shape_text
from cnnstudio.wording import translate


def _image(inputs: Sequence[Shape], _parameters: Mapping[str, Any]) -> Shape:
    return image_shape(inputs)


def _vector(inputs: Sequence[Shape], _parameters: Mapping[str, Any]) -> Shape:
    if len(inputs[0]) != 1:
        raise ShapeError(translate("network", "expects a vector and gets {input}.", input=shape_text(inputs[0])))
    return inputs[0]


def _keep(inputs: Sequence[Shape], _parameters: Mapping[str, Any]) -> Shape:
    return inputs[0]


def _group_shape(inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> Shape:
    groups, (channels, *rest) = parameters["num_groups"], inputs[0]
    if channels % groups:
        raise ShapeError(translate(
            "network", "needs channels that divide by its {groups} groups and gets {input}.", groups=groups,
            input=shape_text(inputs[0])) if rest else translate(
            "network", "needs values that divide by its {groups} groups and gets {input}.", groups=groups,
            input=shape_text(inputs[0])))
    if prod(inputs[0]) == groups:
        raise ShapeError(translate(
            "network", "needs more than one value in each of its {groups} groups and gets {input}.", groups=groups,
            input=shape_text(inputs[0])))
    return inputs[0]


def _two_a_channel(inputs: Sequence[Shape], _parameters: Mapping[str, Any]) -> int:
    """One scale and one shift a channel; running mean and variance are measured, not learned."""
    return 2 * inputs[0][0]


def _two_a_value(inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> int:
    return 2 * prod(inputs[0]) if parameters["elementwise_affine"] else 0


def _rule(parameters: Mapping[str, Any]) -> str:
    return translate("network", "(x − mean) / √(variance + {eps:g})", eps=parameters['eps'])


def _batch_norm_formula(inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> str:
    rule = translate("network", "{rule} · scale + shift", rule=_rule(parameters))
    return translate(
        "network", "{rule}\n2 · {input} = {inputs:,} weights", rule=rule, input=inputs[0][0],
        inputs=2 * inputs[0][0]) if inputs else rule


def _layer_norm_formula(inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> str:
    if not parameters["elementwise_affine"]:
        return _rule(parameters)
    rule = translate("network", "{rule} · scale + shift", rule=_rule(parameters))
    sides = " · ".join(str(side) for side in inputs[0]) if inputs else ""
    return translate(
        "network", "{rule}\n2 · {sides} = {input:,} weights", rule=rule, sides=sides,
        input=2 * prod(inputs[0])) if inputs else rule


def _group_norm_formula(inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> str:
    groups = parameters["num_groups"]
    each = translate(
        "network", "\n{input} / {groups} = {inputs:g} channels a group", input=inputs[0][0], groups=groups,
        inputs=inputs[0][0] / groups) if inputs else ""
    return _batch_norm_formula(inputs, parameters) + each


def _dropout_formula(_inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> str:
    p = parameters["p"]
    return translate(
        "network", "0 with probability {value:g}, else x / (1 − {value:g}) = {other_p:.3g} · x", value=p,
        other_p=1 / (1 - p))


def _channel_dropout_formula(inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> str:
    return translate("network", "each channel: {dropout_formula}", dropout_formula=_dropout_formula(inputs, parameters))


_EPSILON = Parameter("eps", "Epsilon", "float", 1e-5, 1e-8, 1.0, help="Keeps the division away from 0.")
_BATCH_PARAMETERS = (
    _EPSILON,
    Parameter("momentum", "Momentum", "float", 0.1, 0.0001, 1.0,
              help="How fast the running mean and variance follow the batches."),
)
_WHOLE_IMAGE = ("Because the mean is that of the whole image, every value that comes out depends a little on every "
                "pixel.")

KINDS = (
    LayerKind(
        name="BatchNorm2d", title="Batch normalisation", family="normalisation",
        needs_batch=True, keeps_count=True, is_linear=True,
        parameters=_BATCH_PARAMETERS, shape=_image, weights=_two_a_channel, formula=_batch_norm_formula,
        help="Gives each channel mean 0 and deviation 1 over the batch, then a learned scale and shift. Training "
             "becomes faster and less sensitive to the learning rate. Afterwards the running mean and variance are "
             "used; they are measured, so they do not count as weights. It needs several images a batch."),
    LayerKind(
        name="BatchNorm1d", title="Batch normalisation 1D", family="normalisation",
        needs_batch=True, keeps_count=True,
        is_linear=True, parameters=_BATCH_PARAMETERS, shape=_vector, weights=_two_a_channel,
        formula=_batch_norm_formula,
        help="Batch normalisation behind a dense layer: gives each value of a vector mean 0 and deviation 1 over the "
             "batch, then a learned scale and shift. It is a kind of its own, as in PyTorch, because for a volume "
             "the mean is taken over height and width as well. It needs several images a batch."),
    LayerKind(
        name="LayerNorm", title="Layer normalisation", family="normalisation", keeps_count=True, sees_all=True,
        parameters=(
            _EPSILON,
            Parameter("elementwise_affine", "Scale and shift", "bool", True,
                      help="Learn a scale and a shift for every single value."),
        ),
        shape=_keep, weights=_two_a_value, formula=_layer_norm_formula,
        summary=lambda parameters: "" if parameters["elementwise_affine"] else translate(
            "network", "no scale and shift"),
        help="Gives all values of one image together mean 0 and deviation 1: channels, height and width of a volume, "
             "or the values of a vector. It does not look at the other images, so batches may be small, and it does "
             "the same in training and afterwards. Scale and shift are one for each value, so a network with it takes "
             f"only one image size; group normalisation with one group needs only two a channel. {_WHOLE_IMAGE}"),
    LayerKind(
        name="GroupNorm", title="Group normalisation", family="normalisation", keeps_count=True, sees_all=True,
        parameters=(
            Parameter("num_groups", "Groups", "int", 8, 1, 8192,
                      help="Parts with a mean of their own that the channels are divided into; must divide them."),
            _EPSILON,
        ),
        shape=_group_shape, weights=_two_a_channel, formula=_group_norm_formula,
        summary=lambda parameters: translate("network", "{num_groups} groups", num_groups=parameters['num_groups']),
        help="Divides the channels into groups and gives each group of one image mean 0 and deviation 1. A learned "
             "scale and shift for each channel follow. Unlike batch normalisation it needs no other images, so "
             f"it also works with very small batches (Wu and He, 2018). {_WHOLE_IMAGE}"),
    LayerKind(
        name="Dropout", title="Dropout", family="normalisation", is_random=True, keeps_count=True, is_linear=True,
        parameters=(
            Parameter("p", "Probability", "float", 0.5, 0, 0.95,
                      help="Share of the values set to 0 at each training step."),
        ),
        shape=_keep, formula=_dropout_formula, summary=lambda parameters: f"p {parameters['p']:g}",
        help="While training, sets a random share of the values to 0 and scales up the others, so that no unit "
             "can rely on another. It works against overfitting. When predicting it does nothing."),
    LayerKind(
        name="Dropout2d", title="Channel dropout", family="normalisation",
        is_random=True, keeps_count=True, is_linear=True,
        parameters=(
            Parameter("p", "Probability", "float", 0.2, 0, 0.95,
                      help="Share of the channels set to 0 at each training step."),
        ),
        shape=_image, formula=_channel_dropout_formula, summary=lambda parameters: f"p {parameters['p']:g}",
        help="Dropout of whole feature maps. Neighbouring pixels are so alike that dropping single ones takes hardly "
             "anything away; without a whole map the network must find the pattern in another way. When predicting it "
             "does nothing."),
)
