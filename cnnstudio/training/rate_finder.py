"""Tries learning rates on a copy of a network, from very small to far too large, to show where it learns."""

import copy
import math
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from itertools import count
from statistics import fmean

import torch
from torch import nn

from cnnstudio.errors import JobCancelledError, TrainingError
from cnnstudio.training.config import TrainConfig
from cnnstudio.training.memory_blocks import blocks_kept
from cnnstudio.training.modes import modes_kept
from cnnstudio.training.optimizers import build_optimizer
from cnnstudio.training.randomness import PrivateRandomness
from cnnstudio.training.rate_curve import STEPS, RateAdvice, RateTried, advise, has_diverged, rate_of
from cnnstudio.training.step import BatchLike, BatchSource, StepRunner, epoch_batches
from cnnstudio.training.threads import threads_used
from cnnstudio.training.usual_rates import USUAL_RATES
from cnnstudio.wording import translate


def find_rate(module: nn.Module, batches: BatchSource, config: TrainConfig, device: torch.device,
              should_stop: Callable[[], bool], *, steps: int = STEPS, images_a_class: Sequence[int] = (),
              ) -> Iterator[RateTried | RateAdvice]:
    """Train a copy of a network with a rate that rises at every update (Smith, 2017); tell each, advise at the end.

    The module, torch's random numbers and its number of threads are left as they were. The trial ends early when the
    loss has grown beyond recovery, and begins the images anew when there are fewer batches than updates.

    Parameters
    ----------
    module : in the state the training would begin with
    batches : of the training split
    config : the recipe; its learning rate, schedule and weight averaging play no part
    steps : updates from the lowest rate to the highest, at least 2
    images_a_class : training images of each class, for balanced class weights

    Raises
    ------
    TrainingError
        When there is nothing to learn from, or the very first step is impossible for another reason than the rate.
    JobCancelledError
        When ``should_stop`` says so, asked before every batch.
    """
    if batches.image_count == 0:
        raise TrainingError(translate("training", "There are no training images to try learning rates on."))
    if not any(parameter.requires_grad for parameter in module.parameters()):
        raise TrainingError(translate(
            "training", "There is nothing to train: no layer of the network has weights that may change."))
    runner = _runner(module, config, device, images_a_class)
    tried: list[RateTried] = []
    with (blocks_kept(), threads_used(config.threads), modes_kept(runner.module), closing(runner),
          closing(_endless(batches)) as source):
        runner.module.train()
        for step in range(steps):
            rate = rate_of(step, steps)
            tried.append(RateTried(step, steps, rate, _loss_at(runner, source, rate, step, should_stop)))
            yield tried[-1]
            if has_diverged([one.loss for one in tried]):
                break
    classes = getattr(module, "classes", 0)
    chance = math.log(classes) if classes > 1 else math.inf
    yield advise([one.rate for one in tried], [one.loss for one in tried], chance, USUAL_RATES.get(config.optimizer))


def _runner(module: nn.Module, config: TrainConfig, device: torch.device,
            images_a_class: Sequence[int]) -> StepRunner:
    """Return what runs steps on a copy of the module; the result's weights are not asked for, so none are averaged."""
    plain = config.model_copy(update={"average_decay": 0.0})
    own = copy.deepcopy(module).to(device)
    return StepRunner(own, build_optimizer(own.parameters(), plain), plain, PrivateRandomness(device, config.seed),
                      device, images_a_class)


def _endless(batches: BatchSource) -> Generator[BatchLike, None, None]:
    """Yield the batches of one epoch after the other."""
    for number in count(1):
        with epoch_batches(batches, number) as epoch:
            yield from epoch


def _loss_at(runner: StepRunner, source: Iterator[BatchLike], rate: float, step: int,
             should_stop: Callable[[], bool]) -> float:
    """Return the loss before the update with ``rate``; infinity when it, or a gradient, is no number any more.

    Where the recipe gathers several batches for an update, it is the mean of theirs.
    """
    losses = []
    for _ in range(runner.config.accumulation):
        if should_stop():
            raise JobCancelledError(translate("training", "The search for a learning rate was stopped."))
        try:
            losses.append(runner.train(next(source), translate(
                "training", "Learning rate {rate:.2g}", rate=rate), rate).loss)
        except TrainingError:
            if step == 0:
                raise
            return float("inf")
    return fmean(losses)

