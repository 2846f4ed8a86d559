"""One small training step on a device, held against the same step on the CPU with twice the digits, and its time."""

import math
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

import torch
from torch import nn
from torch.nn import functional

from cnnstudio.errors import JobCancelledError
from cnnstudio.training.devices import DeviceInfo
from cnnstudio.wording import translate

TOLERANCE = 1e-3
"""Largest relative difference of loss and weights that counts as the same: ten times what float32 on GPUs shows."""
_IMAGES, _CHANNELS, _FILTERS, _SIDE, _CLASSES = 32, 3, 16, 32, 10
_RATE, _WARM_UPS, _STEPS = 0.01, 2, 8


@dataclass(frozen=True, slots=True)
class DeviceCheck:
    """What came of one device.

    Attributes
    ----------
    name, title : of the device
    is_good : whether it computed, and the same as the CPU
    step_ms : median time of a step; None when it could not compute
    difference : largest relative difference of the loss and the weights after one step; None likewise
    sentence : all that in words
    """

    name: str
    title: str
    is_good: bool
    step_ms: float | None
    difference: float | None
    sentence: str


def check_device(info: DeviceInfo, should_stop: Callable[[], bool] = lambda: False) -> DeviceCheck:
    """Train one step on a device, compare it, and time a few more; what goes wrong there is the finding.

    torch's random numbers are left as they are.

    Raises
    ------
    JobCancelledError
        When ``should_stop`` says so, asked before every step.
    """
    try:
        difference = _difference(_step(_network(), torch.device(info.name), torch.float32), _reference())
        step_ms = _step_ms(torch.device(info.name), should_stop)
    except (RuntimeError, NotImplementedError, AssertionError) as error:
        problem = str(error).strip().partition("\n")[0] or type(error).__name__
        return DeviceCheck(info.name, info.title, is_good=False, step_ms=None, difference=None,
                           sentence=translate(
                               "training", "{title} cannot train: {problem}. Choose another device.", title=info.title,
                               problem=problem))
    is_good = difference <= TOLERANCE
    return DeviceCheck(info.name, info.title, is_good, step_ms, difference,
                       _sentence(info.title, difference, step_ms, is_good=is_good))


def _sentence(title: str, difference: float, step_ms: float, *, is_good: bool) -> str:
    if is_good:
        return translate(
            "training", "{title} works: a training step gives the exact result within {difference:.0e} and takes "
            "{step_ms:.1f} ms.", title=title, difference=difference, step_ms=step_ms)
    return translate(
        "training", "{title} computes something else: after one step it differs by {difference:.2g} of the exact "
        "result. Choose another device, and update its driver and PyTorch.", title=title, difference=difference)


def _network() -> nn.Sequential:
    """Return a convolution, normalisation, pooling and a dense layer, with weights that need no random numbers."""
    convolution = nn.Conv2d(_CHANNELS, _FILTERS, 3, padding=1, bias=False, device="meta").to_empty(device="cpu")
    dense = nn.Linear(_FILTERS * (_SIDE // 2) ** 2, _CLASSES, device="meta").to_empty(device="cpu")
    for weight in (convolution.weight, dense.weight):
        weight.data = _waves(weight.shape) / weight[0].numel() ** 0.5
    dense.bias.data.zero_()
    return nn.Sequential(
        convolution, nn.BatchNorm2d(_FILTERS), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(), dense)


def _waves(shape: torch.Size) -> torch.Tensor:
    """Return fixed numbers in [-1, 1] without a pattern, the same on every machine."""
    return torch.sin(torch.arange(shape.numel(), dtype=torch.float64) ** 2 % 6283).reshape(shape).float()


def _batch(device: torch.device, kind: torch.dtype) -> tuple[torch.Tensor, torch.Tensor]:
    images = _waves(torch.Size((_IMAGES, _CHANNELS, _SIDE, _SIDE)))
    return images.to(device, kind), (torch.arange(_IMAGES) % _CLASSES).to(device)


def _step(network: nn.Sequential, device: torch.device, kind: torch.dtype) -> list[torch.Tensor]:
    """Return the loss and the weights after one step of plain gradient descent, as float64 on the CPU."""
    network = network.to(device, kind).train()
    images, labels = _batch(device, kind)
    loss = functional.cross_entropy(network(images), labels)
    gradients = torch.autograd.grad(loss, list(network.parameters()))
    after = [weight.detach() - _RATE * slope for weight, slope in zip(network.parameters(), gradients, strict=True)]
    return [part.cpu().double() for part in (loss.detach(), *after)]  # Apple's GPU knows no float64


def _reference() -> list[torch.Tensor]:
    return _step(_network(), torch.device("cpu"), torch.float64)


def _difference(found: list[torch.Tensor], exact: list[torch.Tensor]) -> float:
    """Return the largest norm of a difference over the norm of the exact part; infinity for what is no number."""
    shares = [float((mine - right).norm() / right.norm().clamp_min(1e-12))
              for mine, right in zip(found, exact, strict=True)]
    return max(share if math.isfinite(share) else math.inf for share in shares)


def _step_ms(device: torch.device, should_stop: Callable[[], bool]) -> float:
    network, times = _network(), []
    for number in range(_WARM_UPS + _STEPS):
        if should_stop():
            raise JobCancelledError(translate("training", "The test of the devices was stopped."))
        begin = time.perf_counter()
        _step(network, device, torch.float32)
        if number >= _WARM_UPS:
            times.append(1000 * (time.perf_counter() - begin))
    return statistics.median(times)
