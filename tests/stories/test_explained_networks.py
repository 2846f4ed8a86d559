"""Maps of whole networks against a second calculation in float64 and two libraries; `explained_networks` has all."""

import numpy as np
import pytest

from tests.helpers.reference_maps import FORMULAS
from tests.stories import explained_networks
from tests.stories.explained_networks import Case, Figures, compare, small_cases

IN_THE_NORMAL_RUN = ("one score", "depthwise", "flatten head, not square", "grey")
CASES = [case for case in small_cases() if case.name in IN_THE_NORMAL_RUN]


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_every_map_is_within_its_bar(case: Case):
    figures = compare(case, libraries=False)
    assert figures.beyond() == {}
    assert figures.compared > 30
    assert figures.zero == 0
    assert figures.unsteady < figures.compared / 4


def test_a_formula_that_is_slightly_wrong_is_noticed(monkeypatch: pytest.MonkeyPatch):
    """Control: the weights' mean over one row too few is over the bar."""
    wrong = {"grad-cam": lambda a, g: np.einsum("k,khw->hw", g[:, 1:].mean(axis=(1, 2)), a)}
    monkeypatch.setattr(explained_networks, "FORMULAS", FORMULAS | wrong)
    figures = compare(CASES[0], libraries=False)
    assert "C1 fp32 against float64" in figures.beyond()


def test_a_figure_that_is_no_number_is_beyond_its_bar():
    figures = Figures()
    figures.take("C4 captum", float("nan"))
    figures.take("C4 captum", 1e-9)
    assert figures.beyond()
