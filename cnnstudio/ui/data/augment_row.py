"""One random change in the form: its switch, its strength, its probability, and what speaks against it."""

from collections.abc import Callable
from dataclasses import dataclass

from annotated_types import Le
from pydantic.fields import FieldInfo
from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QPushButton, QSlider, QSpinBox, QWidget

from cnnstudio.data.augment.cautions import AugmentWarning
from cnnstudio.data.config import AugmentConfig
from cnnstudio.ui.cards import SentenceLine, described, label
from cnnstudio.ui.forms import QuietWheel

_MODEL = AugmentConfig.__name__
_TITLE_PX = 112
_VALUE_PX = 40
_LINE_PX = 28
_PROBABILITY_PX = 50
_INDENT_PX = 24


@dataclass(frozen=True, slots=True)
class _Scale:
    """How a strength is set and written.

    Attributes
    ----------
    first : what a switch starts with; gentle enough for photographs
    step : what one step of the slider is worth
    text : of a strength in the setting's own unit
    """

    first: float
    step: float = 0.01
    text: Callable[[float], str] = lambda value: f"± {value * 100:.0f} %"


def _degrees(value: float) -> str:
    return f"± {value:.0f}°"


def _up_to(value: float) -> str:
    return f"{value * 100:.0f} %"


def _alpha(value: float) -> str:
    return f"α {value:.2f}"


_SCALES = {
    "rotate_deg": _Scale(15.0, 1.0, _degrees), "crop": _Scale(0.4, text=_up_to), "zoom": _Scale(0.2),
    "shift": _Scale(0.1), "shear_deg": _Scale(10.0, 1.0, _degrees), "brightness": _Scale(0.2),
    "contrast": _Scale(0.2), "saturation": _Scale(0.3), "hue": _Scale(0.05),
    "blur": _Scale(1.0, 0.1, lambda value: f"{value:.1f} px"), "noise": _Scale(0.05, text=_up_to),
    "erase": _Scale(0.25, text=_up_to), "mixup": _Scale(0.2, 0.05, _alpha), "cutmix": _Scale(1.0, 0.05, _alpha)}


