"""Every field of every page and dialog can say what it is, which values are usual and what they do."""

import ast
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

from PySide6.QtWidgets import QCheckBox, QPlainTextEdit, QSpinBox, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

import cnnstudio.ui
from cnnstudio.network.registry import layer_kinds
from cnnstudio.runs.store import list_runs
from cnnstudio.training.config import TrainConfig
from cnnstudio.ui.cards import described
from cnnstudio.ui.command_palette.palette import CommandPalette
from cnnstudio.ui.data.class_chooser import ClassChooser
from cnnstudio.ui.editor.import_dialog import ImportDialog
from cnnstudio.ui.editor.parameter_fields import make_field
from cnnstudio.ui.exporting.dialog import ExportDialog
from cnnstudio.ui.help.field_help import FIELDS, field_of, found, help_of, notes
from cnnstudio.ui.help.glossary.dialog import GlossaryDialog
from cnnstudio.ui.help.glossary.terms import TERMS
from cnnstudio.ui.help.tutorials import TutorialDialog
from cnnstudio.ui.inspector.exporting.dialog import ExportDialog as MapExportDialog
from cnnstudio.ui.inspector.live.live_window import LiveWindow
from cnnstudio.ui.log_viewer.dialog import LogDialog
from cnnstudio.ui.main_window import MainWindow
from cnnstudio.ui.measuring import measurer_of
from cnnstudio.ui.predicting.dialog import PredictDialog
from cnnstudio.ui.predicting.label_window import LabelWindow
from cnnstudio.ui.projects.notes_dialog import NotesDialog
from cnnstudio.ui.projects.runs_dialog import RunsDialog
from cnnstudio.ui.training.sweep_axis_row import SweepAxisRow
from cnnstudio.ui.training.sweep_dialog import SweepDialog
from cnnstudio.ui.training.sweep_unread import fields_in_order
from cnnstudio.workspace.sweep_plan_job import sweep_subject
from tests.helpers.runs import SmallRun
from tests.helpers.videos import make_video
from tests.ui.test_accessible_names import is_part_of_a_control

WITHOUT_FIELDS = {"AboutDialog", "BackupsDialog", "RecoveryDialog", "RunChooser", "DevicesDialog", "RateDialog",
                  "TutorialDialog", "CertificateDialog"}
"""Dialogs in which nothing is set or typed; a test holds their files to that."""
WALKED = {"ImportDialog", "SweepDialog", "PredictDialog", "LabelWindow", "LiveWindow", "ExportDialog", "LogDialog",
          "NotesDialog", "RunsDialog", "GlossaryDialog", "CommandPalette"}
FOLDER = Path(cnnstudio.ui.__file__).parent


def fields(part: QWidget) -> Iterator[QWidget]:
    """Yield what can be set or typed into, also what is hidden at present."""
    for widget in part.findChildren(QWidget):
        is_text = isinstance(widget, QPlainTextEdit | QTextEdit) and widget.isReadOnly()
        if isinstance(widget, FIELDS) and field_of(widget) is widget and not is_part_of_a_control(widget) \
                and not is_text and not widget.objectName().startswith("qt_"):
            yield widget


def without_help(part: QWidget) -> list[str]:
    return [f"{type(widget).__name__} {widget.objectName()!r} in {type(widget.parentWidget()).__name__}"
            for widget in fields(part) if help_of(widget) is None]


def test_every_field_of_every_page_says_what_it_is(whole_window: MainWindow) -> None:
    assert len(list(fields(whole_window))) > 120
    assert without_help(whole_window) == []


def test_every_setting_of_every_layer_says_what_it_is(qtbot: QtBot) -> None:
    seen = 0
    for kind in layer_kinds().values():
        for parameter in kind.parameters:
            field = make_field(parameter)
            qtbot.addWidget(field)
            assert without_help(field) == [], (kind.name, parameter.name)
            told = help_of(next(fields(field)))
            assert told is not None
            assert told.text.startswith(parameter.help), "first what it is, then which values are usual"
            assert len(told.text) > len(parameter.help) + 10
            seen += 1
    assert seen > 60


def test_every_setting_a_sweep_varies_says_what_it_is(qtbot: QtBot) -> None:
    for name in fields_in_order():
        row = SweepAxisRow(fields_in_order(), name, TrainConfig(), {"network": ("a", "b"), "augment": ("a", "b")})
        qtbot.addWidget(row)
        assert without_help(row) == [], name


