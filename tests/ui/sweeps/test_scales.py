"""Places on parallel axes, against numpy."""

import numpy as np
import pytest

from cnnstudio.sweeps.axes import axis_of_choices, axis_of_range
from cnnstudio.sweeps.trial_row import TrialRow
from cnnstudio.ui.sweeps.brushes import Brushes, RangeDrag
from cnnstudio.ui.sweeps.colors import accuracy_color
from cnnstudio.ui.sweeps.scales import accuracy_scale, plot_axes, setting_scale
from cnnstudio.ui.theme import contrast, theme
from tests.unit.sweeps.plans import plan

AXES = ("learning_rate=0.0001..0.1", "batch_size=8..64", "optimizer=sgd,adam", "label_smoothing=0,0.1,0.2")
ROWS = [TrialRow(number, "finished", {"learning_rate": rate, "batch_size": size, "optimizer": name,
                                      "label_smoothing": smooth}, (accuracy,))
        for number, (rate, size, name, smooth, accuracy) in enumerate((
            (0.0001, 8, "sgd", 0.0, 0.81), (0.1, 64, "adam", 0.2, 0.93), (0.001, 36, "sgd", 0.1, 0.9)))]


def test_numbers_lie_where_they_belong_also_by_their_logarithm() -> None:
    rate, size, _optimizer, smoothing, accuracy = plot_axes(plan(*AXES, method="random"), ROWS)
    assert rate.scale.is_log
    assert np.allclose(rate.places, [0, 1, 1 / 3])
    assert np.allclose(size.places, [0, 1, 0.5])
    assert np.allclose(smoothing.places, [0, 1, 0.5])
    assert np.allclose([accuracy.scale.value(place) for place in accuracy.places], [0.81, 0.93, 0.9])
    assert [text for _place, text in rate.scale.ticks] == ["0.0001", "0.001", "0.01", "0.1"]
    assert np.allclose([place for place, _text in rate.scale.ticks], [0, 1 / 3, 2 / 3, 1])
    for axis in (rate, size):
        assert [axis.scale.value(float(place)) for place in axis.places] == pytest.approx(
            [row.combination["learning_rate" if axis is rate else "batch_size"] for row in ROWS])


def test_lines_of_one_category_stand_apart_by_accuracy_and_within_its_room() -> None:
    optimizer = plot_axes(plan(*AXES, method="random"), ROWS)[2]
    assert np.allclose(optimizer.middles, [0.25, 0.75, 0.25])
    assert optimizer.places[0] < 0.25 < optimizer.places[2]  # 0.81 and 0.9
    assert np.all(np.abs(optimizer.places - optimizer.middles) < 0.25)


def test_what_has_no_value_has_no_place() -> None:
    axes = plot_axes(plan(*AXES, method="random"), [TrialRow(0, "running", {"optimizer": "adam"})])
    assert [bool(np.isnan(axis.places[0])) for axis in axes] == [True, True, False, True, True]


@pytest.mark.parametrize("values", [(0.845, 0.952), (0.5, 0.5), (0.0, 1.0), (0.9731, 0.9744), (1.0, 1.0), ()])
def test_the_axis_of_accuracies_begins_and_ends_at_written_values_around_them(values: tuple[float, ...]) -> None:
    scale = accuracy_scale(np.array([*values, np.nan]))
    places = scale.place(np.array(values))
    assert np.all((places >= -1e-9) & (places <= 1 + 1e-9))
    assert [scale.ticks[0][0], scale.ticks[-1][0]] == [0, 1]
    assert 2 <= len(scale.ticks) <= 8
    for place, text in scale.ticks:
        assert float(text.removesuffix(" %")) == pytest.approx(100 * scale.value(place), abs=0.051)


def test_every_setting_that_can_be_varied_has_a_scale_with_ticks() -> None:
    for axis in (axis_of_range("epochs", "1", "3"), axis_of_range("weight_decay", "0.00001", "0.01"),
                 axis_of_range("learning_rate", "0.002", "0.004"), axis_of_choices("nesterov", ["true", "false"]),
                 axis_of_choices("batch_size", ["16", "64", "32"])):
        scale, _order = setting_scale(axis)
        assert all(-1e-9 <= place <= 1 + 1e-9 for place, _text in scale.ticks), axis
        assert len(scale.ticks) >= 2, axis


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_rise_evenly_and_can_be_seen_on_the_ground(scheme: str) -> None:
    theme().set_scheme(scheme)  # type: ignore[arg-type]
    try:
        ground = theme().color("surface")
        contrasts = [contrast(accuracy_color(share), ground) for share in np.linspace(0, 1, 11)]
        assert min(contrasts) >= 3
        assert contrasts == sorted(contrasts)  # the best stands out most
    finally:
        theme().set_scheme("light")


def test_a_range_is_drawn_shifted_and_changed_at_its_ends() -> None:
    brushes = Brushes()
    RangeDrag(brushes, 1, 0.2, 200).to(0.6)
    assert brushes.ranges == {1: (0.2, 0.6)}
    RangeDrag(brushes, 1, 0.4, 200).to(0.9)  # by its middle, and no farther than the end
    assert brushes.ranges[1] == pytest.approx((0.6, 1.0))
    RangeDrag(brushes, 1, 0.61, 200).to(0.1)  # at its lower end
    assert brushes.ranges[1] == pytest.approx((0.1, 1.0))
    click = RangeDrag(brushes, 0, 0.5, 200)
    assert not click.to(0.51)
    assert click.is_click
    assert not RangeDrag(brushes, 1, 0.5, 200).is_click
