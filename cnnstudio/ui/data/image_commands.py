"""Does what is chosen for the selected images: decides about them, opens their folder, copies their paths."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, QPoint, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication

from cnnstudio.ui.arranging import Arranger, Change
from cnnstudio.ui.data import image_edits
from cnnstudio.ui.data.class_chooser import ClassChooser
from cnnstudio.ui.data.contents import LEFT_OUT_STATE, FolderContents
from cnnstudio.ui.data.image_actions import ImageActions, Selected
from cnnstudio.ui.data.image_grid import ImageGrid

_COPIED = 10_000


class ImageCommands(QObject):
    """Ties the grid's selection to the actions and the actions to the arranger."""

    look_requested = Signal()
    rescan_requested = Signal()
    """The files have to be looked at again for a decision to take effect."""

    def __init__(self, grid: ImageGrid, arranger: Arranger) -> None:
        super().__init__(grid)
        self._grid, self._arranger = grid, arranger
        self._contents: FolderContents | None = None
        self.actions = ImageActions(grid)
        self.actions.requested.connect(self._on_requested)
        self.actions.class_requested.connect(self.set_class)
        self.actions.split_requested.connect(self.set_split)
        grid.menu_requested.connect(self._on_menu)

    def set_contents(self, contents: FolderContents | None) -> None:
        """Act on these images."""
        self._contents = contents
        self.actions.set_class_names(contents.class_names if contents is not None else ())

    def show_selection(self) -> None:
        """Enable what makes sense for the images selected now."""
        contents = self._contents
        self.actions.set_selected(Selected() if contents is None else selected_facts(contents, self._chosen()))

    def _chosen(self) -> "np.ndarray":
        return self._grid.chosen_rows()

    def _images(self, *, left_out: bool | None = None) -> "np.ndarray":
        """Return the selected rows that are images; ``left_out`` picks those that are, or are not."""
        assert self._contents is not None  # noqa: S101 - for the type checker
        rows = self._chosen()
        rows = rows[rows < len(self._contents.scan.files)]
        if left_out is None:
            return rows
        return rows[(self._contents.states[rows] == LEFT_OUT_STATE) == left_out]

    def _on_requested(self, name: str) -> None:
        if self._contents is not None:
            _DOERS[name](self)

    def exclude(self) -> None:
        """Leave the selected images out."""
        self._decide(image_edits.exclude, self._images(left_out=False))

    def bring_back(self) -> None:
        """Use those of the selected images again that were left out."""
        self._decide(image_edits.bring_back, self._images(left_out=True))

    def as_found(self) -> None:
        """Take back what was decided about the selected images."""
        self._decide(image_edits.as_found, self._images())

    def set_class(self, name: str) -> None:
        """Count the selected images as class ``name``."""
        self._decide(image_edits.set_class, self._images(), name)

    def set_split(self, split: str) -> None:
        """Put the selected images into a split; empty: as given or drawn."""
        self._decide(image_edits.set_split, self._images(), split)

    def _decide(self, edit: Callable[..., Change], rows: "np.ndarray", *arguments: str) -> None:
        if len(rows):
            self._arranger.change(edit(self._contents, rows, *arguments))

    def readable_part(self) -> None:
        """Use what can be read of the selected files; they are looked at again."""
        contents = self._contents
        assert contents is not None  # noqa: S101 - for the type checker
        root = contents.folder.root
        names = [contents.path(row).relative_to(root).as_posix() for row in self._chosen().tolist()
                 if is_truncated(contents.reason(row))]
        self._arranger.change(image_edits.readable_part(names))
        self.rescan_requested.emit()

    def choose_class(self) -> None:
        """Let a class be chosen by typing."""
        if self._contents is None or not len(self._images()):
            return
        chooser = ClassChooser(self._contents.class_names, self._grid)
        chooser.chosen.connect(self.set_class)
        chooser.open_at(self._grid.viewport().mapToGlobal(self._place_of_current()))

    def _place_of_current(self) -> QPoint:
        index = self._grid.currentIndex()
        return self._grid.visualRect(index).center() if index.isValid() else QPoint(40, 40)

    def show_in_folder(self) -> None:
        """Open the folder of the selected image with the desktop's program."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._first_path().parent)))

    def copy_path(self) -> None:
        """Put the selected images' paths on the clipboard, one a line."""
        assert self._contents is not None  # noqa: S101 - for the type checker
        paths = (str(self._contents.path(row)) for row in self._chosen()[:_COPIED].tolist())
        QGuiApplication.clipboard().setText("\n".join(paths))

    def look(self) -> None:
        """Look inside with the selected image."""
        self.look_requested.emit()

    def _first_path(self) -> Path:
        assert self._contents is not None  # noqa: S101 - for the type checker
        return self._contents.path(int(self._chosen()[0]))

    def _on_menu(self, point: QPoint) -> None:
        if len(self._chosen()):
            self.actions.menu().popup(point)


_DOERS = {"exclude": ImageCommands.exclude, "bring_back": ImageCommands.bring_back,
          "choose_class": ImageCommands.choose_class, "as_found": ImageCommands.as_found,
          "readable_part": ImageCommands.readable_part, "show_in_folder": ImageCommands.show_in_folder,
          "copy_path": ImageCommands.copy_path, "look": ImageCommands.look}


def is_truncated(reason: str) -> bool:
    """Whether a file was refused because its end is missing, so that a part of it can be used."""
    return "(truncated)" in reason


def selected_facts(contents: FolderContents, rows: "np.ndarray") -> Selected:
    """Return what the selected rows have in common."""
    is_image = rows < len(contents.scan.files)
    out = int(np.count_nonzero(contents.states[rows] == LEFT_OUT_STATE))
    decided = np.concatenate([contents.relabelled, contents.moved])
    changed = int(np.isin(rows, decided).sum()) + out if len(decided) or out else 0
    aside = rows[~is_image][:_COPIED].tolist()
    truncated = sum(is_truncated(contents.reason(row)) for row in aside)
    return Selected(int(is_image.sum()), out, len(rows), changed, truncated)
