"""A training waits for images that are away and then goes on as if nothing had been."""

from collections.abc import Callable, Iterator

import pytest
import torch

from cnnstudio.errors import ImagesAwayError
from cnnstudio.training import waiting
from cnnstudio.training.clocks import Stopwatch
from cnnstudio.training.config import TrainConfig
from cnnstudio.training.control import TrainingControl
from cnnstudio.training.events import (
    EpochEnded,
    StepEnded,
    TrainingContinued,
    TrainingEvent,
    TrainingFinished,
    TrainingPaused,
)
from cnnstudio.training.trainer import Trainer
from tests.unit.training.sources import TensorBatch, TensorSource, blobs, state_bytes, tiny_network

GONE = "The folder /photos cannot be reached."


@pytest.fixture(autouse=True)
def no_time_passes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a second of waiting be one look at the control."""
    monkeypatch.setattr(waiting, "LOOK_EVERY_S", 0.05)
    monkeypatch.setattr(TrainingControl, "wait_for_wish", lambda control, _seconds: control_is_asked(control))


def control_is_asked(control: TrainingControl) -> bool:
    is_asked = control._wish.is_set()
    control._wish.clear()
    return is_asked


def away(problems: tuple[str, ...]) -> ImagesAwayError:
    looks = iter(problems)
    return ImagesAwayError("/photos/cat.png", "it has vanished", lambda: next(looks, ""))


class Drive(TensorSource):
    """Images on a drive that is unplugged before certain batches, for as many looks as ``problems`` has."""

    def __init__(self, *arguments: object, gone_before: tuple[int, ...] = (), problems: tuple[str, ...] = (GONE,),
                 **options: object) -> None:
        super().__init__(*arguments, **options)
        self._gone_before, self._problems = set(gone_before), problems
        self.starts: list[tuple[int, int]] = []

    def epoch(self, number: int, start: int = 0) -> Iterator[TensorBatch]:
        self.starts.append((number, start))
        for step, batch in enumerate(super().epoch(number)):
            place = (number - 1) * len(self) + step
            if step >= start and place in self._gone_before:
                self._gone_before.remove(place)
                raise away(self._problems)
            if step >= start:
                yield batch


def make(train: Drive, validation: Drive, control: TrainingControl | None = None, **config: object) -> Trainer:
    recipe = TrainConfig(**{"epochs": 2, "threads": 1, "seed": 5, "precision": "float32"} | config)
    return Trainer(tiny_network(), train, validation, recipe, device=torch.device("cpu"), control=control)


def drives(train: tuple[int, ...] = (), validation: tuple[int, ...] = (), **options: object) -> tuple[Drive, Drive]:
    return (Drive(*blobs(30), shuffle=True, gone_before=train, **options),
            Drive(*blobs(12, seed=1), gone_before=validation, **options))


def never() -> bool:
    return False


def numbers(events: list[TrainingEvent]) -> list[tuple[float, ...]]:
    """Return everything of the events that must not depend on the time they took."""
    steps = [(one.epoch, one.step, one.loss, one.accuracy) for one in events if isinstance(one, StepEnded)]
    return steps + [(one.epoch, one.train_loss, one.train_accuracy, one.val_loss, one.val_accuracy)
                    for one in events if isinstance(one, EpochEnded)]


@pytest.mark.parametrize(("train", "validation"), [((0,), ()), ((5,), ()), ((3, 4, 7), (1,)), ((), (0, 3))])
def test_a_training_whose_images_were_away_is_bit_for_bit_the_one_that_had_them(
        train: tuple[int, ...], validation: tuple[int, ...]):
    undisturbed, disturbed = make(*drives()), make(*drives(train, validation))
    expected, events = list(undisturbed.run(never)), list(disturbed.run(never))
    assert numbers(events) == numbers(expected)
    assert state_bytes(disturbed.module) == state_bytes(undisturbed.module)
    pauses = [event for event in events if isinstance(event, TrainingPaused)]
    assert [event.reason for event in pauses] == [GONE] * (len(train) + len(validation))
    assert sum(isinstance(event, TrainingContinued) for event in events) == len(pauses)


def test_without_beginning_at_the_batch_that_failed_the_curve_is_another(monkeypatch: pytest.MonkeyPatch):
    train, validation = drives((5,))
    epoch = Drive.epoch
    monkeypatch.setattr(Drive, "epoch", lambda drive, number, start=0: epoch(drive, number, max(0, start - 1)))
    assert numbers(list(make(train, validation).run(never))) != numbers(list(make(*drives()).run(never)))


def test_the_pause_says_where_the_training_is_and_goes_on_there():
    train, validation = drives((5,))
    events = list(make(train, validation).run(never))
    place = next(number for number, event in enumerate(events) if isinstance(event, TrainingPaused))
    assert events[place:place + 2] == [TrainingPaused(2, 1, GONE), TrainingContinued(2, 1)]
    assert train.starts == [(1, 0), (2, 0), (2, 1)]


def test_what_is_amiss_is_told_anew_when_it_is_something_else():
    changed = "The folder /photos is back, but one file is not what it was."
    events = list(make(*drives((2,), problems=(GONE, GONE, GONE, changed, changed))).run(never))
    assert [event.reason for event in events if isinstance(event, TrainingPaused)] == [GONE, changed]


def test_the_user_who_wants_to_go_on_is_told_that_the_images_are_still_away():
    control = TrainingControl()
    told = []
    for event in make(*drives((2,), problems=(GONE,) * 5), control=control).run(never):
        if isinstance(event, TrainingPaused):
            told.append(event.reason)
            if len(told) == 1:
                control.go_on()
    assert told == [GONE, GONE]


def stop_when(condition: Callable[[TrainingEvent], bool], trainer: Trainer) -> list[TrainingEvent]:
    wanted: list[bool] = []
    events = []
    for event in trainer.run(lambda: bool(wanted)):
        events.append(event)
        if condition(event):
            wanted.append(True)
    return events


@pytest.mark.parametrize(("train", "validation"), [((5,), ()), ((), (2,))])
def test_a_training_that_waits_can_be_stopped(train: tuple[int, ...], validation: tuple[int, ...]):
    trainer = make(*drives(train, validation, problems=(GONE,) * 1000))
    last = stop_when(lambda event: isinstance(event, TrainingPaused), trainer)[-1]
    assert isinstance(last, TrainingFinished)
    assert last.status == "stopped"
    assert last.epochs == 1
    assert all(part.training for part in trainer.module.modules())


def test_the_time_of_waiting_does_not_count():
    now = [0.0]
    trainer = make(*drives((1,), problems=(GONE,) * 3))
    trainer._place.epoch_time = Stopwatch(clock=lambda: now[0])
    speeds = []
    for event in trainer.run(never):
        now[0] += 3600.0 if isinstance(event, TrainingPaused) else 2.0
        if isinstance(event, StepEnded) and event.epoch == 1:
            speeds.append(event.images_per_s)
    assert all(speed > 1 for speed in speeds[1:])
