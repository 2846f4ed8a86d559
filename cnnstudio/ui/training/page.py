"""The Train page: the recipe, the curves while the network learns, and what came of it."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cnnstudio import paths
from cnnstudio.training.control import TrainingControl
from cnnstudio.ui.forecast_view import ForecastView
from cnnstudio.ui.image_filter import ImageFilter, filter_requests
from cnnstudio.ui.label_reviews import label_reviews
from cnnstudio.ui.measuring import measurer_of
from cnnstudio.ui.pieces import Pieces
from cnnstudio.ui.review_line import ReviewLine
from cnnstudio.ui.run_uses import run_uses
from cnnstudio.ui.throttle import Throttle
from cnnstudio.ui.training.curves_panel import CurvesPanel
from cnnstudio.ui.training.earlier_runs import EarlierRunsLoader
from cnnstudio.ui.training.follower import TrainingFollower, TrainParts
from cnnstudio.ui.training.going_on import GoingOn
from cnnstudio.ui.training.layers_panel import LayersPanel
from cnnstudio.ui.training.page_columns import PageColumns
from cnnstudio.ui.training.pinned_strip import PinnedStrip
from cnnstudio.ui.training.progress_panel import ProgressPanel
from cnnstudio.ui.training.readiness import describe_subject, find_obstacle
from cnnstudio.ui.training.recipe_panel import RecipePanel
from cnnstudio.ui.training.recipe_tools import add_recipe_tools
from cnnstudio.ui.training.repeating import Repeating
from cnnstudio.ui.training.results_loader import ResultsLoader
from cnnstudio.ui.training.results_view import ResultsView
from cnnstudio.ui.training.session import SessionState, TrainingSession
from cnnstudio.ui.training.start_line import StartLine
from cnnstudio.ui.training.sweeping import Sweeping
from cnnstudio.ui.training_starts import training_starts

if TYPE_CHECKING:
    from cnnstudio.ui.group_view import GroupView
    from cnnstudio.ui.workers import JobRunner
    from cnnstudio.workspace.workspace import Workspace

OPEN_SLOT = "open_run"


class TrainPage(QWidget):
    """Recipe at the left, curves and results in the middle, progress at the right, pinned images below."""

    navigate_requested = Signal(str)
    message_requested = Signal(str, str)
    message_withdrawn = Signal(str)
    """A sentence that was asked to be shown and is not true any more."""
    run_finished = Signal(object)
    """The `RunFolder` of a training that has ended and is saved."""

    IN_PIECES = True
    """It can be built piece by piece."""

    def __init__(self, workspace: "Workspace", jobs: "JobRunner", parent: QWidget | None = None, *,
                 in_pieces: bool = False) -> None:
        super().__init__(parent)
        self.setObjectName("train_page")
        self._workspace, self._jobs = workspace, jobs
        self.session = TrainingSession(jobs, self)
        self.pieces = Pieces(self._build())
        if not in_pieces:
            self.pieces.build_rest()

    # building

    def _build(self) -> Iterator[None]:
        """Build the columns, then what fills them, then what lets them work together."""
        columns = PageColumns(self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(columns)
        self._tabs = columns.tabs
        self.recipe = RecipePanel(columns, in_pieces=True)
        columns.put_left(self.recipe)
        yield
        while self.recipe.pieces.build_next():
            yield
        self.progress = ProgressPanel()
        columns.put_right(self.progress)
        yield
        self.curves = CurvesPanel(in_pieces=True)
        columns.add_curves(self.curves)
        while self.curves.pieces.build_next():
            yield
        self.results = ResultsView()
        columns.add_results(self.results)
        yield
        self.layers = LayersPanel()
        columns.add_layers(self.layers)
        self.pinned = PinnedStrip(self._workspace, self._jobs, self.session.pinned)
        columns.put_below(self.pinned)
        yield
        self._make_helpers()
        yield
        self._connect_parts()
        self._connect_workspace()
        self._follower.follow_open_run(self._workspace)
        self._on_config_changed()
        self._refresh()

    def _make_helpers(self) -> None:
        """Make what lets the parts work together, and the cards that belong to it."""
        workspace, jobs = self._workspace, self._jobs
        self.progress.show_forecast(ForecastView(measurer_of(workspace, jobs)))
        self.reviews = label_reviews(workspace, jobs)
        self.results.set_review_line(ReviewLine(self.reviews))
        self.starts = training_starts(workspace, jobs)
        self.start_line = StartLine(self.starts, jobs)
        self.recipe.set_start_line(self.start_line)
        self.earlier = EarlierRunsLoader(workspace, jobs, self.session, self)
        parts = TrainParts(self.curves, self.progress, self.results, self.pinned, self.layers)
        self._follower = TrainingFollower(self.session, parts, self)
        self.going_on = GoingOn(workspace, self.session, self.progress, self._follower, self.start_training, self)
        self.sweeping = Sweeping(workspace, jobs, self.session, self._follower, self)
        self.progress.add_card(self.sweeping.card)
        self.repeating = Repeating(workspace, jobs, self.session, self._follower, self)
        self.progress.add_card(self.repeating.card)
        self._group_view: GroupView | None = None
        self._refresh_throttle = Throttle(200, self._refresh, self)
        add_recipe_tools(self.recipe, workspace, jobs)
        self._results_loader = ResultsLoader(workspace, jobs, self.results, self)
        self._results_loader.arrived.connect(self._allow_results)
        self._results_loader.message_requested.connect(self.message_requested)

    def _connect_parts(self) -> None:
        self.recipe.changed.connect(self._workspace.set_train_config)
        self.progress.navigate_requested.connect(self.navigate_requested)
        self.results.cell_chosen.connect(self._on_cell)
        self.results.look_requested.connect(self._on_look)
        self.results.use_requested.connect(run_uses(self._workspace).ask_for_current)
        self.pinned.image_chosen.connect(self._on_pinned)
        self.reviews.opened.connect(self._on_review)
        self.reviews.training_requested.connect(self.start_training)
        self.earlier.arrived.connect(self.curves.show_earlier)
        self._follower.results_ready.connect(self._show_results)
        self.going_on.message_requested.connect(self.message_requested)
        self.going_on.message_withdrawn.connect(self.message_withdrawn)
        self.progress.controls.try_requested.connect(self.sweeping.ask)
        self.starts.changed.connect(self._refresh)
        self.starts.message_requested.connect(self.message_requested)
        self.sweeping.navigate_requested.connect(self.navigate_requested)
        self.sweeping.message_requested.connect(self.message_requested)
        self.repeating.message_requested.connect(self.message_requested)
        self.repeating.run_ended.connect(self._on_saved)
        self.repeating.shown.connect(self._show_group)
        self.session.state_changed.connect(self._on_state)
        self.session.run_created.connect(self._on_runs_changed)
        self.session.run_saved.connect(self._on_saved)
        self.session.failed.connect(self._on_runs_changed)
        self.session.save_failed.connect(self._on_save_failed)
        self.session.images_not_kept.connect(self._on_images_not_kept)

    def _connect_workspace(self) -> None:
        workspace = self._workspace
        workspace.split_changed.connect(self._on_split)
        workspace.train_config_changed.connect(self._on_config_changed)
        workspace.graph_replaced.connect(self._on_graph_replaced)
        for signal in (workspace.preprocess_changed, workspace.folder_changed, workspace.graph.changed,
                       workspace.train_config_changed, workspace.project_name_changed):
            signal.connect(self._refresh_later)
        if workspace.folder is not None:
            self._on_split()
            self.earlier.load()

    # doing

    def start_training(self) -> None:
        """Start, unless something stands in the way; then the page says what."""
        self._refresh()
        workspace = self._workspace
        if (find_obstacle(workspace) or self.start_line.obstacle) is not None or self.session.state.is_busy:
            return
        if workspace.folder is None or workspace.splits is None:
            return
        from cnnstudio.workspace.training_job import TrainingJob

        self._follower.begin()
        self._tabs.setCurrentIndex(0)
        self._tabs.setTabEnabled(1, False)
        control = TrainingControl()
        job = TrainingJob(
            workspace.folder, workspace.splits, workspace.preprocess, workspace.augment, workspace.split_config,
            workspace.graph, workspace.network_name, workspace.train_config, workspace.runs.directory,
            paths.cache_dir(), control=control, start_from=self.starts.path)
        if self.repeating.wish.kind == "once":
            self.session.start(job, control)
        else:
            self.repeating.begin(job, control)

    def stop_training(self) -> None:
        """Stop after the batch that runs; what was learned so far is kept."""
        self.session.stop()

    # the training tells

    def _on_state(self, state: SessionState) -> None:
        self.progress.controls.set_sweep(is_sweep=self.sweeping.is_latest or self.repeating.is_latest)
        self.progress.set_state(state)
        self.recipe.set_locked(state.is_busy)
        self._refresh()

    def _allow_results(self) -> None:
        self._tabs.setTabEnabled(1, True)

    def _show_results(self) -> None:
        self._allow_results()
        self._tabs.setCurrentIndex(1)

    def _show_group(self, group: Any, curves: Any) -> None:
        """Show what repeated trainings say together, in a tab of its own."""
        if self._group_view is None:
            from cnnstudio.ui.group_view import GroupView

            self._group_view = GroupView()
            self._group_view.setContentsMargins(8, 12, 8, 0)
            self._tabs.addTab(self._group_view, self.tr("Repeats"))
        self._group_view.show_group(group)
        self._group_view.show_curves(curves)
        self._tabs.setCurrentWidget(self._group_view)

    def _on_saved(self, path: Path) -> None:
        from cnnstudio.workspace.open_run_job import OpenRunJob

        self._jobs.start(OpenRunJob(path), slot=OPEN_SLOT, on_event=self._on_run_read, quiet=True)

    def _on_run_read(self, event: Any) -> None:
        self._workspace.runs.open(event.run)
        self._workspace.runs.notify_changed()
        self.reviews.start()
        self.run_finished.emit(event.run)

    def _on_runs_changed(self, _what: object) -> None:
        self._workspace.runs.notify_changed()

    def _on_save_failed(self, message: str) -> None:
        self.message_requested.emit(message, "warning")

    def _on_images_not_kept(self, message: str) -> None:
        self.message_requested.emit(message, "info")

    # the user and the workspace tell

    def _on_config_changed(self) -> None:
        self.recipe.set_recipe(self._workspace.train_config, self._workspace.suggested_recipe)

    def _on_split(self) -> None:
        self.pinned.pin_afresh()
        self._refresh_later()

    def _on_graph_replaced(self) -> None:
        self._workspace.graph.changed.connect(self._refresh_later, unique=True)
        self._refresh_later()

    def _refresh_later(self, *_: object) -> None:
        self._refresh_throttle.push(None)

    def _refresh(self, *_: object) -> None:
        """Show what would be trained and what stands in the way."""
        self.recipe.show_subject(describe_subject(self._workspace))
        self.progress.set_obstacle(find_obstacle(self._workspace) or self.start_line.obstacle)
        self.sweeping.why_not = self.start_line.sweep_obstacle
        self.progress.controls.forbid_sweep(self.sweeping.why_not)
        self.start_line.refresh()

    def _on_cell(self, true_class: int, predicted_class: int) -> None:
        filter_requests(self._workspace).request(ImageFilter(true_class, predicted_class))
        self.navigate_requested.emit("look")

    def _on_look(self) -> None:
        self.navigate_requested.emit("look")

    def _on_review(self) -> None:
        if self.isVisible():
            self.navigate_requested.emit("data")

    def _on_pinned(self, path: Path) -> None:
        self._workspace.select_image(path)
        if self._workspace.runs.current is not None:
            self.navigate_requested.emit("look")
