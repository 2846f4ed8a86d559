"""Splits are disjoint, stratified, repeatable, and never part equal pictures."""

from collections import Counter
from dataclasses import replace
from itertools import chain

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cnnstudio.data.config import SplitConfig
from cnnstudio.data.folder.image_folder import ImageFile, ImageFolder
from cnnstudio.data.split import Splits, split
from cnnstudio.data.split_groups import groups
from cnnstudio.errors import ImageFolderError
from tests.helpers.folders import ROOT, folder_of


def plain(**counts: int) -> ImageFolder:
    return folder_of((name, None, f"{name}{number}") for name, count in counts.items() for number in range(count))


def classes(folder: ImageFolder, indices: np.ndarray) -> Counter[str]:
    return Counter(folder.class_names[folder.files[index].class_index] for index in indices)


def decided(folder: ImageFolder, splits: dict[int, str]) -> ImageFolder:
    """Return the folder with the user's word about some files."""
    return replace(folder, files=tuple(
        replace(file, split=splits[place], is_split_decided=True) if place in splits else file
        for place, file in enumerate(folder.files)))


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


def test_the_user_decides_before_the_folder_and_the_shares():
    folder = decided(plain(cat=20, dog=20), {0: "test", 1: "train", 21: "validation"})
    splits = split(folder, SplitConfig(validation_share=0.25))
    assert splits.test.tolist() == [0]
    assert 1 in splits.train
    assert 21 in splits.validation
    assert classes(folder, splits.validation) == {"cat": 5, "dog": 5}
    given_all = folder_of([(name, part, f"{name}{part}{n}") for name in "ab" for part, count in (
        ("train", 6), ("validation", 3), ("test", 3)) for n in range(count)])
    moved = decided(given_all, {0: "test", 8: "train"})
    splits = split(moved, SplitConfig())
    assert 0 in splits.test
    assert 8 in splits.train
    assert [len(part) for part in as_lists(splits)] == [12, 5, 7]


def test_an_image_the_user_wants_for_training_is_never_drawn_for_validation():
    folder = folder_of([(name, "train", f"{name}{n}") for name in "ab" for n in range(10)])
    for seed in range(20):
        pinned = decided(folder, dict.fromkeys(range(8), "train"))
        assert not set(range(8)) & set(split(pinned, SplitConfig(validation_share=0.2, seed=seed)).validation.tolist())


def test_pictures_that_belong_together_follow_the_users_decision():
    rows = [("cat", None, "same")] * 3 + [("dog", None, "same")] + [(name, None, f"{name}{n}")
                                                                    for name in ("cat", "dog") for n in range(10)]
    folder = decided(folder_of(rows), {1: "test"})
    same = {place for place, file in enumerate(folder.files) if file.digest == "same"}
    assert len(same) == 4
    assert same <= set(split(folder, SplitConfig()).test.tolist())
    parted = decided(folder_of(rows), {0: "train", 1: "test"})
    splits = split(parted, SplitConfig())
    assert 0 in splits.train, "two decisions that part a group are the user's word"
    assert 1 in splits.test


def test_images_that_look_alike_and_names_that_agree_stay_together():
    rows = [ImageFile(ROOT / f"{name}/p{n // 4}_{n}.png", f"{name}/p{n // 4}_{n}.png", label, None, f"{name}{n}")
            for label, name in enumerate(("cat", "dog")) for n in range(40)]
    folder = ImageFolder(ROOT, "class folders", ("cat", "dog"), tuple(rows), (), ())
    splits = split(folder, SplitConfig(validation_share=0.3, group_pattern="{}_#"))
    patients = [{folder.files[i].relative.split("/")[1].split("_")[0] for i in part} for part in as_lists(splits)]
    assert patients[0] & patients[1] == set(), "a patient is in one split, under both classes"
    plain_splits = split(folder, SplitConfig(validation_share=0.3))
    assert {folder.files[i].relative.split("/")[1].split("_")[0] for i in plain_splits.train} & {
        folder.files[i].relative.split("/")[1].split("_")[0] for i in plain_splits.validation}, "the control parts them"
    alike = replace(folder, files=tuple(replace(file, group=f"g{place % 7}") for place, file in enumerate(rows)))
    where = [{alike.files[i].group for i in part} for part in as_lists(split(alike, SplitConfig()))]
    assert where[0] & where[1] == set()


def test_a_pattern_that_keeps_everything_together_is_said():
    folder = ImageFolder(ROOT, "class folders", ("cat", "dog"), tuple(
        ImageFile(ROOT / f"{n}", f"{name}/IMG_{n}.png", label, None, f"{name}{n}")
        for label, name in enumerate(("cat", "dog")) for n in range(9)), (), ())
    with pytest.raises(ImageFolderError, match="too many together"):
        split(folder, SplitConfig(group_pattern="{}_#"))


