"""The images of a project as they are used: a scan, the user's decisions about it, and the splits that follow."""

from collections.abc import Iterator
from dataclasses import dataclass

from cnnstudio.data.config import SplitConfig
from cnnstudio.data.curation import Curation, curate, with_classes_of
from cnnstudio.data.image_folder import ImageFolder
from cnnstudio.data.split import Splits, split
from cnnstudio.workspace.jobs import ShouldStop


@dataclass(frozen=True, slots=True, eq=False)
class Arrangement:
    """One consistent state of the images; everything that shows or uses images takes it whole."""

    curation: Curation
    """Its list of classes includes the folder's."""
    split_config: SplitConfig
    folder: ImageFolder
    """Curated; its ``origin`` is the scan."""
    splits: Splits


def arrange(scanned: ImageFolder, curation: Curation, split_config: SplitConfig) -> Arrangement:
    """Apply the decisions and divide what is left.

    Raises
    ------
    ImageFolderError
        When fewer than two classes are left, or a split would be empty.
    """
    folder = curate(scanned, curation)
    return Arrangement(with_classes_of(curation, folder), split_config, folder, split(folder, split_config))


class ArrangeJob:
    """Arrange the images in the background: `Arrangement`.

    Raises
    ------
    ImageFolderError
        From `run`; see `arrange`.
    """

    title = "Arranging the images"

    def __init__(self, scanned: ImageFolder, curation: Curation, split_config: SplitConfig) -> None:
        self._arguments = (scanned, curation, split_config)

    def run(self, should_stop: ShouldStop) -> Iterator[object]:  # noqa: ARG002 - a second at most, for 100,000 images
        """Arrange and yield the result."""
        yield arrange(*self._arguments)
