"""Which images are listed and in which order: split, right or wrong, true and predicted class."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QPushButton, QWidget

from cnnstudio.ui.cards import described, label
from cnnstudio.ui.elided_choice import ElidedChoice
from cnnstudio.ui.icons import set_icon
from cnnstudio.ui.image_filter import ImageFilter


class ImageFilters(QWidget):
    """A column of labelled choices."""

    changed = Signal()
    """Filter or order."""
    split_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._boxes: dict[str, QComboBox] = {}
        self._only: frozenset[Path] | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 8, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self._add("split", self.tr("Images"), self.tr("Which part of the folder is listed."), (
            ("validation", self.tr("Validation")), ("train", self.tr("Training")), ("test", self.tr("Test")),
            ("all", self.tr("All"))))
        self._add("order", self.tr("Order"), self.tr("Which images come first."), (
            ("loss_high", self.tr("Largest loss first")), ("loss_low", self.tr("Smallest loss first")),
            ("certain_high", self.tr("Most certain first")), ("certain_low", self.tr("Least certain first")),
            ("folder", self.tr("As in the folder"))))
        self._add("outcome", self.tr("Show"), self.tr("Only mistakes, or only hits."), (
            ("all", self.tr("Right and wrong")), ("wrong", self.tr("Only wrong")), ("right", self.tr("Only right"))))
        self._add("true_class", self.tr("True"), self.tr("Only images of one class."), ())
        self._add("predicted_class", self.tr("Predicted"), self.tr("Only images taken for one class."), ())
        self._only_button = self._make_only_button()
        self.set_class_names(())
        self._boxes["split"].activated.connect(self._ask_split)
        for name in ("order", "outcome", "true_class", "predicted_class"):
            self._boxes[name].currentIndexChanged.connect(self.changed)

    def _add(self, name: str, title: str, tip: str, choices: Sequence[tuple[str, str]]) -> None:
        box = described(ElidedChoice(), f"filter_{name}", title, tip)
        box.setMinimumContentsLength(6)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for key, text in choices:
            box.addItem(text, key)
        row = self._grid.rowCount()
        self._grid.addWidget(label(title, "quiet"), row, 0)
        self._grid.addWidget(box, row, 1)
        self._boxes[name] = box

    def _make_only_button(self) -> QPushButton:
        """Make what says that only chosen files are listed, and lets go of them."""
        button = described(QPushButton(), "filter_only", self.tr("List all images again"))
        button.setProperty("segment", True)
        set_icon(button, "close", "quiet", size_px=16)
        button.clicked.connect(self._list_all)
        self._grid.addWidget(button, self._grid.rowCount(), 0, 1, 2)
        button.hide()
        return button

    def _list_all(self) -> None:
        self._set_only(None)
        self.changed.emit()

    def _set_only(self, only: frozenset[Path] | None) -> None:
        self._only = only
        text = self.tr("Only {count} chosen images").format(count=f"{len(only):,}") if only is not None else ""
        self._only_button.setText(text)
        self._only_button.setAccessibleName(self.tr("{text}; list all again").format(text=text))
        self._only_button.setVisible(only is not None)

    def set_class_names(self, names: Sequence[str]) -> None:
        """Offer ``names``, and any class."""
        for box in (self._boxes["true_class"], self._boxes["predicted_class"]):
            box.blockSignals(True)
            box.clear()
            box.addItem(self.tr("Any class"), None)
            for number, name in enumerate(names):
                box.addItem(name, number)
            box.blockSignals(False)

    @property
    def filter(self) -> ImageFilter:
        """What is let through."""
        true_class, predicted, outcome = (
            self._boxes[name].currentData() for name in ("true_class", "predicted_class", "outcome"))
        return ImageFilter(true_class, predicted, outcome, self._only)

    def set_filter(self, wanted: ImageFilter) -> None:
        """Show ``wanted`` without telling listeners."""
        for name in ("true_class", "predicted_class", "outcome"):
            box = self._boxes[name]
            box.blockSignals(True)
            box.setCurrentIndex(max(0, box.findData(getattr(wanted, name))))
            box.blockSignals(False)
        self._set_only(wanted.only)

    @property
    def order(self) -> str:
        """A name in `SORT_KEYS`, or ``"folder"``."""
        return str(self._boxes["order"].currentData())

    @property
    def split(self) -> str:
        """``"train"``, ``"validation"``, ``"test"`` or ``"all"``."""
        return str(self._boxes["split"].currentData())

    def show_split(self, split: str) -> None:
        """Show which split is really listed."""
        box = self._boxes["split"]
        box.setCurrentIndex(max(0, box.findData(split)))

    def _ask_split(self) -> None:
        self.split_requested.emit(self.split)
