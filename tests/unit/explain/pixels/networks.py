"""Networks and questions for the tests of methods that ask the whole network."""

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as tf

from cnnstudio.explain.pixels.fills import Filler
from cnnstudio.explain.pixels.question import Question
from cnnstudio.explain.target import ExactTarget
from tests.unit.explain.networks import image, seeded

MEAN, STD = np.array([0.4, 0.5, 0.6]), np.array([0.2, 0.25, 0.3])


class Functional(nn.Module):
    """The arithmetic of `modular`, with ReLU as a function, in place and as one module that runs twice."""

    def __init__(self) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(3, 6, 3, padding=1)
        self.conv2 = nn.Conv2d(6, 6, 3, padding=1)
        self.conv3 = nn.Conv2d(6, 8, 3, padding=1)
        self.fc = nn.Linear(8, 4)
        self.shared = nn.ReLU()

    def forward(self, images: Tensor) -> Tensor:
        values = torch.relu_(self.conv1(images))
        values = self.shared(self.conv2(values))
        values = tf.relu(self.conv3(self.shared(values)))
        return self.fc(values.mean(dim=(2, 3)))


class _Mean(nn.Module):
    def forward(self, images: Tensor) -> Tensor:
        return images.mean(dim=(2, 3))


def modular(functional: Functional) -> nn.Sequential:
    """Return the same weights behind modules of their own."""
    return nn.Sequential(functional.conv1, nn.ReLU(), functional.conv2, nn.ReLU(), functional.conv3, nn.ReLU(), _Mean(),
                         functional.fc)


def smooth() -> nn.Sequential:
    """Build a network without kinks."""
    return nn.Sequential(nn.Conv2d(3, 6, 3), nn.SiLU(), nn.Conv2d(6, 6, 3, stride=2), nn.GELU(),
                         nn.AdaptiveAvgPool2d(2), nn.Flatten(), nn.Linear(24, 4))


def ask(network: nn.Module, pixels: Tensor | None = None, target: int = 1, **more) -> Question:
    """Ask why a class has its score."""
    return Question(network, image() if pixels is None else pixels, ExactTarget("logit", target, **more))


def functional() -> Functional:
    network = seeded(5, Functional)
    assert isinstance(network, Functional)
    return network


def filler(pixels: Tensor) -> Filler:
    channels = pixels.shape[1]
    return Filler(pixels, MEAN[:channels], STD[:channels])
