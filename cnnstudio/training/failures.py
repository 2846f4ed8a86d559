"""What went wrong in a step, found and said in a sentence with a remedy."""

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import torch
from torch import nn

from cnnstudio.errors import TrainingError
from cnnstudio.training.config import TrainConfig
from cnnstudio.training.usual_rates import smaller_rate
from cnnstudio.wording import translate

_MEMORY_SIGNS = ("out of memory", "can't allocate memory", "not enough memory", "cannot allocate memory")
_SINGLE_VALUE_SIGN = "more than 1 value per channel"
_CARD_SIGNS = ("cuda error", "cuda driver error", "cudnn error", "cudnn_status", "cublas_status", "hip error",
               "unspecified launch failure", "mps backend")
_WANTED_BYTES = re.compile(r"tried to allocate (\d+) bytes")
_KEPT = " The weights are those from before this step."
_SMALLEST_RATE = 1e-8
"""Below it a smaller learning rate is no remedy."""


def layer_name(module: nn.Module, path: str) -> str:
    """Return what a user calls the submodule at ``path``: by the network's own ``names``, else by its path."""
    names: object = getattr(module, "names", None)
    short = path.removeprefix("layers.")
    if isinstance(names, Mapping) and short != path:
        node_id = short.partition(".")[0]
        return str(names.get(node_id, node_id))
    return short


@dataclass(frozen=True, slots=True)
class NonFinite:
    """Where NaN or infinity arises first."""

    layer: str
    """As the user calls it."""
    rows: tuple[int, ...]
    """Images of the batch whose values are not finite; all of them where a layer mixes images."""


def first_nonfinite_layer(module: nn.Module, images: torch.Tensor) -> str | None:
    """Return the name of the first leaf layer whose output holds NaN or infinity; see `find_nonfinite`."""
    found = find_nonfinite(module, images)
    return found.layer if found else None


def find_nonfinite(module: nn.Module, images: torch.Tensor) -> NonFinite | None:
    """Find the first leaf layer whose output holds NaN or infinity, and the images it does so for.

    Parameters
    ----------
    module : run once as it is, in its present mode
    images : (N, C, H, W) float32

    Returns
    -------
    NonFinite or None
        None when every output is finite.
    """
    found: list[tuple[str, torch.Tensor]] = []
    handles = [layer.register_forward_hook(_watch(path, found)) for path, layer in _leaves(module)]
    try:
        with torch.no_grad():
            module(images)
    finally:
        for handle in handles:
            handle.remove()
    if not found:
        return None
    path, output = found[0]
    return NonFinite(layer_name(module, path), tuple(_nonfinite_rows(output, len(images))))


def _nonfinite_rows(output: torch.Tensor, images: int) -> list[int]:
    if output.ndim == 0 or len(output) != images:
        return list(range(images))
    finite = torch.isfinite(output).reshape(images, -1).all(dim=1).tolist()
    return [row for row, good in enumerate(finite) if not good]


def _leaves(module: nn.Module) -> Iterator[tuple[str, nn.Module]]:
    return ((path, layer) for path, layer in module.named_modules() if not any(layer.children()))


class _watch:  # noqa: N801 - used as the function it stands for
    """A forward hook that notes its layer's path and output when that is not finite, of the first such layer."""

    def __init__(self, path: str, found: list[tuple[str, torch.Tensor]]) -> None:
        self.path, self.found = path, found

    def __call__(self, _layer: nn.Module, _inputs: object, output: object) -> None:
        if not self.found and isinstance(output, torch.Tensor) and not is_finite([output]):
            self.found.append((self.path, output))


def is_finite(tensors: Iterable[torch.Tensor]) -> bool:
    """Whether no value of the tensors is NaN or infinite."""
    return all(bool(torch.isfinite(tensor).all()) for tensor in tensors)


def first_nonfinite_gradient(module: nn.Module) -> str | None:
    """Return the name of the first layer with a NaN or infinity in the gradient of a weight.

    Where every value is finite but the length of all together is not, it is the layer with the longest gradient; None
    when there is no gradient.
    """
    lengths = {path: float(parameter.grad.double().norm()) for path, parameter in module.named_parameters()
               if parameter.grad is not None}
    bad = next((path for path, length in lengths.items() if not math.isfinite(length)), None)
    path = bad or max(lengths, key=lengths.__getitem__, default="")
    return layer_name(module, path.rpartition(".")[0]) if path else None


def nonfinite_gradient(place: str, layer: str | None, config: TrainConfig,
                       images: Sequence[int] = ()) -> TrainingError:
    """Say that the gradient became NaN or infinite, with the images it happened with."""
    where = translate("training", " It comes from the layer {layer}.", layer=layer) if layer else ""
    return _with_smaller_rate(translate(
        "training", "{place}: the gradient is not a finite number any more.{where}{kept}", place=place, where=where,
        kept=translate("training", _KEPT)), config, images)


def nonfinite_loss(place: str, layer: str | None, config: TrainConfig, images: Sequence[int] = ()) -> TrainingError:
    """Say that the loss became NaN or infinite, with the images it happened with."""
    where = translate("training", " The first layer with such a value is {layer}.", layer=layer) if layer else ""
    return _with_smaller_rate(translate(
        "training", "{place}: the loss is not a finite number any more.{where}{kept}", place=place, where=where,
        kept=translate("training", _KEPT)), config, images)


def check_weights(module: nn.Module, place: str, config: TrainConfig) -> None:
    """Look at every weight and every running mean, which may overflow though each loss is finite.

    Raises
    ------
    TrainingError
        Naming the layer.
    """
    for path, tensor in module.state_dict().items():
        if tensor.is_floating_point() and not is_finite([tensor]):
            owner, _, name = path.rpartition(".")
            layer = layer_name(module, owner)
            raise _with_smaller_rate(translate(
                "training", "{place}: the running means of {layer} are not finite numbers any more. What was saved "
                "last is kept.", place=place, layer=layer) if name.startswith("running_") else translate(
                "training", "{place}: the weights of {layer} are not finite numbers any more. What was saved last is "
                "kept.", place=place, layer=layer), config)


