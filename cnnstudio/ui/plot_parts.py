"""What stands around the curves of a plot: how each kind of curve looks, the head with the legend, the readout."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from cnnstudio.ui.cards import described, label
from cnnstudio.ui.icons import set_icon
from cnnstudio.ui.theme import theme

_SAMPLE_PX = (26, 2)
_GAP_PX = 12


@dataclass(frozen=True, slots=True)
class CurveLook:
    """How a kind of curve is drawn; training and validation differ by line and mark, not by colour alone."""

    token: str
    width_px: float = 2.0
    opacity: float = 1.0
    is_dashed: bool = False
    mark: str = ""
    """pyqtgraph's letter for the mark of a single point: ``"o"`` round, ``"s"`` square; empty for none."""
    z: float = 10.0
    in_legend: bool = True
    is_read: bool = True
    """Whether the crosshair reads it."""


LOOKS: dict[str, CurveLook] = {
    "train": CurveLook("train_curve", mark="o"),
    "validation": CurveLook("val_curve", is_dashed=True, mark="s", z=11),
    "raw": CurveLook("train_curve", width_px=1.0, opacity=0.3, mark="o", z=-5, in_legend=False),
    "smoothed": CurveLook("train_curve", width_px=1.0, opacity=0.8, z=5, in_legend=False),
    "earlier": CurveLook("quiet", width_px=1.0, opacity=0.35, z=-10, in_legend=False, is_read=False),
    "earlier validation": CurveLook("quiet", 1.0, 0.35, is_dashed=True, z=-10, in_legend=False, is_read=False),
}


def look_pen(look: CurveLook) -> QPen:
    """Return the pen of a curve in the colours of the scheme; a faint one is pale, not see-through: that is faster."""
    color = _blended(theme().color(look.token), theme().color("surface"), look.opacity)
    return plain_pen(color, width=look.width_px, is_dashed=look.is_dashed)


def _blended(color: QColor, ground: QColor, share: float) -> QColor:
    """Return what ``share`` of ``color`` over ``ground`` looks like."""
    parts = ((color.redF(), ground.redF()), (color.greenF(), ground.greenF()), (color.blueF(), ground.blueF()))
    red, green, blue = (share * above + (1 - share) * below for above, below in parts)
    return QColor.fromRgbF(red, green, blue)


def plain_pen(color: QColor, *, width: float = 1.0, is_dashed: bool = False) -> QPen:
    """Return a pen as wide on the screen as it says, whatever the scale of the plot."""
    pen = QPen(color, width)
    pen.setCosmetic(True)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if is_dashed:
        pen.setDashPattern([4.0, 3.0])
    return pen


class PlotHead(QWidget):
    """Title, unit and legend at the left; at the right what changes the view."""

    log_toggled = Signal(bool)
    whole_requested = Signal()

    def __init__(self, title: str, unit: str = "", *, with_log: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._samples: dict[str, _LegendSample] = {}
        self._legend = QHBoxLayout()
        self._legend.setSpacing(12)
        self._whole, self.log = self._make_whole(), self._make_log()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(label(title, "subheading"))
        if unit:
            row.addWidget(label(unit, "caption"))
        row.addLayout(self._legend)
        row.addStretch(1)
        row.addWidget(self._whole)
        row.addWidget(self.log)
        self.log.setVisible(with_log)
        self.show_zoomed(False)

    def _make_whole(self) -> QToolButton:
        button = described(QToolButton(self), "whole_plot", self.tr("Show everything"),
                           self.tr("Show everything again (also by a double click)"))
        set_icon(button, "fit", "quiet", size_px=16)
        policy = button.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # the head stays as high when the button comes and goes
        button.setSizePolicy(policy)
        button.clicked.connect(self.whole_requested)
        return button

    def _make_log(self) -> QToolButton:
        button = described(
            QToolButton(self), "log_scale", self.tr("Logarithmic scale"),
            self.tr("Logarithmic scale: small changes late in a training become visible"))
        button.setText(self.tr("log"))
        button.setCheckable(True)
        button.toggled.connect(self.log_toggled)
        return button

    def add_sample(self, name: str, look: CurveLook) -> None:
        """Put a curve into the legend."""
        self._samples[name] = sample = _LegendSample(name, look, self)
        self._legend.addWidget(sample)

    def rename_sample(self, name: str, new: str) -> None:
        """Call a curve otherwise in the legend; an unknown name is no error."""
        if name in self._samples:
            self._samples[name].words.setText(new)
            self._samples = {new if old == name else old: sample for old, sample in self._samples.items()}

    def remove_sample(self, name: str) -> None:
        """Take a curve out of the legend; an unknown name is no error."""
        sample = self._samples.pop(name, None)
        if sample is not None:
            self._legend.removeWidget(sample)
            sample.deleteLater()

    def show_zoomed(self, is_zoomed: bool) -> None:
        """Offer the way back from a part of the plot."""
        self._whole.setVisible(is_zoomed)


class _LegendSample(QWidget):
    """A short piece of the line with its mark, and its name."""

    def __init__(self, name: str, look: CurveLook, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        layout = QHBoxLayout(self)
        layout.setContentsMargins(_SAMPLE_PX[0] + 6, 0, 0, 0)
        self.words = label(name, "caption")
        layout.addWidget(self.words)
        theme().changed.connect(self.update)

    def paintEvent(self, _event: Any) -> None:  # noqa: N802
        """Draw the piece of line."""
        painter = QPainter(self)
        middle, half = self.height() / 2, _SAMPLE_PX[0] / 2
        painter.setPen(look_pen(self._look))
        painter.drawLine(QPointF(0, middle), QPointF(_SAMPLE_PX[0], middle))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color(self._look.token))
        if self._look.mark == "o":
            painter.drawEllipse(QPointF(half, middle), 3, 3)
        elif self._look.mark == "s":
            painter.drawRect(QRect(round(half) - 3, round(middle) - 3, 6, 6))
        painter.end()


class Readout(QLabel):
    """The values under the crosshair, beside it and always inside the plot."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._inside = parent
        self.setObjectName("plot_readout")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_at(self, text: str, place: QPoint) -> None:
        """Show ``text`` at the right of ``place``, or at its left where there is no room."""
        self.setText(text)
        self.adjustSize()
        size, room = self.size(), self._inside.size()
        x = place.x() + _GAP_PX
        if x + size.width() > room.width():
            x = place.x() - _GAP_PX - size.width()
        y = min(max(0, place.y() - size.height() - _GAP_PX), room.height() - size.height())
        self.move(max(0, x), max(0, y))
        self.setVisible(bool(text))
        self.raise_()
