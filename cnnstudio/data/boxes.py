"""Boxes around the objects of an image folder: which box belongs to which image, and where it lies in the input."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from cnnstudio.data.folder.image_folder import ImageFile, ImageFolder
from cnnstudio.data.listing.box_list import BoxRow, find_box_list, read_box_list
from cnnstudio.data.listing.layouts import SPLIT_NAMES
from cnnstudio.data.preprocess import Placement
from cnnstudio.errors import ImageFolderError
from cnnstudio.wording import translate

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class FolderBoxes:
    """The boxes of an image folder.

    Attributes
    ----------
    path : the list they come from
    of : place in ``folder.files`` -> (n, 4) float32: x0, y0, x1, y1 in pixels of the upright image, inside it
    problems : a sentence for each line of the list that cannot be used, with its number and field
    """

    path: Path
    of: Mapping[int, Floats] = field(default_factory=dict)
    problems: tuple[str, ...] = ()

    def on_input(self, index: int, placement: Placement) -> Floats:
        """Return the boxes of an image as shares of the network's input, (n, 4); (0, 4) without any; see `on_input`."""
        boxes = self.of.get(index)
        return np.zeros((0, 4), np.float32) if boxes is None else on_input(boxes, placement)


def boxes_of_folder(folder: ImageFolder, path: Path | None = None) -> FolderBoxes | None:
    """Return the boxes of a folder's images from ``path``, or from the list that lies in the folder; None without one.

    Images are named by their place below the folder, by split, class and file name, or by a file name that only one
    image has.

    Raises
    ------
    ImageFolderError
        When the list cannot be read, has no such columns, or names no image of the folder.
    """
    path = path or find_box_list(folder.root)
    if path is None:
        return None
    listed = read_box_list(path)
    index, problems = _Index(folder), list(listed.problems)
    found: dict[int, list[tuple[float, float, float, float]]] = {}
    for row in listed.rows:
        place = index.find(row)
        box = place if isinstance(place, str) else _inside(row, folder.files[place])
        if isinstance(box, str) or isinstance(place, str):
            problems.append(translate("data", "Line {line:,}: {box}", line=row.line, box=box))
        else:
            found.setdefault(place, []).append(box)
    if not found:
        why = f" {problems[0]}" if problems else ""
        raise ImageFolderError(translate(
            "data", "{path} has no box for an image in {root}.{why}", path=path, root=folder.root, why=why))
    return FolderBoxes(path, {place: np.array(boxes, np.float32) for place, boxes in found.items()}, tuple(problems))


def on_input(boxes: Floats, placement: Placement) -> Floats:
    """Return boxes (n, 4) in pixels of the image as shares (0 to 1) of the network's input.

    What sticks out of the input is cut off; a box that lies outside altogether is left out.
    """
    start = np.array([placement.left, placement.top] * 2)
    extent = np.array([placement.width, placement.height] * 2)
    scale = np.array([placement.source_w, placement.source_h] * 2)   # no box reaches beyond the picture itself
    shares = np.clip((np.clip(boxes, 0, scale) - start) / extent, 0, 1)
    seen = (shares[:, 2] > shares[:, 0]) & (shares[:, 3] > shares[:, 1])
    return np.asarray(shares[seen], dtype=np.float32)


def from_input(shares: Floats, placement: Placement) -> Floats:
    """Return boxes (n, 4) given as shares of the network's input in pixels of the image, cut at its border."""
    start = np.array([placement.left, placement.top] * 2)
    extent = np.array([placement.width, placement.height] * 2)
    scale = np.array([placement.source_w, placement.source_h] * 2)
    return np.asarray(np.clip(shares * extent + start, 0, scale), dtype=np.float32)


def _inside(row: BoxRow, file: ImageFile) -> tuple[float, float, float, float] | str:
    """Return the box cut at the border of its image, or why nothing is left."""
    if not file.width:
        return row.box
    x0, y0, x1, y1 = row.box
    x0, x1 = max(0.0, x0), min(float(file.width), x1)
    y0, y1 = max(0.0, y0), min(float(file.height), y1)
    if x1 <= x0 or y1 <= y0:
        return translate(
            "data", "the box of {file} lies outside the image, which has {width} × {height} pixels (x0 = {box:g}, y0 "
            "= {other_box:g}).", file=row.file, width=file.width, height=file.height, box=row.box[0],
            other_box=row.box[1])
    return x0, y0, x1, y1


class _Index:
    """Finds an image by what a list calls it."""

    def __init__(self, folder: ImageFolder) -> None:
        self._files, self._names = folder.files, folder.class_names
        self._by_place = {file.relative: index for index, file in enumerate(folder.files)}
        self._by_name: dict[str, list[int]] = {}
        for index, file in enumerate(folder.files):
            self._by_name.setdefault(file.path.name, []).append(index)

    def find(self, row: BoxRow) -> int | str:
        """Return the place of the row's image, or half a sentence that says why there is none."""
        if row.file in self._by_place:
            return self._by_place[row.file]
        found = [index for index in self._by_name.get(row.file.rpartition("/")[2], ()) if self._is_meant(index, row)]
        if len(found) == 1:
            return found[0]
        if found:
            return translate(
                "data", "{count} images are called {file!r}; write its place below the folder into that field.",
                count=len(found), file=row.file)
        said = [text.format(name=name) for text, name in (
            (translate("data", "class {name}"), row.class_name),
            (translate("data", "split {name}"), row.split)) if name]
        return translate(
            "data", "there is no image {file!r} of {said} in the folder.", file=row.file,
            said=", ".join(said)) if said else translate(
            "data", "there is no image {file!r} in the folder.", file=row.file)

    def _is_meant(self, index: int, row: BoxRow) -> bool:
        file = self._files[index]
        split = SPLIT_NAMES.get(row.split.casefold(), row.split)
        return (("/" not in row.file or file.relative.endswith(f"/{row.file}"))
                and row.class_name in ("", self._names[file.class_index]) and split in ("", file.split or split))
