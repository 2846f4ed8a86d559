"""The canvas's keys: one table, obeyed by the canvas and by the layer table, before the window's own shortcuts."""
# ruff: noqa: N802 -- Qt's names

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from cnnstudio.ui.editor.texts import tr


@dataclass(frozen=True, slots=True)
class KeyInfo:
    """Something the canvas does.

    Attributes
    ----------
    name : what a receiver is found by
    title, icon : for menus and buttons
    keys : portable key texts
    in_table : whether the layer table obeys them as well
    """

    name: str
    title: str
    icon: str = ""
    keys: tuple[str, ...] = ()
    in_table: bool = True


CANVAS_KEYS = (
    KeyInfo("remove", "Remove", "delete", ("Del", "Backspace")),
    KeyInfo("copy", "Copy", "copy", ("Ctrl+C",)),
    KeyInfo("cut", "Cut", "", ("Ctrl+X",)),
    KeyInfo("paste", "Paste", "paste", ("Ctrl+V",)),
    KeyInfo("duplicate", "Duplicate", "add", ("Ctrl+D",)),
    KeyInfo("select_all", "Select all", "", ("Ctrl+A",)),
    KeyInfo("select_none", "Select nothing", "", ("Esc",)),
    KeyInfo("rename", "Rename", "", ("F2",)),
    KeyInfo("settings", "Settings", "settings", ("Return", "Enter")),
    KeyInfo("disconnect", "Disconnect", "", ("Shift+Del",)),
    KeyInfo("move_up", "Move up in the chain", "", ("Alt+Up",)),
    KeyInfo("move_down", "Move down in the chain", "", ("Alt+Down",)),
    KeyInfo("align_left", "Align left", "align_left", ("Ctrl+Shift+Left",)),
    KeyInfo("align_centre", "Align centres", "align_centre", ("Ctrl+Shift+E",)),
    KeyInfo("align_right", "Align right", "align_right", ("Ctrl+Shift+Right",)),
    KeyInfo("align_top", "Align top", "align_top", ("Ctrl+Shift+Up",)),
    KeyInfo("align_middle", "Align middles", "align_middle", ("Ctrl+Shift+M",)),
    KeyInfo("align_bottom", "Align bottom", "align_bottom", ("Ctrl+Shift+Down",)),
    KeyInfo("distribute_across", "Distribute horizontally", "distribute_across", ("Ctrl+Shift+H",)),
    KeyInfo("distribute_down", "Distribute vertically", "distribute_down", ("Ctrl+Shift+V",)),
    KeyInfo("fold", "Fold into a block", "block", ("Ctrl+G",)),
    KeyInfo("toggle_block", "Open or close the block", "unfold", ("Ctrl+E",)),
    KeyInfo("dissolve", "Dissolve the block", "", ("Ctrl+Shift+G",)),
    KeyInfo("edit_comment", "Write the comment"),
    KeyInfo("add_comment", "Add a comment", "comment", ("C",), in_table=False),
    KeyInfo("arrange", "Arrange", "layout", ("Ctrl+L",)),
    KeyInfo("save_picture", "Save a picture of the network", "save", ("Ctrl+P",)),
    KeyInfo("fit", "Fit into the view", "fit", ("F",)),
    KeyInfo("zoom_100", "100 %", "", ("Ctrl+0",), in_table=False),
    KeyInfo("zoom_in", "Zoom in", "zoom_in", ("Ctrl++", "Ctrl+=")),
    KeyInfo("zoom_out", "Zoom out", "zoom_out", ("Ctrl+-",)),
    KeyInfo("search", "Find a layer", "search", ("Ctrl+F",)),
    KeyInfo("outline", "Go to the outline", "", ("Ctrl+Shift+O",)),
    KeyInfo("down", "Next layer along the wire", "", ("Down",), in_table=False),
    KeyInfo("up", "Layer before along the wire", "", ("Up",), in_table=False),
    KeyInfo("left", "Layer to the left", "", ("Left",), in_table=False),
    KeyInfo("right", "Layer to the right", "", ("Right",), in_table=False),
    KeyInfo("next", "Next layer", "", ("Tab",), in_table=False),
    KeyInfo("previous", "Layer before", "", ("Shift+Backtab", "Shift+Tab", "Backtab"), in_table=False),
    KeyInfo("nudge_down", "Move down", "", ("Ctrl+Down",), in_table=False),
    KeyInfo("nudge_up", "Move up", "", ("Ctrl+Up",), in_table=False),
    KeyInfo("nudge_left", "Move left", "", ("Ctrl+Left",), in_table=False),
    KeyInfo("nudge_right", "Move right", "", ("Ctrl+Right",), in_table=False),
)
_INFOS = {info.name: info for info in CANVAS_KEYS}
Receiver = Callable[[], object]


def info(name: str) -> KeyInfo:
    """Give a row of the table."""
    return _INFOS[name]


def menu_text(name: str) -> str:
    """Give title and key as a menu shows them in two columns."""
    row = info(name)
    keys = QKeySequence(row.keys[0]).toString(QKeySequence.SequenceFormat.NativeText) if row.keys else ""
    return f"{tr(row.title, 'CanvasKeys')}\t{keys}"


def tip_text(name: str) -> str:
    """Give title and key for a tool tip."""
    title, _tab, keys = menu_text(name).partition("\t")
    return f"{title} ({keys})" if keys else title


class CanvasKeys(QObject):
    """An event filter that calls the receiver of a key; a receiver that gives False leaves the key to others.

    Claiming a key beforehand (Qt's shortcut override) is what makes it work although the window has a shortcut of
    the same key.
    """

    def __init__(self, receivers: Mapping[str, Receiver], parent: QObject, *, for_table: bool = False) -> None:
        super().__init__(parent)
        self._receivers = {
            QKeySequence(keys).toString(): receivers[row.name]
            for row in CANVAS_KEYS if row.in_table or not for_table for keys in row.keys}

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Claim and obey the keys of the table; a field inside, such as one that renames, has its keys to itself."""
        if event.type() not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress) or not isinstance(
                event, QKeyEvent):
            return False
        if isinstance(watched, QWidget) and _is_typed_into(watched):
            return False
        receiver = self._receivers.get(QKeySequence(event.keyCombination()).toString())
        if receiver is None:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True    # the canvas would hand it on to its scene, which does not want it
        return receiver() is not False


def _is_typed_into(widget: QWidget) -> bool:
    """Tell whether a field inside a widget has the keyboard."""
    focus = QApplication.focusWidget()
    return isinstance(focus, QLineEdit) and widget.isAncestorOf(focus)
