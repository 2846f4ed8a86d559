"""From an image as it was decoded to an explanation that lies over that same image."""

from collections.abc import Sequence
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn

from cnnstudio.data.batches import normalize
from cnnstudio.data.config import PreprocessConfig
from cnnstudio.data.loading import Loaded, placement
from cnnstudio.data.preprocess import Placement, place, to_input_pixels
from cnnstudio.errors import InputError
from cnnstudio.explain.batch_maps import BatchMaps, batch_maps
from cnnstudio.explain.cam_methods import CAM_METHODS
from cnnstudio.explain.explained import KnownNetwork, SeenImage
from cnnstudio.explain.explanation import METHODS, Explanation, method_info
from cnnstudio.explain.heatmap import Pixels
from cnnstudio.explain.inspected_layer import InspectedLayer, split_key
from cnnstudio.explain.inspection import AUTO, InspectedNetwork, Inspection, KnownMap
from cnnstudio.explain.scores import region_of
from cnnstudio.explain.target import Target
from cnnstudio.explain.target_layer import AutomaticLayer, find_layer
from cnnstudio.explain.weights_hash import WeightsHash
from cnnstudio.wording import translate

__all__ = ["AUTO", "Explainer", "Explanation", "Inspection"]

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
        self._weights_hash = WeightsHash(network)

    def explain(self, pixels: Pixels, target: Target | int | None = None, layer: str = AUTO,
                method: str = _DEFAULT_METHOD, *, loaded: Loaded | None = None) -> Explanation:
        """Explain one class of one image at one layer.

        Parameters
        ----------
        pixels : (H, W, 3) uint8 RGB, the decoded image
        loaded : what `cnnstudio.data.loading.load` made of the file the pixels come from, so that the network is given
            exactly what training gives it; None for pixels that come from no file
        target : the score that is explained; the index of a class for its logit, None for the predicted one's
        layer : a key of `layers`, such as a node id, or ``"auto"`` for `choose_layer`
        method : a name of `METHODS`

        Raises
        ------
        InputError
            The pixels are no image, or the class or the method is not known.
        NetworkError
            The layer is not known, or has no map for this class.
        """
        method_info(method)
        return self.inspect(pixels, loaded=loaded).explain(target, layer, method)

    def inspect(self, pixels: Pixels, loaded: Loaded | None = None) -> Inspection:
        """Return the image in the network, to be asked about other classes, layers and methods quickly.

        Parameters
        ----------
        pixels, loaded : as for `explain`
        """
        inputs = self.input_pixels(pixels) if loaded is None else loaded.input_pixels
        return Inspection(self._inspected, self.tensor(inputs),
                          SeenImage(pixels, inputs, self._placement(pixels, loaded)))

    def inspect_together(self, pictures: Sequence[tuple[Pixels, Loaded | None]], target: Target | int | None,
                         layer: str = AUTO, method: str = _DEFAULT_METHOD) -> tuple[Inspection, ...]:
        """Return several images in the network, as `inspect` does, with one map of each made in one pass.

        A map differs from that of the image alone by the rounding of float32.

        Parameters
        ----------
        pictures : n >= 1, each as for `inspect`
        target, layer, method : of the maps, as for `explain`; where they need a pass of their own none is made

        Raises
        ------
        InputError, NetworkError
            As for `explain`; then it is not said of which image.
        """
        alone = tuple(self.inspect(pixels, loaded) for pixels, loaded in pictures)
        if method not in CAM_METHODS or region_of(target) is not None:
            return alone
        key = alone[0].layer(layer)
        found = self._inspected.several(torch.cat([one.image for one in alone]), target, key, method)
        return tuple(
            Inspection(self._inspected, one.image, one.seen,
                       KnownMap(torch.from_numpy(logits).to(one.image.device), key, exact, method,
                                torch.from_numpy(raw)))
            for one, logits, exact, raw in zip(alone, found.logits, found.targets, found.raw, strict=True))

    def maps(self, inputs: Sequence[Pixels], targets: Sequence[Target | int | None], layer: str = AUTO,
             method: str = _DEFAULT_METHOD) -> BatchMaps:
        """Return raw maps of many images at once, each for its own target.

        Parameters
        ----------
        inputs : n >= 1 of (h, w, C) uint8, from `input_pixels` or loaded for the network
        targets : n; None for the class predicted of an image
        layer : a key of `layers` or ``"auto"``
        method : a name of `cam_methods.CAM_METHODS`

        Raises
        ------
        InputError, NetworkError
            As for `explain`, or there is not one target for each image.
        """
        name, call = split_key(self.automatic_layer().id if layer == AUTO else layer)
        images = torch.cat([self.tensor(pixels) for pixels in inputs])
        return batch_maps(self._network, find_layer(self._network, name), images, targets, method, call)

    def input_pixels(self, pixels: Pixels) -> Pixels:
        """Return what the network is given of decoded pixels (H, W, 3): (h, w, C) uint8."""
        if pixels.ndim != 3 or pixels.shape[2] != 3 or pixels.dtype != np.uint8 or pixels.size == 0:
            raise InputError(translate(
                "explain", "An image is pixels of shape (H, W, 3) in uint8, not {shape} in {dtype}.",
                shape=pixels.shape, dtype=pixels.dtype))
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
        return self._inspected.automatic

    def layers(self) -> tuple[InspectedLayer, ...]:
        """Return the layers a map can be shown of, in the order they run; found once, with a grey image."""
        return self._inspected.layers

    @cached_property
    def _inspected(self) -> InspectedNetwork:
        grey = np.full((self._preprocess.height, self._preprocess.width, self._preprocess.channels), 128, np.uint8)
        return InspectedNetwork(self._network, self.tensor(grey), len(self._class_names), self.known)

    def known(self) -> KnownNetwork:
        """Return what explanations tell of the network; its weights are hashed once."""
        return KnownNetwork(self._class_names, tuple(map(float, self._mean)), tuple(map(float, self._std)),
                            self._weights_hash.value())

    def _placement(self, pixels: Pixels, loaded: Loaded | None) -> Placement:
        if loaded is None:
            return place(pixels.shape[0], pixels.shape[1], self._preprocess)
        return placement(loaded, self._preprocess).scaled(pixels.shape[0], pixels.shape[1])
