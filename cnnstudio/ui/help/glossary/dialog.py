"""The window of the glossary: a list to search in, and beside it the entry with its picture."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from cnnstudio.ui.cards import described, label
from cnnstudio.ui.flow_layout import FlowLayout
from cnnstudio.ui.help.glossary.figure_painter import paint_figure
from cnnstudio.ui.help.glossary.figures import figure_of
from cnnstudio.ui.help.glossary.terms import TERMS, both_titles, term, text_of, title_of
from cnnstudio.ui.theme import theme

_SIZE_PX = (980, 640)
_PICTURE_PX = QSize(560, 250)
_MARGIN_PX = 12
_ROW_PX = 28


class FigureView(QWidget):
    """Shows the picture of one entry."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ""
        described(self, "glossary_picture")
        self.setMinimumSize(_PICTURE_PX)
        theme().changed.connect(self.update)

    @property
    def name(self) -> str:
        """The entry whose picture is shown."""
        return self._name

    def show_term(self, name: str) -> None:
        """Show another picture."""
        self._name = name
        self.setAccessibleName(self.tr("Picture: {term}").format(term=title_of(name)))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Draw the picture."""
        if self._name:
            painter = QPainter(self)
            margin = _MARGIN_PX
            paint_figure(painter, figure_of(self._name), self.rect().toRectF().adjusted(margin, margin, -margin, 0))
            painter.end()


class GlossaryDialog(QDialog):
    """Terms of the field; stays open beside the work."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("glossary")
        self.setWindowTitle(self.tr("Glossary"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*_SIZE_PX)
        self.search = described(QLineEdit(), "glossary_search", self.tr("Find a term"))
        self.search.setPlaceholderText(self.tr("Find a term"))
        self.search.setClearButtonEnabled(True)
        self.list = described(QListWidget(), "glossary_list", self.tr("Terms"))
        self.nothing = label(self.tr("No term has these letters."), "quiet", name="glossary_nothing", wrap=True)
        self.title = label("", "title", name="glossary_title", wrap=True)
        self.text = label("", name="glossary_text", wrap=True)
        self.formula = label("", "subheading", name="glossary_formula", wrap=True)
        self.picture = FigureView()
        self._related = FlowLayout(gap_px=8, row_gap_px=8)
        self._name = ""
        self._build()
        self.search.textChanged.connect(self._fill)
        self.search.returnPressed.connect(self.list.setFocus)
        self.list.currentItemChanged.connect(self._on_current)
        self._fill()
        self.list.setCurrentRow(0)
        self.search.setFocus()

    # building

    def _build(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.search, self.list, self.nothing):
            column.addWidget(widget)
        across = QSplitter(Qt.Orientation.Horizontal)
        across.addWidget(left)
        across.addWidget(self._make_entry())
        across.setSizes([280, 680])
        across.setChildrenCollapsible(False)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        for button in buttons.buttons():
            button.setAutoDefault(False)  # type: ignore[attr-defined]
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 16, 16, 12)
        whole.setSpacing(12)
        whole.addWidget(across, 1)
        whole.addWidget(buttons)

    def _make_entry(self) -> QScrollArea:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 0, 12, 8)
        column.setSpacing(12)
        frame = QFrame()
        frame.setProperty("card", True)
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.picture)
        for widget in (self.title, self.text, self.formula, frame):
            column.addWidget(widget)
        column.addLayout(self._related)
        column.addStretch(1)
        area = described(QScrollArea(), "glossary_entry", self.tr("Entry"))
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        return area

    # showing

    @property
    def name(self) -> str:
        """The entry that is shown."""
        return self._name

    def show_term(self, name: str) -> None:
        """Show an entry, also one that the search leaves out."""
        if not self._choose(name):
            self.search.clear()
            self._choose(name)

    def retranslate(self) -> None:
        """Say everything in another language."""
        name = self._name
        self._fill()
        self._choose(name)
        self._show(name)

    def _fill(self) -> None:
        """List the entries that have the letters, in the order of the language."""
        wanted = self.search.text().casefold().strip()
        found = sorted((both_titles(one.name), one.name) for one in TERMS if wanted in searched(one.name))
        in_title = [row for row in found if wanted in row[0].casefold()]
        rows = in_title + [row for row in found if row not in in_title]
        self.list.blockSignals(True)
        self.list.clear()
        for title, name in rows:
            item = QListWidgetItem(title, self.list)
            item.setData(Qt.ItemDataRole.UserRole, name)
            item.setSizeHint(QSize(0, _ROW_PX))
        self.list.blockSignals(False)
        self.nothing.setVisible(not rows)
        if rows and not self._choose(self._name if not wanted else rows[0][1]):
            self.list.setCurrentRow(0)

    def _choose(self, name: str) -> bool:
        for row in range(self.list.count()):
            if self.list.item(row).data(Qt.ItemDataRole.UserRole) == name:
                self.list.setCurrentRow(row)
                return True
        return False

    def _on_current(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self._show(item.data(Qt.ItemDataRole.UserRole))

    def _show(self, name: str) -> None:
        self._name = name
        self.title.setText(both_titles(name))
        self.text.setText(text_of(name))
        self.formula.setText(term(name).formula)
        self.formula.setVisible(bool(term(name).formula))
        self.picture.show_term(name)
        self._show_related(term(name).related)

    def _show_related(self, names: tuple[str, ...]) -> None:
        while self._related.count():
            item = self._related.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for name in names:
            button = described(QPushButton(title_of(name)), f"related_{name}", self.tr("See also: {term}").format(
                term=title_of(name)))
            button.setProperty("segment", True)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, name=name: self.show_term(name))
            self._related.addWidget(button)


def searched(name: str) -> str:
    """Return what the search looks through: titles in both languages and the explanation."""
    return f"{both_titles(name)} {text_of(name)}".casefold()
