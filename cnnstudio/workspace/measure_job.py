"""Measures how long a network takes for an image on this machine, predicting and learning, as a training would."""

import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from math import prod
from typing import TYPE_CHECKING, Any

import numpy as np

from cnnstudio import paths
from cnnstudio.data.config import AugmentConfig
from cnnstudio.errors import JobCancelledError, TrainingError
from cnnstudio.network.document import from_document, to_document
from cnnstudio.network.graph import NetworkGraph
from cnnstudio.network.shapes import analyse
from cnnstudio.training.config import TrainConfig
from cnnstudio.wording import translate
from cnnstudio.workspace.forecast import BehindFrozen, Measurement, forecast_training_bytes
from cnnstudio.workspace.jobs import Progress, ShouldStop
from cnnstudio.workspace.machine_memory import available_bytes

if TYPE_CHECKING:
    import torch

    from cnnstudio.data.batches import Batches
    from cnnstudio.torch_network.builder import GraphNetwork
    from cnnstudio.training.precision import Precision, Situation
    from cnnstudio.training.step import BatchLike, BatchResult
    from cnnstudio.training.thread_choice import ThreadChoice

TRAINING_S, FORWARD_S = 1.5, 0.6
"""Seconds to measure for, apart from the first steps."""
GROWTH_S, GROWTH_LIMIT_S = 0.2, 0.4
"""Seconds to measure smaller batches for, and the slowest step after which more images are tried."""
MOST_STEPS = 60
_HARMLESS_RATE = 1e-6
"""So small a learning rate that no recipe makes the loss infinite while it is measured; the work is the same."""
_FIRST_BATCH, _GROWTH = 2, 4
"""Images of the first steps, and how many times as many come next while there is time."""
_DIFFERENT_IMAGES = 64

Step = Callable[["BatchLike", str], "BatchResult"]


@dataclass(frozen=True, slots=True)
class Measured:
    """The result of a `MeasureJob`."""

    measurement: Measurement


@dataclass(frozen=True, slots=True)
class _Times:
    """Medians over some steps, in seconds.

    Attributes
    ----------
    step : one step
    loop : one step with the wait for its batch
    """

    step: float
    loop: float


class MeasureJob:
    """Run a few steps of a training on made-up images: `Progress` ..., `Measured`.

    Parameters
    ----------
    graph : copied now
    config : batch size, optimiser, device and threads are those of the training
    augment : the random changes a training would make to its images

    Raises
    ------
    NetworkError
        From `run`: the network has errors.
    TrainingError
        From `run`: the memory would not suffice, or a step is impossible.
    JobCancelledError
        From `run`, when stopped.
    """

    title = "Measuring the network"

    def __init__(self, graph: NetworkGraph, config: TrainConfig, augment: AugmentConfig | None = None) -> None:
        self._document: dict[str, Any] = to_document(graph)
        self._config = config.model_copy(update={"learning_rate": _HARMLESS_RATE})
        self._augment = augment

    def run(self, should_stop: ShouldStop) -> Iterator[object]:
        """Measure and yield the result."""
        from cnnstudio.training.memory_blocks import blocks_kept
        from cnnstudio.training.threads import threads_used

        yield Progress(0, 2, "preparing")
        graph = from_document(self._document)
        check_memory(graph, self._config)
        bench = _Bench(graph, self._config, self._augment, should_stop)
        with blocks_kept(), threads_used((choice := bench.choose_threads()).count) as threads:
            yield Progress(0, 2, translate("workspace", "measuring training steps"))
            count, training = bench.training()
            yield Progress(1, 2, translate("workspace", "measuring predictions"))
            forward = bench.forward(count)
            behind = bench.behind_frozen(count)
        size = self._config.batch_size
        image_ms = 1000 / size
        yield Measured(Measurement(
            size, count, forward.step * image_ms, training.step * image_ms, forward.loop * image_ms,
            training.loop * image_ms, threads, str(bench.device), bench.precision, choice.reason,
            bench.precision_reason, behind))


