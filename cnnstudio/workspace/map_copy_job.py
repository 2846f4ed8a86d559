"""Makes what is copied of one map: a picture as large as the image, or a Python script that makes the map again."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cnnstudio.explain.explanation import Explanation
from cnnstudio.explain.map_figures import figure, panel
from cnnstudio.explain.map_paint import MapLook, on_image, painted
from cnnstudio.storage import write_text
from cnnstudio.workspace.explanation_script import explanation_script
from cnnstudio.workspace.inspected_image import InspectedImage, inspected_image
from cnnstudio.workspace.jobs import ShouldStop
from cnnstudio.workspace.look_job import LookQuestion

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, eq=False)
class MapPicture:
    """The result of a `MapPictureJob`: (H, W, 3) RGB."""

    pixels: "NDArray[np.uint8]"


@dataclass(frozen=True, slots=True)
class MapScript:
    """The result of a `MapScriptJob`; ``path`` is where it was written, None when it was not."""

    text: str
    path: Path | None


PICTURES = {
    "overlay": lambda found, look, _name: painted(on_image(found, look), look),
    "figure": figure,
    "panel": panel,
}
"""What can be copied, by the name of its `FileKind`: explanation, look and name of the image -> pixels."""


class MapPictureJob:
    """Paint a map at the size of the original image: `MapPicture`.

    Parameters
    ----------
    kind : of `PICTURES`
    name : of the image, for the caption
    epoch : whose weights are asked, one of `run_epochs.RunEpochs`; the best ones unless given

    Raises
    ------
    RunError, ImageError, InputError
        From `run`: a damaged run or image, naming the file; an epoch that is not kept.
    """

    title = "Painting the heatmap"

    def __init__(self, question: LookQuestion, kind: str, look: MapLook, name: str, *,
                 epoch: int | None = None) -> None:
        self._question, self._kind, self._look, self._name, self._epoch = question, kind, look, name, epoch

    def run(self, should_stop: ShouldStop) -> Iterator[object]:
        """Paint and yield the picture."""
        question = self._question
        with inspected_image(question.run_path, question.image, keep=self._epoch is None, epoch=self._epoch) as seen:
            found = _explained(seen, question, should_stop)
        yield MapPicture(PICTURES[self._kind](found, self._look, self._name))


class MapScriptJob:
    """Write the script that makes a map again: `MapScript`.

    Parameters
    ----------
    path : a file to write it to; None for the text alone

    Raises
    ------
    RunError, ImageError, NetworkError, StorageError
        From `run`: a damaged run or image, a layer no script can look at, a place that cannot be written.
    """

    title = "Writing the script"

    def __init__(self, question: LookQuestion, path: Path | None = None) -> None:
        self._question, self._path = question, path

    def run(self, should_stop: ShouldStop) -> Iterator[object]:
        """Write and yield the script."""
        image = self._question.image
        with inspected_image(self._question.run_path, image) as seen:
            found = _explained(seen, self._question, should_stop)
            text = explanation_script(seen.run, found, image if isinstance(image, Path) else None)
        if self._path is not None:
            write_text(self._path, text)
        yield MapScript(text, self._path)


def _explained(seen: InspectedImage, question: LookQuestion, should_stop: ShouldStop) -> Explanation:
    return seen.inspection.explain(question.target, question.layer or "auto", question.method, should_stop=should_stop)
