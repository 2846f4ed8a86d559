"""The images of a project as they are used: a scan, the user's decisions about it, and the splits that follow."""

from dataclasses import dataclass

from cnnstudio.data.config import SplitConfig
from cnnstudio.data.curation.decisions import Curation, curate, with_classes_of
from cnnstudio.data.folder.image_folder import ImageFolder
from cnnstudio.data.split import Splits, split


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
