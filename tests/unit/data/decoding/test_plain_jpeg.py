"""The short way through a plain JPEG gives what Pillow gives, and leaves alone what is not plain."""

import io

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from cnnstudio.data.decoding import plain_jpeg
from cnnstudio.data.decoding.decode import decode, decode_bytes
from cnnstudio.data.decoding.plain_jpeg import decode_plain_jpeg
from cnnstudio.data.decoding.refusal import RefusedError
from tests.helpers.images import encoded, quarters


def noise(height: int, width: int, seed: int) -> Image.Image:
    return Image.fromarray(np.random.default_rng(seed).integers(0, 256, (height, width, 3), dtype=np.uint8))


def turned(orientation: int) -> bytes:
    exif = Image.Exif()
    exif[0x0112] = orientation
    return encoded(Image.fromarray(quarters()), "JPEG", exif=exif.tobytes())


@given(st.integers(8, 70), st.integers(8, 70), st.integers(1, 100), st.sampled_from([0, 1, 2]), st.booleans(),
       st.booleans())
def test_the_pixels_are_those_of_pillow(height, width, quality, subsampling, progressive, grey):
    picture = noise(height, width, quality)
    data = encoded(picture.convert("L") if grey else picture, "JPEG", quality=quality, subsampling=subsampling,
                   progressive=progressive)
    jpeg = decode_plain_jpeg(data)
    assert jpeg is not None
    np.testing.assert_array_equal(jpeg.pixels, np.asarray(Image.open(io.BytesIO(data)).convert("RGB")))


@given(st.integers(8, 300), st.integers(8, 300), st.integers(4, 80), st.integers(4, 80))
def test_a_smaller_decoding_has_the_size_and_the_pixels_of_pillows_draft(height, width, rows, columns):
    data = encoded(noise(height, width, 1), "JPEG")
    image = Image.open(io.BytesIO(data))
    image.draft(image.mode, (columns, rows))
    jpeg = decode_plain_jpeg(data, (rows, columns))
    assert jpeg is not None
    assert jpeg.size == (width, height)
    np.testing.assert_array_equal(jpeg.pixels, np.asarray(image))


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_turned_picture_is_turned_upright_and_measured_upright(orientation, monkeypatch):
    data = turned(orientation)
    short = decode_bytes(data, "one.jpg", at_least=(10, 20))
    monkeypatch.setattr("cnnstudio.data.decoding.decode.decode_plain_jpeg", lambda *_: None)
    usual = decode_bytes(data, "one.jpg", at_least=(10, 20))
    np.testing.assert_array_equal(short.pixels, usual.pixels)
    assert (short.notes, short.source_h, short.source_w) == (usual.notes, usual.source_h, usual.source_w)


def unplain() -> dict[str, bytes]:
    picture = Image.fromarray(quarters())
    data = encoded(picture, "JPEG")
    return {
        "CMYK": encoded(picture.convert("CMYK"), "JPEG"), "RGB kept": encoded(picture, "JPEG", keep_rgb=True),
        "several pictures": encoded(picture, "MPO", save_all=True, append_images=[picture]),
        "XMP": encoded(picture, "JPEG", xmp=b"<x/>"), "cut": data[:-20], "no end": data[:-2], "more": data + b"more",
        "odd orientation": turned(9), "damaged EXIF": turned(6).replace(b"Exif\0\0MM", b"Exif\0\0XX"),
        "two ends": data + data[-2:], "header": data[:30], "start": data[:3], "png": encoded(picture, "PNG"),
        "nothing": b""}


@pytest.mark.parametrize("name", list(unplain()))
def test_what_is_not_plain_goes_the_usual_way(name):
    assert decode_plain_jpeg(unplain()[name]) is None


def test_a_profile_a_comment_and_restarts_are_plain():
    data = encoded(Image.fromarray(quarters()), "JPEG", icc_profile=b"profile", comment=b"words", restart_marker_rows=1)
    assert decode_plain_jpeg(data) is not None


def test_a_picture_that_is_too_large_is_refused_before_it_is_decoded():
    data = bytearray(encoded(Image.fromarray(quarters()), "JPEG"))
    frame = data.find(b"\xff\xc0")
    data[frame + 5:frame + 9] = b"\xff\xf0\xff\xf0"
    with pytest.raises(RefusedError, match="too large: 65,520 × 65,520"):
        decode_plain_jpeg(bytes(data))


def test_very_large_pictures_go_the_usual_way_where_one_waits_for_the_other(monkeypatch):
    monkeypatch.setattr(plain_jpeg, "LARGE_PIXELS", 48 * 64 - 1)
    data = encoded(Image.fromarray(quarters()), "JPEG")
    assert decode_plain_jpeg(data) is None
    assert decode_plain_jpeg(data, (12, 12)) is not None  # at a quarter of its sides it is small


def test_plain_files_never_meet_pillows_parsers(monkeypatch, tmp_path):
    file = tmp_path / "one.jpg"
    file.write_bytes(encoded(Image.fromarray(quarters()), "JPEG"))
    monkeypatch.setattr(Image, "open", None)
    assert decode(file).pixels.shape == (48, 64, 3)
