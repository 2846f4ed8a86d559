"""The choice of the layer a heatmap is taken from: a slider over all spatial layers, with an automatic choice."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSlider, QWidget

from cnnstudio.ui.cards import described, label
from cnnstudio.ui.inspector.run_layers import SpatialLayer
from cnnstudio.ui.inspector.tabs import AUTO


class LayerSlider(QWidget):
    """A slider with the layer's name and shape beside it, and a button that leaves the choice to the program."""

    layer_requested = Signal(str)
    """A layer's id, or ``"auto"``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layers: tuple[SpatialLayer, ...] = ()
        self._slider = self._make_slider()
        self._label = label("", name="layer_label")
        self._label.setMinimumWidth(150)
        self._auto = self._make_auto()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._slider, 1)
        row.addWidget(self._label)
        row.addWidget(self._auto)
        self.set_layers(())

    def _make_slider(self) -> QSlider:
        slider = described(
            QSlider(Qt.Orientation.Horizontal), "layer_slider", self.tr("Layer"),
            self.tr("From the first layers (edges, fine places) to the last (things, coarse places)."))
        slider.setPageStep(1)
        slider.setMinimumWidth(90)
        slider.valueChanged.connect(self._moved)
        return slider

    def _make_auto(self) -> QPushButton:
        button = described(
            QPushButton(self.tr("Auto")), "layer_auto", self.tr("Choose the layer automatically"),
            self.tr("The last layer that still has places: the usual choice for a heatmap."))
        button.setCheckable(True)
        button.setChecked(True)
        button.clicked.connect(self._auto_clicked)
        return button

    def set_layers(self, layers: Sequence[SpatialLayer]) -> None:
        """Offer ``layers`` and go back to the automatic choice."""
        self._layers = tuple(layers)
        self._auto.setChecked(True)
        self._show_position(len(self._layers) - 1)
        self.setEnabled(bool(self._layers))

    def show_layer(self, layer: str) -> None:
        """Put the slider on the layer a heatmap was really taken from, without asking for anything."""
        positions = [position for position, known in enumerate(self._layers) if known.id == layer]
        if positions:
            self._show_position(positions[0])

    def show_choice(self, layer: str) -> None:
        """Show a choice made elsewhere: a layer's id or ``"auto"``."""
        self._auto.setChecked(layer == AUTO)
        self.show_layer(layer)

    @property
    def layers(self) -> tuple[SpatialLayer, ...]:
        """The layers on offer."""
        return self._layers

    @property
    def choice(self) -> str:
        """The chosen layer's id, or ``"auto"``."""
        if self._auto.isChecked() or not self._layers:
            return AUTO
        return self._layers[self._slider.value()].id

    def _show_position(self, position: int) -> None:
        self._slider.blockSignals(True)
        self._slider.setRange(0, max(0, len(self._layers) - 1))
        self._slider.setValue(max(0, position))
        self._slider.blockSignals(False)
        self._write_label()

    def _write_label(self) -> None:
        if not self._layers:
            self._label.setText("–")
            return
        layer = self._layers[self._slider.value()]
        self._label.setText(f"{layer.name}  {layer.shape_text}")
        self._slider.setAccessibleDescription(self._label.text())

    def _moved(self) -> None:
        self._auto.setChecked(False)
        self._write_label()
        self.layer_requested.emit(self.choice)

    def _auto_clicked(self, checked: bool) -> None:
        self._write_label()
        self.layer_requested.emit(AUTO if checked else self.choice)
