"""Works out the table of torchvision's networks as backbones by running them.

``python -m tests.helpers.torchvision_table`` writes ``cnnstudio/network/kinds/torchvision_table.py`` anew;
with ``--check`` it only says whether that would change it.
"""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.autograd.graph import saved_tensors_hooks
from torch.utils.flop_counter import FlopCounterMode
from torchvision import models

from cnnstudio.torch_network.torchvision_models import WeightsWithoutValues

TARGET = Path(__file__).parents[2] / "cnnstudio" / "network" / "kinds" / "torchvision_table.py"
TITLES = {
    "resnet18": "ResNet-18", "resnet34": "ResNet-34", "resnet50": "ResNet-50", "mobilenet_v2": "MobileNetV2",
    "mobilenet_v3_small": "MobileNetV3-Small", "mobilenet_v3_large": "MobileNetV3-Large",
    "efficientnet_b0": "EfficientNet-B0", "regnet_y_400mf": "RegNetY-400MF", "shufflenet_v2_x1_0": "ShuffleNetV2",
    "squeezenet1_1": "SqueezeNet 1.1", "convnext_tiny": "ConvNeXt-Tiny", "densenet121": "DenseNet-121",
    "vgg11": "VGG-11", "vgg16": "VGG-16"}
CONTAINERS = ("features", "layers", "trunk_output")
ENDS = ("avgpool", "classifier", "fc")
PLACES = ((2, 65, 97), (2, 99, 71), (3, 91, 64), (2, 131, 75), (4, 113, 129))


def feature_modules(model: nn.Module) -> Iterator[tuple[str, nn.Module]]:
    """Yield the modules before the pooling with their paths; those of containers one by one."""
    for name, child in model.named_children():
        if name in ENDS:
            return
        if name in CONTAINERS:
            yield from ((f"{name}.{path}", part) for path, part in child.named_children())
        else:
            yield name, child


def without_values(name: str) -> nn.Module:
    """Return a model whose tensors have shapes and no memory, so that running it takes no time."""
    with WeightsWithoutValues():
        model: nn.Module = models.get_model(name, weights=None)
    return model.to("meta")


def stages(name: str, model: nn.Module) -> list[list[tuple[str, nn.Module]]]:
    """Divide the feature part: a stage begins where the maps become smaller."""
    found: list[list[tuple[str, nn.Module]]] = [[]]
    images = torch.zeros(1, 3, 224, 224, device="meta")
    for path, module in feature_modules(model):
        with torch.no_grad():
            after = module(images)
        if after.shape[2:] != images.shape[2:] and found[-1]:
            found.append([])
        found[-1].append((path, module))
        images = after
    if ends_with_relu(name):
        found[-1].append(("", nn.ReLU()))
    return found


def ends_with_relu(name: str) -> bool:
    """Whether the model's own ``forward`` applies a ReLU before the pooling, as densenet's does."""
    return name.startswith("densenet")


def weights_of(stage: Sequence[tuple[str, nn.Module]]) -> int:
    return sum(weight.numel() for _, module in stage for weight in module.parameters())


def reductions(stage: nn.Module, images: Tensor) -> tuple[list[Any], int]:
    """Return the windows that make maps smaller, and how far those that do not reach."""
    found: list[Any] = []
    reach = 0

    def look(module: nn.Module, given: tuple[Tensor, ...], made: Tensor) -> None:
        nonlocal reach
        if not isinstance(module, (nn.Conv2d, nn.MaxPool2d, nn.AvgPool2d)) or given[0].shape[2:] == (1, 1):
            return
        kernel, stride, padding = (_one(getattr(module, key)) for key in ("kernel_size", "stride", "padding"))
        if made.shape[2:] != given[0].shape[2:]:
            found.append((kernel, stride, padding, bool(getattr(module, "ceil_mode", False)), given[0].shape[2]))
        elif stride == 1:
            reach += kernel - 1

    handles = [part.register_forward_hook(look) for part in stage.modules()]
    with torch.no_grad():
        stage(images)
    for handle in handles:
        handle.remove()
    return found, reach


def _one(value: Any) -> int:
    return int(value) if isinstance(value, int) else int(value[0])


@dataclass
class Passed:
    """What one stage saw and what autograd kept for it, for one batch."""

    arriving: Tensor
    leaving: Tensor
    products: int
    kept: int = 0
    kept_first: int = 0
    keeps_output: bool = False


