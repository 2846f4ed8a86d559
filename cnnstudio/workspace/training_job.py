"""Trains a network on an image folder and keeps the run on disk as it grows."""

import tempfile
from collections.abc import Generator, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cnnstudio.data.config import AugmentConfig, PreprocessConfig, SplitConfig
from cnnstudio.data.folder.image_folder import ImageFolder
from cnnstudio.data.split import Splits
from cnnstudio.data.thread_pool import never_stop, stop_if_asked
from cnnstudio.errors import NetworkError, StorageError
from cnnstudio.network.document import from_document, to_document
from cnnstudio.network.graph import NetworkGraph
from cnnstudio.training.config import TrainConfig
from cnnstudio.training.events import EpochEnded, TrainingFinished, TrainingStarted
from cnnstudio.training.metrics import Evaluation
from cnnstudio.workspace.jobs import Progress, ShouldStop
from cnnstudio.workspace.progress import Outcome, report_progress

if TYPE_CHECKING:
    from torch import nn

    from cnnstudio.data.batches import Batches
    from cnnstudio.data.pixels.remembered_figures import Constants
    from cnnstudio.data.pixels.source import FolderSource
    from cnnstudio.training.trainer import Trainer
    from cnnstudio.workspace.run_keeper import RunKeeper


@dataclass(frozen=True, slots=True)
class RunCreated:
    """The run has its folder; the training starts."""

    path: Path


@dataclass(frozen=True, slots=True)
class ImagesNotKept:
    """Decoded images cannot be kept; the training goes on with the same batches, more slowly."""

    message: str


@dataclass(frozen=True, slots=True)
class SaveFailed:
    """The run could not be saved; the training goes on and the next save is tried."""

    message: str


@dataclass(frozen=True, slots=True)
class EvaluationReady:
    """How good the best weights are on the validation images."""

    evaluation: Evaluation


@dataclass(frozen=True, slots=True)
class RunSaved:
    """The run is complete on disk; the result of a `TrainingJob`."""

    path: Path
    status: str
    """``"finished"``, ``"early_stopped"`` or ``"stopped"``."""
    best_epoch: int
    """From 1; 0 when no epoch ended."""


@dataclass(frozen=True, slots=True)
class _Prepared:
    """Everything a training needs in memory."""

    trainer: "Trainer"
    validation: "Batches"
    mean: tuple[float, ...]
    std: tuple[float, ...]


