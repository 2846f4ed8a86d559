"""Images that belong together are found: equal ones, alike ones, and those whose names agree in a part."""

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnnstudio.data.folder.image_folder import ImageFile
from cnnstudio.data.split_groups import compile_pattern, groups, name_parts
from cnnstudio.errors import ImageFolderError


def files(*rows: tuple[str, str, str]) -> list[ImageFile]:
    return [ImageFile(Path("/p") / name, name, 0, None, digest=digest, group=group) for name, digest, group in rows]


def test_files_are_together_by_way_of_others():
    found = groups(files(("a_1", "x", ""), ("b", "", ""), ("c", "x", "g"), ("a_2", "y", ""), ("d", "z", "g")), "{}_#")
    assert found == [(0, 2, 3, 4), (1,)]


def test_an_empty_digest_or_group_says_nothing():
    assert groups(files(("a", "", ""), ("b", "", ""))) == [(0,), (1,)]


KEYS = st.sampled_from(["", *"abcdef"])
ROWS = st.lists(st.tuples(st.just("f"), KEYS, KEYS), max_size=25)


@given(ROWS)
def test_groups_are_the_connected_parts(rows):
    """Independent: spread labels over all pairs until nothing changes."""
    label = list(range(len(rows)))
    changed = True
    while changed:
        changed = False
        for i, one in enumerate(rows):
            for j, two in enumerate(rows):
                linked = (one[1] and one[1] == two[1]) or (one[2] and one[2] == two[2])
                if linked and label[i] != label[j]:
                    label[i] = label[j] = min(label[i], label[j])
                    changed = True
    expected = {tuple(i for i, its in enumerate(label) if its == name) for name in label}
    found = groups(files(*rows))
    assert set(found) == expected
    assert sorted(index for group in found for index in group) == list(range(len(rows)))


@pytest.mark.parametrize(("pattern", "name", "part"), [
    ("{}_*", "patient7_03.jpg", ("patient7",)),
    ("{}_*", "patient7.jpg", ()),
    ("{}_*", "_03.jpg", ()),
    ("{}_#", "a_b_3.png", ("a_b",)),
    ("{}_#.png", "a_b_3.png", ("a_b",)),
    ("{}_#.jpg", "a_b_3.png", ()),
    ("{}_#*", "a_b_31x_7.png", ("a_b",)),
    ("IMG_{}_*", "IMG_20240131_1.jpg", ("20240131",)),
    ("IMG_{}_*", "img_20240131_1.jpg", ()),
    ("*-{}-*", "a-b-c-d.png", ("b",)),
    ("{}-*-{}", "a-b-c-d.png", ("a", "c-d.png")),
    ("#x{}", "12x5.png", ("5.png",)),
    ("{}#", "room12.png", ("room",)),
    ("*(1){}", "a(1)z", ("z",)),
    ("{}", "a.b.png", ("a.b.png",)),
])
def test_the_part_that_must_agree(pattern, name, part):
    assert compile_pattern(pattern)(name) == part


def test_a_pattern_with_a_slash_is_held_against_the_place_below_the_folder():
    found = name_parts(files(("cat/p1/3.png", "", ""), ("dog/p1/4.png", "", ""), ("dog/5.png", "", "")), "*/{}/*")
    assert found == [("p1",), ("p1",), ()]
    assert name_parts(files(("p_1/a_7.png", "", "")), "{}_#") == [("a",)]


@pytest.mark.parametrize(("pattern", "reason"), [
    ("patient_*", "does not say which part"), ("{x}_*", "brace alone"), ("{}_}", "brace alone"),
    ("{}#1", "fits nothing"), ("{}_zz*", "No file fits")])
def test_a_pattern_that_cannot_be_is_refused_with_an_example(pattern, reason):
    with pytest.raises(ImageFolderError, match=reason) as caught:
        name_parts(files(("cat/a_1.png", "", "")), pattern)
    assert pattern in str(caught.value)
    assert "patient7_03.jpg" in str(caught.value)


@pytest.mark.parametrize("pattern", ["*a" * 90 + "{}b", "{}" * 100, "*" * 190 + "{}b", "*#" * 60 + "x{}", "{}_#" * 40])
def test_no_pattern_is_slow(pattern):
    names = ["a" * 255, "1" * 255, "a1" * 127, "_1" * 127]
    match = compile_pattern(pattern)
    start = time.process_time()
    for name in names:
        match(name)
    assert time.process_time() - start < 0.5
