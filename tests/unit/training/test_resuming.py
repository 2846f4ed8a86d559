"""Tests that a training which is saved, ended and begun anew is the one that was never interrupted, bit for bit."""

import itertools
from collections.abc import Callable
from typing import Any

import pytest
import torch

from cnnstudio.runs.state_document import pack, unpack
from cnnstudio.training.config import TrainConfig
from cnnstudio.training.control import TrainingControl
from cnnstudio.training.events import (
    EpochEnded,
    StepEnded,
    TrainingContinued,
    TrainingEvent,
    TrainingFinished,
    TrainingNotice,
    TrainingPaused,
)
from cnnstudio.training.place import Place, Stopwatch, Sums
from cnnstudio.training.trainer import Trainer
from tests.unit.training.sources import TensorSource, blobs, state_bytes, tiny_network

CPU = torch.device("cpu")
EVERYTHING = {"optimizer": "adam", "schedule": "one_cycle", "average_decay": 0.9, "accumulation": 3, "clip_norm": 1.0,
              "micro_batch": 4}
RECIPES: dict[str, tuple[dict[str, Any], tuple[int, ...]]] = {
    "everything": (EVERYTHING, (1, 4, 5, 8, 10)), "sgd": ({"optimizer": "sgd"}, (7,)),
    "rmsprop": ({"optimizer": "rmsprop", "schedule": "plateau", "plateau_patience": 1}, (6,))}
"""Recipes, and after how many steps and epochs their trainings are broken off: 4 steps and a row are an epoch."""
TIMES = ("images_per_s", "seconds")


class Source(TensorSource):
    """Shuffled batches that can begin in the middle of an epoch."""

    def epoch(self, number: int, start: int = 0):
        return itertools.islice(super().epoch(number), start, None)


def never() -> bool:
    return False


def make(seed: int = 0, control: TrainingControl | None = None, **config: object) -> Trainer:
    settings = TrainConfig(**({"epochs": 2, "threads": 1, "seed": 5, "learning_rate": 0.01} | config))
    train, validation = Source(*blobs(30), shuffle=True), Source(*blobs(12, seed=1))
    return Trainer(tiny_network(seed=seed), train, validation, settings, device=CPU, control=control)


def told(events: list[TrainingEvent]) -> list[tuple[object, ...]]:
    """Return everything steps and epochs say but the times."""
    return [tuple(getattr(event, name) for name in event.__slots__ if name not in TIMES)
            for event in events if isinstance(event, StepEnded | EpochEnded)]


def copied(trainer: Trainer) -> Any:
    """Return a trainer's state as it comes back from a file."""
    document, tensors = pack(trainer.state())
    return unpack(document, {name: tensor.clone() for name, tensor in tensors.items()})


def broken_off(events_before: int, spoil: Callable[[Any], object] = lambda _state: None,
               **config: object) -> tuple[list[TrainingEvent], Trainer]:
    """Train until so many steps and epochs were told, end, and go on with another trainer."""
    events: list[TrainingEvent] = []
    first = make(**config)
    for event in first.run(never):
        events.append(event)
        if len(told(events)) == events_before:
            break
    state = copied(first)
    spoil(state)
    second = make(seed=9, **config)
    second.restore(state, [event for event in events if isinstance(event, EpochEnded)])
    return [*events, *second.run(never)], second


@pytest.mark.parametrize("name", RECIPES)
def test_a_training_broken_off_after_any_event_goes_on_bit_for_bit(name: str):
    config, places = RECIPES[name]
    whole = make(**config)
    expected = told(list(whole.run(never)))
    assert len(expected) == 2 * 5
    for events_before in places:
        events, resumed = broken_off(events_before, **config)
        assert told(events) == expected
        assert state_bytes(resumed.module) == state_bytes(whole.module)
        assert all(torch.equal(tensor, resumed.result_weights()[name])
                   for name, tensor in whole.result_weights().items())
        assert events[-1].message == "Finished 2 epochs; the validation loss was lowest in epoch " + str(
            events[-1].best_epoch) + "."


def without_randomness(state: Any) -> None:
    state["steps"]["random"] = [torch.Generator().manual_seed(5).get_state()]


def without_optimizer(state: Any) -> None:
    state["steps"]["optimizer"]["state"] = {}


def without_position(state: Any) -> None:
    state["step"] = 0


