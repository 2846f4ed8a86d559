"""The short way through a plain PNG gives what the long one gives, and leaves alone what is not plain."""

import io

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from cnnstudio.data.decoding import decode as decode_module
from cnnstudio.data.decoding.decode import decode_bytes
from cnnstudio.data.decoding.plain_png import decode_plain_png
from cnnstudio.data.decoding.refusal import RefusedError
from tests.helpers.images import encoded, png_header, quarters


def random_picture(mode: str, height: int, width: int, seed: int) -> np.ndarray:
    channels = {"L": (), "RGB": (3,), "RGBA": (4,)}[mode]
    return np.random.default_rng(seed).integers(0, 256, (height, width, *channels), dtype=np.uint8)


@given(st.sampled_from(["L", "RGB", "RGBA"]), st.integers(8, 40), st.integers(8, 40), st.integers(0, 99))
def test_the_pixels_are_those_that_were_drawn(mode, height, width, seed):
    pixels = random_picture(mode, height, width, seed)
    np.testing.assert_array_equal(decode_plain_png(encoded(Image.fromarray(pixels), "PNG")), pixels)


@pytest.mark.parametrize("mode", ["L", "RGB", "RGBA"])
def test_both_ways_give_the_same_pixels_and_notes(mode, monkeypatch):
    data = encoded(Image.fromarray(random_picture(mode, 9, 17, 1)), "PNG", dpi=(72, 72))
    short = decode_bytes(data, "one.jpg")
    monkeypatch.setattr(decode_module, "decode_plain_png", lambda data: None)
    long = decode_bytes(data, "one.jpg")
    np.testing.assert_array_equal(short.pixels, long.pixels)
    assert short.notes == long.notes
    assert "PNG named .jpg" in short.notes
    assert (short.source_h, short.source_w) == (9, 17)


def unplain() -> dict[str, bytes]:
    picture = Image.fromarray(quarters())
    text = PngImagePlugin.PngInfo()
    text.add_text("Raw profile type exif", "\nexif\n8\n00")
    exif = Image.Exif()
    exif[0x0112] = 6
    data = encoded(picture, "PNG")
    flipped = bytearray(data)
    flipped[-30] ^= 1
    return {
        "palette": encoded(picture.quantize(4), "PNG"),
        "16 bits": encoded(Image.fromarray(np.eye(9, dtype="<u2")), "PNG"),
        "see-through colour": encoded(picture, "PNG", transparency=(200, 40, 40)),
        "turned": encoded(picture, "PNG", exif=exif.tobytes()), "text": encoded(picture, "PNG", pnginfo=text),
        "frames": encoded(picture, "PNG", save_all=True, append_images=[picture.rotate(180)]),
        "flipped": bytes(flipped), "cut": data[:-4], "no end": data[:-12], "little data": png_header(64, 48),
        "jpeg": encoded(picture, "JPEG"), "nothing": b""}


@pytest.mark.parametrize("name", list(unplain()))
def test_what_is_not_plain_goes_the_usual_way(name):
    assert decode_plain_png(unplain()[name]) is None


def test_a_picture_that_is_too_large_is_refused_before_it_is_decoded():
    with pytest.raises(RefusedError, match="too large"):
        decode_plain_png(png_header(30_000, 30_000))


def test_most_pictures_take_the_short_way(monkeypatch):
    monkeypatch.setattr(Image, "open", None)
    for mode in ("L", "RGB", "RGBA"):
        file = io.BytesIO()
        Image.fromarray(random_picture(mode, 32, 32, 3)).save(file, "PNG")
        assert decode_bytes(file.getvalue(), "one.png").pixels.shape == (32, 32, 3)
