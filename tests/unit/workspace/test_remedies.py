"""A remedy put into force holds; taken back, it leaves what was decided since about other things."""

from types import MappingProxyType

import pytest

from cnnstudio.data.config import SplitConfig
from cnnstudio.data.curation.decisions import Curation, Decision
from cnnstudio.data.folder.image_folder import scan
from cnnstudio.data.health.checks import Remedy
from cnnstudio.workspace.curation_edits import SetSplit
from cnnstudio.workspace.remedies import RemedyStep
from cnnstudio.workspace.workspace import Workspace
from tests.helpers.images import make_folder

EXCLUDE = Remedy("Leave them out", MappingProxyType({"a/1.png": Decision(excluded=True),
                                                   "a/2.png": Decision(excluded=True)}))


def test_a_remedy_is_in_force_once_applied_and_not_before() -> None:
    before = Curation().with_change(["a/1.png"], class_name="b")
    step = RemedyStep("2 copies", EXCLUDE, before)
    after = EXCLUDE.applied_to(before)
    assert not step.is_in_force(before, "")
    assert step.is_in_force(after, "")
    assert not step.is_in_force(after.with_change(["a/2.png"], excluded=False), ""), "one image was brought back"


def test_taking_back_restores_what_was_asked_for_and_keeps_what_came_since() -> None:
    before = Curation().with_change(["a/2.png"], excluded=True)
    step = RemedyStep("2 copies", EXCLUDE, before)
    since = EXCLUDE.applied_to(before).with_change(["a/1.png", "b/9.png"], class_name="c")
    back = step.taken_from(since)
    assert back.of("a/1.png") == Decision(class_name="c")
    assert back.of("a/2.png") == Decision(excluded=True), "it was left out before the remedy"
    assert back.of("b/9.png") == Decision(class_name="c")


@pytest.mark.parametrize("remedy", [Remedy("Count Cats as cat", merge=("Cats", "cat")),
                                    Remedy("Keep owl", keep_class="owl")])
def test_merged_and_kept_classes_are_taken_back(remedy: Remedy) -> None:
    step = RemedyStep("names", remedy, Curation())
    after = remedy.applied_to(Curation())
    assert after != Curation()
    assert step.is_in_force(after, "")
    assert step.taken_from(after) == Curation()


def test_a_pattern_is_in_force_while_the_splits_follow_it() -> None:
    step = RemedyStep("series", Remedy("Keep together by {}_*", group_pattern="{}_*"), Curation())
    assert step.is_in_force(Curation(), "{}_*")
    assert not step.is_in_force(Curation(), "")


def test_an_edit_of_the_splits_applies_reverts_and_leaves_another_folder_alone(tmp_path) -> None:
    workspace = Workspace(tmp_path / "runs")
    workspace.open_folder(scan(make_folder(tmp_path / "pets", {"cat": 6, "dog": 6}, 8)))
    before, after = SplitConfig(), SplitConfig(validation_share=0.5)
    edit = SetSplit(before, after, "halves", tmp_path / "pets")
    edit.apply(workspace)
    assert workspace.split_config == after
    edit.revert(workspace)
    assert workspace.split_config == before
    SetSplit(before, after, "halves", tmp_path / "others").apply(workspace)
    assert workspace.split_config == before
