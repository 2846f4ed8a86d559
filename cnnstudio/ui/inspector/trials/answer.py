"""What the network answers to the changed image: before and after, and what the same change does elsewhere."""

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from cnnstudio.ui.cards import card, label
from cnnstudio.ui.inspector.probability_bars import ProbabilityBars
from cnnstudio.ui.theme import theme

if TYPE_CHECKING:
    from cnnstudio.workspace.trial_job import TrialReady

_TRACE_LIMIT = 40
_CLEAR = 0.05
"""So far beyond every control a probability has to be: one of nine that are alike is the lowest by chance."""


class TrialAnswer(QWidget):
    """A card with the watched class, its control and its course; a card with the probabilities of all classes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bars = ProbabilityBars()
        self.bars.setObjectName("trial_bars")
        self.trace = TraceView()
        self._title = label("", "subheading", name="trial_title")
        self._change = label("", "heading", name="trial_change")
        self._words = label("", name="trial_words", wrap=True)
        self._control = label("", "quiet", name="trial_control", wrap=True)
        self._build()
        self.clear()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        frame, inner = card(name="trial_answer")
        for widget in (self._title, self._change, self.trace, self._words, self._control):
            inner.addWidget(widget)
        column.addWidget(frame)
        column.addWidget(self._bars_card(), 1)

    def _bars_card(self) -> QFrame:
        frame, inner = card(name="trial_bars_card")
        inner.setContentsMargins(8, 12, 8, 8)
        inner.addWidget(label(self.tr("Probabilities now"), "subheading"))
        inner.addWidget(self.bars, 1)
        return frame

    def clear(self) -> None:
        """Say what can be done here."""
        self._title.setText(self.tr("Change the image"))
        self._change.hide()
        self._control.hide()
        self.trace.set_course((), None)
        self._words.setText(self.tr("Erase a part and see whether the answer falls: then the network needs it."))
        self.bars.clear()

    def show_failure(self, message: str) -> None:
        """Say why there is no answer."""
        self.clear()
        self._words.setText(message)

    def show_answer(self, ready: "TrialReady", watched: int, course: "list[float]") -> None:
        """Show an answer.

        Parameters
        ----------
        watched : number of the class whose probability is followed
        course : its probability after each change, the unchanged image first
        """
        before, after = float(ready.before[watched]), float(ready.after[watched])
        controls = ready.controls[:, watched]
        self._title.setText(ready.class_names[watched])
        self._change.setVisible(True)
        self._change.setText(_share(after) if not ready.changed else f"{_share(before)} → {_share(after)}")
        self._words.setText(self.words(before, after, controls, ready.changed))
        self._control.setVisible(bool(len(controls)))
        if len(controls):
            self._control.setText(self.control_words(controls))
        self.trace.set_course(tuple(course[-_TRACE_LIMIT:]),
                              (float(controls.min()), float(controls.max())) if len(controls) else None)
        self.bars.show_probabilities(ready.class_names, ready.after, target=watched, true_class=None)

    def words(self, before: float, after: float, controls: np.ndarray, changed: float) -> str:
        """Say what the change did, and what follows from it; probabilities 0 to 1, ``changed`` a share."""
        if not changed:
            return self.tr("Erase a part and see whether the answer falls: then the network needs it.")
        points = f"{100 * (after - before):+.1f}".replace("-", "−")
        said = self.tr("{points} points, with {share} of the image changed.").format(
            points=points, share=_share(changed))
        lower, higher = float(controls.min()) - after, after - float(controls.max())
        if lower >= _CLEAR:
            return f"{said} " + self.tr("Much more than in any of {count} controls: this part matters.").format(
                count=len(controls))
        if higher >= _CLEAR:
            return f"{said} " + self.tr("The controls raise it less: this part speaks against the class, or what was "
                                        "put in its place speaks for it.")
        if lower > 0:
            words = self.tr("Hardly more than the controls: one part in {count} does that by chance.")
            return f"{said} {words.format(count=len(controls) + 1)}"
        return f"{said} " + self.tr("No more than the controls: this does not show that the part matters.")

    def control_words(self, controls: np.ndarray) -> str:
        """Say what the same change does where it should not matter; (n,) probabilities."""
        return self.tr("The same area elsewhere, or shuffled, {count} times: {low} to {high}, {middle} on average."
                       ).format(count=len(controls), low=_share(float(controls.min())),
                                high=_share(float(controls.max())), middle=_share(float(controls.mean())))


def _share(value: float) -> str:
    return f"{100 * value:.1f} %"


class TraceView(QWidget):
    """A line of probabilities, one a change, and the range of the controls as a band."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("trial_trace")
        self.setFixedHeight(64)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._course: tuple[float, ...] = ()
        self._band: tuple[float, float] | None = None
        theme().changed.connect(self.update)

    def set_course(self, course: tuple[float, ...], band: tuple[float, float] | None) -> None:
        """Draw probabilities, 0 to 1, from the unchanged image on, and the least and the largest of the controls."""
        self._course, self._band = course, band
        self.setVisible(len(course) > 1)
        self.setAccessibleName(self.tr("Probability after each change: {values}").format(
            values=", ".join(_share(value) for value in course)))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the frame from 0 to 100 %, the band and the line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(4, 4, -4, -4)
        painter.setPen(QPen(theme().color("line"), 1))
        for y in (area.top(), area.center().y(), area.bottom()):
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
        if self._band is not None:
            colour = theme().color("quiet")
            colour.setAlphaF(0.25)
            low, high = (area.bottom() - value * area.height() for value in self._band)
            painter.fillRect(QRectF(area.left(), high, area.width(), max(2.0, low - high)), colour)
        self._paint_course(painter, area)

    def _paint_course(self, painter: QPainter, area: QRectF) -> None:
        step = area.width() / max(1, len(self._course) - 1)
        points = [area.bottomLeft() + QPointF(number * step, -value * area.height())
                  for number, value in enumerate(self._course)]
        painter.setPen(QPen(theme().color("accent"), 2))
        painter.drawPolyline(points)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("accent"))
        for point in points:
            painter.drawEllipse(point, 3, 3)
