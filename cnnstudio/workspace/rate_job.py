"""Tries learning rates with the images, the network and the recipe of a training that has not begun."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from cnnstudio.data.config import AugmentConfig, PreprocessConfig
from cnnstudio.data.folder.image_folder import ImageFolder
from cnnstudio.data.split import Splits
from cnnstudio.network.document import from_document, to_document
from cnnstudio.network.graph import NetworkGraph
from cnnstudio.training.config import TrainConfig
from cnnstudio.training.control import TrainingControl
from cnnstudio.training.rate_curve import RateTried
from cnnstudio.wording import translate
from cnnstudio.workspace.jobs import Progress, ShouldStop
from cnnstudio.workspace.prepared_training import TrainingPlan, prepare
from cnnstudio.workspace.progress import Outcome, report_progress
from cnnstudio.workspace.suited_preprocess import suited_preprocess
from cnnstudio.workspace.training_job import check_fit

if TYPE_CHECKING:
    from cnnstudio.data.pixels.remembered_figures import Constants
    from cnnstudio.data.pixels.source import FolderSource


class RateJob:
    """Find a learning rate: `Progress` ..., `RateTried` ..., `RateAdvice`. Nothing is kept but decoded images.

    Parameters
    ----------
    folder, splits, preprocess, augment : the images and how they are prepared, as for a training
    graph : copied now; later changes do not reach the trial
    config : the recipe; its learning rate plays no part

    Raises
    ------
    NetworkError, DeviceError, TrainingError
        From `run`: a network that does not fit, no such device, nothing to learn.
    JobCancelledError
        From `run`, when stopped, within one batch.
    """

    title = "Finding a learning rate"

    def __init__(self, folder: ImageFolder, splits: Splits, preprocess: PreprocessConfig, augment: AugmentConfig,
                 graph: NetworkGraph, config: TrainConfig, cache_directory: Path) -> None:
        self._folder, self._splits = folder, splits
        self._preprocess, self._augment = suited_preprocess(graph, preprocess), augment
        self._document: dict[str, Any] = to_document(graph)
        self._config, self._cache_directory = config, cache_directory

    def run(self, should_stop: ShouldStop) -> Iterator[object]:
        """Try rates and yield what comes of each."""
        from cnnstudio.data.pixels.source import open_source
        from cnnstudio.training.rate_finder import find_rate

        yield Progress(0, 0, "preparing")
        check_fit(from_document(self._document), self._preprocess, self._folder.class_names)
        with closing(open_source(self._folder, self._preprocess, self._cache_directory)) as source:
            constants: Outcome[Constants] = Outcome()
            yield from self._normalization(source, should_stop, constants)
            trainer = prepare(self._plan(constants.get()), source, TrainingControl()).trainer
            counts = np.bincount(source.labels[self._splits.train], minlength=len(self._folder.class_names)).tolist()
            for event in find_rate(trainer.module, trainer.train_batches, self._config, trainer.device, should_stop,
                                   images_a_class=counts):
                if isinstance(event, RateTried):
                    yield Progress(event.step + 1, event.steps, translate("workspace", "trying learning rates"))
                yield event

    def _normalization(self, source: "FolderSource", should_stop: ShouldStop,
                       outcome: "Outcome[Constants]") -> Iterator[Progress]:
        from cnnstudio.data.pixels.statistics import normalization_constants

        yield from report_progress(
            lambda stop, on_progress: normalization_constants(
                self._preprocess, source, self._splits.train, should_stop=stop, on_progress=on_progress),
            translate("workspace", "decoding images"), should_stop, outcome)

    def _plan(self, constants: "Constants") -> TrainingPlan:
        mean, std = (tuple(map(float, values)) for values in constants)
        return TrainingPlan(self._document, self._splits, self._preprocess, self._augment, self._config,
                            self._folder.class_names, mean, std, self._cache_directory)
