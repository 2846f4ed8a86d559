"""How each layer fares in an epoch: size of weights, gradients and updates, and channels of ReLUs that are dead."""

import contextlib
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import torch
from torch import nn

from cnnstudio.training.distributed.processes import ALONE, Processes
from cnnstudio.training.events import LayerFigures
from cnnstudio.training.failures import layer_name

MOST_IMAGES = 256
"""So many validation images at most are looked at for dead channels, evenly spaced."""
_LEAST_IMAGES, _TRAINING_SHARE = 64, 16
_GATHERED = 64
"""Steps whose norms are added up together, which takes a tenth of the time."""
SAMPLE = 4096
"""Of so many numbers of a weight tensor at most, evenly spaced, an update is measured; a larger tensor's is estimated
from them, with a standard error of about one percent."""
_ALIKE_WIDTH = 256
_RELUS = (nn.ReLU, nn.ReLU6)


@dataclass(slots=True)
class _Row:
    """One layer of the network as the user knows it, which may consist of several modules."""

    name: str
    parameters: list[int] = field(default_factory=list)
    """Places among the parameters that learn."""
    relus: list["_DeadWatch"] = field(default_factory=list)


class LayerWatch:
    """Gathers the figures of a module's layers, epoch by epoch; the module itself is never changed.

    A layer is a node of the network where the module knows its nodes (`GraphNetwork`), otherwise a submodule.

    Parameters
    ----------
    module : on its device; which of its parameters learn is settled
    processes : each runs its rows of the validation images through a module with the same weights
    """

    def __init__(self, module: nn.Module, processes: Processes = ALONE) -> None:
        self._module = module
        self._parameters = [parameter for parameter in module.parameters() if parameter.requires_grad]
        self._rows = _rows(module, processes)
        self._starts = [row.parameters[0] for row in self._rows if row.parameters]
        self._sums = np.zeros(len(self._starts))
        self._steps = 0
        self._waiting: list[Sequence[float]] = []
        self._before: list[torch.Tensor] = []

    def begin(self) -> None:
        """Begin an epoch: note where the weights are."""
        self._sums[:], self._steps = 0.0, 0
        self._waiting.clear()
        self._before = [_sample(parameter) for parameter in self._parameters]

    def add(self, gradient_norms: Sequence[float]) -> None:
        """Count the gradients of one step: the norm of each parameter that learns, in the module's order."""
        if len(gradient_norms) == len(self._parameters):
            self._waiting.append(gradient_norms)
            if len(self._waiting) == _GATHERED:
                self._add_up()

    def _add_up(self) -> None:
        """Add the norms that wait: one step after the other, so that the sums do not depend on when this is done."""
        if self._waiting:
            squares = np.square(np.array(self._waiting, dtype=np.float64))
            norms = np.sqrt(np.add.reduceat(squares, self._starts, axis=1))
            self._sums[:] = np.cumsum(np.vstack((self._sums, norms)), axis=0)[-1]
            self._steps += len(self._waiting)
            self._waiting.clear()

    @contextlib.contextmanager
    def looking(self, images: int, most: int = MOST_IMAGES) -> Iterator[None]:
        """Look for dead channels while validation images run through the module inside the block.

        The hooks are removed however the block ends. The module should be in evaluation mode.

        Parameters
        ----------
        images : how many will come; every n-th is looked at
        most : so many are looked at at most
        """
        stride = math.ceil(images / most)
        with contextlib.ExitStack() as hooks:
            for row in self._rows:
                for relu in row.relus:
                    relu.begin(stride)
                    hooks.callback(self._module.register_forward_pre_hook(relu.begin_pass).remove)
                    hooks.callback(relu.module.register_forward_hook(relu).remove)
            yield

    def figures(self) -> tuple[LayerFigures, ...]:
        """Return the figures of the epoch that has ended: layers in the order of the module."""
        self._add_up()
        values = self._weight_values()
        gradients = iter(self._sums / max(1, self._steps))
        return tuple(self._figures(row, values[row.parameters], gradients) for row in self._rows)

    def _figures(self, row: _Row, values: np.ndarray, gradients: Iterator[float]) -> LayerFigures:
        """Return one layer's figures; ``values`` (n, 2) are the squared norms of its weights and of their update."""
        weights = [self._parameters[place] for place in row.parameters]
        squared, moved = values.sum(axis=0).tolist() if weights else (0.0, 0.0)
        channels, dead = (sum(counts) for counts in zip((0, 0), *(relu.counts() for relu in row.relus), strict=True))
        return LayerFigures(
            row.name, _short(math.sqrt(squared)), _short(next(gradients)) if weights else 0.0,
            _short(dead / channels) if channels else 0.0, _short(math.sqrt(moved / squared)) if squared else 0.0,
            sum(weight.numel() for weight in weights), channels, _are_alike(weights))

    def _weight_values(self) -> np.ndarray:
        """Return the squared norms (P, 2) of each parameter and of its update in this epoch, fetched at once."""
        norms: list[torch.Tensor] = list(torch._foreach_norm([p.detach() for p in self._parameters]))  # noqa: SLF001
        if self._before:
            now = [_sample(parameter) for parameter in self._parameters]
            moved = list(torch._foreach_norm(torch._foreach_sub(now, self._before)))  # noqa: SLF001
        else:
            moved = [torch.zeros_like(norm) for norm in norms]
        squares: np.ndarray = np.square(np.array(torch.stack([*norms, *moved]).tolist()).reshape(2, -1).T)
        squares[:, 1] *= [parameter.numel() / _sample_size(parameter) for parameter in self._parameters]
        return squares

    def state(self) -> dict[str, Any]:
        """Return what goes on in the middle of an epoch: tensors and numbers."""
        self._add_up()
        return {"sums": self._sums.tolist(), "steps": self._steps, "before": list(self._before)}

    def restore(self, state: Mapping[str, Any] | None) -> None:
        """Go on in the middle of an epoch from what `state` returned; None, of an earlier version, begins anew."""
        if state is None:
            return
        self._waiting.clear()
        self._sums[:] = state["sums"]
        self._steps = int(state["steps"])
        self._before = [saved.to(parameter.device) for saved, parameter in zip(
            state["before"], self._parameters, strict=False)]


