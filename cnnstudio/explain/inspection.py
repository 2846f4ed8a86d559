"""One image in one network, looked at again and again: other classes, layers and methods from what is kept of it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import torch
from torch import Tensor, nn

from cnnstudio.errors import InputError, NetworkError
from cnnstudio.explain.batch_maps import BatchMaps, batch_maps
from cnnstudio.explain.bounded_store import BoundedStore
from cnnstudio.explain.cam_methods import CAM_METHODS, cam
from cnnstudio.explain.every_layer import every_layer
from cnnstudio.explain.explained import KnownNetwork, RawMap, SeenImage, explanation
from cnnstudio.explain.explanation import Explanation, method_info
from cnnstudio.explain.fall_back import FallBack, even_map, fall_back
from cnnstudio.explain.grad_cam import pass_notes, to_numpy
from cnnstudio.explain.heatmap import Floats
from cnnstudio.explain.inspected_layer import InspectedLayer, split_key
from cnnstudio.explain.layer_pass import LayerPass, layer_pass
from cnnstudio.explain.layer_trace import inspected, trace
from cnnstudio.explain.pixels.question import Question, ShouldStop, never
from cnnstudio.explain.pixels.refine import Refined, refine
from cnnstudio.explain.pixels.settings import PixelSettings
from cnnstudio.explain.pixels.table import PIXEL_METHODS
from cnnstudio.explain.quick_copy import quick_copy
from cnnstudio.explain.replay import Prefix, record_prefix, replay
from cnnstudio.explain.scores import region_of, resolve, score
from cnnstudio.explain.target import ExactTarget, Region, Target
from cnnstudio.explain.target_layer import AutomaticLayer, activation_note, choose_among, find_layer
from cnnstudio.wording import translate

AUTO = "auto"
KEPT_BYTES = 256 * 2**20
_TARGETS_AT_ONCE = 16
_SAME = 2e-5
"""Largest difference of a layer's values, as a share of the largest, by which two ways count as the same: the rounding
of float32 through many layers is 1e-6, a convolution that a normalisation was folded into is near 1 off."""


@dataclass(frozen=True, slots=True, eq=False)
class LayerMap:
    """The map of one layer among those of all."""

    layer: InspectedLayer
    raw: Floats
    """(h, w), signed, in the layer's own cells."""


@dataclass(frozen=True, slots=True, eq=False)
class KnownMap:
    """What a pass of several images gave for one of them: the class scores (K,), and the map (h, w) at a layer."""

    scores: Tensor
    layer: str
    target: ExactTarget
    method: str
    raw: Tensor


class InspectedNetwork:
    """A network and what is found out about it once, whatever image is looked at.

    Parameters
    ----------
    network : images (n, C, H, W) -> logits (n, K)
    example : (1, C, H, W), any image of the size that is looked at
    classes : how many class names there are
    known : returns what explanations tell of the network
    """

    def __init__(self, network: nn.Module, example: Tensor, classes: int, known: Callable[[], KnownNetwork]) -> None:
        self.network, self.classes, self.known = network, classes, known
        self._example = example
        self._quick_is_same: dict[str, bool] = {}

    @cached_property
    def layers(self) -> tuple[InspectedLayer, ...]:
        """What a map can be shown of, in the order they run."""
        return inspected(self.network, trace(self.network, self._example))

    @cached_property
    def automatic(self) -> AutomaticLayer:
        """The layer that ``"auto"`` stands for; raises NetworkError where there is none."""
        return choose_among(self.network, self.layers)

    @cached_property
    def quick(self) -> nn.Module:
        """A copy that gives the same answers in less time, for methods that ask about many images."""
        return quick_copy(self.network, self._noise)

    @cached_property
    def _noise(self) -> Tensor:
        return torch.randn(self._example.shape, generator=torch.Generator().manual_seed(0)).to(self._example)

    def several(self, images: Tensor, target: Target | int | None, key: str, method: str) -> BatchMaps:
        """Return the maps of images (n, C, H, W) at a layer, from `quick` where that one gives the same there.

        Parameters
        ----------
        method : of `CAM_METHODS`
        """
        if key not in self._quick_is_same:
            self._quick_is_same[key] = self._is_quick_same(key)
        network = self.quick if self._quick_is_same[key] else self.network
        laid = images.contiguous(memory_format=torch.channels_last) if network is self.quick else images
        name, call = split_key(key)
        return batch_maps(network, find_layer(network, name), laid, [target] * len(images), method, call)

    def _is_quick_same(self, key: str) -> bool:
        """Whether the copy gives the same at a layer as the network."""
        (name, call), noise = split_key(key), self._noise.contiguous(memory_format=torch.channels_last)
        alone = layer_pass(self.network, find_layer(self.network, name), self._noise, call).activations
        quick = layer_pass(self.quick, find_layer(self.quick, name), noise, call).activations
        return alone.shape == quick.shape and bool((alone - quick).abs().max() <= _SAME * alone.abs().max())

    @cached_property
    def fall_back(self) -> FallBack | None:
        """What is shown where a method needs a layer and ``"auto"`` finds none that says where; None mostly."""
        return fall_back(self.network, self.layers)


