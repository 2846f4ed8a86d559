"""An image folder that has every kind of finding, made of the program's own sample photographs."""

import shutil
import sys
from pathlib import Path

import numpy as np
from PIL import Image, ImageFilter, ImageOps

from cnnstudio.data.samples import unpack

EXPECTED_KINDS = frozenset((
    "conflict", "leak", "near leak", "near conflict", "missing class", "damaged", "similar names", "name groups",
    "imbalance", "too few", "too small", "extreme aspect", "dark", "bright", "low contrast", "blurred", "grey",
    "other size", "duplicates", "near duplicates", "converted"))
"""What the health report says about `make_flawed_folder`."""

SIDE_PX = 160
_SERIES = 3
"""Pictures are named as if so many were frames of one clip."""


def make_flawed_folder(root: Path, samples: Path) -> Path:
    """Write ``root/train`` and ``root/validation`` and return ``root``; ``samples`` is where the sample goes."""
    source = unpack("photos", samples)
    animals, buildings, tools = (sorted((source / name).iterdir()) for name in ("animal", "building", "tool"))
    parts = {"train/animal": animals[:26], "train/building": buildings[:22], "train/tool": tools[:16],
             "train/Tools": tools[16:20], "validation/animal": animals[26:], "validation/building": buildings[22:],
             "validation/tool": tools[20:]}
    for place, files in parts.items():
        (root / place).mkdir(parents=True)
        for number, file in enumerate(files):
            name = f"{place.replace('/', '-')}{number // _SERIES:02}_frame_{number % _SERIES:03}.jpg"
            _square(file).save(root / place / name, quality=92)
    _plant_copies(root)
    _plant_odd(root / "train" / "animal", _square(tools[2]))
    _plant_damaged(root / "train" / "tool")
    return root


def _square(file: Path) -> Image.Image:
    with Image.open(file) as picture:
        return ImageOps.fit(picture.convert("RGB"), (SIDE_PX, SIDE_PX))


def _plant_copies(root: Path) -> None:
    """Copy pictures into another class, another split and their own folder, as they are and re-encoded."""
    for number, (place, target) in enumerate((
            ("train/animal", "train/building"), ("train/animal", "validation/animal"), ("train/tool", "train/tool"))):
        files = sorted((root / place).glob("*_frame_*"))
        for file in files[number * 2:number * 2 + 2]:
            shutil.copy(file, root / target / f"copy of {file.name}")
        with Image.open(files[number + 8]) as picture:
            picture.resize((120, 120)).save(root / target / f"small {files[number + 8].name}", quality=70)


def _plant_odd(folder: Path, picture: Image.Image) -> None:
    """Write a dark, a bright, a flat, a blurred, a grey, a tiny and a very wide picture."""
    pixels = np.asarray(picture)
    for name, odd in (("dark", pixels // 20), ("bright", 240 + pixels // 20), ("flat", 120 + pixels // 64)):
        Image.fromarray(odd.astype(np.uint8)).save(folder / f"{name}.png")
    picture.filter(ImageFilter.GaussianBlur(9)).save(folder / "blurred.png")
    ImageOps.grayscale(picture).save(folder / "grey.png")
    picture.resize((12, 12)).save(folder / "tiny.png")
    picture.resize((600, 90)).save(folder / "wide.png")


def _plant_damaged(folder: Path) -> None:
    """Write a CMYK picture, one whose end is missing, and an empty file."""
    file = max(folder.glob("*_frame_*"))
    with Image.open(file) as picture:
        picture.rotate(90).convert("CMYK").save(folder / "cmyk.jpg", quality=90)
    whole = file.read_bytes()
    (folder / "cut.jpg").write_bytes(whole[: len(whole) * 2 // 3])
    (folder / "empty.png").write_bytes(b"")


if __name__ == "__main__":
    print(make_flawed_folder(Path(sys.argv[1]), Path(sys.argv[1]).with_name("samples")))