def images_looked_at(train_images: int) -> int:
    """Return how many validation images may be looked at so that it takes under a hundredth of an epoch."""
    return min(MOST_IMAGES, max(_LEAST_IMAGES, train_images // _TRAINING_SHARE))


class _DeadWatch:
    """A forward hook that notes which channels of a ReLU are ever above 0.

    Networks of torchvision use one ReLU module several times in a pass, after convolutions of different widths
    (the bottlenecks of ResNet-50): each use has channels of its own.
    """

    def __init__(self, module: nn.Module, processes: Processes) -> None:
        self.module, self._processes = module, processes
        self.begin(1)

    def begin(self, stride: int) -> None:
        self._stride, self._use = stride, 0
        self._seen: list[int] = []
        self._sums: list[list[torch.Tensor]] = []

    def begin_pass(self, *_: object) -> None:
        """Count the uses from the first again: the next images enter the network."""
        self._use = 0

    def __call__(self, _module: nn.Module, _inputs: object, output: object) -> None:
        if not isinstance(output, torch.Tensor) or output.ndim < 2:
            return
        use, self._use = self._use, self._use + 1
        if use == len(self._sums):
            self._seen.append(0)
            self._sums.append([])
        chosen, self._seen[use] = self._processes.every(self._stride, self._seen[use], output.detach())
        if len(chosen) or not self._processes.is_alone:
            # Nothing a ReLU returns is negative, so that a sum of 0 means nothing but zeros; a sum is the quickest.
            # Over the images it is taken at the end: over all at once it is seven times as slow with channels last.
            self._sums[use].append(chosen.sum(dim=tuple(range(2, chosen.ndim))) if chosen.ndim > 2 else chosen.clone())

    def counts(self) -> tuple[int, int]:
        """Return how many channels there are, and how many of them were 0 all the time."""
        alive = [self._processes.total(torch.cat(sums).sum(dim=0)) > 0 for sums in self._sums if sums]
        channels = sum(map(len, alive))
        return channels, channels - sum(int(each.sum()) for each in alive)


def _rows(module: nn.Module, processes: Processes) -> list[_Row]:
    """Return the layers with weights that learn or with a ReLU, in the order of the module."""
    rows: dict[str, _Row] = {}
    place = 0
    known: set[int] = set()
    for path, submodule in module.named_modules():
        own = [parameter for parameter in submodule.parameters(recurse=False)
               if parameter.requires_grad and id(parameter) not in known]
        known.update(map(id, own))
        if own or isinstance(submodule, _RELUS):
            row = rows.setdefault(_key(module, path), _Row(layer_name(module, path) or type(submodule).__name__))
            row.parameters += range(place, place + len(own))
            row.relus += [_DeadWatch(submodule, processes)] if isinstance(submodule, _RELUS) else []
            place += len(own)
    return list(rows.values())


def _key(module: nn.Module, path: str) -> str:
    """Return what the modules of one layer have in common: the node where there are nodes, else the path."""
    short = path.removeprefix("layers.")
    has_nodes = isinstance(getattr(module, "names", None), Mapping) and short != path
    return short.partition(".")[0] if has_nodes else path


def _sample_size(parameter: nn.Parameter) -> int:
    return len(range(0, parameter.numel(), _spacing(parameter)))


def _spacing(parameter: nn.Parameter) -> int:
    return max(1, math.ceil(parameter.numel() / SAMPLE))


def _sample(parameter: nn.Parameter) -> torch.Tensor:
    """Return a copy of evenly spaced numbers of a tensor: (n,) with n of `SAMPLE` at most."""
    return parameter.detach().reshape(-1)[::_spacing(parameter)].clone()


def _are_alike(weights: Sequence[nn.Parameter]) -> bool:
    """Whether in every weight tensor with several output channels all of them have the very same numbers.

    The first 256 numbers of each channel are compared: with any random start not even two of them agree.
    """
    tensors = [weight.detach().flatten(1)[:, :_ALIKE_WIDTH] for weight in weights
               if weight.ndim > 1 and len(weight) > 1]
    return bool(tensors) and all(bool((tensor == tensor[0]).all()) for tensor in tensors)


def _short(number: float) -> float:
    """Keep six digits: enough to read and to judge, and a third of the room in a run's history."""
    return float(f"{number:.6g}") if math.isfinite(number) else 0.0
