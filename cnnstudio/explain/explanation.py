"""What one look into a network found: plain values that travel between threads and can be saved. Free of torch."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import numpy as np
import numpy.typing as npt
from PIL import Image

from cnnstudio.data.preprocess import Placement
from cnnstudio.errors import InputError
from cnnstudio.explain.heatmap import COLOR_MAPS, Floats, Heatmap, Pixels, legend, overlay
from cnnstudio.explain.target import ExactTarget, Region, TargetKind
from cnnstudio.storage import write_bytes, write_json
from cnnstudio.wording import translate

SCHEMA_VERSION = 1


@dataclass(frozen=True, slots=True)
class MethodInfo:
    """One way to explain.

    Attributes
    ----------
    name : stable, in files and on the command line
    title : what a user calls it
    help : what it shows and whose it is
    of_input : the map is one of the input's pixels, and no layer is asked for
    class_agnostic : the map is the same whatever the class, so it is no evidence for one
    fails_sanity_check : the map hardly changes when the network's weights are drawn at random (Adebayo et al. 2018)
    speed : ``"instant"`` from what is kept of the image, or ``"seconds"``, with better and better maps on the way
    signed : whether the map tells evidence against from evidence for
    """

    name: str
    title: str
    help: str
    of_input: bool = False
    class_agnostic: bool = False
    fails_sanity_check: bool = False
    speed: Literal["instant", "seconds"] = "instant"
    signed: bool = True


METHODS: tuple[MethodInfo, ...] = (
    MethodInfo("grad-cam", "Grad-CAM",
               "Weighs every map of a layer by how much it raises the class score, and adds them up: "
               "which places spoke for the class (Selvaraju et al. 2017)."),
    MethodInfo("hirescam", "HiResCAM",
               "Multiplies every cell with its own gradient instead of the mean one, so no evidence moves to places "
               "the network did not use; grainy at early layers (Draelos and Carin 2020)."),
    MethodInfo("grad-cam++", "Grad-CAM++",
               "Gives cells with a rising score more say in a map's weight, so that several things of the class show "
               "at once (Chattopadhay et al. 2018)."),
    MethodInfo("layercam", "LayerCAM",
               "Counts only cells whose increase would raise the score: fine maps of early layers, without what "
               "speaks against the class (Jiang et al. 2021)."),
    MethodInfo("xgrad-cam", "XGrad-CAM",
               "Weighs every map of a layer by its cells' share in the score; for layers after their activation "
               "(Fu et al. 2020)."),
    MethodInfo("element-wise", "Element-wise Grad-CAM",
               "Multiplies every cell with its own gradient and drops what is negative before adding up, so it shows "
               "more than the network used.", signed=False),
    MethodInfo("eigencam", "EigenCAM",
               "Shows what the maps of a layer have in common most, whatever the class "
               "(Muhammad and Yeasin 2020).", class_agnostic=True),
    MethodInfo("score-cam", "Score-CAM",
               "Shows the network the image through every map of a layer, and weighs the map by the score it gets "
               "then; needs no gradients (Wang et al. 2020).", speed="seconds"),
    MethodInfo("ablation-cam", "Ablation-CAM",
               "Sets every map of a layer to nothing in turn, and weighs it by how much the score falls; needs no "
               "gradients (Ramaswamy and Desai 2020).", speed="seconds"),
    MethodInfo("gradients-x-input", "Gradients × input",
               "Multiplies every pixel with the slope of the score there: fine and noisy; adds up to the score of a "
               "linear network (Shrikumar et al. 2016).", of_input=True, speed="seconds"),
    MethodInfo("gradient-size", "Gradient size",
               "Shows at which pixels the smallest change would move the score most, up or down "
               "(Simonyan et al. 2013).", of_input=True, speed="seconds", signed=False),
    MethodInfo("guided-backpropagation", "Guided backpropagation",
               "Draws the edges of the image sharply. An edge view, not evidence: it hardly changes with the weights "
               "of the network (Springenberg et al. 2014).", of_input=True, fails_sanity_check=True, speed="seconds"),
    MethodInfo("smoothgrad", "SmoothGrad",
               "Averages the slope of the score over copies of the image with a little noise, which leaves less "
               "speckle (Smilkov et al. 2017).", of_input=True, speed="seconds"),
    MethodInfo("integrated-gradients", "Integrated gradients",
               "Shares the difference between the score of the image and that of an empty one out to the pixels; how "
               "far they fail to add up is told (Sundararajan et al. 2017).", of_input=True, speed="seconds"),
    MethodInfo("occlusion", "Occlusion",
               "Hides one part of the image after the other and shows how much the score falls; coarse, but it asks "
               "the network itself (Zeiler and Fergus 2014).", of_input=True, speed="seconds"),
)
"""Every method `Explainer.explain` knows; the first is the default."""


def method_info(name: str) -> MethodInfo:
    """Return the row of a method.

    Raises
    ------
    InputError
        When there is none of this name, with those there are.
    """
    for info in METHODS:
        if info.name == name:
            return info
    raise InputError(translate(
        "explain", 'There is no method "{name}"; choose {methods}.', name=name,
        methods=", ".join(info.name for info in METHODS)))


def target_words(target: ExactTarget, class_names: Sequence[str]) -> str:
    """Return what a map is the evidence for, such as ``cat``, ``cat rather than dog``."""
    name = class_names[target.index]
    if target.against is not None:
        return translate(
            "explain", "{name} rather than {class_name}", name=name, class_name=class_names[target.against])
    return translate("explain", "{name} rather than any other class", name=name) if target.kind == "log-odds" else name


@dataclass(frozen=True, slots=True)
class Provenance:
    """What is needed to make the same explanation again."""

    method: str
    layer: str
    """Node id."""
    layer_shape: tuple[int, int]
    """(h, w) of the layer's maps."""
    layer_calls: int
    """How often the layer runs for one image."""
    target: int
    target_name: str
    input_shape: tuple[int, int, int]
    """(C, H, W) the network was given."""
    placement: Placement
    """Where that input lies in the original image."""
    mean: tuple[float, ...]
    std: tuple[float, ...]
    versions: tuple[tuple[str, str], ...]
    """(library, version) of all that took part."""
    layer_call: int = 1
    """Which call of the layer is explained, from 1."""
    target_kind: TargetKind = "logit"
    against: int | None = None
    """The other class of a contrast."""
    against_name: str | None = None
    region: Region | None = None
    settings: tuple[tuple[str, str | float], ...] = ()
    """What was set of the method, by name."""
    weights_sha256: str = ""
    """Of the names, shapes and values of the network's weights and buffers; ``""`` where it was not asked for."""


