"""What the Data page shows of a folder: filters, orders, searches and what is alike, against plain Python."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from cnnstudio.data.config import SplitConfig
from cnnstudio.data.curation.decisions import Curation, Decision, curate
from cnnstudio.data.folder.image_folder import ImageFile, ImageFolder
from cnnstudio.data.folder.measures import ImageMeasures
from cnnstudio.data.listing.walk import SetAside
from cnnstudio.data.split import split
from cnnstudio.ui.data.contents import ASIDE, LEFT_OUT, FolderContents, ImageFilter, ImageSet
from cnnstudio.ui.data.image_sets import MOVED, RELABELLED, image_sets
from cnnstudio.ui.data.image_words import bytes_text, decided, facts, measure_words, summary
from cnnstudio.ui.data.row_selection import RowSelection

ROOT = Path("/nowhere/pets")
NAMES = ("Änne 2.png", "anne 10.png", "b.jpg", "c.jpg", "d.jpg")


def made(*, is_checked: bool = True) -> ImageFolder:
    """Five cats, five dogs and a bird farm of five; every figure different; the first two cats are copies."""
    random = np.random.default_rng(4)
    files = []
    for label, class_name in enumerate(("cat", "dog", "bird farm")):
        for name in NAMES:
            row = len(files)
            relative = f"{class_name}/{name}"
            measures = ImageMeasures(float(random.random()), 0.2, float(random.random() * 900), False, row)
            files.append(ImageFile(
                ROOT / relative, relative, label, None, digest="same" if row < 2 else f"{row}",
                size=int(random.integers(1, 10**6)), modified_ns=int(random.integers(1, 10**9)), height=10 + row % 7,
                width=20, measures=measures if is_checked else None, group="g" if row in (0, 1, 7) else "", row=row))
    aside = (SetAside(ROOT / "cat" / "broken.png", "empty file"),)
    return ImageFolder(ROOT, "class folders", ("cat", "dog", "bird farm"), tuple(files), (), aside,
                       is_checked=is_checked)


def contents_of(folder: ImageFolder, curation: Curation | None = None,
                before: FolderContents | None = None) -> FolderContents:
    curation = curation if curation is not None else Curation()
    curated = curate(folder, curation)
    return FolderContents(curated, split(curated, SplitConfig()), curation, before)


def names(contents: FolderContents, **wanted: object) -> list[str]:
    rows = contents.rows(ImageFilter(**wanted))  # type: ignore[arg-type]
    return [contents.path(row).relative_to(ROOT).as_posix() for row in rows.numbers.tolist()]


@pytest.mark.parametrize(("order", "key"), [
    ("newest", lambda file: -file.modified_ns), ("largest", lambda file: -file.size),
    ("fewest pixels", lambda file: file.height * file.width), ("darkest", lambda file: file.measures.brightness),
    ("brightest", lambda file: -file.measures.brightness), ("most blurred", lambda file: file.measures.sharpness),
    ("sharpest", lambda file: -file.measures.sharpness)])
def test_every_order_is_the_one_that_sorting_gives(order: str, key: object) -> None:
    folder = made()
    expected = [file.relative for file in sorted(folder.files, key=key)]  # type: ignore[arg-type]
    assert names(contents_of(folder), order=order) == expected


def test_names_sort_as_people_count_and_unchecked_images_come_last() -> None:
    contents = contents_of(made())
    assert [name.split("/")[1] for name in names(contents, class_index=0, order="name")] == [
        "anne 10.png", "b.jpg", "c.jpg", "d.jpg", "Änne 2.png"]
    folder = made()
    half = replace(folder, files=tuple(
        replace(file, measures=None) if file.row < 4 else file for file in folder.files))
    order = names(contents_of(half), order="darkest")
    assert {name.split("/")[0] for name in order[-4:]} == {"cat"}


def test_a_search_finds_parts_of_names_in_any_case_and_spelling() -> None:
    contents = contents_of(made())
    assert len(names(contents, text="ANNE 1")) == 3
    assert len(names(contents, text="a\u0308nne")) == 3, "a letter with a loose accent is the same letter"
    assert len(names(contents, text=".JPG", class_index=1)) == 3
    assert names(contents, text="broken") == []
    assert names(contents, text="broken", split=ASIDE) == ["cat/broken.png"]
    assert names(contents, text="nothing like it") == []


def test_images_left_out_are_counted_and_found_by_the_class_they_had() -> None:
    curation = Curation().with_decisions({"cat/b.jpg": Decision(excluded=True), "dog/c.jpg": Decision(excluded=True),
                                          "dog/d.jpg": Decision(class_name="cat", split="train")})
    contents = contents_of(made(), curation)
    assert names(contents, split=LEFT_OUT) == ["cat/b.jpg", "dog/c.jpg"]
    assert names(contents, split=LEFT_OUT, class_index=1) == ["dog/c.jpg"]
    assert "cat/b.jpg" not in names(contents)
    counts = contents.state_counts()
    assert (counts[LEFT_OUT], counts[ASIDE]) == (2, 1)
    assert counts["train"] + counts["validation"] + counts["test"] == 13
    assert [row.total for row in contents.class_rows()] == [5, 3, 5]
    assert decided(contents) == "2 left out, 1 relabelled, 1 moved to another split"
    row = contents.row_of(ROOT / "dog" / "d.jpg")
    assert contents.class_name(row) == "cat"
    assert "cat (the folder says dog)" in facts(contents, row)
    assert "Training (chosen by you)" in facts(contents, row)


def test_sets_of_images_are_those_decided_about() -> None:
    curation = Curation().with_decisions({"dog/d.jpg": Decision(class_name="cat"), "cat/d.jpg": Decision(split="test")})
    contents = contents_of(made(), curation)
    sets = {one.key: one.rows.tolist() for one in image_sets(contents, (), None)}
    assert sets == {RELABELLED: [9], MOVED: [4]}
    chosen = ImageSet("some", "Some", np.array([9, 2]))
    assert contents.rows(ImageFilter(images=chosen)).numbers.tolist() == [9, 2], "in the order of the set"
    assert contents.rows(ImageFilter(images=chosen, class_index=0)).numbers.tolist() == [9, 2]
    assert contents.rows(ImageFilter(images=chosen, class_index=1)).numbers.tolist() == []


def test_copies_and_pictures_alike_are_told_apart() -> None:
    copies, alike = contents_of(made()).scan.alike(0)
    assert (copies.tolist(), alike.tolist()) == ([1], [7])
    copies, alike = contents_of(made()).scan.alike(3)
    assert (len(copies), len(alike)) == (0, 0)


def test_rows_are_found_again_in_a_later_scan() -> None:
    before = contents_of(made(is_checked=False))
    folder = made()
    fewer = replace(folder, files=tuple(replace(file, row=row) for row, file in enumerate(folder.files[1:])))
    now = contents_of(fewer, before=before)
    assert now.before_in_this is not None
    assert now.before_in_this.tolist() == [-1, *range(14), -1]
    assert contents_of(fewer, before=now).scan is now.scan, "what follows from the scan alone is made once"
    assert contents_of(fewer, before=now).before_in_this is None


def test_several_images_are_summed_up_most_frequent_first() -> None:
    contents = contents_of(made())
    assert summary(contents, np.arange(7)).startswith("5 cat  ·  2 dog")
    assert measure_words(ImageMeasures(0.05, 0.01, 3.0, True, 0)) == "dark, little contrast, blurred, grey"
    assert measure_words(None) == ""
    assert [bytes_text(size) for size in (900, 4_500, 45_000, 2_300_000)] == ["900 B", "4.5 kB", "45 kB", "2.3 MB"]


def test_a_selection_follows_clicks_ranges_and_rectangles() -> None:
    chosen = RowSelection(20)
    chosen.choose(3)
    chosen.extend(6)
    assert chosen.places.tolist() == [3, 4, 5, 6]
    chosen.extend(1)
    assert chosen.places.tolist() == [1, 2, 3], "a range turns round its anchor"
    chosen.toggle(9)
    chosen.extend(11, keep=True)
    assert chosen.places.tolist() == [1, 2, 3, 9, 10, 11]
    chosen.toggle(2)
    assert 2 not in chosen
    chosen.begin_rectangle(keep=False)
    chosen.set_rectangle(range(1, 3), range(2, 4), 5)
    assert chosen.places.tolist() == [7, 8, 12, 13]
    chosen.begin_rectangle(keep=True)
    chosen.set_rectangle(range(3, 6), range(4, 5), 5)
    assert chosen.places.tolist() == [7, 8, 12, 13, 19], "cells behind the last image are none"
    chosen.set_rectangle(range(0), range(0), 5)
    assert len(chosen) == 4
    chosen.select_all()
    assert len(chosen) == 20
