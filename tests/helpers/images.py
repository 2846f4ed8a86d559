"""Image files made by script: small learnable folders, and a corpus of odd files that real folders hold."""

import colorsys
import zlib
from collections.abc import Mapping
from pathlib import Path

import numpy as np
from PIL import Image

DEFAULT_CLASSES: Mapping[str, int] = {"cat": 10, "dog": 10}


def class_picture(name: str, number: int, size: int = 32, position: int = 0) -> np.ndarray:
    """Return picture ``number`` of a class: (size, size, 3) uint8, its own hue and stripe direction, some noise.

    ``position`` is the place of the class in its folder: it chooses hue and direction, so that any two classes
    of one folder can be told apart, by colour and in grey. The same arguments give the same pixels everywhere.
    """
    random = np.random.default_rng([zlib.crc32(name.encode("utf-8")), number])
    hue = (0.1 + position * 0.618) % 1.0
    color = np.array(colorsys.hsv_to_rgb(hue, 0.8, 0.9)) * 200
    rows, columns = np.mgrid[0:size, 0:size] / size
    angle = position * np.pi / 5
    wave = np.sin(2 * np.pi * (3 * (rows * np.cos(angle) + columns * np.sin(angle)) + random.uniform()))
    pixels = color * (0.75 + 0.25 * wave[..., None]) + random.normal(0, 12, (size, size, 3))
    return np.clip(pixels, 0, 255).astype(np.uint8)


def make_folder(root: Path, classes: Mapping[str, int] = DEFAULT_CLASSES, size: int = 32) -> Path:
    """Write ``root/<class>/<class>_0000.png`` ... and return ``root``; deterministic, all pictures different.

    A name may hold a slash: ``{"train/cat": 8, "validation/cat": 2}`` makes folders with given splits; the last
    part is the class, which looks the same in every split.
    """
    names = sorted({key.rsplit("/", 1)[-1] for key in classes})
    for place, (key, count) in enumerate(classes.items()):
        name = key.rsplit("/", 1)[-1]
        folder = root / key
        folder.mkdir(parents=True, exist_ok=True)
        for number in range(count):
            pixels = class_picture(name, number + 10_000 * place, size, names.index(name))
            Image.fromarray(pixels).save(folder / f"{name}_{number:04}.png", compress_level=1)
    return root
