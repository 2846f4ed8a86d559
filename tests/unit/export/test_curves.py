"""Where curves lie in a chart."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnnstudio.export.curves import BOTTOM, LEFT, RIGHT, TOP, chart, epoch_labels, round_steps


def test_three_epochs_lie_where_they_were_worked_out_by_hand():
    drawn = chart("Loss", "loss", [("training", [2.0, 1.0, 0.0])], best_epoch=3)
    middle = (LEFT + RIGHT) / 2
    assert drawn.lines[0].segments == (f"{LEFT},{TOP} {middle:g},{(TOP + BOTTOM) / 2:g} {RIGHT},{BOTTOM}",)
    assert [tick.label for tick in drawn.y_ticks] == ["0", "0.5", "1", "1.5", "2"]
    assert [(tick.position, tick.label) for tick in drawn.x_ticks] == [(LEFT, "1"), (middle, "2"), (RIGHT, "3")]
    assert drawn.best is not None
    assert drawn.best.position == RIGHT


def test_a_single_epoch_is_a_dot_in_the_middle():
    line = chart("Loss", "loss", [("training", [1.0])]).lines[0]
    assert line.segments == ()
    assert line.dots[0][0] == (LEFT + RIGHT) / 2


def test_a_value_that_is_not_finite_breaks_the_curve():
    line = chart("Loss", "loss", [("training", [1.0, 2.0, math.nan, 3.0, math.inf])]).lines[0]
    assert len(line.segments) == 1
    assert len(line.dots) == 1
    assert line.last == "–"


def test_no_epochs_make_an_empty_chart():
    drawn = chart("Loss", "loss", [("training", [])])
    assert drawn.lines[0].segments == ()
    assert drawn.x_ticks == ()


@pytest.mark.parametrize(("low", "high", "highest", "steps"), [
    (0.0, 1.0, None, [0, 0.2, 0.4, 0.6, 0.8, 1]),
    (0.31, 2.3, None, [0, 0.5, 1, 1.5, 2, 2.5]),
    (0.91, 0.99, 1.0, [0.9, 0.92, 0.94, 0.96, 0.98, 1]),
    (1.0, 1.0, 1.0, [0.6, 0.8, 1]),
    (3.0, 3.0, None, [3, 4, 5]),
    (0.0, 0.0, None, [0, 0.2, 0.4]),
])
def test_axes_have_round_numbers(low, high, highest, steps):
    assert round_steps(low, high, highest) == steps


@given(st.floats(1e-6, 1e6), st.floats(0, 1e6))
def test_every_value_lies_between_the_ends_of_its_axis(low, more):
    steps = round_steps(low, low + more)
    assert steps[0] <= low * (1 + 1e-6)
    assert low + more <= steps[-1] * (1 + 1e-6)
    assert 3 <= len(steps) <= 8


@given(st.integers(0, 20_000))
def test_epoch_labels_run_from_the_first_to_the_last_and_never_crowd(epochs):
    labels = epoch_labels(epochs)
    assert labels == sorted(set(labels))
    assert len(labels) <= 11
    assert not epochs or (labels[0], labels[-1]) == (1, epochs)
