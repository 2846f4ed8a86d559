"""An explanation in words and as files."""

import json

import numpy as np
import pytest
from PIL import Image

from cnnstudio.errors import StorageError
from tests.unit.explain.test_explainer import picture, spot_explainer


def test_saving_writes_overlay_legend_raw_map_and_document(tmp_path):
    found = spot_explainer("crop").explain(picture(40, 60, 12, 20))
    files = found.save(tmp_path / "new" / "folder", "wolf 1", opacity=0.7, color_map="viridis")

    assert sorted(path.name for path in files.overlay.parent.iterdir()) == [
        "wolf 1.json", "wolf 1.legend.png", "wolf 1.overlay.png", "wolf 1.raw.npy"]
    expected = found.overlay(opacity=0.7, color_map="viridis")
    np.testing.assert_array_equal(np.asarray(Image.open(files.overlay)), expected)
    np.testing.assert_array_equal(np.asarray(Image.open(files.legend)), found.legend("viridis"))
    np.testing.assert_array_equal(np.load(files.raw, allow_pickle=False), found.heatmap.raw)
    document = json.loads(files.document.read_text("utf-8"))
    assert document["probabilities"].keys() == {"spot", "dark"}
    assert document["target_name"] == document["predicted"] == "spot"
    assert document["placement"] == {"top": 0, "left": 10, "height": 40, "width": 40}
    assert document["evidence"] == found.evidence
    assert document["peak"] == found.heatmap.peak


def test_a_folder_that_cannot_be_written_is_named(tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StorageError, match=r"wolf\.overlay\.png"):
        spot_explainer().explain(picture(32, 32, 2, 2)).save(tmp_path / "file", "wolf")


def test_the_legend_of_a_cut_image_explains_the_hatching():
    cut, whole = (spot_explainer(fit).explain(picture(40, 60, 12, 20)).legend() for fit in ("crop", "stretch"))
    assert cut.shape[0] > whole.shape[0]
