"""How a folder comes into the window: listed first, checked afterwards, or not at all and why."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from cnnstudio import paths
from cnnstudio.errors import CNNStudioError
from cnnstudio.ui.message_area import MessageAction
from cnnstudio.ui.opening import FolderOpener

if TYPE_CHECKING:
    from cnnstudio.data.folder.difference import FolderDifference
    from cnnstudio.data.folder.image_folder import ImageFolder
    from cnnstudio.data.listing.scan_options import ScanOptions
    from cnnstudio.ui.data.page import DataPage
    from cnnstudio.ui.main_window import MainWindow
    from cnnstudio.workspace.scan_job import FirstImages, FolderListed, LayoutUnclear, ScanFinished


class FolderFlow(QObject):
    """Asks the opener, and lets workspace, Data page and messages follow what it tells.

    Samples are shown when they are checked, other folders as soon as they are listed. Whoever needs the images in the
    workspace listens here, not to the opener, and is told in a turn of its own.
    """

    listed = Signal(object)
    """A `FolderListed`; of a sample the workspace waits until it is checked."""
    scanned = Signal(object)
    """A `ScanFinished`, after the user was told."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.opener = FolderOpener(window.jobs, self)
        self._options: dict[Path, ScanOptions] = {}
        self._stays = False
        for signal, receiver in (
            (self.opener.progressed, window.welcome.set_progress), (self.opener.began, self._on_began),
            (self.opener.first_images, self._on_first_images), (self.opener.listed, self._on_listed),
            (self.opener.scanned, self._on_scanned), (self.opener.unclear, self._on_unclear),
            (self.opener.failed, self._on_failed), (self.opener.stopped, self._on_stopped),
        ):
            signal.connect(receiver)

    def adopt_page(self, page: "DataPage") -> None:
        """Do what a Data page asks for."""
        page.scan_requested.connect(self._on_scan_requested)
        page.browse_requested.connect(self.browse)
        page.cancel_requested.connect(self.opener.cancel)

    def open_folder(self, path: Path, *, stay: bool = False) -> None:
        """Look through an image folder and open it, as it was read the last time in this session.

        Parameters
        ----------
        stay
            On the page that is shown; else the Data page shows how far it is.
        """
        root = path.absolute()
        self._wish(root.name or str(root), partial(self._open_folder, root, stay=stay))

    def _open_folder(self, root: Path, *, stay: bool) -> None:
        self._stays = stay
        self.opener.open_folder(root, self._options.get(root), self._window.workspace.split_config)

    def take(self, path: Path) -> None:
        """Open a folder or a project that was dropped; look inside with a single image."""
        if path.is_dir():
            self.open_folder(path)
        elif path.suffix.lower() == ".cnnstudio":
            self._window.projects.open(path)
        else:
            self._window.readiness.when_there("look", "page", partial(self._look_at, path))

    def _look_at(self, path: Path) -> None:
        self._window.show_page("look")
        self._window.page("look").show_image(path)

    def open_sample(self, name: str) -> None:
        """Open a sample by its name."""
        self._wish(name, partial(self._open_sample, name))

    def _open_sample(self, name: str) -> None:
        self._stays = False
        self.opener.open_sample(name)

    def _wish(self, name: str, action: Callable[[], object]) -> None:
        """Open something as soon as the Data page is there."""
        self._window.messages.clear("error")
        self._window.welcome.set_progress(self.tr("Opening {name}").format(name=name), 0, 0)
        self._window.readiness.when_there("data", "folder", action)

    def browse(self) -> None:
        """Let the user choose an image folder."""
        recent = self._window.settings.recent_folders
        start = str(recent[0].parent if recent else Path.home())
        chosen = QFileDialog.getExistingDirectory(self._window, self.tr("Open image folder"), start)
        if chosen:
            self.open_folder(Path(chosen))

    def rescan(self) -> None:
        """Look through the open folder again; all settings are kept."""
        folder = self._window.workspace.folder
        if folder is not None:
            self.open_folder(folder.root)

    def _on_scan_requested(self, root: Path, options: "ScanOptions | None") -> None:
        if options is not None:
            self._options[root.absolute()] = options
        self.open_folder(root)

    def _page(self) -> "DataPage":
        page: DataPage = self._window.page("data")
        return page

    def _is_open(self, root: Path) -> bool:
        folder = self._window.workspace.folder
        return folder is not None and folder.root == root

    def _on_began(self, root: Path | None) -> None:
        if root is not None and root.is_dir() and not self._is_open(root):
            self._page().states.begin_opening(root)
            if not self._stays:
                self._window.show_page("data")

    def _on_first_images(self, event: "FirstImages") -> None:
        self._page().states.show_first_images(event.paths, event.found)

    def _on_listed(self, event: "FolderListed") -> None:
        if not is_sample(event.arrangement.folder.root):
            self._open(event)
        self._window.jobs.turns.soon(partial(self.listed.emit, event))

    def _on_scanned(self, event: "ScanFinished") -> None:
        if self._open(event):
            self._window.jobs.turns.soon(partial(self._tell_opened, event))
        self._window.jobs.turns.soon(partial(self.scanned.emit, event))

    def _tell_opened(self, event: "ScanFinished") -> None:
        root = event.folder.root
        if not self._is_open(root):     # left again meanwhile
            return
        if not is_sample(root):
            self._window.settings.remember_folder(root)
        elif self._window.pages.current_name == "welcome":
            self._window.show_page("network")
        self._announce(self._window.workspace.folder or event.folder, event.difference)
        if event.note:
            self._window.show_message(event.note, "warning")

    def _open(self, event: "FolderListed | ScanFinished") -> bool:
        try:
            self._window.workspace.open_arranged(event.arrangement, name=self._name(event), preprocess=event.preprocess)
        except CNNStudioError as error:
            self._window.show_error(str(error))
            return False
        return True

    def _name(self, event: "FolderListed | ScanFinished") -> str:
        """Return what the project is called; the name of one that has a file stays."""
        is_project = self._window.projects.path is not None and self._is_open(event.arrangement.folder.root)
        return "" if is_project else event.name

    def _on_unclear(self, event: "LayoutUnclear") -> None:
        self._page().states.show_choices(event)
        self._window.show_page("data")

    def _on_failed(self, root: Path | None, text: str) -> None:
        self._window.show_error(text)
        if root is not None and root.is_dir():
            self._page().states.show_problem(root, text)
            self._window.show_page("data")

    def _on_stopped(self) -> None:
        page = self._window.pages.built("data")
        if page is not None:
            page.states.end_opening()

    def _announce(self, folder: "ImageFolder", difference: "FolderDifference | None") -> None:
        if not self._stays:     # else a project brings its images, and what was said of it is news
            self._window.messages.clear()
        text = self.tr("{used} images in {classes} classes are open; the network fits them. Press Train when you like.")
        text = text.format(used=f"{folder.used:,}", classes=len(folder.class_names))
        count = len(folder.refused)
        if count:
            one, many = self.tr("1 file could not be used"), self.tr("{count} files could not be used")
            left_out = self.tr("{text} {files}; the Data page lists the reasons under Files that cannot be used.")
            text = left_out.format(text=text, files=one if count == 1 else many.format(count=f"{count:,}"))
        self._window.show_message(text, "warning" if count else "good")
        if difference is not None and not difference.is_empty:
            self._tell_difference(difference)

    def _tell_difference(self, difference: "FolderDifference") -> None:
        page = self._page()
        page.show_difference(difference)
        self._window.messages.show_message(
            f"{difference.sentence}.", "info", actions=(MessageAction(self.tr("Show"), self._show_changed),))

    def _show_changed(self) -> None:
        self._window.show_page("data")
        self._page().show_changed()


def is_sample(root: Path) -> bool:
    """Whether a folder is one of the program's samples."""
    return paths.user_data_dir() in root.parents
