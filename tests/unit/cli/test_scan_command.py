"""Tests of ``cnnstudio scan``."""

import shutil

import pytest

from tests.helpers.command_line import contents
from tests.helpers.images import make_folder


def test_a_scan_counts_classes_and_gives_each_file_a_reason(run_cli, pets):
    (pets / "cat" / "empty.png").write_bytes(b"")
    (pets / "cat" / "broken.jpg").write_bytes((pets / "cat" / "cat_0000.png").read_bytes()[:60])
    (pets / "notes.txt").write_text("not an image")
    answer = run_cli("scan", pets, "--json")
    assert answer.status == 0
    event, = answer.events
    assert event["event"] == "scan"
    assert event["classes"] == {"cat": 10, "dog": 10}
    assert event["layout"] == "class folders"
    assert event["used"] == 20
    assert event["found"] == 23 == event["used"] + len(event["ignored"]) + len(event["refused"])
    reasons = {item["path"].rsplit("/", 1)[-1]: item["reason"] for item in event["refused"]}
    assert "0 bytes" in reasons["empty.png"]
    assert reasons["broken.jpg"]
    assert [item["path"] for item in event["ignored"]] == [str(pets / "notes.txt")]
    assert "splits" not in event


@pytest.mark.parametrize("name", ["val", "valid", "validation"])
def test_given_splits_are_told(run_cli, tmp_path, name):
    root = make_folder(tmp_path / "set", {"train/a": 4, "train/b": 4, f"{name}/a": 2, f"{name}/b": 2, "test/a": 1,
                                          "test/b": 1})
    event, = run_cli("scan", root, "--json").events
    assert event["splits"] == {"train": 8, "validation": 4, "test": 2}
    assert event["layout"] == "train/val/test folders"


def test_a_wrapper_folder_is_looked_through(run_cli, tmp_path):
    make_folder(tmp_path / "download" / "pets", {"a": 3, "b": 3})
    event, = run_cli("scan", tmp_path / "download", "--json").events
    assert event["layout"] == "class folders in one wrapper folder"
    assert event["classes"] == {"a": 3, "b": 3}


def test_the_same_picture_twice_is_a_finding(run_cli, pets):
    shutil.copy(pets / "cat" / "cat_0000.png", pets / "dog" / "copy.png")
    event, = run_cli("scan", pets, "--json").events
    assert any("copy.png" in path for finding in event["health"] for path in finding["files"])


def test_a_scan_for_people_is_a_table(run_cli, pets):
    (pets / "cat" / "empty.png").write_bytes(b"")
    answer = run_cli("scan", pets)
    assert "21 files found, 20 used, 0 ignored, 1 refused" in answer.out
    assert "cat        10" in answer.out
    assert "empty.png: empty file" in answer.out
    assert answer.err == ""


def test_nothing_in_the_folder_changes(run_cli, pets):
    before = contents(pets)
    run_cli("scan", pets)
    assert contents(pets) == before


def test_bad_folders_get_a_sentence_with_the_way_out(run_cli, tmp_path):
    (tmp_path / "empty").mkdir()
    make_folder(tmp_path / "lonely", {"cat": 3})
    (tmp_path / "file.png").write_bytes(b"x")
    for name, words in (("nowhere", "no folder"), ("empty", "no usable images"), ("lonely", "only one class"),
                        ("file.png", "is a file")):
        answer = run_cli("scan", tmp_path / name, "--json")
        assert answer.status == 1
        message = answer.events[0]["message"]
        assert answer.events == [{"event": "error", "message": message}]
        assert name in message
        assert words in message
        assert message in answer.err


def test_a_name_that_is_no_name_is_no_traceback(run_cli):
    assert run_cli("scan", "x" * 5000).status == 1
    assert run_cli("scan", "a\0b").status == 2


def test_a_folder_with_two_readings_names_the_flags_for_each(run_cli, tmp_path):
    made = {f"{day}/{name}": 2 for day in ("monday", "tuesday") for name in ("a", "b")}
    root = make_folder(tmp_path / "days", made, 8)
    answer = run_cli("scan", root)
    assert answer.status == 1
    assert "  --layout classes   class folders: 2 classes (monday, tuesday), 8 images" in answer.err
    assert "  --name-pattern '*/{class}/*'   class in the file names" in answer.err
    event, = run_cli("scan", root, "--name-pattern", "*/{class}/*", "--json").events
    assert event["classes"] == {"a": 4, "b": 4}
    event, = run_cli("scan", root, "--json").events
    assert event["classes"] == {"a": 4, "b": 4}, "asked once, and remembered"


def test_labels_come_from_a_list(run_cli, pets, tmp_path):
    labels = tmp_path / "lists" / "labels.csv"
    labels.parent.mkdir()
    names = sorted(path.relative_to(pets).as_posix() for path in pets.rglob("*.png"))
    labels.write_text("path,label\n" + "".join(f"{name},{'ab'[row % 2]}\n" for row, name in enumerate(names)))
    event, = run_cli("scan", pets, "--csv", labels, "--json").events
    assert event["classes"] == {"a": 10, "b": 10}
    assert event["layout"] == "list of labels labels.csv"


@pytest.mark.parametrize(("flags", "words"), [
    (["--csv", "x.csv", "--name-pattern", "{class}_#"], "give one of them"),
    (["--layout", "splits", "--csv", "x.csv"], "--csv goes with --layout csv"),
    (["--name-pattern", "cat_#"], "needs {class} exactly once"),
])
def test_flags_that_contradict_each_other_are_said(run_cli, pets, flags, words):
    answer = run_cli("scan", pets, *flags)
    assert answer.status == 1
    assert words in answer.err


def test_what_changed_since_the_last_time_is_said(run_cli, pets):
    event, = run_cli("scan", pets, "--json").events
    assert event["difference"] is None
    (pets / "cat" / "cat_0003.png").unlink()
    (pets / ".DS_Store").write_bytes(b"x")
    answer = run_cli("scan", pets)
    assert "1 file is missing since" in answer.out
    assert "20 files found, 19 used, 1 ignored (1 of them system files), 0 refused" in answer.out
    assert ".DS_Store" not in answer.out
    event, = run_cli("scan", pets, "--json", "--fresh").events
    assert event["difference"]["removed"] == []
    assert event["system_files"] == 1


def test_a_terminal_gets_a_drawing_of_what_is_expected(run_cli, tmp_path):
    (tmp_path / "empty").mkdir()
    assert "├── cat/" in run_cli("scan", tmp_path / "empty").err