class AugmentRow(QObject):
    """The widgets of one change, two lines of a grid with four columns; without a strength it is only on or off."""

    edited = Signal(str)
    """The name of the change, after the user changed one of its fields."""
    off_requested = Signal(object)
    """Names of the changes that the user wants switched off."""

    def __init__(self, name: str, parent: QWidget, wheel: QuietWheel) -> None:
        super().__init__(parent)
        info = AugmentConfig.model_fields[name]
        self.name = name
        title = QCoreApplication.translate(_MODEL, info.title or name).split(" (")[0]
        help_text = QCoreApplication.translate(_MODEL, info.description or "")
        self.switch = described(QCheckBox(title, parent), name, title, help_text)
        self.slider = self._make_slider(title, info, parent) if name in _SCALES else None
        self.value = label(role="caption", name=f"{name}_value")
        self.value.setParent(parent)
        self.value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.probability = self._make_probability(title, parent)
        self.notice = _Notice(name, parent)
        self.notice.off_requested.connect(self.off_requested)
        fields: list[QSlider | QSpinBox] = [self.probability, *([self.slider] if self.slider is not None else [])]
        for field in fields:
            field.installEventFilter(wheel)
            field.valueChanged.connect(self._on_edited)
        self.switch.toggled.connect(self._on_edited)

    def _make_slider(self, title: str, info: FieldInfo, parent: QWidget) -> QSlider:
        scale = _SCALES[self.name]
        maximum = next(float(item.le) for item in info.metadata if isinstance(item, Le))  # type: ignore[arg-type]
        slider = described(QSlider(Qt.Orientation.Horizontal, parent), f"{self.name}_strength",
                           self.tr("Strength of {title}").format(title=title), self.switch.toolTip())
        slider.setRange(1, round(maximum / scale.step))
        slider.setValue(round(scale.first / scale.step))
        return slider

    def _make_probability(self, title: str, parent: QWidget) -> QSpinBox:
        field = described(QSpinBox(parent), f"{self.name}_probability",
                          self.tr("Probability of {title}").format(title=title),
                          self.tr("Share of the images that are changed, by chance"))
        field.setProperty("cell", True)  # the style sheet gives the room of the buttons to the number
        field.setProperty("small", True)
        field.setRange(1, 100)
        field.setSuffix(" %")
        field.setAlignment(Qt.AlignmentFlag.AlignCenter)
        field.setFixedWidth(_PROBABILITY_PX)
        field.setKeyboardTracking(False)
        field.setValue(round(100 * AugmentConfig.model_fields[f"{self.name}_p"].default))
        return field

    def put_into(self, grid: QGridLayout) -> None:
        """Take the next two lines of a grid."""
        line = grid.rowCount()
        grid.addWidget(self.switch, line, 0)
        if self.slider is not None:
            grid.addWidget(self.slider, line, 1)
            grid.addWidget(self.value, line, 2)
        grid.addWidget(self.probability, line, 3)
        grid.addWidget(self.notice, line + 1, 0, 1, 4)
        grid.setColumnMinimumWidth(0, _TITLE_PX)
        grid.setColumnMinimumWidth(2, _VALUE_PX)
        grid.setRowMinimumHeight(line, _LINE_PX)

    def show_config(self, config: AugmentConfig) -> None:
        """Show strength and probability; one that is off keeps its own for the next time."""
        is_on = config.is_on(self.name)
        self.switch.setChecked(is_on)
        if is_on:
            self.probability.setValue(round(100 * getattr(config, f"{self.name}_p")))
            if self.slider is not None:
                self.slider.setValue(round(getattr(config, self.name) / _SCALES[self.name].step))
        self._show_state()

    def apply_to(self, config: AugmentConfig) -> AugmentConfig:
        """Return the settings with this change as it is shown; what shows no other value keeps its exact one."""
        if not self.switch.isChecked():
            return config.model_copy(update={self.name: False if self.slider is None else 0.0})
        update: dict[str, float | bool] = {}
        strength, probability = getattr(config, self.name), getattr(config, f"{self.name}_p")
        if self.slider is None:
            update[self.name] = True
        elif round(strength / _SCALES[self.name].step) != self.slider.value():
            update[self.name] = round(self.slider.value() * _SCALES[self.name].step, 4)
        if round(100 * probability) != self.probability.value():
            update[f"{self.name}_p"] = self.probability.value() / 100
        return config.model_copy(update=update)

    def _on_edited(self) -> None:
        self._show_state()
        self.edited.emit(self.name)

    def _show_state(self) -> None:
        """Show strength and probability only of what is on."""
        is_on = self.switch.isChecked()
        self.probability.setEnabled(is_on)
        self.probability.setVisible(is_on)
        if self.slider is not None:
            scale = _SCALES[self.name]
            self.slider.setEnabled(is_on)
            self.slider.setVisible(is_on)
            self.value.setText(scale.text(self.slider.value() * scale.step) if is_on else "")


class _Notice(QWidget):
    """What speaks against a change, and the way out; hidden while there is nothing."""

    off_requested = Signal(object)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._warning: AugmentWarning | None = None
        self._line = SentenceLine("warning", "warning", name=f"{name}_warning")
        self._button = described(QPushButton(self.tr("Switch off"), self), f"{name}_off")
        self._button.setProperty("flat", True)
        self._button.setProperty("segment", True)
        self._button.clicked.connect(self._on_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(_INDENT_PX, 0, 0, 4)
        row.setSpacing(4)
        row.addWidget(self._line, 1)
        row.addWidget(self._button, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    @property
    def warning(self) -> AugmentWarning | None:
        """What is shown."""
        return self._warning

    def show_warning(self, warning: AugmentWarning | None) -> None:
        """Show a warning, or none."""
        self._warning = warning
        self.setVisible(warning is not None)
        if warning is not None:
            is_info = warning.severity == "info"
            self._line.set_sign("info" if is_info else "warning", "quiet" if is_info else "warning")
            self._line.say(warning.text)

    def _on_clicked(self) -> None:
        if self._warning is not None:
            self.off_requested.emit(self._warning.names)
