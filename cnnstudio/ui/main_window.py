"""The window: what its parts and the workspace ask of one another."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QCloseEvent

from cnnstudio.ui.closing import Closing
from cnnstudio.ui.command_palette.palette import PaletteFlow
from cnnstudio.ui.engine import ENGINE_SLOT, Engine
from cnnstudio.ui.exporting.flow import ExportFlow
from cnnstudio.ui.folder_flow import FolderFlow
from cnnstudio.ui.help.flow import HelpFlow
from cnnstudio.ui.language_flow import LanguageFlow
from cnnstudio.ui.letting_go import LettingGo
from cnnstudio.ui.predicting.flow import PredictFlow
from cnnstudio.ui.projects.flow import ProjectFlow
from cnnstudio.ui.readiness import Readiness
from cnnstudio.ui.resume_flow import ResumeFlow
from cnnstudio.ui.settings import Settings
from cnnstudio.ui.shell import Shell
from cnnstudio.ui.sizing import Sizing
from cnnstudio.ui.staying_awake import StayingAwake
from cnnstudio.ui.sweep_flow import SweepFlow
from cnnstudio.ui.theme import theme
from cnnstudio.ui.tour.flow import TourFlow
from cnnstudio.ui.workers import TRAIN_SLOT

if TYPE_CHECKING:
    from cnnstudio.network.edits import Edit
    from cnnstudio.ui.arranging import Arranger
    from cnnstudio.workspace.workspace import Workspace


class MainWindow(Shell):
    """Ties the parts together; every part can be tested without it.

    Parameters
    ----------
    workspace
        What is open. Without it one is made when it is first needed, so that the window is painted before numpy,
        pydantic and the network's modules are loaded.
    settings
        What is remembered; the user's own unless given.
    """

    def __init__(self, workspace: "Workspace | None" = None, settings: Settings | None = None) -> None:
        super().__init__({
            "open_folder": self.browse, "show_welcome": self.show_welcome, "rescan": self.rescan,
            "train": self.start_training, "try_settings": self.try_settings,
            "pause_training": self.pause_training, "stop_training": self.stop_training,
            "keep_awake": self.toggle_keep_awake, "toggle_scheme": self.toggle_scheme, "show_log": self.show_log,
            "show_about": self.show_about, "quit": self.close,
            "report": lambda: self.predicting.report(),  # noqa: PLW0108 - it is made below, as the next two
            "predict_folder": lambda: self.predicting.predict(),  # noqa: PLW0108
            "live_window": lambda: self.predicting.live(),  # noqa: PLW0108
            "export": lambda: self.exporting.ask()}, self._page_arguments)  # noqa: PLW0108 - it is made below
        self._workspace: Workspace | None = None
        self._arranger: Arranger | None = None
        self.settings = settings if settings is not None else Settings()
        self.engine = Engine(self.jobs, self)
        self.awake = StayingAwake(self.settings, self)
        self._actions["keep_awake"].setChecked(self.settings.keep_awake)
        self.readiness = Readiness(self.engine, self.pages, self)
        self.flow = FolderFlow(self)
        self.closing = Closing(self)
        self.resuming = ResumeFlow(self)
        self.sweeps = SweepFlow(self)
        self.exporting = ExportFlow(self)
        self.predicting = PredictFlow(self)
        self.projects = ProjectFlow(self)
        self.palette_flow = PaletteFlow(self)
        self.tour = TourFlow(self, self.tour_card)
        self.helping = HelpFlow(self)
        self.speaking = LanguageFlow(self)
        self.sizing = Sizing(self)
        self._connect()
        if workspace is not None:
            self._adopt(workspace)
        self._show_state()
        self.show_page("welcome")
        self.welcome.setFocus()

    def _connect(self) -> None:
        for signal, receiver in (
            (self.rail.page_requested, self.show_page),
            (self.header.train_requested, self.start_training),
            (self.header.stop_requested, self.stop_training),
            (self.pages.navigate_requested, self.show_page),
            (self.pages.page_built, self._on_page_built),
            (self.welcome.sample_requested, self.open_sample),
            (self.welcome.folder_requested, self.open_folder),
            (self.welcome.browse_requested, self.browse),
            (self.welcome.project_requested, self.projects.open),
            (self.header.recent_projects.project_requested, self.projects.open),
            (self.projects.changed, self._show_state),
            (self.path_dropped, self.flow.take),
            (self.engine.changed, self._show_state),
            (self.engine.failed, self.show_error),
            (self.jobs.job_started, self._on_jobs_changed),
            (self.jobs.job_ended, self._on_jobs_changed),
        ):
            signal.connect(receiver)

    @property
    def workspace(self) -> "Workspace":
        """What is open; made at the first look."""
        if self._workspace is None:
            from cnnstudio.workspace.workspace import Workspace

            self._adopt(Workspace())
        assert self._workspace is not None  # noqa: S101 - for the type checker
        return self._workspace

    def _adopt(self, workspace: "Workspace") -> None:
        from cnnstudio.ui.arranging import Arranger

        self._workspace = workspace
        self._arranger = Arranger(workspace, self.jobs, self.undo_stack, self)
        self.letting_go = LettingGo(workspace, self)
        self.sweeps.follow(workspace)
        self.exporting.follow(workspace)
        self.predicting.follow(workspace)
        self.tour.follow(workspace)
        workspace.edit_graph = self._push_edit
        workspace.project_name_changed.connect(self._show_state)
        workspace.folder_changed.connect(self._show_state)
        workspace.graph_replaced.connect(self._on_graph_replaced)
        self.projects.follow(workspace)

    def _page_arguments(self, name: str) -> tuple[object, ...]:
        """Return what page ``name`` is built with."""
        shared = (self.workspace, self.jobs)
        further = {"network": (self.undo_stack,), "data": (self._arranger,)}
        return (*shared, *further.get(name, ()))

    def page(self, name: str) -> Any:
        """Return a page, built if need be."""
        return self.pages.page(name)

    def _on_page_built(self, name: str) -> None:
        if name == "train":
            self.awake.follow(self.pages.page(name).session)
        if name == "data":
            self.flow.adopt_page(self.pages.page(name))

    def show_page(self, name: str) -> None:
        """Show ``"welcome"``, ``"data"``, ``"network"``, ``"train"``, ``"look"`` or ``"runs"``.

        While its modules are being imported it is shown as soon as they are.
        """
        if name == "welcome":
            self.welcome.set_recent(self.settings.recent_folders, self.settings.recent_projects)
            self._show_built("welcome")
        else:
            self.readiness.when_there(name, "page", partial(self._show_built, name))

    def _show_built(self, name: str) -> None:
        self.pages.show_page(name)
        self.rail.set_page(name)

    def show_welcome(self) -> None:
        """Show the welcome page."""
        self.show_page("welcome")

    def _show_state(self) -> None:
        """Let title, header and status line say what is open and whether a training could start."""
        workspace = self._workspace
        project = self.projects.marked(workspace.project_name if workspace is not None else "")
        folder = workspace.folder if workspace is not None else None
        has_folder = folder is not None
        why_not = "" if has_folder else self.tr("Open an image folder or a sample first")
        if folder is not None and not folder.is_checked:
            why_not = self.tr("Training waits until all images are checked")
        why_not = self.engine.text if self.engine.is_loading else why_not
        self.setWindowTitle(f"{project} – CNN Studio" if project else "CNN Studio")
        self.header.set_names(project, workspace.network_name if workspace is not None else "")
        self.header.set_training(is_training=self.jobs.is_running(TRAIN_SLOT))
        self.header.set_train_enabled(why_not)
        self._actions["train"].setEnabled(not why_not)
        self._actions["try_settings"].setEnabled(not why_not)
        self._actions["rescan"].setEnabled(has_folder)
        self.status.set_device(self.engine.text)

    # opening

    def open_folder(self, path: Path) -> None:
        """Look through an image folder and open it."""
        self.flow.open_folder(path)

    def open_sample(self, name: str) -> None:
        """Open a sample by its name."""
        self.flow.open_sample(name)

    def browse(self) -> None:
        """Let the user choose an image folder."""
        self.flow.browse()

    def rescan(self) -> None:
        """Look through the open folder again; all settings are kept."""
        self.flow.rescan()

    # editing and training

    def _push_edit(self, edit: "Edit") -> None:
        from cnnstudio.ui.undo import push_edit

        push_edit(self.undo_stack, self.workspace.graph, edit)

    def _on_graph_replaced(self) -> None:
        self.undo_stack.clear()
        self._show_state()

    def start_training(self) -> None:
        """Show the Train page and start."""
        if not self.jobs.is_running(TRAIN_SLOT):
            self.show_page("train")
            self.page("train").start_training()

    def try_settings(self) -> None:
        """Show the Train page and ask which settings are to be tried."""
        if not self.jobs.is_running(TRAIN_SLOT):
            self.sweeps.ask()

    def stop_training(self) -> None:
        """Ask the training to stop; its run is kept."""
        if self.jobs.is_running(TRAIN_SLOT):
            self.page("train").stop_training()

    def pause_training(self) -> None:
        """Pause the training that runs, or go on with the one that waits or was stopped."""
        page = self.pages.built("train")
        if page is not None:
            page.going_on.pause_or_go_on()

    def toggle_keep_awake(self) -> None:
        """Let the computer stay awake while it trains, or not, and remember it."""
        self.awake.set_wanted(is_wanted=self._actions["keep_awake"].isChecked())

    def _on_jobs_changed(self, slot: str) -> None:
        if slot == TRAIN_SLOT:
            self._show_state()

    # the window itself

    def toggle_scheme(self) -> None:
        """Change between light and dark, and remember it."""
        self.settings.scheme = "light" if theme().is_dark else "dark"
        theme().set_scheme(self.settings.scheme)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Close, but never throw a running training away without a word."""
        if self.closing.has_to_ask():
            event.ignore()
            return
        self.closing.is_agreed = True
        self.hide()  # what still has to end may take a moment
        self.settings.geometry = self.saveGeometry()
        self.settings.save()
        self.awake.release()
        self.predicting.keep_labels()
        self.jobs.close()
        self.jobs.stop_all(leave={ENGINE_SLOT})
        self.projects.close(keep_unsaved=self.closing.is_polite)
        if self._arranger is not None:
            self._arranger.finish()
        self.pages.shut_down()
        event.accept()
