"""The part that is there of a truncated picture can be used, and nobody else is affected."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from PIL import Image, ImageFile

from cnnstudio.data.decoding.decode import decode, decode_bytes
from cnnstudio.errors import ImageError
from tests.helpers.images import class_picture, encoded, quarters
from tests.helpers.odd_images import make_odd_files

PICTURE = class_picture("cat", 3, 128)
JPEG = {"quality": 95, "subsampling": 0}


def rows_read(note: str) -> float:
    return int(note.split(" % ", maxsplit=1)[0].rsplit(" ", 1)[1]) / 100


@pytest.mark.parametrize(("kind", "options", "mode"), [
    ("JPEG", JPEG, "RGB"), ("JPEG", {"quality": 95}, "L"), ("JPEG", JPEG, "CMYK"), ("PNG", {}, "RGB"), ("PNG", {}, "L"),
    ("PNG", {}, "RGBA")])
@pytest.mark.parametrize("share", [0.3, 0.7])
def test_the_rows_that_are_there_show_what_was_drawn_and_the_rest_is_their_mean_colour(kind, options, mode, share):
    data = encoded(Image.fromarray(PICTURE).convert(mode), kind, **options)
    whole = decode_bytes(data, "whole.jpg").pixels
    part = decode_bytes(data[:int(len(data) * share)], "part.jpg", readable_part=True)
    note = next(note for note in part.notes if "of the rows" in note)
    rows = int(rows_read(note) * 128)
    assert share - 0.2 < rows / 128 < share + 0.1
    np.testing.assert_array_equal(part.pixels[:rows], whole[:rows])
    missing = part.pixels[rows + 2:]
    assert (missing == missing[0, 0]).all()
    assert np.abs(missing[0, 0] - whole[:rows].mean(axis=(0, 1))).max() < 3
    assert (part.source_h, part.source_w) == (128, 128)


def test_without_the_wish_a_truncated_file_is_refused(tmp_path):
    data = encoded(Image.fromarray(PICTURE), "JPEG")
    with pytest.raises(ImageError, match="truncated"):
        decode_bytes(data[:-300], "part.jpg")


def test_a_sound_file_is_the_same_with_the_wish_and_other_damage_is_refused_all_the_same(tmp_path):
    for odd in make_odd_files(tmp_path):
        if odd.drawn is not None:
            np.testing.assert_array_equal(decode(odd.path, readable_part=True).pixels, decode(odd.path).pixels)
        elif "truncated" not in odd.words and "flipped" not in odd.path.name:
            with pytest.raises(ImageError, match=odd.path.name):
                decode(odd.path, readable_part=True)


def test_less_than_a_tenth_is_refused():
    for kind, start in (("JPEG", b"\xff\xda"), ("PNG", b"IDAT")):
        data = encoded(Image.fromarray(PICTURE), kind)
        place = data.index(start)
        with pytest.raises(ImageError, match="missing, and less than a tenth"):
            decode_bytes(data[:place + (len(data) - place) // 16], "part.jpg", readable_part=True)


def test_a_progressive_jpeg_keeps_all_rows_with_less_detail():
    data = encoded(Image.fromarray(PICTURE), "JPEG", quality=90, progressive=True)
    image = decode_bytes(data[:len(data) * 2 // 3], "part.jpg", readable_part=True)
    assert image.notes == ("the end of the file is missing; all rows are there, with less detail",)
    assert np.abs(image.pixels.astype(int) - PICTURE).mean() < 20


def test_a_turned_picture_misses_the_side_its_missing_rows_lie_on():
    exif = Image.Exif()
    exif[0x0112] = 6
    stored = Image.fromarray(PICTURE).transpose(Image.Transpose.ROTATE_90)
    data = encoded(stored, "JPEG", **JPEG, exif=exif.tobytes())
    part = decode_bytes(data[:len(data) // 2], "part.jpg", readable_part=True)
    assert (part.pixels[:, :40] == part.pixels[0, 0]).all()
    assert np.abs(part.pixels[:, 80:].astype(int) - PICTURE[:, 80:]).mean() < 4


def test_a_smaller_decoding_misses_the_same_part():
    data = encoded(Image.fromarray(quarters(480, 640)), "JPEG", **JPEG)
    part = decode_bytes(data[:len(data) // 2], "part.jpg", at_least=(100, 100), readable_part=True)
    assert part.pixels.shape == (120, 160, 3)
    assert (part.source_h, part.source_w) == (480, 640)


def test_in_threads_truncated_files_are_refused_beside_others_whose_part_is_wanted():
    data = encoded(Image.fromarray(PICTURE), "JPEG")
    cut = data[:len(data) // 2]

    def outcome(number: int) -> str:
        try:
            return decode_bytes(cut, "part.jpg", readable_part=number % 2 == 0).notes[0][:14]
        except ImageError as error:
            return error.reason[:14]

    with ThreadPoolExecutor(8) as pool:
        outcomes = list(pool.map(outcome, range(400)))
    assert set(outcomes[::2]) == {"only the first"}
    assert set(outcomes[1::2]) == {"the end of the"}
    assert not ImageFile.LOAD_TRUNCATED_IMAGES


def test_the_switch_of_pillow_would_let_others_pass(monkeypatch):
    """Control: what the switch for the whole process does to a file whose part nobody wants."""
    data = encoded(Image.fromarray(PICTURE), "JPEG")
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)
    assert decode_bytes(data[:len(data) // 2], "part.jpg").pixels.shape == (128, 128, 3)
