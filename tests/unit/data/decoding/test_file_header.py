"""A header says what was written into it."""

import numpy as np
import pytest
from PIL import Image, PngImagePlugin

from cnnstudio.data.decoding.file_header import UNKNOWN_QUALITY, jpeg_quality, read_header
from cnnstudio.errors import ImageError

PICTURE = Image.fromarray(np.random.default_rng(0).integers(0, 256, (20, 30, 3)).astype(np.uint8))


@pytest.mark.parametrize("quality", [5, 10, 30, 49, 50, 51, 75, 90, 95, 99])
def test_the_quality_is_the_one_pillow_saved_with(tmp_path, quality):
    path = tmp_path / "ä.jpg"
    PICTURE.save(path, quality=quality)
    header = read_header(path)
    assert (header.kind, header.width, header.height) == ("JPEG", 30, 20)
    assert header.jpeg_quality == quality


def test_a_grey_jpeg_has_a_quality_too(tmp_path):
    PICTURE.convert("L").save(tmp_path / "grey.jpg", quality=60)
    assert read_header(tmp_path / "grey.jpg").jpeg_quality == 60


def test_a_table_of_an_encoder_of_its_own_gets_the_nearest_quality():
    """All 16 is what libjpeg has in its first places at 50 and far finer than it in the last ones."""
    assert 50 < jpeg_quality(np.full(64, 16)) < 95
    assert jpeg_quality(np.ones(64, int)) == 100


def test_camera_and_turned_size_come_from_the_exif_block(tmp_path):
    exif = Image.Exif()
    exif[0x0110], exif[0x0112] = "Pinhole 5\x00", 6
    PICTURE.save(tmp_path / "a.jpg", exif=exif)
    header = read_header(tmp_path / "a.jpg")
    assert (header.camera, header.has_exif, header.width, header.height) == ("Pinhole 5", True, 20, 30)


def test_a_png_has_no_quality_and_no_camera(tmp_path):
    PICTURE.save(tmp_path / "a.png")
    header = read_header(tmp_path / "a.png")
    assert (header.kind, header.jpeg_quality, header.camera, header.has_exif) == ("PNG", UNKNOWN_QUALITY, "", False)


@pytest.mark.parametrize("content", [b"", b"\xff\xd8\xff", b"no picture at all"])
def test_what_is_no_image_is_refused_by_name(tmp_path, content):
    (tmp_path / "odd.jpg").write_bytes(content)
    with pytest.raises(ImageError, match=r"odd\.jpg"):
        read_header(tmp_path / "odd.jpg")


def test_a_file_that_is_away_is_refused_by_name(tmp_path):
    with pytest.raises(ImageError, match="away"):
        read_header(tmp_path / "away.jpg")


@pytest.mark.parametrize(("options", "mode", "expected"), [
    ({"subsampling": 0}, "RGB", ("4:4:4", "RGB")), ({"subsampling": 2}, "RGB", ("4:2:0", "RGB")), ({}, "L", ("", "L"))])
def test_how_a_jpeg_keeps_its_colours_is_told(tmp_path, options, mode, expected):
    Image.new(mode, (16, 16)).save(tmp_path / "a.jpg", **options)
    header = read_header(tmp_path / "a.jpg")
    assert (header.sampling, header.depth) == expected


def test_sixteen_bits_palettes_and_the_program_of_a_png_are_told(tmp_path):
    Image.fromarray(np.zeros((4, 4), np.uint16)).save(tmp_path / "a.png")
    assert read_header(tmp_path / "a.png").depth == "I;16B"
    text = PngImagePlugin.PngInfo()
    text.add_text("Software", "Paint 2")
    Image.new("P", (4, 4)).save(tmp_path / "b.png", pnginfo=text)
    header = read_header(tmp_path / "b.png")
    assert (header.depth, header.software) == ("P", "Paint 2")
