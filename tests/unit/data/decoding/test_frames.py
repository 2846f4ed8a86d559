"""Animations are told apart from pictures without walking through all of their frames."""

import io
import struct

import numpy as np
import pytest
from PIL import Image

from cnnstudio.data.decoding import frames
from cnnstudio.data.decoding.decode import decode_bytes
from tests.helpers.images import encoded


def animation(kind: str, count: int) -> bytes:
    pictures = [Image.fromarray(np.full((16, 16), 10 + 20 * number, np.uint8)) for number in range(count)]
    return encoded(pictures[0], kind, save_all=True, append_images=pictures[1:])


@pytest.mark.parametrize("kind", ["GIF", "TIFF"])
def test_few_frames_are_counted_and_the_first_is_used(kind):
    image = decode_bytes(animation(kind, 5), "film.gif")
    assert "first of 5 frames" in image.notes
    assert (image.pixels == 10).all()


def test_a_film_is_not_counted_to_its_end(monkeypatch):
    monkeypatch.setattr(frames, "_PAGES", 3)
    monkeypatch.setattr(frames, "_GIF_BYTES", 100)
    for kind, words in (("GIF", "first of many frames"), ("TIFF", "first of more than 3 frames")):
        image = decode_bytes(animation(kind, 5), "film.gif")
        assert words in image.notes
        assert (image.pixels == 10).all()


def test_damage_behind_the_first_frame_does_not_cost_the_picture():
    data = animation("TIFF", 5)
    second = struct.unpack_from("<I", data, first_directory_end(data))[0]
    broken = data[:second] + b"\xff\xff" + data[second + 2:]
    image = decode_bytes(broken, "pages.tif")
    assert any(note.startswith("first of ") for note in image.notes)
    assert (image.pixels == 10).all()


def first_directory_end(data: bytes) -> int:
    """Return where a TIFF says at which byte its second page begins."""
    start = struct.unpack_from("<I", data, 4)[0]
    return start + 2 + 12 * struct.unpack_from("<H", data, start)[0]


def test_one_frame_needs_no_note():
    file = io.BytesIO()
    Image.new("L", (16, 16)).save(file, "GIF")
    assert decode_bytes(file.getvalue(), "one.gif").notes == ()
