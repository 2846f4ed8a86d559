"""One doubtful label at a time: the picture, the label against what the network says, and the decisions."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from cnnstudio.ui.cards import described, label
from cnnstudio.ui.elided_label import ElidedLabel
from cnnstudio.ui.icons import set_icon
from cnnstudio.ui.images import Thumbnail, ThumbnailModel
from cnnstudio.ui.theme import theme

if TYPE_CHECKING:
    from cnnstudio.workspace.label_decisions import Reviewed

_PICTURE_PX = 512
_LEAST_PX = 160
_BAR_PX = 6


def _text(text: str) -> str:
    """Mark ``text`` for translation in this module's context."""
    return str(QT_TRANSLATE_NOOP("DoubtCard", text))


def _tr(text: str) -> str:
    return QCoreApplication.translate("DoubtCard", text)


@dataclass(frozen=True, slots=True)
class DecisionInfo:
    """One thing that can be decided about a label."""

    name: str
    title: str
    icon: str
    keys: tuple[str, ...]


DECISIONS: tuple[DecisionInfo, ...] = (
    DecisionInfo("keep", _text("Keep “{given}”  (Enter)"), "check", ("Return", "Enter")),
    DecisionInfo("correct", _text("Change to “{suggested}”  (C)"), "tag", ("C",)),
    DecisionInfo("other", _text("Another class…  (O)"), "more", ("O",)),
    DecisionInfo("leave_out", _text("Leave out  (X)"), "exclude", ("X", "Del")),
)
"""Besides, the number keys 1 to 9 make the label the class of that number."""


class _Picture(QWidget):
    """The picture as large as there is room for."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = ThumbnailModel(self, side_px=_PICTURE_PX)
        self._model.dataChanged.connect(self.update)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(_LEAST_PX, _LEAST_PX)
        described(self, "doubt_picture")

    def set_row(self, row: Thumbnail) -> None:
        """Show a file."""
        self._model.set_rows([row])
        self.setAccessibleName(row.path.name)
        self.update()

    def close_model(self) -> None:
        """End the threads that decode."""
        self._model.close()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size of a picture that can be judged."""
        return QSize(320, 320)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Draw the picture; a tiny one with hard pixels."""
        picture = self._model.index(0, 0).data(Qt.ItemDataRole.DecorationRole) if self._model.rowCount() else None
        if not isinstance(picture, QPixmap) or picture.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        size = picture.deviceIndependentSize().toSize().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRect(0, 0, size.width(), size.height())
        place.moveCenter(self.rect().center())
        painter.drawPixmap(place, picture)
        painter.end()


class _Bar(QWidget):
    """A probability as a bar."""

    def __init__(self, token: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._token, self._share = token, 0.0
        self.setFixedHeight(_BAR_PX)
        theme().changed.connect(self.update)

    def set_share(self, share: float) -> None:
        """Show ``share``, 0 to 1."""
        self._share = share
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Draw ground and bar."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().color("hover"))
        painter.fillRect(QRectF(0, 0, self.width() * self._share, self.height()), theme().color(self._token))
        painter.end()


class DoubtCard(QWidget):
    """Shows a label and asks for a decision about it."""

    decided = Signal(str)
    """A name of `DECISIONS`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture = _Picture(self)
        self._name = ElidedLabel("", "subheading", name="doubt_name", where=Qt.TextElideMode.ElideMiddle)
        self._state = label("", "quiet", name="doubt_state")
        self._words = [label("", name=name) for name in ("doubt_given", "doubt_suggested")]
        self._bars = [_Bar("quiet", self), _Bar("accent", self)]
        self._buttons = {info.name: self._make_button(info) for info in DECISIONS}
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(6)
        head = QHBoxLayout()
        head.addWidget(self._name, 1)
        head.addWidget(self._state)
        column.addLayout(head)
        column.addWidget(self.picture, 1)
        for words, bar in zip(self._words, self._bars, strict=True):
            column.addWidget(words)
            column.addWidget(bar)
        column.addSpacing(6)
        column.addLayout(self._make_row())

    def _make_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in self._buttons.values():
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _make_button(self, info: DecisionInfo) -> QPushButton:
        title = _tr(info.title).format(given=_tr("the label"), suggested=_tr("the suggestion"))
        button = described(QPushButton(title, self), f"decide_{info.name}", title)
        set_icon(button, info.icon)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(self._teller(info.name))
        return button

    def _teller(self, name: str) -> "Callable[[], None]":
        return lambda: self.decided.emit(name)

    def show_label(self, one: "Reviewed", state: str) -> None:
        """Show a doubtful label and what was decided about it."""
        doubt = one.doubt
        self.picture.set_row(Thumbnail(doubt.path, tooltip=doubt.relative))
        self._name.setText(doubt.relative)
        said = (_tr("The label says {name}: the network gives it {share}, loss {loss}").format(
                    name=doubt.given, share=f"{doubt.probability_given:.1%}", loss=f"{doubt.loss:.2f}"),
                _tr("The network says {name}: {share}").format(
                    name=doubt.suggested, share=f"{doubt.probability_suggested:.1%}"))
        for words, text in zip(self._words, said, strict=True):
            words.setText(text)
        for bar, share in zip(self._bars, (doubt.probability_given, doubt.probability_suggested), strict=True):
            bar.set_share(share)
        for info in DECISIONS:
            title = _tr(info.title).format(given=_short(doubt.given), suggested=_short(doubt.suggested))
            self._buttons[info.name].setText(title.replace("&", "&&"))
            self._buttons[info.name].setAccessibleName(title)
        self.show_state(state)

    def show_state(self, state: str) -> None:
        """Say what was decided."""
        self._state.setText(state)


def _short(name: str, letters: int = 18) -> str:
    return name if len(name) <= letters else f"{name[:letters - 1]}…"
