"""Tests of the number of threads a training computes with: the rule with made-up times, and the real measurement."""

from collections.abc import Sequence
from pathlib import Path

import pytest
import torch

from cnnstudio.errors import JobCancelledError, TrainingError
from cnnstudio.training.config import TrainConfig
from cnnstudio.training.events import TrainingStarted
from cnnstudio.training.precision import Situation
from cnnstudio.training.thread_choice import ThreadChoice, best_of, candidates, choose_threads, thread_probe
from cnnstudio.training.trainer import Trainer
from tests.unit.training.sources import TensorSource, blobs, state_bytes, tiny_network

CPU = torch.device("cpu")


@pytest.fixture(autouse=True)
def quiet_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the machine that runs the tests look idle."""
    monkeypatch.setattr("os.getloadavg", lambda: (0.1, 0.1, 0.1), raising=False)


class Probe:
    """Gives made-up seconds, or fails, and counts how often it was asked."""

    def __init__(self, seconds: dict[int, float], error: Exception | None = None) -> None:
        self.seconds, self.error, self.asked = seconds, error, 0

    def __call__(self, counts: Sequence[int]) -> dict[int, float]:
        self.asked += 1
        if self.error is not None:
            raise self.error
        assert tuple(counts) == tuple(self.seconds)
        return self.seconds


def situation(memory: Path | None, **settings: object) -> Situation:
    config = TrainConfig(**settings)  # type: ignore[arg-type]
    return Situation(tiny_network(), config, CPU, (config.batch_size, 1, 8, 8), memory)


FASTER = {1: 1.7, 2: 1.0}


@pytest.mark.parametrize(("seconds", "count", "words"), [
    (FASTER, 2, "1.7 times as fast as 1"),
    ({1: 1.0, 2: 1.1}, 1, "2 were measured to be 0.91 times as fast only"),
    ({1: 1.04, 2: 1.0}, 1, "2 were measured to be 1.04 times as fast only"),
    ({1: 8.0, 2: 4.1, 4: 2.05, 8: 2.0, 12: 3.0}, 4, "3.9 times as fast as 1")])
def test_the_fewest_threads_are_taken_that_are_as_good_as_the_fastest(
        seconds: dict[int, float], count: int, words: str):
    choice = best_of(seconds)
    assert choice.count == count
    assert words in choice.reason


@pytest.mark.parametrize(("cores", "numbers"), [(2, (1, 2)), (3, (1, 2, 3)), (4, (1, 2, 4)), (12, (1, 2, 4, 8, 12))])
def test_one_two_four_and_all_cores_are_tried(cores: int, numbers: tuple[int, ...]):
    assert candidates(cores) == numbers


def test_what_was_measured_is_remembered_for_this_network_and_batch_only(tmp_path: Path):
    probe = Probe(FASTER)
    first = choose_threads(situation(tmp_path), probe, 2)
    assert choose_threads(situation(tmp_path), Probe({1: 1.0, 2: 9.0}), 2) == first == best_of(FASTER)
    assert probe.asked == 1
    choose_threads(situation(tmp_path, batch_size=8), probe, 2)
    assert probe.asked == 2


def test_what_was_measured_on_a_busy_machine_holds_for_once_and_is_said(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr("os.getloadavg", lambda: (2.5, 0.0, 0.0), raising=False)
    choice = choose_threads(situation(tmp_path), Probe({1: 1.0, 2: 3.0}), 2)
    assert choice.count == 1
    assert choice.reason.endswith("while other programs kept the computer busy")
    monkeypatch.setattr("os.getloadavg", lambda: (1.5, 9.0, 9.0), raising=False)
    assert choose_threads(situation(tmp_path), Probe(FASTER), 2) == best_of(FASTER)


@pytest.mark.parametrize("damage", ["", "[]", '{"count": 99, "reason": "x"}', '{"count": "2", "reason": "x"}'])
def test_a_damaged_memory_is_measured_again(tmp_path: Path, damage: str):
    probe = Probe(FASTER)
    choose_threads(situation(tmp_path), probe, 2)
    (file,) = (tmp_path / "threads").iterdir()
    file.write_text(damage)
    assert choose_threads(situation(tmp_path), probe, 2).count == 2
    assert probe.asked == 2


@pytest.mark.parametrize(("settings", "cores", "expected"), [
    ({"threads": 3}, 8, ThreadChoice(3, "the recipe says so")), ({}, 1, ThreadChoice(1, "there is one core"))])
def test_nothing_is_measured_where_nothing_depends_on_it(
        tmp_path: Path, settings: dict[str, object], cores: int, expected: ThreadChoice):
    assert choose_threads(situation(tmp_path, **settings), Probe({}, AssertionError()), cores) == expected


def test_without_a_memory_there_is_a_thread_for_each_core_so_that_it_is_the_same_again():
    assert choose_threads(situation(None), Probe({}, AssertionError()), 4).count == 4


@pytest.mark.parametrize("error", [JobCancelledError("Stopped."), TrainingError("Bad."), RuntimeError("Odd.\nMore.")])
def test_a_measurement_that_fails_is_not_remembered(tmp_path: Path, error: Exception):
    assert choose_threads(situation(tmp_path), Probe({}, error), 2).count == 2
    assert not (tmp_path / "threads").exists()


def test_the_measurement_takes_turns_and_leaves_everything_as_it_was():
    here = situation(None, threads=1)
    before, threads = state_bytes(here.module), torch.get_num_threads()
    torch.manual_seed(1)
    random = torch.get_rng_state()
    batches = TensorSource(*blobs(64), batch_size=32)
    seconds = thread_probe(here, batches, lambda: False)((1, 2))
    assert set(seconds) == {1, 2}
    assert all(each > 0 for each in seconds.values())
    assert state_bytes(here.module) == before
    assert torch.equal(torch.get_rng_state(), random)
    assert torch.get_num_threads() == threads
    assert batches.closed == 1


def test_the_measurement_ends_after_a_second_by_the_clock():
    times = iter(range(10_000))
    seconds = thread_probe(situation(None), TensorSource(*blobs(8)), lambda: False, lambda: float(next(times)))((1, 2))
    assert seconds == {1: 1.0, 2: 1.0}
    assert next(times) < 20


def test_the_measurement_can_be_stopped():
    with pytest.raises(JobCancelledError):
        thread_probe(situation(None), TensorSource(*blobs(8)), lambda: True)((1, 2))


def test_a_training_uses_and_tells_the_remembered_number(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("cnnstudio.training.thread_choice.physical_cores", lambda: 2)
    monkeypatch.setattr("cnnstudio.training.trainer.thread_probe", lambda *_: Probe({1: 1.0, 2: 2.0}))
    config = TrainConfig(epochs=1, batch_size=8, precision="float32")
    source = TensorSource(*blobs(16))
    trainer = Trainer(tiny_network(), source, source, config, device=CPU, memory=tmp_path)
    events = trainer.run(lambda: False)
    started = next(events)
    assert isinstance(started, TrainingStarted)
    assert started.threads == torch.get_num_threads() == 1
    assert "0.50 times" in started.threads_reason
    events.close()  # type: ignore[attr-defined]
