"""Whatever is decided about whatever folder, no image carries a wrong label and none is lost."""

import pytest

from tests.stories.random_curations import run


def test_every_label_is_the_folders_name_or_the_users_word():
    outcome = run(6)
    assert outcome.curations == 18
    assert outcome.in_batches > 150
    assert outcome.refused < 9


def test_the_control_that_forgets_the_decisions_is_found_out():
    with pytest.raises(AssertionError):
        run(3, corrupt=True)
