"""What the palette can do: actions, pages, presets, layers, samples, projects, folders, settings, terms."""

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from cnnstudio.ui.actions import PAGES, translated
from cnnstudio.ui.workers import TRAIN_SLOT

if TYPE_CHECKING:
    from cnnstudio.runs.group_results import Row
    from cnnstudio.ui.main_window import MainWindow


_NEED_TRAINING = ("action_pause_training", "action_stop_training")


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that can be done.

    Attributes
    ----------
    title : what it is called, by which it is found
    group : what kind of thing it is: ``"Page"``
    run : does it
    keys : its shortcut, as the desktop writes it
    why_not : why it cannot be done now; empty when it can
    """

    title: str
    group: str
    run: Callable[[], object]
    keys: str = ""
    why_not: str = ""


def commands_of(window: "MainWindow") -> tuple[Command, ...]:
    """Return all that can be named without a look at the disk and without a wait.

    Presets, layers, settings and terms join when the engine has imported their modules, within seconds of the start.
    """
    found = [*_actions(window), *_pages(window), *_projects(window), *_samples(window)]
    for module, more in (("cnnstudio.network.presets", _presets), ("cnnstudio.ui.editor.palette", _layers),
                         ("cnnstudio.ui.field_texts", _settings), ("cnnstudio.ui.help.glossary.terms", _terms)):
        if module in sys.modules:
            found += more(window)
    return tuple(found)


def run_command(window: "MainWindow", row: "Row") -> Command:
    """Return the command that looks inside with a run."""
    title = getattr(row, "name", "") or row.path.name
    return Command(title, QCoreApplication.translate("command_palette", "Run"), partial(_open_run, window, row))


def _actions(window: "MainWindow") -> Iterator[Command]:
    group = QCoreApplication.translate("command_palette", "Action")
    for action in window.findChildren(QAction):
        if action.objectName().startswith("action_") and action.objectName() != "action_command_palette":
            yield Command(action.text(), group, action.trigger, _keys(action.shortcut()), _why_not(window, action))


def _why_not(window: "MainWindow", action: QAction) -> str:
    if action.objectName() in _NEED_TRAINING and not window.jobs.is_running(TRAIN_SLOT):
        return QCoreApplication.translate("command_palette", "No training runs")
    if action.isEnabled():
        return ""
    button = window.header.findChild(QWidget, "train_button")
    if action.objectName() in ("action_train", "action_try_settings") and button is not None and button.toolTip():
        return button.toolTip()
    if action.objectName() == "action_rescan":
        return QCoreApplication.translate("command_palette", "Open an image folder or a sample first")
    return QCoreApplication.translate("command_palette", "Not possible now")


def _keys(keys: QKeySequence) -> str:
    return keys.toString(QKeySequence.SequenceFormat.NativeText)


def _pages(window: "MainWindow") -> Iterator[Command]:
    group = QCoreApplication.translate("command_palette", "Page")
    for info in PAGES:
        yield Command(translated(info.title), group, partial(window.show_page, info.name),
                      _keys(QKeySequence(info.shortcut)))


def _projects(window: "MainWindow") -> Iterator[Command]:
    project = QCoreApplication.translate("command_palette", "Recent project")
    for path in window.settings.recent_projects:
        yield Command(path.stem, project, partial(window.projects.open, path))
    folder = QCoreApplication.translate("command_palette", "Recent folder")
    for path in window.settings.recent_folders:
        yield Command(path.name, folder, partial(_open_folder, window, path))


def _open_folder(window: "MainWindow", path: Path) -> None:
    window.open_folder(path)


def _samples(window: "MainWindow") -> Iterator[Command]:
    from cnnstudio.data.samples import OFFERED

    group = QCoreApplication.translate("command_palette", "Sample")
    for info in OFFERED:
        yield Command(QCoreApplication.translate("Samples", info.title), group, partial(window.open_sample, info.name))


def _presets(window: "MainWindow") -> Iterator[Command]:
    from cnnstudio.network.presets import PRESETS

    group = QCoreApplication.translate("command_palette", "Network")
    for info in PRESETS:
        yield Command(QCoreApplication.translate("Presets", info.title), group, partial(_use_preset, window, info.name))


def _use_preset(window: "MainWindow", name: str) -> None:
    window.show_page("network")
    window.readiness.when_there("network", "preset", lambda: window.page("network").commands.use_preset(
        name, fitted=window.workspace.folder is not None))


def _layers(window: "MainWindow") -> Iterator[Command]:
    from cnnstudio.network.registry import layer_kinds
    from cnnstudio.ui.editor.palette import HEADINGS

    group = QCoreApplication.translate("command_palette", "Layer to add")
    offered = {family for _, families in HEADINGS for family in families}
    for kind in (one for one in layer_kinds().values() if one.family in offered):
        title = QCoreApplication.translate("LayerKind", kind.title)
        yield Command(title, group, partial(_add_layer, window, kind.name))


def _add_layer(window: "MainWindow", kind: str) -> None:
    window.show_page("network")
    window.readiness.when_there("network", "layer", lambda: window.page("network").commands.insert(kind))


def _terms(window: "MainWindow") -> Iterator[Command]:
    from cnnstudio.ui.help.glossary.terms import TERMS, both_titles

    group = QCoreApplication.translate("command_palette", "Word in the glossary")
    for one in TERMS:
        yield Command(both_titles(one.name), group, partial(window.helping.show_term, one.name))


def _settings(window: "MainWindow") -> Iterator[Command]:
    from cnnstudio.training.config import TrainConfig
    from cnnstudio.ui.field_texts import field_title

    group = QCoreApplication.translate("command_palette", "Setting of the training")
    for name in TrainConfig.model_fields:
        yield Command(field_title(name), group, partial(_show_setting, window, name))


def _show_setting(window: "MainWindow", name: str) -> None:
    window.show_page("train")
    window.readiness.when_there("train", "setting", partial(_focus_setting, window, name))


def _focus_setting(window: "MainWindow", name: str) -> None:
    field = window.page("train").findChild(QWidget, name)
    if field is not None:
        field.setFocus()


def _open_run(window: "MainWindow", row: "Row") -> None:
    window.readiness.when_there("runs", "run", lambda: window.page("runs").runs.open_run(row))
