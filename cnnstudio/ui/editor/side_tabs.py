"""The tabs at the left of the canvas: the layers to add, and the outline; each is as wide as it was left."""

from PySide6.QtWidgets import QSplitter, QTabWidget, QWidget

_LEAST_PX = 168


class SideTabs(QTabWidget):
    """Tabs in a splitter that remember a width each: names and shapes need more room than the palette."""

    def __init__(self, parent: QSplitter) -> None:
        super().__init__(parent)
        self.setObjectName("side_tabs")
        self.setAccessibleName(self.tr("Layers to add, and the outline of the network"))
        self.setDocumentMode(True)
        self.setMinimumWidth(_LEAST_PX)
        self._splitter = parent
        self._widths: list[int] = []
        self._shown = 0
        self.currentChanged.connect(self._on_changed)

    def add(self, widget: QWidget, title: str, width_px: int) -> None:
        """Add a tab that is this wide when it is first shown."""
        self._widths.append(width_px)
        self.addTab(widget, title)

    def _on_changed(self, shown: int) -> None:
        if not self.isVisible():
            self._shown = shown
            return
        self._widths[self._shown] = self.width()
        self._shown = shown
        sizes, place = self._splitter.sizes(), self._splitter.indexOf(self)
        room, sizes[place] = sizes[place] + sizes[place + 1], self._widths[shown]
        sizes[place + 1] = max(0, room - sizes[place])
        self._splitter.setSizes(sizes)
