"""The choices of the view that are made once in a while, in a panel behind one button."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QFrame,
    QLabel,
    QPushButton,
    QWidget,
)

from cnnstudio.explain.color_maps import COLOR_MAP_INFOS, VISIONS, color_map_info
from cnnstudio.ui.cards import described, label
from cnnstudio.ui.elided_choice import ElidedChoice
from cnnstudio.ui.inspector.view_style import OVERLAYS, SCALES, SIGNS, Choice, ViewStyle


class ViewMenu(QPushButton):
    """A button whose panel changes the `ViewStyle`; nothing in it asks the network."""

    style_changed = Signal(object)
    """The new `ViewStyle`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        described(self, "view_menu", self.tr("How the map is shown"),
                  self.tr("Sign, scale, colours, cells, divider, colour vision"))
        self.setText(self.tr("View ▾"))
        self._style = ViewStyle()
        self.panel = described(QFrame(self, Qt.WindowType.Popup), "view_panel", self.tr("How the map is shown"))
        self.panel.setProperty("card", True)
        self._boxes: dict[str, QComboBox] = {}
        self._checks: dict[str, QCheckBox] = {}
        self._limit = self._make_limit()
        self._warning = label("", "warning", name="color_warning", wrap=True)
        self._form = QFormLayout(self.panel)
        self._form.setContentsMargins(16, 12, 16, 12)
        self._build()
        self.clicked.connect(self.open)

    def _make_limit(self) -> QDoubleSpinBox:
        limit = described(QDoubleSpinBox(), "fixed_limit", self.tr("Fixed end of the scale"),
                          self.tr("In units of the raw map; the legend shows them"))
        limit.setDecimals(5)
        limit.setRange(0.00001, 1e6)
        limit.setStepType(QDoubleSpinBox.StepType.AdaptiveDecimalStepType)
        limit.valueChanged.connect(self._on_limit)
        return limit

    def _build(self) -> None:
        colors = [Choice(info.name, info.title, info.warning, "explain", " ⚠" if info.warning else "")
                  for info in COLOR_MAP_INFOS if info.kind != "diverging"]
        visions = [Choice(info.name, info.title, "", "explain") for info in VISIONS]
        for name, title, choices in (
                ("sign", self.tr("Evidence"), SIGNS), ("scale", self.tr("Scale up to"), SCALES),
                ("color_map", self.tr("Colours"), colors), ("overlay", self.tr("Laid over as"), OVERLAYS),
                ("vision", self.tr("Seen with"), visions)):
            self._form.addRow(label(title, "quiet"), self._add_box(name, title, choices))
            if name == "scale":
                self._form.addRow(QLabel(), self._limit)
            if name == "color_map":
                self._form.addRow(self._warning)
        for name, title, tip in (
                ("shows_cells", self.tr("The layer's own cells"), self.tr("Without smoothing between the cells")),
                ("shows_field", self.tr("What a cell can see"),
                 self.tr("Outline the receptive field of the cell under the pointer")),
                ("is_wiped", self.tr("Divider"), self.tr("The map at one side, the image at the other"))):
            self._form.addRow(self._add_check(name, title, tip))
        self.show_style(self._style)

    def _add_box(self, name: str, title: str, choices: Sequence[Choice]) -> QComboBox:
        box = described(ElidedChoice(), f"view_{name}", title)
        for choice in choices:
            box.addItem(str(choice), choice.value)
            box.setItemData(box.count() - 1, QCoreApplication.translate(choice.context, choice.help),
                            Qt.ItemDataRole.ToolTipRole)
        box.activated.connect(self._on_chosen)
        self._boxes[name] = box
        return box

    def _add_check(self, name: str, title: str, tip: str) -> QCheckBox:
        check = described(QCheckBox(title), f"view_{name}", title, tip)
        check.clicked.connect(self._on_chosen)
        self._checks[name] = check
        return check

    def open(self) -> None:
        """Show the panel below the button."""
        self.panel.adjustSize()
        below = self.mapToGlobal(QPoint(self.width() - self.panel.width(), self.height() + 4))
        self.panel.move(below)
        self.panel.show()
        self._boxes["sign"].setFocus()

    @property
    def style_shown(self) -> ViewStyle:
        """What is chosen."""
        return self._style

    def show_style(self, style: ViewStyle) -> None:
        """Show a style chosen elsewhere, without telling listeners."""
        self._style = style
        for name, box in self._boxes.items():
            box.setCurrentIndex(max(0, box.findData(getattr(style, name))))
        for name, check in self._checks.items():
            check.setChecked(getattr(style, name))
        self._limit.blockSignals(True)
        self._limit.setValue(style.fixed_limit)
        self._limit.blockSignals(False)
        self._limit.setEnabled(style.scale == "fixed")
        self._boxes["color_map"].setEnabled(style.sign != "both")
        warning = color_map_info(style.color_map).warning if style.sign != "both" else ""
        self._warning.setText(warning)
        self._warning.setVisible(bool(warning))

    def change(self, **values: Any) -> None:
        """Change some of the style and tell listeners."""
        changed = replace(self._style, **values)
        if changed != self._style:
            self.show_style(changed)
            self.style_changed.emit(changed)

    def _on_chosen(self) -> None:
        self.change(**{name: box.currentData() for name, box in self._boxes.items()},
                    **{name: check.isChecked() for name, check in self._checks.items()})
        if self.panel.isVisible():
            self.panel.adjustSize()

    def _on_limit(self, value: float) -> None:
        self.change(fixed_limit=value)
