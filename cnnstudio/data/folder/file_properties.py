"""Figures of image files that say how they were made, and some that say little of what is shown, as columns."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from cnnstudio.data.decoding.decode import decode
from cnnstudio.data.folder.image_folder import CHECK_SIZE, ImageFile, measured
from cnnstudio.data.folder.measures import NO_TRAITS
from cnnstudio.data.folder.traits import trait_columns
from cnnstudio.data.thread_pool import ProgressCallback, in_order, never_stop
from cnnstudio.errors import ImageError
from cnnstudio.wording import translate

Numbers = NDArray[np.float64]

Origin = Literal["file", "tones", "scene"]
"""How the file was made; how the picture was treated, which scenes hide little; what is shown, above all."""

_STEP = 0.05   # smaller differences of size are those of encoders and contents, not of how a file was saved


@dataclass(frozen=True, slots=True)
class PropertyInfo:
    """A row of `PROPERTIES`.

    Attributes
    ----------
    name : a stable key, as in ``AuditCase.properties``
    title : a phrase for the user, ``"file size"``
    origin : what it tells of
    """

    name: str
    title: str
    origin: Origin

    @property
    def words(self) -> str:
        """The title in the user's language."""
        return translate("data", self.title)


PROPERTIES: tuple[PropertyInfo, ...] = (
    PropertyInfo("jpeg_quality", "JPEG quality", "file"),
    PropertyInfo("width", "picture width", "file"),
    PropertyInfo("height", "picture height", "file"),
    PropertyInfo("aspect", "proportions of the picture", "file"),
    PropertyInfo("kind", "kind of file", "file"),
    PropertyInfo("exif", "EXIF block", "file"),
    PropertyInfo("camera", "camera model", "file"),
    PropertyInfo("software", "program that saved it", "file"),
    PropertyInfo("sampling", "JPEG's colour subsampling", "file"),
    PropertyInfo("depth", "bits and channels of the file", "file"),
    PropertyInfo("compression", "file size for the detail shown", "file"),
    PropertyInfo("grey", "lack of colour", "file"),
    PropertyInfo("white", "brightest tone", "tones"),
    PropertyInfo("black", "darkest tone", "tones"),
    PropertyInfo("edges", "blur of the edges", "tones"),
    PropertyInfo("bytes", "file size", "scene"),
    PropertyInfo("bytes_a_pixel", "bytes a pixel", "scene"),
    PropertyInfo("brightness", "brightness", "scene"),
    PropertyInfo("contrast", "contrast", "scene"),
    PropertyInfo("sharpness", "sharpness", "scene"),
    PropertyInfo("redness", "tint between green and red", "scene"),
    PropertyInfo("yellowness", "tint between blue and yellow", "scene"),
    PropertyInfo("white_red", "tint of the brightest tones between green and red", "scene"),
    PropertyInfo("white_blue", "tint of the brightest tones between green and blue", "scene"),
    PropertyInfo("rim_brightness", "brightness of the rim", "scene"),
    PropertyInfo("rim_contrast", "evenness of the rim", "scene"),
)
"""All properties. How many bytes a picture takes depends on what it shows: a clear sky takes few. Only what is left
when the detail is accounted for, ``compression``, is the file's own. Likewise a picture of snow is bright, but its
darkest and brightest tones are where those of other pictures are, unless somebody changed them."""


def file_properties(files: Sequence[ImageFile], *, should_stop: Callable[[], bool] = never_stop,
                    on_progress: ProgressCallback | None = None) -> dict[str, Numbers]:
    """Return each of `PROPERTIES` of N files, (N,) each, NaN where a file does not tell.

    What the check of the folder took is used; other files are read and decoded, in threads.

    Raises
    ------
    JobCancelledError
        ``should_stop`` said so.
    """
    missing = [file for file in files if not is_traited(file)]
    with closing(in_order(_looked_at, missing, should_stop=should_stop, on_progress=on_progress)) as results:
        found = dict(zip([file.path for file in missing], list(results), strict=True))
    return known_properties([found.get(file.path, file) for file in files])


def is_traited(file: ImageFile) -> bool:
    """Whether the check of the folder took all that `known_properties` needs of a file."""
    return file.measures is not None and file.measures.traits != NO_TRAITS


def known_properties(files: Sequence[ImageFile]) -> dict[str, Numbers]:
    """Return each of `PROPERTIES` of N files by what is known of them, NaN where nothing is; reads nothing."""
    columns = trait_columns([NO_TRAITS if file.measures is None else file.measures.traits for file in files])
    width, height, size = (_known(getattr(file, name) for file in files) for name in ("width", "height", "size"))
    columns |= {"width": width, "height": height, "aspect": width / height, "bytes": size,
                "bytes_a_pixel": size / (width * height)}
    for name, key in (("brightness",) * 2, ("contrast",) * 2, ("sharpness",) * 2, ("is_grey", "grey")):
        columns[key] = np.array([np.nan if file.measures is None else getattr(file.measures, name) for file in files],
                                np.float64)
    columns["compression"] = _unexplained(columns)
    return {info.name: columns[info.name] for info in PROPERTIES}


def _known(values: Iterable[int]) -> Numbers:
    """Return numbers, NaN for 0, which stands for what was not looked at."""
    column = np.array(list(values), np.float64)
    column[column == 0] = np.nan
    return column


def _looked_at(file: ImageFile) -> ImageFile:
    """Return a file with all figures taken; as it is where it cannot be decoded."""
    try:
        image = decode(file.path, at_least=CHECK_SIZE, readable_part=file.readable_part)
        size = file.path.stat().st_size
    except (ImageError, OSError):
        return file
    return replace(file, size=size, height=image.source_h, width=image.source_w,
                   measures=measured(file, image.pixels, with_traits=True))


def _unexplained(columns: Mapping[str, Numbers]) -> Numbers:
    """Return the logarithm of the bytes less what the pixels and their detail explain, by least squares, in steps."""
    known = np.isfinite(columns["bytes"]) & np.isfinite(columns["detail"]) & np.isfinite(columns["sharpness"])
    result = np.full(len(known), np.nan)
    if known.sum() < 3:
        return result
    logs = [np.log(columns[name][known]) for name in ("detail", "width", "height")]
    matrix = np.column_stack([np.ones(int(known.sum())), *logs, np.log(np.maximum(columns["sharpness"][known], 1))])
    size = np.log(columns["bytes"][known])
    weights, *_ = np.linalg.lstsq(matrix, size, rcond=None)
    result[known] = np.round((size - matrix @ weights) / _STEP) * _STEP
    return result
