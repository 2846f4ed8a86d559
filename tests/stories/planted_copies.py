"""Folders of different pictures with copies planted among them, and what the search for copies finds.

Run as a script for the figures: ``python -m tests.stories.planted_copies KIND COUNT [SEED]``.
"""

import io
import json
import random
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import numpy as np
from PIL import Image

from cnnstudio.data.folder.image_folder import ImageFolder, scan

SAMPLES = Path(__file__).resolve().parents[2] / "resources" / "samples"
SHARE = 0.05
"""Copies among all pictures; every fifth is exact."""
LEAST_DEVIATION = 15
"""Of the luma, 0 to 255, of a picture that shows something."""


@dataclass(frozen=True)
class Planted:
    """What was written: the folder and, for each copy, the name of its original."""

    root: Path
    exact: dict[str, str]
    altered: dict[str, str]


def photos() -> Iterator[Image.Image]:
    """Yield the sample's photographs, then parts of them without overlap, at twice their size, no empty sky or wall."""
    for parts in range(1, 9):
        for picture in _sample("photos.zip", ".jpg"):
            for box in _boxes(picture.size, parts):
                part = picture.crop(box)
                if np.asarray(part.convert("L")).std() > LEAST_DEVIATION:
                    yield part.resize((part.width * 2, part.height * 2), Image.Resampling.BICUBIC)


def digits() -> Iterator[Image.Image]:
    """Yield handwritten digits, 28 x 28: different pictures that look alike."""
    yield from _sample("digits.zip", ".png")


def textures() -> Iterator[Image.Image]:
    """Yield coloured noise of one to three scales, 128 x 128."""
    for number in range(1_000_000):
        yield texture(number)


def texture(number: int, side: int = 128) -> Image.Image:
    """Return one texture; the same number gives the same pixels."""
    chance = np.random.default_rng([5, number])
    pixels = np.full((side, side, 3), chance.uniform(60, 200, 3))
    for _ in range(chance.integers(1, 4)):
        coarse = Image.fromarray(chance.normal(0, 1, (int(chance.integers(4, 40)),) * 2).astype(np.float32))
        fine = np.asarray(coarse.resize((side, side), Image.Resampling.BICUBIC))
        pixels += fine[..., None] * chance.uniform(15, 60, 3) * chance.choice([-1, 1], 3)
    pixels += chance.normal(0, 5, pixels.shape)
    return Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))


KINDS: dict[str, Callable[[], Iterator[Image.Image]]] = {"photos": photos, "digits": digits, "textures": textures}


def _sample(name: str, ending: str) -> Iterator[Image.Image]:
    with zipfile.ZipFile(SAMPLES / name) as archive:
        for member in sorted(archive.namelist()):
            if member.endswith(ending):
                yield Image.open(io.BytesIO(archive.read(member))).convert("RGB")


def _boxes(size: tuple[int, int], parts: int) -> Iterator[tuple[int, int, int, int]]:
    width, height = size[0] // parts, size[1] // parts
    for place in range(parts * parts):
        left, top = place % parts * width, place // parts * height
        yield left, top, left + width, top + height


def plant(root: Path, kind: str, count: int, seed: int = 0) -> Planted:
    """Write ``count`` pictures in two classes, `SHARE` of them copies of others."""
    chance = random.Random(seed)
    copies = round(count * SHARE)
    originals: list[tuple[Path, Image.Image]] = []
    for number, picture in enumerate(islice(KINDS[kind](), count - copies)):
        path = root / ("ab"[number % 2]) / f"{number:06}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        picture.save(path, compress_level=1)
        originals.append((path, picture))
    planted = Planted(root, {}, {})
    for number, (path, picture) in enumerate(chance.sample(originals, copies)):
        is_exact = number % 5 == 0
        data, ending = (path.read_bytes(), "png") if is_exact else altered(picture, chance)
        copy = path.parent / f"copy_{number:06}.{ending}"
        copy.write_bytes(data)
        known = planted.exact if is_exact else planted.altered
        known[_relative(copy, root)] = _relative(path, root)
    return planted


def _relative(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix()


def altered(picture: Image.Image, chance: random.Random) -> tuple[bytes, str]:
    """Return the bytes and ending of a copy: another size (0.3 to 2), JPEG (quality 30 to 95) or WebP, or both."""
    if is_resized := chance.random() < 0.5:
        scale = chance.uniform(0.3, 2)
        size = [max(8, round(side * scale)) for side in picture.size]
        way = chance.choice([Image.Resampling.BICUBIC, Image.Resampling.LANCZOS])
        picture = picture.resize((size[0], size[1]), way)
    kinds = ("JPEG", "JPEG", "WEBP", "PNG", "BMP") if is_resized else ("JPEG", "JPEG", "WEBP", "GIF")
    kind = chance.choice(kinds)
    options = {"quality": chance.randint(30, 95)} if kind in {"JPEG", "WEBP"} else {}
    stream = io.BytesIO()
    picture.save(stream, kind, **options)
    return stream.getvalue(), {"JPEG": "jpg", "WEBP": "webp", "PNG": "png", "BMP": "bmp", "GIF": "gif"}[kind]


def judge(folder: ImageFolder, planted: Planted) -> dict[str, float]:
    """Return the shares found, and the share of pictures that are falsely said to have others like them."""
    groups = {file.relative: file.group for file in folder.files}
    digests = {file.relative: file.digest for file in folder.files}
    origins = {**planted.exact, **planted.altered}
    exact = [digests[copy] == digests[origin] for copy, origin in planted.exact.items()]
    alike = [groups[copy] != "" and groups[copy] == groups[origin] for copy, origin in planted.altered.items()]
    members: dict[str, set[str]] = {}
    for relative, group in groups.items():
        members.setdefault(group, set()).add(origins.get(relative, relative))
    joined = sum(len(pictures) for group, pictures in members.items() if group and len(pictures) > 1)
    return {"exact": float(np.mean(exact)), "altered": float(np.mean(alike)),
            "false": joined / (folder.used - len(origins))}


def report(kind: str, count: int, seed: int = 0) -> dict[str, float]:
    """Plant, scan and judge."""
    with tempfile.TemporaryDirectory() as place:
        planted = plant(Path(place), kind, count, seed)
        start = time.perf_counter()
        folder = scan(planted.root)
        return {"images": folder.used, **judge(folder, planted), "scan_s": round(time.perf_counter() - start, 2)}


if __name__ == "__main__":
    print(json.dumps(report(sys.argv[1], int(sys.argv[2]), *map(int, sys.argv[3:]))))
