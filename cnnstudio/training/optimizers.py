"""The table of optimisers: what each is called, which settings it reads, and how it is made."""

import functools
import inspect
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from cnnstudio.errors import InputError
from cnnstudio.training.config import OptimizerName, TrainConfig
from cnnstudio.wording import translate

if TYPE_CHECKING:
    import torch


@dataclass(frozen=True, slots=True)
class OptimizerInfo:
    """One row: an optimiser a user can choose."""

    name: OptimizerName
    title: str
    settings: Mapping[str, str]
    """Field of `TrainConfig` that it reads -> argument of the class in ``torch.optim``."""
    torch_name: str
    help: str


def _row(name: OptimizerName, title: str, torch_name: str, *settings: str, text: str) -> OptimizerInfo:
    arguments = {"learning_rate": "lr"} | {setting: setting for setting in settings}
    return OptimizerInfo(name, title, MappingProxyType(arguments), torch_name, text)


OPTIMIZERS: tuple[OptimizerInfo, ...] = (
    _row("sgd", "SGD", "SGD", "momentum", "nesterov", "weight_decay",
         text="Steps along the gradient, with momentum. Needs a good learning rate; 0.01 is a usual start."),
    _row("adam", "Adam", "Adam", "weight_decay",
         text="Scales each weight's step by its recent gradients (Kingma and Ba, 2015). 0.001 is a usual start."),
    _row("adamw", "AdamW", "AdamW", "weight_decay",
         text="Adam with the weight decay kept apart from the gradient (Loshchilov and Hutter, 2019)."),
    _row("rmsprop", "RMSprop", "RMSprop", "momentum", "weight_decay",
         text="Scales each weight's step by its recent gradients (Tieleman and Hinton, 2012). A usual start is 0.001 "
              "without momentum, 0.0001 with 0.9."),
)

_WRAPPED_FOR_COMPILER = ("add_param_group", "zero_grad", "state_dict", "load_state_dict", "step")


def optimizer_info(name: str) -> OptimizerInfo:
    """Return the row called ``name``; InputError listing the names when there is none."""
    for info in OPTIMIZERS:
        if info.name == name:
            return info
    raise InputError(translate(
        "training", "There is no optimiser {name!r}. Choose one of {optimizers}.", name=name,
        optimizers=', '.join(row.name for row in OPTIMIZERS)))


def weight_copies(config: TrainConfig) -> int:
    """Return how many numbers a training keeps for each weight besides it and its gradient.

    The optimiser's means of gradients and squares or its momentum, the gathered gradients, the average of the weights.
    """
    others = (config.accumulation > 1) + (config.average_decay > 0)
    if config.optimizer in ("adam", "adamw"):
        return others + 2
    return others + (config.optimizer == "rmsprop") + (config.momentum > 0)


def build_optimizer(parameters: "Iterable[torch.nn.Parameter]", config: TrainConfig) -> "torch.optim.Optimizer":
    """Make the optimiser of ``config`` over the parameters that learn.

    Parameters with an attribute ``rate_factor`` take that much of the learning rate: each such factor has a group of
    its own, which knows it as ``"rate_factor"``. The fused versions do the arithmetic of all layers in one pass, which
    takes a quarter of the time for a small network.
    """
    import torch

    info = optimizer_info(config.optimizer)
    factory: Callable[..., torch.optim.Optimizer] = _without_compiler(getattr(torch.optim, info.torch_name))
    return factory(_groups(parameters, config.learning_rate), **_speed(info), **_arguments(info, config))


def _groups(parameters: "Iterable[torch.nn.Parameter]", rate: float) -> list[dict[str, Any]]:
    """Return the parameters that learn by their share of the learning rate."""
    groups: dict[float, list[torch.nn.Parameter]] = {}
    for parameter in parameters:
        if parameter.requires_grad:
            groups.setdefault(getattr(parameter, "rate_factor", 1.0), []).append(parameter)
    return [{"params": members, "lr": rate * factor, "rate_factor": factor} for factor, members in groups.items()]


def _arguments(info: OptimizerInfo, config: TrainConfig) -> dict[str, Any]:
    """Return what the class in ``torch.optim`` is given; it refuses Nesterov without a momentum to look ahead along."""
    arguments = {argument: getattr(config, field) for field, argument in info.settings.items()}
    return arguments if config.momentum else arguments | {name: False for name in arguments if name == "nesterov"}


def _speed(info: OptimizerInfo) -> dict[str, bool]:
    """Return what makes torch do all layers at once; RMSprop has no fused version."""
    return {"foreach": True} if info.name == "rmsprop" else {"fused": True}


@functools.cache
def _without_compiler(kind: "type[torch.optim.Optimizer]") -> "type[torch.optim.Optimizer]":
    """Return an optimiser's class that does the same arithmetic and leaves ``torch.compile`` out of the process.

    torch wraps these methods for its compiler, and the first call imports that: 900 modules and up to 150 MB. Nothing
    here is ever compiled. Should torch wrap them otherwise one day, they are taken as they are and cost the memory.
    """
    import torch

    methods = {name: inspect.unwrap(getattr(kind, name)) for name in _WRAPPED_FOR_COMPILER}
    methods["step"] = torch.no_grad()(methods["step"])  # one of the wrappers switched gradients off
    return type(kind.__name__, (kind,), methods)
