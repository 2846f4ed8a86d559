"""Lets the user say how a folder is to be read, in the page: a card for each reading with what it would give."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from cnnstudio.data.listing.layouts import LayoutChoice
from cnnstudio.data.listing.scan_options import ScanOptions
from cnnstudio.ui.cards import described, label
from cnnstudio.ui.data.tree_drawing import TreeDrawing
from cnnstudio.ui.elided_label import ElidedLabel

_COLUMNS = 2
_WIDTH_PX = 760
_CLASSES_SHOWN = 6


def _text(text: str) -> str:
    """Mark ``text`` for translation in this module's context."""
    return str(QT_TRANSLATE_NOOP("LayoutChoiceView", text))


_TITLES = {
    "class folders": _text("One folder for each class"),
    "splits": _text("Training, validation and test folders"),
    "csv": _text("A list of files and classes (CSV)"),
    "name pattern": _text("The class stands in the file's name"),
}
_HELP = {
    "class folders": _text("Each folder's name is a class; what lies inside are its "
                                                           "images."),
    "splits": _text("The folder itself says which images train, validate and test; "
                                                    "the class folders lie inside."),
    "csv": _text("A table with the columns path and label, and perhaps split."),
    "name pattern": _text("{class} is the class, * any text, # a number: {class}_*, "
                                                          "{class}.#, #_{class}."),
}


def layout_title(layout: str) -> str:
    """Return what the interface calls a layout of `ScanOptions`, or the words of a scan for one."""
    return QCoreApplication.translate("LayoutChoiceView", _TITLES[layout]) if layout in _TITLES else layout


class LayoutCard(QFrame):
    """One reading: its drawing, what it gives, and the button that takes it."""

    chosen = Signal(object)
    """The `ScanOptions` wanted."""

    def __init__(self, root: Path, options: ScanOptions, choice: LayoutChoice | None,
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.setObjectName(f"layout_{options.layout.replace(' ', '_')}")
        self._root, self._options = root, options
        self._pattern: QLineEdit | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(16)
        row.addWidget(TreeDrawing(options.layout), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(label(layout_title(options.layout), "subheading", wrap=True))
        column.addWidget(label(self._words(choice), "quiet", name="layout_words", wrap=True))
        if options.layout == "name pattern":
            column.addWidget(self._make_pattern())
        column.addStretch(1)
        column.addWidget(self._make_button(is_known=choice is not None), 0, Qt.AlignmentFlag.AlignLeft)
        row.addLayout(column, 1)

    def _words(self, choice: LayoutChoice | None) -> str:
        if choice is None:
            return QCoreApplication.translate("LayoutChoiceView", _HELP[self._options.layout])
        names = ", ".join(choice.class_names[:_CLASSES_SHOWN])
        more = ", …" if len(choice.class_names) > _CLASSES_SHOWN else ""
        return self.tr("{classes} classes: {names}{more}\n{images} images").format(
            classes=f"{len(choice.class_names):,}", names=names, more=more, images=f"{choice.images:,}")

    def _make_pattern(self) -> QLineEdit:
        self._pattern = described(QLineEdit(self._options.name_pattern), "layout_pattern", self.tr("Name pattern"))
        self._pattern.setPlaceholderText(self.tr("found by itself"))
        self._pattern.returnPressed.connect(self._on_chosen)
        return self._pattern

    def _make_button(self, *, is_known: bool) -> QPushButton:
        wants_file = self._options.layout == "csv" and self._options.csv_file is None
        text = self.tr("Choose the list…") if wants_file else self.tr("Read it this way")
        button = described(QPushButton(text), "layout_take", f"{text}: {layout_title(self._options.layout)}")
        button.setProperty("primary", is_known)
        button.clicked.connect(self._on_chosen)
        return button

    def _on_chosen(self) -> None:
        options = self._options
        if self._pattern is not None:
            options = replace(options, name_pattern=self._pattern.text().strip())
        if options.layout == "csv" and options.csv_file is None:
            path, _ = QFileDialog.getOpenFileName(
                self, self.tr("List of files and classes"), str(self._root), self.tr("Lists (*.csv *.tsv *.txt)"))
            if not path:
                return
            options = replace(options, csv_file=Path(path))
        self.chosen.emit(options)


class LayoutChoiceView(QScrollArea):
    """All readings of a folder, the plausible ones with their counts."""

    chosen = Signal(object, object)
    """The folder and the `ScanOptions` to read it with."""
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("layout_choice")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._root = Path()
        self._body = QWidget(self)
        self.setWidget(self._body)
        self._title = label("", "heading", name="layout_heading", wrap=True)
        self._folder = ElidedLabel("", "quiet", name="layout_folder", where=Qt.TextElideMode.ElideMiddle)
        self._grid = QGridLayout()
        self._grid.setSpacing(12)
        self._cards: list[LayoutCard] = []
        self._back = described(QPushButton(self.tr("Leave it as it is")), "layout_cancel")
        self._back.setProperty("flat", True)
        self._back.clicked.connect(self.cancelled)
        column = QVBoxLayout()
        column.setSpacing(12)
        for widget in (self._title, self._folder):
            column.addWidget(widget)
        column.addLayout(self._grid)
        column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        across = QHBoxLayout(self._body)
        across.setContentsMargins(24, 24, 24, 24)
        across.addStretch(1)
        across.addLayout(column, 1000)
        across.addStretch(1)
        self._title.setMinimumWidth(_WIDTH_PX // 2)

    @property
    def cards(self) -> tuple[LayoutCard, ...]:
        """The readings offered."""
        return tuple(self._cards)

    def show_choices(self, root: Path, options: ScanOptions, choices: Sequence[LayoutChoice] = ()) -> None:
        """Offer ``choices`` first and every other layout after them.

        Parameters
        ----------
        root
            The folder.
        options
            What else is asked of the scan.
        choices
            The plausible readings, when the folder itself leaves it open; empty when the user wants another one.
        """
        self._root = root
        self._title.setText(self.tr("This folder can be read in several ways. Which one is meant?") if choices
                            else self.tr("How is this folder to be read?"))
        self._folder.setText(str(root))
        self._back.setVisible(not choices)
        self._clear()
        known = {choice.layout for choice in choices}
        for choice in choices:
            self._add(choice.chosen(options), choice)
        for layout in _TITLES:
            if layout not in known:
                self._add(replace(options, layout=layout, csv_file=None, name_pattern=""), None)  # type: ignore[arg-type]

    def _clear(self) -> None:
        for one in self._cards:
            one.hide()
            one.deleteLater()
        self._cards = []

    def _add(self, options: ScanOptions, choice: LayoutChoice | None) -> None:
        one = LayoutCard(self._root, options, choice, self._body)
        one.chosen.connect(self._on_chosen)
        self._grid.addWidget(one, len(self._cards) // _COLUMNS, len(self._cards) % _COLUMNS)
        self._cards.append(one)

    def _on_chosen(self, options: ScanOptions) -> None:
        self.chosen.emit(self._root, options)
