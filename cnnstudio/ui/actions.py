"""The table of what the window can be asked to do, and the actions made from it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject
from PySide6.QtGui import QAction, QKeySequence

from cnnstudio.ui.icons import set_icon

_CONTEXT = "actions"


@dataclass(frozen=True, slots=True)
class ActionInfo:
    """One thing the window can do."""

    name: str
    title: str
    icon: str = ""
    shortcuts: tuple[str, ...] = ()
    help: str = ""
    is_checkable: bool = False


@dataclass(frozen=True, slots=True)
class PageInfo:
    """One page of the rail; its widget is imported when it is first shown."""

    name: str
    title: str
    icon: str
    module: str
    class_name: str
    shortcut: str
    help: str


def _text(text: str) -> str:
    """Mark ``text`` for translation in this module's context."""
    return str(QT_TRANSLATE_NOOP("actions", text))


PAGES: tuple[PageInfo, ...] = (
    PageInfo("data", _text("Data"), "data", "cnnstudio.ui.data.page", "DataPage", "Ctrl+1",
             _text("The images, how they are prepared, divided and changed at random")),
    PageInfo("network", _text("Network"), "network", "cnnstudio.ui.editor.page", "NetworkPage", "Ctrl+2",
             _text("Draw the network")),
    PageInfo("train", _text("Train"), "train", "cnnstudio.ui.training.page", "TrainPage", "Ctrl+3",
             _text("Train the network and watch it learn")),
    PageInfo("look", _text("Look inside"), "look", "cnnstudio.ui.inspector.page", "InspectorPage", "Ctrl+4",
             _text("See what a trained network looks at")),
    PageInfo("runs", _text("Runs"), "runs", "cnnstudio.ui.runs.tabs", "RunsTabs", "Ctrl+5",
             _text("Every training so far, to compare and to open again")),
)

ACTIONS: tuple[ActionInfo, ...] = (
    ActionInfo("new_project", _text("New project"), "add", ("Ctrl+N",), _text("Begin without images")),
    ActionInfo("open_project", _text("Open project…"), "open", ("Ctrl+Alt+O",),
               _text("Open a project file: images, network, recipe, notes and runs as they were saved")),
    ActionInfo("save_project", _text("Save project"), "save", ("Ctrl+S",),
               _text("Save everything about this project in its file")),
    ActionInfo("save_project_as", _text("Save project as…"), "", ("Ctrl+Shift+S",),
               _text("Save into another file, with the runs you choose")),
    ActionInfo("project_notes", _text("Notes about the project…"), "comment", (),
               _text("Write down what you tried and found")),
    ActionInfo("project_backups", _text("Backups of the project…"), "undo", (),
               _text("The project file as it was before each save")),
    ActionInfo("open_folder", _text("Open image folder…"), "open", ("Ctrl+O",),
               _text("Open a folder with one sub-folder a class")),
    ActionInfo("show_welcome", _text("Welcome page"), "home", ("Ctrl+0",), _text("Samples and recent folders")),
    ActionInfo("rescan", _text("Look through the folder again"), "refresh", ("Ctrl+R",),
               _text("Find images that came or went since the folder was opened")),
    ActionInfo("train", _text("Train"), "play", ("F5", "Ctrl+Return"), _text("Train the network on the images")),
    ActionInfo("try_settings", _text("Try several settings…"), "grid", ("Shift+F6",),
               _text("Train with each combination of the values you choose, and see which learns best")),
    ActionInfo("pause_training", _text("Pause or go on"), "pause", ("F6",),
               _text("Let the training wait after its batch, and go on where it was")),
    ActionInfo("stop_training", _text("Stop the training"), "stop", ("Shift+F5",),
               _text("Stop after this batch; what was learned so far is kept")),
    ActionInfo("export", _text("Export…"), "save", ("Ctrl+E",),
               _text("Write the run that is looked at for use without this program")),
    ActionInfo("report", _text("Report…"), "", (),
               _text("Write all that is known of the run that is looked at as a PDF or a web page")),
    ActionInfo("predict_folder", _text("Predict a folder…"), "", (),
               _text("Name the class of every image in a folder with the run that is looked at")),
    ActionInfo("live_window", _text("Live window"), "", (),
               _text("What the run that is looked at says of the camera's picture, in a window for the beamer")),
    ActionInfo("keep_awake", _text("Keep the computer awake while it trains"), "", (),
               _text("The computer does not fall asleep by itself before the training has ended"), is_checkable=True),
    ActionInfo("command_palette", _text("Find a command…"), "search", ("Ctrl+K",),
               _text("Find anything the program can do by a few letters")),
    ActionInfo("toggle_scheme", _text("Light or dark"), "dark", ("Ctrl+Shift+L",),
               _text("Change between the light and the dark scheme")),
    ActionInfo("beamer_mode", _text("Beamer mode"), "", ("Shift+F11",),
               _text("Everything half as large again, to be read from the last row"), is_checkable=True),
    ActionInfo("take_tour", _text("Guided tour"), "play", (),
               _text("From images to what a network looks at, step by step on a sample")),
    ActionInfo("show_tutorials", _text("Tutorials"), "book", (),
               _text("First network, own photographs, pretrained networks, find the cheat, hand in")),
    ActionInfo("show_glossary", _text("Glossary"), "book", ("F1",),
               _text("The field's terms with pictures; on a field, the term it is about")),
    ActionInfo("what_is_this", _text("What is this?"), "help", ("Shift+F1",),
               _text("Say what the field with the focus is, or the one that is clicked next")),
    ActionInfo("show_log", _text("Show the log…"), "code", (),
               _text("What unexpected happened, to copy for a bug report")),
    ActionInfo("show_about", _text("About CNN Studio"), "info", (), _text("Version, licences and credits")),
    ActionInfo("quit", _text("Quit"), "", ("Ctrl+Q",), ""),
)


def make_actions(parent: QObject, receivers: Mapping[str, Callable[[], object]]) -> dict[str, QAction]:
    """Return one action for each row of `ACTIONS`, connected to the receiver of its name."""
    result = {}
    for info in ACTIONS:
        action = QAction(translated(info.title), parent)
        action.setObjectName(f"action_{info.name}")
        action.setShortcuts([QKeySequence(keys) for keys in info.shortcuts])
        action.setToolTip(with_shortcut(translated(info.help or info.title), info.shortcuts))
        if info.icon:
            set_icon(action, info.icon)
        action.setCheckable(info.is_checkable)
        if info.name in receivers:  # a flow of its own listens to the others
            action.triggered.connect(receivers[info.name])
        result[info.name] = action
    return result


def translated(text: str) -> str:
    """Return a text of this module's tables in the user's language."""
    return QCoreApplication.translate(_CONTEXT, text)


def with_shortcut(text: str, shortcuts: tuple[str, ...]) -> str:
    """Return a tool tip that names the first shortcut, as the desktop writes it."""
    if not shortcuts:
        return text
    keys = QKeySequence(shortcuts[0]).toString(QKeySequence.SequenceFormat.NativeText)
    return f"{text} ({keys})"
