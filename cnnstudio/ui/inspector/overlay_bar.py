"""How the heatmap is laid over the image: opacity, colours, the original while a button is held, the scale."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QSlider, QWidget

from cnnstudio.explain.heatmap import COLOR_MAPS
from cnnstudio.ui.cards import described, label
from cnnstudio.ui.inspector.scale_legend import ScaleLegend

DEFAULT_OPACITY = 50


class OverlayBar(QWidget):
    """One row of controls below the image."""

    opacity_changed = Signal(float)
    """0 to 1."""
    color_map_changed = Signal(str)
    original_wanted = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.legend = ScaleLegend()
        self._percent = QLabel(f"{DEFAULT_OPACITY} %")
        self._percent.setMinimumWidth(self._percent.fontMetrics().horizontalAdvance("100 %") + 4)
        self._opacity, self._maps = self._make_slider(), self._make_maps()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._make_original())
        row.addWidget(label(self.tr("Opacity"), "quiet"))
        row.addWidget(self._opacity, 1)
        row.addWidget(self._percent)
        row.addWidget(self._maps)
        row.addStretch(1)
        row.addWidget(self.legend)

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

    def _make_maps(self) -> QComboBox:
        titles = {"inferno": self.tr("Inferno"), "viridis": self.tr("Viridis"), "cividis": self.tr("Cividis"),
                  "grey": self.tr("Grey")}
        combo = described(
            QComboBox(), "color_map", self.tr("Colours"),
            self.tr("All of them are even in brightness and readable with every kind of colour vision."))
        for name in COLOR_MAPS:
            combo.addItem(titles.get(name, name.capitalize()), name)
        combo.currentIndexChanged.connect(self._on_map)
        return combo

    @property
    def opacity(self) -> float:
        """0 to 1."""
        return self._opacity.value() / 100

    @property
    def color_map(self) -> str:
        """The colour map's name."""
        return str(self._maps.currentData())

    def _on_opacity(self, value: int) -> None:
        self._percent.setText(f"{value} %")
        self.opacity_changed.emit(value / 100)

    def _on_map(self) -> None:
        self.color_map_changed.emit(self.color_map)

    def _on_pressed(self) -> None:
        self.original_wanted.emit(True)

    def _on_released(self) -> None:
        self.original_wanted.emit(False)
