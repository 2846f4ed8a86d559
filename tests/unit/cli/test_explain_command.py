"""Tests of the command explain beyond one map an image: several questions, whole folders, other kinds of files."""

import csv
import json
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from cnnstudio.data.decoding.decode import decode
from cnnstudio.data.loading import load
from cnnstudio.runs.store import RunFolder
from tests.helpers.command_line import contents
from tests.helpers.images import make_folder

FAST = ("--patch", "8", "--stride", "8", "--noisy-images", "2")


def first(small_run, count: int = 1) -> list[Path]:
    return [file.path for file in small_run.folder.files[:count]]


def rows_of(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines()))


def network_and_input(small_run, path: Path) -> tuple[torch.nn.Module, torch.Tensor]:
    """Return the run's network and what it is given of a file, by the record alone."""
    run = RunFolder.load(small_run.path)
    pixels = load(path, run.record.preprocess).input_pixels
    values = (pixels / 255 - np.array(run.record.mean)) / np.array(run.record.std)
    return run.load_module().eval(), torch.from_numpy(values.transpose(2, 0, 1)[None]).float()


def test_several_methods_classes_and_layers_give_a_map_each(run_cli, small_run, tmp_path):
    answer = run_cli("explain", small_run.path, *first(small_run), "--method", "grad-cam", "--method", "hirescam",
                     "--target", "cat", "--target", "owl", "--layer", "auto", "--layer", "conv2d_1",
                     "--out", tmp_path / "out", "--json")
    assert answer.status == 0
    events = answer.of("explanation")
    asked = {(event["target"], event["method"], event["layer"]) for event in events}
    assert len(events) == len(asked) == 8
    assert {layer for *_, layer in asked} > {"conv2d_1"}
    assert len({event["raw"] for event in events}) == 8
    assert len(list((tmp_path / "out").iterdir())) == 8 * 4


@pytest.mark.parametrize("method", ["score-cam", "ablation-cam", "gradients-x-input", "gradient-size", "smoothgrad",
                                    "guided-backpropagation", "integrated-gradients", "occlusion"])
def test_every_method_that_asks_the_whole_network_is_there(run_cli, small_run, tmp_path, method):
    answer = run_cli("explain", small_run.path, *first(small_run), "--method", method, *FAST, "--out", tmp_path,
                     "--json")
    event, = answer.of("explanation")
    assert event["method"] == method
    assert np.isfinite(np.load(event["raw"])).all()


def test_why_one_class_rather_than_another_is_the_gradient_of_the_difference(run_cli, small_run, tmp_path):
    image, = first(small_run)
    answer = run_cli("explain", small_run.path, image, "--target", "dog", "--against", "owl", "--method",
                     "gradients-x-input", "--out", tmp_path, "--json")
    event, = answer.of("explanation")
    assert (event["target"], event["against"], event["target_kind"]) == ("dog", "owl", "contrast")
    network, pixels = network_and_input(small_run, image)
    pixels.requires_grad_()
    logits = network(pixels)[0]
    gradient, = torch.autograd.grad(logits[1] - logits[2], pixels)
    truth = (gradient * pixels)[0].sum(dim=0).detach().numpy()
    np.testing.assert_allclose(np.load(event["raw"]), truth, atol=5e-6 * np.abs(truth).max())   # float32
    document = json.loads(Path(event["document"]).read_text(encoding="utf-8"))
    assert (document["target_kind"], document["against_name"]) == ("contrast", "owl")


def test_a_class_to_be_against_needs_a_contrast(run_cli, small_run):
    answer = run_cli("explain", small_run.path, *first(small_run), "--against", "owl", "--target-kind", "log-odds")
    assert answer.status == 1
    assert "Only a contrast" in answer.err


def test_all_layers_are_the_same_maps_as_one_after_the_other(run_cli, small_run, tmp_path):
    answer = run_cli("explain", small_run.path, *first(small_run), "--target", "dog", "--all-layers", "--files", "raw",
                     "--out", tmp_path / "all", "--json")
    events = answer.of("explanation")
    assert len(events) > 4
    for event in events[::3]:
        alone, = run_cli("explain", small_run.path, *first(small_run), "--target", "dog", "--layer", event["layer"],
                         "--files", "raw", "--out", tmp_path / "one", "--json").of("explanation")
        one, every = np.load(alone["raw"]), np.load(event["raw"])
        np.testing.assert_allclose(every, one, atol=5e-6 * np.abs(one).max())


