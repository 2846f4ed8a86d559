"""Trains a network on an image folder and keeps the run on disk as it grows."""

import tempfile
from collections.abc import Generator, Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cnnstudio.data.config import AugmentConfig, PreprocessConfig, SplitConfig
from cnnstudio.data.folder.image_folder import ImageFolder
from cnnstudio.data.split import Splits
from cnnstudio.data.thread_pool import stop_if_asked
from cnnstudio.errors import ImagesAwayError, NetworkError, StorageError
from cnnstudio.network.document import from_document, to_document
from cnnstudio.network.graph import NetworkGraph
from cnnstudio.os_reasons import os_reason
from cnnstudio.runs.group import RunGroup
from cnnstudio.runs.training_lock import training_lock
from cnnstudio.training.config import TrainConfig
from cnnstudio.training.control import TrainingControl
from cnnstudio.training.distributed.processes import ALONE, Processes
from cnnstudio.training.events import TrainingContinued, TrainingNotice, TrainingPaused
from cnnstudio.training.waiting import patiently, until_back
from cnnstudio.wording import translate
from cnnstudio.workspace.jobs import Progress, ShouldStop
from cnnstudio.workspace.prepared_training import PreparedTraining, TrainingPlan, prepare, train_to_the_end
from cnnstudio.workspace.progress import Outcome, report_progress
from cnnstudio.workspace.starting_weights import StartingWeights, starting_weights
from cnnstudio.workspace.suited_preprocess import suited_preprocess
from cnnstudio.workspace.training_events import EvaluationReady, ImagesNotKept, RunCreated, RunSaved, SaveFailed

if TYPE_CHECKING:
    from cnnstudio.data.pixels.remembered_figures import Constants
    from cnnstudio.data.pixels.source import FolderSource
    from cnnstudio.workspace.checkpoint_pace import CheckpointPace
    from cnnstudio.workspace.following_keeper import FollowingKeeper
    from cnnstudio.workspace.run_keeper import RunKeeper

__all__ = ["EvaluationReady", "ImagesNotKept", "RunCreated", "RunSaved", "SaveFailed", "TrainingJob", "check_fit",
           "check_writable"]


