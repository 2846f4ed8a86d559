"""Tests of the audit as a job: what it sends, what it keeps, how it ends."""

import shutil
from dataclasses import replace

import pytest

from cnnstudio.errors import JobCancelledError, RunError
from cnnstudio.explain.audit.report import ClassCard
from cnnstudio.runs.store import RunFolder
from cnnstudio.workspace.audit_job import AuditFinished, AuditJob, AuditOpened, AuditStarted, OpenAuditJob
from cnnstudio.workspace.jobs import Progress
from cnnstudio.workspace.kept_audit import FILE, keep_audit, kept_audit


def never() -> bool:
    return False


@pytest.fixture
def run(small_run, tmp_path):
    """Give a copy of the run that may be written to."""
    shutil.copytree(small_run.path, tmp_path / "run")
    return replace(small_run, path=tmp_path / "run")


def events_of(run, images, **options) -> list[object]:
    return list(AuditJob(run.path, images, cache_directory=run.cache, threads=1, **options).run(never))


def test_cards_come_before_the_report_which_is_kept_and_opens_again(run):
    events = events_of(run, run.folder.root)
    kinds = [type(event) for event in events if not isinstance(event, Progress)]
    assert kinds[0] is AuditStarted
    assert kinds[-1] is AuditFinished
    cards = [event for event in events if isinstance(event, ClassCard)]
    assert {card.class_index for card in cards} == {0, 1, 2}
    finished = events[-1]
    assert finished.problem == ""
    assert kept_audit(run.path).created == finished.audit.created
    (opened,) = OpenAuditJob(run.path).run(never)
    assert opened.note == ""
    assert opened.audit.paths == finished.audit.paths


def test_an_open_folder_is_audited_as_it_is_without_another_scan(run):
    few = replace(run.folder, files=run.folder.files[:12], scanned=run.folder)
    started = next(event for event in events_of(run, few, which="all") if isinstance(event, AuditStarted))
    assert [path.name for path in started.paths] == [file.path.name for file in few.files]
    assert started.labels == tuple(file.class_index for file in few.files)


def test_an_audit_that_is_stopped_keeps_nothing(run):
    cards: list[ClassCard] = []
    events = AuditJob(run.path, run.folder, cache_directory=run.cache, threads=1).run(lambda: bool(cards))
    cards.append(next(event for event in events if isinstance(event, ClassCard)))
    with pytest.raises(JobCancelledError):
        list(events)
    assert not (run.path / FILE).exists()


def test_a_run_without_weights_is_refused(run, tmp_path):
    record = RunFolder.load(run.path).record.model_copy(update={"history": (), "best_epoch": 0})
    empty = RunFolder.create(tmp_path / "runs", record)
    with pytest.raises(RunError, match="no trained weights"):
        events_of(replace(run, path=empty.path), run.folder)


def test_an_audit_that_cannot_be_kept_is_still_told(run):
    (run.path / "audit").write_text("in the way")
    finished = events_of(run, run.folder)[-1]
    assert isinstance(finished, AuditFinished)
    assert finished.problem.startswith("The audit could not be kept with the run: Cannot save")
    assert len(finished.audit.report.cards) == 3


def test_an_audit_of_earlier_weights_says_so(run):
    audit = events_of(run, run.folder)[-1].audit
    keep_audit(run.path, replace(audit, epoch=99))
    (opened,) = OpenAuditJob(run.path).run(never)
    best = RunFolder.load(run.path).record.best_epoch
    assert opened.note.startswith(f"This audit is of the weights of epoch 99; those of epoch {best} are better")


def test_a_damaged_audit_is_told_and_a_missing_one_is_none(run):
    (opened,) = OpenAuditJob(run.path).run(never)
    assert isinstance(opened, AuditOpened)
    assert (opened.audit, opened.note) == (None, "")
    (run.path / FILE).parent.mkdir()
    (run.path / FILE).write_bytes(b"nonsense")
    (opened,) = OpenAuditJob(run.path).run(never)
    assert opened.audit is None
    assert "damaged" in opened.note
