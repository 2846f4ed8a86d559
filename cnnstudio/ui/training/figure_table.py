"""The figures of the moment as a small two-column table."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from cnnstudio.ui.cards import label

NOTHING = "–"


@dataclass(frozen=True, slots=True)
class FigureInfo:
    """One row: its name in code, its title and its explanation."""

    name: str
    title: str
    help: str


class FigureTable(QWidget):
    """Titles at the left, values at the right; a value nobody has set is a dash."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: dict[str, QLabel] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for row, info in enumerate(self._infos()):
            self._add(grid, row, info)

    def _infos(self) -> tuple[FigureInfo, ...]:
        return (
            FigureInfo("left", self.tr("Time left"), self.tr("Judged from the pace so far.")),
            FigureInfo("elapsed", self.tr("Elapsed"), self.tr("Since the first step.")),
            FigureInfo("speed", self.tr("Images/s"), self.tr("Training images a second, in this epoch.")),
            FigureInfo("accuracy", self.tr("Validation"), self.tr("Accuracy on images it never trained on.")),
            FigureInfo("best", self.tr("Best epoch"), self.tr("Lowest validation loss so far; its weights are kept.")),
            FigureInfo("device", self.tr("Device"), self.tr("Where the arithmetic runs.")))

    def _add(self, grid: QGridLayout, row: int, info: FigureInfo) -> None:
        title, value = label(info.title, "quiet"), label(NOTHING, name=f"figure_{info.name}", wrap=True)
        for widget in (title, value):
            widget.setToolTip(info.help)
        value.setAccessibleName(info.title)
        value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        grid.addWidget(title, row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(value, row, 1)
        self._values[info.name] = value

    def set(self, name: str, text: str, reason: str = "") -> None:
        """Show ``text`` in the row ``name``; a ``reason`` is its tooltip from now on."""
        self._values[name].setText(text)
        if reason:
            self._values[name].setToolTip(f"{reason[0].upper()}{reason[1:]}.")

    def text(self, name: str) -> str:
        """Return what the row ``name`` shows."""
        return self._values[name].text()

    def clear(self) -> None:
        """Show dashes only."""
        for value in self._values.values():
            value.setText(NOTHING)
