"""Files become the same upright RGB pixels everywhere, or a refusal that names the file and the reason."""

import io
import os
import sys
import warnings
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageFile

from cnnstudio.data.decoding import heif_files, pixel_modes
from cnnstudio.data.decoding.decode import decode, decode_bytes, is_grey
from cnnstudio.data.decoding.pixel_limit import LIMIT_VARIABLE, PIXEL_LIMIT, pixel_limit, set_pixel_limit
from cnnstudio.errors import ImageError, InputError
from tests.helpers import odd_images
from tests.helpers.images import encoded, grey_ramp_16, quarters, turned_jpeg
from tests.helpers.odd_images import SIZES, OddFile, make_odd_files


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[OddFile]:
    return make_odd_files(tmp_path_factory.mktemp("odd files"), SIZES)


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> dict[str, OddFile]:
    return {odd.path.name: odd for odd in make_odd_files(tmp_path_factory.mktemp("odd files"))}


def verdict(odd: OddFile) -> str:
    """Return what is wrong with the treatment of a file of the corpus; empty when it is as it must be."""
    name = "/".join(odd.path.parts[-2:])
    try:
        image = decode(odd.path)
    except ImageError as error:
        is_right = odd.drawn is None and odd.words in error.reason and str(odd.path) in str(error)
        return "" if is_right else f"{name}: {error.reason}"
    if odd.drawn is None or image.pixels.shape != odd.drawn.shape or image.pixels.dtype != np.uint8:
        return f"{name}: {image.pixels.shape} {image.pixels.dtype}"
    difference = np.abs(image.pixels.astype(int) - odd.drawn).mean()
    says_so = odd.words in "; ".join(image.notes) and bool(odd.words) == bool(image.notes)
    return "" if difference <= odd.tolerance and says_so else f"{name}: {difference:.1f} levels off, {image.notes}"


def test_every_odd_file_shows_what_was_drawn_or_is_refused_for_its_own_reason(files):
    assert len({odd.path.name for odd in files}) >= 90
    assert [wrong for odd in files if (wrong := verdict(odd))] == []


def test_the_verdict_on_a_file_notices_wrong_pixels_words_and_reasons(corpus):
    """Control."""
    turned, refused = corpus["exif_6.jpg"], corpus["zeros.jpg"]
    assert "levels off" in verdict(replace(turned, drawn=turned.drawn[::-1]))
    assert verdict(replace(turned, words="turned upright (EXIF 8)"))
    assert verdict(replace(turned, words=""))
    assert verdict(replace(turned, drawn=None))
    assert "zero bytes" in verdict(replace(refused, words="a web page"))
    assert verdict(replace(refused, drawn=turned.drawn))


@pytest.mark.parametrize("orientation", range(1, 9))
def test_all_exif_orientations_show_the_same_upright_picture(orientation):
    data = turned_jpeg(orientation)
    difference = np.abs(decode_bytes(data, "turned.jpg").pixels.astype(int) - quarters())
    assert difference.mean() < 3
    if orientation > 1:  # the control: without the EXIF block it is another picture
        plain = np.asarray(Image.open(io.BytesIO(data)))
        assert plain.shape != (48, 64, 3) or np.abs(plain.astype(int) - quarters()).mean() > 20


def test_sixteen_bits_are_scaled_exactly_where_pillow_alone_saturates(corpus):
    path = corpus["ramp_16_bit.png"].path
    np.testing.assert_array_equal(decode(path).pixels[0, :, 0], np.arange(256))
    with Image.open(path) as image:
        assert np.asarray(image.convert("RGB")).mean() > 250


def test_sixteen_bit_values_are_rounded_to_the_nearest_level():
    values = np.full((8, 8), 128, np.uint16)
    values[0] = 129
    pixels = decode_bytes(encoded(Image.fromarray(values), "PNG"), "low.png").pixels
    assert (pixels[0, 0, 0], pixels[1, 0, 0]) == (1, 0)


