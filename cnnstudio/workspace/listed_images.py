"""The images a folder or a list names, for work that needs no labels."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from cnnstudio.data.listing.csv_list import LIST_ENDINGS, read_rows
from cnnstudio.data.listing.walk import Folder, FolderWalk
from cnnstudio.data.thread_pool import ProgressReport
from cnnstudio.errors import ImageFolderError
from cnnstudio.wording import translate

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class ListedImage:
    """One image.

    Attributes
    ----------
    path : where it is
    name : its place below the folder, or as the list has it
    label : its class as the list or the name of its folder says; empty where neither does
    pixels : (H, W, 3) of an image that came without a file; ``path`` then is what it is called
    """

    path: Path
    name: str
    label: str = ""
    pixels: "NDArray[np.uint8] | None" = field(default=None, repr=False, compare=False)


def listed_images(place: Path, should_stop: Callable[[], bool]) -> tuple[ListedImage, ...]:
    """Return all images in and below a folder, or those a CSV list names (columns path and, if there is one, label).

    Paths of a list count from its own folder. Whether a file can be decoded is not looked at.

    Raises
    ------
    ImageFolderError
        When there is no such folder or list, it cannot be read, or names no image.
    JobCancelledError
        When ``should_stop`` says so.
    """
    if place.suffix.lower() in LIST_ENDINGS and place.is_file():
        found = tuple(ListedImage(place.parent / row.path, row.path, row.label) for row in read_rows(place) if row.path)
    elif place.is_dir():
        found = tuple(_below(FolderWalk(should_stop, ProgressReport(None)).walk(place)))
    else:
        raise ImageFolderError(translate(
            "workspace", "{place} is neither a folder nor a list (.csv). Give one of the two.", place=place))
    if not found:
        raise ImageFolderError(translate("workspace", "{place} holds no image.", place=place))
    return found


def _below(root: Folder) -> Iterator[ListedImage]:
    for folder in root.below():
        label = folder.name if folder is not root else ""
        yield from (ListedImage(folder.path / file.name, folder.place(file), label) for file in folder.files
                    if not file.problem)
