"""Decisions about images are remembered for each folder, whole, and never lost."""

import json
import threading
from types import MappingProxyType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cnnstudio.data.config import SplitConfig
from cnnstudio.data.curation.decisions import Curation, Decision
from cnnstudio.errors import StorageError
from cnnstudio.workspace.curation_saver import CurationSaver
from cnnstudio.workspace.curation_store import (
    curation_file,
    finish_saving,
    load_curation,
    load_stored,
    remember_classes_later,
    save_curation,
    save_curation_later,
    saving_problem,
)
from cnnstudio.workspace.scan_job import ScanJob
from tests.helpers.images import make_folder

FULL = Curation(
    MappingProxyType({
        "cat/1.png": Decision(excluded=True), "cat/2.png": Decision(class_name="dog", confirmed=True),
        "cat/\udcff\n.png": Decision(split="test", readable_part=True)}),
    MappingProxyType({"kitten": "cat"}), ("owl",), ("cat", "dog", "owl"))
NAMES = st.text(min_size=1, max_size=8)
SPLITS = st.sampled_from([None, "train", "validation", "test"])
DECISIONS = st.builds(Decision, st.booleans(), st.none() | NAMES, SPLITS, st.booleans(), st.booleans())


def test_nothing_is_decided_about_a_folder_never_seen(tmp_path):
    assert load_stored(tmp_path).curation == Curation()
    assert load_stored(tmp_path).problem == ""


def test_what_was_saved_comes_back(tmp_path):
    save_curation(tmp_path, FULL)
    found = load_curation(tmp_path)
    assert found == FULL
    assert found.class_names == ("cat", "dog", "owl")


@settings(max_examples=5, deadline=None)
@given(st.dictionaries(NAMES, DECISIONS), st.dictionaries(NAMES, NAMES), st.lists(NAMES, unique=True))
def test_any_decisions_come_back(tmp_path_factory, decisions, merged, kept):
    root = tmp_path_factory.mktemp("any")
    curation = Curation(merged_classes=merged, kept_classes=tuple(kept)).with_decisions(decisions)
    save_curation(root, curation)
    assert load_curation(root) == curation


def test_folders_are_kept_apart_and_nothing_is_written_into_them(tmp_path):
    one, other = tmp_path / "one", tmp_path / "other"
    one.mkdir()
    other.mkdir()
    save_curation(one, FULL)
    assert load_curation(other).is_empty
    assert list(one.iterdir()) == []
    assert json.loads(curation_file(one).read_text())["folder"] == str(one)


@pytest.mark.parametrize("damage", [
    b"", b"{", b"[]", b'{"schema_version": 1}', b'{"schema_version": 2}', b"\xff\xfe"])
def test_a_damaged_file_is_kept_under_another_name_and_said(tmp_path, damage):
    path = curation_file(tmp_path)
    path.parent.mkdir(parents=True)
    for number in ("", ".2"):
        path.write_bytes(damage)
        stored = load_stored(tmp_path)
        assert stored.curation == Curation()
        kept = path.with_name(f"{path.name}{number}.damaged")
        assert kept.read_bytes() == damage
        assert kept.name in stored.problem
        assert str(tmp_path) in stored.problem
    assert load_stored(tmp_path).problem == ""


@pytest.mark.parametrize(("field", "value"), [
    ("decisions", {"a": {"split": "holdout"}}), ("decisions", {"a": {"excluded": 1}}), ("decisions", {"a": {"x": 1}}),
    ("decisions", {"a": 1}), ("decisions", {"": {}}), ("decisions", {"a": {"split": ["train"]}}),
    ("decisions", {"a": {"class_name": ""}}),
    ("class_names", "cat"), ("merged_classes", {"a": 3}), ("kept_classes", [1]), ("folder", "/elsewhere")])
def test_a_field_that_cannot_be_used_is_named(tmp_path, field, value):
    save_curation(tmp_path, FULL)
    document = json.loads(curation_file(tmp_path).read_text()) | {field: value}
    curation_file(tmp_path).write_text(json.dumps(document))
    stored = load_stored(tmp_path)
    assert stored.curation.is_empty
    assert ("elsewhere" if field == "folder" else field) in stored.problem


def test_a_save_that_fails_leaves_the_old_state(tmp_path, monkeypatch):
    save_curation(tmp_path, FULL)
    broken = Curation(MappingProxyType({"a": Decision(class_name="x")}))
    monkeypatch.setattr("cnnstudio.workspace.curation_store.to_json", lambda *_: _fails())
    with pytest.raises(StorageError, match="No space left"):
        save_curation(tmp_path, broken)
    save_curation_later(tmp_path, broken)
    finish_saving()
    assert "No space left" in saving_problem()
    assert load_curation(tmp_path) == FULL


def _fails():
    yield "{"
    raise OSError(28, "No space left on device")


def test_only_the_newest_of_many_changes_has_to_be_written(tmp_path):
    for number in range(200):
        save_curation_later(tmp_path, Curation().with_change([f"{number}.png"], excluded=True))
    assert load_curation(tmp_path).counts == {"excluded": 1}
    assert load_curation(tmp_path).of("199.png").excluded
    assert saving_problem() == ""


def test_a_state_that_waits_gives_way_to_a_newer_one_and_none_is_lost():
    saver, started, gate, saved = CurationSaver(), threading.Event(), threading.Event(), []

    def first() -> None:
        started.set()
        gate.wait(5)
        saved.append("first")

    saver.save_later("a", first)
    assert started.wait(5)
    for number in range(5):
        saver.save_later("a", lambda number=number: saved.append(number))
    saver.save_later("b", lambda: saved.append("other"))
    gate.set()
    saver.finish()
    assert saved == ["first", 4, "other"]


def test_classes_are_added_to_the_list_and_never_moved(tmp_path):
    save_curation(tmp_path, FULL)
    remember_classes_later(tmp_path, ("ant", "cat"))
    found = load_curation(tmp_path)
    assert found == FULL
    assert found.class_names == ("cat", "dog", "owl", "ant")


def test_a_scan_opens_a_folder_as_was_decided_before(tmp_path):
    root = make_folder(tmp_path / "pets", {"cat": 6, "dog": 6}, 16)
    save_curation(root, Curation().with_change(["cat/cat_0000.png"], excluded=True))
    listed, finished = (event for event in ScanJob(root).run(lambda: False) if hasattr(event, "arrangement"))
    assert listed.arrangement.folder.used == finished.arrangement.folder.used == 11
    assert finished.folder.used == 12
    assert finished.note == ""


def test_decisions_that_are_no_longer_possible_leave_the_folder_as_found(tmp_path):
    root = make_folder(tmp_path / "pets", {"cat": 6, "dog": 6}, 16)
    merged = Curation().with_merged("cat", "dog")
    save_curation(root, merged)
    finished = list(ScanJob(root).run(lambda: False))[-1]
    assert finished.arrangement.folder.used == 12
    assert finished.arrangement.curation.is_empty
    kept = curation_file(root).with_name(f"{curation_file(root).name}.damaged")
    assert kept.name in finished.note
    assert "two classes" in finished.note
    assert json.loads(kept.read_text())["merged_classes"] == {"cat": "dog"}


def test_a_pattern_of_another_folder_does_not_keep_this_one_closed(tmp_path):
    root = make_folder(tmp_path / "pets", {"cat": 6, "dog": 6}, 16)
    finished = list(ScanJob(root, split_config=SplitConfig(group_pattern="patient{}-*")).run(lambda: False))[-1]
    assert finished.arrangement.split_config.group_pattern == ""
    assert "patient{}-*" in finished.note
