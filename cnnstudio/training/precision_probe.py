"""Compares training steps in both precisions on a copy of a network, before its training begins."""

import copy
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import torch
from torch import nn

from cnnstudio.training.config import TrainConfig
from cnnstudio.training.optimizers import build_optimizer
from cnnstudio.training.precision import Precision, Probe, Step, speed_ratio
from cnnstudio.training.randomness import PrivateRandomness
from cnnstudio.training.step import BatchLike, BatchSource, StepRunner, epoch_batches
from cnnstudio.wording import translate

STEP_S = 0.1
"""Seconds a step of the probe should take; of a slow network fewer images are used."""
_FIRST_IMAGES = 2
HARMLESS_RATE = 1e-6
"""So small a learning rate that no recipe makes the loss infinite while it is measured; the work is the same."""


@dataclass(frozen=True, slots=True)
class _Part:
    """The first images of a batch."""

    images: torch.Tensor
    labels: torch.Tensor
    indices: Any


def step_probe(module: nn.Module, batches: BatchSource, config: TrainConfig, device: torch.device,
               should_stop: Callable[[], bool]) -> Probe:
    """Return what measures how many times as fast a step with bfloat16 is, on the first batch of ``batches``.

    The module is copied when the probe is called; its weights and the training's random numbers stay as they are.
    """
    def probe() -> float:
        with epoch_batches(batches, 1) as epoch:
            batch = next(epoch)
        steps = _steps(module, config.model_copy(update={"learning_rate": HARMLESS_RATE}), device)
        part = part_of(batch, affordable_images(steps["float32"], batch))
        ways: dict[Precision, Step] = {name: _step_on(runner, part) for name, runner in steps.items()}
        return speed_ratio(ways, should_stop)

    return probe


def _steps(module: nn.Module, config: TrainConfig, device: torch.device) -> dict[Precision, StepRunner]:
    """Return a runner for each precision, both on one copy of the module."""
    module = copy.deepcopy(module).train()
    optimizer = build_optimizer(module.parameters(), config)
    runners: dict[Precision, StepRunner] = {}
    names: tuple[Precision, ...] = ("float32", "bfloat16")
    for name in names:
        runners[name] = StepRunner(module, optimizer, config, PrivateRandomness(device, config.seed), device)
        runners[name].precision = name
    return runners


def affordable_images(runner: StepRunner, batch: BatchLike) -> int:
    """Return how many images a step of about `STEP_S` takes, by a step with very few."""
    part = part_of(batch, _FIRST_IMAGES)
    begin = time.perf_counter()
    runner.train(part, translate("training", "Comparing precisions"))
    seconds = (time.perf_counter() - begin) / _FIRST_IMAGES
    return max(_FIRST_IMAGES, min(len(batch.labels), int(STEP_S / seconds)))


def part_of(batch: BatchLike, count: int) -> BatchLike:
    """Return the first images of a batch as a batch."""
    return _Part(batch.images[:count], batch.labels[:count], batch.indices[:count])


def _step_on(runner: StepRunner, part: BatchLike) -> Step:
    return lambda: runner.train(part, translate("training", "Comparing precisions"))
