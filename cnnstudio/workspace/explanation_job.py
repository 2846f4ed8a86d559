"""Explains what a run sees in one image, and predicts many."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from cnnstudio.data.decoding.note_words import note_words
from cnnstudio.data.folder.image_folder import ImageFolder
from cnnstudio.data.loading import Loaded, load, whole_picture
from cnnstudio.errors import InputError
from cnnstudio.network.names import did_you_mean, nearest, quoted
from cnnstudio.wording import translate
from cnnstudio.workspace.jobs import Progress, ShouldStop
from cnnstudio.workspace.loaded_run import loaded_run
from cnnstudio.workspace.progress import Outcome

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from cnnstudio.data.config import PreprocessConfig
    from cnnstudio.explain.explainer import Explanation
    from cnnstudio.network.graph import NetworkGraph
    from cnnstudio.training.predict import Predictions

PREDICTED = "predicted"
AUTO = "auto"
DEFAULT_METHOD = "grad-cam"


@dataclass(frozen=True, slots=True, eq=False)
class ExplanationReady:
    """What a run sees in an image; the result of an `ExplanationJob`."""

    image_path: Path | None
    """None for pixels that came without a file."""
    pixels: "NDArray[np.uint8]"
    """(H, W, 3) RGB, the decoded image the heatmap lies over."""
    explanation: "Explanation"
    class_names: tuple[str, ...]
    notes: tuple[str, ...] = ()
    """What decoding did to the file."""


@dataclass(frozen=True, slots=True, eq=False)
class PredictionsReady:
    """What a run answers for N images; the result of a `PredictionsJob`."""

    indices: "NDArray[np.int64]"
    """(N,) places in the folder's files."""
    paths: tuple[Path, ...]
    labels: "NDArray[np.int64]"
    """(N,) true class numbers, by the run's class names."""
    probabilities: "NDArray[np.float32]"
    """(N, K)."""
    losses: "NDArray[np.float32]"
    """(N,) cross-entropy."""
    class_names: tuple[str, ...]


class ExplanationJob:
    """Make the heatmap of one image: `ExplanationReady`.

    The network is given what training would give it of the file, and the heatmap lies over the whole picture. Of a
    truncated file the readable part is explained, and the notes say so.

    Parameters
    ----------
    image
        A file, or decoded pixels (H, W, 3) uint8 RGB.
    target
        A class name, a class number, or None (or ``"predicted"``) for the class the network predicts.
    layer
        A layer's id or name, or ``"auto"``.
    whole
        Lay the heatmap over the whole picture; otherwise over as much of it as was decoded for the network.

    Raises
    ------
    RunError, ImageError, InputError
        From `run`: a damaged run or image, an unknown class, layer or method, each with the choices.
    """

    def __init__(self, run_path: Path, image: "Path | NDArray[np.uint8]", target: str | int | None = None,
                 layer: str = AUTO, method: str = DEFAULT_METHOD, *, whole: bool = True) -> None:
        self._run_path, self._image, self._whole = run_path, image, whole
        self._target, self._layer, self._method = target, layer, method

    @property
    def title(self) -> str:
        """What the status line says."""
        return translate(
            "workspace", "Explaining {image}", image=self._image.name) if isinstance(self._image, Path) else translate(
            "workspace", "Explaining the image")

    def run(self, should_stop: ShouldStop) -> Iterator[object]:  # noqa: ARG002 - too short to be stopped
        """Explain and yield the result."""
        path = self._image if isinstance(self._image, Path) else None
        with loaded_run(self._run_path) as run:
            names = run.record.class_names
            target = class_number(self._target, names)
            layer = layer_id(self._layer, run.graph)
            pixels, loaded = self._picture(run.record.preprocess)
            explanation = run.explainer.explain(pixels, target, layer, self._method, loaded=loaded)
        notes = tuple(map(note_words, loaded.notes)) if loaded else ()
        yield ExplanationReady(path, pixels, explanation, tuple(names), notes)

    def _picture(self, preprocess: "PreprocessConfig") -> "tuple[NDArray[np.uint8], Loaded | None]":
        """Return what is shown, and what was loaded when it comes from a file."""
        if not isinstance(self._image, Path):
            return self._image, None
        loaded = load(self._image, preprocess, readable_part=True)
        if not self._whole:
            return loaded.pixels, loaded
        return whole_picture(self._image, loaded, preprocess, readable_part=True), loaded


class PredictionsJob:
    """Predict images of a folder: `Progress` ..., `PredictionsReady`.

    Parameters
    ----------
    indices
        Places in ``folder.files``; all when None.

    Raises
    ------
    RunError, ImageFolderError
        From `run`: a damaged run, or classes it does not know.
    """

    def __init__(self, run_path: Path, folder: ImageFolder, indices: "NDArray[np.int64] | None" = None, *,
                 cache_directory: Path | None = None, threads: int = 0) -> None:
        self._run_path, self._folder, self._threads = run_path, folder, threads
        self._indices = np.arange(folder.used, dtype=np.int64) if indices is None else indices
        self._cache_directory = cache_directory

    @property
    def title(self) -> str:
        """What the status line says."""
        return translate("workspace", "Predicting {count:,} images", count=len(self._indices))

    def run(self, should_stop: ShouldStop) -> Iterator[object]:
        """Predict and yield the events."""
        from cnnstudio import paths
        from cnnstudio.runs.store import RunFolder
        from cnnstudio.workspace.evaluation_job import map_classes, predict_events

        yield Progress(0, 0, translate("workspace", "opening the run"))
        run = RunFolder.load(self._run_path)
        names = tuple(run.record.class_names)
        class_map = map_classes(self._folder, names)
        outcome: Outcome[Predictions] = Outcome()
        yield from predict_events(run, self._folder, self._indices, class_map,
                                  self._cache_directory or paths.cache_dir(), self._threads, should_stop, outcome)
        found = outcome.get()
        files = tuple(self._folder.files[index].path for index in found.indices)
        yield PredictionsReady(found.indices, files, found.labels, found.probabilities, found.losses, names)


def class_number(target: str | int | None, names: "Sequence[str]") -> int | None:
    """Return the number of a class given by name or number; None for ``"predicted"``.

    A class that is really called *predicted* cannot be meant by that name.

    Raises
    ------
    InputError
        When there is no such class, with the choices.
    """
    if target is None or target == PREDICTED:
        return None
    if isinstance(target, str):
        if target in names:
            return list(names).index(target)
        hint = did_you_mean(target, names)
        choices = translate("workspace", " It knows {names}.", names=", ".join(names)) if nearest(target, names) else ""
        raise InputError(translate(
            "workspace", "This run knows no class {target}.{hint}{choices}", target=quoted(target), hint=hint,
            choices=choices))
    if 0 <= target < len(names):
        return target
    raise InputError(translate(
        "workspace", "There is no class number {target}; this run has {count} classes, from 0.", target=target,
        count=len(names)))


def layer_id(layer: str, graph: "NetworkGraph") -> str:
    """Return the id of a layer given by id or name; ``"auto"`` stays. Repeats have their own, as ``conv2d_1 (1/3)``.

    Raises
    ------
    NetworkError
        When there is no such layer, with the nearest name.
    """
    from cnnstudio.network.unrolling import unroll

    return layer if layer == AUTO else unroll(graph).graph.find(layer).id
