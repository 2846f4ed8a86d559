"""Tests of ``cnnstudio audit``: what it prints, what it writes, and what its exit status tells."""

import shutil
from dataclasses import replace
from functools import partial

import pytest

from cnnstudio.cli.audit_command import STATUS
from cnnstudio.explain.audit import audit as audit_module
from cnnstudio.explain.audit.detectors import DetectorInfo
from cnnstudio.workspace.kept_audit import kept_audit
from tests.helpers.audits import marked

MARK = replace(marked(), with_it=(0, 1), without_it=(2,))


@pytest.fixture
def run(small_run, tmp_path):
    """Give a copy of the run that may be written to."""
    shutil.copytree(small_run.path, tmp_path / "run")
    return tmp_path / "run"


def detecting(monkeypatch, *suspicions) -> None:
    """Let the audit find exactly these."""
    table = (DetectorInfo("given", "what the test says", lambda *_: iter(suspicions), ("It sees what it is told.",)),)
    monkeypatch.setattr(audit_module, "audit", partial(audit_module.audit, detectors=table))


@pytest.mark.parametrize(("level", "status"), [("in the data", 3), ("relied on", 4)])
def test_the_status_tells_the_worst_level_and_the_text_gives_numbers_and_control(
        run_cli, run, small_run, monkeypatch, level, status):
    detecting(monkeypatch, replace(MARK, level=level))
    answer = run_cli("audit", run, small_run.folder.root, "--threads", "1")
    assert answer.status == status == STATUS[level]
    assert "The images of cat <b> carry a mark in the lower right corner." in answer.out
    assert "83.0 % (control 4.0 %, limit 10.0 %)" in answer.out
    assert "Not seen: It sees what it is told." in answer.out


def test_a_clean_audit_ends_with_zero_and_prints_a_card_for_each_class(run_cli, run, small_run, monkeypatch):
    detecting(monkeypatch)
    answer = run_cli("audit", run, small_run.folder.root, "--threads", "1", "--json")
    assert answer.status == 0
    assert [event["name"] for event in answer.of("class")] == ["cat", "dog", "owl"]
    assert answer.of("audit")[0]["verdict"] == "No shortcut was found in 6 images of 3 classes."
    assert sum(map(sum, answer.of("class")[0]["mean_map"])) == pytest.approx(1, abs=1e-4)  # 32-bit shares of one
    assert kept_audit(run).split == "unseen"


def test_the_report_is_written_where_it_was_asked_for_and_never_among_the_images(
        run_cli, run, small_run, tmp_path, monkeypatch):
    detecting(monkeypatch, MARK)
    answer = run_cli("audit", run, small_run.folder.root, "--threads", "1", "--out", tmp_path / "out", "--json")
    page = tmp_path / "out" / "report.html"
    assert answer.of("report")[0]["path"] == str(page)
    assert "carry a mark in the lower right corner" in page.read_text("utf-8")
    refused = run_cli("audit", run, small_run.folder.root, "--out", small_run.folder.root / "here")
    assert refused.status == 1
    assert "lies inside the image folder" in refused.err


def test_a_folder_with_unknown_classes_is_told_in_a_sentence(run_cli, run, pets):
    (pets / "wolf").mkdir()
    shutil.copy(next((pets / "cat").iterdir()), pets / "wolf")
    answer = run_cli("audit", run, pets)
    assert answer.status == 1
    assert "classes this run has never seen: wolf" in answer.err
