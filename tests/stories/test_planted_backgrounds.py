"""Backgrounds that go with the class are found in a trained network, and free ones raise no alarm."""

from dataclasses import replace

import pytest

from tests.stories.planted_backgrounds import Plan, planted, suspicions

FEW = Plan(objects="few things", learn=11, judge=11)
"""`planted_backgrounds` says how to run it in full."""


def test_a_network_trained_before_tied_backgrounds_relies_on_them():
    made = planted(FEW, seed=0)
    relied = {one.class_index: one for one in suspicions(made.case) if one.level == "relied on"}
    assert len(relied) >= 3      # of five; with eleven images a class the proof is not there for each
    gaps = made.true_gaps(0)
    for index, one in relied.items():
        assert index is not None
        assert gaps[index] > 0.3     # objects composed anew, which the audit knows nothing of
        assert {figure.name: figure.value for figure in one.figures}["swap_gap"] > 0.3


@pytest.mark.parametrize("plan", [{"strength": 0}, {"learned_strength": 0}], ids=["free", "learned before free ones"])
def test_nothing_is_relied_on_without_having_been_learned(plan):
    """The controls: the same objects before grounds of any class; and tied ones, but only when the audit looks."""
    found = suspicions(planted(replace(FEW, **plan), seed=0).case)
    assert [one.class_index for one in found if one.level == "relied on"] == []
