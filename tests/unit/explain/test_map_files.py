"""Maps at the size of the image, signed, and the box around what is hottest."""

import io

import numpy as np
import pytest
from PIL import Image

from cnnstudio.data.config import PreprocessConfig
from cnnstudio.data.preprocess import place
from cnnstudio.errors import InputError
from cnnstudio.explain.explained import KnownNetwork, RawMap, SeenImage, explanation
from cnnstudio.explain.explanation import Explanation
from cnnstudio.explain.hot_box import hot_box
from cnnstudio.explain.map_figures import figure
from cnnstudio.explain.map_files import FILE_KINDS, MapToWrite, check_kinds, full_size_map, write_files
from cnnstudio.explain.map_paint import MapLook
from cnnstudio.explain.target import ExactTarget

SIDE = 32


def explained(raw: np.ndarray, fit: str = "stretch", height: int = 64, width: int = 128) -> Explanation:
    pixels = np.full((height, width, 3), 100, np.uint8)
    where = place(height, width, PreprocessConfig(height=SIDE, width=SIDE, fit=fit))
    seen = SeenImage(pixels, np.zeros((SIDE, SIDE, 3), np.uint8), where)
    logits = np.array([1.0, 0.0], np.float32)
    found = RawMap(raw.astype(np.float32), logits, ExactTarget("logit", 0), "grad-cam", "conv")
    return explanation(found, seen, KnownNetwork(("cat", "dog"), (0.5,) * 3, (0.5,) * 3, ""))


def test_the_full_size_map_keeps_the_sign_and_the_unit_and_does_not_invent_what_was_cut_off():
    raw = np.zeros((4, 4))
    raw[0, 0], raw[3, 3] = 7.0, -5.0
    values = full_size_map(explained(raw, "crop"))
    assert np.isnan(values[:, :32]).all()
    assert np.isnan(values[:, 96:]).all()
    assert (np.nanmax(values), np.nanmin(values)) == (7.0, -5.0)
    assert values[0, 32] == 7.0
    assert values[-1, 95] == -5.0


def test_the_hot_box_is_the_one_worked_out_by_hand():
    raw = np.zeros((4, 4))
    raw[0, 3] = 1.0
    # Bilinear from the centre of the cell at 3.5/4, the value falls to a half one half cell further: at 3/4.
    found = hot_box(explained(raw))
    assert found.left == pytest.approx(128 * 3 / 4, abs=128 / 224)
    assert found.bottom == pytest.approx(64 * 1 / 4, abs=64 / 224)
    assert (found.top, found.right) == (0, 128)
    # From the border to the centre it is 1, then it falls evenly to 0 over a cell: along each axis
    # (1/2 + 3/8) of (1/2 + 1/2) lie in the box.
    assert found.share == pytest.approx((7 / 8) ** 2, abs=0.01)


def test_the_hot_box_of_a_padded_image_ends_at_the_image():
    raw = np.zeros((4, 4))
    raw[1] = 1.0
    found = hot_box(explained(raw, "pad"))
    assert (found.top, found.left, found.right) == (0, 0, 128)
    assert hot_box(explained(-np.ones((4, 4)))) is None


def test_every_kind_of_file_is_written_and_read_again(tmp_path):
    one = explained(np.eye(4))
    files = write_files(MapToWrite(one), tmp_path, "x", [kind.name for kind in FILE_KINDS])
    assert {path.name for path in tmp_path.iterdir()} == {path.name for path in files.values()}
    assert len(files) == len({kind.ending for kind in FILE_KINDS}) == len(FILE_KINDS)
    with Image.open(io.BytesIO(files["tiff"].read_bytes())) as picture:
        np.testing.assert_array_equal(np.asarray(picture), full_size_map(one))
    np.testing.assert_array_equal(np.load(files["raw"]), np.eye(4))


def test_the_figure_is_the_overlay_above_its_legend():
    one = explained(np.eye(4))
    whole, over = figure(one, MapLook(limit=one.heatmap.peak)), one.overlay()
    left = (whole.shape[1] - over.shape[1]) // 2
    np.testing.assert_array_equal(whole[:64, left:left + 128], over)
    assert (whole[64:] != 255).any()


def test_an_unknown_kind_of_file_is_refused_with_the_known_ones():
    assert check_kinds(["raw", "tiff", "raw"]) == ("raw", "tiff")
    with pytest.raises(InputError, match="choose overlay, legend"):
        check_kinds(["gif"])