@dataclass(frozen=True, slots=True)
class SavedExplanation:
    """Where the parts of one explanation were written."""

    overlay: Path
    """PNG as large as the image."""
    legend: Path
    """PNG of the colour scale with its numbers."""
    raw: Path
    """(h, w) float32, signed, in the layer's own cells; NumPy's .npy."""
    document: Path
    """JSON: probabilities, evidence, provenance."""


@dataclass(frozen=True, slots=True, eq=False)
class Explanation:
    """Where in one image a network found evidence for one class."""

    heatmap: Heatmap
    """Over the original image: ``values`` (H, W), NaN where the network never looked."""
    pixels: Pixels
    """(H, W, 3) RGB, the original image."""
    input_pixels: Pixels
    """(h, w, C), what the network was given, before normalisation."""
    logits: Floats
    """(K,)."""
    probabilities: Floats
    """(K,), sum 1."""
    class_names: tuple[str, ...]
    target: int
    """The class that is explained."""
    layer: str
    """Node id of the layer it is explained at."""
    layer_note: str
    """Why this layer, and what to know about it; empty when there is nothing to say."""
    method: str
    evidence: str
    """One or two sentences: where the evidence lies, and whether it is weak."""
    provenance: Provenance

    @property
    def target_name(self) -> str:
        """Name of the explained class."""
        return self.class_names[self.target]

    @property
    def predicted(self) -> int:
        """The class with the highest probability."""
        return int(self.probabilities.argmax())

    def overlay(self, *, opacity: float = 0.5, color_map: str = COLOR_MAPS[0]) -> Pixels:
        """Lay the heatmap over the original image, (H, W, 3)."""
        return overlay(self.pixels, self.heatmap.values, opacity=opacity, color_map=color_map)

    def legend(self, color_map: str = COLOR_MAPS[0]) -> Pixels:
        """Draw the scale that belongs to `overlay`."""
        hatched = bool(np.isnan(self.heatmap.values).any())
        return legend(color_map, self.heatmap.peak, weak=self.heatmap.weak, hatched=hatched)

    def document(self) -> dict[str, Any]:
        """Return all that is not a picture as strict JSON values."""
        p = self.provenance
        shares = {name: float(share) for name, share in zip(self.class_names, self.probabilities, strict=True)}
        return {
            "schema_version": SCHEMA_VERSION, "method": p.method, "settings": dict(p.settings),
            "layer": p.layer, "layer_note": self.layer_note,
            "layer_shape": list(p.layer_shape), "layer_call": p.layer_call, "layer_calls": p.layer_calls,
            "target": p.target, "target_name": p.target_name, "target_kind": p.target_kind, "against": p.against,
            "against_name": p.against_name, "region": None if p.region is None else list(p.region),
            "predicted": self.class_names[self.predicted], "probabilities": shares,
            "logits": [float(value) for value in self.logits], "peak": self.heatmap.peak, "weak": self.heatmap.weak,
            "scale": {"sign": "positive", "mode": "image", "peak": self.heatmap.peak},
            "evidence": self.evidence, "image_shape": list(self.pixels.shape), "input_shape": list(p.input_shape),
            "placement": {"top": p.placement.top, "left": p.placement.left, "height": p.placement.height,
                          "width": p.placement.width},
            "mean": list(p.mean), "std": list(p.std), "weights_sha256": p.weights_sha256,
            "versions": dict(p.versions)}

    def save(self, directory: Path, stem: str, *, opacity: float = 0.5,
             color_map: str = COLOR_MAPS[0]) -> SavedExplanation:
        """Write ``<stem>.overlay.png``, ``<stem>.legend.png``, ``<stem>.raw.npy`` and ``<stem>.json``.

        Raises
        ------
        StorageError
            When a file cannot be written; each file is whole or not there.
        """
        ends = ("overlay.png", "legend.png", "raw.npy", "json")
        files = SavedExplanation(*(directory / f"{stem}.{end}" for end in ends))
        write_bytes(files.overlay, png_bytes(self.overlay(opacity=opacity, color_map=color_map)))
        write_bytes(files.legend, png_bytes(self.legend(color_map)))
        write_bytes(files.raw, npy_bytes(self.heatmap.raw))
        write_json(files.document, self.document())
        return files


def png_bytes(pixels: Pixels) -> bytes:
    """Encode (H, W, 3) RGB or (H, W) grey pixels as PNG."""
    stream = io.BytesIO()
    Image.fromarray(pixels).save(stream, "PNG")
    return stream.getvalue()


def npy_bytes(values: npt.NDArray[Any]) -> bytes:
    """Encode numbers in NumPy's file format, without pickle."""
    stream = io.BytesIO()
    np.save(stream, values, allow_pickle=False)
    return stream.getvalue()
