"""The audit that is shown: the one a run keeps, or the one that runs now, as far as it is."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from cnnstudio.explain.audit.report import ClassCard, Level, Suspicion, worst

if TYPE_CHECKING:
    from cnnstudio.ui.workers import JobRunner
    from cnnstudio.workspace.kept_audit import KeptAudit
    from cnnstudio.workspace.workspace import Workspace

SLOT, OPEN_SLOT, SAVE_SLOT = "audit", "audit_open", "audit_save"


class AuditSession(QObject):
    """Starts, stops, opens and saves audits; views read its attributes and listen.

    Attributes
    ----------
    class_names : empty before they are known
    paths, labels : files and class numbers of the audited images, by the places that cards and suspicions name
    cards : class number -> its newest card
    suspicions : as they came
    audit : the whole, when it has ended
    notes : sentences that qualify what is shown
    error : why there is no audit, in a sentence
    """

    changed = Signal()
    """Another audit, or none: everything is to be shown anew."""
    card_arrived = Signal(int)
    suspicion_arrived = Signal()
    ended = Signal()
    """The audit that ran is whole."""
    saved = Signal(object)
    """The path of a page."""
    save_failed = Signal(str)

    def __init__(self, workspace: "Workspace", jobs: "JobRunner", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._jobs = workspace, jobs
        self._clear()
        workspace.runs.opened.connect(self.open_kept)

    def _clear(self) -> None:
        self.class_names: tuple[str, ...] = ()
        self.paths: tuple[Path, ...] = ()
        self.labels: tuple[int, ...] = ()
        self.cards: dict[int, ClassCard] = {}
        self.suspicions: list[Suspicion] = []
        self.audit: KeptAudit | None = None
        self.notes: tuple[str, ...] = ()
        self.error = ""

    @property
    def run_path(self) -> Path | None:
        """The run that is open."""
        run = self._workspace.runs.current
        return None if run is None else run.path

    @property
    def is_running(self) -> bool:
        """Whether an audit runs, or is asked to stop."""
        return self._jobs.is_running(SLOT)

    def level_of(self, class_index: int) -> Level | None:
        """Return the worst that is known of a class; None while it is not judged."""
        found = [one.level for one in self.suspicions if one.class_index == class_index]
        return worst(found) if found or self.audit is not None else None

    def suspicions_of(self, class_index: int | None) -> list[Suspicion]:
        """Return what is suspected of a class; of all together for None, the gravest first."""
        chosen = [one for one in self.suspicions if class_index is None or one.class_index == class_index]
        return sorted(chosen, key=lambda one: one.level != "relied on")

    # opening

    def open_kept(self) -> None:
        """Show the audit that the open run keeps."""
        self._jobs.cancel(SLOT)
        self._clear()
        self.changed.emit()
        path = self.run_path
        if path is not None:
            from cnnstudio.workspace.audit_job import OpenAuditJob

            self._jobs.start(OpenAuditJob(path), slot=OPEN_SLOT, on_event=self._on_opened, on_failed=self._on_failed,
                             quiet=True)

    def _on_opened(self, event: object) -> None:
        from cnnstudio.workspace.audit_job import AuditOpened

        if isinstance(event, AuditOpened) and not self.is_running:
            if event.audit is not None:
                self._take(event.audit)
                self.notes = tuple(filter(None, (event.note, *event.audit.notes)))
            else:
                self.error = event.note
            self.changed.emit()

    def _take(self, audit: "KeptAudit") -> None:
        self.audit, self.notes, self.class_names = audit, audit.notes, audit.report.class_names
        self.paths, self.labels = tuple(map(Path, audit.paths)), audit.labels
        self.cards = {card.class_index: card for card in audit.report.cards}
        self.suspicions = list(audit.report.suspicions)

    # running

    def start(self) -> None:
        """Audit the open run on the open images, else on those it was trained with."""
        run = self._workspace.runs.current
        if run is None:
            return
        from cnnstudio import paths
        from cnnstudio.workspace.audit_job import AuditJob

        images = self._workspace.folder if self._workspace.folder is not None else Path(run.record.folder)
        self._jobs.cancel(OPEN_SLOT)
        self._clear()
        self._jobs.start(AuditJob(run.path, images, cache_directory=paths.cache_dir()), slot=SLOT,
                         on_event=self._on_event, on_failed=self._on_failed, on_cancelled=self._on_cancelled)
        self.changed.emit()

    def stop(self) -> None:
        """Ask the audit to end; what the run keeps is shown again."""
        self._jobs.cancel(SLOT)

    def _on_event(self, event: object) -> None:
        from cnnstudio.workspace.audit_job import AuditFinished, AuditStarted

        if isinstance(event, AuditStarted):
            self.class_names, self.notes = event.class_names, event.notes
            self.paths, self.labels = event.paths, event.labels
            self.changed.emit()
        elif isinstance(event, ClassCard):
            self.cards[event.class_index] = event
            self.card_arrived.emit(event.class_index)
        elif isinstance(event, Suspicion):
            self.suspicions.append(event)
            self.suspicion_arrived.emit()
        elif isinstance(event, AuditFinished):
            self._take(event.audit)
            self.notes = tuple(filter(None, (event.problem, *event.audit.notes)))
            self.ended.emit()

    def _on_failed(self, message: str, _details: str) -> None:
        self._clear()
        self.error = message
        self.changed.emit()

    def _on_cancelled(self) -> None:
        self.open_kept()

    # saving

    def save(self, path: Path) -> None:
        """Write the whole audit as an HTML page."""
        if self.audit is None:
            return
        from cnnstudio.workspace.audit_report_job import AuditReportJob

        self._jobs.start(AuditReportJob(self.audit, path), slot=SAVE_SLOT, on_event=self._on_saved,
                         on_failed=self._on_save_failed)

    def _on_saved(self, event: object) -> None:
        from cnnstudio.workspace.audit_report_job import AuditReportWritten

        if isinstance(event, AuditReportWritten):
            self.saved.emit(event.path)

    def _on_save_failed(self, message: str, _details: str) -> None:
        self.save_failed.emit(message)
