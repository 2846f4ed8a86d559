"""A small number of the random folder trees; the script checks 2,000."""

import pytest

from tests.stories import random_folder_trees
from tests.stories.random_folder_trees import check_trees


def test_in_random_trees_the_label_is_the_folders_name_and_every_file_is_accounted_for():
    assert check_trees(25) == 25


def test_the_check_notices_a_label_by_place_in_the_scan(monkeypatch):
    """Control: labels that follow the order of folders instead of known names must be noticed."""
    scan = random_folder_trees.scan
    monkeypatch.setattr(random_folder_trees, "scan", lambda root, options=None, *, check=True: scan(root, check=check))
    with pytest.raises(AssertionError, match="tree"):
        check_trees(10)
