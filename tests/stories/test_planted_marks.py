"""Some of the planted marks in the normal run; `python -m tests.stories.planted_marks 20` is the whole table."""

import pytest

from tests.stories.planted_marks import KINDS, base, found_in, planted_is_found, two_classes

SETS = ("shapes", "digits", "photos")
BY_NAME = {kind.name: kind for kind in KINDS}


@pytest.mark.parametrize(("name", "seed"), [
    ("logo in a corner, alpha 0.8, in 60 %", 2), ("logo in a corner, alpha 0.25, in 90 %", 0),
    ("border, alpha 0.8, in 90 %", 2),
])
def test_a_planted_mark_is_found(name: str, seed: int) -> None:
    assert planted_is_found(BY_NAME[name], seed, SETS) == (True, 0)


def test_a_set_without_a_mark_raises_no_alarm() -> None:
    assert found_in(*base(2, SETS)) == []


def test_two_digits_alone_raise_no_alarm() -> None:
    assert found_in(*two_classes(3)) == []
