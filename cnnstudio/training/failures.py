"""What went wrong in a step, found and said in a sentence with a remedy."""

import math
from collections.abc import Iterable, Iterator, Mapping

import torch
from torch import nn

from cnnstudio.errors import TrainingError
from cnnstudio.training.config import TrainConfig

_MEMORY_SIGNS = ("out of memory", "can't allocate memory", "not enough memory", "cannot allocate memory")
_SINGLE_VALUE_SIGN = "more than 1 value per channel"


def layer_name(module: nn.Module, path: str) -> str:
    """Return what a user calls the submodule at ``path``: by the network's own ``names``, else by its path."""
    names: object = getattr(module, "names", None)
    short = path.removeprefix("layers.")
    if isinstance(names, Mapping) and short != path:
        node_id = short.partition(".")[0]
        return str(names.get(node_id, node_id))
    return short


def first_nonfinite_layer(module: nn.Module, images: torch.Tensor) -> str | None:
    """Return the name of the first leaf layer whose output holds NaN or infinity.

    Parameters
    ----------
    module : run once as it is, in its present mode
    images : (N, C, H, W) float32

    Returns
    -------
    str or None
        None when every output is finite.
    """
    found: list[str] = []
    handles = [layer.register_forward_hook(_watch(path, found)) for path, layer in _leaves(module)]
    try:
        with torch.no_grad():
            module(images)
    finally:
        for handle in handles:
            handle.remove()
    return layer_name(module, found[0]) if found else None


def _leaves(module: nn.Module) -> Iterator[tuple[str, nn.Module]]:
    return ((path, layer) for path, layer in module.named_modules() if not any(layer.children()))


class _watch:  # noqa: N801 - used as the function it stands for
    """A forward hook that notes its layer's path when the output is not finite."""

    def __init__(self, path: str, found: list[str]) -> None:
        self.path, self.found = path, found

    def __call__(self, _layer: nn.Module, _inputs: object, output: object) -> None:
        if isinstance(output, torch.Tensor) and not is_finite([output]):
            self.found.append(self.path)


def is_finite(tensors: Iterable[torch.Tensor]) -> bool:
    """Whether no value of the tensors is NaN or infinite."""
    return all(bool(torch.isfinite(tensor).all()) for tensor in tensors)


def first_nonfinite_gradient(module: nn.Module) -> str | None:
    """Return the name of the first layer with a NaN or infinity in the gradient of a weight."""
    for path, parameter in module.named_parameters():
        if parameter.grad is not None and not is_finite([parameter.grad]):
            return layer_name(module, path.rpartition(".")[0])
    return None


def nonfinite_error(what: str, place: str, layer: str | None, config: TrainConfig) -> TrainingError:
    """Say that ``what`` (the loss, the gradient) became NaN or infinite."""
    where = f"The first layer with such a value is {layer}." if layer else "No single layer's values are to blame."
    return TrainingError(
        f"{place}: {what} is not a finite number any more. {where} The weights are those from before this step. "
        f"Try a learning rate of {config.learning_rate / 10:g} instead of {config.learning_rate:g}.")


def image_error(images: torch.Tensor, indices: Iterable[int], place: str) -> TrainingError | None:
    """Say which image holds NaN or infinity; None when all of them are finite."""
    finite = torch.isfinite(images).flatten(1).all(dim=1).tolist()
    bad = [str(int(index)) for index, good in zip(indices, finite, strict=True) if not good]
    if not bad:
        return None
    return TrainingError(f"{place}: the pixels of image {', '.join(bad[:5])} are not finite numbers. "
                         "Check the normalisation: a channel that never varies cannot be divided by its deviation.")


def label_error(labels: torch.Tensor, indices: Iterable[int], classes: int, place: str) -> TrainingError:
    """Say which label does not fit the network's outputs."""
    index, label = next((int(index), int(label)) for index, label in zip(indices, labels.tolist(), strict=True)
                        if not 0 <= label < classes)
    remedy = f"Give the last layer at least {label + 1} outputs." if label > 0 else "Labels start at 0."
    return TrainingError(f"{place}: image {index} has the label {label}, but the network has {classes} outputs "
                         f"(labels 0 to {classes - 1}). {remedy}")


def logits_error(logits: object, images: int, place: str) -> TrainingError:
    """Say that the network does not return one row of logits an image."""
    got = tuple(logits.shape) if isinstance(logits, torch.Tensor) else type(logits).__name__
    return TrainingError(f"{place}: the network returned {got} where ({images}, classes) is needed. "
                         "End it with Flatten and a dense layer.")


def binary_error(outputs: int, place: str) -> TrainingError:
    """Say that the binary loss was chosen for a network that does not tell two classes apart."""
    return TrainingError(f"{place}: the binary loss is for two classes, but the network has {outputs} outputs. "
                         "Choose cross-entropy as the loss.")


def is_out_of_memory(error: Exception) -> bool:
    """Whether this is how torch or Python says that memory could not be had."""
    if isinstance(error, torch.OutOfMemoryError | MemoryError):
        return True
    return isinstance(error, RuntimeError) and any(sign in str(error).lower() for sign in _MEMORY_SIGNS)


def known_error(error: Exception, config: TrainConfig, place: str) -> TrainingError | None:
    """Turn a failure of torch that has a known remedy into a sentence; None for any other."""
    text = str(error)
    if is_out_of_memory(error):
        return TrainingError(f"{place}: the memory is used up. {_smaller(config.batch_size)}")
    if _SINGLE_VALUE_SIGN in text:
        return TrainingError(f"{place}: batch normalisation cannot learn from a single value per channel. "
                             f"Use a batch size of at least 2 (it is {config.batch_size}).")
    return None


def _smaller(batch_size: int) -> str:
    if batch_size == 1:
        return "The batch size is 1 already: use smaller images or a smaller network."
    return f"Try a batch size of {2 ** math.floor(math.log2(batch_size - 1))} instead of {batch_size}."
