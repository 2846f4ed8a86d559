"""Photographs with known boxes in small: the way from the list to the figures, against the list itself."""

import csv
import zipfile

import numpy as np
import pytest

from cnnstudio.training.config import TrainConfig
from tests.helpers import image_sets
from tests.stories.boxed_objects import figures, fine_tuned, localised

EACH = 2
"""Photographs of a class in a split."""


@pytest.fixture
def photographs(tmp_path):
    """Unpack some of the photographs, and the whole list of boxes."""
    with zipfile.ZipFile(image_sets.testdata("boxed_objects.zip")) as archive:
        taken = {}
        for name in archive.namelist():
            taken.setdefault(name.rpartition("/")[0], []).append(name)
        for names in taken.values():
            archive.extractall(tmp_path / "boxed", names[:EACH])
    return tmp_path / "boxed"


def test_the_figures_of_photographs_follow_from_their_list_of_boxes(photographs, tmp_path):
    train = TrainConfig(epochs=1, batch_size=10, device="cpu", threads=1, precision="float32")
    run = fine_tuned(photographs, tmp_path, side=32, train=train, network="small")
    found = localised(run, photographs, ("grad-cam",))
    told = figures(found)
    (report,) = told["methods"]
    assert told["images"] == report["all"]["images"] == 5 * EACH
    rows = list(csv.DictReader((photographs / "boxes.csv").read_text().splitlines()))
    mine = [row for row in rows if row["split"] == "test"
            and (photographs / "test" / row["class"] / row["file"]).exists()]
    areas = {name: np.mean([(int(row["x1"]) - int(row["x0"])) * (int(row["y1"]) - int(row["y0"])) / 224**2
                            for row in mine if row["class"] == name]) for name in {row["class"] for row in mine}}
    assert report["all"]["area"] == pytest.approx(np.mean(list(areas.values())), rel=1e-3)
    for score in report["classes"]:
        assert score["area"] == pytest.approx(areas[score["name"]], rel=1e-3)
    assert {one["chosen_on"] for one in report["accuracies"]} == {"validation", "fixed", "otsu"}
    # Most lines are about photographs that were not unpacked: said once, and no hindrance.
    assert any("Line" in note and "more" in note for note in found.notes)