@pytest.mark.parametrize("spoil", [without_randomness, without_optimizer, without_position])
def test_without_any_part_of_the_state_it_is_another_training(spoil: Callable[[Any], object]):
    expected = told(list(make().run(never)))
    assert told(broken_off(6)[0]) == expected
    assert told(broken_off(6, spoil)[0]) != expected


def test_early_stopping_counts_the_epochs_before_the_interruption():
    config = {"early_stopping": 2, "learning_rate": 1e-9, "epochs": 9, "early_stopping_change": 1.0}
    expected = list(make(**config).run(never))[-1]
    events, _ = broken_off(6, **config)
    assert isinstance(expected, TrainingFinished)
    assert expected.status == "early_stopped"
    assert (events[-1].status, events[-1].message) == (expected.status, expected.message)


def test_a_training_that_ended_early_and_goes_on_has_its_patience_again():
    config = {"early_stopping": 2, "learning_rate": 1e-9, "epochs": 9, "early_stopping_change": 1.0}
    first = make(**config)
    rows = [event for event in first.run(never) if isinstance(event, EpochEnded)]
    state = copied(first) | {"patience_from": len(rows)}
    second = make(**config)
    second.restore(state, rows)
    more = [event for event in second.run(never) if isinstance(event, EpochEnded)]
    assert [row.epoch for row in more] == [4, 5]
    again = make(**config)
    again.restore(copied(first), rows)
    assert not [event for event in again.run(never) if isinstance(event, EpochEnded)]  # the control


def test_a_pause_changes_nothing_and_can_be_ended_or_stopped_in():
    expected = told(list(make().run(never)))
    control, events = TrainingControl(), []
    for event in make(control=control).run(never):
        events.append(event)
        if isinstance(event, StepEnded) and event.step == 2:
            control.pause()
        if isinstance(event, TrainingPaused):
            control.go_on()
    assert told(events) == expected
    assert [(event.epoch, event.step) for event in events if isinstance(event, TrainingPaused)] == [
        (1, 2), (2, 2)]
    assert sum(isinstance(event, TrainingContinued) for event in events) == 2


def test_a_training_that_pauses_can_be_stopped():
    control = TrainingControl()
    control.pause()
    stop: list[bool] = []
    events = []
    for event in make(control=control).run(lambda: bool(stop)):
        events.append(event)
        if isinstance(event, TrainingPaused):
            stop.append(True)
    assert isinstance(events[-1], TrainingFinished)
    assert events[-1].status == "stopped"
    assert not told(events)


def test_epochs_asked_for_meanwhile_make_the_training_that_had_them_from_the_start():
    expected = told(list(make(epochs=3).run(never)))
    control, events = TrainingControl(), []
    trainer = make(control=control)
    for event in trainer.run(never):
        events.append(event)
        if isinstance(event, EpochEnded) and event.epoch == 2:
            control.add_epochs(1)
    assert told(events) == expected
    assert trainer.config.epochs == 3
    assert [event.message for event in events if isinstance(event, TrainingNotice)] == [
        "The training goes on to epoch 3 instead of 2."]


def test_it_is_said_when_more_epochs_are_not_those_of_a_longer_recipe():
    expected = told(list(make(epochs=3, schedule="cosine").run(never)))
    control, events = TrainingControl(), []
    for event in make(control=control, schedule="cosine").run(never):
        events.append(event)
        if isinstance(event, EpochEnded) and event.epoch == 2:
            control.add_epochs(1)
    assert told(events) != expected
    rates = [event.learning_rate for event in events if isinstance(event, StepEnded)]
    assert rates[8:] == [values[-1] for values in expected if len(values) == 6][8:]
    notice, = (event.message for event in events if isinstance(event, TrainingNotice))
    assert "those of a cosine schedule over 3" in notice


def test_clocks_stand_still_while_they_are_halted():
    now = [10.0]
    watch = Stopwatch(2.0, clock=lambda: now[0])
    watch.go()
    now[0] = 13.0
    assert watch.seconds == 5.0
    watch.halt()
    now[0] = 99.0
    assert watch.seconds == 5.0
    watch.go()
    now[0] = 100.0
    assert watch.seconds == 6.0


def test_a_place_comes_back_with_its_numbers():
    place = Place(step=3, sums=Sums(0.1 + 0.2, 7, 24), whole=Stopwatch(12.5), epoch_time=Stopwatch(1.25),
                  patience_from=2)
    again = Place.of(place.state(), [])
    assert (again.step, again.sums, again.patience_from) == (3, place.sums, 2)
    assert (again.whole.seconds, again.epoch_time.seconds) == (12.5, 1.25)
