"""How the images of a project come into the window: found where this user left them, else asked for; then compared."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from cnnstudio.ui.message_area import MessageAction

if TYPE_CHECKING:
    from cnnstudio.project.contents import FolderHint, ProjectContents
    from cnnstudio.ui.main_window import MainWindow
    from cnnstudio.ui.projects.flow import ProjectFlow
    from cnnstudio.workspace.project_jobs import ImagesCompared, ProjectOpened
    from cnnstudio.workspace.scan_job import FolderListed, ScanFinished

_ARRANGE_SLOT = "arrange"
"""Of `ui.arranging`, which needs numpy and is imported later than this."""
COMPARE_SLOT = "compare images"


@dataclass(frozen=True, slots=True)
class ImageWish:
    """A project whose images are being opened.

    Attributes
    ----------
    root : where they are
    is_saved : whether the project's file holds it as it will be then
    """

    root: Path
    contents: "ProjectContents"
    path: Path | None
    is_saved: bool


class ProjectImages(QObject):
    """Opens a project's images; while they are on their way nothing counts as a change.

    Parameters
    ----------
    restore : puts a project's settings and decisions into force for the images that are open
    """

    def __init__(self, window: "MainWindow", flow: "ProjectFlow",
                 restore: "Callable[[ProjectContents], None]") -> None:
        super().__init__(flow)
        self._window, self._flow, self._restore = window, flow, restore
        self._wish: ImageWish | None = None
        self._settling: ImageWish | None = None
        self._to_compare: tuple[Path, FolderHint] | None = None
        opener = window.flow.opener
        window.flow.listed.connect(self._on_images)
        window.flow.scanned.connect(self._on_images)
        opener.failed.connect(self._forget)
        opener.stopped.connect(self._forget)
        window.jobs.job_ended.connect(self._on_job_ended)

    def bring(self, wish: ImageWish, *, stay: bool = False) -> None:
        """Open the images of a project; ``stay``: without showing the Data page meanwhile."""
        self._wish, self._to_compare = wish, None
        self._flow.changes.is_held = True
        self._window.flow.open_folder(wish.root, stay=stay)

    def ask_where_missing(self, event: "ProjectOpened") -> None:
        """Let the user say where the images are, when they are not found or nobody may look."""
        hint = event.contents.folder
        if event.folder is not None or hint is None or not (hint.absolute or hint.relative):
            return
        actions = [MessageAction(self.tr("Locate folder…"), partial(self._locate, event), is_primary=True)]
        if event.asks_for is not None:
            actions.append(MessageAction(self.tr("Look there"), partial(self._use, event, event.asks_for)))
            text = self.tr("This project comes from elsewhere. It wants images from {place}.")
        else:
            text = self.tr("The images of this project are not in {place}.")
        place = hint.absolute or hint.relative
        self._window.messages.show_message(text.format(place=place[:200]), "warning", actions=actions)

    def _locate(self, event: "ProjectOpened") -> None:
        chosen = QFileDialog.getExistingDirectory(self._window, self.tr("Locate the images"), str(Path.home()))
        if chosen:
            self._use(event, Path(chosen))

    def _use(self, event: "ProjectOpened", folder: Path) -> None:
        """Open a folder for the project, with what was changed meanwhile."""
        now = replace(self._flow.changes.now(), curation=event.contents.curation, folder=event.contents.folder)
        self.bring(ImageWish(folder.absolute(), now, event.path, is_saved=False))

    def _on_images(self, event: "FolderListed | ScanFinished") -> None:
        wish, folder = self._wish, self._window.workspace.folder
        if folder is None or event.arrangement.folder.root != folder.root:
            return
        if wish is not None and folder.root == wish.root:
            self._wish, self._settling = None, wish
            self._restore(wish.contents)
        self._settle()

    def _settle(self) -> None:
        """Go on when the decisions about the images are in force."""
        if self._window.jobs.is_running(_ARRANGE_SLOT):
            return
        wish, self._settling = self._settling, None
        if wish is not None:
            self._flow.changes.is_held = False
            self._flow.changes.begin(wish.contents, wish.path, is_saved=wish.is_saved)
            self._flow.changed.emit()
            if wish.contents.folder is not None:
                self._to_compare = wish.root, wish.contents.folder
        self._compare()

    def _compare(self) -> None:
        """Hold the images against those the project was saved with, once all have been decoded."""
        folder = self._window.workspace.folder
        if self._to_compare is None or folder is None or not folder.is_checked:
            return
        (root, hint), self._to_compare = self._to_compare, None
        if folder.root == root:
            from cnnstudio.workspace.project_jobs import CompareImagesJob

            self._window.jobs.start(CompareImagesJob(folder, hint), slot=COMPARE_SLOT, on_event=self._on_compared)

    def _on_compared(self, event: "ImagesCompared") -> None:
        if event.difference:
            self._window.show_message(event.difference, "warning")

    def _on_job_ended(self, slot: str) -> None:
        if slot == _ARRANGE_SLOT:
            self._settle()

    def _forget(self, *_: object) -> None:
        self._to_compare = None
        if self._wish is not None:
            self._wish = None
            self._flow.changes.is_held = False
            self._flow.changes.look()