@pytest.mark.parametrize("top", [1, 255, 65535])
def test_floating_point_pictures_are_scaled_by_the_range_they_show(top):
    data = encoded(Image.fromarray(np.float32(grey_ramp_16() / 65535 * top)), "TIFF")
    np.testing.assert_array_equal(decode_bytes(data, "float.tif").pixels[0, :, 0], np.arange(256))


def test_a_picture_is_scaled_by_its_own_range_when_that_is_wanted():
    values = np.tile(np.linspace(1000, 3040, 256).round().astype(np.uint16), (8, 1))
    for picture, kind in ((values, "PNG"), (values, "TIFF"), (values.astype(np.float32) - 5000, "TIFF")):
        data = encoded(Image.fromarray(picture), kind)
        image = decode_bytes(data, "low.tif", sixteen_bit="own range")
        np.testing.assert_array_equal(image.pixels[3, :, 1], np.arange(256))
        assert any("its own range" in note for note in image.notes)
    dark = decode_bytes(encoded(Image.fromarray(values), "PNG"), "low.png").pixels  # the control
    assert dark.max() == round(3040 / 257)
    even = encoded(Image.fromarray(np.full((9, 9), 7, np.uint16)), "PNG")
    assert (decode_bytes(even, "7.png", sixteen_bit="own range").pixels == 0).all()


def test_transparent_parts_are_white_not_their_hidden_colour(corpus):
    path = corpus["hidden_green.png"].path
    assert (decode(path).pixels[:, :10] == 255).all()
    with Image.open(path) as image:  # the control
        assert np.asarray(image.convert("RGB"))[0, 0].tolist() == [0, 255, 0]


@pytest.mark.parametrize(("background", "level"), [("white", 255), ("black", 0), ("grey", 128)])
def test_transparent_parts_show_the_background_that_was_chosen(corpus, background, level):
    for name in ("hidden_green.png", "alpha.webp", "transparent.gif", "colour_transparent.png", "grey_alpha.png"):
        image = decode(corpus[name].path, background=background)
        assert (image.pixels[-3, 2] == level).all()
        assert f"transparent parts on {background}" in image.notes


def test_half_transparent_colours_are_mixed_with_white():
    pixels = np.full((8, 8, 4), (100, 0, 200, 51), np.uint8)  # 51 of 255 is one fifth
    mixed = decode_bytes(encoded(Image.fromarray(pixels), "PNG"), "glass.png").pixels[0, 0]
    assert mixed.tolist() == [round(255 * 0.8 + 20), 204, 244]


@pytest.mark.parametrize("name", ["alpha.png", "palette_bytes_transparent.png", "grey_alpha.png", "cmyk_adobe.jpg",
                                  "one_bit.png", "plain.bmp"])
def test_a_large_picture_converted_in_strips_is_the_same(corpus, monkeypatch, name):
    whole = decode(corpus[name].path)
    monkeypatch.setattr(pixel_modes, "_STRIP_PIXELS", 450)
    in_strips = decode(corpus[name].path)
    np.testing.assert_array_equal(in_strips.pixels, whole.pixels)
    assert in_strips.notes == whole.notes


def test_a_flipped_byte_in_a_png_is_not_hidden_by_a_look_at_its_exif_block(corpus):
    path = corpus["flipped_byte.png"].path
    with Image.open(path) as image:  # the control: a second load after a failed one shows a picture
        with pytest.raises(OSError, match="broken data stream"):
            image.getexif()
        image.load()
    with pytest.raises(ImageError, match="damaged"):
        decode(path)


def test_a_truncated_jpeg_is_refused_though_verify_calls_it_sound(corpus):
    with Image.open(corpus["truncated_by_two.jpg"].path) as image:
        image.verify()
    with pytest.raises(ImageError, match="truncated"):
        decode(corpus["truncated_by_two.jpg"].path)


