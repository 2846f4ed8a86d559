"""The catalogue of layer kinds, in the order of the palette."""

from collections.abc import Mapping
from types import MappingProxyType

from cnnstudio.errors import NetworkError
from cnnstudio.network.freezing import freezable
from cnnstudio.network.kinds import (
    activation,
    attention,
    backbone,
    convolution,
    dense,
    depthwise,
    fixed_kernel,
    image_input,
    merge,
    normalization,
    output,
    pooling,
    resizing,
    transposed,
)
from cnnstudio.network.layer_kinds import LayerKind
from cnnstudio.network.names import did_you_mean, quoted
from cnnstudio.wording import translate

_FAMILIES = (
    image_input, backbone, convolution, depthwise, transposed, fixed_kernel, pooling, resizing, activation,
    normalization, attention, dense, merge, output)
_KINDS: Mapping[str, LayerKind] = MappingProxyType(
    {kind.name: freezable(kind) for family in _FAMILIES for kind in family.KINDS})


def layer_kinds() -> Mapping[str, LayerKind]:
    """Return every layer kind by name, in the palette's order."""
    return _KINDS


def layer_kind(name: str) -> LayerKind:
    """Return one layer kind.

    Raises
    ------
    NetworkError
        When there is none of that name; the nearest one is offered.
    """
    kind = _KINDS.get(name)
    if kind is None:
        raise NetworkError(translate(
            "network", "There is no layer kind {name}.{suggestion}", name=quoted(name),
            suggestion=did_you_mean(str(name), _KINDS)))
    return kind


def parameter_title(name: str) -> str:
    """Return what the forms call a parameter of this name; the first kind's title where kinds differ."""
    found = (parameter.title for kind in _KINDS.values() for parameter in kind.parameters if parameter.name == name)
    return next(found, name.replace("_", " "))