def test_a_folder_gives_scores_and_a_manifest(run_cli, small_run, tmp_path):
    root = small_run.folder.root
    before = contents(root)
    answer = run_cli("explain", small_run.path, "--folder", root, "--out", tmp_path / "out", "--json")
    assert answer.status == 0
    assert contents(root) == before
    end, = answer.of("explained")
    rows = rows_of(Path(end["scores"]))
    assert (end["images"], end["failed"], end["maps"], len(rows)) == (30, 0, 30, 30)
    assert {row["label"] for row in rows} == {"cat", "dog", "owl"}
    assert len({row["files"] for row in rows}) == 30
    manifest = json.loads(Path(end["manifest"]).read_text(encoding="utf-8"))
    assert (manifest["complete"], manifest["images"], manifest["methods"]) == (True, 30, ["grad-cam"])
    assert len(manifest["weights_sha256"]) == 64
    assert manifest["settings"]["fill"] == "blur"
    written = {path.name for path in (tmp_path / "out").iterdir()}
    assert written == {"scores.csv", "manifest.json"} | {f"{row['files']}.overlay.png" for row in rows}
    row = rows[7]
    network, pixels = network_and_input(small_run, root / row["image"])
    with torch.no_grad():
        probabilities = network(pixels).softmax(1)[0].numpy()
    assert float(row["predicted_probability"]) == pytest.approx(probabilities.max(), abs=2e-6)
    assert row["predicted"] == ("cat", "dog", "owl")[probabilities.argmax()]


def test_the_hot_box_holds_the_share_of_the_evidence_it_says(run_cli, small_run, tmp_path):
    run_cli("explain", small_run.path, "--folder", small_run.folder.root, "--files", "npy", "--out", tmp_path / "out")
    checked = 0
    for row in rows_of(tmp_path / "out" / "scores.csv"):
        if not row["share_in_hot_box"]:
            assert float(row["peak"]) == 0
            continue
        values = np.maximum(np.load(tmp_path / "out" / f"{row['files']}.map.npy"), 0)
        left, top, right, bottom = (float(row[f"hot_{edge}"]) for edge in ("left", "top", "right", "bottom"))
        assert 0 <= left < right <= 24
        assert 0 <= top < bottom <= 24
        inside = values[round(top):round(bottom), round(left):round(right)]
        assert inside.max() == pytest.approx(values.max(), rel=1e-5)
        # the box is found at 224 cells a side, the map has 24: a cell more or less at each edge
        assert inside.sum() / values.sum() == pytest.approx(float(row["share_in_hot_box"]), abs=0.12)
        checked += 1
    assert checked > 15


def test_only_the_tables_are_written_when_no_files_are_wanted(run_cli, small_run, tmp_path):
    answer = run_cli("explain", small_run.path, "--folder", small_run.folder.root / "cat", "--files", "none", "--out",
                     tmp_path / "out")
    assert answer.status == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["manifest.json", "scores.csv"]


def test_a_list_of_images_is_explained_with_its_labels(run_cli, small_run, tmp_path):
    images = first(small_run, 2)
    table = tmp_path / "list.csv"
    table.write_text(f"path,label\n{images[0]},cat\n{images[1]},=odd\nnowhere.png,owl\n", encoding="utf-8")
    answer = run_cli("explain", small_run.path, "--folder", table, "--files", "none", "--out", tmp_path / "out",
                     "--json")
    assert answer.status == 1
    assert "nowhere.png" in answer.of("error")[0]["message"]
    rows = rows_of(tmp_path / "out" / "scores.csv")
    assert [row["label"] for row in rows] == ["cat", "'=odd"]   # no spreadsheet takes it for a formula
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text(encoding="utf-8"))
    assert [failed["image"] for failed in manifest["failed"]] == ["nowhere.png"]


