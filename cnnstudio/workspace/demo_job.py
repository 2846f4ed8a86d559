"""The whole walk on one sample without a window: scan, train, evaluate, explain, report."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from cnnstudio import paths
from cnnstudio.data.config import AugmentConfig, PreprocessConfig, SplitConfig
from cnnstudio.data.folder.image_folder import ImageFolder
from cnnstudio.data.split import Splits, split
from cnnstudio.errors import JobCancelledError
from cnnstudio.network.presets import preset
from cnnstudio.network.registry import layer_kind
from cnnstudio.training.config import TrainConfig
from cnnstudio.training.metrics import Evaluation
from cnnstudio.wording import translate
from cnnstudio.workspace.explanation_files import ExplanationFiles, file_stem, save_explanation, unique_stem
from cnnstudio.workspace.explanation_job import (
    AUTO,
    ExplanationJob,
    ExplanationReady,
    PredictionsJob,
    PredictionsReady,
)
from cnnstudio.workspace.jobs import Progress, ShouldStop, pass_on
from cnnstudio.workspace.loaded_run import loaded_run
from cnnstudio.workspace.report import write_report
from cnnstudio.workspace.scan_job import SampleJob, ScanFinished
from cnnstudio.workspace.training_job import EvaluationReady, RunSaved, TrainingJob, check_writable

SAMPLE = "digits"
NETWORK = "tutorial"
PREPROCESS = PreprocessConfig(height=28, width=28, color="grey", fit="stretch")
SPLIT = SplitConfig(validation_share=0.2, seed=0)
AUGMENT = AugmentConfig(rotate_deg=10, zoom=0.1, shift=0.08)
TRAIN = TrainConfig(epochs=12, batch_size=32, optimizer="adam", learning_rate=2e-3, seed=0)
MISTAKES_SHOWN = 6
FINE_CELLS = 7
"""Heatmaps of digits are made at the last activation whose map has at least so many cells a side: strokes are thin."""


@dataclass(frozen=True, slots=True, eq=False)
class ExplanationSaved:
    """One heatmap of the demonstration was written."""

    ready: ExplanationReady
    files: ExplanationFiles


@dataclass(frozen=True, slots=True, eq=False)
class DemoFinished:
    """The result of a `DemoJob`."""

    report: Path
    heatmaps: Path
    """The folder of the pictures."""
    run: Path
    evaluation: Evaluation
    """Of the best weights on the validation images."""
    pictures: int


class DemoJob:
    """Train the tutorial network on the digits and write a report.

    Yields the events of the jobs it is made of, `ExplanationSaved` for each picture, and `DemoFinished`. It comes
    out the same every time on the same machine.

    Parameters
    ----------
    out
        Folder for ``report.html`` and ``heatmaps/``; made when absent.
    runs_directory
        Where the run is kept.

    Raises
    ------
    StorageError
        From `run`, when ``out`` or the runs' folder cannot be written; before anything else is done.
    JobCancelledError
        From `run`, when stopped; a training that had begun is kept.
    """

    title = "Demonstration"

    def __init__(self, out: Path, runs_directory: Path, *, train_config: TrainConfig = TRAIN) -> None:
        self._out, self._runs_directory, self._train_config = out, runs_directory, train_config

    def run(self, should_stop: ShouldStop) -> Iterator[object]:
        """Do it all and yield the events."""
        check_writable(self._out)
        scanned = yield from pass_on(SampleJob(SAMPLE).run(should_stop), ScanFinished)
        folder = scanned.folder
        splits = split(folder, SPLIT)
        training = self._training(folder, splits)
        evaluation = None
        saved = None
        for event in training.run(should_stop):
            yield event
            evaluation = event.evaluation if isinstance(event, EvaluationReady) else evaluation
            saved = event if isinstance(event, RunSaved) else saved
        if saved is None or evaluation is None or saved.status == "stopped":
            raise JobCancelledError(translate("workspace", "The demonstration was stopped. The run is kept."))
        yield from self._explain_and_report(saved.path, folder, splits, evaluation, should_stop)

    def _training(self, folder: ImageFolder, splits: Splits) -> TrainingJob:
        graph = preset(NETWORK, input_shape=PREPROCESS.shape, classes=len(folder.class_names))
        return TrainingJob(folder, splits, PREPROCESS, AUGMENT, SPLIT, graph, NETWORK, self._train_config,
                           self._runs_directory, paths.cache_dir(), name="Digits demonstration")

    def _explain_and_report(self, run: Path, folder: ImageFolder, splits: Splits, evaluation: Evaluation,
                            should_stop: ShouldStop) -> Iterator[object]:
        from cnnstudio.runs.store import RunFolder

        predictions = yield from pass_on(
            PredictionsJob(run, folder, splits.validation).run(should_stop), PredictionsReady)
        heatmaps, layer = self._out / "heatmaps", fine_layer(run)
        explained: list[tuple[ExplanationReady, str]] = []
        taken: set[str] = set()
        chosen = choose_pictures(predictions)
        for number, place in enumerate(chosen):
            yield Progress(number, len(chosen), translate("workspace", "drawing heatmaps"))
            path = predictions.paths[place]
            ready = yield from pass_on(ExplanationJob(run, path, None, layer).run(should_stop), ExplanationReady)
            stem = unique_stem(file_stem(path.stem), taken)
            yield ExplanationSaved(ready, save_explanation(ready, heatmaps, stem))
            explained.append((ready, predictions.class_names[predictions.labels[place]]))
        report = self._out / "report.html"
        write_report(report, RunFolder.load(run).record, evaluation, explained)
        yield DemoFinished(report, heatmaps, run, evaluation, len(explained))


def fine_layer(run: Path) -> str:
    """Return the last activation with a map of `FINE_CELLS` or more a side; the automatic layer when there is none."""
    from cnnstudio.explain.target_layer import spatial_layers

    with loaded_run(run) as loaded:
        white = np.full((PREPROCESS.height, PREPROCESS.width, 3), 255, np.uint8)
        layers = spatial_layers(loaded.network, loaded.explainer.input_tensor(white))
        kinds = loaded.network.kinds
    fine = [layer.id for layer in layers
            if min(layer.shape[1:]) >= FINE_CELLS and layer_kind(kinds[layer.id]).family == "activation"]
    return fine[-1] if fine else AUTO


def choose_pictures(predictions: PredictionsReady) -> list[int]:
    """Return places in ``predictions``: the surest right answer of each class, then the surest mistakes."""
    answers = predictions.probabilities.argmax(axis=1)
    surest = np.argsort(-predictions.probabilities.max(axis=1), kind="stable")
    right = [next((int(place) for place in surest if answers[place] == predictions.labels[place] == number), None)
             for number in range(len(predictions.class_names))]
    mistakes = [int(place) for place in surest if answers[place] != predictions.labels[place]]
    return [place for place in right if place is not None] + mistakes[:MISTAKES_SHOWN]
