"""What the Look inside page is told of one image in one network: facts of the image, and maps; free of torch."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from cnnstudio.data.preprocess import Placement
from cnnstudio.explain.explanation import method_info
from cnnstudio.explain.inspected_layer import InspectedLayer
from cnnstudio.explain.target import Target

if TYPE_CHECKING:
    from cnnstudio.explain.fall_back import FallBack

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class MapKey:
    """Which map: the exact target, the layer's key (``""`` for a method of the input) and the method's name."""

    target: Target
    layer: str
    method: str


@dataclass(frozen=True, slots=True, eq=False)
class ImageAnswer:
    """What holds for an image whatever is explained of it.

    Attributes
    ----------
    image : the file, or the pixels it was asked about
    pixels : (h, w, 3), for the screen
    height, width : of the whole image in pixels
    placement : of the network's input in ``pixels``
    logits, probabilities : (K,)
    layers : those that can be explained, in the order of the data
    auto_layer : the key of the layer that ``"auto"`` stands for; empty where there is a fall-back
    fields : layer id -> rows and columns of the network's input that one value sees at most, as shares of it
    notes : what decoding did to the file
    fall_back : the method shown in place of a layer's map where no layer says where, and why
    """

    run_path: Path
    image: "Path | NDArray[np.uint8]"
    pixels: "NDArray[np.uint8]"
    height: int
    width: int
    placement: Placement
    class_names: tuple[str, ...]
    logits: Floats
    probabilities: Floats
    layers: tuple[InspectedLayer, ...]
    auto_layer: str
    fields: dict[str, tuple[float, float]]
    notes: tuple[str, ...] = ()
    fall_back: "FallBack | None" = None

    @property
    def predicted(self) -> int:
        """The class with the highest score."""
        return int(self.logits.argmax())

    def key(self, target: Target, layer: str, method: str) -> MapKey:
        """Return the key of a map: ``target`` may name no class, ``layer`` may be ``"auto"``."""
        if self.fall_back is not None and layer == "auto" and not method_info(method).of_input:
            method = self.fall_back.method
        layer = self.auto_layer if layer == "auto" else layer
        return MapKey(self.exact(target), "" if method_info(method).of_input else layer, method)

    def exact(self, target: Target) -> Target:
        """Return ``target`` with the classes it stands for in this image.

        A class cannot be held against itself: then it is held against the likeliest of the others.
        """
        index = self.predicted if target.index is None else target.index
        against = target.against
        if target.kind == "contrast" and against in (None, index) and len(self.logits) > 1:
            others = self.logits.copy()
            others[index] = -np.inf
            against = int(others.argmax())
        return Target(target.kind, index, against if target.kind == "contrast" else None, target.region)


@dataclass(frozen=True, slots=True, eq=False)
class CellParts:
    """Which channels made the cells of a map.

    Attributes
    ----------
    channels : (h, w, n) channel numbers from 0, the largest part first
    parts : (h, w, n), what each contributed to the map's cell, in the map's units
    is_exact : whether the parts of all cells and channels add up to the score but for ``rest``
    score, rest : the explained score, and what of it no cell gave (the bias); 0 where nothing is exact
    """

    channels: NDArray[np.int32]
    parts: Floats
    is_exact: bool = False
    score: float = 0.0
    rest: float = 0.0


@dataclass(frozen=True, slots=True, eq=False)
class MapAnswer:
    """One signed map.

    Attributes
    ----------
    raw : (h, w), in the layer's own cells
    positive : sum of the positive cells
    weak : whether next to nothing in it speaks for the target
    evidence : where the evidence lies, in a sentence
    note : what to know about the layer or the method; may be empty
    cells : which channels made it; None where the method does not go by channels
    done, total : how far it is worked out; it is whole when both are the same
    """

    key: MapKey
    raw: Floats
    positive: float
    weak: bool
    evidence: str
    note: str = ""
    cells: CellParts | None = None
    done: int = 1
    total: int = 1

    @property
    def is_whole(self) -> bool:
        """Whether it will not get any better."""
        return self.done >= self.total


@dataclass(frozen=True, slots=True, eq=False)
class LookReady:
    """The answer to what was asked."""

    image: ImageAnswer
    map: MapAnswer


@dataclass(frozen=True, slots=True, eq=False)
class MoreMaps:
    """Maps nobody asked for yet, so that a click finds them ready."""

    maps: tuple[MapAnswer, ...]
