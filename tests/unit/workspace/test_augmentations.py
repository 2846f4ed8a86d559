"""Tests of the ready-made strengths."""

from itertools import pairwise

from cnnstudio.workspace.augmentations import AUGMENTATIONS


def test_none_changes_nothing_and_each_further_one_is_at_least_as_strong():
    assert AUGMENTATIONS["none"].is_identity
    for weaker, stronger in pairwise(AUGMENTATIONS.values()):
        values = zip(weaker.model_dump().values(), stronger.model_dump().values(), strict=True)
        assert all(before <= after for before, after in values)
        assert weaker != stronger
