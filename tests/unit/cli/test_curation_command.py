"""Tests of ``cnnstudio curation``."""

from cnnstudio.data.curation.decisions import Curation
from cnnstudio.workspace.curation_store import load_curation, save_curation
from tests.helpers.command_line import contents

DECIDED = Curation().with_change(["cat/cat_0000.png"], excluded=True).with_change(
    ["cat/cat_0001.png"], class_name="dog").with_merged("kitten", "cat")


def test_nothing_decided_is_said(run_cli, pets):
    answer = run_cli("curation", pets)
    assert answer.status == 0
    assert "nothing is decided" in answer.out


def test_decisions_are_listed_for_people_and_programs(run_cli, pets):
    before = contents(pets)
    save_curation(pets, DECIDED)
    answer = run_cli("curation", pets)
    assert "1 left out, 1 relabelled, 1 class merged" in answer.out
    assert "cat/cat_0001.png: is dog" in answer.out
    event, = run_cli("curation", pets, "--json").events
    assert event["counts"] == {"excluded": 1, "class_name": 1, "merged_classes": 1}
    assert event["decisions"]["cat/cat_0000.png"]["excluded"] is True
    assert contents(pets) == before


def test_exported_decisions_come_back_after_they_were_cleared(run_cli, pets, tmp_path):
    save_curation(pets, DECIDED)
    table = tmp_path / "out" / "decisions.csv"
    assert run_cli("curation", pets, "--export", table).status == 0
    cleared = run_cli("curation", pets, "--clear")
    assert "kept in" in cleared.err
    assert load_curation(pets).is_empty
    imported = run_cli("curation", pets, "--import", table)
    assert imported.status == 0
    assert imported.err == ""
    assert load_curation(pets) == DECIDED


def test_files_that_are_not_there_are_counted(run_cli, pets, tmp_path):
    table = tmp_path / "table.csv"
    table.write_text("relative,excluded\ncat/none.png,yes\ncat/cat_0000.png,yes\n")
    answer = run_cli("curation", pets, "--import", table)
    assert "1 of the 2 files named are not in" in answer.err
    assert load_curation(pets).counts == {"excluded": 2}


def test_a_table_with_a_mistake_changes_nothing(run_cli, pets, tmp_path):
    save_curation(pets, DECIDED)
    table = tmp_path / "table.csv"
    table.write_text("relative,excluded\na,perhaps\n")
    answer = run_cli("curation", pets, "--import", table)
    assert answer.status == 1
    assert "table.csv, line 2: excluded" in answer.err
    assert load_curation(pets) == DECIDED


def test_labels_and_splits_are_listed_as_they_are_used(run_cli, pets, tmp_path):
    save_curation(pets, DECIDED)
    answer = run_cli("curation", pets, "--labels", tmp_path / "labels.csv")
    lines = (tmp_path / "labels.csv").read_text("utf-8-sig").splitlines()
    assert answer.status == 0
    assert lines[0] == "path,label,split"
    assert len(lines) == 20
    assert any(line.startswith("cat/cat_0001.png,dog,") for line in lines)


def test_a_folder_that_is_not_there_is_named(run_cli, tmp_path):
    answer = run_cli("curation", tmp_path / "nowhere")
    assert answer.status == 1
    assert "nowhere" in answer.err