@pytest.mark.parametrize("at_least", [None, (8, 8)])
def test_nothing_is_decoded_when_the_header_claims_too_many_pixels(corpus, monkeypatch, at_least):
    def fail(self):
        raise AssertionError("decoded")

    monkeypatch.setattr(ImageFile.ImageFile, "load", fail)
    for name in ("large_header.png", "huge_header.png", "huge_header.jpg"):
        with pytest.raises(ImageError, match="too large"):
            decode(corpus[name].path, at_least=at_least)


@pytest.fixture
def default_limit():
    yield
    set_pixel_limit(None)


def test_the_pixel_limit_itself_is_allowed_and_can_be_set(default_limit):
    at_limit = encoded(Image.new("1", (1000, 1000)), "PNG")
    above = encoded(Image.new("1", (1000, 1001)), "PNG")
    assert decode_bytes(above, "above.png").pixels.shape == (1001, 1000, 3)
    set_pixel_limit(1_000_000)
    assert decode_bytes(at_limit, "at_the_limit.png").pixels.shape == (1000, 1000, 3)
    with pytest.raises(ImageError, match="too large: 1,000 × 1,001 pixels, at most 1 million"):
        decode_bytes(above, "above.png")


def test_the_pixel_limit_is_64_million_unless_the_environment_sets_a_sensible_one(monkeypatch):
    monkeypatch.delenv(LIMIT_VARIABLE, raising=False)
    assert pixel_limit() == PIXEL_LIMIT == 64_000_000
    for text, expected in (("100", 100_000_000), ("178", 178_000_000), ("179", 64_000_000), ("0", 64_000_000),
                           ("many", 64_000_000)):
        monkeypatch.setenv(LIMIT_VARIABLE, text)
        assert pixel_limit() == expected
    for pixels in (179_000_000, 10):
        with pytest.raises(InputError, match="from 1 to 178 million"):
            set_pixel_limit(pixels)


def test_a_jpeg_may_be_decoded_smaller_but_not_smaller_than_asked():
    image = Image.fromarray(quarters(800, 600))
    data = encoded(image, "JPEG")
    assert decode_bytes(data, "large.jpg", at_least=(100, 70)).pixels.shape == (100, 75, 3)
    assert decode_bytes(data, "large.jpg", at_least=(101, 70)).pixels.shape == (200, 150, 3)
    assert decode_bytes(data, "large.jpg", at_least=(1000, 1000)).pixels.shape == (800, 600, 3)
    assert decode_bytes(encoded(image, "PNG"), "large.png", at_least=(8, 8)).pixels.shape == (800, 600, 3)


def test_the_smaller_decoding_of_a_turned_jpeg_counts_its_upright_sides():
    exif = Image.Exif()
    exif[0x0112] = 6
    data = encoded(Image.fromarray(quarters(800, 400)), "JPEG", exif=exif.tobytes())
    assert decode_bytes(data, "turned.jpg", at_least=(100, 200)).pixels.shape == (100, 200, 3)


def test_bytes_and_file_give_the_same_pixels_again_and_in_threads(corpus):
    kept = [odd.path for odd in corpus.values() if odd.size]
    once = [decode_bytes(path.read_bytes(), path.name).pixels for path in kept]
    with ThreadPoolExecutor(4) as pool:
        for first, again in zip(once, pool.map(decode, kept), strict=True):
            np.testing.assert_array_equal(first, again.pixels)


def test_the_pixels_are_ours_to_change(corpus):
    for odd in corpus.values():
        if odd.size:
            pixels = decode(odd.path).pixels
            assert pixels.flags.writeable
            assert pixels.flags.c_contiguous


def test_no_warning_of_pillow_reaches_the_user(corpus):
    path = corpus["palette_bytes_transparent.png"].path
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        with Image.open(path) as image:
            image.convert("RGB")
        assert caught  # the control: Pillow does warn
        del caught[:]
        decode(path)
        assert not caught


