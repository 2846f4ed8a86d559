"""Normalisation and dropout: what makes training steadier."""

from collections.abc import Mapping, Sequence
from typing import Any

from cnnstudio.network.kinds.windows import image_shape
from cnnstudio.network.layer_kinds import LayerKind, Parameter, Shape


def _batch_norm_shape(inputs: Sequence[Shape], _parameters: Mapping[str, Any]) -> Shape:
    return image_shape(inputs)


def _batch_norm_weights(inputs: Sequence[Shape], _parameters: Mapping[str, Any]) -> int:
    """One scale and one shift a channel; running mean and variance are measured, not learned."""
    return 2 * inputs[0][0]


def _batch_norm_formula(inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> str:
    rule = f"(x − mean) / √(variance + {parameters['eps']:g}) · scale + shift"
    return f"{rule}\n2 · {inputs[0][0]} = {2 * inputs[0][0]:,} weights" if inputs else rule


def _keep(inputs: Sequence[Shape], _parameters: Mapping[str, Any]) -> Shape:
    return inputs[0]


def _dropout_formula(_inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> str:
    p = parameters["p"]
    return f"0 with probability {p:g}, else x / (1 − {p:g}) = {1 / (1 - p):.3g} · x"


KINDS = (
    LayerKind(
        name="BatchNorm2d", title="Batch normalisation", family="normalisation", keeps_count=True, is_linear=True,
        parameters=(
            Parameter("eps", "Epsilon", "float", 1e-5, 1e-8, 1.0, help="Keeps the division away from 0."),
            Parameter("momentum", "Momentum", "float", 0.1, 0.001, 1.0,
                      help="How fast the running mean and variance follow the batches."),
        ),
        shape=_batch_norm_shape, weights=_batch_norm_weights, formula=_batch_norm_formula,
        help="Gives each channel mean 0 and deviation 1 over the batch, then a learned scale and shift. Training "
             "becomes faster and less sensitive to the learning rate. Afterwards the running mean and variance are "
             "used; they are measured, so they do not count as weights. It needs several images a batch."),
    LayerKind(
        name="Dropout", title="Dropout", family="normalisation", keeps_count=True, is_linear=True,
        parameters=(
            Parameter("p", "Probability", "float", 0.5, 0, 0.95,
                      help="Share of the values set to 0 at each training step."),
        ),
        shape=_keep, formula=_dropout_formula, summary=lambda parameters: f"p {parameters['p']:g}",
        help="While training, sets a random share of the values to 0 and scales up the others, so that no unit "
             "can rely on another. It works against overfitting. When predicting it does nothing."),
)
