"""Ticks at round numbers."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnnstudio.ui.plot_ticks import round_step, ticks


def texts(low: float, high: float, most: int, **how: bool) -> list[str]:
    return [tick.text for tick in ticks(low, high, most, **how)]


def test_ticks_stand_at_round_numbers() -> None:
    assert texts(0, 7.3, 5) == ["0", "2", "4", "6"]
    assert texts(-0.11, 0.52, 8) == ["-0.1", "0", "0.1", "0.2", "0.3", "0.4", "0.5"]
    assert texts(1.23e6, 1.29e6, 4) == ["1.24e+06", "1.26e+06", "1.28e+06"]


def test_shares_are_written_as_percent_with_as_many_decimals_as_they_need() -> None:
    assert texts(0, 1, 5, percent=True) == ["0 %", "20 %", "40 %", "60 %", "80 %", "100 %"]
    assert texts(0.99, 1, 5, percent=True) == ["99.0 %", "99.2 %", "99.4 %", "99.6 %", "99.8 %", "100.0 %"]


def test_a_logarithmic_axis_is_divided_as_there_is_room() -> None:
    assert texts(-1, 1, 9, is_log=True) == ["0.1", "0.2", "0.5", "1", "2", "5", "10"]
    assert texts(-3, 3, 7, is_log=True) == ["0.001", "0.01", "0.1", "1", "10", "100", "1e+03"]
    assert texts(-8, 0, 4, is_log=True) == ["1e-06", "0.001", "1"]
    assert texts(math.log10(2.05), math.log10(2.35), 4, is_log=True) == ["2.1", "2.2", "2.3"]


def test_a_step_is_the_smallest_round_one_that_is_large_enough() -> None:
    assert [round_step(span, 5) for span in (5.0, 5.01, 11.0, 26.0, 0.5)] == [1.0, 2.0, 5.0, 10.0, pytest.approx(0.1)]


@given(st.floats(-1e6, 1e6), st.floats(1e-6, 1e6), st.integers(2, 12))
def test_ticks_lie_within_the_axis_in_order_and_are_neither_none_nor_too_many(low: float, span: float,
                                                                             most: int) -> None:
    places = [tick.place for tick in ticks(low, low + span, most)]
    assert places == sorted(set(places))
    assert all(low - 1e-6 * span <= place <= low + span * (1 + 1e-6) for place in places) or span < 1e-9 * abs(low)
    assert most / 5 - 1 <= len(places) <= most + 1
