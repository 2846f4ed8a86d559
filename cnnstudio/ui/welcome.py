"""The first page: samples with pictures, an image folder of one's own, and the folders opened last."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from cnnstudio.data.samples import OFFERED, SampleInfo
from cnnstudio.paths import resource
from cnnstudio.ui.icons import set_icon
from cnnstudio.ui.theme import RADIUS_PX, theme

_CARD_PX = QSize(352, 304)
_NARROWEST_CARD_PX = 216
"""Three of them fit a small screen where everything is drawn half as large again."""
_PICTURE_PX = 176
_AROUND_PX = 24
"""What a recent button has beside sign and text."""
_COLUMN_PX = len(OFFERED) * (_NARROWEST_CARD_PX + 16)


class _Picture(QWidget):
    """A sample's preview, filling the head of its card, with the card's rounded corners."""

    def __init__(self, path: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self._picture = QPixmap(str(path))
        self.setFixedHeight(_PICTURE_PX)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Draw the middle of the picture so that it fills the head."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        area = QRectF(self.rect())
        shape = QPainterPath()
        shape.addRoundedRect(area.adjusted(0, 0, 0, RADIUS_PX), RADIUS_PX - 1, RADIUS_PX - 1)
        painter.setClipPath(shape)
        painter.fillRect(area, theme().color("hover"))
        if not self._picture.isNull():
            painter.drawPixmap(area, self._picture, _middle(self._picture, area))
        painter.end()


def _middle(picture: QPixmap, area: QRectF) -> QRectF:
    """Return the largest centred part of ``picture`` with the proportions of ``area``."""
    scale = min(picture.width() / area.width(), picture.height() / area.height())
    width, height = area.width() * scale, area.height() * scale
    return QRectF((picture.width() - width) / 2, (picture.height() - height) / 2, width, height)


class SampleCard(QPushButton):
    """A sample as one large button."""

    def __init__(self, info: SampleInfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sample_name = info.name
        self.setObjectName(f"sample_{info.name}")
        self.setProperty("sample_card", True)
        title = QCoreApplication.translate("data", info.title)
        self.setAccessibleName(self.tr("Open the sample {title}").format(title=title))
        self.setAccessibleDescription(QCoreApplication.translate("data", info.description))
        self.setToolTip(info.licence)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)  # all as high as the highest
        self.setMinimumHeight(_CARD_PX.height())
        self.setMinimumWidth(_NARROWEST_CARD_PX)
        self.setMaximumWidth(_CARD_PX.width())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 12)
        layout.setSpacing(0)
        layout.addWidget(_Picture(resource(f"previews/{info.name}.png"), self))
        layout.addSpacing(12)
        for english, role in ((info.title, "heading"), (info.description, "quiet")):
            text = QCoreApplication.translate("data", english)
            label = QLabel(text, self)
            label.setProperty("role", role)
            label.setWordWrap(True)
            label.setContentsMargins(16, 0, 16, 4)
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            layout.addWidget(label)
        layout.addStretch(1)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size in a window with room for it; narrower ones make the cards narrower."""
        return _CARD_PX

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Be higher where the texts, in a narrow card, take more lines."""
        super().resizeEvent(event)
        layout = self.layout()
        if layout is not None:
            self.setMinimumHeight(max(_CARD_PX.height(), layout.totalHeightForWidth(self.width())))


class WelcomePage(QScrollArea):
    """Asks for a sample or a folder; the window opens it."""

    sample_requested = Signal(str)
    folder_requested = Signal(object)
    """A path of a recent folder."""
    project_requested = Signal(object)
    """A path of a recent project."""
    browse_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("welcome")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        body = QWidget(self)
        self._column = QVBoxLayout()
        self._column.setSpacing(16)
        frame = QGridLayout(body)
        frame.setContentsMargins(24, 32, 24, 24)
        frame.setColumnStretch(0, 1)
        frame.setColumnStretch(2, 1)
        frame.addLayout(self._column, 0, 1)
        frame.setRowStretch(1, 1)
        self._column.addLayout(self._make_titles())
        self._cards = [SampleCard(info) for info in OFFERED]
        self._column.addLayout(self._make_cards())
        self._column.addWidget(self._make_progress())
        self._column.addWidget(self._make_open())
        self._recent = QVBoxLayout()
        self._recent.setSpacing(4)
        self._column.addLayout(self._recent)
        self.setWidget(body)

    def _make_titles(self) -> QVBoxLayout:
        layout = QVBoxLayout()
        layout.setSpacing(4)
        title = QLabel(self.tr("See how a network learns to see"), self)
        title.setProperty("role", "title")
        text = QLabel(self.tr("Build a convolutional network, train it on pictures and look at what it looks at. "
                              "Start with a sample or your own images."), self)
        text.setProperty("role", "quiet")
        text.setWordWrap(True)
        layout.addWidget(title)
        layout.addWidget(text)
        return layout

    def _make_cards(self) -> QHBoxLayout:
        layout = QHBoxLayout()
        layout.setSpacing(16)
        for card in self._cards:
            card.clicked.connect(self._on_card)
            layout.addWidget(card)
        return layout

    def _make_progress(self) -> QWidget:
        self._progress_panel = QFrame(self)
        self._progress_panel.setProperty("card", True)
        self._progress_text = QLabel(self._progress_panel)
        self._progress_text.setObjectName("welcome_progress_text")
        self._progress_bar = QProgressBar(self._progress_panel)
        self._progress_bar.setTextVisible(False)
        self._progress_bar.setAccessibleName(self.tr("Progress"))
        layout = QVBoxLayout(self._progress_panel)
        layout.setContentsMargins(16, 12, 16, 16)
        layout.addWidget(self._progress_text)
        layout.addWidget(self._progress_bar)
        self._progress_panel.hide()
        return self._progress_panel

    def _make_open(self) -> QWidget:
        self._drop_zone = _DropZone(self)
        layout = QHBoxLayout(self._drop_zone)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(16)
        button = QPushButton(self.tr("Open image folder…"), self._drop_zone)
        button.setObjectName("welcome_open_folder")
        button.setAccessibleName(button.text())
        set_icon(button, "open")
        button.clicked.connect(self.browse_requested)
        text = QLabel(self.tr("or drop a folder anywhere in this window. Each sub-folder is a class: "
                              "cats/ and dogs/, or train/ and val/ with the classes inside. "
                              "Nothing in it is ever changed."), self._drop_zone)
        text.setProperty("role", "quiet")
        text.setWordWrap(True)
        layout.addWidget(button)
        layout.addWidget(text, 1)
        return self._drop_zone

    def _on_card(self) -> None:
        card = self.sender()
        if isinstance(card, SampleCard):
            self.sample_requested.emit(card.sample_name)

    def set_drop_hint(self, *, is_over: bool) -> None:
        """Show that what hovers over the window may be dropped."""
        self._drop_zone.set_active(is_active=is_over)

    def set_progress(self, text: str, done: int = 0, total: int = 0) -> None:
        """Show that something is being opened; an empty text ends it."""
        self._progress_panel.setVisible(bool(text))
        self._progress_text.setText(text)
        self._progress_bar.setRange(0, total)
        self._progress_bar.setValue(done)
        for card in self._cards:
            card.setEnabled(not text)

    def set_recent(self, folders: Sequence[Path], projects: Sequence[Path] = ()) -> None:
        """Show the projects and the folders opened last."""
        while (item := self._recent.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._add_recent(self.tr("Recent projects"), projects, self._on_recent_project)
        self._add_recent(self.tr("Recent folders"), folders, self._on_recent)

    def _add_recent(self, title: str, places: Sequence[Path], receiver: Callable[[], None]) -> None:
        if places:
            heading = QLabel(title, self)
            heading.setProperty("role", "subheading")
            self._recent.addWidget(heading)
        for place in places:
            button = _RecentButton(place, self)
            button.clicked.connect(receiver)
            self._recent.addWidget(button)

    def _on_recent(self) -> None:
        button = self.sender()
        if isinstance(button, _RecentButton):
            self.folder_requested.emit(button.folder)

    def _on_recent_project(self) -> None:
        button = self.sender()
        if isinstance(button, _RecentButton):
            self.project_requested.emit(button.folder)


class _RecentButton(QToolButton):
    """One recent folder or project."""

    def __init__(self, folder: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self.folder = folder
        self.setObjectName(f"recent_{folder.name}")
        self.setAccessibleName(str(folder))
        self.setToolTip(str(folder))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._whole = f" {folder.name}   {folder.parent}"
        set_icon(self, "open", "quiet")

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the width of the narrowest column, however long the path is."""
        return QSize(_COLUMN_PX - 48, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the same, which the column always has."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Show as much of the path as there is room for now."""
        super().resizeEvent(event)
        room = self.width() - self.iconSize().width() - _AROUND_PX
        self.setText(self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideMiddle, room))


class _DropZone(QFrame):
    """A frame with a dashed border that lights up while a folder hovers over the window."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._is_active = False

    def set_active(self, *, is_active: bool) -> None:
        """Light up or not."""
        self._is_active = is_active
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Draw the border."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = painter.pen()
        pen.setColor(theme().color("accent" if self._is_active else "strong_line"))
        pen.setWidthF(2.0 if self._is_active else 1.0)
        pen.setDashPattern([4, 4])
        painter.setPen(pen)
        painter.setBrush(theme().color("selection" if self._is_active else "surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS_PX, RADIUS_PX)
        painter.end()
