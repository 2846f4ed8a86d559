"""How many frames an animation or a document of many pages has, found out in bounded time."""

from typing import BinaryIO

from PIL import Image

_GIF_BYTES = 2_000_000  # Pillow walks through all of a GIF in Python to count: 100,000 frames in 3.6 MB take a second
_PAGES = 100  # of a TIFF, each a place on the disk to go to


def frames_note(image: Image.Image, stream: BinaryIO) -> str:
    """Say of an opened picture, before it is decoded, which of its frames is used; empty when it has one.

    Only the first frame is ever decoded, so that the limit for one picture holds for all frames together.
    """
    if not getattr(image, "is_animated", False):
        return ""
    try:
        return f"first of {_count(image, stream)} frames"
    except Exception:  # noqa: BLE001 - damage behind the first frame costs nothing but the number
        return "first of several frames"


def _count(image: Image.Image, stream: BinaryIO) -> str:
    if image.format == "TIFF":
        return _pages(image)
    if image.format == "GIF" and _length(stream) > _GIF_BYTES:
        return "many"
    return str(image.n_frames)  # type: ignore[attr-defined]


def _pages(image: Image.Image) -> str:
    try:
        for page in range(1, _PAGES + 1):
            image.seek(page)
    except EOFError:
        return str(page)
    finally:
        image.seek(0)
    return f"more than {_PAGES}"


def _length(stream: BinaryIO) -> int:
    place = stream.tell()
    length = stream.seek(0, 2)
    stream.seek(place)
    return length
