"""Tests of the curves in the report."""

import math
import xml.etree.ElementTree as ET

import pytest

from cnnstudio.workspace.report_curves import HEIGHT, WIDTH, Curve, plot, round_up


@pytest.mark.parametrize(("value", "expected"), [
    (0.0, 1.0), (-3.0, 1.0), (1.0, 1.0), (1.2, 2.0), (2.3, 5.0), (7.0, 10.0), (0.03, 0.05), (61.0, 100.0)])
def test_an_axis_ends_at_a_round_number(value, expected):
    assert round_up(value) == pytest.approx(expected)


def points(svg: str, name: str) -> list[tuple[float, float]]:
    line = next(item for item in ET.fromstring(svg).iter("polyline") if name in item.attrib["class"].split())
    return [tuple(map(float, pair.split(","))) for pair in line.attrib["points"].split()]


def test_a_curve_falls_when_its_values_do():
    svg = plot("Loss", [Curve("train", [2.0, 1.0, 0.0])])
    (x1, y1), (x2, y2), (x3, y3) = points(svg, "train")
    assert x2 - x1 == pytest.approx(x3 - x2, abs=0.2)
    assert y1 < y2 < y3
    assert y2 - y1 == pytest.approx(y3 - y2, abs=0.2)


def test_all_points_lie_inside_the_plot_even_beyond_the_limits():
    svg = plot("Accuracy", [Curve("train", [-1.0, 0.5, 7.0])], limits=(0, 1), as_percent=True)
    assert all(0 <= x <= WIDTH and 0 <= y <= HEIGHT for x, y in points(svg, "train"))
    assert "100 %" in svg


def test_values_that_are_not_finite_are_left_out():
    assert len(points(plot("Loss", [Curve("train", [1.0, math.nan, math.inf, 0.5])]), "train")) == 2


def test_a_single_epoch_is_a_short_dash():
    (x1, _), (x2, _) = points(plot("Loss", [Curve("train", [1.0])]), "train")
    assert x2 - x1 == pytest.approx(6)


def test_a_title_cannot_break_the_markup():
    ET.fromstring(plot('a"<b>&', [Curve("train", [1.0])]))
