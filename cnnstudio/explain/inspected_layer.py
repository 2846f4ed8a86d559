"""A layer that can be looked at, as a view lists it; free of torch."""

from dataclasses import dataclass
from typing import Literal

Side = Literal["before", "after", ""]


@dataclass(frozen=True, slots=True)
class InspectedLayer:
    """One call of one layer whose output has height and width and leads to the class scores.

    Attributes
    ----------
    key : what `Inspection` takes: the layer's id, or such as ``"conv2@1"`` for a call that is not the last
    id : node id, or the dotted name in a network that was not built from a graph
    title : the user's own name, with the call where there are several: ``"conv2 (call 1 of 2)"``
    shape : (C, h, w) of its output, h * w > 1
    call, calls : which of how many calls for one image, from 1
    activation : ``"before"`` when an activation follows at once, so that these are not the values the next layer
        receives; ``"after"`` for the activation itself; ``""`` otherwise
    is_overwritten : a later operation works in place on its output, which has to be copied first
    is_single : a layer of its own, not a group of layers that are listed themselves
    """

    key: str
    id: str
    title: str
    shape: tuple[int, int, int]
    call: int = 1
    calls: int = 1
    activation: Side = ""
    is_overwritten: bool = True
    is_single: bool = True


def layer_key(layer_id: str, call: int, calls: int) -> str:
    """Return the key of one call of a layer; the last call has the layer's id alone."""
    return layer_id if call == calls else f"{layer_id}@{call}"


def split_key(key: str) -> tuple[str, int]:
    """Return the layer's id and the call, counted from 1; 0 stands for the last."""
    layer_id, separator, call = key.rpartition("@")
    return (layer_id, int(call)) if separator and call.isdecimal() else (key, 0)
