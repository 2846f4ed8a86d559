"""Tests of writing explanations."""

import unicodedata

import numpy as np
import pytest

from cnnstudio.data.decoding.decode import decode
from cnnstudio.errors import StorageError
from cnnstudio.workspace.explanation_files import enlarged, file_stem, save_explanation, unique_stem
from cnnstudio.workspace.explanation_job import ExplanationJob


@pytest.fixture
def ready(small_run):
    explained, = ExplanationJob(small_run.path, small_run.folder.files[0].path).run(lambda: False)
    return explained


def test_the_three_files_hold_the_explanation(ready, tmp_path):
    files = save_explanation(ready, tmp_path / "out", "cat")
    assert [path.name for path in (files.overlay, files.legend, files.raw)] == [
        "cat.overlay.png", "cat.legend.png", "cat.raw.npy"]
    assert decode(files.overlay).pixels.shape == ready.pixels.shape
    assert decode(files.legend).pixels.ndim == 3
    assert np.array_equal(np.load(files.raw, allow_pickle=False), ready.explanation.heatmap.raw)


def test_without_opacity_the_overlay_is_the_image(ready, tmp_path):
    files = save_explanation(ready, tmp_path, "cat", opacity=0)
    assert np.array_equal(decode(files.overlay).pixels, ready.pixels)


def test_a_place_that_cannot_be_written_is_named(ready, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(StorageError, match="file"):
        save_explanation(ready, tmp_path / "file", "cat")


def test_a_small_image_is_shown_larger_with_sharp_pixels(ready):
    image, blended = enlarged(ready, 100)
    assert image.shape == blended.shape == (120, 120, 3)
    assert np.array_equal(image[::5, ::5], ready.pixels)
    assert np.array_equal(image[4::5, 4::5], ready.pixels)


def test_a_large_image_is_shown_as_it_is(ready):
    image, _ = enlarged(ready, 10)
    assert np.array_equal(image, ready.pixels)


@pytest.mark.parametrize(("parts", "expected"), [
    (("cat_0001", "dog"), "cat_0001.dog"), (("a/b\\c", "x:y*?"), "a-b-c.x-y"), (("..", ""), "image"),
    (("con", ), "_con"), (("LPT1", "cat"), "_LPT1.cat"), (("grüße", "ø"), "grüße.ø"), (("a\x00b\nc",), "a-b-c"),
    ((" lead", "trail. "), "lead.trail")])
def test_names_suit_every_file_system(parts, expected):
    assert file_stem(*parts) == expected


def test_a_long_name_is_cut_and_decomposed_letters_are_joined():
    assert len(file_stem("x" * 500)) == 80
    assert file_stem(unicodedata.normalize("NFD", "é")) == "é"


def test_names_that_are_taken_get_a_number_whatever_their_case():
    taken: set[str] = set()
    assert [unique_stem(name, taken) for name in ("a", "A", "a", "b")] == ["a", "A-2", "a-3", "b"]
