"""Checks one heatmap: whether it is about the network, the class and the marked places."""

import copy
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from cnnstudio.data.loading import load
from cnnstudio.explain.target import Target
from cnnstudio.explain.validation.trust_report import TrustStep
from cnnstudio.wording import translate
from cnnstudio.workspace.jobs import Progress, ShouldStop
from cnnstudio.workspace.loaded_run import LoadedRun, loaded_run

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from cnnstudio.data.config import PreprocessConfig
    from cnnstudio.explain.validation.subject import Subject


class TrustJob:
    """Check a map: `Progress` ... and a `TrustRow` a check as it comes, then the `TrustReport`.

    The network is copied first, so that the run can be looked at meanwhile.

    Parameters
    ----------
    image : a file, or decoded pixels (H, W, 3) uint8 RGB
    target, layer, method : of the map, as for `Explainer.explain`
    is_quick : a first verdict, for methods that take seconds a map: their first pictures, fewer repetitions

    Raises
    ------
    RunError, ImageError, InputError, NetworkError
        From `run`: a damaged run or image, an unknown class, layer or method.
    JobCancelledError
        ``should_stop`` said so.
    """

    def __init__(self, run_path: Path, image: "Path | NDArray[np.uint8]", target: Target | int | None = None,
                 layer: str = "auto", method: str = "grad-cam", *, is_quick: bool = False) -> None:
        self._run_path, self._image, self._is_quick = run_path, image, is_quick
        self._target, self._layer, self._method = target, layer, method

    @property
    def title(self) -> str:
        """What the status line says."""
        return translate("workspace", "Checking the heatmap")

    def run(self, should_stop: ShouldStop) -> Iterator[object]:
        """Check and yield the events."""
        from cnnstudio.explain.validation.effort import QUICK, THOROUGH
        from cnnstudio.explain.validation.trust import check_map

        yield Progress(0, 0, translate("workspace", "making the map"))
        for event in check_map(self._subject(should_stop), should_stop, QUICK if self._is_quick else THOROUGH):
            yield Progress(event.done, event.total, event.text) if isinstance(event, TrustStep) else event

    def _subject(self, should_stop: ShouldStop) -> "Subject":
        from cnnstudio.explain.validation.subject import subject_of

        with loaded_run(self._run_path) as run:
            network, record = copy.deepcopy(run.network), run.record
            pixels = self._input_pixels(run, record.preprocess)
        return subject_of(network, record.preprocess, record.mean, record.std, tuple(record.class_names), pixels,
                          target=self._target, layer=self._layer, method=self._method, is_rough=self._is_quick,
                          should_stop=should_stop)

    def _input_pixels(self, run: LoadedRun, preprocess: "PreprocessConfig") -> "NDArray[np.uint8]":
        if isinstance(self._image, Path):
            return load(self._image, preprocess, readable_part=True).input_pixels
        return run.explainer.input_pixels(self._image)