def dialogs(qtbot: QtBot, window: MainWindow, run: SmallRun, tmp_path: Path) -> Iterator[QWidget]:
    """Yield every dialog with fields."""
    workspace, jobs = window.workspace, window.jobs
    key = SimpleNamespace(target=SimpleNamespace(index=0))
    look = SimpleNamespace(map=SimpleNamespace(key=key), image=SimpleNamespace(class_names=("a", "b"), image=run.path))
    subject = SimpleNamespace(look=look, asked=SimpleNamespace(index=None), limit=1.0, is_scale_own=True, rows=(),
                              folder=None, run_name="run", image_name="a", is_smoothed=False, epoch=None)
    summary = list_runs(run.runs)[0]
    yield ImportDialog(workspace)
    yield SweepDialog(sweep_subject(workspace), measurer_of(workspace, jobs), jobs)
    yield PredictDialog(run.path, jobs)
    yield LabelWindow(tmp_path, 0.9, jobs)
    yield LiveWindow(run.path, jobs, source=make_video(tmp_path / "film.avi", 10))
    yield ExportDialog(run.path, "run", jobs, lambda _order: None, lambda _event: None)  # type: ignore[arg-type]
    for is_many in (False, True):
        yield MapExportDialog(subject, tmp_path, is_many=is_many)  # type: ignore[arg-type]
    yield LogDialog(tmp_path / "log", jobs, "CPU")
    yield NotesDialog("")
    yield RunsDialog([SimpleNamespace(summary=summary, sizes={"results": 1, "weights": 2, "everything": 3})])
    yield GlossaryDialog()
    yield CommandPalette(())
    yield ClassChooser(("a", "b"), window)
    yield TutorialDialog()


def test_every_field_of_every_dialog_says_what_it_is(qtbot: QtBot, whole_window: MainWindow, small_run: SmallRun,
                                                     tmp_path: Path) -> None:
    seen = {}
    for dialog in dialogs(qtbot, whole_window, small_run, tmp_path):
        qtbot.addWidget(dialog)
        seen.setdefault(type(dialog).__name__, 0)
        seen[type(dialog).__name__] += len(list(fields(dialog)))
        assert without_help(dialog) == [], type(dialog).__name__
    assert seen.keys() >= WALKED
    assert all(seen[name] for name in WALKED), "a dialog with nothing to walk proves nothing"


def test_no_dialog_is_left_out_of_the_walk() -> None:
    found, with_fields = set(), set()
    for path in FOLDER.rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        made = {ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
        for node in tree.body:
            if isinstance(node, ast.ClassDef) and (
                    "QDialog" in {ast.unparse(base) for base in node.bases} or node.name == "LiveWindow"):
                found.add(node.name)
                if made & {kind.__name__ for kind in FIELDS if kind is not QPlainTextEdit}:
                    with_fields.add(node.name)
    assert found == WALKED | WITHOUT_FIELDS
    assert not with_fields & WITHOUT_FIELDS


def made_fields() -> Iterator[tuple[str, str]]:
    """Yield name and place of every field the source makes with a name of its own, shown by a walk or not."""
    kinds = {kind.__name__ for kind in FIELDS} | {"IntField", "FloatField", "SearchableChoice", "QSpinBox",
                                                  "QDoubleSpinBox", "QSlider"}
    for path in FOLDER.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "described" and len(node.args) > 1 \
                    and isinstance(node.args[0], ast.Call) and ast.unparse(node.args[0].func) in kinds \
                    and isinstance(node.args[1], ast.Constant):
                yield str(node.args[1].value), path.name


def test_no_field_of_the_source_is_left_out_because_nothing_showed_it() -> None:
    made = list(made_fields())
    assert len(made) > 40
    groups = {key.partition("/")[0] for key in notes() if "/" in key}
    missing = [(name, place) for name, place in made
               if not any(found(key) for key in (name, *(f"{group}/{name}" for group in groups)))]
    assert missing == []


def test_a_field_without_help_is_noticed(qtbot: QtBot) -> None:
    part = QWidget()
    qtbot.addWidget(part)
    described(QSpinBox(part), "nobody_wrote_about_this", "Number")
    known = described(QCheckBox("Same image", part), "compare_follows")
    assert len(without_help(part)) == 1
    assert help_of(known) is not None


def test_what_is_told_is_a_few_whole_sentences_and_leads_to_terms_there_are() -> None:
    names = {one.name for one in TERMS}
    for key, note in notes().items():
        assert note.text.endswith("."), key
        assert 10 < len(note.text) <= 330, key
        assert not note.term or note.term in names, key


def test_notes_are_about_fields_there_are() -> None:
    """A note whose field was renamed or taken out would be dead; its name must stand somewhere in the source."""
    source = "\n".join(path.read_text(encoding="utf-8") for package in ("ui", "network", "training", "data")
                       for path in (FOLDER.parent / package).rglob("*.py") if "help" not in path.parts)
    dead = [key for key in notes() if key.partition("/")[0] not in ("AugmentConfig", "axis_*")
            and not any(part in source for part in variants(key))]
    assert dead == []


def variants(key: str) -> list[str]:
    """Return how a key's field is named in the source: whole, or as the beginning of a name put together."""
    parts = key.split("/")
    name = parts[1] if len(parts) > 1 else parts[0]
    whole = name.rstrip("*").rstrip("_")
    return [f'"{name}"', f'f"{whole}_{{', f"    {name}:", f'"{name.partition("_")[2]}"']
