"""Imports folders of thousands of mutated images and prints what happened; `test_damaged_images` runs it.

Prints one JSON object: how many files there were, kept and refused for each format, what was wrong (must be empty),
the longest time for one folder in seconds, and the most memory used in MB. It runs under a limit of memory and with an
alarm, so that a decoder that eats the memory or hangs ends it.

Run as a script: ``python -m tests.stories.damaged_images 20000 1``. With ``--naive`` as the last word the same files
go through the loader of the usual tutorials in a process of its own, to see what they do to it.
"""

import json
import random
import resource
import signal
import struct
import subprocess
import sys
import tempfile
import time
import warnings
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import numpy as np
from PIL import Image

from cnnstudio.data.folder.image_folder import ImageFolder, scan
from tests.helpers.images import class_picture, encoded
from tests.helpers.odd_images import HEIC

MEMORY_LIMIT_BYTES = 3 << 30
ALARM_S = 60
FOLDER = 500
SENTENCE_LIMIT = 300
ODD_NUMBERS = (0, 1, 0x7F, 0x80, 0xFF, 0x7FFF, 0xFFFF, 0x7FFFFFFF, 0xFFFFFFFF, 0x01000000, 100_000)


def originals() -> dict[str, list[bytes]]:
    """Return sound files of each format."""
    picture = Image.fromarray(class_picture("cat", 0, 40))
    other = Image.fromarray(class_picture("dog", 0, 40))
    exif = Image.Exif()
    exif[0x0112] = 6
    deep = Image.fromarray(np.asarray(picture.convert("L")).astype(np.uint16) * 250)
    film = {"save_all": True, "append_images": [other]}
    return {
        "jpg": [encoded(picture, "JPEG", exif=exif.tobytes()), encoded(picture.convert("CMYK"), "JPEG")],
        "progressive.jpg": [encoded(picture, "JPEG", progressive=True)],
        "png": [encoded(picture, "PNG"), encoded(picture.quantize(16), "PNG", transparency=0),
                encoded(picture, "PNG", **film)],
        "deep.png": [encoded(deep, "PNG")],
        "bmp": [encoded(picture, "BMP"), encoded(picture.quantize(16), "BMP")],
        "gif": [encoded(picture.quantize(16), "GIF"), encoded(picture, "GIF", **film)],
        "webp": [encoded(picture, "WEBP"), encoded(picture, "WEBP", lossless=True), encoded(picture, "WEBP", **film)],
        "tif": [encoded(picture, "TIFF"), encoded(picture, "TIFF", compression="tiff_lzw"), encoded(deep, "TIFF"),
                encoded(picture, "TIFF", compression="jpeg"), encoded(picture, "TIFF", **film)],
        "mpo": [encoded(picture, "MPO", **film)],
        "heic": [HEIC],
    }


def mutated(rng: random.Random, data: bytes) -> bytes:
    """Return the file damaged in one to three ways."""
    for _ in range(rng.randint(1, 3)):
        data = rng.choice((_flipped, _flipped, _cut, _swapped, _inserted, _removed, _odd_number, _zeroed))(rng, data)
    return data


def _flipped(rng: random.Random, data: bytes) -> bytes:
    changed = bytearray(data)
    for _ in range(rng.randint(1, 6)):
        if changed:
            changed[rng.randrange(len(changed))] ^= 1 << rng.randrange(8)
    return bytes(changed)


def _cut(rng: random.Random, data: bytes) -> bytes:
    return data[:rng.randint(0, len(data))]


def _span(rng: random.Random, data: bytes) -> tuple[int, int]:
    start = rng.randint(0, len(data))
    return start, min(len(data), start + rng.randint(1, 60))


def _swapped(rng: random.Random, data: bytes) -> bytes:
    """Exchange two places of the same length."""
    length = rng.randint(1, 40)
    first, second = sorted(rng.randint(0, max(0, len(data) - length)) for _ in range(2))
    if second < first + length:
        return data
    return (data[:first] + data[second:second + length] + data[first + length:second] + data[first:first + length]
            + data[second + length:])


def _inserted(rng: random.Random, data: bytes) -> bytes:
    """Insert noise, or repeat a part of the file."""
    start, end = _span(rng, data)
    more = rng.randbytes(end - start) if rng.random() < 0.5 else data[start:end] * rng.randint(1, 30)
    return data[:start] + more + data[start:]


def _removed(rng: random.Random, data: bytes) -> bytes:
    start, end = _span(rng, data)
    return data[:start] + data[end:]


def _zeroed(rng: random.Random, data: bytes) -> bytes:
    start, end = _span(rng, data)
    return data[:start] + bytes(end - start) + data[end:]


