"""What is decided about a doubtful label can be read from the curation, and each decision replaces the last."""

from pathlib import Path

import pytest

from cnnstudio.data.curation.decisions import Curation, Decision
from cnnstudio.data.health.doubtful_labels import DoubtfulLabel
from cnnstudio.workspace.label_decisions import Reviewed

NAME = "cat/1.png"


def reviewed(given: str = "cat", own: str = "cat") -> Reviewed:
    return Reviewed(DoubtfulLabel(NAME, Path("/pictures") / NAME, given, "dog", 0.1, 0.9, 2.3), own)


def test_each_decision_is_read_back() -> None:
    one = reviewed()
    assert one.verdict(Curation()) == "open"
    kept = one.kept()(Curation())
    assert (one.verdict(kept), kept.of(NAME)) == ("confirmed", Decision(confirmed=True))
    changed = one.counted_as("dog")(Curation())
    assert (one.verdict(changed), one.class_name(changed)) == ("corrected", "dog")
    assert changed.of(NAME) == Decision(class_name="dog", confirmed=True)
    assert one.verdict(one.left_out()(Curation())) == "left out"


@pytest.mark.parametrize("first", ["kept", "left_out"])
def test_a_later_decision_replaces_an_earlier_one(first: str) -> None:
    one = reviewed()
    curation = getattr(one, first)()(Curation())
    assert one.counted_as("dog")(curation) == one.counted_as("dog")(Curation())
    assert one.kept()(one.counted_as("dog")(curation)) == one.kept()(Curation())


def test_an_image_relabelled_before_is_open_and_goes_back_to_its_folders_class() -> None:
    one = reviewed(given="owl")
    before = Curation().with_change([NAME], class_name="owl")
    assert one.verdict(before) == "open"
    back = one.counted_as("cat")(before)
    assert back.of(NAME) == Decision(confirmed=True), "its folder says so itself"
    assert one.verdict(back) == "corrected"
    assert one.kept()(before).of(NAME) == Decision(class_name="owl", confirmed=True)


def test_what_was_decided_about_the_split_stays() -> None:
    before = Curation().with_change([NAME], split="test")
    assert reviewed().counted_as("dog")(before).of(NAME).split == "test"


def test_a_merged_class_counts_as_the_one_it_became() -> None:
    curation = Curation().with_merged("kitten", "cat").with_change([NAME], class_name="kitten")
    assert reviewed().class_name(curation) == "cat"
    assert reviewed().verdict(curation) == "open"