def _with_smaller_rate(sentence: str, config: TrainConfig, images: Sequence[int] = ()) -> TrainingError:
    rate = smaller_rate(config.learning_rate, config.optimizer)
    if rate < _SMALLEST_RATE:
        return TrainingError(translate(
            "training", "{sentence} The learning rate is small already: look at the images and their normalisation.",
            sentence=sentence), images=images)
    return TrainingError(translate(
        "training", "{sentence} Try a learning rate of {rate:g} instead of {learning_rate:g}.", sentence=sentence,
        rate=rate, learning_rate=config.learning_rate),
                         images=images, changes={"learning_rate": rate})


def image_error(images: torch.Tensor, indices: Iterable[int], place: str) -> TrainingError | None:
    """Say which image holds NaN or infinity; None when all of them are finite."""
    finite = torch.isfinite(images).flatten(1).all(dim=1).tolist()
    bad = [int(index) for index, good in zip(indices, finite, strict=True) if not good]
    if not bad:
        return None
    return TrainingError(translate(
        "training", "{place}: the pixels of image {images} are not finite numbers. Check the normalisation: a channel "
        "that never varies cannot be divided by its deviation.", place=place, images=', '.join(map(str, bad[:5]))),
                         images=bad)


def label_error(labels: torch.Tensor, indices: Iterable[int], classes: int, place: str) -> TrainingError:
    """Say which label does not fit the network's outputs."""
    index, label = next((int(index), int(label)) for index, label in zip(indices, labels.tolist(), strict=True)
                        if not 0 <= label < classes)
    remedy = translate(
        "training", "Give the last layer at least {label} outputs.", label=label + 1) if label > 0 else translate(
        "training", "Labels start at 0.")
    return TrainingError(translate(
        "training", "{place}: image {index} has the label {label}, but the network has {classes} outputs (labels 0 to "
        "{other_classes}). {remedy}", place=place, index=index, label=label, classes=classes, other_classes=classes - 1,
        remedy=remedy))


def logits_error(logits: object, images: int, place: str) -> TrainingError:
    """Say that the network does not return one row of logits an image."""
    got = tuple(logits.shape) if isinstance(logits, torch.Tensor) else type(logits).__name__
    return TrainingError(translate(
        "training", "{place}: the network returned {got} where ({images}, classes) is needed. End it with Flatten and "
        "a dense layer.", place=place, got=got, images=images))


def binary_error(outputs: int, place: str) -> TrainingError:
    """Say that the binary loss was chosen for a network that does not tell two classes apart."""
    return TrainingError(translate(
        "training", "{place}: the binary loss is for two classes, but the network has {outputs} outputs. Choose "
        "cross-entropy as the loss.", place=place, outputs=outputs))


def is_out_of_memory(error: Exception) -> bool:
    """Whether this is how torch or Python says that memory could not be had."""
    if isinstance(error, torch.OutOfMemoryError | MemoryError):
        return True
    return isinstance(error, RuntimeError) and any(sign in str(error).lower() for sign in _MEMORY_SIGNS)


def known_error(error: Exception, config: TrainConfig, place: str, at_once: int = 0) -> TrainingError | None:
    """Turn a failure of torch that has a known remedy into a sentence; None for any other.

    Parameters
    ----------
    at_once : images that were computed at a time, where a batch was divided; 0 for all of it
    """
    text = str(error)
    if is_out_of_memory(error):
        return _memory_error(text, config, place, at_once)
    if _SINGLE_VALUE_SIGN in text:
        return TrainingError(translate(
            "training", "{place}: batch normalisation cannot learn from a single value per channel. Use a batch size "
            "of at least 2 (it is {batch_size}).", place=place, batch_size=config.batch_size))
    if isinstance(error, RuntimeError) and any(sign in text.lower() for sign in _CARD_SIGNS):
        return TrainingError(
            translate(
                "training", "{place}: the graphics card does not answer any more ({splitline}). A computer that slept "
                "may lose it until the program is started again. What the last checkpoint holds is kept: start CNN "
                "Studio anew and go on from there, or choose the CPU as the device.", place=place,
                splitline=text.strip().splitlines()[0]))
    return None


def _memory_error(text: str, config: TrainConfig, place: str, images: int) -> TrainingError:
    wanted = _WANTED_BYTES.search(text)
    megabytes = int(wanted.group(1)) / 1e6 if wanted else 0.0
    at_once = translate(
        "training", " {megabytes:,.0f} MB were asked for at once.", megabytes=megabytes) if megabytes >= 1 else ""
    begin, smaller = translate(
        "training", "{place}: the memory is used up.{at_once}", place=place,
        at_once=at_once), _smaller(config.batch_size)
    if images == 1:
        return TrainingError(translate(
            "training", "{begin} Not even one image at a time has room: use smaller images or a smaller network.",
            begin=begin))
    if not smaller:
        return TrainingError(translate(
            "training", "{begin} The batch size is 1 already: use smaller images or a smaller network.", begin=begin))
    return TrainingError(translate(
        "training", "{begin} Try a batch size of {smaller} instead of {batch_size}.", begin=begin, smaller=smaller,
        batch_size=config.batch_size),
                         changes={"batch_size": smaller})


def _smaller(batch_size: int) -> int:
    """Return the next smaller power of two; 0 below 1."""
    return int(2 ** math.floor(math.log2(batch_size - 1))) if batch_size > 1 else 0
