"""From an image as it was decoded to an explanation that lies over that same image."""

import platform
from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn

import cnnstudio
from cnnstudio.data.batches import normalize
from cnnstudio.data.config import PreprocessConfig
from cnnstudio.data.loading import Loaded, placement
from cnnstudio.data.preprocess import Placement, map_back, place, to_input_pixels
from cnnstudio.errors import InputError, NetworkError
from cnnstudio.explain.explanation import METHODS, Explanation, Provenance, evidence_text
from cnnstudio.explain.grad_cam import GradCam, grad_cam
from cnnstudio.explain.heatmap import Floats, Heatmap, Pixels, make_heatmap, resize
from cnnstudio.explain.target_layer import AutomaticLayer, activation_note, choose_layer, find_layer

__all__ = ["AUTO", "Explainer", "Explanation"]

AUTO = "auto"
_DEFAULT_METHOD = METHODS[0].name


class Explainer:
    """Explains what one trained network sees in images; the network is left as found.

    Parameters
    ----------
    network : images (1, C, H, W) -> logits (1, K)
    preprocess : how decoded pixels become the network's input
    mean, std : (C,) for pixel values in [0, 1], as in training
    class_names : K names
    """

    def __init__(self, network: nn.Module, preprocess: PreprocessConfig, mean: Sequence[float] | npt.NDArray[Any],
                 std: Sequence[float] | npt.NDArray[Any], class_names: Sequence[str]) -> None:
        self._network, self._preprocess = network, preprocess
        self._mean, self._std = np.asarray(mean, np.float64), np.asarray(std, np.float64)
        self._class_names = tuple(class_names)
        self._automatic: AutomaticLayer | None = None

    def explain(self, pixels: Pixels, target: int | None = None, layer: str = AUTO,
                method: str = _DEFAULT_METHOD, *, loaded: Loaded | None = None) -> Explanation:
        """Explain one class of one image at one layer.

        Parameters
        ----------
        pixels : (H, W, 3) uint8 RGB, the decoded image
        loaded : what `cnnstudio.data.loading.load` made of the file the pixels come from, so that the network is given
            exactly what training gives it; None for pixels that come from no file
        target : index of the class, None for the predicted one
        layer : node id, or ``"auto"`` for `choose_layer`
        method : a name of `METHODS`

        Raises
        ------
        InputError
            The pixels are no image, or the class or the method is not known.
        NetworkError
            The layer is not known, or has no map for this class.
        """
        _check_method(method)
        inputs = self.input_pixels(pixels) if loaded is None else loaded.input_pixels
        image = self.tensor(inputs)
        layer_id, note = self._layer(layer, image)
        found = grad_cam(self._network, find_layer(self._network, layer_id), image, target)
        self._check_classes(found.logits)
        where = self._placement(pixels, loaded)
        heatmap, padding_share = lay_over(found.raw, where, self._preprocess.height, self._preprocess.width)
        name = self._class_names[found.target]
        return Explanation(
            heatmap=heatmap, pixels=pixels, input_pixels=inputs, logits=found.logits,
            probabilities=_softmax(found.logits), class_names=self._class_names, target=found.target, layer=layer_id,
            layer_note=" ".join(filter(None, (note, *found.notes))), method=method,
            evidence=evidence_text(heatmap, name, padding_share),
            provenance=self._provenance(method, layer_id, found, where))

    def input_pixels(self, pixels: Pixels) -> Pixels:
        """Return what the network is given of decoded pixels (H, W, 3): (h, w, C) uint8."""
        if pixels.ndim != 3 or pixels.shape[2] != 3 or pixels.dtype != np.uint8 or pixels.size == 0:
            raise InputError(f"An image is pixels of shape (H, W, 3) in uint8, not {pixels.shape} in {pixels.dtype}.")
        return to_input_pixels(pixels, self._preprocess)

    def input_tensor(self, pixels: Pixels) -> Tensor:
        """Return decoded pixels (H, W, 3) as the normalised image (1, C, h, w) on the network's device."""
        return self.tensor(self.input_pixels(pixels))

    def tensor(self, input_pixels: Pixels) -> Tensor:
        """Return input pixels (h, w, C) as the normalised image (1, C, h, w), made exactly as in training."""
        device = next((parameter.device for parameter in self._network.parameters()), torch.device("cpu"))
        return normalize(input_pixels[None], self._mean, self._std, device)

    def automatic_layer(self) -> AutomaticLayer:
        """Return the layer that ``"auto"`` stands for, and why; found once, with a grey image."""
        grey = np.full((self._preprocess.height, self._preprocess.width, self._preprocess.channels), 128, np.uint8)
        return self._choose(self.tensor(grey))

    def _choose(self, image: Tensor) -> AutomaticLayer:
        if self._automatic is None:
            self._automatic = choose_layer(self._network, image)
        return self._automatic

    def _placement(self, pixels: Pixels, loaded: Loaded | None) -> Placement:
        if loaded is None:
            return place(pixels.shape[0], pixels.shape[1], self._preprocess)
        return placement(loaded, self._preprocess).scaled(pixels.shape[0], pixels.shape[1])

    def _layer(self, layer: str, image: Tensor) -> tuple[str, str]:
        """Return the id of the wanted layer and a note about it."""
        if layer != AUTO:
            return layer, activation_note(self._network, layer)
        choice = self._choose(image)
        return choice.id, choice.reason

    def _check_classes(self, logits: Floats) -> None:
        if len(logits) != len(self._class_names):
            raise NetworkError(f"The network tells {len(logits)} classes apart; {len(self._class_names)} are named.")

    def _provenance(self, method: str, layer: str, found: GradCam, placement: Placement) -> Provenance:
        height, width = found.raw.shape
        return Provenance(
            method=method, layer=layer, layer_shape=(height, width), layer_calls=found.calls, target=found.target,
            target_name=self._class_names[found.target], input_shape=self._preprocess.shape, placement=placement,
            mean=tuple(map(float, self._mean)), std=tuple(map(float, self._std)),
            versions=(("cnnstudio", cnnstudio.__version__), ("torch", str(torch.__version__)),
                      ("numpy", np.__version__), ("python", platform.python_version())))