def passed(parts: Sequence[nn.Module], images: Tensor) -> list[Passed]:
    """Run a batch through the stages one by one."""
    found = []
    for number, part in enumerate(parts):
        with FlopCounterMode(display=False) as counter, torch.no_grad():
            leaving = part.eval()(images)
        here = Passed(images, leaving, counter.get_total_flops() // 2)
        is_last = number == len(parts) - 1
        here.kept, here.keeps_output = kept_by(part.train(), _wanting(images), counts_leaving=not is_last)
        here.kept_first, _ = kept_by(part, images.clone(), counts_leaving=not is_last, counts_arriving=number > 0)
        found.append(here)
        images = leaving.clone()
    return found


def kept_by(part: nn.Module, images: Tensor, *, counts_leaving: bool,
            counts_arriving: bool = False) -> tuple[int, bool]:
    """Return what autograd keeps, each storage once, besides weights; and whether it keeps what leaves.

    What leaves counts where a stage follows, which keeps it; what arrives only where that is asked for.
    """
    own = {_place(tensor) for tensor in [*part.parameters(), *part.buffers()]}
    kept: dict[int, Tensor] = {}

    def pack(tensor: Tensor) -> Tensor:
        if _place(tensor) not in own:
            kept[_place(tensor)] = tensor
        return tensor

    with saved_tensors_hooks(pack, lambda tensor: tensor):
        leaving = part(images)
    keeps_output = _place(leaving) in kept
    if not counts_arriving:
        kept.pop(_place(images), None)
    kept.pop(_place(leaving), None)
    if counts_leaving:
        kept[_place(leaving)] = leaving
    return sum(tensor.untyped_storage().nbytes() for tensor in kept.values()), keeps_output


def _place(tensor: Tensor) -> int:
    """Return what tells storages apart, also those without memory."""
    return int(tensor.untyped_storage()._cdata)  # there is no public name for it


def fitted(rows: Sequence[Sequence[int]], values: Sequence[int]) -> list[int]:
    """Solve for whole numbers, and insist that they explain every value."""
    solution, _, rank, _ = np.linalg.lstsq(np.asarray(rows, float), np.asarray(values, float), rcond=None)
    assert rank == np.asarray(rows).any(axis=0).sum(), rows
    whole = [round(number) for number in solution]
    assert (np.asarray(rows) @ np.asarray(whole) == np.asarray(values)).all(), (rows, values, solution)
    return whole


def least_side(parts: Sequence[nn.Module]) -> int:
    """Return the smallest side from 32 on at which it runs."""
    for side in range(32, 224):
        try:
            _run(parts, torch.zeros(1, 3, side, side, device="meta"))
        except RuntimeError:
            continue
        return side
    raise AssertionError("no side is large enough")


def _run(parts: Sequence[nn.Module], images: Tensor) -> Tensor:
    with torch.no_grad():
        for part in parts:
            images = part(images)
    return images


def rendered(name: str) -> str:
    """Return the row of one network."""
    print(name, file=sys.stderr, flush=True)
    divided = stages(name, without_values(name).eval())
    parts = [nn.Sequential(*(module for _, module in stage)) for stage in divided]
    runs = [passed(parts, torch.rand(count, 3, height, width, device="meta")) for count, height, width in PLACES]
    lines = [line for number, stage in enumerate(divided)
             for line in _stage_lines(stage, parts[number], [run[number] for run in runs])]
    keeps_output = runs[0][-1].keeps_output
    least = least_side([part.eval() for part in parts])
    side = models.get_model_weights(name)["IMAGENET1K_V1"].transforms().crop_size[0]
    return "\n".join([
        f'    TorchvisionPlan("{name}", "{TITLES[name]}", least_side={least}, side={side},',
        f"                    ends_with_relu={ends_with_relu(name)}, keeps_output={keeps_output}, stages=(", *lines,
        "    )),"])


def _stage_lines(stage: Sequence[tuple[str, nn.Module]], part: nn.Module, runs: Sequence[Passed]) -> list[str]:
    windows, reach = reductions(part.eval(), runs[0].arriving)
    assert len({window[4] for window in windows}) < 2, (stage[0][0], windows)
    kernel, stride, padding, rounds_up, _ = max(windows, default=(1, 1, 0, False, 0))
    rows = [[len(run.arriving) * run.arriving[0, 0].numel() * bool(windows),
             len(run.leaving) * run.leaving[0, 0].numel(), len(run.arriving)] for run in runs]
    work = fitted(rows, [run.products for run in runs])
    kept = fitted([[*row, 1] for row in rows], [run.kept for run in runs])
    first = fitted([[*row, 1] for row in rows], [run.kept_first for run in runs])
    paths = " ".join(path for path, _ in stage if path)
    rounding = ", rounds_up=True" if rounds_up else ""
    return [*_wrapped(paths), f"              {runs[0].leaving.shape[1]}, {weights_of(stage)}, "
            f"Reduction({kernel}, {stride}, {padding}{rounding}), {work[0]}, {work[1]}, {work[2]}, {reach},",
            f"              Kept({', '.join(map(str, kept))}), Kept({', '.join(map(str, first))})),"]


def _wrapped(paths: str) -> list[str]:
    lines, line = [], ""
    for path in paths.split():
        if len(line) + len(path) > 90:
            lines.append(line + " ")
            line = path
        else:
            line = f"{line} {path}".lstrip()
    lines.append(line)
    return [f'        {"Stage(" if not row else "      "}"{text}"{"," if row == len(lines) - 1 else ""}'
            for row, text in enumerate(lines)]


def _wanting(values: Tensor) -> Tensor:
    """Return values as another layer would give them that learns."""
    return values.clone().requires_grad_() * 1.0


HEAD = '''\
"""The stages of torchvision's networks, worked out by ``python -m tests.helpers.torchvision_table``, not by hand."""

from types import MappingProxyType

from cnnstudio.network.kinds.torchvision_plans import Kept, Reduction, Stage, TorchvisionPlan

_PLANS = (
'''
TAIL = ''')

TORCHVISION_PLANS: MappingProxyType[str, TorchvisionPlan] = MappingProxyType({plan.name: plan for plan in _PLANS})
"""torchvision's networks by name, in the order in which forms show them."""
'''


def table() -> str:
    """Return the text of the file."""
    torch.manual_seed(0)
    return HEAD + "\n".join(rendered(name) for name in TITLES) + "\n" + TAIL


if __name__ == "__main__":
    text = table()
    if "--check" not in sys.argv:
        TARGET.write_text(text)
    print("the table is as it is written" if TARGET.read_text() == text else "the table would change")
