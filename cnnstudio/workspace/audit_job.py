"""Audits what a run looks at in the images of a folder, and keeps the report with the run."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import cnnstudio
from cnnstudio.data.curation.decisions import Curation, curate
from cnnstudio.data.folder.image_folder import ImageFolder
from cnnstudio.data.listing.scan_options import ScanOptions
from cnnstudio.errors import JobCancelledError, RunError, StorageError
from cnnstudio.explain.audit.report import AuditReport, AuditStep, ClassCard, Suspicion
from cnnstudio.wording import translate
from cnnstudio.workspace.audit_case import PreparedCase, prepare_case
from cnnstudio.workspace.curation_store import StoredCuration, load_stored
from cnnstudio.workspace.image_choice import UNSEEN
from cnnstudio.workspace.jobs import Progress, ShouldStop
from cnnstudio.workspace.kept_audit import KeptAudit, keep_audit, kept_audit
from cnnstudio.workspace.progress import Outcome
from cnnstudio.workspace.scan_job import scan_events

if TYPE_CHECKING:
    from cnnstudio.runs.store import RunFolder


@dataclass(frozen=True, slots=True, eq=False)
class AuditStarted:
    """The images are ready; from now on class cards and suspicions come.

    Attributes
    ----------
    paths, labels : the audited files and their classes, in the order of the places that cards and suspicions name
    split : see `KeptAudit`
    notes : sentences that qualify what comes
    """

    class_names: tuple[str, ...]
    paths: tuple[Path, ...]
    labels: tuple[int, ...]
    split: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class AuditFinished:
    """The result of an `AuditJob`; ``problem`` says why it could not be kept with the run, and is empty when it is."""

    audit: KeptAudit
    problem: str = ""


class AuditJob:
    """Audit: `Progress` ..., `AuditStarted`, `ClassCard` and `Suspicion` as they come, `AuditFinished`.

    Parameters
    ----------
    images
        A folder to be scanned, with the user's decisions in force; or one that is open.
    which
        ``"unseen"``: every image the run did not learn from; or a split, see `image_choice.choose_images`.
    boxes
        A list of boxes around the objects; the one in the folder, if any, unless given.
    as_found
        Ignore the user's decisions about a folder that is scanned.
    threads
        CPU threads; 0 takes the physical cores.

    Raises
    ------
    RunError, ImageFolderError, NetworkError, ImageError
        From `run`: a damaged run, a folder with classes the run does not know or without such images, a network that
        does not give each image a score a class.
    JobCancelledError
        From `run`, when stopped; what was found until then has been sent, and nothing is kept.
    """

    def __init__(self, run_path: Path, images: Path | ImageFolder, *, cache_directory: Path, which: str = UNSEEN,
                 boxes: Path | None = None, as_found: bool = False,
                 options: ScanOptions = ScanOptions(), threads: int = 0) -> None:  # noqa: B008
        self._run_path, self._images, self._which, self._threads = run_path, images, which, threads
        self._cache_directory, self._as_found, self._options = cache_directory, as_found, options
        self._boxes = boxes

    @property
    def title(self) -> str:
        """What the status line says."""
        return translate("workspace", "Auditing {run_path}", run_path=self._run_path.name)

    def run(self, should_stop: ShouldStop) -> Iterator[object]:
        """Audit and yield the events."""
        from cnnstudio.runs.store import RunFolder

        yield Progress(0, 0, translate("workspace", "opening the run"))
        run = RunFolder.load(self._run_path)
        if not run.record.best_epoch:
            raise RunError(translate(
                "workspace", "The run {run_path} has no trained weights: it ended before its first epoch did.",
                run_path=self._run_path))
        folder: Outcome[ImageFolder] = Outcome()
        yield from self._folder(should_stop, folder)
        prepared: Outcome[PreparedCase] = Outcome()
        yield from prepare_case(run, folder.get(), self._which, self._cache_directory, should_stop, prepared,
                                self._boxes)
        yield from _audited(run, folder.get(), prepared.get(), self._threads, should_stop)

    def _folder(self, should_stop: ShouldStop, outcome: Outcome[ImageFolder]) -> Iterator[object]:
        if isinstance(self._images, ImageFolder):
            outcome.value = self._images
            return
        stored = StoredCuration(Curation()) if self._as_found else load_stored(self._images)
        scanned: Outcome[ImageFolder] = Outcome()
        options = replace(self._options, readable_parts=stored.curation.readable_parts)
        yield from scan_events(self._images, should_stop, scanned, options)
        outcome.value = curate(scanned.get(), stored.curation)


def _audited(run: "RunFolder", folder: ImageFolder, prepared: PreparedCase, threads: int,
             should_stop: ShouldStop) -> Iterator[object]:
    from cnnstudio.explain.audit.audit import audit
    from cnnstudio.training.threads import threads_used

    labels = tuple(prepared.case.labels.tolist())
    yield AuditStarted(prepared.case.class_names, prepared.paths, labels, prepared.split, prepared.notes)
    report: AuditReport | None = None
    with threads_used(threads):
        for event in audit(prepared.case, should_stop):
            if isinstance(event, AuditReport):
                report = event
            elif isinstance(event, AuditStep):
                yield Progress(event.done, event.total, event.text)
            elif isinstance(event, ClassCard | Suspicion):
                yield event
    if report is None:
        raise JobCancelledError(translate("workspace", "The audit was stopped."))
    yield _kept(run.path, KeptAudit(
        report, run.record.name, str(folder.root), tuple(map(str, prepared.paths)), labels, prepared.split,
        prepared.notes, datetime.now(UTC).isoformat(timespec="seconds"), run.record.best_epoch, cnnstudio.__version__))


def _kept(run_path: Path, audit: KeptAudit) -> AuditFinished:
    try:
        keep_audit(run_path, audit)
    except StorageError as error:
        return AuditFinished(audit, translate(
            "workspace", "The audit could not be kept with the run: {reason}", reason=error))
    return AuditFinished(audit)


@dataclass(frozen=True, slots=True, eq=False)
class AuditOpened:
    """What a run keeps: its newest audit, or None; ``note`` qualifies it, or says why there is none to read."""

    audit: KeptAudit | None
    note: str = ""


class OpenAuditJob:
    """Read the newest audit of a run: `AuditOpened`; a damaged one is told, not raised.

    Raises
    ------
    RunError
        From `run`, when the run itself cannot be read.
    """

    title = "Opening the audit"

    def __init__(self, run_path: Path) -> None:
        self._run_path = run_path

    def run(self, should_stop: ShouldStop) -> Iterator[object]:  # noqa: ARG002 - too short to be stopped
        """Read and yield the result."""
        from cnnstudio.runs.store import RunFolder

        try:
            audit = kept_audit(self._run_path)
        except RunError as error:
            yield AuditOpened(None, str(error))
            return
        yield AuditOpened(audit, "" if audit is None else _age(audit, RunFolder.load(self._run_path).record.best_epoch))


def _age(audit: KeptAudit, best_epoch: int) -> str:
    """Say that a training went on since; nothing when it did not."""
    if audit.epoch == best_epoch:
        return ""
    return translate(
        "workspace", "This audit is of the weights of epoch {epoch}; those of epoch {best_epoch} are better by now. "
        "Run it again.", epoch=audit.epoch, best_epoch=best_epoch)