def test_nothing_is_written_among_listed_images(run_cli, small_run, tmp_path):
    root = make_folder(tmp_path / "mine", {"a": 2}, 24)
    table = tmp_path / "list.csv"
    table.write_text("path,label\n" + "".join(f"mine/a/{file.name},cat\n" for file in (root / "a").iterdir()))
    before = contents(root)
    for place in (root, table):
        answer = run_cli("explain", small_run.path, "--folder", place, "--out", root / "a" / "maps")
        assert answer.status == 1
        assert "never changed" in answer.err
    assert contents(root) == before


@pytest.mark.parametrize(("words", "message"), [
    (("--folder", "nowhere"), "neither a folder nor a list"),
    (("x.png", "--files", "gif"), 'no kind of file "gif"; choose overlay')])
def test_what_is_missing_is_said(run_cli, small_run, tmp_path, words, message):
    answer = run_cli("explain", small_run.path, *words, "--out", tmp_path / "out")
    assert answer.status == 1
    assert message in answer.err


def test_images_and_a_folder_exclude_each_other(run_cli, small_run):
    answer = run_cli("explain", small_run.path, *first(small_run), "--folder", small_run.folder.root)
    assert answer.status == 2
    assert "not both" in answer.err
    neither = run_cli("explain", small_run.path)
    assert neither.status == 2
    assert "give the images" in neither.err


def test_the_map_comes_as_tiff_and_npy_at_the_size_of_the_image_and_with_its_legend(run_cli, small_run, tmp_path):
    tall = tmp_path / "tall.png"
    Image.fromarray(np.random.default_rng(0).integers(0, 256, (90, 40, 3), dtype=np.uint8)).save(tall)
    answer = run_cli("explain", small_run.path, tall, "--files", "tiff,npy,figure,raw", "--out", tmp_path / "out",
                     "--json")
    event, = answer.of("explanation")
    with Image.open(event["tiff"]) as picture:
        assert picture.mode == "F"
        tiff = np.asarray(picture)
    assert tiff.shape == (90, 40)
    np.testing.assert_array_equal(tiff, np.load(event["npy"]))
    assert decode(Path(event["figure"])).pixels.shape[0] > 90
    raw = np.load(event["raw"])
    assert np.nanmin(tiff) >= raw.min() - 1e-6
    assert np.nanmax(tiff) <= raw.max() + 1e-6
    assert "overlay" not in event


def test_a_folder_that_was_begun_is_gone_on_with_and_another_is_refused(run_cli, small_run, tmp_path):
    words = ("explain", small_run.path, "--folder", small_run.folder.root, "--files", "none", "--existing", "go-on",
             "--out", tmp_path / "out")
    assert run_cli(*words).status == 0
    again = run_cli(*words)
    assert again.status == 1
    assert "finished export already, which is kept" in again.err


def test_signs_and_a_fixed_end_of_the_scale_change_the_picture_and_are_written_down(run_cli, small_run, tmp_path):
    pictures = set()
    for number, words in enumerate([(), ("--sign", "both"), ("--scale-to", "1000"), ("--laid-as", "contours")]):
        event, = run_cli("explain", small_run.path, *first(small_run), *words, "--out", tmp_path / str(number),
                         "--json").of("explanation")
        pictures.add(Path(event["overlay"]).read_bytes())
        document = json.loads(Path(event["document"]).read_text(encoding="utf-8"))
    assert len(pictures) == 4
    assert (document["painting"]["laid_as"], document["scale"]["limit"]) == ("contours", None)
    wrong = run_cli("explain", small_run.path, *first(small_run), "--scale-to", "0")
    assert wrong.status == 2
    assert "should be a number over 0" in wrong.err


def test_the_script_of_the_first_map_is_written_beside_it(run_cli, small_run, tmp_path):
    answer = run_cli("explain", small_run.path, *first(small_run, 2), "--method", "hirescam", "--python",
                     tmp_path / "again.py", "--out", tmp_path / "out", "--json")
    assert answer.status == 0
    event, = answer.of("script")
    text = Path(event["path"]).read_text(encoding="utf-8")
    compile(text, "again.py", "exec")
    assert "cnnstudio" not in text.replace(ascii(str(small_run.path)), "").replace(ascii(str(first(small_run)[0])), "")
    assert "# HiResCAM of" in text
