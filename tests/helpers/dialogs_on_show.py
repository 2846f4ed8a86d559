"""Every dialog of the program, filled as a user meets it, for tests of what dialogs show."""

from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

from PySide6.QtWidgets import QComboBox, QWidget

from cnnstudio.project.backups import keep_backup
from cnnstudio.project.recovery import Recovery
from cnnstudio.runs.summaries import list_runs
from cnnstudio.ui.about import AboutDialog
from cnnstudio.ui.editor.import_dialog import ImportDialog
from cnnstudio.ui.exporting.choices import CHOICES
from cnnstudio.ui.exporting.dialog import ExportDialog
from cnnstudio.ui.exporting.outcome import ExportOutcome
from cnnstudio.ui.exporting.work import export_job, outcome_of
from cnnstudio.ui.help.glossary.dialog import GlossaryDialog
from cnnstudio.ui.help.tutorials import TutorialDialog
from cnnstudio.ui.inspector.exporting.dialog import ExportDialog as MapExportDialog
from cnnstudio.ui.log_viewer.dialog import LogDialog
from cnnstudio.ui.main_window import MainWindow
from cnnstudio.ui.measuring import measurer_of
from cnnstudio.ui.predicting.dialog import PredictDialog
from cnnstudio.ui.predicting.label_window import LabelWindow
from cnnstudio.ui.projects.backups_dialog import BackupsDialog
from cnnstudio.ui.projects.notes_dialog import NotesDialog
from cnnstudio.ui.projects.recovery_dialog import RecoveryDialog
from cnnstudio.ui.projects.runs_dialog import RunsDialog
from cnnstudio.ui.training.devices_dialog import DevicesDialog
from cnnstudio.ui.training.rate_dialog import RateDialog
from cnnstudio.ui.training.run_chooser import RunChooser
from cnnstudio.ui.training.sweep_dialog import SweepDialog
from cnnstudio.ui.training.sweep_unread import fields_in_order
from cnnstudio.workspace.sweep_plan_job import sweep_subject
from tests.helpers.predictions import make_pictures, predicted
from tests.helpers.runs import SmallRun

Makers = Iterator[tuple[str, Callable[[], QWidget]]]


def dialog_makers(window: MainWindow, run: SmallRun, folder: Path) -> Makers:
    """Yield a name and what makes the dialog, for every dialog; the workspace has a folder, ``folder`` is empty."""
    jobs, path = window.jobs, Path(run.path)
    yield "about", lambda: AboutDialog(window)
    yield "import", lambda: ImportDialog(window.workspace, window)
    yield "predict", lambda: PredictDialog(path, jobs, window)
    yield "notes", lambda: NotesDialog("", window)
    yield "devices", lambda: DevicesDialog(jobs, window)
    yield "rate", lambda: RateDialog(jobs, window)
    yield "glossary", lambda: GlossaryDialog(window)
    yield "tutorials", lambda: TutorialDialog(window)
    yield "log", lambda: LogDialog(folder / "log", jobs, "CPU", window)
    yield "start from a run", lambda: RunChooser(list_runs(run.runs), window)
    yield "label", lambda: LabelWindow(_answers(folder / "answers"), 0.9, jobs, window)
    yield from _of_exports(window, path, folder)
    yield from _of_projects(window, run, folder)
    for method in ("grid", "random", "bayes"):
        yield f"sweep {method}", lambda method=method: _sweep(window, method)


def _answers(out: Path) -> Path:
    """Return the results of a prediction with images to be unsure of."""
    if not out.exists():
        out.mkdir()
        predicted(out, make_pictures(out.parent / "new", 2), [(0.5, 0.3, 0.2)] * 2)
    return out


def _sweep(window: MainWindow, method: str) -> SweepDialog:
    """Return the dialog with a row for every setting that can be varied, of which one cannot be read."""
    workspace = window.workspace
    dialog = SweepDialog(sweep_subject(workspace), measurer_of(workspace, window.jobs), window.jobs, window)
    for field in fields_in_order()[2:]:
        dialog.add_row(field)
    dialog.rows[0].complain("x" * 8)
    box = dialog.method.findChild(QComboBox, "sweep_method")
    box.setCurrentIndex(box.findData(method))
    return dialog


def _of_exports(window: MainWindow, run: Path, folder: Path) -> Makers:
    for choice in CHOICES:
        yield f"export {choice.name}", lambda name=choice.name: _export(window, run, folder, name)
    for is_many in (False, True):
        yield f"export maps {is_many}", lambda is_many=is_many: _map_export(window, run, folder, is_many=is_many)


def _export(window: MainWindow, run: Path, folder: Path, name: str) -> ExportDialog:
    dialog = ExportDialog(run, run.name, window.jobs, export_job, outcome_of, window)
    dialog.choose(name)
    dialog.outcome.show_outcome(ExportOutcome("good", "Equal. " * 20, "Go on. " * 20, folder / "train.py", folder))
    return dialog


def _map_export(window: MainWindow, run: Path, folder: Path, *, is_many: bool) -> MapExportDialog:
    key = SimpleNamespace(target=SimpleNamespace(index=0))
    look = SimpleNamespace(map=SimpleNamespace(key=key), image=SimpleNamespace(class_names=("a", "b"), image=run))
    subject = SimpleNamespace(look=look, asked=SimpleNamespace(index=None), limit=1.0, is_scale_own=True, rows=(),
                              folder=None, run_name="run", image_name="a", is_smoothed=True, epoch=3)
    return MapExportDialog(subject, folder, is_many=is_many, parent=window)  # type: ignore[arg-type]


def _of_projects(window: MainWindow, run: SmallRun, folder: Path) -> Makers:
    file = folder / "pets.cnnstudio"
    file.write_bytes(b"no project")
    keep_backup(file)
    offer = SimpleNamespace(summary=list_runs(run.runs)[0], sizes={"results": 1, "weights": 2, "everything": 3})
    lost = [Recovery(folder, 1.7e9, project, None) for project in (file, None)]
    yield "backups", lambda: BackupsDialog(file, window.jobs, window)
    yield "no backups", lambda: BackupsDialog(folder / "none.cnnstudio", window.jobs, window)
    yield "runs of a project", lambda: RunsDialog([offer], window)  # type: ignore[list-item]
    yield "recovery", lambda: RecoveryDialog(lost, window)
