"""The panel at the right: the form of the selected layer or block, or what several or no layers have to say."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from cnnstudio.ui.editor.block_panel import BlockPanel
from cnnstudio.ui.editor.layer_panel import LayerPanel
from cnnstudio.ui.editor.overview_panel import OverviewPanel, SelectionPanel
from cnnstudio.ui.editor.session import EditorSession


class ParameterPanel(QFrame):
    """Follows the session's selection."""

    presets_requested = Signal()
    images_requested = Signal()
    duplicate_requested = Signal()
    remove_requested = Signal()

    def __init__(self, session: EditorSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("parameter_panel")
        self.setProperty("panel", True)
        self._session = session
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self.refresh)
        self._pages = QStackedWidget(self)
        areas = [self._area() for _ in range(4)]
        self.overview = OverviewPanel(session, areas[0])
        self.layer = LayerPanel(session, areas[1])
        self.selection = SelectionPanel(session, areas[2])
        self.block = BlockPanel(session, areas[3])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages)
        self._areas: dict[QWidget, QScrollArea] = dict(
            zip((self.overview, self.layer, self.selection, self.block), areas, strict=True))
        for page, area in self._areas.items():
            area.setWidget(page)
            self._pages.addWidget(area)
        self.overview.presets_requested.connect(self.presets_requested)
        self.overview.images_requested.connect(self.images_requested)
        self.selection.duplicate_requested.connect(self.duplicate_requested)
        self.selection.remove_requested.connect(self.remove_requested)
        session.selection_changed.connect(self.refresh)
        session.shown_changed.connect(self._later.start)
        session.analysed.connect(self.refresh)
        self.refresh()

    def _area(self) -> QScrollArea:
        area = QScrollArea(self._pages)
        area.setAccessibleName(self.tr("Settings and figures"))
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        return area

    @property
    def shown(self) -> QWidget:
        """The part that is shown: `layer`, `block`, `overview` or `selection`."""
        return next(page for page, area in self._areas.items() if area is self._pages.currentWidget())

    def refresh(self) -> None:
        """Show the part that fits the selection, with the newest figures."""
        current, block = self._session.current, self._session.current_block
        if current is not None:
            self.layer.show_node(current)
            self._show(self.layer)
        elif block is not None:
            self.block.show_block(block)
            self._show(self.block)
        elif self._session.selected_ids:
            self.selection.refresh()
            self._show(self.selection)
        else:
            self.overview.refresh()
            self._show(self.overview)

    def _show(self, page: QWidget) -> None:
        self._pages.setCurrentWidget(self._areas[page])
