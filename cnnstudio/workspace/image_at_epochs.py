"""One image in one network at any of the epochs a run keeps: the picture is decoded and the network built once."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from cnnstudio.errors import RunError
from cnnstudio.wording import translate
from cnnstudio.workspace.inspected_image import InspectedImage, answer_of, picture_of
from cnnstudio.workspace.run_epochs import EpochInfo, RunEpochs

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from cnnstudio.data.loading import Loaded
    from cnnstudio.workspace.loaded_run import LoadedRun
    from cnnstudio.workspace.look_answer import ImageAnswer


class ImageAtEpochs:
    """Lends what the network made of an image at an epoch, until the next epoch is asked for.

    Parameters
    ----------
    image : a file, or decoded pixels (H, W, 3) uint8

    Raises
    ------
    RunError
        As of `RunEpochs`.
    """

    def __init__(self, run_path: Path, image: "Path | NDArray[np.uint8]") -> None:
        self._image = image
        self._epochs = RunEpochs(run_path)
        self._run: LoadedRun | None = None
        self._picture: tuple[NDArray[np.uint8], Loaded | None] | None = None
        self._answer: ImageAnswer | None = None

    @property
    def infos(self) -> tuple[EpochInfo, ...]:
        """The epochs, in order."""
        return self._epochs.infos

    @property
    def last(self) -> int:
        """The last epoch."""
        return self._epochs.last

    def at(self, epoch: int) -> InspectedImage:
        """Put an epoch's weights into the network and return the image in it.

        Raises
        ------
        RunError, ImageError, InputError
            A damaged run or image, naming the file; an epoch that is not kept.
        """
        from cnnstudio.explain.explained import softmax

        run = self._with_weights(epoch)
        if self._picture is None:
            self._picture = picture_of(run, self._image)
        pixels, loaded = self._picture
        inspection = run.explainer.inspect(pixels, loaded=loaded)
        self._answer = answer_of(run, self._image, inspection, loaded) if self._answer is None else replace(
            self._answer, logits=inspection.logits, probabilities=softmax(inspection.logits))
        return InspectedImage(run, inspection, self._answer)

    def _with_weights(self, epoch: int) -> "LoadedRun":
        if self._run is None:
            self._run = self._epochs.open(epoch)
            return self._run
        weights = self._epochs.weights(epoch)
        try:
            self._run.network.load_state_dict(weights, strict=True)
        except RuntimeError as error:
            self._run = None
            raise RunError(translate(
                "workspace", "What was kept of epoch {epoch} of {path} does not fit the network; delete the folder "
                "epochs in it to look at the best and the last epoch.", epoch=epoch,
                path=self._epochs.run.path)) from error
        return self._run
