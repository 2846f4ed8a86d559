"""The lines above the grid: what is shown, search by name, sorting, and the size of the pictures."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPushButton, QSizePolicy, QSlider, QWidget

from cnnstudio.ui.cards import described
from cnnstudio.ui.data.scan_columns import ORDERS
from cnnstudio.ui.elided_label import ElidedLabel
from cnnstudio.ui.images import THUMBNAIL_PX

SMALLEST_PX, LARGEST_PX = 64, 192
_STEP_PX = 8
_SEARCH_MS = 120
"""A search starts when the typing rests this long."""
_NEEDS_CHECK = frozenset(info.name for info in ORDERS if info.needs_check)


def _text(text: str) -> str:
    """Mark ``text`` for translation in this module's context."""
    return str(QT_TRANSLATE_NOOP("GridBar", text))


_ORDER_TITLES = (
    ("", _text("By class")), ("name", _text("By name")),
    ("newest", _text("Newest first")),
    ("largest", _text("Largest file first")),
    ("fewest pixels", _text("Fewest pixels first")),
    ("darkest", _text("Darkest first")),
    ("brightest", _text("Brightest first")),
    ("most blurred", _text("Most blurred first")),
    ("sharpest", _text("Sharpest first")))


class GridTitle(QWidget):
    """Says what the grid shows, and offers everything when that is not everything."""

    show_all_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = ElidedLabel("", "subheading", name="shown_count")
        self._title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._show_all = described(QPushButton(self.tr("Show all")), "show_all", self.tr("Show all images again"))
        self._show_all.setProperty("flat", True)
        self._show_all.clicked.connect(self.show_all_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._title, 1)
        row.addWidget(self._show_all)

    def set_title(self, text: str, *, is_filtered: bool) -> None:
        """Say what is shown; *Show all* is offered when that is not everything."""
        self._title.setText(text)
        self._show_all.setVisible(is_filtered)


class GridBar(QWidget):
    """Tells how the grid is to be searched, sorted and drawn."""

    filter_changed = Signal()
    """Another text to search for, or another order."""
    side_changed = Signal(int)
    """Side of the pictures' squares in pixels."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SEARCH_MS)
        self._timer.timeout.connect(self.filter_changed)
        self._search, self._order, self._side = self._make_search(), self._make_order(), self._make_side()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._search, 1)
        row.addWidget(self._order)
        row.addStretch(1)
        row.addWidget(self._side)

    def _make_search(self) -> QLineEdit:
        field = described(QLineEdit(), "image_search", self.tr("Find images by file name"))
        field.setPlaceholderText(self.tr("Find by file name"))
        field.setClearButtonEnabled(True)
        field.setMinimumWidth(120)
        field.setMaximumWidth(280)
        field.textChanged.connect(self._timer.start)
        return field

    def _make_order(self) -> QComboBox:
        box = described(QComboBox(), "image_order", self.tr("Order of the images"), self.tr("Order of the images"))
        for name, title in _ORDER_TITLES:
            box.addItem(QCoreApplication.translate("GridBar", title), name)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(11)
        box.view().setMinimumWidth(180)
        box.currentIndexChanged.connect(self.filter_changed)
        return box

    def _make_side(self) -> QSlider:
        slider = described(QSlider(Qt.Orientation.Horizontal), "image_side", self.tr("Size of the pictures"),
                           self.tr("Size of the pictures"))
        slider.setRange(SMALLEST_PX // _STEP_PX, LARGEST_PX // _STEP_PX)
        slider.setValue(THUMBNAIL_PX // _STEP_PX)
        slider.setFixedWidth(96)
        slider.valueChanged.connect(self._on_side)
        return slider

    @property
    def text(self) -> str:
        """What is searched for."""
        return self._search.text().strip()

    @property
    def order(self) -> str:
        """A name of `scan_columns.ORDERS`, ``"name"``, or empty: by class."""
        return str(self._order.currentData())

    def set_checked(self, *, is_checked: bool) -> None:
        """Offer orders that need decoded pictures, or not."""
        model = self._order.model()
        for number, (name, _) in enumerate(_ORDER_TITLES):
            item = model.item(number)  # type: ignore[attr-defined]
            item.setEnabled(is_checked or name not in _NEEDS_CHECK)
        if not is_checked and self.order in _NEEDS_CHECK:
            self._order.setCurrentIndex(0)

    def clear_search(self) -> None:
        """Search for nothing, without telling."""
        self._search.blockSignals(True)
        self._search.clear()
        self._search.blockSignals(False)
        self._timer.stop()

    def focus_search(self) -> None:
        """Put the cursor into the search field."""
        self._search.setFocus()
        self._search.selectAll()

    def _on_side(self, steps: int) -> None:
        self.side_changed.emit(steps * _STEP_PX)
