"""The files an explanation can be written as: pictures, numbers and what is known of it. Free of torch and Qt."""

import io
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

from cnnstudio.data.preprocess import map_back
from cnnstudio.errors import InputError
from cnnstudio.explain.explanation import Explanation, npy_bytes, png_bytes
from cnnstudio.explain.heatmap import COLOR_MAPS, Floats, Pixels
from cnnstudio.storage import dump_json, write_bytes


@dataclass(frozen=True, slots=True)
class MapLook:
    """How pictures of a map are painted."""

    opacity: float = 0.5
    color_map: str = COLOR_MAPS[0]


@dataclass(frozen=True, slots=True)
class FileKind:
    """One kind of file.

    Attributes
    ----------
    name : on the command line
    ending : behind the stem
    help : what is in it
    """

    name: str
    ending: str
    help: str
    content: Callable[[Explanation, MapLook], bytes]


def full_size_map(explanation: Explanation) -> Floats:
    """Return the signed map over the original image, (H, W), in units of the raw map; NaN where never seen."""
    return map_back(explanation.heatmap.raw, explanation.provenance.placement)


def figure(explanation: Explanation, look: MapLook) -> Pixels:
    """Return the overlay with its legend below, on white: (H + h, max(W, w), 3)."""
    over = explanation.overlay(opacity=look.opacity, color_map=look.color_map)
    scale = explanation.legend(look.color_map)
    width = max(over.shape[1], scale.shape[1])
    return np.concatenate([_centred(over, width), _centred(scale, width)])


def _centred(pixels: Pixels, width: int) -> Pixels:
    left = (width - pixels.shape[1]) // 2
    return np.pad(pixels, ((0, 0), (left, width - pixels.shape[1] - left), (0, 0)), constant_values=255)


def _tiff(explanation: Explanation, _look: MapLook) -> bytes:
    stream = io.BytesIO()
    Image.fromarray(full_size_map(explanation)).save(stream, "TIFF", compression="tiff_adobe_deflate")
    return stream.getvalue()


FILE_KINDS: tuple[FileKind, ...] = (
    FileKind("overlay", "overlay.png", "the heatmap over the image, at the image's own size, hatched where the network "
             "never looked",
             lambda explanation, look: png_bytes(explanation.overlay(opacity=look.opacity, color_map=look.color_map))),
    FileKind("legend", "legend.png", "the scale with its numbers",
             lambda explanation, look: png_bytes(explanation.legend(look.color_map))),
    FileKind("figure", "figure.png", "overlay and scale in one picture",
             lambda explanation, look: png_bytes(figure(explanation, look))),
    FileKind("raw", "raw.npy", "the signed numbers in the layer's own cells",
             lambda explanation, _look: npy_bytes(explanation.heatmap.raw)),
    FileKind("npy", "map.npy", "the signed numbers at the image's own size, not-a-number where never seen",
             lambda explanation, _look: npy_bytes(full_size_map(explanation))),
    FileKind("tiff", "map.tiff", "the same as a TIFF of 32-bit floating point", _tiff),
    FileKind("json", "json", "probabilities, evidence and how to make it again",
             lambda explanation, _look: dump_json(explanation.document()).encode()),
)
"""Every kind of file, in the order they are written."""

USUAL_KINDS: tuple[str, ...] = ("overlay", "legend", "raw", "json")


def write_files(explanation: Explanation, directory: Path, stem: str, kinds: Iterable[str],
                look: MapLook) -> Mapping[str, Path]:
    """Write ``<stem>.<ending>`` for each kind; return where, by kind.

    Raises
    ------
    StorageError
        When a file cannot be written; each file is whole or not there.
    """
    wanted = set(kinds)
    written = {}
    for kind in FILE_KINDS:
        if kind.name in wanted:
            written[kind.name] = directory / f"{stem}.{kind.ending}"
            write_bytes(written[kind.name], kind.content(explanation, look))
    return written


def check_kinds(names: Iterable[str]) -> tuple[str, ...]:
    """Return the names of file kinds, each once.

    Raises
    ------
    InputError
        When one is unknown, with the choices.
    """
    known = [kind.name for kind in FILE_KINDS]
    wanted = tuple(dict.fromkeys(names))
    for name in wanted:
        if name not in known:
            raise InputError(f'There is no kind of file "{name}"; choose {", ".join(known)}.')
    return wanted
