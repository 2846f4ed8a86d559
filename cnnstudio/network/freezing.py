"""Lets every layer that learns be frozen: a setting all of them share, and what it means for cost and summary."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from cnnstudio.network.layer_kinds import LayerKind, Parameter, Shape, no_weights

FROZEN = Parameter(
    "frozen", "Frozen", "bool", False,
    help="Keeps its weights, and the statistics of a batch normalisation, as they are while the rest learns: for "
         "layers that start from another run.")


def freezable(kind: LayerKind) -> LayerKind:
    """Return a kind that has weights with the setting; any other, and one that freezes in parts, as it is."""
    if kind.weights is no_weights or kind.frozen is not no_weights:
        return kind

    def frozen_weights(inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> int:
        return kind.weights(inputs, parameters) if is_frozen(parameters) else 0

    def summary(parameters: Mapping[str, Any]) -> str:
        words = kind.summary(parameters)
        return ", ".join(filter(None, (words, "frozen"))) if is_frozen(parameters) else words

    return replace(kind, parameters=(*kind.parameters, FROZEN), frozen=frozen_weights, summary=summary)


def is_frozen(parameters: Mapping[str, Any]) -> bool:
    """Whether a layer with these parameters keeps its weights."""
    return bool(parameters.get(FROZEN.name))
