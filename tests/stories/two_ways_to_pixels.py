"""Compares the short way to the pixels of JPEG and PNG files with the usual one, over sound and damaged files.

Run as a script: ``python -m tests.stories.two_ways_to_pixels 20000 1``. It prints how many files took the short way,
how many of both ways were refused, and how many were judged differently (must be none).
"""

import random
import struct
import sys
import zlib
from collections import Counter
from dataclasses import dataclass
from unittest import mock

import numpy as np
from PIL import Image

from cnnstudio.data.decoding import decode as decode_module
from cnnstudio.data.decoding.decode import decode_bytes
from cnnstudio.errors import ImageError
from tests.helpers.images import class_picture, encoded

SIZES = ((40, 56), (33, 17), (64, 64), (100, 81))
AT_LEAST = (None, None, (8, 8), (16, 12), (30, 30))
PNG_HEADER_END = 33
"""Bytes of the signature and of the header's chunk."""


@dataclass(frozen=True)
class Original:
    """A sound file and the place from which on most of the damage is done: where its pixels begin."""

    data: bytes
    pixels_from: int
    ending: str


def originals() -> list[Original]:
    pictures = [Image.fromarray(np.resize(class_picture("cat", number, 101), (height, width, 3)))
                for number, (height, width) in enumerate(SIZES)]
    return [
        *(Original(data, max(2, data.find(b"\xff\xda")), "jpg") for picture in pictures for data in jpegs(picture)),
        *(Original(data, PNG_HEADER_END + 8, "png") for picture in pictures for data in pngs(picture))]


def jpegs(picture: Image.Image) -> list[bytes]:
    turned = Image.Exif()
    turned[0x0112] = 1 + picture.width % 8
    return [encoded(picture, "JPEG"), encoded(picture, "JPEG", progressive=True), encoded(picture.convert("L"), "JPEG"),
            encoded(picture, "JPEG", quality=95, subsampling=0), encoded(picture, "JPEG", restart_marker_blocks=2),
            encoded(picture, "JPEG", subsampling=1, optimize=True), encoded(picture, "JPEG", exif=turned.tobytes())]


def pngs(picture: Image.Image) -> list[bytes]:
    faint = Image.merge("RGBA", (*picture.split(), picture.split()[0]))
    return [encoded(image, "PNG") for image in (picture, picture.convert("L"), picture.convert("RGBA"), faint)] + [
        encoded(picture, "PNG", compress_level=0)]


def damaged(original: Original, rng: random.Random) -> bytes:
    """Flip, cut, remove or insert bytes, or leave all as it is; a PNG often gets the checksums of what it now holds."""
    data = bytearray(original.data)
    place = rng.randrange(original.pixels_from if rng.random() < 0.6 else 2, len(data))
    match rng.randrange(6):
        case 0:
            for _ in range(rng.choice((1, 1, 2, 5, 20))):
                data[rng.randrange(place, len(data))] = rng.randrange(256)
        case 1:
            del data[place:]
        case 2:
            del data[place:place + rng.randrange(1, 60)]
        case 3:
            data[place:place] = rng.randbytes(rng.randrange(1, 30))
        case 4 if original.ending == "png":
            data = with_other_pixels(data, rng)
    if original.ending == "jpg" and rng.random() < 0.5:
        data += b"\xff\xd9"
    return with_right_checksums(data) if original.ending == "png" and rng.random() < 0.7 else bytes(data)


def with_other_pixels(data: bytearray, rng: random.Random) -> bytearray:
    """Cut, change or lengthen the packed pixels of a PNG and nothing else."""
    length = struct.unpack_from(">I", data, PNG_HEADER_END)[0]
    start = PNG_HEADER_END + 8
    packed, rest = data[start:start + length], data[start + length:]
    match rng.randrange(3):
        case 0:
            del packed[rng.randrange(1, len(packed)):]
        case 1:
            packed[rng.randrange(len(packed))] ^= 1 << rng.randrange(8)
        case _:
            packed += bytes(3)
    return data[:PNG_HEADER_END] + struct.pack(">I", len(packed)) + b"IDAT" + packed + rest


def with_right_checksums(data: bytearray) -> bytes:
    place = 8
    while place + 12 <= len(data):
        end = place + 8 + struct.unpack_from(">I", data, place)[0]
        if end + 4 > len(data):
            break
        data[end:end + 4] = zlib.crc32(data[place + 4:end]).to_bytes(4, "big")
        place = end + 4
    return bytes(data)


def verdict(data: bytes, ending: str, at_least: tuple[int, int] | None, *, readable_part: bool) -> object:
    """Return all that decoding tells, or that it was refused."""
    try:
        image = decode_bytes(data, f"one.{ending}", at_least=at_least, readable_part=readable_part)
    except ImageError:
        return "refused"
    return image.pixels.shape, image.pixels.tobytes(), image.notes, image.source_h, image.source_w


def compare(count: int, seed: int) -> Counter[str]:
    """Return how many of ``count`` files went the short way, were refused, and were judged differently."""
    rng, found, files = random.Random(seed), Counter({"different": 0}), originals()
    for number in range(count):
        original = rng.choice(files)
        data, at_least = damaged(original, rng), rng.choice(AT_LEAST)
        with mock.patch.object(decode_module, "_silence_pillow") as usual_way:
            short = verdict(data, original.ending, at_least, readable_part=number % 2 == 0)
        with mock.patch.object(decode_module, "_decode_plain", return_value=None):
            usual = verdict(data, original.ending, at_least, readable_part=number % 2 == 0)
        found["different"] += short != usual
        found["refused"] += usual == "refused"
        found[f"short {original.ending}"] += short != "refused" and not usual_way.called
    return found


if __name__ == "__main__":
    print(dict(compare(int(sys.argv[1]), int(sys.argv[2]))))
