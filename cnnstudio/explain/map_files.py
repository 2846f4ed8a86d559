"""The files an explanation can be written as: pictures, numbers and what is known of it. Free of torch and Qt."""

import io
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from PIL import Image

from cnnstudio.data.preprocess import map_back
from cnnstudio.errors import InputError
from cnnstudio.explain.explanation import Explanation, npy_bytes, png_bytes
from cnnstudio.explain.heatmap import Floats
from cnnstudio.explain.map_figures import figure, panel, scale_picture
from cnnstudio.explain.map_paint import MapLook, on_image, painted
from cnnstudio.storage import dump_json, write_bytes
from cnnstudio.wording import translate


@dataclass(frozen=True, slots=True, eq=False)
class MapToWrite:
    """One map and how it is written.

    Attributes
    ----------
    look : how pictures of it are painted
    name : of the image, for captions
    origin : where network and image come from, for the JSON file; strict JSON values
    """

    explanation: Explanation
    look: MapLook = field(default_factory=MapLook)
    name: str = ""
    origin: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FileKind:
    """One kind of file.

    Attributes
    ----------
    name : on the command line
    ending : behind the stem
    title : in the window
    help : what is in it
    """

    name: str
    ending: str
    title: str
    help: str
    content: Callable[[MapToWrite], bytes]


def full_size_map(explanation: Explanation) -> Floats:
    """Return the signed map over the original image, (H, W), in units of the raw map; NaN where never seen."""
    return map_back(explanation.heatmap.raw, explanation.provenance.placement)


def _overlay(one: MapToWrite) -> bytes:
    return png_bytes(painted(on_image(one.explanation, one.look), one.look))


def _contour(one: MapToWrite) -> bytes:
    look = replace(one.look, laid_as="contours")
    return png_bytes(painted(on_image(one.explanation, look), look))


def _tiff(one: MapToWrite) -> bytes:
    stream = io.BytesIO()
    Image.fromarray(full_size_map(one.explanation)).save(stream, "TIFF", compression="tiff_adobe_deflate")
    return stream.getvalue()


def _document(one: MapToWrite) -> bytes:
    look = one.look
    scale = {"sign": look.sign, "mode": "image" if look.limit is None else "fixed",
             "peak": on_image(one.explanation, look).peak, "limit": look.limit}
    painting = {"opacity": look.opacity, "color_map": look.color_map, "laid_as": look.laid_as,
                "shows_cells": look.shows_cells}
    peak = on_image(one.explanation, MapLook()).peak
    own = {"peak": peak, "scale": scale, "painting": painting}
    return dump_json(one.explanation.document() | own | dict(one.origin)).encode()


FILE_KINDS: tuple[FileKind, ...] = (
    FileKind("overlay", "overlay.png", "Heatmap over the image", "the heatmap over the image, at the image's own "
             "size, hatched where the network never looked", _overlay),
    FileKind("legend", "legend.png", "Scale", "the scale with its numbers",
             lambda one: png_bytes(scale_picture(one.explanation, one.look))),
    FileKind("figure", "figure.png", "Picture with scale and caption", "overlay, scale and a caption in one picture",
             lambda one: png_bytes(figure(one.explanation, one.look, one.name))),
    FileKind("panel", "panel.png", "Figure: image, map, overlay", "image, map and overlay side by side, with scale and "
             "caption", lambda one: png_bytes(panel(one.explanation, one.look, one.name))),
    FileKind("contour", "contour.png", "Lines of equal evidence", "lines at a quarter, half and three quarters of the "
             "scale over the image", _contour),
    FileKind("raw", "raw.npy", "Numbers of the layer's cells (NPY)", "the signed numbers in the layer's own cells",
             lambda one: npy_bytes(one.explanation.heatmap.raw)),
    FileKind("npy", "map.npy", "Numbers at the image's size (NPY)", "the signed numbers at the image's own size, "
             "not-a-number where never seen", lambda one: npy_bytes(full_size_map(one.explanation))),
    FileKind("tiff", "map.tiff", "Numbers at the image's size (32-bit TIFF)", "the same as a TIFF of 32-bit floating "
             "point", _tiff),
    FileKind("json", "json", "Description (JSON)", "probabilities, evidence and how to make it again", _document),
)
"""Every kind of file, in the order they are written."""

USUAL_KINDS: tuple[str, ...] = ("overlay", "legend", "raw", "json")


def write_files(one: MapToWrite, directory: Path, stem: str, kinds: Iterable[str]) -> Mapping[str, Path]:
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
            write_bytes(written[kind.name], kind.content(one))
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
            raise InputError(translate(
                "explain", 'There is no kind of file "{name}"; choose {known}.', name=name, known=", ".join(known)))
    return wanted
