"""Tests of ``cnnstudio samples`` and ``cnnstudio selftest``."""

from pathlib import Path

from cnnstudio.data.samples import SAMPLES
from cnnstudio.workspace import selftest


def test_the_samples_are_listed_with_their_licences(run_cli):
    answer = run_cli("samples", "--json")
    assert answer.status == 0
    assert [event["name"] for event in answer.of("sample")] == [info.name for info in SAMPLES]
    assert all(event["licence"] for event in answer.events)
    assert "digits" in run_cli("samples").out


def test_a_sample_is_unpacked_and_its_folder_printed(run_cli, tmp_path, own_folders):
    answer = run_cli("samples", "photos")
    path = Path(answer.out.strip())
    assert path.is_relative_to(own_folders)
    assert {"animal", "building", "tool"} <= {child.name for child in path.iterdir()}
    elsewhere = run_cli("samples", "photos", "--out", tmp_path, "--json").events[0]["path"]
    assert Path(elsewhere) == tmp_path / "photos"


def test_an_unknown_sample_gets_the_choices(run_cli):
    answer = run_cli("samples", "numbers", "--json")
    assert answer.status == 1
    assert "digits" in answer.events[0]["message"]


def test_the_selftest_passes_here(run_cli):
    answer = run_cli("selftest", "--json")
    assert answer.status == 0
    assert [event["name"] for event in answer.of("check")] == [title for title, _ in selftest.CHECKS] + ["window"]
    assert answer.of("selftest") == [{"event": "selftest", "ok": True, "failures": 0}]


def test_the_selftest_tells_what_fails_and_goes_on(run_cli, monkeypatch):
    def broken() -> str:
        raise ImportError("torch is not what it was")

    monkeypatch.setattr("cnnstudio.cli.selftest_command.CHECKS", (("torch", broken), ("samples", lambda: "fine")))
    answer = run_cli("selftest")
    assert answer.status == 1
    assert "FAIL torch: ImportError: torch is not what it was" in answer.out
    assert "ok   samples: fine" in answer.out
