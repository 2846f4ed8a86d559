"""With how many CPU threads a training computes: measured once for a network on a machine, and said why."""

import copy
import os
import statistics
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from cnnstudio import storage
from cnnstudio.errors import JobCancelledError, StorageError, TrainingError
from cnnstudio.training.config import TrainConfig
from cnnstudio.training.cores import physical_cores
from cnnstudio.training.optimizers import build_optimizer
from cnnstudio.training.precision import Situation, key_of
from cnnstudio.training.precision_probe import HARMLESS_RATE, affordable_images, part_of
from cnnstudio.training.randomness import PrivateRandomness
from cnnstudio.training.step import BatchSource, StepRunner, epoch_batches
from cnnstudio.training.threads import threads_used
from cnnstudio.wording import translate

PROBE_S = 1.0
"""Seconds the comparison may take, apart from its last round."""
NEAR_THE_BEST = 1.05
"""The fewest threads are taken whose step takes at most so many times the shortest: the others are left to others."""
_ROUNDS = 9


@dataclass(frozen=True, slots=True)
class ThreadChoice:
    """How many threads compute, and why in words that can follow a colon."""

    count: int
    reason: str


ThreadProbe = Callable[[Sequence[int]], Mapping[int, float]]
"""Returns the seconds of a step with each number of threads."""


def choose_threads(situation: Situation, probe: ThreadProbe, cores: int | None = None, *,
                   is_busy: Callable[[int], bool] | None = None) -> ThreadChoice:
    """Return the number of threads: as the recipe says, or by measuring once and remembering it.

    The answer is kept in the situation's ``memory`` for this machine, number of cores, version of torch, network, batch
    and optimiser. Results depend on the number of threads in their last digits, so a run records it. What is measured
    while other programs keep the cores busy holds for this once and is not remembered.

    Parameters
    ----------
    probe : asked only when the answer depends on it; when it is stopped or fails, nothing is remembered
    cores : physical cores; None asks the system
    is_busy : whether other programs keep so many cores busy; None asks the system
    """
    cores = physical_cores() if cores is None else cores
    if situation.config.threads:
        return ThreadChoice(situation.config.threads, translate("training", "the recipe says so"))
    if cores == 1:
        return ThreadChoice(1, translate("training", "there is one core"))
    if situation.device.type != "cpu":
        return ThreadChoice(cores, translate("training", "one for each core, to prepare the images"))
    if situation.memory is None:
        return ThreadChoice(cores, translate("training", "one for each core"))
    file = situation.memory / "threads" / f"{key_of(situation, cores)}.json"
    known = _remembered(file, cores)
    return known if known is not None else _measured(probe, file, cores, is_busy=(is_busy or _is_busy)(cores))


def shared_cores(config: TrainConfig, processes: int) -> ThreadChoice:
    """Return the number of threads for each of several processes on one machine: its part of the cores."""
    if config.threads:
        return ThreadChoice(config.threads, translate("training", "the recipe says so, for each process"))
    return ThreadChoice(max(1, physical_cores() // processes), translate("training", "its part of the cores"))


def candidates(cores: int) -> tuple[int, ...]:
    """Return the numbers of threads worth a try: 1, 2, 4 ... and one for each core.

    >>> candidates(6)
    (1, 2, 4, 6)
    """
    return (*(2 ** power for power in range(cores.bit_length()) if 2 ** power < cores), cores)


def best_of(seconds: Mapping[int, float]) -> ThreadChoice:
    """Return the fewest threads that are as good as the fastest, and how that compares."""
    limit = NEAR_THE_BEST * min(seconds.values())
    count = min(number for number, each in seconds.items() if each <= limit)
    others = {number: each for number, each in seconds.items() if number != count}
    if count > 1:
        return ThreadChoice(count, translate(
            "training", "measured to be {second:.1f} times as fast as 1", second=seconds[1] / seconds[count]))
    rival = min(others, key=lambda number: others[number])
    return ThreadChoice(1, translate(
        "training", "{rival} were measured to be {second:.2f} times as fast only", rival=rival,
        second=seconds[1] / seconds[rival]))


def _remembered(file: Path, cores: int) -> ThreadChoice | None:
    if not file.exists():
        return None
    try:
        choice = ThreadChoice(**storage.read_json(file))
        is_sound = 1 <= choice.count <= cores and isinstance(choice.reason, str)
    except (StorageError, TypeError):
        return None  # damaged: measured and written again
    return choice if is_sound else None


def _is_busy(cores: int) -> bool:
    """Whether more programs than there are cores wanted to compute in the last minute; Windows does not say."""
    if sys.platform == "win32":
        return False
    return os.getloadavg()[0] > cores


def _measured(probe: ThreadProbe, file: Path, cores: int, *, is_busy: bool) -> ThreadChoice:
    try:
        choice = best_of(probe(candidates(cores)))
    except JobCancelledError:
        return ThreadChoice(cores, translate("training", "one for each core, for the comparison was stopped"))
    except (TrainingError, RuntimeError) as error:
        return ThreadChoice(cores, translate(
            "training", "one for each core; no others could be tried ({partition})",
            partition=str(error).partition(chr(10))[0]))
    if is_busy:
        return ThreadChoice(choice.count, translate(
            "training", "{reason}, while other programs kept the computer busy", reason=choice.reason))
    try:
        storage.write_json(file, asdict(choice))
    except StorageError:
        return ThreadChoice(cores, translate(
            "training", "one for each core, for a choice cannot be remembered: the cache is not writable"))
    return choice


def thread_probe(situation: Situation, batches: BatchSource, should_stop: Callable[[], bool],
                 clock: Callable[[], float] = time.perf_counter) -> ThreadProbe:
    """Return what measures a training step with each number of threads, on the first batch of ``batches``.

    The module is copied when the probe is called; its weights and the training's random numbers stay as they are. All
    numbers take turns, so that another program that is busy meanwhile slows all of them. No round begins after
    `PROBE_S`.
    """
    def probe(counts: Sequence[int]) -> Mapping[int, float]:
        runner = _runner(situation)
        with epoch_batches(batches, 1) as epoch:
            batch = next(epoch)
        part = part_of(batch, affordable_images(runner, batch))
        times: dict[int, list[float]] = {count: [] for count in counts}
        begin, rounds = clock(), 0
        while rounds < 2 or (rounds <= _ROUNDS and clock() - begin < PROBE_S):
            for count in counts:
                if should_stop():
                    raise JobCancelledError(translate("training", "The comparison of threads was stopped."))
                with threads_used(count):
                    before = clock()
                    runner.train(part, translate("training", "Comparing threads"))
                    times[count].append(clock() - before)
            rounds += 1
        return {count: statistics.median(seconds[1:]) for count, seconds in times.items()}  # the first warms up

    return probe


def _runner(situation: Situation) -> StepRunner:
    config = situation.config.model_copy(update={"learning_rate": HARMLESS_RATE, "accumulation": 1})
    module = copy.deepcopy(situation.module).train()
    return StepRunner(module, build_optimizer(module.parameters(), config), config,
                      PrivateRandomness(situation.device, config.seed), situation.device)
