"""All who need the network's input of a file get the same, and a small decoding of a JPEG is good enough for it."""

import io

import cv2
import numpy as np
import pytest
from PIL import Image

from cnnstudio.data.config import PreprocessConfig
from cnnstudio.data.decoding.decode import decode
from cnnstudio.data.loading import DRAFT_MARGIN, load, load_bytes, placement, whole_picture
from cnnstudio.data.preprocess import place, to_input_pixels
from cnnstudio.errors import ImageError
from tests.helpers.images import encoded, quarters
from tests.helpers.odd_images import SIZES, make_odd_files


def landscape(height: int, width: int) -> np.ndarray:
    """Return (height, width, 3) uint8 with the spectrum of photos, amplitude one over frequency, the same each time."""
    random = np.random.default_rng(5)
    frequency = np.hypot(np.fft.fftfreq(height)[:, None], np.fft.rfftfreq(width)[None]) + 1 / max(height, width)
    channels = []
    for _ in range(3):
        waves = np.fft.irfft2(np.exp(2j * np.pi * random.random(frequency.shape)) / frequency, (height, width))
        channels.append(128 + 50 * waves / waves.std())
    return np.clip(np.stack(channels, axis=2), 0, 255).astype(np.uint8)


def test_a_large_jpeg_is_decoded_small_and_never_under_the_margin(tmp_path):
    path = tmp_path / "photo.jpg"
    Image.fromarray(quarters(1500, 2000)).save(path)
    for size, scale in ((32, 8), (64, 8), (94, 4), (200, 2), (400, 1)):
        loaded = load(path, PreprocessConfig(height=size, width=size))
        assert loaded.pixels.shape == (-(-1500 // scale), 2000 // scale, 3)
        assert min(loaded.pixels.shape[:2]) >= DRAFT_MARGIN * size
        assert (loaded.source_h, loaded.source_w) == (1500, 2000)
        assert loaded.is_whole == (scale == 1)


@pytest.mark.parametrize("fit", ["crop", "pad", "stretch"])
@pytest.mark.parametrize("size", [44, 59, 100, 118])
def test_the_small_decoding_differs_less_than_two_usual_ways_to_resize(fit, size):
    picture = landscape(480, 640)
    preprocess = PreprocessConfig(height=size, width=size, fit=fit)
    data = encoded(Image.fromarray(picture), "JPEG", quality=90)
    loaded = load_bytes(data, "photo.jpg", preprocess)
    assert not loaded.is_whole
    whole = to_input_pixels(np.asarray(Image.open(io.BytesIO(data)).convert("RGB")), preprocess)
    difference = np.sqrt(np.mean((loaded.input_pixels.astype(float) - whole) ** 2))
    assert difference < 3.5
    squeezed = cv2.resize(picture, (size, size), interpolation=cv2.INTER_NEAREST)  # the control: no averaging at all
    expected = cv2.resize(picture, (size, size), interpolation=cv2.INTER_AREA)
    assert np.sqrt(np.mean((squeezed.astype(float) - expected) ** 2)) > 3.5


def test_over_the_corpus_the_input_is_the_decoded_picture_prepared(tmp_path):
    preprocess = PreprocessConfig(height=24, width=32)
    for odd in make_odd_files(tmp_path, SIZES):
        if odd.drawn is None:
            with pytest.raises(ImageError, match=odd.path.name):
                load(odd.path, preprocess)
            continue
        loaded = load(odd.path, preprocess)
        np.testing.assert_array_equal(loaded.input_pixels, to_input_pixels(loaded.pixels, preprocess))
        np.testing.assert_array_equal(
            loaded.input_pixels, load_bytes(odd.path.read_bytes(), odd.path.name, preprocess).input_pixels)
        drawn = to_input_pixels(np.ascontiguousarray(odd.drawn), preprocess).astype(int)
        assert np.abs(loaded.input_pixels - drawn).mean() <= odd.tolerance + 0.01
        np.testing.assert_array_equal(whole_picture(odd.path, loaded, preprocess), decode(odd.path).pixels)


def test_background_and_sixteen_bit_range_of_the_preprocessing_are_used(tmp_path):
    path = tmp_path / "glass.png"
    Image.new("RGBA", (16, 16), (9, 9, 9, 0)).save(path)
    for background, level in (("white", 255), ("black", 0), ("grey", 128)):
        preprocess = PreprocessConfig(height=8, width=8, background=background)
        assert (load(path, preprocess).input_pixels == level).all()
    Image.fromarray(np.tile(np.array([0, 1000], np.uint16), (16, 8))).save(path)
    stretched = load(path, PreprocessConfig(height=16, width=16, sixteen_bit="own range")).input_pixels
    assert stretched.max() == 255
    assert load(path, PreprocessConfig(height=16, width=16)).input_pixels.max() == 4


@pytest.mark.parametrize("fit", ["crop", "pad", "stretch"])
def test_the_input_lies_in_the_whole_picture_where_it_lies_in_the_small_one(fit, tmp_path):
    path = tmp_path / "photo.jpg"
    Image.fromarray(quarters(800, 1200)).save(path)
    preprocess = PreprocessConfig(height=50, width=50, fit=fit)
    found, expected = placement(load(path, preprocess), preprocess), place(800, 1200, preprocess)
    for name in ("source_h", "source_w", "top", "left", "height", "width"):
        assert getattr(found, name) == pytest.approx(getattr(expected, name), abs=24)  # one pixel of the input
    assert (found.source_h, found.source_w) == (800, 1200)


def test_the_part_that_is_wanted_of_a_truncated_file_is_loaded(tmp_path):
    path = tmp_path / "cut.jpg"
    path.write_bytes(encoded(Image.fromarray(landscape(200, 200)), "JPEG")[:-3000])
    with pytest.raises(ImageError, match=r"cut\.jpg.*truncated"):
        load(path, PreprocessConfig())
    loaded = load(path, PreprocessConfig(), readable_part=True)
    assert "of the rows could be read" in loaded.notes[0]
    np.testing.assert_array_equal(whole_picture(path, loaded, PreprocessConfig(), readable_part=True)[:100],
                                  decode(path, readable_part=True).pixels[:100])
