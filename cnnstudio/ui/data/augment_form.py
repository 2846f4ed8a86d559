"""Augmentations, each with a switch and a strength, generated from their settings model."""

from dataclasses import dataclass

from annotated_types import Le
from pydantic.fields import FieldInfo
from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSlider,
    QWidget,
)

from cnnstudio.data.config import AUGMENTATION_NAMES, AugmentConfig
from cnnstudio.ui.forms import QuietWheel
from cnnstudio.workspace.augmentations import AUGMENTATIONS

_FIRST_STRENGTH = {"rotate_deg": 15.0, "zoom": 0.2, "shift": 0.1, "brightness": 0.2, "contrast": 0.2,
                   "saturation": 0.3, "crop": 0.4, "shear_deg": 10.0, "hue": 0.05, "blur": 1.0,
                   "mixup": 0.2, "cutmix": 1.0, "noise": 0.05, "erase": 0.25}
"""What a switch starts with; gentle enough for photographs."""
_MODEL = AugmentConfig.__name__


@dataclass(slots=True)
class _Row:
    """One augmentation's widgets; without a slider it is only on or off."""

    switch: QCheckBox
    slider: QSlider | None = None
    value: QLabel | None = None
    is_angle: bool = False

    @property
    def step(self) -> float:
        """What one step of the slider is worth: a degree, or one percent."""
        return 1.0 if self.is_angle else 0.01

    def set_strength(self, strength: float) -> None:
        """Move the slider."""
        if self.slider is not None:
            self.slider.setValue(round(strength / self.step))

    def strength(self) -> float:
        """Return what the slider says, in the setting's own unit."""
        return self.step * self.slider.value() if self.slider is not None else 1.0

    def show_strength(self) -> None:
        """Write the slider's value beside it."""
        if self.value is not None:
            text = f"± {self.strength():.0f}°" if self.is_angle else f"{self.strength():.0%}".replace("%", " %")
            self.value.setText(text if self.switch.isChecked() else "")


class AugmentForm(QWidget):
    """Shows and edits an `AugmentConfig`; ready-made strengths are a click away."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_loading = False
        self._value = AugmentConfig()
        self._rows: dict[str, _Row] = {}
        self._wheel = QuietWheel(self)
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setHorizontalSpacing(12)
        self._layout.setVerticalSpacing(8)
        self._layout.setColumnStretch(1, 1)
        self._layout.setColumnMinimumWidth(2, 44)
        self._presets = QButtonGroup(self)
        self._layout.addLayout(self._make_presets(), 0, 0, 1, 3)
        for name in AUGMENTATION_NAMES:
            self._add_row(name, AugmentConfig.model_fields[name])
        self.set_value(self._value)

    def value(self) -> AugmentConfig:
        """Return the settings shown."""
        return self._value

    def set_value(self, value: AugmentConfig) -> None:
        """Show ``value`` without sending `changed`; a switch that is off keeps its slider."""
        self._is_loading = True
        for name, row in self._rows.items():
            strength = float(getattr(value, name))
            row.switch.setChecked(strength > 0)
            if row.slider is not None:
                if strength > 0:
                    row.set_strength(strength)
                row.slider.setEnabled(strength > 0)
            row.show_strength()
        self._value = value
        self._show_preset()
        self._is_loading = False

    def _make_presets(self) -> QHBoxLayout:
        titles = {"none": self.tr("Off"), "light": self.tr("Light"), "medium": self.tr("Medium"),
                  "strong": self.tr("Strong")}
        row = QHBoxLayout()
        row.setSpacing(4)
        for name in AUGMENTATIONS:
            button = QPushButton(titles.get(name, name), self)
            button.setObjectName(f"augment_{name}")
            button.setAccessibleName(self.tr("Augmentation: {title}").format(title=button.text()))
            button.setProperty("segment", True)
            button.setCheckable(True)
            self._presets.addButton(button)
            row.addWidget(button, 1)
        self._presets.buttonClicked.connect(self._on_preset)
        return row

    def _show_preset(self) -> None:
        """Mark the ready-made strength that is in use, if any."""
        self._presets.setExclusive(False)
        for button in self._presets.buttons():
            button.setChecked(AUGMENTATIONS[button.objectName().removeprefix("augment_")] == self._value)
        self._presets.setExclusive(True)

    def _on_preset(self, button: QPushButton) -> None:
        value = AUGMENTATIONS[button.objectName().removeprefix("augment_")]
        if value != self._value:
            self.set_value(value)
            self.changed.emit(value)

    def _add_row(self, name: str, info: FieldInfo) -> None:
        title = QCoreApplication.translate(_MODEL, info.title or name).removesuffix(" (°)")
        help_text = QCoreApplication.translate(_MODEL, info.description or "")
        switch = QCheckBox(title, self)
        switch.setObjectName(name)
        switch.setAccessibleName(title)
        switch.setToolTip(help_text)
        switch.toggled.connect(self._on_edited)
        number = self._layout.rowCount()
        self._layout.addWidget(switch, number, 0)
        self._rows[name] = _Row(switch)
        if info.annotation is not bool:
            self._add_slider(name, info, number)

    def _add_slider(self, name: str, info: FieldInfo, number: int) -> None:
        row = self._rows[name]
        maximum = next(float(item.le) for item in info.metadata if isinstance(item, Le))  # type: ignore[arg-type]
        row.is_angle = name.endswith("_deg")
        row.slider = QSlider(Qt.Orientation.Horizontal, self)
        row.slider.setObjectName(f"{name}_strength")
        row.slider.setAccessibleName(self.tr("Strength of {title}").format(title=row.switch.text()))
        row.slider.setToolTip(row.switch.toolTip())
        row.slider.setRange(1, round(maximum / row.step))
        row.set_strength(_FIRST_STRENGTH[name])
        row.slider.installEventFilter(self._wheel)
        row.slider.valueChanged.connect(self._on_edited)
        row.value = QLabel(self)
        row.value.setProperty("role", "caption")
        row.value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._layout.addWidget(row.slider, number, 1)
        self._layout.addWidget(row.value, number, 2)

    def _on_edited(self) -> None:
        if self._is_loading:
            return
        values: dict[str, float | bool] = {}
        for name, row in self._rows.items():
            is_on = row.switch.isChecked()
            values[name] = is_on if row.slider is None else round(row.strength(), 4) if is_on else 0.0
            if row.slider is not None:
                row.slider.setEnabled(is_on)
            row.show_strength()
        value = AugmentConfig.model_validate(values)
        if value != self._value:
            self._value = value
            self._show_preset()
            self.changed.emit(value)
