"""How predicting a folder and writing a report begin in the window: for the run that is looked at."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from cnnstudio.ui.wished_run import wished_run
from cnnstudio.ui.workers import LazyJob

if TYPE_CHECKING:
    from cnnstudio.ui.inspector.live.live_window import LiveWindow
    from cnnstudio.ui.main_window import MainWindow
    from cnnstudio.ui.predicting.dialog import PredictDialog
    from cnnstudio.ui.predicting.label_window import LabelWindow
    from cnnstudio.workspace.jobs import Job
    from cnnstudio.workspace.workspace import Workspace

REPORT_SLOT = "report"


class PredictFlow(QObject):
    """Opens the dialog, and writes reports."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.dialog: PredictDialog | None = None
        """The dialog that is open, or was last."""
        self.live_window: LiveWindow | None = None
        self.label_window: LabelWindow | None = None

    def follow(self, workspace: "Workspace") -> None:
        """Listen to what the pages of ``workspace`` want of a run."""
        from cnnstudio.ui.run_uses import run_uses

        run_uses(workspace).wanted.connect(self._on_wanted)

    def _on_wanted(self, use: str, run: Path) -> None:
        from cnnstudio.ui.run_uses import PREDICT, REPORT

        if use == PREDICT:
            self.open(run)
        elif use == REPORT:
            self.ask_report(run)

    def predict(self) -> None:
        """Ask which folder the run that is looked at is to predict."""
        run = self._run()
        if run is not None:
            self.open(run)

    def open(self, run: Path) -> None:
        """Ask which folder a run is to predict."""
        from cnnstudio.ui.predicting.dialog import PredictDialog

        if self.dialog is not None:
            self.dialog.close()
            self.dialog.deleteLater()
        self.dialog = PredictDialog(run, self._window.jobs, self._window)
        self.dialog.look_requested.connect(self._look)
        self.dialog.label_requested.connect(self.label)
        self.dialog.show()

    def label(self, out: Path, below: float) -> None:
        """Ask about the images that a prediction into ``out`` was less sure of than ``below``."""
        from cnnstudio.ui.predicting.label_window import LabelWindow

        if self.label_window is not None:
            self.label_window.close()
            self.label_window.deleteLater()
        self.label_window = LabelWindow(out, below, self._window.jobs, self._window)
        self.label_window.show()

    def keep_labels(self) -> None:
        """End the labelling, so that its list of labels is written while jobs can still be started."""
        if self.label_window is not None:
            self.label_window.close()

    def live(self) -> None:
        """Open the live window with the run that is looked at; without a camera it says what to do."""
        run = self._run()
        if run is None:
            return
        from cnnstudio.ui.inspector.live.live_window import LiveWindow

        if self.live_window is not None:
            self.live_window.close()
            self.live_window.deleteLater()
        self.live_window = LiveWindow(run, self._window.jobs, self._window)
        self.live_window.show()
        self.live_window.start()

    def report(self) -> None:
        """Ask where the report of the run that is looked at goes, and write it."""
        run = self._run()
        if run is not None:
            self.ask_report(run)

    def ask_report(self, run: Path) -> None:
        """Ask where the report of a run goes, and write it."""
        start = str(Path.home() / f"{run.name}.pdf")
        found, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("Report of the run"), start, self.tr("PDF (*.pdf);;Web page (*.html)"))
        if found:
            self.write_report(run, Path(found if Path(found).suffix else f"{found}.pdf"))

    def write_report(self, run: Path, out: Path) -> None:
        """Write the report of ``run`` to ``out``; the message line says when it is there."""
        def make() -> "Job":
            from cnnstudio.workspace.run_report_job import RunReportJob

            return RunReportJob(run, out)

        self._window.jobs.start(LazyJob(self.tr("Writing {name}").format(name=out.name), make), slot=REPORT_SLOT,
                                on_event=self._on_report)

    def _on_report(self, event: Any) -> None:
        if hasattr(event, "notes"):
            self._window.show_message(self.tr("The report is in {path}.").format(path=event.path), "info")

    def _look(self, path: Path) -> None:
        self._window.show_page("look")
        self._window.page("look").show_image(path)

    def _run(self) -> Path | None:
        """Return the run that is selected or looked at, or say how to choose one."""
        run = wished_run(self._window)
        if run is not None:
            return run
        self._window.show_message(self.tr("Choose a run first: train one, or select one in the table of runs."), "info")
        self._window.show_page("runs")
        return None
