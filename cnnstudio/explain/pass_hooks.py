"""One look through a network that leaves the network exactly as it was found."""

import contextlib
import itertools
import math
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar

import torch
from torch import Tensor, nn
from torch.utils._python_dispatch import TorchDispatchMode

from cnnstudio.errors import InputError, NetworkError
from cnnstudio.torch_network.backbone import Backbone
from cnnstudio.wording import translate

T = TypeVar("T")
Hook = Callable[[nn.Module, Any, Any], Any]
_Slot = tuple[dict[str, Tensor | None], str, Tensor]


class Look:
    """A running look: call it with the image to get what the network gives; see `undisturbed`."""

    def __init__(self, module: nn.Module, image: Tensor) -> None:
        self._module = module
        self.image = image
        """(n, C, H, W), the images in the number format of the calculation."""
        self.draws_numbers = False
        """Whether the network draws random numbers even in evaluation mode; known when the look has ended."""

    def __call__(self) -> Any:
        """Run the network once and return its own output."""
        # A copy each time: a network that changes its input in place must not change the next pass.
        return self._module(self.image.clone())


@contextlib.contextmanager
def undisturbed(module: nn.Module, image: Tensor) -> Iterator[Look]:
    """Look through ``module`` without leaving a trace in it, also when the block raises.

    Inside the block every part is in evaluation mode, gradients may be recorded whatever the caller has switched
    off (``no_grad``, ``inference_mode``), automatic mixed precision is off, and weights and buffers are stood in for
    by constants in float32 (float64 where the network is float64). So nothing can reach the real weights, their
    ``.grad`` and ``requires_grad``, or the statistics of a normalisation; nothing is recorded before the first
    tensor that asks for a gradient. Afterwards the training flag of every part, the parameter objects, the buffers
    and the state of the random generator are the same as before, bit for bit.

    Not for a network that another thread is training at the same moment: explain a copy of that one.

    Parameters
    ----------
    module : any network
    image : (n, C, H, W) floating point, normalised, on the network's device

    Raises
    ------
    InputError
        When ``image`` is not n >= 1 images of finite numbers.
    """
    _check_images(image)
    training = [part for part in module.modules() if part.training]
    slots = _slots(module)
    precision = _precision(slots)
    with plain_arithmetic(image.device):
        look = Look(module, image.detach().to(precision).clone())
        try:
            for part in training:
                part.training = False
            for store, name, value in slots:
                store[name] = _stand_in(value, precision)
            with _random_state_kept(look):
                yield look
        finally:
            for store, name, value in slots:
                store[name] = value
            for part in training:
                part.training = True


@contextlib.contextmanager
def plain_arithmetic(device: torch.device) -> Iterator[None]:
    """Let gradients be recorded whatever the caller has switched off, without automatic mixed precision."""
    with torch.inference_mode(False), torch.enable_grad(), torch.autocast(device.type, enabled=False):
        yield


def check_image(image: Tensor) -> None:
    """Raise InputError unless ``image`` is one image (1, C, H, W) of finite numbers."""
    if image.ndim != 4 or image.shape[0] != 1 or image.numel() == 0 or not image.is_floating_point():
        raise InputError(translate(
            "explain", "One image of shape (1, C, H, W) in floating point is needed, not {dtype} of shape {shape}.",
            dtype=image.dtype, shape=tuple(image.shape)))
    _check_images(image)


def is_finite(values: Tensor) -> bool:
    """Whether no value is NaN or infinite; the sum, which tells nearly always, takes a tenth of the time."""
    return bool(torch.isfinite(values.detach().sum())) or bool(torch.isfinite(values).all())


def _check_images(images: Tensor) -> None:
    if images.ndim != 4 or images.numel() == 0 or not images.is_floating_point():
        raise InputError(translate(
            "explain", "Images of shape (n, C, H, W) in floating point are needed, not {dtype} of shape {shape}.",
            dtype=images.dtype, shape=tuple(images.shape)))
    if not is_finite(images):
        raise InputError(translate(
            "explain", "The image holds values that are not finite; check the normalisation (a deviation of 0?)."))


def _slots(module: nn.Module) -> list[_Slot]:
    """List every place that holds a weight or buffer.

    The two dictionaries of nn.Module are written to directly: `torch.func.functional_call` does the same in the
    end, but costs 8 % of a whole pass of ResNet-18.
    """
    stores: list[dict[str, Any]] = [
        store for part in module.modules() for store in (part._parameters, part._buffers)]  # noqa: SLF001
    return [(store, name, value) for store in stores for name, value in store.items() if value is not None]


def _precision(slots: list[_Slot]) -> torch.dtype:
    return torch.float64 if any(value.dtype == torch.float64 for _, _, value in slots) else torch.float32


def _stand_in(value: Tensor, precision: torch.dtype) -> Tensor:
    """Return a constant of the same value; shares the memory of a weight, copies a buffer."""
    constant = value.detach()
    if constant.is_floating_point() and constant.dtype != precision:
        return constant.to(precision)
    shared = isinstance(value, nn.Parameter) and not value.is_inference()
    return constant if shared else constant.clone()


class _DrawWatch(TorchDispatchMode):  # type: ignore[no-untyped-call]
    """Notices whether an operation of this thread draws random numbers."""

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.drew = False

    def __torch_dispatch__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        self.drew = self.drew or torch.Tag.nondeterministic_seeded in func.tags
        return func(*args, **(kwargs or {}))


