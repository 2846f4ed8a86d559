"""The Network page: palette, canvas, form and tabs around one session."""
# ruff: noqa: N802 -- Qt's names

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QHideEvent, QIcon, QShowEvent, QUndoStack
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSplitter, QTabWidget, QVBoxLayout, QWidget

from cnnstudio.ui import icons
from cnnstudio.ui.editor.aligning import Aligner
from cnnstudio.ui.editor.analysis_table import AnalysisTable
from cnnstudio.ui.editor.block_commands import BlockCommands
from cnnstudio.ui.editor.code_view import CodeView
from cnnstudio.ui.editor.commands import CanvasCommands
from cnnstudio.ui.editor.comment_editor import CommentEditor
from cnnstudio.ui.editor.difference_tools import DifferenceTools
from cnnstudio.ui.editor.importing import NetworkImporter
from cnnstudio.ui.editor.keys import CanvasKeys, Receiver, info, menu_text
from cnnstudio.ui.editor.layer_link import LayerLink
from cnnstudio.ui.editor.listening import listen
from cnnstudio.ui.editor.outline_view import OutlineView
from cnnstudio.ui.editor.overlays import CanvasOverlays
from cnnstudio.ui.editor.palette import PalettePanel
from cnnstudio.ui.editor.parameter_panel import ParameterPanel
from cnnstudio.ui.editor.picture_strip import PictureStrip
from cnnstudio.ui.editor.previews import PreviewRequester
from cnnstudio.ui.editor.problems_view import ProblemsView
from cnnstudio.ui.editor.rename_editor import RenameEditor
from cnnstudio.ui.editor.scene import NetworkScene
from cnnstudio.ui.editor.session import EditorSession
from cnnstudio.ui.editor.side_tabs import SideTabs
from cnnstudio.ui.editor.toolbar import CanvasToolbar
from cnnstudio.ui.editor.view import NetworkView
from cnnstudio.ui.editor.weights_card import WeightsDownloads
from cnnstudio.ui.forecast_view import ForecastView
from cnnstudio.ui.measuring import measurer_of
from cnnstudio.ui.pieces import Pieces
from cnnstudio.ui.workers import JobRunner
from cnnstudio.workspace.workspace import Workspace

_PALETTE_PX, _OUTLINE_PX, _PANEL_PX, _TABS_PX = 224, 288, 320, 208
_NODE_MENU = ("rename", "duplicate", "copy", "cut", "", "fold", "", "move_up", "move_down", "disconnect", "remove")
_BLOCK_MENU = ("toggle_block", "rename", "duplicate", "copy", "cut", "", "fold", "dissolve", "", "disconnect", "remove")
_COMMENT_MENU = ("edit_comment", "duplicate", "copy", "cut", "", "remove")
_WIRE_MENU = ("remove",)
_CANVAS_MENU = ("paste", "select_all", "add_comment", "", "arrange", "fit", "zoom_100", "", "save_picture")


