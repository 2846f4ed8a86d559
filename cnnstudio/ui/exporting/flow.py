"""How an export begins in the window: from the menu, from the Runs table or after a training."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from cnnstudio.ui.wished_run import wished_run

if TYPE_CHECKING:
    from cnnstudio.ui.exporting.dialog import ExportDialog
    from cnnstudio.ui.main_window import MainWindow
    from cnnstudio.workspace.workspace import Workspace


class ExportFlow(QObject):
    """Opens the dialog for the run that is wished for."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.dialog: ExportDialog | None = None
        """The dialog that is open, or was last."""

    def follow(self, workspace: "Workspace") -> None:
        """Listen to the wishes of the pages of ``workspace``."""
        from cnnstudio.ui.run_uses import run_uses

        run_uses(workspace).wanted.connect(self._on_wanted)

    def _on_wanted(self, use: str, run: Path) -> None:
        from cnnstudio.ui.run_uses import EXPORT

        if use == EXPORT:
            self.open(run)

    def ask(self) -> None:
        """Export the run that is selected or looked at, or say how to choose one."""
        run = wished_run(self._window)
        if run is not None:
            self.open(run)
            return
        self._window.show_message(self.tr("Choose a run to export: train one, or select one in the table of runs."),
                                  "info")
        self._window.show_page("runs")

    def open(self, run: Path) -> None:
        """Show the dialog for a run's folder."""
        from cnnstudio.ui.exporting.dialog import ExportDialog
        from cnnstudio.ui.exporting.work import export_job, outcome_of

        if self.dialog is not None:
            self.dialog.close()
            self.dialog.deleteLater()
        self.dialog = ExportDialog(run, run.name, self._window.jobs, export_job, outcome_of, self._window)
        self.dialog.open()