@contextlib.contextmanager
def _random_state_kept(look: Look) -> Iterator[None]:
    """Put the random state back if this network, and not another thread, has changed it.

    A training in another thread draws from the same generator; setting that one back would change its course. So a
    changed state is put back only when a second pass, watched in this thread alone, is seen to draw.
    """
    before = _random_state(look.image)
    try:
        yield
    finally:
        if not _same(before, _random_state(look.image)):
            with contextlib.suppress(Exception), _DrawWatch() as watch:
                look()
            look.draws_numbers = watch.drew
            if watch.drew:
                _set_random_state(look.image, before)


def _random_state(image: Tensor) -> list[Tensor]:
    states = [torch.get_rng_state()]
    return [*states, torch.cuda.get_rng_state(image.device)] if image.is_cuda else states


def _set_random_state(image: Tensor, states: list[Tensor]) -> None:
    torch.set_rng_state(states[0])
    if image.is_cuda:
        torch.cuda.set_rng_state(states[1], image.device)


def _same(one: list[Tensor], other: list[Tensor]) -> bool:
    return all(torch.equal(a, b) for a, b in zip(one, other, strict=True))


@contextlib.contextmanager
def hooked(hooks: Mapping[nn.Module, Hook]) -> Iterator[None]:
    """Attach forward hooks, layer -> hook, and take every one of them off again."""
    with contextlib.ExitStack() as stack:
        for layer, hook in hooks.items():
            stack.callback(layer.register_forward_hook(hook).remove)
        yield


def named_layers(module: nn.Module) -> dict[str, nn.Module]:
    """Return the layers a user may name: the nodes of a built network graph, the parts of any other network."""
    layers = getattr(module, "layers", None)
    if isinstance(layers, nn.ModuleDict):
        return dict(layers.items())
    return {name: part for name, part in module.named_modules() if name}


def inspected_layers(module: nn.Module) -> dict[str, nn.Module]:
    """Return `named_layers` and, of a built graph, the stages of its pretrained parts, as ``backbone_1.stages.2``."""
    named = named_layers(module)
    if not isinstance(getattr(module, "layers", None), nn.ModuleDict):
        return named
    listed: dict[str, nn.Module] = {}
    for name, layer in named.items():
        if isinstance(layer, Backbone):
            listed.update({f"{name}.stages.{number}": stage for number, stage in enumerate(layer.stages)})
        listed[name] = layer
    return listed


def name_of(module: nn.Module, layer: nn.Module) -> str:
    """Return the name of ``layer`` in ``module``.

    Raises
    ------
    NetworkError
        When ``layer`` is not a part of ``module``.
    """
    for name, part in itertools.chain(inspected_layers(module).items(), module.named_modules()):
        if part is layer:
            return name or type(module).__name__
    raise NetworkError(translate(
        "explain", "The layer {name} is not a part of this network; take one of its own layers.",
        name=type(layer).__name__))


def shown_name(module: nn.Module, layer_id: str) -> str:
    """Return what a user calls a layer: the node's own name in a built network graph, otherwise the id."""
    names = getattr(module, "names", None)
    if not isinstance(names, Mapping):
        return layer_id
    node, separator, stage = layer_id.partition(".stages.")
    name = str(names.get(node, node))
    return translate(
        "explain", "{name}, stage {stage}", name=name,
        stage=int(stage) + 1) if separator and stage.isdecimal() else name


def record(module: nn.Module, image: Tensor, reduce: Callable[[Tensor], T]) -> dict[str, T]:
    """Run one pass and keep ``reduce(output)`` of every named layer that gives a tensor, in the order they ran.

    Outputs are handed to ``reduce`` at once, before a later operation could change them in place. Of a layer that
    runs more than once the last call counts.
    """
    kept: dict[str, T] = {}

    def keep(name: str) -> Hook:
        def hook(_module: nn.Module, _inputs: Any, output: Any) -> None:
            if isinstance(output, Tensor):
                kept.pop(name, None)
                kept[name] = reduce(output)
        return hook

    check_image(image)
    hooks = {layer: keep(name) for name, layer in named_layers(module).items()}
    with undisturbed(module, image) as look, torch.no_grad(), hooked(hooks):
        look()
    return kept


def first_not_finite(module: nn.Module, image: Tensor) -> str | None:
    """Return the name of the first layer whose output holds NaN or infinity, None when all are finite."""
    finite = record(module, image, lambda output: bool(torch.isfinite(output).all()))
    return next((name for name, good in finite.items() if not good), None)


def reached(end: Any) -> set[Any]:
    """Return every node of the graph of operations behind ``end``, a ``grad_fn``."""
    seen: set[Any] = set()
    waiting = [end]
    while waiting:
        node = waiting.pop()
        if node is not None and node not in seen:
            seen.add(node)
            waiting.extend(parent for parent, _ in node.next_functions)
    return seen


def first_output(output: Any) -> Any:
    """Return the class scores' part of an output: ``logits`` or ``out`` of a mapping, the first of a tuple."""
    if isinstance(output, Mapping):
        return output.get("logits", output.get("out"))
    if isinstance(output, tuple | list) and output:
        return output[0]
    return output


def pick_logits(output: Any) -> Tensor:
    """Find the logits (K,) in what a network returned for one image.

    A mapping is asked for ``logits`` or ``out``; of a tuple (networks with auxiliary heads) the first counts.

    Raises
    ------
    NetworkError
        When there is no tensor of one row of class scores.
    """
    output = first_output(output)
    if not isinstance(output, Tensor) or output.ndim == 0 or output.numel() != math.prod(output.shape[-1:]):
        what = translate(
            "explain", "shape {shape}",
            shape=tuple(output.shape)) if isinstance(output, Tensor) else type(output).__name__
        raise NetworkError(translate(
            "explain", "The network must end in one row of class scores (1, K); it gives {what}.", what=what))
    return output.reshape(-1)
