"""How much work a sweep is, against counting it out."""

import numpy as np
import pytest

from cnnstudio.sweeps.axes import axis_of_choices, axis_of_range, combinations
from cnnstudio.sweeps.effort import effort


def test_a_grid_is_counted_out_with_the_epochs_of_each_combination() -> None:
    axes = [axis_of_choices("epochs", ["3", "5", "20"]), axis_of_range("learning_rate", "0.001", "0.1", points=4)]
    work = effort(axes, is_grid=True, trials=7, seeds=2, epochs=10)
    all_of_them = list(combinations(axes))
    assert (work.combinations, work.trainings) == (12, 24) == (len(all_of_them), 2 * len(all_of_them))
    assert work.epochs == 2 * sum(int(one["epochs"]) for one in all_of_them) == 224


def test_without_varied_epochs_each_training_has_those_of_the_recipe() -> None:
    work = effort([axis_of_choices("optimizer", ["sgd", "adam"])], is_grid=False, trials=7, seeds=3, epochs=10)
    assert (work.combinations, work.trainings, work.epochs) == (7, 21, 210)


@pytest.mark.parametrize("is_log", [False, True])
def test_drawn_epochs_count_with_their_mean(*, is_log: bool) -> None:
    axis = axis_of_range("epochs", "2", "64", is_log=is_log)
    places = np.linspace(0, 1, 100_001)
    drawn = 2 * 32 ** places if is_log else 2 + 62 * places
    work = effort([axis], is_grid=False, trials=10, seeds=1, epochs=5)
    assert work.epochs == pytest.approx(10 * drawn.mean(), rel=1e-3)