class Inspection:
    """One image in one network; made by `Explainer.inspect`.

    Passes, gradients and maps are kept, together up to `KEPT_BYTES`; what was not used for longest goes first. The
    network is left exactly as found by every call. For one thread at a time, and only while the weights stay as they
    are.

    Attributes
    ----------
    image : (1, C, H, W), normalised, on the network's device
    seen : the image as it was decoded and as the network is given it
    first : what is known of it already; None mostly
    """

    def __init__(self, network: InspectedNetwork, image: Tensor, seen: SeenImage,
                 first: KnownMap | None = None) -> None:
        self.image, self.seen = image, seen
        self._network = network
        self._passes: BoundedStore[LayerPass] = BoundedStore(KEPT_BYTES * 5 // 8)
        self._gradients: BoundedStore[Tensor] = BoundedStore(KEPT_BYTES // 8)
        self._prefixes: BoundedStore[Prefix] = BoundedStore(KEPT_BYTES // 8)
        self._maps: BoundedStore[Tensor] = BoundedStore(KEPT_BYTES // 16)
        self._refined: BoundedStore[Refined] = BoundedStore(KEPT_BYTES // 16)
        self._scores: Tensor | None = None
        if first is not None:
            self._scores = _checked(first.scores, network.classes)
            self._keep(_map_name(first.layer, first.target, first.method), first.raw)

    @property
    def network(self) -> nn.Module:
        """The network."""
        return self._network.network

    @property
    def quick_network(self) -> nn.Module:
        """A copy of the network that gives the same answers in less time; made when it is first asked for."""
        return self._network.quick

    @property
    def layers(self) -> tuple[InspectedLayer, ...]:
        """The layers a map can be shown of, in the order they run."""
        return self._network.layers

    @property
    def fall_back(self) -> FallBack | None:
        """What `explain` shows in place of a layer's map when no layer says where; see `fall_back`."""
        return self._network.fall_back

    def known(self) -> KnownNetwork:
        """Return what explanations tell of the network."""
        return self._network.known()

    @property
    def logits(self) -> Floats:
        """The class scores (K,); (-z / 2, z / 2) of a network with one score z."""
        return to_numpy(self.scores())

    def scores(self, region: Region | None = None) -> Tensor:
        """Return the class scores (K,) of the image, or of a region of it where the network scores places."""
        if region is not None:
            return self._pass(self._any_layer()).scores(region).detach()[0]
        if self._scores is None:
            found = self._pass(self._any_layer()).scores().detach()[0] if self.layers else (
                Question.ask(self.network, self.image, None)[1])
            self._scores = _checked(found, self._network.classes)
        return self._scores

    def resolve(self, target: Target | int | None) -> ExactTarget:
        """Return the target with the classes it stands for in this image.

        Raises
        ------
        InputError
            When a class is not one of the network's.
        """
        return resolve(target, self.scores(region_of(target)))

    def score(self, target: Target | int | None = None, layer: str = AUTO) -> float:
        """Return the number Y that the target stands for: what `gradients` at a layer are the gradients of."""
        key, exact = self._question(target, layer)
        passed = self._pass(key)
        return float(score(passed.scores(exact.region), exact, one_score=passed.has_one_score).detach()[0])

    def layer(self, layer: str = AUTO) -> str:
        """Return the key of a layer; ``"auto"`` is the one the explainer takes."""
        return self._network.automatic.id if layer == AUTO else layer

    def activations(self, layer: str = AUTO) -> Tensor:
        """Return what a layer gave for the image: maps (1, C, h, w)."""
        return self._pass(self.layer(layer)).activations

    def gradients(self, target: Target | int | None = None, layer: str = AUTO) -> Tensor:
        """Return dY/dA (1, C, h, w) with Y the score of the target and A the layer's `activations`."""
        key, exact = self._question(target, layer)
        name = f"{key} {exact}"
        found = self._gradients.get(name)
        if found is None:
            found = self._pass(key).gradients([exact])
            self._gradients.put(name, found, found.nbytes)
        return found

    def raw(self, target: Target | int | None = None, layer: str = AUTO, method: str = "grad-cam") -> Floats:
        """Return the signed map (h, w) of a layer in its own cells.

        Parameters
        ----------
        method : a name of `METHODS`; a slow one runs to its end, `refine` shows what comes on the way
        """
        if method in PIXEL_METHODS:
            *_, last = self.refine(target, layer, method)
            return last.part.raw
        key, exact = self._question(target, layer)
        name = _map_name(key, exact, method)
        found = self._maps.get(name)
        if found is None:
            activations = self.activations(key)
            gradients = activations if method_info(method).class_agnostic else self.gradients(exact.asked, key)
            found = self._keep(name, cam(method, activations, gradients)[0])
        return to_numpy(found)

    def raw_of_each(self, targets: Sequence[Target | int | None], layer: str = AUTO,
                    method: str = "grad-cam") -> tuple[Floats, ...]:
        """Return the map of each of several targets; those not kept yet come of one way back.

        Parameters
        ----------
        method : of `CAM_METHODS`
        """
        exact = [self._question(target, layer)[1] for target in targets]
        key = self.layer(layer)
        new = [one for one in dict.fromkeys(exact) if f"{key} {one}" not in self._gradients]
        for start in range(0, len(new), _TARGETS_AT_ONCE):
            part = new[start:start + _TARGETS_AT_ONCE]
            for one, gradient in zip(part, self._pass(key).class_gradients(part), strict=True):
                self._gradients.put(f"{key} {one}", gradient[None].clone(), gradient.nbytes)
        return tuple(self.raw(one.asked, key, method) for one in exact)

    def explain(self, target: Target | int | None = None, layer: str = AUTO, method: str = "grad-cam", *,
                should_stop: ShouldStop = never, settings: PixelSettings | None = None) -> Explanation:
        """Explain one score at one layer; see `Explainer.explain` for what is refused.

        Parameters
        ----------
        target : what is explained; an index is that class's logit, None the predicted class
        layer : a key of `layers` or ``"auto"``
        method : a name of `METHODS`; where it needs a layer and ``"auto"`` finds none, see `fall_back`
        should_stop, settings : of a slow method; see `refine`
        """
        def whole(method: str, reason: str = "") -> Explanation:
            *_, last = self.refine(target, layer, method, should_stop, settings)
            return last.with_note(reason).explanation() if reason else last.explanation()

        info, instead = method_info(method), self.fall_back if layer == AUTO else None
        if instead is not None and not info.of_input:
            return whole(instead.method, instead.reason)
        if method in PIXEL_METHODS:
            return whole(method)
        key, exact = self._question(target, layer)
        raw = self.raw(exact.asked, key, method)
        if layer == AUTO and (even := even_map(raw, self.seen.input_pixels)) is not None:
            return whole(even.method, even.reason)
        passed, (_, call) = self._pass(key), split_key(key)
        found = RawMap(raw, self.logits, exact, method, key, call or passed.calls, passed.calls,
                       self.layer_notes(layer))
        return explanation(found, self.seen, self._network.known())

    def refine(self, target: Target | int | None = None, layer: str = AUTO, method: str = "occlusion",
               should_stop: ShouldStop = never, settings: PixelSettings | None = None) -> Iterator[Refined]:
        """Yield better and better maps by one of `PIXEL_METHODS`; the last one is whole, and kept.

        Parameters
        ----------
        should_stop : asked before every batch
        settings : how the method works

        Raises
        ------
        JobCancelledError
            When ``should_stop`` says so.
        """
        name = f"{'' if method_info(method).of_input else self.layer(layer)} {target} {method} {settings}"
        kept = self._refined.get(name)
        if kept is not None:
            yield kept
            return
        for refined in refine(self, target, layer, method, should_stop, settings):
            if refined.is_whole:
                self._refined.put(name, refined, refined.part.raw.nbytes)
            yield refined

    def all_layers(self, target: Target | int | None = None, method: str = "grad-cam") -> tuple[LayerMap, ...]:
        """Return the map of every layer, from one pass forwards and one back; layers without one are left out.

        Raises
        ------
        InputError
            When the method does not make all of them at once.
        """
        if method not in CAM_METHODS:
            raise InputError(translate(
                "explain", "{method_info} does not show all layers at once; choose {cam_methods}.",
                method_info=translate("explain", method_info(method).title), cam_methods=', '.join(CAM_METHODS)))
        exact = self.resolve(target)
        names = {layer.key: _map_name(layer.key, exact, method) for layer in self.layers}
        if not all(name in self._maps for name in names.values()):
            found = every_layer(self.network, self.image, self.layers, exact.asked, method).maps
            for key, raw in found.items():
                self._keep(names[key], raw)
        kept = ((layer, self._maps.get(names[layer.key])) for layer in self.layers)
        return tuple(LayerMap(layer, to_numpy(raw)) for layer, raw in kept if raw is not None)

    def replay(self, layer: str, activations: Tensor, region: Region | None = None) -> Tensor:
        """Return the class scores (n, K) the network gives when a layer gives other activations, (n, C, h, w).

        Only what is behind the layer runs.
        """
        key = self.layer(layer)
        layout = self._pass(key).layout
        return replay(self.network, self.image, self._prefix(key), layout, activations, region)

    def _question(self, target: Target | int | None, layer: str) -> tuple[str, ExactTarget]:
        """Return the key and the exact target; the pass at this layer gives the scores, when they are not known."""
        key = self.layer(layer)
        if self._scores is None:
            self._scores = _checked(self._pass(key).scores().detach()[0], self._network.classes)
        return key, self.resolve(target)

    def _prefix(self, key: str) -> Prefix:
        found = self._prefixes.get(key)
        if found is None:
            name, call = split_key(key)
            found = record_prefix(self.network, find_layer(self.network, name), call or self._pass(key).calls,
                                  self.image)
            self._prefixes.put(key, found, found.size_bytes)
        return found

    def _pass(self, key: str) -> LayerPass:
        found = self._passes.get(key)
        if found is None:
            name, call = split_key(key)
            found = layer_pass(self.network, find_layer(self.network, name), self.image, call)
            self._passes.put(key, found, found.size_bytes)
        return found

    def _any_layer(self) -> str:
        return self._passes.newest() or self.layer()

    def _keep(self, name: str, raw: Tensor) -> Tensor:
        self._maps.put(name, raw, raw.nbytes)
        return raw

    def layer_notes(self, layer: str) -> tuple[str, ...]:
        """Return what to know about a layer, or why ``"auto"`` took the one it took."""
        key = self.layer(layer)
        passed, (name, call) = self._pass(key), split_key(key)
        about = self._network.automatic.reason if layer == AUTO else activation_note(self.network, name)
        return tuple(filter(None, (about, *pass_notes(passed, call))))


def _checked(scores: Tensor, named: int) -> Tensor:
    """Return the scores (K,), or refuse those of other than the named classes."""
    if scores.numel() != named:
        raise NetworkError(translate(
            "explain", "The network tells {numel} classes apart; {named} are named.", numel=scores.numel(),
            named=named))
    return scores


def _map_name(key: str, target: ExactTarget, method: str) -> str:
    return f"{key} {'' if method_info(method).class_agnostic else target} {method}"
