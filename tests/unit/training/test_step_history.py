"""Steps in arrays."""

import numpy as np

from cnnstudio.training.events import StepEnded
from cnnstudio.training.step_history import GrowingArray, StepHistory


def step(number: int) -> StepEnded:
    return StepEnded(number // 10 + 1, number % 10 + 1, 10, 1 / (number + 1), 0.5, float(number), 0.001)


def test_steps_come_back_as_they_went_in() -> None:
    history, events = StepHistory(), [step(number) for number in range(3000)]
    for event in events:
        history.append(event)
    assert len(history) == 3000
    assert list(history) == events
    assert history[-1] == events[-1]
    assert history.column("loss").tolist() == [event.loss for event in events]


def test_positions_count_epochs_with_their_fraction() -> None:
    history = StepHistory()
    for epoch, done in ((1, 1), (1, 4), (3, 2)):
        history.append(StepEnded(epoch, done, 4, 1.0, 0.0, 1.0))
    assert history.positions().tolist() == [0.25, 1.0, 2.5]
    assert history.positions(2).tolist() == [2.5]


def test_an_array_grows_by_numbers_and_by_rows() -> None:
    array = GrowingArray("i4")
    array.append(7)
    array.append(np.arange(5000))
    assert array.values.tolist() == [7, *range(5000)]