def lay_over(raw: Floats, placement: Placement, height: int, width: int) -> tuple[Heatmap, float]:
    """Lay a raw map over the original image.

    Parameters
    ----------
    raw : (h, w), signed, in the layer's own cells, which cover the whole network input
    placement : of the network input in the original image
    height, width : of the network input in pixels

    Returns
    -------
    heatmap : over the original image, (source_h, source_w); bilinear between the cells, NaN where never seen
    padding_share : share of the positive evidence, 0 to 1, outside the original image, in a border that was added
    """
    over_input = make_heatmap(raw, height, width)
    if over_input.peak == 0:
        return Heatmap(over_input.raw, map_back(over_input.values, placement), 0.0, weak=True), 0.0
    # From the cells at once, not by way of the input's pixels: one interpolation is smoother than two.
    mapped = map_back(np.maximum(over_input.raw, 0), placement)
    # The peak may lie in the border; dividing by the largest value inside would blow up what is left.
    peak = max(over_input.peak, float(np.nanmax(mapped)))
    heatmap = Heatmap(over_input.raw, mapped / np.float32(peak), peak, over_input.weak)
    return heatmap, _outside(resize(np.maximum(over_input.raw, 0), height, width), placement)


def _outside(positive: Floats, placement: Placement) -> float:
    """Return the share of a map over the input, (h, w), that lies outside the original image."""
    rows = _inside(positive.shape[0], placement.top, placement.height, placement.source_h)
    columns = _inside(positive.shape[1], placement.left, placement.width, placement.source_w)
    inside = positive[np.ix_(rows, columns)].sum(dtype=np.float64)
    return max(0.0, 1.0 - float(inside / positive.sum(dtype=np.float64)))


def _inside(cells: int, start: float, extent: float, length: int) -> npt.NDArray[np.bool_]:
    """Say of each input row or column whether its centre lies in the original image."""
    centres = start + (np.arange(cells) + 0.5) / cells * extent
    return np.asarray((centres > 0) & (centres < length))


def _softmax(logits: Floats) -> Floats:
    shifted = np.exp(logits.astype(np.float64) - float(logits.max()))
    return np.asarray(shifted / shifted.sum(), dtype=np.float32)


def _check_method(method: str) -> None:
    names = [info.name for info in METHODS]
    if method not in names:
        raise InputError(f'There is no method "{method}"; choose {", ".join(names)}.')
