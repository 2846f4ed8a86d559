"""One mark of the wide variety in the normal run, and what the tables are made by; the scripts have the tables."""

import pytest

from tests.helpers.varied_marks import Variety
from tests.stories.mark_levels import Levelled
from tests.stories.varied_marks import intersection_over_union, outcome


def test_a_code_laid_over_the_files_is_found_and_its_box_fits() -> None:
    found = outcome(Variety("code"), 5, ("digits",), most=40)
    assert found.found
    assert found.others == 0
    assert found.overlap >= 0.5


@pytest.mark.parametrize(("added", "lost", "truth"), [
    (0.2, 0.0, "relies"), (0.0, 0.5, "relies"), (0.1, 0.1, "unclear"), (0.05, 0.12, "does not"), (0.0, 0.3, "unclear")])
def test_a_truth_is_clear_only_well_away_from_what_the_audit_asks_for(added: float, lost: float, truth: str) -> None:
    row = Levelled("a", "marked", added, lost, 0.0, "relied on")
    assert row.truth == truth
    assert row.agrees == (truth == "relies")


def test_overlap_of_boxes_worked_out_by_hand() -> None:
    assert intersection_over_union((0, 0, 2, 2), (1, 0, 3, 2)) == pytest.approx(2 / 6)
    assert intersection_over_union((0, 0, 1, 1), (2, 2, 3, 3)) == 0