class NetworkPage(QWidget):
    """Where a network is drawn.

    Parameters
    ----------
    workspace : its graph is shown and edited
    jobs : runs the live pictures
    undo_stack : the window's
    """

    navigate_requested = Signal(str)
    message_requested = Signal(str, str)

    IN_PIECES = True
    """It can be built piece by piece."""

    def __init__(self, workspace: Workspace, jobs: JobRunner, undo_stack: QUndoStack,
                 parent: QWidget | None = None, *, in_pieces: bool = False) -> None:
        super().__init__(parent)
        self.setObjectName("network_page")
        self.workspace = workspace
        # What being shown and hidden asks for is there before any piece.
        self.session = EditorSession(workspace, undo_stack, self)
        self.previews = PreviewRequester(self.session, jobs, self)
        self._layer_link = LayerLink(self.session, self)
        self.pieces = Pieces(self._build(jobs))
        if not in_pieces:
            self.pieces.build_rest()

    def _build(self, jobs: JobRunner) -> Iterator[None]:
        """Build the canvas, then what stands around it, then what lets them work together."""
        # From the outside in: a widget that changes its parent later has the whole style sheet applied once more.
        self._whole = _splitter(Qt.Orientation.Horizontal, self)
        self._left = _splitter(Qt.Orientation.Vertical, self._whole)
        self._upper = _splitter(Qt.Orientation.Horizontal, self._left)
        canvas = QWidget(self._upper)
        self.tabs = QTabWidget(self._left)
        self.scene = NetworkScene(self.session, self)
        self.view = NetworkView(self.scene, canvas)
        self.commands = CanvasCommands(self.session, self)
        self.blocks = BlockCommands(self.session, self.view.free_corner, self)
        self.aligner = Aligner(self.session, self.scene, self)
        yield
        self.side = SideTabs(self._upper)
        self.palette_panel = PalettePanel(self.side)
        self.outline = OutlineView(self.session, self.side)
        yield
        self.toolbar = CanvasToolbar(self.session, self.commands, self.view, self.aligner, self.blocks, canvas)
        self.importer = NetworkImporter(self.session, self.commands, jobs, self)
        yield
        self.panel = ParameterPanel(self.session, self._whole)
        self.weights = WeightsDownloads(self.panel.layer.weights, self.session, jobs)
        yield
        self.table = AnalysisTable(self.session, self.tabs)
        self.code = CodeView(self.session, self.tabs)
        self.problems = ProblemsView(self.session, self.tabs)
        yield
        self.overlays = CanvasOverlays(self.session, self.view)
        self.rename_editor = RenameEditor(self.session, self.view)
        self.comment_editor = CommentEditor(self.session, self.view)
        self.forecast = ForecastView(measurer_of(self.workspace, jobs))
        self.panel.overview.show_forecast(self.forecast)
        yield
        self._arrange(canvas)
        yield
        self.difference = DifferenceTools(self.session, self.commands, self.view, jobs, self.tabs)
        yield
        self._connect()
        self._show_problem_count()
        self._say_which_pictures()

    def _arrange(self, canvas: QWidget) -> None:
        self.tabs.setObjectName("network_tabs")
        self.tabs.setAccessibleName(self.tr("What is known about the network"))
        self.tabs.setDocumentMode(True)
        for widget, title in ((self.table, self.tr("Analysis")), (self.code, self.tr("Code")),
                              (self.problems, self.tr("Problems"))):
            self.tabs.addTab(widget, title)
        self.side.add(self.palette_panel, self.tr("Layers"), _PALETTE_PX)
        self.side.add(self.outline, self.tr("Outline"), _OUTLINE_PX)
        column = QVBoxLayout(canvas)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.toolbar)
        column.addWidget(self.view, 1)
        self.view.setFrameShape(NetworkView.Shape.NoFrame)
        _fill(self._upper, (self.side, canvas), (_PALETTE_PX, 900), stretch=1)
        _fill(self._left, (self._upper, self.tabs), (900, _TABS_PX), stretch=0)
        _fill(self._whole, (self._left, self.panel), (1200, _PANEL_PX), stretch=0)
        self.panel.setMinimumWidth(288)
        self.tabs.setMinimumHeight(96)
        self.view.setMinimumSize(240, 160)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._whole)

    def _connect(self) -> None:
        self.session.message_requested.connect(self.message_requested)
        self.code.message_requested.connect(self.message_requested)
        self.difference.message_requested.connect(self.message_requested)
        self.session.analysed.connect(self._show_problem_count)
        self.palette_panel.insert_requested.connect(self.commands.insert)
        self.view.rename_requested.connect(self.rename_editor.begin)
        self.view.menu_requested.connect(self.show_menu)
        self._connect_blocks()
        self.toolbar.import_requested.connect(self.importer.choose)
        self.commands.revealed.connect(self.view.reveal)
        self.commands.replaced.connect(self.view.show_start)
        self.session.graph_swapped.connect(self.view.show_start)
        self.problems.show_requested.connect(self.commands.show_layer)
        self.overlays.problems.show_requested.connect(self.show_problems)
        self.overlays.empty.action_requested.connect(self.toolbar.open_presets)
        self.panel.presets_requested.connect(self.toolbar.open_presets)
        self.panel.images_requested.connect(self._go_to_images)
        self.panel.duplicate_requested.connect(self.commands.duplicate)
        self.panel.remove_requested.connect(self.commands.remove)
        self.session.selection_changed.connect(self._reveal_current)
        self.table.activated_layer.connect(self._open_settings)
        self.outline.settings_requested.connect(self._open_settings)
        self.previews.pictures_changed.connect(self.set_thumbnails)
        self.previews.state_changed.connect(self._say_which_pictures)
        listen(self, self.workspace.selected_image_changed, self._say_which_pictures)
        self.view.installEventFilter(CanvasKeys(self._receivers(), self))
        self.table.installEventFilter(CanvasKeys(self._receivers(), self, for_table=True))
        own = {"rename": self.outline.rename_current, "fit": lambda: False}    # letters look a layer up by its name
        self.outline.installEventFilter(CanvasKeys({**self._receivers(), **own}, self, for_table=True))

    def _connect_blocks(self) -> None:
        self.view.block_pressed.connect(self.blocks.press)
        self.view.comment_requested.connect(self.comment_editor.begin)
        self.blocks.comment_added.connect(self.comment_editor.begin)
        self.blocks.revealed.connect(self.view.reveal)
        self.panel.block.toggle_requested.connect(self.blocks.toggle)
        self.panel.block.dissolve_requested.connect(self.blocks.dissolve)
        self.panel.block.layer_requested.connect(self.commands.show_layer)

    def _receivers(self) -> Mapping[str, Receiver]:
        """Give what each key of the canvas calls; False leaves the key to others."""
        commands, toolbar = self.commands, self.toolbar
        return {
            "remove": commands.remove, "copy": commands.copy, "cut": commands.cut, "paste": commands.paste,
            "duplicate": commands.duplicate, "select_all": commands.select_all, "select_none": self._escape,
            "rename": self.rename, "settings": self._open_settings, "disconnect": commands.disconnect_selected,
            "move_up": commands.move_up, "move_down": commands.move_down, "outline": self.show_outline,
            "arrange": commands.arrange, "fit": self.view.fit, "zoom_100": toolbar.zoom_100,
            "zoom_in": toolbar.zoom_in, "zoom_out": toolbar.zoom_out, "search": toolbar.search.setFocus,
            "save_picture": toolbar.save_picture,
            "down": lambda: commands.go("down") or None, "up": lambda: commands.go("up") or None,
            "left": lambda: commands.go("left") or None, "right": lambda: commands.go("right") or None,
            "next": lambda: commands.go("next"), "previous": lambda: commands.go("previous"),
            "nudge_down": lambda: commands.nudge(0, 1), "nudge_up": lambda: commands.nudge(0, -1),
            "nudge_left": lambda: commands.nudge(-1, 0), "nudge_right": lambda: commands.nudge(1, 0),
            "edit_comment": self._edit_comment, **self.blocks.key_receivers(), **self.aligner.key_receivers(),
        }

    # what the page does

    def set_thumbnails(self, pictures: Mapping[str, PictureStrip]) -> None:
        """Show pictures in the layers, by node id."""
        self.scene.set_thumbnails(pictures)
        self._say_which_pictures()

    def rename(self) -> None:
        """Rename the selected layer or block in place, or write the selected comment."""
        some_id = self.session.current or self.session.current_block
        if some_id is not None:
            self.rename_editor.begin(some_id)
        else:
            self._edit_comment()

    def _edit_comment(self) -> None:
        if len(self.session.selected_comments) == 1:
            self.comment_editor.begin(self.session.selected_comments[0])

    def show_outline(self) -> None:
        """Show the outline and put the keyboard into it."""
        self.side.setCurrentWidget(self.outline)
        self.outline.setFocus()

    def show_problems(self) -> None:
        """Show the list of problems."""
        self.tabs.setCurrentWidget(self.problems)

    def show_menu(self, corner: QPoint) -> None:
        """Show what can be done with what is selected."""
        menu = self.make_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(corner)

    def make_menu(self) -> QMenu:
        """Make the menu for what is selected."""
        menu = QMenu(self)
        menu.setObjectName("canvas_menu")
        receivers = self._receivers()
        for name in self._menu_names():
            if not name:
                menu.addSeparator()
                continue
            action = menu.addAction(menu_text(name))
            action.setObjectName(name)
            action.triggered.connect(receivers[name])
            if info(name).icon:
                icons.set_icon(action, info(name).icon)
        if len(self.session.selected_ids) > 1:
            self.aligner.fill(menu.addMenu(self.tr("Align")))
        return menu

    def _menu_names(self) -> tuple[str, ...]:
        session = self.session
        if session.selected_blocks:
            return _BLOCK_MENU
        if session.selected:
            return _NODE_MENU
        return _COMMENT_MENU if session.selected_comments else _WIRE_MENU if session.selected_edge else _CANVAS_MENU

    def showEvent(self, event: QShowEvent) -> None:
        """Start drawing live pictures."""
        super().showEvent(event)
        self._layer_link.catch_up()
        self.previews.set_active(is_active=True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop drawing live pictures."""
        super().hideEvent(event)
        self.previews.set_active(is_active=False)

    def _escape(self) -> bool:
        """Let the gesture have Esc; else select nothing."""
        if self.view.gesture is None:
            self.commands.select_none()
        return self.view.gesture is None

    def _open_settings(self, _node_id: str = "") -> None:
        """Put the keyboard into the layer's form; open or close a block; write a comment."""
        if self.session.current is not None:
            self.panel.layer.focus_first()
        elif not self.blocks.toggle_current():
            self._edit_comment()

    def _reveal_current(self) -> None:
        some_id = self.session.current or self.session.current_block
        if some_id is not None and self.view.gesture is None:
            self.view.reveal(some_id)

    def _go_to_images(self) -> None:
        self.navigate_requested.emit("data")

    def _show_problem_count(self) -> None:
        number = len(self.session.analysis.problems)
        title = self.tr("Problems ({number})").format(number=number) if number else self.tr("Problems")
        place = self.tabs.indexOf(self.problems)
        self.tabs.setTabText(place, title)
        has_errors = not self.session.analysis.is_trainable
        name, token = ("error", "bad") if has_errors else ("warning", "warning")
        self.tabs.setTabIcon(place, QIcon(icons.pixmap(name, 16, token)) if number else QIcon())

    def _say_which_pictures(self) -> None:
        self.panel.overview.set_pictures_state(self.previews.describe(),
                                               needs_image=self.workspace.selected_image is None)


def _splitter(orientation: Qt.Orientation, parent: QWidget) -> QSplitter:
    splitter = QSplitter(orientation, parent)
    splitter.setHandleWidth(1 if orientation is Qt.Orientation.Horizontal else 4)
    splitter.setChildrenCollapsible(False)
    return splitter


def _fill(splitter: QSplitter, widgets: tuple[QWidget, ...], sizes: tuple[int, ...], *, stretch: int) -> None:
    """Put widgets into a splitter in this order; the one numbered ``stretch`` takes the room that is left."""
    for place, widget in enumerate(widgets):
        splitter.insertWidget(place, widget)
    splitter.setStretchFactor(stretch, 1)
    splitter.setSizes(list(sizes))
