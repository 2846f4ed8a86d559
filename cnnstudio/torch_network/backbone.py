"""The torch module of a pretrained network: its convolutions in stages, of which the first may be frozen."""

from collections.abc import Iterable, Mapping
from typing import Any, Self

import torch
from torch import Tensor, nn
from torch.nn import functional

from cnnstudio.network.kinds.backbone import Plan, frozen_stages, plan_of
from cnnstudio.network.kinds.backbone_plans import BackbonePlan, Block
from cnnstudio.torch_network.pretrained import downloaded_weights, pretrained_weights
from cnnstudio.torch_network.torchvision_backbone import take_tensors, torchvision_stages

RATE_FACTOR = "rate_factor"
"""Attribute of a weight: how much of the training's learning rate it takes (see `training.optimizers`)."""


class SameConvolution(nn.Conv2d):
    """A convolution without bias and with TensorFlow's padding *same*: (N, C, H, W) -> H and W over stride, up.

    With a stride the zeros depend on the image's size, and the odd one lies at the right and at the bottom
    (tensorflow.org/api_docs/python/tf/nn, "Notes on padding").
    """

    def __init__(self, in_channels: int, out_channels: int, kernel_size: int, stride: int = 1, *,
                 groups: int = 1) -> None:
        even = kernel_size // 2 if stride == 1 else 0
        super().__init__(in_channels, out_channels, kernel_size, stride=stride, padding=even, groups=groups, bias=False)

    def forward(self, images: Tensor) -> Tensor:
        """Pad where the padding is not the same on all sides, and convolve."""
        if self.stride[0] == 1:
            return super().forward(images)
        (top, bottom), (left, right) = (self._zeros(size) for size in images.shape[2:])
        return super().forward(functional.pad(images, (left, right, top, bottom)))

    def _zeros(self, size: int) -> tuple[int, int]:
        """Return the zeros before and behind an axis."""
        missing = max((-(-size // self.stride[0]) - 1) * self.stride[0] + self.kernel_size[0] - size, 0)
        return missing // 2, missing - missing // 2


class InvertedResidual(nn.Module):
    """Widen, filter each channel by itself, narrow; the shortcut is added where the shape stays (Sandler, 2018)."""

    def __init__(self, block: Block, epsilon: float) -> None:
        super().__init__()
        inner = block.inner_channels
        widened = () if block.expansion == 1 else _activated(block.channels, inner, 1, epsilon)
        self.layers = nn.Sequential(
            *widened,
            *_activated(inner, inner, block.kernel_size, epsilon, stride=block.stride, groups=inner),
            SameConvolution(inner, block.out_channels, 1),
            nn.BatchNorm2d(block.out_channels, eps=epsilon))
        self.has_shortcut = block.has_shortcut

    def forward(self, images: Tensor) -> Tensor:
        """Map (N, C, H, W) to (N, C', H / stride, W / stride)."""
        result: Tensor = self.layers(images)
        return images + result if self.has_shortcut else result


class Backbone(nn.Module):
    """A published network without its pooling and its dense layers: (N, 3, H, W) -> (N, C, H', W').

    Images are normalised as its plan says; C, H' and W' are the plan's.

    Frozen stages learn nothing: their weights want no gradient and their batch normalisation stays in evaluation
    mode, also while the network trains.

    Attributes
    ----------
    stages : from the image on, as many as the plan says
    weights_name : what `take_starting_weights` gives it, ``"imagenet"`` or ``"none"``
    frozen : how many stages keep their weights
    """

    def __init__(self, parameters: Mapping[str, Any]) -> None:
        super().__init__()
        self.plan: Plan = plan_of(parameters)
        self.weights_name: str = parameters["weights"]
        self.frozen = frozen_stages(parameters)
        self.stages = nn.ModuleList(_stages(self.plan))
        for stage in self.stages[:self.frozen]:
            stage.requires_grad_(False)
        for weight in self.stages[self.frozen:].parameters():
            setattr(weight, RATE_FACTOR, parameters["rate_factor"])

    @property
    def is_pretrained(self) -> bool:
        """Whether it starts with published weights."""
        return self.weights_name != "none"

    def forward(self, images: Tensor) -> Tensor:
        """Return the last feature map, before the pooling."""
        for stage in self.stages:
            images = stage(images)
        return images

    def train(self, mode: bool = True) -> Self:
        """Set the mode of the stages that learn; frozen ones stay in evaluation mode."""
        super().train(mode)
        for stage in self.stages[:self.frozen]:
            stage.eval()
        return self

    def take_starting_weights(self) -> None:
        """Take over the published weights, where the layer asks for them.

        Raises
        ------
        NetworkError
            When the package with them is missing, they were not downloaded, or a file is not the one that was
            published.
        """
        if not self.is_pretrained:
            return
        if not isinstance(self.plan, BackbonePlan):
            take_tensors(self.plan, self.stages.state_dict(), downloaded_weights(self.plan.name))
            return
        own = self.state_dict()
        with torch.no_grad():
            for (name, target), source in zip(own.items(), pretrained_weights(self.plan.name), strict=True):
                target.copy_(_fitting(name, target, source))


def _fitting(name: str, target: Tensor, source: Tensor) -> Tensor:
    if target.shape != source.shape:
        raise ValueError(f"{name} is {tuple(target.shape)}, but the published weights have {tuple(source.shape)} there")
    return source


def _stages(plan: Plan) -> Iterable[nn.Sequential]:
    if not isinstance(plan, BackbonePlan):
        yield from torchvision_stages(plan)
        return
    yield nn.Sequential(*_activated(3, plan.stem, 3, plan.epsilon, stride=2))
    for blocks in plan.stages:
        yield nn.Sequential(*(InvertedResidual(block, plan.epsilon) for block in blocks))
    yield nn.Sequential(*_activated(plan.stages[-1][-1].out_channels, plan.head, 1, plan.epsilon))


def _activated(channels: int, out_channels: int, kernel_size: int, epsilon: float, *, stride: int = 1,
               groups: int = 1) -> tuple[nn.Module, ...]:
    return (SameConvolution(channels, out_channels, kernel_size, stride, groups=groups),
            nn.BatchNorm2d(out_channels, eps=epsilon), nn.ReLU6())