class TrainingJob:
    """Train: `Progress` (decoding) ..., `RunCreated`, training events ..., `EvaluationReady`, `RunSaved`.

    `SaveFailed` and, once, `ImagesNotKept` may come between. A training that is stopped keeps its run and ends with
    `RunSaved` as well; no `EvaluationReady` comes when no epoch ended.

    Parameters
    ----------
    folder, splits, preprocess, split_config, augment
        The images and how they are prepared and divided; a pretrained network brings its own normalisation.
    graph
        Copied now; later changes do not reach the training.
    name
        What the run is called; the network and the date otherwise.
    control
        What is asked of the training while it runs: a pause, more epochs.
    pace
        When it saves; as the recipe says unless given.
    group
        The trainings it belongs to.
    processes
        Those that train the network together, each with a job of its own; the first one keeps the run.
    start_from
        A run, or a safetensors file, whose weights the layers start with that are the same there; images are then
        normalised as that run's were. The weights are kept in the new run.

    Raises
    ------
    StorageError, NetworkError, DeviceError, TrainingError
        From `run`: no permission to keep runs, a network that does not fit, no such device, a training that
        cannot go on (its run is kept as failed).
    JobCancelledError
        From `run`, when stopped before the training began; there is no run then.
    """

    def __init__(
        self, folder: ImageFolder, splits: Splits, preprocess: PreprocessConfig, augment: AugmentConfig,
        split_config: SplitConfig, graph: NetworkGraph, network_name: str, train_config: TrainConfig,
        runs_directory: Path, cache_directory: Path, *, name: str = "", control: TrainingControl | None = None,
        pace: "CheckpointPace | None" = None, group: RunGroup | None = None, processes: Processes = ALONE,
        start_from: Path | None = None,
    ) -> None:
        self.folder, self.splits = folder, splits
        self.preprocess = suited_preprocess(graph, preprocess)
        self.augment, self.split_config = augment, split_config
        self.document: dict[str, Any] = to_document(graph)
        self.network_name, self.name = network_name, name
        self.train_config = train_config
        self.runs_directory, self.cache_directory = runs_directory, cache_directory
        self.control, self.pace, self.group = control or TrainingControl(), pace, group
        self.processes, self.start_from = processes, start_from
        self.start: StartingWeights | None = None

    @property
    def title(self) -> str:
        """What the status line says."""
        return translate("workspace", "Training {network_name}", network_name=self.network_name)

    def run(self, should_stop: ShouldStop) -> Iterator[object]:
        """Train and yield the events."""
        from cnnstudio.data.pixels.source import open_source

        check_writable(self.runs_directory)
        yield Progress(0, 0, "preparing")
        check_fit(from_document(self.document), self.preprocess, self.folder.class_names)
        if self.start_from is not None:
            self.start = starting_weights(self.document, self.start_from)
        with closing(open_source(self.folder, self.preprocess, self.cache_directory)) as source:
            constants: Outcome[Constants] = Outcome()
            with self.processes.one_by_one(should_stop):
                yield from patiently(partial(self._normalization, source, should_stop, constants),
                                     partial(self._wait_for_images, should_stop))
            stop_if_asked(should_stop)
            plan = self._plan(constants.get())
            prepared = prepare(plan, source, self.control, self.processes)
            with self._kept(prepared) as keeper, keeper.failure_recorded():
                yield RunCreated(keeper.path)
                if self.start is not None:
                    yield TrainingNotice(self.start.sentence)
                yield from train_to_the_end(prepared, keeper, source, should_stop)

    @contextmanager
    def _kept(self, prepared: PreparedTraining) -> "Iterator[RunKeeper | FollowingKeeper]":
        """Have what keeps the run, and nobody else train it, inside the block."""
        from cnnstudio.workspace.following_keeper import FollowingKeeper
        from cnnstudio.workspace.run_keeper import RunKeeper

        if not self.processes.leads:
            yield FollowingKeeper(self.runs_directory)
            return
        keeper = RunKeeper.start(self, prepared.plan.mean, prepared.plan.std, prepared.trainer)
        with training_lock(keeper.path):
            yield keeper

    def _wait_for_images(self, should_stop: ShouldStop, error: ImagesAwayError) -> Generator[object, None, bool]:
        """Wait for a folder that is away before the first step."""
        is_back = yield from until_back(error, self.control, should_stop, partial(TrainingPaused, 1, 0))
        if is_back:
            yield TrainingContinued(1, 0)
        return is_back

    def _normalization(self, source: "FolderSource", should_stop: ShouldStop,
                       outcome: "Outcome[Constants]") -> Generator[object, None, None]:
        """Work out what images are normalised by: the dataset's own figures need each training image once."""
        from cnnstudio.data.pixels.statistics import normalization_constants

        yield from report_progress(
            lambda stop, on_progress: normalization_constants(
                self.preprocess, source, self.splits.train, should_stop=stop, on_progress=on_progress),
            translate("workspace", "decoding images"), should_stop, outcome)
        if source.missing(self.splits.train):
            yield Progress(0, 0, translate("workspace", "training starts while images are decoded"))

    def _plan(self, constants: "Constants") -> TrainingPlan:
        mean, std = (tuple(map(float, values)) for values in constants)
        known = self.start.record if self.start is not None else None
        if known is not None and len(known.mean) == len(mean):
            mean, std = known.mean, known.std
        return TrainingPlan(self.document, self.splits, self.preprocess, self.augment, self.train_config,
                            self.folder.class_names, mean, std, self.cache_directory,
                            start=self.start.tensors if self.start is not None else {})


def check_writable(directory: Path) -> None:
    """Make ``directory`` and try to write in it.

    Raises
    ------
    StorageError
        Naming the folder, the operating system's reason and the way out.
    """
    try:
        directory.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=directory):
            pass
    except OSError as error:
        raise StorageError(translate(
            "workspace", "Cannot write in {directory}: {reason}. Choose another folder.", directory=directory,
            reason=os_reason(error))) from error


def check_fit(graph: NetworkGraph, preprocess: PreprocessConfig, class_names: tuple[str, ...]) -> None:
    """Check that a network takes these images and tells these classes apart.

    Raises
    ------
    NetworkError
        Saying what does not fit; `cnnstudio.network.presets.fit_to` mends it.
    """
    from cnnstudio.network.shapes import analyse

    errors = [problem.message for problem in analyse(graph).problems if problem.severity == "error"]
    if errors:
        raise NetworkError(errors[0])
    source, output = graph.input_node, graph.output_node
    if source is None or output is None:
        raise NetworkError(translate("workspace", "The network needs an Input and an Output layer."))
    shape = tuple(source.parameters[name] for name in ("channels", "height", "width"))
    if shape != preprocess.shape:
        raise NetworkError(translate(
            "workspace", "{source} takes {times}, but the images are prepared as {other_times}. Fit the network to "
            "the images.", source=source.name, times=_times(shape), other_times=_times(preprocess.shape)))
    if output.parameters["classes"] != len(class_names):
        raise NetworkError(translate(
            "workspace", "{output} has {classes} classes, but the images have {count}. Fit the network to the images.",
            output=output.name, classes=output.parameters['classes'], count=len(class_names)))


def _times(shape: tuple[int, ...]) -> str:
    return " × ".join(map(str, shape))
