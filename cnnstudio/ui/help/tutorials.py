"""The tutorials of the documentation, to be read beside the work, without a network."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QImage, QTextBlockFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from cnnstudio.os_reasons import os_reason
from cnnstudio.paths import document
from cnnstudio.ui.cards import described, label
from cnnstudio.ui.language import language
from cnnstudio.ui.theme import theme

FOLDER = "tutorials"
NAMES = ("first-network", "own-photos", "transfer-learning", "find-the-cheat", "hand-in")
"""Names of the files in `FOLDER`, in the order in which they are read; in Danish those of ``FOLDER/da``."""
_SIZE_PX = (980, 720)
_MARGIN_PX = 24
_LINE_PERCENT = 125
_HEADING_PX, _PARAGRAPH_PX = 18, 5


class TutorialBrowser(QTextBrowser):
    """Shows one page of markdown; pictures are as wide as there is room for."""

    page_requested = Signal(str)
    """The name of another tutorial."""
    glossary_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = document(FOLDER)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # pictures are measured against the room
        self.document().setDocumentMargin(_MARGIN_PX)
        self.anchorClicked.connect(self._on_link)

    def show_page(self, name: str) -> None:
        """Show a tutorial. Raises OSError where its file cannot be read."""
        path = page_path(name)
        self._folder = path.parent
        self.document().setBaseUrl(QUrl.fromLocalFile(str(path)))
        self.setMarkdown(path.read_text(encoding="utf-8"))
        self._give_room()

    def _give_room(self) -> None:
        """Set the lines apart: markdown stands as close as it can."""
        block = self.document().begin()
        while block.isValid():
            form = block.blockFormat()
            form.setLineHeight(_LINE_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            form.setTopMargin(_HEADING_PX if form.headingLevel() else _PARAGRAPH_PX)
            form.setBottomMargin(_PARAGRAPH_PX)
            QTextCursor(block).setBlockFormat(form)
            block = block.next()

    def loadResource(self, kind: int, url: QUrl | str) -> Any:  # noqa: N802
        """Return a picture of the documentation, no wider than the page; nothing else is read."""
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return None
        address = QUrl(url)
        path = (self._folder / (address.toLocalFile() or address.toString())).resolve()
        if not path.is_relative_to(document("images").resolve()):
            return None
        picture = QImage(str(path))
        wide = max(200, self.viewport().width() - 2 * _MARGIN_PX)
        if picture.width() <= wide:
            return picture
        ratio = self.devicePixelRatioF()
        scaled = picture.scaledToWidth(min(picture.width(), round(wide * ratio)),
                                       Qt.TransformationMode.SmoothTransformation)
        scaled.setDevicePixelRatio(scaled.width() / wide)
        return scaled

    def _on_link(self, url: QUrl) -> None:
        name = url.fileName().removesuffix(".md")
        if name in NAMES:
            self.page_requested.emit(name)
        elif name == "glossary":
            self.glossary_requested.emit()


class TutorialDialog(QDialog):
    """The tutorials by name, and the one that is read; stays open beside the work."""

    glossary_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tutorials")
        self.setWindowTitle(self.tr("Tutorials"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*_SIZE_PX)
        self.list = described(QListWidget(), "tutorial_list", self.tr("Tutorials"))
        self.page = described(TutorialBrowser(), "tutorial_page", self.tr("Tutorial"))
        self.note = label(self.tr("Nothing in the tutorials needs the internet."), "quiet", name="tutorial_note",
                          wrap=True)
        self._build()
        self._soon = QTimer(self, singleShot=True, interval=0)  # the window is there before its pictures are read
        self._soon.timeout.connect(self._show_page)
        self.list.currentItemChanged.connect(self._on_current)
        self.page.page_requested.connect(self.show_page)
        self.page.glossary_requested.connect(self.glossary_requested)
        theme().changed.connect(self._show_again)
        language().followed.connect(self._on_language)
        self._fill()
        self.list.setFocus()

    def _build(self) -> None:
        across = QSplitter(Qt.Orientation.Horizontal)
        across.addWidget(self.list)
        across.addWidget(self.page)
        across.setSizes([220, 760])
        across.setChildrenCollapsible(False)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(12)
        for widget in (across, self.note, buttons):
            column.addWidget(widget, 1 if widget is across else 0)

    def _fill(self) -> None:
        for name in NAMES:
            item = QListWidgetItem(title_of(name), self.list)
            item.setData(Qt.ItemDataRole.UserRole, name)
            item.setSizeHint(QSize(0, 32))
        self.list.setCurrentRow(0)

    @property
    def name(self) -> str:
        """The tutorial that is shown."""
        item = self.list.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if item is not None else ""

    def show_page(self, name: str) -> None:
        """Show a tutorial by its name."""
        self.list.setCurrentRow(NAMES.index(name))

    def _on_current(self) -> None:
        if self.isVisible():
            self._show_page()
        else:
            self._soon.start()

    def _show_page(self) -> None:
        try:
            self.page.show_page(self.name)
        except OSError as error:
            self.page.setPlainText(self.tr("This tutorial cannot be read: {reason}").format(reason=os_reason(error)))

    def _on_language(self) -> None:
        """Give titles and page in the language that is spoken now."""
        for row, name in enumerate(NAMES):
            self.list.item(row).setText(title_of(name))
        self._show_again()

    def _show_again(self) -> None:
        """Lay the page out anew, in the colours and the language there are now."""
        place = self.page.verticalScrollBar().value()
        self._show_page()
        self.page.verticalScrollBar().setValue(place)


def page_path(name: str) -> Path:
    """Return a tutorial's file in the language of the program, in English where there is none."""
    own = document(f"{FOLDER}/{language().code}/{name}.md")
    return own if own.is_file() else document(f"{FOLDER}/{name}.md")


def title_of(name: str) -> str:
    """Return a tutorial's title: its first heading, or the file's name where it cannot be read."""
    try:
        with page_path(name).open(encoding="utf-8") as lines:
            return next((line[2:].strip() for line in lines if line.startswith("# ")), name)
    except OSError:
        return name
