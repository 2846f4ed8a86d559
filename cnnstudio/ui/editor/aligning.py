"""Aligns and spreads the selected layers: what the keys, the menu and the toolbar's button call."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject, QSize
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from cnnstudio.network.alignment import Alignment, Axis, Box, align, distribute
from cnnstudio.network.edits import Compound
from cnnstudio.ui import icons
from cnnstudio.ui.editor.keys import info, menu_text
from cnnstudio.ui.editor.scene import NetworkScene
from cnnstudio.ui.editor.selection_edits import moved_each
from cnnstudio.ui.editor.session import EditorSession
from cnnstudio.ui.editor.texts import tr

ALIGNMENTS: Mapping[str, Alignment] = {
    "align_left": "left", "align_centre": "centre", "align_right": "right", "align_top": "top",
    "align_middle": "middle", "align_bottom": "bottom"}
"""Name of a key -> how boxes are aligned."""
DISTRIBUTIONS: Mapping[str, Axis] = {"distribute_across": "horizontal", "distribute_down": "vertical"}
_MENU = ("align_left", "align_centre", "align_right", "", "align_top", "align_middle", "align_bottom", "",
         "distribute_across", "distribute_down")
_BUTTON_PX = 32


class Aligner(QObject):
    """Moves the selected layers, blocks and comments into line as one undo step."""

    def __init__(self, session: EditorSession, scene: NetworkScene, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._scene = session, scene

    def key_receivers(self) -> dict[str, partial[None]]:
        """Give what each key calls."""
        return {name: partial(self.align, name) for name in (*ALIGNMENTS, *DISTRIBUTIONS)}

    def can(self, name: str) -> bool:
        """Tell whether enough layers are selected: two to align, three to spread."""
        return len(self._boxes()) >= (2 if name in ALIGNMENTS else 3)

    def align(self, name: str) -> None:
        """Align or spread the selected layers; with too few of them it says what is missing."""
        if not self.can(name):
            text = self.tr("Select two layers or more to align them, three or more to spread them.")
            self._session.message_requested.emit(text, "info")
            return
        boxes = self._boxes()
        places = align(boxes, ALIGNMENTS[name]) if name in ALIGNMENTS else distribute(boxes, DISTRIBUTIONS[name])
        ways = {some_id: (x - boxes[some_id].x, y - boxes[some_id].y) for some_id, (x, y) in places.items()}
        edit = moved_each(self._session.graph, ways)
        if edit is not None:
            self._session.push(Compound(tr(info(name).title, "CanvasKeys"), [edit]))

    def _boxes(self) -> dict[str, Box]:
        """Give the boxes of what is selected and shown, each once."""
        session, boxes = self._session, {}
        for some_id in session.selected_ids:
            box = self._scene.box_of(some_id) if session.shown.owner(some_id) == some_id else None
            if box is not None:
                boxes[some_id] = Box(box.x(), box.y(), box.width(), box.height())
        return boxes

    def fill(self, menu: QMenu) -> None:
        """Put every way to align into a menu; those that need more layers are grey."""
        for name in _MENU:
            if not name:
                menu.addSeparator()
                continue
            action = menu.addAction(menu_text(name))
            action.setObjectName(name)
            action.setEnabled(self.can(name))
            action.triggered.connect(partial(self.align, name))
            icons.set_icon(action, name)


class AlignButton(QToolButton):
    """Opens the menu of ways to align; grey while fewer than two layers are selected."""

    def __init__(self, session: EditorSession, aligner: Aligner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._aligner = session, aligner
        self.setObjectName("align_button")
        self.setAccessibleName(self.tr("Align the selected layers"))
        self.setToolTip(self.tr("Align or spread the selected layers"))
        self.setFixedSize(QSize(_BUTTON_PX, _BUTTON_PX))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        icons.set_icon(self, "align_left", size_px=20)
        menu = QMenu(self)
        menu.setObjectName("align_menu")
        menu.aboutToShow.connect(self._refill)
        self.setMenu(menu)
        session.selection_changed.connect(self._show_state)
        self._show_state()

    def _refill(self) -> None:
        menu = self.menu()
        menu.clear()
        self._aligner.fill(menu)

    def _show_state(self) -> None:
        self.setEnabled(self._aligner.can("align_left"))
