"""torchvision's own modules up to their pooling, in the stages of our table, and what its files call their tensors."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import torch
from torch import Tensor, nn
from torch.overrides import TorchFunctionMode

from cnnstudio.errors import NetworkError
from cnnstudio.network.kinds.torchvision_plans import TorchvisionPlan
from cnnstudio.torch_network.torchvision_library import make_model
from cnnstudio.wording import translate

_COUNTER = "num_batches_tracked"
_LARGE = 4_000_000
_OLD_DENSE_LAYER = re.compile(r"(denselayer\d+\.(?:norm|conv))\.([12])\.")


def torchvision_stages(plan: TorchvisionPlan) -> Iterator[nn.Sequential]:
    """Yield the stages of a network with torch's default weights; nothing is downloaded.

    Raises
    ------
    MissingLibraryError
        When torchvision is absent or does not fit the torch that is installed.
    """
    with _WithoutDrawingDenseLayers():
        model = make_model(plan.name)
    for number, stage in enumerate(plan.stages):
        modules = [model.get_submodule(path) for path in stage.modules.split()]
        if plan.ends_with_relu and number == plan.stage_count - 1:
            modules.append(nn.ReLU())
        yield nn.Sequential(*modules)


def published_name(plan: TorchvisionPlan, name: str) -> str:
    """Return what torchvision calls the tensor that `torchvision_stages`, in a list, calls ``name``.

    ``"1.2.bn1.weight"``, module 2 of stage 1, is ``"layer1.1.bn1.weight"`` if that module is ``layer1.1`` there.
    """
    stage, module, rest = name.split(".", 2)
    return f"{plan.stages[int(stage)].modules.split()[int(module)]}.{rest}"


def with_present_names(tensors: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """Return the tensors of a file under the names that torchvision's modules have now.

    DenseNet's file of 2017 still says ``denselayer1.norm.1.weight`` for ``denselayer1.norm1.weight``.
    """
    return {_OLD_DENSE_LAYER.sub(r"\1\2.", name): tensor for name, tensor in tensors.items()}


def take_tensors(plan: TorchvisionPlan, target: Mapping[str, Tensor], published: Mapping[str, Tensor]) -> None:
    """Copy a file's tensors into those of a backbone's stages; files of before 2018 have no counters of batches.

    Raises
    ------
    NetworkError
        When one is missing or has another shape; the message names it.
    """
    with torch.no_grad():
        for name, kept in target.items():
            wanted = published_name(plan, name)
            given = published.get(wanted)
            if given is None and name.endswith(_COUNTER):
                kept.zero_()
                continue
            if given is None or given.shape != kept.shape:
                raise NetworkError(translate(
                    "torch_network", "The file of {plan}'s weights holds no {wanted} of shape {shape}: it belongs to "
                    "another network.", plan=plan.title, wanted=wanted, shape=tuple(kept.shape)))
            kept.copy_(given)


class _WithoutDrawingDenseLayers(TorchFunctionMode):
    """Leaves huge tensors undrawn: only dense layers have them, and those are thrown away at once."""

    def __torch_function__(self, function: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        """Skip the functions of ``nn.init`` that draw, for tensors of more than four million values."""
        given = kwargs or {}
        if getattr(function, "__module__", "") == "torch.nn.init":
            tensor = given["tensor"] if "tensor" in given else args[0]
            if tensor.numel() > _LARGE:
                return tensor
        return function(*args, **given)
