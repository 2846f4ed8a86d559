"""The text of a pretrained network's classes in exported files, which have the program's names of weights."""

import re
import textwrap
from collections.abc import Mapping, Sequence
from typing import Any

from cnnstudio.network.kinds.backbone import Plan, frozen_stages, plan_of
from cnnstudio.network.kinds.backbone_plans import BACKBONE_PLANS, BackbonePlan
from cnnstudio.network.kinds.torchvision_plans import TorchvisionPlan
from cnnstudio.network.kinds.torchvision_table import TORCHVISION_PLANS
from cnnstudio.network.layer_kinds import Shape


def backbone_constructor(_inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> str:
    """Return the text that makes a backbone's module."""
    return f"{_class_name(plan_of(parameters))}(frozen_stages={frozen_stages(parameters)})"


def _class_name(plan: Plan) -> str:
    return "".join(part for part in re.split(r"[^A-Za-z0-9]", plan.title) if part)


def _torchvision_network(plan: TorchvisionPlan) -> str:
    rows = "\n".join(line for stage in plan.stages for line in _stage_lines(stage.modules))
    relu = "\n        self.stages[-1].append(nn.ReLU())" if plan.ends_with_relu else ""
    return f'''\
class {_class_name(plan)}(nn.Module):
    """torchvision's {plan.title} up to its pooling; its weights are not in this file."""

    # torchvision's modules in stages: a stage begins where the maps become smaller
    STAGES = (
{rows}
    )

    def __init__(self, frozen_stages: int) -> None:
        super().__init__()
        model = torchvision.models.get_model("{plan.name}", weights=None)
        self.stages = nn.ModuleList(
            nn.Sequential(*(model.get_submodule(path) for path in paths.split()))
            for paths in self.STAGES){relu}
        self.frozen_stages = frozen_stages
        self.stages[:frozen_stages].requires_grad_(False)
{_RUNNING.format(name=_class_name(plan))}'''


def _stage_lines(modules: str) -> list[str]:
    """Return the text of one stage's paths, in as many lines as it takes."""
    lines = textwrap.wrap(modules, 84)
    texts = [f'        "{line}{" " if number < len(lines) - 1 else ""}"' for number, line in enumerate(lines)]
    return [*texts[:-1], texts[-1] + ","]


_RUNNING = '''
    def forward(self, images: Tensor) -> Tensor:
        for stage in self.stages:
            images = stage(images)
        return images

    def train(self, mode: bool = True) -> "{name}":
        super().train(mode)
        self.stages[:self.frozen_stages].eval()
        return self'''


def _rows(plan: BackbonePlan) -> str:
    """Return the table of its stages: channels, channels after, expansion, kernel size, stride, repeats."""
    rows = ((stage[0].channels, stage[0].out_channels, stage[0].expansion, stage[0].kernel_size, stage[0].stride,
             len(stage)) for stage in plan.stages)
    return "\n".join(f"        {row}," for row in rows)


def _network(plan: BackbonePlan) -> str:
    return f'''\
class {_class_name(plan)}(nn.Module):
    """{plan.title} up to its pooling; its weights are not in this file."""

    # channels, channels after, expansion, kernel size, stride, repeats
    STAGES = (
{_rows(plan)}
    )

    def __init__(self, frozen_stages: int) -> None:
        super().__init__()
        stages = [nn.Sequential(
            SameConvolution(3, {plan.stem}, 3, 2), nn.BatchNorm2d({plan.stem}, eps={plan.epsilon}), nn.ReLU6())]
        for channels, after, expansion, kernel_size, stride, repeats in self.STAGES:
            blocks = [InvertedResidual(channels, after, expansion, kernel_size, stride)]
            for _ in range(repeats - 1):
                blocks.append(InvertedResidual(after, after, expansion, kernel_size, 1))
            stages.append(nn.Sequential(*blocks))
        stages.append(nn.Sequential(
            SameConvolution(after, {plan.head}, 1), nn.BatchNorm2d({plan.head}, eps={plan.epsilon}), nn.ReLU6()))
        self.stages = nn.ModuleList(stages)
        self.frozen_stages = frozen_stages
        self.stages[:frozen_stages].requires_grad_(False)
{_RUNNING.format(name=_class_name(plan))}'''


_PARTS = {
    "SameConvolution": '''\
class SameConvolution(nn.Conv2d):
    """A convolution without bias and with TensorFlow's padding "same"."""

    def __init__(self, channels: int, after: int, kernel_size: int, stride: int = 1,
                 groups: int = 1) -> None:
        padding = kernel_size // 2 if stride == 1 else 0
        super().__init__(channels, after, kernel_size, stride=stride, padding=padding,
                         groups=groups, bias=False)

    def forward(self, images: Tensor) -> Tensor:
        if self.stride[0] == 1:
            return super().forward(images)
        height, width = (self.missing(size) for size in images.shape[2:])
        zeros = (width // 2, width - width // 2, height // 2, height - height // 2)
        return super().forward(nn.functional.pad(images, zeros))

    def missing(self, size: int) -> int:
        stride = self.stride[0]
        return max((-(-size // stride) - 1) * stride + self.kernel_size[0] - size, 0)''',
    "InvertedResidual": '''\
class InvertedResidual(nn.Module):
    """Widen, filter each channel by itself, narrow; with a shortcut where the shape stays."""

    def __init__(self, channels: int, after: int, expansion: int, kernel_size: int,
                 stride: int) -> None:
        super().__init__()
        inner = channels * expansion
        layers = [SameConvolution(channels, inner, 1), nn.BatchNorm2d(inner, eps=0.001), nn.ReLU6()]
        self.layers = nn.Sequential(
            *(layers if expansion != 1 else []),
            SameConvolution(inner, inner, kernel_size, stride, groups=inner),
            nn.BatchNorm2d(inner, eps=0.001), nn.ReLU6(),
            SameConvolution(inner, after, 1), nn.BatchNorm2d(after, eps=0.001))
        self.has_shortcut = stride == 1 and channels == after

    def forward(self, images: Tensor) -> Tensor:
        result = self.layers(images)
        return images + result if self.has_shortcut else result''',
}

BACKBONE_MODULES: Mapping[str, str] = (
    _PARTS | {_class_name(plan): _network(plan) for plan in BACKBONE_PLANS.values()}
    | {_class_name(plan): _torchvision_network(plan) for plan in TORCHVISION_PLANS.values()})
"""Class name -> its text, each after those it needs."""
