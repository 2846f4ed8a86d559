"""Splits are disjoint, stratified, repeatable, and never part equal pictures."""

from collections import Counter
from itertools import chain

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnnstudio.data.config import SplitConfig
from cnnstudio.data.image_folder import ImageFolder
from cnnstudio.data.split import Splits, split
from cnnstudio.errors import ImageFolderError
from tests.helpers.folders import folder_of


def plain(**counts: int) -> ImageFolder:
    return folder_of((name, None, f"{name}{number}") for name, count in counts.items() for number in range(count))


def classes(folder: ImageFolder, indices: np.ndarray) -> Counter[str]:
    return Counter(folder.class_names[folder.files[index].class_index] for index in indices)


def as_lists(splits: Splits) -> list[list[int]]:
    return [splits.train.tolist(), splits.validation.tolist(), splits.test.tolist()]


def test_every_class_gives_its_share():
    folder = plain(cat=100, dog=50, fox=10)
    splits = split(folder, SplitConfig(validation_share=0.2, test_share=0.1))
    assert classes(folder, splits.validation) == {"cat": 20, "dog": 10, "fox": 2}
    assert classes(folder, splits.test) == {"cat": 10, "dog": 5, "fox": 1}
    assert classes(folder, splits.train) == {"cat": 70, "dog": 35, "fox": 7}
    assert sorted(chain(*as_lists(splits))) == list(range(160))
    assert all(part.dtype == np.int64 for part in (splits.train, splits.validation, splits.test))


def test_the_same_seed_gives_the_same_split_and_another_seed_another():
    folder = plain(cat=50, dog=50)
    first = as_lists(split(folder, SplitConfig(seed=1)))
    assert first == as_lists(split(folder, SplitConfig(seed=1)))
    assert first != as_lists(split(folder, SplitConfig(seed=2)))


def test_the_choice_is_spread_over_a_class_and_not_its_beginning():
    splits = split(plain(cat=400, dog=400), SplitConfig(validation_share=0.25))
    cats = [index for index in splits.validation.tolist() if index < 400]
    assert 160 < np.mean(cats) < 240
    assert min(cats) < 20
    assert max(cats) > 380


def test_a_further_image_changes_hardly_anything():
    small, large = plain(cat=100, dog=100), plain(cat=100, dog=101)
    chosen = [{folder.files[i].digest for i in split(folder, SplitConfig()).validation} for folder in (small, large)]
    assert len(chosen[0] & chosen[1]) >= 38


def test_equal_pictures_stay_together():
    folder = folder_of((name, None, f"{name}{number // 5}") for name in "ab" for number in range(100))
    splits = split(folder, SplitConfig(validation_share=0.3, test_share=0.2))
    digests = [{folder.files[index].digest for index in part} for part in as_lists(splits)]
    assert not digests[0] & digests[1]
    assert not digests[0] & digests[2]
    assert not digests[1] & digests[2]
    assert [len(part) for part in as_lists(splits)] == [100, 60, 40]


def test_the_control_without_digests_parts_them():
    folder = folder_of((name, None, "") for name in "ab" for number in range(100))
    validation = split(folder, SplitConfig(validation_share=0.3)).validation
    assert any(folder.files[i].class_index == 0 and i % 5 and i - 1 not in validation for i in validation)


def test_a_group_larger_than_the_share_still_gives_every_class_a_validation_image():
    folder = folder_of([("a", None, "x")] * 9 + [("a", None, "y")] * 7 + [("b", None, f"b{n}") for n in range(20)])
    splits = split(folder, SplitConfig(validation_share=0.1))
    assert classes(folder, splits.validation) == {"a": 7, "b": 2}
    assert classes(folder, splits.train)["a"] == 9


def test_two_images_of_a_class_are_one_for_training_and_one_for_validation():
    folder = plain(cat=2, dog=40)
    splits = split(folder, SplitConfig(validation_share=0.05, test_share=0.5))
    assert classes(folder, splits.train)["cat"] == classes(folder, splits.validation)["cat"] == 1


def test_a_single_image_of_a_class_is_for_training():
    folder = plain(cat=1, dog=40)
    assert classes(folder, split(folder, SplitConfig(validation_share=0.9)).train)["cat"] == 1


def test_splits_that_the_folder_gives_are_kept_and_only_the_missing_one_is_made():
    given_all = folder_of([(name, part, f"{name}{part}{n}") for name in "ab" for part, count in (
        ("train", 10), ("validation", 4), ("test", 3)) for n in range(count)])
    splits = split(given_all, SplitConfig(validation_share=0.5, test_share=0.4))
    assert [len(part) for part in as_lists(splits)] == [20, 8, 6]
    given_two = folder_of([(name, part, f"{name}{part}{n}") for name in "ab" for part, count in (
        ("train", 10), ("test", 3)) for n in range(count)])
    splits = split(given_two, SplitConfig(validation_share=0.2, test_share=0.4))
    assert [len(part) for part in as_lists(splits)] == [16, 4, 6]
    assert {given_two.files[index].split for index in splits.validation} == {"train"}


def test_a_folder_without_training_images_is_an_error():
    with pytest.raises(ImageFolderError, match="no training images"):
        split(folder_of([(name, "test", f"{name}{n}") for name in "ab" for n in range(5)]), SplitConfig())


def test_a_folder_with_one_picture_a_class_cannot_be_validated():
    with pytest.raises(ImageFolderError, match="two different pictures"):
        split(plain(cat=1, dog=1), SplitConfig())


def test_shares_that_leave_nothing_for_training_are_an_error():
    with pytest.raises(ImageFolderError, match="no images for training"):
        split(plain(cat=9, dog=9), SplitConfig(validation_share=0.6, test_share=0.5))


FILES = st.lists(st.tuples(st.sampled_from("abc"), st.just(None), st.integers(0, 12).map(str)), min_size=1, max_size=60)


@given(FILES, st.floats(0.01, 0.6), st.floats(0, 0.3), st.integers(0, 9))
def test_any_split_is_disjoint_complete_and_keeps_equal_pictures_together(files, validation, test, seed):
    one_class = {digest: name for name, _, digest in reversed(files)}
    folder = folder_of([(one_class[digest], None, digest) for _, _, digest in files])
    try:
        splits = split(folder, SplitConfig(validation_share=validation, test_share=test, seed=seed))
    except ImageFolderError:
        assert all(count == 1 for count in Counter(one_class.values()).values())
        return
    assert sorted(chain(*as_lists(splits))) == list(range(len(folder.files)))
    where = [{folder.files[index].digest for index in part} for part in as_lists(splits)]
    assert len(set.union(*where)) == sum(map(len, where))
    for name, pictures in Counter(one_class.values()).items():
        assert name in classes(folder, splits.train)
        assert pictures == 1 or name in classes(folder, splits.validation)
