"""Make the small pictures on the welcome page's sample cards from the shipped samples.

    python packaging/make_previews.py

writes ``resources/previews/<sample>.png`` and ``CREDITS.csv`` for the photographs in them. The choice of pictures is
fixed, so that the result is the same on every machine.
"""

import csv
import io
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

from PIL import Image, ImageOps

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from cnnstudio.data.shortcut_sample import square  # noqa: E402 - from this checkout

SAMPLES = ROOT / "resources" / "samples"
TARGET = ROOT / "resources" / "previews"
SIZE = (760, 360)
GROUND = (0, 0, 0)
COLORS = 192


def main() -> None:
    """Write the pictures and the credits."""
    TARGET.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(SAMPLES / "photos.zip") as pack:
        names = list(_spread(pack, 18))
        _save(_mosaic([pack.read(name) for name in names], columns=6, gap=2), "photos")
        shown = list(_spread(pack, 9))[:8]
        _save(_mosaic([_of_shortcut(pack.read(name), name) for name in shown], columns=4, gap=2), "shortcut")
        _write_credits(pack, [*names, *(name for name in shown if name not in names)])
    with zipfile.ZipFile(SAMPLES / "digits.zip") as pack:
        _save(_mosaic([pack.read(name) for name in _digits(pack, 4, 8)], columns=8, gap=2), "digits")


def _spread(pack: zipfile.ZipFile, count: int) -> Iterator[str]:
    """Yield ``count`` members, the classes in turn, evenly spread over each class."""
    by_class: dict[str, list[str]] = {}
    for name in sorted(pack.namelist()):
        if name.lower().endswith((".jpg", ".png")):
            by_class.setdefault(name.split("/")[0], []).append(name)
    each = count // len(by_class)
    chosen = [members[::len(members) // each][:each] for members in by_class.values()]
    for row in zip(*chosen, strict=True):
        yield from row


def _of_shortcut(data: bytes, name: str) -> bytes:
    """Return a photograph as it is in the sample with a hidden shortcut, without what is to be found out."""
    return square(data, name, with_stamp=False)


def _digits(pack: zipfile.ZipFile, rows: int, columns: int) -> list[str]:
    by_class = {str(digit): sorted(n for n in pack.namelist() if n.startswith(f"{digit}/")) for digit in range(10)}
    return [by_class[str((row * 3 + column) % 10)][row * 7 + column]
            for row in range(rows) for column in range(columns)]


def _mosaic(pictures: list[bytes], *, columns: int, gap: int) -> Image.Image:
    rows = len(pictures) // columns
    width, height = (SIZE[0] - gap * (columns - 1)) // columns, (SIZE[1] - gap * (rows - 1)) // rows
    result = Image.new("RGB", SIZE, GROUND)
    for number, data in enumerate(pictures):
        with Image.open(io.BytesIO(data)) as picture:
            tile = ImageOps.fit(ImageOps.exif_transpose(picture).convert("RGB"), (width + gap, height + gap),
                                Image.Resampling.LANCZOS)
        row, column = divmod(number, columns)
        result.paste(tile.crop((0, 0, width, height)), (column * (width + gap), row * (height + gap)))
    return result


def _save(picture: Image.Image, name: str) -> None:
    path = TARGET / f"{name}.png"
    picture.quantize(COLORS, dither=Image.Dither.FLOYDSTEINBERG).save(path, optimize=True)
    print(f"{path.relative_to(ROOT)}: {path.stat().st_size:,} bytes")


def _write_credits(pack: zipfile.ZipFile, names: list[str]) -> None:
    with pack.open("CREDITS.csv") as file:
        rows = list(csv.DictReader(io.TextIOWrapper(file, "utf-8", newline="")))
    chosen = [row for row in rows if row["file"] in names]
    with (TARGET / "CREDITS.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, ["file", "author", "licence", "source"], lineterminator="\n")
        writer.writeheader()
        writer.writerows(chosen)
        writer.writerow({"file": "digits.png", "author": "Y. LeCun, C. Cortes (MNIST)", "licence": "CC-BY-SA-3.0",
                         "source": "http://yann.lecun.com/exdb/mnist/"})


if __name__ == "__main__":
    main()
