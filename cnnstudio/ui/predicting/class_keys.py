"""The classes an image can be given, each with its key, its name and how likely the network finds it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from cnnstudio.ui.cards import plain_tip
from cnnstudio.ui.theme import RADIUS_PX, font, theme

KEYS = 9
"""Rows, and keys from 1 on."""
_ROW_PX, _KEY_PX, _EDGE_PX = 46, 24, 10
_SHOWN_MATCHES = 5


@dataclass(frozen=True, slots=True)
class KeyRow:
    """One class with a key.

    Attributes
    ----------
    number : of the class
    probability : 0 to 1
    is_suggested : the network takes the image for it
    """

    number: int
    name: str
    probability: float
    is_suggested: bool = False

    @property
    def percent(self) -> str:
        """The probability as it is read."""
        return f"{100 * self.probability:.1f} %"


class KeyButton(QAbstractButton):
    """One class: a click gives it. It never takes the keys, which belong to the picture."""

    def __init__(self, key: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self._row: KeyRow | None = None
        self.setObjectName(f"class_key_{key}")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFixedHeight(_ROW_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme().changed.connect(self.update)

    @property
    def row(self) -> KeyRow | None:
        """The class on show."""
        return self._row

    def show_row(self, row: KeyRow | None) -> None:
        """Show a class; None hides the button."""
        self._row = row
        self.setVisible(row is not None)
        if row is not None:
            text = f"{self._key}: {row.name}, {row.percent}"
            self.setAccessibleName(text)
            self.setToolTip(plain_tip(text))
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """As wide as the panel."""
        return QSize(220, _ROW_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the key, the name, the probability and its bar."""
        row = self._row
        if row is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = "line" if self.isDown() else "selection" if row.is_suggested else \
            "hover" if self.underMouse() and self.isEnabled() else "surface"
        painter.setPen(theme().color("accent" if row.is_suggested else "line"))
        painter.setBrush(theme().color(ground))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_PX, RADIUS_PX)
        self._paint_key(painter)
        self._paint_words(painter, row)
        painter.end()

    def _paint_key(self, painter: QPainter) -> None:
        box = QRect(_EDGE_PX, (_ROW_PX - _KEY_PX) // 2, _KEY_PX, _KEY_PX)
        painter.setPen(theme().color("strong_line"))
        painter.setBrush(theme().color("window"))
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(theme().color("text"))
        painter.setFont(font(weight=600))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(self._key))

    def _paint_words(self, painter: QPainter, row: KeyRow) -> None:
        left = 2 * _EDGE_PX + _KEY_PX
        box = QRect(left, 6, self.width() - left - _EDGE_PX, 20)
        painter.setPen(theme().color("text"))
        painter.setFont(font(weight=600 if row.is_suggested else 400))
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, row.percent)
        room = box.width() - painter.fontMetrics().horizontalAdvance(row.percent) - 8
        name = painter.fontMetrics().elidedText(row.name, Qt.TextElideMode.ElideRight, room)
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
        track = QRectF(box.left(), 32, box.width(), 5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("line"))
        painter.drawRoundedRect(track, 2, 2)
        painter.setBrush(theme().color("accent" if row.is_suggested else "quiet"))
        painter.drawRoundedRect(QRectF(track.left(), track.top(), row.probability * track.width(), 5), 2, 2)


class ClassKeys(QWidget):
    """The classes with a key, from 1 on; of more than nine those the network finds likeliest for this image."""

    chosen = Signal(int)
    """The number of a class."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.buttons = tuple(KeyButton(key) for key in range(1, KEYS + 1))
        for button in self.buttons:
            button.hide()
            button.clicked.connect(self._on_clicked)
            column.addWidget(button)

    def show_rows(self, rows: Sequence[KeyRow]) -> None:
        """Show at most nine classes."""
        for place, button in enumerate(self.buttons):
            button.show_row(rows[place] if place < len(rows) else None)

    def number_at(self, key: int) -> int | None:
        """Return the class that key 1 ... 9 stands for; None where it stands for none."""
        row = self.buttons[key - 1].row if 1 <= key <= KEYS else None
        return None if row is None else row.number

    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, KeyButton) and button.row is not None:
            self.chosen.emit(button.row.number)


class TypedName:
    """Finds a class by the first letters of its name, or of a word in it.

    Parameters
    ----------
    names : of all classes
    """

    def __init__(self, names: Sequence[str]) -> None:
        self._names = tuple(names)
        self._folded = tuple(name.casefold() for name in names)
        self.text = ""

    def matches(self) -> list[int]:
        """Return the numbers of the classes that fit what is typed: whole names first, then beginnings, then words."""
        typed = self.text.casefold()
        if not typed:
            return []
        found = []
        for number, name in enumerate(self._folded):
            rank = 0 if name == typed else 1 if name.startswith(typed) else \
                2 if any(word.startswith(typed) for word in name.replace("_", " ").replace("-", " ").split()) else None
            if rank is not None:
                found.append((rank, number))
        return [number for _, number in sorted(found)]

    def would_fit(self, character: str) -> bool:
        """Whether any class fits when ``character`` is typed behind the rest."""
        before, self.text = self.text, self.text + character
        fits = bool(self.matches())
        self.text = before
        return fits

    def words(self) -> str:
        """Return the names that fit, the one that Enter gives first."""
        found = [self._names[number] for number in self.matches()]
        more = "…" if len(found) > _SHOWN_MATCHES else ""
        return ", ".join(found[:_SHOWN_MATCHES]) + more