def test_a_damaged_heic_that_ends_the_process_in_its_library_is_refused_before():
    damaged = odd_images.HEIC.replace(b"Exif\0\0", b"Exi\xe6\0\0", 1)
    assert damaged != odd_images.HEIC
    with pytest.raises(ImageError, match="list of contents"):
        decode_bytes(damaged, "phone.heic")


def test_what_a_library_says_in_several_lines_becomes_one(monkeypatch):
    def fail(*arguments, **words):
        raise ValueError("Invalid input:\n\tbox \x1b[31m" + "x" * 500)

    monkeypatch.setattr(Image, "open", fail)
    with pytest.raises(ImageError) as caught:
        decode_bytes(odd_images.HEIC, "phone.heic")
    assert caught.value.reason.startswith("damaged: Invalid input: box [31m" + "x" * 100)
    assert caught.value.reason.isprintable()
    assert len(caught.value.reason) < 250


def test_heic_without_its_library_is_refused_with_the_way_out(corpus, monkeypatch):
    monkeypatch.setitem(sys.modules, "pi_heif", None)
    monkeypatch.setattr(heif_files, "_is_ready", False)
    with pytest.raises(ImageError, match="Most Compatible"):
        decode(corpus["phone_3.heic"].path)


def test_what_is_no_readable_file_says_so(tmp_path, monkeypatch):
    with pytest.raises(ImageError, match="no such file"):
        decode(tmp_path / "gone.jpg")
    with pytest.raises(ImageError, match="no such file"):
        decode(Path("a\0b.jpg"))
    with pytest.raises(ImageError, match="this is a folder"):
        decode(tmp_path)
    (tmp_path / "locked.jpg").touch()
    monkeypatch.setattr(os, "open", lambda *args: (_ for _ in ()).throw(PermissionError(13, "Permission denied")))
    with pytest.raises(ImageError, match="no permission"):
        decode(tmp_path / "locked.jpg")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_refused_instead_of_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.jpg")
    with pytest.raises(ImageError, match="not a regular file"):
        decode(tmp_path / "pipe.jpg")


def test_grey_is_recognised_with_the_small_differences_of_jpeg():
    grey = np.repeat(np.arange(64, dtype=np.uint8).reshape(8, 8, 1), 3, axis=2)
    assert is_grey(grey)
    grey[3, 3, 2] += 2
    assert is_grey(grey)
    grey[3, 3, 2] += 1
    assert not is_grey(grey)
    assert not is_grey(quarters())


def mutated(data: bytes, random: np.random.Generator) -> bytes:
    """Change, remove or insert a few bytes."""
    result = bytearray(data)
    for _ in range(random.integers(1, 8)):
        place = int(random.integers(len(result) + 1))
        match random.integers(4):
            case 0:
                result[place:place + 1] = random.bytes(1)
            case 1:
                result[place:place + 1] = bytes([int(random.choice([0, 127, 128, 255]))])
            case 2:
                del result[place:place + int(random.integers(1, 40))]
            case _:
                result[place:place] = random.bytes(int(random.integers(1, 20)))
    return bytes(result)


def treated(data: bytes, name: str) -> np.ndarray | ImageError:
    try:
        return decode_bytes(data, name).pixels
    except ImageError as error:
        return error


def test_mutated_files_raise_nothing_but_image_errors_with_their_name(corpus):
    random = np.random.default_rng(20)
    sources = [odd.path for odd in corpus.values() if odd.size]
    outcomes = {"kept": 0, "refused": 0}
    for number in range(800):
        path = sources[number % len(sources)]
        outcome = treated(mutated(path.read_bytes(), random), path.name)
        outcomes["refused" if isinstance(outcome, ImageError) else "kept"] += 1
        if isinstance(outcome, ImageError):
            assert path.name in str(outcome)
            assert len(outcome.reason) > 8
        else:
            assert outcome.dtype == np.uint8
            assert outcome.shape[2] == 3
    assert outcomes["kept"] > 50
    assert outcomes["refused"] > 200
