"""What the user decided is applied, counted, and can be taken back."""

from dataclasses import fields, replace

import pytest

from cnnstudio.data.curation.decisions import (
    EXCLUDED,
    Curation,
    Decision,
    curate,
    left_out,
    relabelled,
    with_classes_of,
)
from cnnstudio.data.folder.image_folder import ImageFolder
from cnnstudio.errors import ImageFolderError
from tests.helpers.folders import folder_of


@pytest.fixture
def folder() -> ImageFolder:
    made = folder_of((name, None, f"{name}{n}") for name in ("cat", "dog", "owl") for n in range(4))
    return replace(made, files=tuple(replace(file, row=row) for row, file in enumerate(made.files)))


def labels(folder: ImageFolder) -> dict[str, str]:
    return {file.relative: folder.class_names[file.class_index] for file in folder.files}


def test_nothing_decided_gives_the_scan_itself(folder):
    assert curate(folder, Curation()) is folder
    assert curate(folder, Curation(class_names=("cat", "dog", "wolf", "owl"))) is folder


def test_an_image_left_out_is_counted_among_the_ignored_and_comes_back(folder):
    curation = Curation().with_change(["cat/0.png", "owl/9.png"], excluded=True)
    curated = curate(folder, curation)
    assert curated.used == 10
    assert curated.found == folder.found == 12
    assert {(item.path.name, item.reason) for item in curated.ignored} == {("0.png", EXCLUDED), ("9.png", EXCLUDED)}
    assert [file.relative for file in left_out(curated, curation)] == ["cat/0.png", "owl/9.png"]
    assert curate(curated, curation.with_change(["cat/0.png", "owl/9.png"], excluded=False)) is folder


def test_a_relabelled_image_has_the_users_class_and_nothing_else_changes(folder):
    curated = curate(folder, relabelled(Curation(), folder, ["cat/1.png"], "dog"))
    assert labels(curated) == labels(folder) | {"cat/1.png": "dog"}
    assert [file.row for file in curated.files] == list(range(12))
    before, after = folder.files[1], curated.files[1]
    assert {one.name for one in fields(before) if getattr(before, one.name) != getattr(after, one.name)} == {
        "class_index"}


def test_a_new_class_comes_last_and_keeps_its_place(folder):
    one = arranged(folder, relabelled(Curation(), folder, ["cat/1.png"], "wolf"))
    assert curate(folder, one).class_names == ("cat", "dog", "owl", "wolf")
    two = relabelled(one, folder, ["cat/2.png"], "ape")
    assert curate(folder, two).class_names == ("cat", "dog", "owl", "wolf", "ape")


def arranged(folder: ImageFolder, curation: Curation) -> Curation:
    return with_classes_of(curation, curate(folder, curation))


def test_a_class_index_follows_from_the_projects_list_whatever_a_scan_meets(folder):
    known = with_classes_of(Curation(), folder)
    more = folder_of((name, None, f"{name}{n}") for name in ("ant", "cat", "owl") for n in range(4))
    assert curate(more, known).class_names == ("cat", "owl", "ant")
    assert set(labels(curate(more, known)).items()) == set(labels(more).items())


def test_the_own_class_takes_a_relabelling_back(folder):
    curation = relabelled(Curation(), folder, ["cat/1.png"], "dog")
    assert relabelled(curation, curate(folder, curation), ["cat/1.png"], "cat").is_empty


def test_the_users_split_is_marked_as_decided(folder):
    curated = curate(folder, Curation().with_change(["dog/5.png"], split="test"))
    marked = [(file.relative, file.split) for file in curated.files if file.is_split_decided]
    assert marked == [("dog/5.png", "test")]


def test_merged_classes_count_as_one_also_over_several_steps(folder):
    chain = Curation().with_merged("cat", "dog").with_merged("dog", "owl")
    assert chain.merged_classes == {"cat": "owl", "dog": "owl"}
    with pytest.raises(ImageFolderError, match="two classes"):
        curate(folder, chain)
    apart = chain.with_merged("dog", "dog")
    assert curate(folder, apart).class_counts == {"dog": 4, "owl": 8}
    swapped = Curation().with_merged("cat", "dog").with_merged("dog", "cat")
    assert curate(folder, swapped).class_counts == {"cat": 8, "owl": 4}


def test_a_circle_of_classes_from_a_file_ends(folder):
    circle = Curation(merged_classes={"cat": "dog", "dog": "cat"})
    assert curate(folder, circle).used == 12


def test_an_empty_class_goes_unless_it_is_kept(folder):
    curation = Curation().with_change([f"owl/{n}.png" for n in range(8, 12)], excluded=True)
    assert curate(folder, curation).class_counts == {"cat": 4, "dog": 4}
    assert curate(folder, curation.with_kept("owl")).class_counts == {"cat": 4, "dog": 4, "owl": 0}
    assert curation.with_kept("owl").with_kept("owl", kept=False) == curation


def test_decisions_are_counted_in_words():
    curation = Curation().with_change(["a", "b", "c"], excluded=True).with_change(["d", "e"], class_name="x")
    curation = curation.with_change(["e"], confirmed=True).with_merged("k", "c").with_kept("z")
    assert curation.counts == {"excluded": 3, "class_name": 2, "confirmed": 1, "merged_classes": 1, "kept_classes": 1}
    assert curation.sentence == "3 left out, 2 relabelled, 1 confirmed, 1 class merged, 1 empty class kept"
    assert Curation().sentence == ""


def test_a_change_keeps_the_other_fields_and_a_default_is_forgotten():
    curation = Curation().with_change(["a"], class_name="x").with_change(["a"], split="test")
    assert curation.of("a") == Decision(class_name="x", split="test")
    assert curation.with_change(["a"], class_name=None, split=None).is_empty