def _odd_number(rng: random.Random, data: bytes) -> bytes:
    """Write a hostile number into the header, where sizes, offsets and counts are."""
    form = rng.choice((">H", "<H", ">I", "<I"))
    number = rng.choice(ODD_NUMBERS) & (0xFFFF if form.endswith("H") else 0xFFFFFFFF)
    place = rng.randrange(max(1, min(len(data), 700)))
    number_bytes = struct.pack(form, number)
    return data[:place] + number_bytes + data[place + len(number_bytes):]


def write_folder(root: Path, rng: random.Random, files: dict[str, list[bytes]], count: int) -> None:
    """Write ``count`` mutated files and a sound one into two class folders."""
    sound = encoded(Image.fromarray(class_picture("owl", 0, 16)), "PNG")
    names = list(files)
    for name in ("cat", "dog"):
        (root / name).mkdir(parents=True)
        (root / name / "sound.png").write_bytes(sound)
    for number in range(count):
        kind = names[number % len(names)]
        path = root / ("cat", "dog")[number // len(names) % 2] / f"{number:05}.{kind}"
        path.write_bytes(mutated(rng, rng.choice(files[kind])))


def what_is_wrong(folder: ImageFolder, count: int) -> list[str]:
    """Return all that must not be in the result of a scan of `write_folder`."""
    wrong = [] if folder.found == count + 2 else [f"{folder.found} files found of {count + 2}"]
    for refused in (*folder.refused, *folder.ignored):
        reason = refused.reason
        if len(reason) < 8 or len(reason) > SENTENCE_LIMIT or not reason.isprintable() or "Traceback" in reason:
            wrong.append(f"{refused.path.name}: {reason[:100]!r}")
    return wrong


def _kind(path: Path) -> str:
    return path.name.split(".", 1)[1]


def import_all(count: int, seed: int, scan_folder: Callable[[Path], ImageFolder] = scan) -> dict[str, object]:
    """Import ``count`` mutated files in folders of at most `FOLDER` and report."""
    rng, files = random.Random(seed), originals()
    kept, refused, wrong, reasons = Counter[str](), Counter[str](), list[str](), set[str]()
    slowest_s = 0.0
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        for start in range(0, count, FOLDER):
            number = min(FOLDER, count - start)
            with tempfile.TemporaryDirectory() as place:
                write_folder(Path(place), rng, files, number)
                begin_s = time.perf_counter()
                signal.alarm(ALARM_S)
                folder = scan_folder(Path(place))
                signal.alarm(0)
                slowest_s = max(slowest_s, time.perf_counter() - begin_s)
            kept.update(_kind(file.path) for file in folder.files if file.path.name != "sound.png")
            refused.update(_kind(one.path) for one in (*folder.refused, *folder.ignored))
            reasons.update(one.reason for one in folder.refused)
            wrong += what_is_wrong(folder, number)
    wrong += [f"a warning: {one.message}" for one in caught]
    peak_mb = round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    return {"files": count, "kept": kept, "refused": refused, "reasons": len(reasons), "wrong": wrong,
            "slowest_s": round(slowest_s, 2), "peak_mb": peak_mb}


_NAIVE = """
import sys
from pathlib import Path
import torch
from torchvision.io import decode_image, read_file
for path in sorted(Path(sys.argv[1]).rglob("*.*")):
    if path.stat().st_size == 0:
        continue
    try:
        decode_image(read_file(str(path)))
    except RuntimeError:
        print("raised", flush=True)
"""
"""What tutorials do; torchvision's own decoder, which is banned in the program."""


def naive(count: int, seed: int) -> dict[str, object]:
    """Control: decode folders of the same files with torchvision, each in a process of its own."""
    rng, files = random.Random(seed), originals()
    ended, raised = Counter[str](), 0
    for start in range(0, count, FOLDER):
        with tempfile.TemporaryDirectory() as place:
            write_folder(Path(place), rng, files, min(FOLDER, count - start))
            answer = subprocess.run([sys.executable, "-c", _NAIVE, place], capture_output=True, text=True, check=False,
                                    timeout=600)
        raised += answer.stdout.count("raised")
        ended["well" if answer.returncode == 0 else f"by signal {-answer.returncode}"] += 1
    return {"processes ended": ended, "files that raised an error without a name": raised}


if __name__ == "__main__":
    if sys.argv[-1] == "--naive":
        print(json.dumps(naive(int(sys.argv[1]), int(sys.argv[2]))))
    else:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_LIMIT_BYTES, MEMORY_LIMIT_BYTES))
        print(json.dumps(import_all(int(sys.argv[1]), int(sys.argv[2]))))
