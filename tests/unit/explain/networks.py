"""Small networks for the explainer tests, and float64 maps calculated without hooks to compare with."""

import copy
from collections.abc import Callable

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as tf

Activations = dict[str, Tensor]
Walk = Callable[[nn.Module, Tensor], tuple[Activations, Tensor]]


def seeded(seed: int, make: Callable[[], nn.Module]) -> nn.Module:
    """Build a network with its own seed and with normalisation statistics that are not 0 and 1."""
    with torch.random.fork_rng():
        torch.manual_seed(seed)
        network = make()
        for part in network.modules():
            if isinstance(part, nn.BatchNorm2d):
                part.running_mean.normal_(0, 0.3)
                part.running_var.uniform_(0.5, 2)
                part.weight.data.uniform_(0.5, 1.5)
                part.bias.data.normal_(0, 0.3)
    return network


def image(channels: int = 3, height: int = 16, width: int = 16, seed: int = 0) -> Tensor:
    return torch.randn(1, channels, height, width, generator=torch.Generator().manual_seed(seed))


def plain() -> nn.Sequential:
    """Convolution, in-place ReLU, normalisation, in-place ReLU, pooling, dropout, dense."""
    return nn.Sequential(
        nn.Conv2d(3, 8, 3, padding=1), nn.ReLU(inplace=True), nn.Conv2d(8, 12, 3, padding=1), nn.BatchNorm2d(12),
        nn.ReLU(inplace=True), nn.MaxPool2d(2), nn.Dropout(0.5), nn.Flatten(), nn.Linear(12 * 8 * 8, 5))


def signed() -> nn.Sequential:
    """Activations that stay negative, not square, grey."""
    return nn.Sequential(
        nn.Conv2d(1, 6, 3), nn.Tanh(), nn.Conv2d(6, 10, 3, stride=2, groups=2), nn.ELU(inplace=True),
        nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(10, 4))


class Residual(nn.Module):
    """One block that adds in place and activates in place, as torchvision's ResNet does."""

    def __init__(self) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(3, 8, 3, padding=1)
        self.bn1 = nn.BatchNorm2d(8)
        self.conv2 = nn.Conv2d(8, 8, 3, padding=1)
        self.bn2 = nn.BatchNorm2d(8)
        self.relu = nn.ReLU(inplace=True)
        self.fc = nn.Linear(8, 5)

    def forward(self, images: Tensor) -> Tensor:
        identity = self.relu(self.bn1(self.conv1(images)))
        out = self.bn2(self.conv2(identity))
        out += identity
        return self.fc(self.relu(out).mean(dim=(2, 3)))


def walk_sequential(network: nn.Module, images: Tensor) -> tuple[Activations, Tensor]:
    """Run a Sequential one layer after the other, each on a copy of what came before."""
    activations: Activations = {}
    for name, layer in network.named_children():
        activations[name] = images = layer(images.clone())
    return activations, images


def walk_residual(network: nn.Module, images: Tensor) -> tuple[Activations, Tensor]:
    """Do the arithmetic of `Residual`, nothing in place."""
    a: Activations = {"conv1": network.conv1(images)}
    a["bn1"] = network.bn1(a["conv1"])
    identity = tf.relu(a["bn1"])
    a["conv2"] = network.conv2(identity)
    a["bn2"] = network.bn2(a["conv2"])
    a["relu"] = tf.relu(a["bn2"] + identity)
    return a, network.fc(a["relu"].mean(dim=(2, 3)))


def walk_resnet18(network: nn.Module, images: Tensor) -> tuple[Activations, Tensor]:
    """Do the arithmetic of torchvision's resnet18, nothing in place."""
    a: Activations = {"conv1": network.conv1(images)}
    a["bn1"] = network.bn1(a["conv1"])
    x = network.maxpool(tf.relu(a["bn1"]))
    for stage in ("layer1", "layer2", "layer3", "layer4"):
        for number, block in getattr(network, stage).named_children():
            identity = x if block.downsample is None else block.downsample(x)
            inner = tf.relu(block.bn1(block.conv1(x)))
            a[f"{stage}.{number}.conv2"] = block.conv2(inner)
            a[f"{stage}.{number}.bn2"] = block.bn2(a[f"{stage}.{number}.conv2"])
            a[f"{stage}.{number}"] = x = tf.relu(a[f"{stage}.{number}.bn2"] + identity)
        a[stage] = x
    return a, network.fc(network.avgpool(x).flatten(1))


def reference_maps(network: nn.Module, walk: Walk, images: Tensor, target: int) -> dict[str, np.ndarray]:
    """Return layer -> signed (h, w) Grad-CAM in float64, from the formula, with retain_grad and without hooks."""
    double = copy.deepcopy(network).double().eval()
    activations, logits = walk(double, images.double())
    maps = {name: tensor for name, tensor in activations.items() if tensor.ndim == 4}
    for tensor in maps.values():
        tensor.retain_grad()
    logits[0, target].backward()
    return {name: _formula(tensor.detach().numpy()[0], tensor.grad.numpy()[0]) for name, tensor in maps.items()}


def _formula(activations: np.ndarray, gradients: np.ndarray) -> np.ndarray:
    weights = gradients.reshape(len(gradients), -1).mean(axis=1)
    return np.einsum("k,khw->hw", weights, activations)


def relative_error(measured: np.ndarray, truth: np.ndarray) -> float:
    """Largest difference as a share of the largest true value."""
    return float(np.abs(measured - truth).max() / np.abs(truth).max())