def check_memory(graph: NetworkGraph, config: TrainConfig) -> None:
    """Check that the machine has the memory a training will take.

    Raises
    ------
    TrainingError
        Naming both amounts and the ways out.
    """
    needed, free = forecast_training_bytes(analyse(graph), config), available_bytes()
    if free is not None and needed > free:
        smaller = translate(
            "workspace", "Choose a smaller batch size, or smaller images.") if config.batch_size > 1 else (
            translate("workspace", "Choose smaller images, or a network with fewer weights."))
        raise TrainingError(
            translate(
                "workspace", "With {batch_size:,} images a batch this network needs about {needed:.1f} GB of memory "
                "for training, and {free:.1f} GB are free. {smaller}", batch_size=config.batch_size,
                needed=needed / 1e9, free=free / 1e9, smaller=smaller))


class _Bench:
    """A network with made-up images, ready to run steps."""

    def __init__(self, graph: NetworkGraph, config: TrainConfig, augment: AugmentConfig | None,
                 should_stop: ShouldStop) -> None:
        from cnnstudio.torch_network.builder import build, initialise
        from cnnstudio.training.devices import choose
        from cnnstudio.training.optimizers import build_optimizer
        from cnnstudio.training.randomness import PrivateRandomness
        from cnnstudio.training.step import StepRunner

        self._config, self._should_stop = config, should_stop
        self._update_begin_s = self._update_s = 0.0
        self.precision_reason = ""
        self.device: torch.device = choose(config.device)
        self._module: GraphNetwork = build(graph)
        initialise(self._module, config.initialization, config.seed)
        self._module.to(self.device)
        if not any(parameter.requires_grad for parameter in self._module.parameters()):
            raise TrainingError(translate(
                "workspace", "There is nothing to train: no layer of the network has weights that may change."))
        self._augment = augment if self._module.input_shape[0] in (1, 3) else None
        self._runner = StepRunner(
            self._module, self._time_updates(build_optimizer(self._module.parameters(), config)), config,
            PrivateRandomness(self.device, config.seed), self.device)

    def training(self) -> tuple[int, _Times]:
        """Measure steps; return the largest batch that was run, and the times for the recipe's batch size.

        A slow network is measured with two smaller batches: a part of a step's time does not grow with the images.
        """
        self._module.train()
        self._runner.precision = self._choose_precision()
        size = self._config.batch_size
        count, before = min(_FIRST_BATCH, size), 0
        times = first = self._train(count, GROWTH_S)
        while count < size and times.loop <= GROWTH_LIMIT_S:
            first, before, count = times, count, min(_GROWTH * count, size)
            times = self._train(count, GROWTH_S)
        if count == size:
            return count, self._train(count, TRAINING_S)
        if not before:
            before, count = count, min(2 * count, size)
            times = self._train(count, GROWTH_S)
        return count, _reckoned(before, first, count, times, size, self._update_s)

    @property
    def precision(self) -> str:
        """What the steps were computed with."""
        return self._runner.precision

    def choose_threads(self) -> "ThreadChoice":
        """Return how many threads a training would use; the training remembers what was found here."""
        from cnnstudio.training.thread_choice import choose_threads, thread_probe

        situation = self._situation()
        batches = self._batches(self._config.batch_size, None)
        return choose_threads(situation, thread_probe(situation, batches, self._should_stop))

    def _choose_precision(self) -> "Precision":
        """Return what a training would compute with; the training remembers what was found here."""
        from cnnstudio.training.precision import choose_precision
        from cnnstudio.training.precision_probe import step_probe

        config = self._config
        probe = step_probe(self._module, self._batches(config.batch_size, None), config, self.device, self._should_stop)
        choice = choose_precision(self._situation(), probe)
        self.precision_reason = choice.reason
        return choice.name

    def _situation(self) -> "Situation":
        from cnnstudio.training.precision import Situation

        shape = (self._config.batch_size, *self._module.input_shape)
        return Situation(self._module, self._config, self.device, shape, paths.cache_dir())

    def _train(self, count: int, seconds: float) -> _Times:
        return self._times(self._runner.train, self._batches(count, self._augment), seconds)

    def forward(self, count: int) -> _Times:
        """Measure predictions of ``count`` images a batch, for the recipe's batch size."""
        from cnnstudio.training.modes import evaluation_mode

        more = self._config.batch_size / count
        with evaluation_mode(self._module):
            times = self._times(self._runner.evaluate, self._batches(count, None), FORWARD_S)
        return _Times(times.step * more, times.loop * more)

    def behind_frozen(self, count: int) -> BehindFrozen | None:
        """Measure what a training would run behind the frozen part; the network begins there from now on.

        Parameters
        ----------
        count : images a batch that are measured first; the recipe's batch size where that does not take long
        """
        from cnnstudio.torch_network.frozen_part import frozen_end
        from cnnstudio.training.modes import evaluation_mode

        end = frozen_end(self._module) if self._augment is None or self._augment.is_identity else ""
        if not end:
            return None
        self._runner.close()    # its order of values in memory was for images
        self._module.begin_behind(end)
        features = partial(self._features, self._module.shapes[end])
        size = self._config.batch_size
        self._module.train()
        times = self._times(self._runner.train, features(count), GROWTH_S)
        if count < size and times.loop * size / count <= GROWTH_LIMIT_S:
            count = size
            times = self._times(self._runner.train, features(count), GROWTH_S)
        with evaluation_mode(self._module):
            checks = self._times(self._runner.evaluate, features(count), GROWTH_S)
        image_ms = 1000 / count
        return BehindFrozen(prod(self._module.shapes[end]), times.step * image_ms, checks.loop * image_ms,
                            times.loop * image_ms)

    def _times(self, step: Step, source: "Batches", seconds: float) -> _Times:
        """Run steps for some time and return the medians; the first one, which warms up, is left out.

        Raises
        ------
        JobCancelledError
            When the job is to stop.
        """
        from cnnstudio.training.step import epoch_batches

        steps, loops = [], []
        with epoch_batches(source, 1) as batches:
            begin = waiting = time.perf_counter()
            for number, batch in enumerate(batches):
                if self._should_stop():
                    raise JobCancelledError(translate("workspace", "The measurement was stopped."))
                ready = time.perf_counter()
                step(batch, "Measuring")
                done = time.perf_counter()
                if number:
                    steps.append(done - ready)
                    loops.append(done - waiting)
                waiting = done
                if steps and done - begin >= seconds:
                    break
        return _Times(statistics.median(steps), statistics.median(loops))

    def _time_updates(self, optimizer: "torch.optim.Optimizer") -> "torch.optim.Optimizer":
        """Let the optimiser note how long its newest update took."""
        def begin(*_: object) -> None:
            self._update_begin_s = time.perf_counter()

        def end(*_: object) -> None:
            self._update_s = time.perf_counter() - self._update_begin_s

        optimizer.register_step_pre_hook(begin)
        optimizer.register_step_post_hook(end)
        return optimizer

    def _batches(self, count: int, augment: AugmentConfig | None) -> "Batches":
        """Return batches of made-up images, prepared the way those of a training are."""
        from cnnstudio.data.batches import Batches
        from cnnstudio.data.pixels.source import ArraySource

        channels, height, width = self._module.input_shape
        generator = np.random.default_rng(0)
        different = min(_DIFFERENT_IMAGES, count)
        pixels: Any = generator.integers(0, 256, (different, height, width, channels), np.uint8)
        labels = generator.integers(0, self._module.classes, different)
        indices = np.resize(np.arange(different), (MOST_STEPS + 1) * count)
        return Batches(
            ArraySource(pixels, labels), indices, batch_size=count, mean=(0.5,) * channels,
            std=(0.25,) * channels, shuffle=True, seed=0, augment=augment, device=self.device)

    def _features(self, shape: tuple[int, ...], count: int) -> "Batches":
        """Return batches of made-up values of the frozen part, as those of a training."""
        import torch

        from cnnstudio.workspace.frozen_features import FeatureBatches, Features

        number, different = (MOST_STEPS + 1) * count, min(_DIFFERENT_IMAGES, count)
        labels = np.random.default_rng(0).integers(0, self._module.classes, number)
        values = torch.rand(different, *shape, generator=torch.Generator().manual_seed(0))
        features = Features(values, np.resize(np.arange(different), number), labels)
        return FeatureBatches(features, np.arange(number), batch_size=count, shuffle=True, seed=0, device=self.device)


def _reckoned(few: int, before: _Times, many: int, times: _Times, size: int, update_s: float) -> _Times:
    """Return the times of ``size`` images on the line through two batches; no less is fixed than the optimiser's part.

    Noise may make the smaller batch the slower one; then nothing but the optimiser's part counts as fixed.
    """
    image = (times.step - before.step) / (many - few)
    most = max(0.0, times.step - update_s) / many
    step = times.step + (min(image, most) if image > 0 else most) * (size - many)
    return _Times(step, step * times.loop / times.step)