def test_a_fold_that_is_not_there_or_has_no_images_is_refused():
    with pytest.raises(ImageFolderError, match="no fold 4 of 3"):
        split(plain(cat=9, dog=9), SplitConfig(folds=3, fold=4))
    lonely = plain(cat=2, dog=2)
    fits = {len(split(lonely, SplitConfig(folds=2, fold=fold)).validation) for fold in (1, 2)}
    assert fits == {2}
    with pytest.raises(ImageFolderError, match="Choose fewer folds"):
        [split(lonely, SplitConfig(folds=20, fold=fold)) for fold in range(1, 21)]


def test_folds_pool_training_and_validation_and_leave_the_test_alone():
    folder = folder_of([(name, part, f"{name}{part}{n}") for name in "ab" for part, count in (
        ("train", 8), ("validation", 4), ("test", 3)) for n in range(count)])
    parts = [split(folder, SplitConfig(folds=4, fold=fold)) for fold in range(1, 5)]
    assert [len(one.validation) for one in parts] == [6, 6, 6, 6]
    assert all([folder.files[i].split for i in one.test] == ["test"] * 6 for one in parts)


FILES = st.lists(st.tuples(st.sampled_from("abc"), st.just(None), st.integers(0, 12).map(str)), min_size=1, max_size=60)
COUNTS = st.lists(st.integers(4, 60), min_size=2, max_size=4)


@settings(max_examples=40, deadline=None)
@given(COUNTS, st.integers(2, 10), st.sampled_from([0, 0.2]), st.integers(0, 99))
def test_any_folds_hold_every_image_once_in_equal_shares_of_each_class(counts, folds, test_share, seed):
    folder = plain(**dict(zip("abcd", counts, strict=False)))
    configs = [SplitConfig(folds=folds, fold=fold, test_share=test_share, seed=seed) for fold in range(1, folds + 1)]
    try:
        parts = [split(folder, config) for config in configs]
    except ImageFolderError:
        assert sum(counts) < 4 * folds
        return
    assert len({tuple(one.test.tolist()) for one in parts}) == 1
    seen = sorted(chain(*(one.validation.tolist() for one in parts)))
    assert sorted([*seen, *parts[0].test.tolist()]) == list(range(len(folder.files)))
    assert all(sorted(chain(*as_lists(one))) == list(range(len(folder.files))) for one in parts)
    for label, name in enumerate(folder.class_names):
        sizes = [classes(folder, one.validation)[name] for one in parts]
        assert max(sizes) - min(sizes) <= 1
        assert classes(folder, parts[0].test)[name] == round(counts[label] * test_share)


@settings(max_examples=40, deadline=None)
@given(COUNTS, st.sampled_from([0, 3]), st.integers(0, 99), st.randoms(use_true_random=False))
def test_the_order_of_files_does_not_matter_and_further_files_hardly(counts, folds, seed, random):
    config = SplitConfig(folds=folds, fold=1, seed=seed, test_share=0.1)
    folder = plain(**dict(zip("abcd", counts, strict=False)))
    expected = names_of(folder, split(folder, config))
    shuffled = list(folder.files)
    random.shuffle(shuffled)
    mixed = replace(folder, files=tuple(shuffled))
    assert names_of(mixed, split(mixed, config)) == expected
    more = plain(**dict(zip("abcd", [counts[0] + 1, *counts[1:]], strict=False)))
    renamed = replace(more, files=tuple(replace(f, relative=f.digest) for f in more.files))
    before = replace(folder, files=tuple(replace(f, relative=f.digest) for f in folder.files))
    changed = names_of(before, split(before, config))[1] ^ names_of(renamed, split(renamed, config))[1]
    assert len(changed) <= 4


GROUPED = st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("0123456789"), st.sampled_from(["", *"uvw"])),
                   min_size=8, max_size=50)


@settings(max_examples=40, deadline=None)
@given(GROUPED, st.sampled_from([0, 2, 4]), st.integers(0, 9))
def test_no_group_crosses_splits_also_when_it_spans_classes(rows, folds, seed):
    folder = folder_of((name, None, digest) for name, digest, _ in rows)
    alike = replace(folder, files=tuple(replace(file, group=rows[int(file.path.stem)][2]) for file in folder.files))
    try:
        splits = split(alike, SplitConfig(folds=folds, fold=1, seed=seed, test_share=0.2))
    except ImageFolderError:
        return
    where = {index: place for place, part in enumerate(as_lists(splits)) for index in part}
    assert sorted(where) == list(range(len(rows)))
    assert all(len({where[index] for index in group}) == 1 for group in groups(alike.files))


def names_of(folder: ImageFolder, splits: Splits) -> list[set[str]]:
    return [{folder.files[index].relative for index in part} for part in as_lists(splits)]


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
