"""``cnnstudio project`` from packing a run to bringing back a backup."""

from pathlib import Path

import pytest

from cnnstudio.project.backups import backups_of
from cnnstudio.project.reading import read_project
from tests.helpers.quick_runs import quick_run


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return tmp_path / "pets.cnnstudio"


def test_a_run_is_packed_listed_checked_and_unpacked(run_cli, tmp_path: Path, project: Path) -> None:
    run = quick_run(tmp_path / "runs", "convolution")

    packed = run_cli("project", "pack", project, run, "--json")
    (info,) = run_cli("project", "info", project, "--json").of("project")
    (check,) = run_cli("project", "check", project, "--json").of("check")
    (unpacked,) = run_cli("project", "unpack", project, "--runs", tmp_path / "other", "--json").of("unpacked")

    assert packed.status == 0
    assert (info["name"], info["network"], info["preprocess"]["height"]) == ("pets", "convolution", 28)
    assert info["runs"][0]["run_id"] == run.name
    assert info["folder"]["absolute"] == "/home/me/pets"
    assert check["sound"] is True
    assert check["bytes"] == project.stat().st_size
    assert Path(unpacked["folder"]) == tmp_path / "other" / run.name
    assert run.name in run_cli("project", "info", project).out


def test_a_backup_is_listed_and_brought_back(run_cli, tmp_path: Path, project: Path) -> None:
    run = quick_run(tmp_path / "runs", "convolution")
    run_cli("project", "pack", project, run)
    run_cli("project", "pack", project, run, "--packing", "results")

    listed = run_cli("project", "backups", project, "--json").of("backup")
    restored = run_cli("project", "restore", project, "1")

    assert [one["number"] for one in listed] == [1]
    assert restored.status == 0
    assert read_project(project).runs[0].packing == "weights"
    assert len(backups_of(project)) == 2


@pytest.mark.parametrize(("words", "reason"), [
    (("info",), "cannot be read"), (("pack",), "Say which runs"), (("restore", "1"), "Say which backup"),
    (("restore", "x"), "Say which backup"), (("unpack", "a"), "cannot be read"), (("check",), "cannot be read")])
def test_what_cannot_be_done_is_a_sentence(run_cli, project: Path, words: tuple[str, ...], reason: str) -> None:
    answer = run_cli("project", words[0], project, *words[1:])

    assert answer.status == 1
    assert reason in answer.err


def test_a_damaged_file_is_told_with_status_1(run_cli, tmp_path: Path, project: Path) -> None:
    run_cli("project", "pack", project, quick_run(tmp_path / "runs", "convolution"))
    data = bytearray(project.read_bytes())
    data[len(data) // 2] ^= 255
    project.write_bytes(data)

    answer = run_cli("project", "check", project)

    assert answer.status == 1
    assert "is damaged" in answer.err
