"""How strongly the map covers the image, the original while a button is held, and the scale with its numbers."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSlider, QWidget

from cnnstudio.ui.cards import described, label
from cnnstudio.ui.inspector.scale_legend import ScaleLegend
from cnnstudio.ui.inspector.view_menu import ViewMenu
from cnnstudio.ui.inspector.view_style import ViewStyle

DEFAULT_OPACITY = 50


class OverlayBar(QWidget):
    """One row of controls below the image; the rarely used ones are behind *View*."""

    style_changed = Signal(object)
    """The new `ViewStyle`."""
    original_wanted = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.legend, self.menu = ScaleLegend(), ViewMenu()
        self._percent = QLabel(f"{DEFAULT_OPACITY} %")
        self._percent.setMinimumWidth(self._percent.fontMetrics().horizontalAdvance("100 %") + 4)
        self._opacity = self._make_slider()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._make_original())
        row.addWidget(label(self.tr("Opacity"), "quiet"))
        row.addWidget(self._opacity, 1)
        row.addWidget(self._percent)
        row.addWidget(self.menu)
        row.addStretch(1)
        row.addWidget(self.legend)
        self.menu.style_changed.connect(self.style_changed)

    def _make_original(self) -> QPushButton:
        button = described(
            QPushButton(self.tr("Original")), "show_original", self.tr("Show the original while held"),
            self.tr("Hold the button, or Space anywhere on the page, to see the image alone."))
        button.pressed.connect(self._on_pressed)
        button.released.connect(self._on_released)
        return button

    def _make_slider(self) -> QSlider:
        slider = described(
            QSlider(Qt.Orientation.Horizontal), "opacity_slider", self.tr("Opacity of the heatmap"),
            self.tr("How strongly the heatmap covers the image."))
        slider.setRange(0, 100)
        slider.setValue(DEFAULT_OPACITY)
        slider.setPageStep(10)
        slider.setMinimumWidth(70)
        slider.setMaximumWidth(220)
        slider.valueChanged.connect(self._on_opacity)
        return slider

    @property
    def style_shown(self) -> ViewStyle:
        """How the map is to be shown."""
        return self.menu.style_shown

    def _on_opacity(self, value: int) -> None:
        self._percent.setText(f"{value} %")
        self.menu.change(opacity=value / 100)

    def _on_pressed(self) -> None:
        self.original_wanted.emit(True)

    def _on_released(self) -> None:
        self.original_wanted.emit(False)
