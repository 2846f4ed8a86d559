"""How a run goes on in the window: its image folder is opened first, then the Train page shows the training."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from cnnstudio.errors import CNNStudioError
from cnnstudio.ui.interrupted import InterruptedOffer

if TYPE_CHECKING:
    from cnnstudio.ui.main_window import MainWindow
    from cnnstudio.ui.runs.go_on import ResumeWish
    from cnnstudio.workspace.resuming import ResumeOffer
    from cnnstudio.workspace.scan_job import ScanFinished
    from cnnstudio.workspace.training_events import RunResumed


@dataclass(frozen=True, slots=True)
class _Wish:
    """A run that waits for its images."""

    run: Path
    folder: Path
    more_epochs: int
    is_first: bool
    """Nothing was open, so that the workspace may take over the run's settings."""
    group: str = ""
    """Key of the group whose missing trainings are wanted."""


class ResumeFlow(QObject):
    """Offers interrupted trainings once the engine is there, and goes on with the run the user chooses."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._wish: _Wish | None = None
        self.offer = InterruptedOffer(window.jobs, window.messages, self._runs_directory, self, left=self._take_left)
        self.offer.resume_requested.connect(self._on_resume)
        self.offer.navigate_requested.connect(window.show_page)
        window.engine.changed.connect(self._on_engine)
        window.pages.page_built.connect(self._on_page_built)
        opener = window.flow.opener
        window.flow.scanned.connect(self._on_scanned)
        opener.failed.connect(self._forget)
        opener.stopped.connect(self._forget)

    def _runs_directory(self) -> Path:
        return self._window.workspace.runs.directory

    def _take_left(self) -> Path | None:
        """Return the run that was left when the window was closed the last time; it is offered once."""
        left, self._window.settings.left_run = self._window.settings.left_run, None
        return left

    def _on_engine(self) -> None:
        if not self._window.engine.is_loading:
            self.offer.look()

    def _on_resume(self, offer: "ResumeOffer") -> None:
        if offer.sweep:
            self.offer.withdraw()
            self._window.sweeps.go_on(offer.sweep, str(offer.folder))
        else:
            self.resume(offer.path, offer.folder, group=offer.group)

    def _on_page_built(self, name: str) -> None:
        if name == "runs":
            self._window.page("runs").resume_requested.connect(self._on_wish)

    def _on_wish(self, wish: "ResumeWish") -> None:
        self.resume(wish.run, wish.folder, wish.more_epochs, group=wish.group)

    def resume(self, run: Path, folder: Path, more_epochs: int = 0, *, group: str = "") -> None:
        """Go on with a run, for some epochs more than its recipe says, or train what is missing of a group.

        The images are opened first, when others are.
        """
        now = self._window.workspace.folder
        wish = _Wish(run, folder, more_epochs, is_first=now is None, group=group)
        if now is not None and now.is_checked and now.root == folder:
            self._start(wish)
            return
        self._wish = wish
        self._window.open_folder(folder)

    def _on_scanned(self, event: "ScanFinished") -> None:
        wish, self._wish = self._wish, None
        if wish is not None and event.folder.root == wish.folder:
            self._start(wish)

    def _forget(self, *_: object) -> None:
        self._wish = None

    def _start(self, wish: _Wish) -> None:
        self._window.readiness.when_there("train", "resume", partial(self._start_now, wish))

    def _start_now(self, wish: _Wish) -> None:
        self.offer.withdraw()
        self._window.show_page("train")
        page = self._window.page("train")
        if wish.group:
            page.repeating.go_on(wish.group)
            return
        if wish.is_first:
            page.session.resumed.connect(self._use_settings, Qt.ConnectionType.SingleShotConnection)
        page.going_on.resume(wish.run, wish.more_epochs)

    def _use_settings(self, event: "RunResumed") -> None:
        """Show the network and the recipe that are trained."""
        from cnnstudio.workspace.run_settings import use_settings

        try:
            use_settings(self._window.workspace, event.record)
        except CNNStudioError as error:
            self._window.show_message(str(error), "warning")
