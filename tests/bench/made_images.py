"""Makes large image folders by script, the same ones everywhere, quickly enough for a measurement."""

from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

import numpy as np
from PIL import Image

CLASSES = 10
_MAKERS = 2


def make_images(root: Path, count: int, side: int, ending: str) -> Path:
    """Write ``count`` pictures of ``side`` x ``side`` pixels in ten class folders and return ``root``.

    Soft coloured waves with some noise in a coarse grid: they compress about as photographs of their size do.
    """
    for label in range(CLASSES):
        (root / f"class_{label}").mkdir(parents=True)
    with ProcessPoolExecutor(_MAKERS) as makers:
        list(makers.map(partial(_write, root, side, ending), range(count), chunksize=256))
    return root


def _write(root: Path, side: int, ending: str, number: int) -> None:
    options = {"quality": 90} if ending == "jpg" else {"compress_level": 1}
    picture = Image.fromarray(_picture(number, side))
    picture.save(root / f"class_{number % CLASSES}" / f"{number:06}.{ending}", **options)


def _picture(number: int, side: int) -> np.ndarray:
    random = np.random.default_rng(number)
    label = number % CLASSES
    rows, columns = np.mgrid[0:side, 0:side].astype(np.float32) / side
    wave = np.sin(7 * (rows * np.cos(label) + columns * np.sin(label)) + random.uniform(0, 6))
    color = 90 + 70 * np.cos(np.arange(3) * 2 + label)
    grain = random.integers(-12, 12, (-(-side // 4), -(-side // 4), 3)).repeat(4, 0).repeat(4, 1)[:side, :side]
    return np.clip(color * (1 + 0.4 * wave[..., None]) + grain, 0, 255).astype(np.uint8)
