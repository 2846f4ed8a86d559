"""The images of a folder: filters at the left, the grid with its line above and the details below."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QModelIndex, QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from cnnstudio.ui.arranging import Arranger
from cnnstudio.ui.data.class_list import ClassList
from cnnstudio.ui.data.contents import ASIDE, FolderContents, ImageFilter, ImageSet
from cnnstudio.ui.data.contents_loader import ContentsLoader
from cnnstudio.ui.data.grid_bar import GridBar, GridTitle
from cnnstudio.ui.data.image_commands import ImageCommands
from cnnstudio.ui.data.image_details import ImageDetails
from cnnstudio.ui.data.image_grid import ImageGrid
from cnnstudio.ui.data.image_sets import ALIKE, finding_key
from cnnstudio.ui.data.image_words import split_title
from cnnstudio.ui.images import ThumbnailModel
from cnnstudio.ui.workers import JobRunner

if TYPE_CHECKING:
    from cnnstudio.data.curation.decisions import Curation
    from cnnstudio.data.folder.image_folder import ImageFolder
    from cnnstudio.data.health.checks import Finding
    from cnnstudio.data.split import Splits


class ImageBrowser(QObject):
    """Makes the widgets and lets them follow one another; the page places them."""

    image_selected = Signal(object)
    """The path of the current image."""
    contents_shown = Signal()
    """Another arrangement is on the screen."""

    def __init__(self, jobs: JobRunner, arranger: Arranger, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.classes = ClassList()
        self.title, self.bar = GridTitle(), GridBar()
        self.model = ThumbnailModel(self)
        self.grid = ImageGrid(self.model)
        self.grid.setObjectName("image_grid")
        self.grid.setAccessibleName(self.tr("Images"))
        self.commands = ImageCommands(self.grid, arranger)
        self.details = ImageDetails(self.commands.actions)
        self.loader = ContentsLoader(jobs, self)
        self.contents: FolderContents | None = None
        self._sets: tuple[ImageSet, ...] = ()
        self._alike: ImageSet | None = None
        self._is_filling = False
        for signal, receiver in (
            (self.loader.loaded, self._on_loaded), (self.loader.sets_loaded, self._on_sets),
            (self.classes.filter_changed, self._on_filter), (self.bar.filter_changed, self._on_filter),
            (self.title.show_all_requested, self.show_all), (self.bar.side_changed, self._on_side),
            (self.grid.selectionModel().currentChanged, self._on_current),
            (self.grid.selection_changed, self._on_selection), (self.grid.image_activated, self._on_activated),
            (self.details.rows_requested, self.show_rows),
        ):
            signal.connect(receiver)
        find = QShortcut(QKeySequence.StandardKey.Find, self.grid.window())
        find.setParent(self.grid)
        find.activated.connect(self.bar.focus_search)

    def load(self, folder: "ImageFolder | None", splits: "Splits | None", curation: "Curation") -> None:
        """Show an arrangement; what is selected, filtered and in view stays where it is still there."""
        if folder is None or splits is None:
            self._forget()
            return
        self.loader.load(folder, splits, curation)

    def _forget(self) -> None:
        """Show nothing and hold nothing: all images of a folder hang on its contents."""
        self.loader.clear()
        self.contents = None
        self.commands.set_contents(None)
        self.grid.forget()

    def _on_loaded(self, contents: FolderContents) -> None:
        moved = contents.before_in_this
        is_other = self.contents is None or self.contents.folder.root != contents.folder.root
        self.contents = contents
        self._is_filling = True
        if is_other:
            self._start_afresh()
        elif moved is not None:
            self._alike = None if self._alike is None else _moved_set(self._alike, moved)
        self.commands.set_contents(contents)
        self.bar.set_checked(is_checked=contents.folder.is_checked)
        self.classes.set_rows(contents.class_rows(), contents.state_counts())
        self._is_filling = False
        self._sets = tuple(_moved_set(one, moved) for one in self._sets) if moved is not None else self._sets
        self._show(moved=moved, stay=not is_other)
        self.contents_shown.emit()

    def _start_afresh(self) -> None:
        """Forget filters and selection: they were another folder's."""
        self._sets, self._alike = (), None
        self.grid.clear_selection()
        self.classes.set_image_sets(())
        self.bar.clear_search()
        self.classes.choose(None, None)

    def _on_sets(self, sets: tuple[ImageSet, ...]) -> None:
        chosen = self.classes.images
        self._sets = sets
        self._offer_sets()
        if chosen is not None and self.classes.images is not chosen:
            self._show(stay=True)

    def _offer_sets(self) -> None:
        self.classes.set_image_sets((*self._sets, self._alike) if self._alike is not None else self._sets)

    def filter(self) -> ImageFilter:
        """Return which images are wanted."""
        classes = self.classes
        return ImageFilter(classes.class_index, classes.split, classes.images, self.bar.text, self.bar.order)

    def _on_filter(self) -> None:
        if not self._is_filling:
            self._show()

    def _show(self, *, moved: "np.ndarray | None" = None, stay: bool = False) -> None:
        if self.contents is None:
            return
        wanted = self.filter()
        rows = self.contents.rows(wanted)
        self.grid.set_has_captions(has_captions=bool(rows) and bool(rows[0].caption))
        self.grid.set_rows(rows, moved=moved, stay=stay)
        self.title.set_title(f"{self._title(wanted)}: {len(rows):,}", is_filtered=not wanted.shows_everything)

    def _title(self, wanted: ImageFilter) -> str:
        if wanted.images is not None:
            return wanted.images.title
        if wanted.split == ASIDE:
            return self.tr("Files that cannot be used")
        if wanted.class_index is not None and self.contents is not None:
            return self.contents.class_names[wanted.class_index]
        return split_title(wanted.split) if wanted.split is not None else self.tr("Images")

    def show_all(self) -> None:
        """Take every filter away."""
        self.bar.clear_search()
        self.classes.choose(None, None)

    def show_finding(self, finding: "Finding") -> None:
        """Show the images of a finding."""
        self.classes.choose(None, None, finding_key(finding))

    def show_set(self, key: str) -> bool:
        """Show the images picked out under ``key``, such as ``image_sets.CHANGED``; false when there are none."""
        is_there = any(one.key == key for one in self._sets)
        if is_there:
            self.classes.choose(None, None, key)
        return is_there

    def set_findings(self, findings: "Sequence[Finding]") -> None:
        """Offer the images of these findings."""
        self.loader.set_findings(findings)

    def select_path(self, path: Path | None) -> None:
        """Make a file the current image, if it is shown."""
        is_there = self.current_path() == path and len(self.grid.selection) > 0
        if path is None or self.contents is None or is_there:
            return
        row = self.contents.row_of(path)
        if row >= 0:
            self.grid.show_row(row)

    def current_path(self) -> Path | None:
        """Return the file of the current image."""
        index = self.grid.currentIndex()
        return self.model.path(index) if index.isValid() else None

    def show_rows(self, title: str, rows: "np.ndarray") -> None:
        """Show these rows of the contents under a title."""
        self._alike = ImageSet(ALIKE, title, rows)
        self._offer_sets()
        self.classes.choose(None, None, ALIKE)

    def _on_side(self, side_px: int) -> None:
        self.model.set_side_px(side_px)
        self.grid.set_side_px(side_px)

    def _on_current(self, index: QModelIndex) -> None:
        path = self.model.path(index)
        if path is not None and self.contents is not None and self.contents.is_image(path):
            self.image_selected.emit(path)

    def _on_selection(self) -> None:
        self.commands.show_selection()
        self.details.show_rows(self.contents, self.grid.chosen_rows())

    def _on_activated(self, _index: QModelIndex) -> None:
        self.commands.actions.actions["look"].trigger()


def _moved_set(one: ImageSet, moved: "np.ndarray") -> ImageSet:
    rows = moved[one.rows]
    return replace(one, rows=rows[rows >= 0])