class TrainingJob:
    """Train: `Progress` (decoding) ..., `RunCreated`, training events ..., `EvaluationReady`, `RunSaved`.

    `SaveFailed` and, once, `ImagesNotKept` may come between. A training that is stopped keeps its run and ends with
    `RunSaved` as well; no `EvaluationReady` comes when no epoch ended.

    Parameters
    ----------
    folder, splits, preprocess, split_config, augment
        The images and how they are prepared and divided.
    graph
        Copied now; later changes do not reach the training.
    name
        What the run is called; the network and the date otherwise.

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
        runs_directory: Path, cache_directory: Path, *, name: str = "",
    ) -> None:
        self.folder, self.splits = folder, splits
        self.preprocess, self.augment, self.split_config = preprocess, augment, split_config
        self.document: dict[str, Any] = to_document(graph)
        self.network_name, self.name = network_name, name
        self.train_config = train_config
        self.runs_directory, self.cache_directory = runs_directory, cache_directory

    @property
    def title(self) -> str:
        """What the status line says."""
        return f"Training {self.network_name}"

    def run(self, should_stop: ShouldStop) -> Iterator[object]:
        """Train and yield the events."""
        check_writable(self.runs_directory)
        yield Progress(0, 0, "preparing")
        check_fit(from_document(self.document), self.preprocess, self.folder.class_names)
        with closing(self._open_source()) as source:
            constants: Outcome[Constants] = Outcome()
            yield from self._normalization(source, should_stop, constants)
            stop_if_asked(should_stop)
            prepared = self._prepare(source, constants.get())
            keeper = self._create_run(prepared)
            with keeper.failure_recorded():
                yield RunCreated(keeper.path)
                yield from _with_trouble(source, self._train(prepared, keeper, should_stop))

    def _open_source(self) -> "FolderSource":
        from cnnstudio.data.pixels.source import open_source

        return open_source(self.folder, self.preprocess, self.cache_directory)

    def _normalization(self, source: "FolderSource", should_stop: ShouldStop,
                       outcome: "Outcome[Constants]") -> Iterator[Progress]:
        """Work out what images are normalised by: the dataset's own figures need each training image once."""
        from cnnstudio.data.pixels.statistics import normalization_constants

        yield from report_progress(
            lambda stop, on_progress: normalization_constants(
                self.preprocess, source, self.splits.train, should_stop=stop, on_progress=on_progress),
            "decoding images", should_stop, outcome)
        if source.missing(self.splits.train):
            yield Progress(0, 0, "training starts while images are decoded")

    def _prepare(self, source: "FolderSource", constants: "Constants") -> _Prepared:
        from cnnstudio.data.batches import Batches
        from cnnstudio.torch_network.builder import build, initialise
        from cnnstudio.training.devices import choose
        from cnnstudio.training.trainer import Trainer

        config = self.train_config
        device = choose(config.device)
        mean, std = constants
        module = build(from_document(self.document))
        initialise(module, config.initialization, config.seed)
        shared: dict[str, Any] = {
            "batch_size": config.batch_size, "mean": mean, "std": std, "seed": config.seed, "device": str(device),
            "channels_last": device.type == "cpu" and self._wants_channels_last(module)}
        train = Batches(source, self.splits.train, shuffle=True, augment=self.augment, **shared)
        validation = Batches(source, self.splits.validation, shuffle=False, augment=None, **shared)
        trainer = Trainer(module, train, validation, config, device=device, memory=self.cache_directory)
        return _Prepared(trainer, validation, tuple(map(float, mean)), tuple(map(float, std)))

    def _wants_channels_last(self, module: "nn.Module") -> bool:
        """Whether the trainer will compute with channels last: then batches are made so and need no copy."""
        import torch

        from cnnstudio.training.layout import pays
        from cnnstudio.training.randomness import global_randomness_kept

        with global_randomness_kept():
            return pays(module, torch.zeros(1, *self.preprocess.shape), self.train_config.batch_size)

    def _create_run(self, prepared: _Prepared) -> "RunKeeper":
        from cnnstudio.workspace.run_keeper import RunKeeper

        return RunKeeper.start(self, prepared.mean, prepared.std, prepared.trainer)

    def _train(self, prepared: _Prepared, keeper: "RunKeeper",
               should_stop: ShouldStop) -> Generator[object, None, None]:
        finished: TrainingFinished | None = None
        for event in prepared.trainer.run(should_stop):
            if isinstance(event, EpochEnded):
                yield from _failures(keeper.save_epoch(event))
            elif isinstance(event, TrainingStarted):
                keeper.note_start(event)
            elif isinstance(event, TrainingFinished):
                finished = event
            yield event
        if finished is None:
            raise RuntimeError("a training ended without its last event")
        yield from _failures(keeper.save_what_is_missing())
        evaluation = self._evaluate(prepared, keeper)
        if evaluation is not None:
            yield EvaluationReady(evaluation)
        keeper.finish(finished.status, finished.message, evaluation)
        yield RunSaved(keeper.path, finished.status, finished.best_epoch)

    def _evaluate(self, prepared: _Prepared, keeper: "RunKeeper") -> Evaluation | None:
        """Measure the best weights on the validation images; None when no epoch ended."""
        from cnnstudio.training.metrics import evaluate
        from cnnstudio.training.predict import predict
        from cnnstudio.training.threads import threads_used

        if not keeper.load_best():
            return None
        with threads_used(self.train_config.threads):
            labels, probabilities, _losses, _indices = predict(
                prepared.trainer.module, prepared.validation, never_stop)
        return evaluate(labels, probabilities, self.folder.class_names)


def _with_trouble(source: "FolderSource", events: Generator[object, None, None]) -> Iterator[object]:
    """Pass events on, and say once when decoded images cannot be kept."""
    is_told = False
    with closing(events):
        for event in events:
            if source.trouble and not is_told:
                is_told = True
                yield ImagesNotKept(source.trouble)
            yield event


def _failures(message: str) -> Iterator[SaveFailed]:
    if message:
        yield SaveFailed(message)


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
        raise StorageError(f"Cannot write in {directory}: {error.strerror or error}. Choose another folder.") from error


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
        raise NetworkError("The network needs an Input and an Output layer.")
    shape = tuple(source.parameters[name] for name in ("channels", "height", "width"))
    if shape != preprocess.shape:
        raise NetworkError(f"{source.name} takes {_times(shape)}, but the images are prepared as "
                           f"{_times(preprocess.shape)}. Fit the network to the images.")
    if output.parameters["classes"] != len(class_names):
        raise NetworkError(f"{output.name} has {output.parameters['classes']} classes, but the images have "
                           f"{len(class_names)}. Fit the network to the images.")


def _times(shape: tuple[int, ...]) -> str:
    return " × ".join(map(str, shape))
