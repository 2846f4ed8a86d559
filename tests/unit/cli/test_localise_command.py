"""The command localise, without boxes and with boxes, whose figures follow from its own list of places."""

import csv

import numpy as np
import pytest

from cnnstudio.data.loading import load
from cnnstudio.explain.explainer import Explainer
from cnnstudio.explain.validation.localisation import box_of_map, overlap
from cnnstudio.runs.store import RunFolder


def rows_of(path):
    return list(csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines()))


def test_every_image_gets_a_class_and_the_box_of_its_own_map(run_cli, small_run, tmp_path):
    answer = run_cli("localise", small_run.path, small_run.folder.root, "--out", tmp_path / "found.csv", "--json")
    assert answer.status == 0
    event, = answer.of("localisation")
    assert (event["images"], event["methods"], event["right_and_placed"]) == (30, [], None)
    rows = rows_of(tmp_path / "found.csv")
    assert len(rows) == 30
    run = RunFolder.load(small_run.path)
    record = run.record
    explainer = Explainer(run.load_module(), record.preprocess, record.mean, record.std, record.class_names)
    for row, file in list(zip(rows, small_run.folder.files, strict=True))[::7]:
        loaded = load(file.path, record.preprocess)
        found = explainer.explain(loaded.pixels, loaded=loaded)
        assert row["file"] == file.relative
        assert row["predicted"] == record.class_names[found.predicted]
        box = box_of_map(found.heatmap.raw)
        size = np.array([loaded.source_w, loaded.source_h] * 2)   # square pictures: all of each is the input
        assert [float(row[name]) for name in ("x0", "y0", "x1", "y1")] == pytest.approx((box * size).tolist(), abs=1e-3)
    assert event["accuracy"] == pytest.approx(np.mean([row["class"] == row["predicted"] for row in rows]))


def test_known_boxes_give_figures_for_every_method_and_layer(run_cli, small_run, tmp_path):
    """The boxes are those the command found itself, cut at Otsu's threshold: at that threshold all are met."""
    run_cli("localise", small_run.path, small_run.folder.root, "--out", tmp_path / "found.csv")
    rows = [row for row in rows_of(tmp_path / "found.csv") if row["class"] == row["predicted"] and row["x0"]]
    lines = [f"{row['file']},{row['x0']},{row['y0']},{row['x1']},{row['y1']}" for row in rows]
    (tmp_path / "boxes.csv").write_text("\n".join(["file,x0,y0,x1,y1", *lines, "gone.png,1,2,3,4"]))
    answer = run_cli("localise", small_run.path, small_run.folder.root, "--boxes", tmp_path / "boxes.csv", "--split",
                     "validation", "--method", "grad-cam", "layercam", "--layer", "auto", "conv2d_1", "--json")
    event, = answer.of("localisation")
    assert len({(one["method"], one["layer"]) for one in event["methods"]}) == 4
    first = event["methods"][0]
    otsu, = (one for one in first["boxes"] if one["chosen_on"] == "otsu")
    assert 0 < otsu["right"] == otsu["images"] == first["all"]["images"] == event["boxed_images"] <= event["images"]
    assert first["all"]["hits"] == event["boxed_images"]   # a box holds the hottest place, or nearly
    assert any("Line" in note and "gone.png" in note for note in event["notes"])
    assert {one["chosen_on"] for one in first["boxes"]} == {"these images", "fixed", "otsu"}


def test_the_figures_are_printed_and_nothing_is_written_among_the_images(run_cli, small_run, tmp_path):
    file = small_run.folder.files[0]
    (tmp_path / "boxes.csv").write_text(f"file,x0,y0,x1,y1\n{file.relative},0,0,24,24\n")
    answer = run_cli("localise", small_run.path, small_run.folder.root, "--boxes", tmp_path / "boxes.csv")
    assert "Hottest place on the object  100.0 %" in answer.out
    assert "area of the box 100.0 %" in answer.out
    refused = run_cli("localise", small_run.path, small_run.folder.root, "--out", small_run.folder.root / "x.csv")
    assert refused.status == 1
    assert "never changed" in refused.err
    bad = run_cli("localise", small_run.path, small_run.folder.root, "--boxes", tmp_path / "none.csv")
    assert bad.status == 1
    assert "none.csv cannot be read" in bad.err


def test_a_box_overlaps_itself_and_not_its_neighbour():
    boxes = np.array([[0, 0, 0.5, 0.5], [0.5, 0, 1, 0.5]], np.float32)
    assert overlap(boxes, boxes).tolist() == [[1, 0], [0, 1]]
