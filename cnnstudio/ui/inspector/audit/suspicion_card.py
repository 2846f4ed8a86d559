"""One suspected shortcut: what it is, what was measured against which control, pictures, and what to do."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from cnnstudio.explain.audit.report import Suspicion
from cnnstudio.explain.audit.words import accuracy_words, figure_words
from cnnstudio.ui.cards import described, label
from cnnstudio.ui.flow_layout import FlowLayout
from cnnstudio.ui.inspector.audit.level_signs import LevelBadge
from cnnstudio.ui.inspector.audit.pictures import TitledPicture

_PICTURE_PX = 144


class SuspicionCard(QFrame):
    """A card that a user can read from top to bottom; its buttons ask for images."""

    images_requested = Signal(str, object)
    """A title and places of images."""
    look_requested = Signal(int)
    """The place of an image that is to be opened in the heatmap."""
    change_requested = Signal(int)
    """The place of an image that is to be changed by hand."""

    def __init__(self, suspicion: Suspicion, class_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        described(self, "suspicion_card", suspicion.headline)
        self.setProperty("card", True)
        self._suspicion, self._class_name = suspicion, class_name
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 12, 16, 16)
        self._column.setSpacing(8)
        self._add_head()
        self._add_pictures()
        self._add_measured()
        if suspicion.advice:
            self._column.addWidget(label(self.tr("What to do"), "subheading"))
            self._column.addWidget(label(suspicion.advice, wrap=True))
        self._add_buttons()

    def _add_head(self) -> None:
        head = label(self._suspicion.headline, "heading", name="suspicion_headline", wrap=True)
        self._column.addWidget(head)
        self._column.addWidget(LevelBadge(self._suspicion.level), 0, Qt.AlignmentFlag.AlignLeft)

    def _add_pictures(self) -> None:
        if self._suspicion.pictures:
            frame = QWidget()
            flow = FlowLayout(frame)
            for picture in self._suspicion.pictures:
                flow.addWidget(TitledPicture(picture.pixels, picture.title, _PICTURE_PX))
            self._column.addWidget(frame)

    def _add_measured(self) -> None:
        self._column.addWidget(label(self.tr("What was measured"), "subheading"))
        self._column.addWidget(label(self._suspicion.explanation, name="suspicion_explanation", wrap=True))
        rows = self._rows()
        if rows:
            grid = QGridLayout()
            grid.setHorizontalSpacing(20)
            grid.setVerticalSpacing(4)
            grid.setColumnStretch(0, 1)
            heads = ("", self.tr("Measured"), self.tr("Control"), self.tr("Limit"))
            for column, text in enumerate(heads):
                grid.addWidget(label(text, "caption"), 0, column, Qt.AlignmentFlag.AlignRight)
            for number, texts in enumerate(rows, 1):
                self._add_row(grid, number, texts)
            self._column.addLayout(grid)

    def _rows(self) -> list[tuple[str, str, str, str]]:
        rows = [(words.text, words.value, words.control, words.limit)
                for words in map(figure_words, self._suspicion.figures)]
        for text, accuracy in ((self.tr("Accuracy on the class's images with it"), self._suspicion.accuracy_with),
                               (self.tr("Accuracy on those without it"), self._suspicion.accuracy_without)):
            if accuracy is not None:
                rows.append((text, accuracy_words(accuracy), "", ""))
        return rows

    @staticmethod
    def _add_row(grid: QGridLayout, number: int, texts: tuple[str, str, str, str]) -> None:
        grid.addWidget(label(texts[0], wrap=True), number, 0)
        for column, text in enumerate(texts[1:], 1):
            value = label(text or "–", "subheading" if column == 1 else "quiet")
            grid.addWidget(value, number, column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)

    def _add_buttons(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        with_it, without_it = self._suspicion.with_it, self._suspicion.without_it
        if with_it:
            row.addWidget(self._button("show_with", self.tr("Show these images"), self._show_with))
        if without_it:
            row.addWidget(self._button("show_without", self.tr("Show those without it"), self._show_without))
        if with_it:
            row.addWidget(self._button("look_at_one", self.tr("Open one in the heatmap"), self._look))
            row.addWidget(self._button("try_brush", self.tr("Try it with the brush"), self._change))
        row.addStretch(1)
        if with_it or without_it:
            self._column.addLayout(row)

    def _button(self, name: str, text: str, receiver: object) -> QPushButton:
        button = described(QPushButton(text), name, f"{text}: {self._suspicion.headline}")
        button.clicked.connect(receiver)
        return button

    def _show_with(self) -> None:
        self.images_requested.emit(self.tr("With it: {name}").format(name=self._class_name), self._suspicion.with_it)

    def _show_without(self) -> None:
        self.images_requested.emit(self.tr("Without it: {name}").format(name=self._class_name),
                                   self._suspicion.without_it)

    def _change(self) -> None:
        self.change_requested.emit(self._suspicion.with_it[0])

    def _look(self) -> None:
        self.look_requested.emit(self._suspicion.with_it[0])
