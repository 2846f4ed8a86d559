"""The tools to change an image with: brush, lasso, the hottest part, patch, what fills, undo."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QFrame, QHBoxLayout, QPushButton, QSlider, QVBoxLayout, QWidget

from cnnstudio.explain.trials.fills import FILLS
from cnnstudio.ui.cards import described, label
from cnnstudio.ui.elided_choice import ElidedChoice
from cnnstudio.ui.icons import set_icon
from cnnstudio.ui.inspector.trials.canvas import Tool

_LARGEST_SHARE = 0.4
_LARGEST_HOT = 50


class TrialTools(QFrame):
    """Two rows of controls over the canvas."""

    tool_chosen = Signal(object)
    """A `Tool`."""
    size_changed = Signal(float)
    """Diameter of the brush as a share of the input's longer side."""
    fill_changed = Signal()
    hottest_changed = Signal(float)
    """Share of the pixels to erase, 0 to 0.5, while the slider moves."""
    hottest_chosen = Signal(float)
    undo_requested = Signal()
    redo_requested = Signal()
    reset_requested = Signal()
    copy_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("trial_tools")
        self.setProperty("card", True)
        self._tools = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        self._size, self._hot, self._fill = self._make_size(), self._make_hot(), self._make_fill()
        self._hot_text = label("0 %", "quiet", name="hottest_text")
        self._hot_text.setMinimumWidth(self._hot_text.fontMetrics().horizontalAdvance("50 %") + 4)
        self._build()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(8)
        first, second = QHBoxLayout(), QHBoxLayout()
        for row in (first, second):
            row.setSpacing(8)
            column.addLayout(row)
        for widget in (
                self._tool(Tool.BRUSH, self.tr("Brush"), self.tr("Erase what you paint over.")),
                self._tool(Tool.LASSO, self.tr("Lasso"), self.tr("Erase what you draw a line around.")),
                self._tool(Tool.PASTE, self.tr("Paste"), self.tr("Lay down the part you have copied.")),
                label(self.tr("Size"), "quiet")):
            first.addWidget(widget)
        first.addWidget(self._size, 1)
        first.addStretch(1)
        for name, title, icon, tip, signal in (
                ("trial_copy", self.tr("Copy"), "copy",
                 self.tr("Copy the part that was erased, as it was, to paste it into other images."),
                 self.copy_requested),
                ("trial_undo", self.tr("Undo"), "undo", self.tr("Take the last change back."), self.undo_requested),
                ("trial_redo", self.tr("Redo"), "redo", self.tr("Make it again."), self.redo_requested),
                ("trial_reset", self.tr("Reset"), "refresh", self.tr("Show the image as it was."),
                 self.reset_requested)):
            first.addWidget(self._action(name, title, icon, tip, signal))
        second.addWidget(label(self.tr("Erase the hottest"), "quiet"))
        second.addWidget(self._hot, 2)
        second.addWidget(self._hot_text)
        second.addStretch(1)
        second.addWidget(label(self.tr("Fill with"), "quiet"))
        second.addWidget(self._fill)

    def _tool(self, tool: Tool, title: str, tip: str) -> QPushButton:
        button = described(QPushButton(title), f"tool_{tool.value}", title, tip)
        button.setCheckable(True)
        button.setChecked(tool is Tool.BRUSH)
        self._tools.addButton(button)
        self._buttons[tool.value] = button
        button.clicked.connect(self._on_tool)
        return button

    def _action(self, name: str, title: str, icon: str, tip: str, signal: object) -> QPushButton:
        is_known_by_icon = name != "trial_copy"
        button = described(QPushButton("" if is_known_by_icon else title), name, title,
                           f"{title}: {tip}" if is_known_by_icon else tip)
        set_icon(button, icon)
        button.clicked.connect(signal)
        self._buttons[name] = button
        return button

    def _make_size(self) -> QSlider:
        slider = described(QSlider(Qt.Orientation.Horizontal), "brush_size", self.tr("Size of the brush"),
                           self.tr("Diameter of the brush."))
        slider.setRange(1, 100)
        slider.setValue(30)
        slider.setMinimumWidth(60)
        slider.setMaximumWidth(140)
        slider.valueChanged.connect(self._on_size)
        return slider

    def _make_hot(self) -> QSlider:
        slider = described(
            QSlider(Qt.Orientation.Horizontal), "hottest_slider", self.tr("Share of the hottest pixels to erase"),
            self.tr("Erases the places with the most evidence, as the heatmap of the usual layer says. Watch whether "
                    "the probability falls faster than with the same area elsewhere."))
        slider.setRange(0, _LARGEST_HOT)
        slider.setPageStep(5)
        slider.setMinimumWidth(60)
        slider.setMaximumWidth(260)
        slider.valueChanged.connect(self._on_hot)
        slider.sliderReleased.connect(self._on_hot_released)
        return slider

    def _make_fill(self) -> QComboBox:
        titles = {"mean": self.tr("Colour around it"), "blur": self.tr("Blur"),
                  "inpaint": self.tr("Continue the surroundings"), "noise": self.tr("Shuffled pixels")}
        helps = {"mean": self.tr("The mean colour of what lies around: calm, without an edge of its own."),
                 "blur": self.tr("The image itself out of focus: colours stay, shapes go."),
                 "inpaint": self.tr("What lies around is continued inwards."),
                 "noise": self.tr("The same pixels in a random order: colours stay, every shape is destroyed.")}
        combo = described(ElidedChoice(), "trial_fill", self.tr("What erased parts are filled with"),
                          self.tr("What holds with every filling is worth more than what holds with one."))
        for info in FILLS:
            combo.addItem(titles[info.name], info.name)
            combo.setItemData(combo.count() - 1, helps[info.name], int(Qt.ItemDataRole.ToolTipRole))
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(12)
        combo.activated.connect(self.fill_changed)
        return combo

    # what is chosen

    @property
    def fill(self) -> str:
        """A name of `FILLS`."""
        return str(self._fill.currentData())

    @property
    def size_share(self) -> float:
        """Diameter of the brush as a share of the input's longer side."""
        return self._size.value() / 100 * _LARGEST_SHARE

    def show_tool(self, tool: Tool) -> None:
        """Put the choice on a tool that was chosen elsewhere."""
        self._buttons[tool.value].setChecked(True)

    def show_hottest(self, share: float) -> None:
        """Put the slider on a share without erasing anything."""
        self._hot.blockSignals(True)
        self._hot.setValue(round(share * 100))
        self._hot.blockSignals(False)
        self._hot_text.setText(f"{self._hot.value()} %")

    def set_possible(self, *, image: bool, heat: bool, undo: bool, redo: bool, copy: bool, paste: bool) -> None:
        """Enable what can be done now."""
        for name, possible in (("brush", image), ("lasso", image), ("paste", image and paste), ("trial_undo", undo),
                               ("trial_redo", redo), ("trial_reset", undo), ("trial_copy", copy)):
            self._buttons[name].setEnabled(possible)
        self._hot.setEnabled(image and heat)

    def _on_tool(self) -> None:
        self.tool_chosen.emit(next(tool for tool in Tool if self._buttons[tool.value].isChecked()))

    def _on_size(self) -> None:
        self.size_changed.emit(self.size_share)

    def _on_hot(self, value: int) -> None:
        self._hot_text.setText(f"{value} %")
        self.hottest_changed.emit(value / 100)
        if not self._hot.isSliderDown():
            self.hottest_chosen.emit(value / 100)

    def _on_hot_released(self) -> None:
        self.hottest_chosen.emit(self._hot.value() / 100)
