"""The filters at the left: which split, which images, and the classes with a bar to compare by."""

from collections.abc import Mapping, Sequence

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QListView, QVBoxLayout, QWidget

from cnnstudio.ui.cards import described, label
from cnnstudio.ui.data.class_rows import INDEX_ROLE, ClassDelegate, ClassModel
from cnnstudio.ui.data.contents import ASIDE, LEFT_OUT, ClassRow, ImageSet
from cnnstudio.ui.theme import theme


class ClassList(QWidget):
    """Tells which class, split and images are chosen."""

    filter_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[ClassRow] = ()
        self._sets: Sequence[ImageSet] = ()
        self._is_loading = False
        self._search = described(QLineEdit(self), "class_search", self.tr("Find a class"))
        self._search.setPlaceholderText(self.tr("Find a class"))
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self._fill)
        self._split = self._make_split()
        self._images = described(QComboBox(self), "images_filter", self.tr("Which images"))
        self._images.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._images.currentIndexChanged.connect(self._on_changed)
        self._model = ClassModel(self)
        self._view = self._make_view()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(8)
        layout.addWidget(label(self.tr("Show"), "subheading"))
        layout.addWidget(self._split)
        layout.addWidget(self._images)
        layout.addWidget(label(self.tr("Classes"), "subheading"))
        layout.addWidget(self._search)
        layout.addWidget(self._view, 1)
        self.set_image_sets(())

    def _make_split(self) -> QComboBox:
        box = described(QComboBox(self), "split_filter", self.tr("Split"))
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for text, split in self._split_texts():
            box.addItem(text, split)
        box.currentIndexChanged.connect(self._on_changed)
        return box

    def _split_texts(self) -> tuple[tuple[str, str | None], ...]:
        return ((self.tr("All splits"), None), (self.tr("Training"), "train"), (self.tr("Validation"), "validation"),
                (self.tr("Test"), "test"), (self.tr("Left out by you"), LEFT_OUT),
                (self.tr("Files that cannot be used"), ASIDE))

    def _make_view(self) -> QListView:
        view = described(QListView(self), "class_list", self.tr("Classes"))
        view.setProperty("bare", True)
        view.setUniformItemSizes(True)
        view.setMouseTracking(True)
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(view.horizontalScrollBarPolicy().ScrollBarAlwaysOff)
        view.setModel(self._model)
        view.setItemDelegate(ClassDelegate(view))
        view.selectionModel().currentChanged.connect(self._on_changed)
        theme().changed.connect(view.viewport().update)
        return view

    @property
    def class_index(self) -> int | None:
        """The class chosen; None for all."""
        index = self._view.currentIndex()
        return index.data(INDEX_ROLE) if index.isValid() else None

    @property
    def split(self) -> str | None:
        """The split chosen, or `LEFT_OUT` or `ASIDE`; None for all."""
        value = self._split.currentData()
        return str(value) if value is not None else None

    @property
    def images(self) -> ImageSet | None:
        """The images chosen, such as those of a finding; None for all."""
        key = self._images.currentData()
        return next((one for one in self._sets if one.key == key), None)

    def set_rows(self, rows: Sequence[ClassRow], counts: Mapping[str, int] | None = None) -> None:
        """Show the classes of a folder and the counts of its splits; the choice is kept where it still makes sense."""
        self._rows = rows
        for number, (text, split) in enumerate(self._split_texts()):
            count = counts.get(split, 0) if counts is not None and split is not None else 0
            self._split.setItemText(number, f"{text} ({count:,})" if count else text)
        self._fill()

    def set_image_sets(self, sets: Sequence[ImageSet]) -> None:
        """Offer these images besides all; the choice is kept where it is still there."""
        chosen = self.images
        words = {id(one): self._images.itemText(number) for number, one in enumerate(self._sets, start=1)}
        self._sets = sets
        self._is_loading = True
        self._images.clear()
        self._images.addItem(self.tr("All images"), "")
        for one in sets:
            # one that was there stays as it is called on show: that may be another language than its title's
            self._images.addItem(words.get(id(one)) or f"{one.title} ({len(one.rows):,})", one.key)
        self._images.setCurrentIndex(0 if chosen is None else max(0, self._images.findData(_now(chosen, sets))))
        self._images.setEnabled(bool(sets))
        self._is_loading = False

    def choose(self, class_index: int | None, split: str | None, images: str = "") -> None:
        """Choose a class, a split and, by their key, images."""
        self._is_loading = True
        self._search.clear()
        self._split.setCurrentIndex(self._split.findData(split))
        self._images.setCurrentIndex(max(0, self._images.findData(images)))
        self._select(class_index)
        self._is_loading = False
        self.filter_changed.emit()

    def _fill(self) -> None:
        chosen = self.class_index
        wanted = self._search.text().casefold()
        totals = [sum(row.counts[number] for row in self._rows) for number in range(3)]
        everything = ClassRow(self.tr("All classes"), tuple(totals))
        rows: list[tuple[int | None, ClassRow]] = [(None, everything)]
        rows += [(index, row) for index, row in enumerate(self._rows) if wanted in row.name.casefold()]
        self._is_loading = True
        self._model.set_rows(rows, max((row.total for row in self._rows), default=1))
        self._select(chosen)
        self._is_loading = False
        if self.class_index != chosen:
            self.filter_changed.emit()

    def _select(self, class_index: int | None) -> None:
        place = max(0, self._model.place_of(class_index))
        self._view.setCurrentIndex(self._model.index(place, 0))

    def _on_changed(self) -> None:
        if not self._is_loading:
            self.filter_changed.emit()


def _now(chosen: ImageSet, sets: Sequence[ImageSet]) -> str:
    """Return the key that chosen images have among ``sets``, where they may be called otherwise; empty for none."""
    keys = [one.key for one in sets]
    same = (one.key for one in sets if np.array_equal(one.rows, chosen.rows))
    return chosen.key if chosen.key in keys else next(same, "")
