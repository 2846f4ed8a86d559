"""Offers, when the window is up, what a window that died had not saved."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QLocale, QObject

from cnnstudio.ui.message_area import MessageAction
from cnnstudio.ui.sizing import was_started_again
from cnnstudio.ui.workers import LazyJob

if TYPE_CHECKING:
    from cnnstudio.project.recovery import Recovery
    from cnnstudio.ui.main_window import MainWindow
    from cnnstudio.ui.projects.flow import ProjectFlow
    from cnnstudio.workspace.jobs import Job
    from cnnstudio.workspace.project_jobs import RecoveriesFound

FIND_SLOT, DECLINE_SLOT = "find recoveries", "decline recoveries"


class Recoveries(QObject):
    """Looks once; what is declined stays on disk for a week."""

    def __init__(self, window: "MainWindow", flow: "ProjectFlow") -> None:
        super().__init__(flow)
        self._window, self._flow = window, flow
        self._has_looked = False
        self._follows_another = was_started_again()
        window.pages.page_built.connect(self._on_page_built)

    def _on_page_built(self, name: str) -> None:
        if name == "data":
            self.look()

    def look(self) -> None:
        """Look for what can be recovered, the first time this is called."""
        if self._has_looked:
            return
        self._has_looked = True
        self._window.jobs.start(LazyJob(self.tr("Looking for what was not saved"), _find), slot=FIND_SLOT,
                                on_event=self._on_found, quiet=True)

    def _on_found(self, event: "RecoveriesFound") -> None:
        found = event.recoveries
        if not found:
            return
        if self._follows_another:  # the user wanted another size, nothing died
            self.recover(found[0])
            return
        text = self.tr("The program ended before {name} was saved; the changes of {time} can be brought back.")
        text = text.format(name=found[0].name or self.tr("a project without a name"), time=time_text(found[0].saved))
        self._window.messages.show_message(text, "warning", actions=(
            MessageAction(self.tr("Recover"), partial(self.recover, found[0]), is_primary=True),
            MessageAction(self.tr("Show…"), partial(self._show, found)),
            MessageAction(self.tr("Not now"), partial(self.decline, found))))

    def _show(self, found: "tuple[Recovery, ...]") -> None:
        from cnnstudio.ui.projects.recovery_dialog import RecoveryDialog

        dialog = RecoveryDialog(found, self._window)
        dialog.recover_requested.connect(self.recover)
        dialog.decline_requested.connect(self._decline_one)
        dialog.open()

    def recover(self, recovery: "Recovery") -> None:
        """Bring one back."""
        self._flow.ask_first(partial(self._flow.opening.recover, recovery))

    def _decline_one(self, recovery: "Recovery") -> None:
        self.decline((recovery,))

    def decline(self, recoveries: "tuple[Recovery, ...]") -> None:
        """Put them aside for a week."""
        from cnnstudio.workspace.project_jobs import DeclineJob

        self._window.jobs.start(DeclineJob(recoveries), slot=DECLINE_SLOT, quiet=True)


def _find() -> "Job":
    """Make the job in its own thread, for its modules are many."""
    from cnnstudio.workspace.project_jobs import FindRecoveriesJob

    return FindRecoveriesJob()


def time_text(seconds: float) -> str:
    """Return a moment since 1970 as the user writes it: ``"3 May 2026 14:05"``."""
    moment = QDateTime.fromSecsSinceEpoch(int(seconds))
    return QLocale().toString(moment, QLocale.FormatType.ShortFormat)
