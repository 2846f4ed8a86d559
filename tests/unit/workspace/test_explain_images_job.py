"""Exports of many maps: what the manifest is enough for, what is gone on with, and what is never replaced."""

import csv
import errno
import hashlib
import json
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from cnnstudio.data.config import PreprocessConfig
from cnnstudio.data.loading import load
from cnnstudio.errors import StorageError
from cnnstudio.explain.map_paint import MapLook
from cnnstudio.explain.target_layer import find_layer
from cnnstudio.runs.store import RunFolder
from cnnstudio.workspace.explain_images_job import ExplainImagesJob, FilePlan, ImagesExplained, MapWritten
from cnnstudio.workspace.explain_wish import ExplainWish
from cnnstudio.workspace.listed_images import ListedImage
from tests.helpers.command_line import contents
from tests.helpers.runs import SmallRun

WHY = ExplainWish(classes=("dog",), against="owl", kind="contrast", methods=("hirescam",))


def images_of(small_run: SmallRun, count: int) -> list[ListedImage]:
    return [ListedImage(file.path, f"pets/{file.path.name}", "pet") for file in small_run.folder.files[::7][:count]]


def export(small_run: SmallRun, out: Path, *, count: int = 4, wish: ExplainWish = WHY, stop_after: int = 10**6,
           existing: str = "go-on", tables: bool = True, look: MapLook | None = None) -> list[object]:
    plan = FilePlan(out, ("raw",), look or MapLook(), tables=tables, existing=existing)  # type: ignore[arg-type]
    events: list[object] = []
    job = ExplainImagesJob(small_run.path, images_of(small_run, count), wish, plan)
    events.extend(_until(job, stop_after))
    return events


def _until(job: ExplainImagesJob, stop_after: int) -> list[object]:
    events: list[object] = []
    for event in job.run(lambda: sum(isinstance(one, MapWritten) for one in events) >= stop_after):
        events.append(event)  # noqa: PERF402 - the job looks at what came so far
    return events


def manifest_in(out: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    return found


def made_again(manifest: dict[str, Any], entry: dict[str, Any]) -> np.ndarray:
    """Return the map (h, w) by torch alone, from nothing but the manifest and what it points to."""
    network = RunFolder.load(Path(manifest["run"])).load_module().eval()
    pixels = load(Path(entry["path"]), PreprocessConfig.model_validate(manifest["preprocess"])).input_pixels
    values = (pixels / 255 - np.array(manifest["mean"])) / np.array(manifest["std"])
    kept: list[torch.Tensor] = []

    def keep(_module: object, _inputs: object, output: torch.Tensor) -> torch.Tensor:
        kept.append(output.detach().clone().requires_grad_())
        return kept[0].clone()

    handle = find_layer(network, entry["layer"]).register_forward_hook(keep)
    logits = network(torch.from_numpy(values.transpose(2, 0, 1)[None]).float())[0]
    handle.remove()
    assert (entry["kind"], entry["method"], entry["layer_call"]) == ("contrast", "hirescam", 1)
    gradient, = torch.autograd.grad(logits[entry["target_index"]] - logits[entry["against_index"]], kept[0])
    return np.asarray((gradient * kept[0]).sum(dim=1)[0].detach())


def test_a_map_is_made_again_from_the_manifest_alone(small_run: SmallRun, tmp_path: Path) -> None:
    export(small_run, tmp_path / "out", count=3)
    manifest = manifest_in(tmp_path / "out")
    assert manifest["complete"] is True
    assert len(manifest["entries"]) == manifest["maps"] == 3
    for entry in manifest["entries"]:
        assert hashlib.sha256(Path(entry["path"]).read_bytes()).hexdigest() == entry["image_sha256"]
        written = np.load(tmp_path / "out" / f"{entry['files']}.raw.npy")
        again = made_again(manifest, entry)
        # both are float32: a few units in the seventh digit of the largest value
        np.testing.assert_allclose(again, written, atol=5e-6 * np.abs(written).max())
        assert entry["scale_end"] == pytest.approx(np.maximum(written, 0).max(), rel=0.1)   # enlarged, a bit less
        other = made_again(manifest, entry | {"against_index": 0})
        assert np.abs(other - written).max() > 1e-3 * np.abs(written).max()   # the control: another question


def test_an_export_that_was_stopped_goes_on_and_ends_as_if_it_had_not_been(small_run: SmallRun, tmp_path: Path) -> None:
    whole, parts = tmp_path / "whole", tmp_path / "parts"
    export(small_run, whole)
    *_, end = export(small_run, parts, stop_after=2)
    assert isinstance(end, ImagesExplained)
    assert not end.is_complete
    assert (manifest_in(parts)["complete"], manifest_in(parts)["images_done"]) == (False, 2)
    events = export(small_run, parts)
    assert sum(isinstance(event, MapWritten) for event in events) == 2
    assert {name: digest for name, (digest, _) in contents(parts).items()} == {
        name: digest for name, (digest, _) in contents(whole).items()}


@pytest.mark.parametrize(("change", "sentence"), [
    ({"wish": ExplainWish()}, "unfinished export of another question"),
    ({"look": MapLook(limit=2.0)}, "unfinished export of another question")])
def test_another_question_does_not_go_on_with_it(small_run: SmallRun, tmp_path: Path, change: dict[str, Any],
                                                 sentence: str) -> None:
    export(small_run, tmp_path, stop_after=1)
    before = contents(tmp_path)
    with pytest.raises(StorageError, match=sentence):
        export(small_run, tmp_path, **change)
    assert contents(tmp_path) == before


def test_what_is_in_the_folder_is_never_replaced(small_run: SmallRun, tmp_path: Path) -> None:
    (tmp_path / "foreign").mkdir()
    (tmp_path / "foreign" / "thesis.txt").write_text("mine")
    with pytest.raises(StorageError, match="holds other files already"):
        export(small_run, tmp_path / "foreign")
    assert [path.name for path in (tmp_path / "foreign").iterdir()] == ["thesis.txt"]
    export(small_run, tmp_path / "done", count=1)
    with pytest.raises(StorageError, match="holds a finished export already"):
        export(small_run, tmp_path / "done", count=1)


def test_a_second_map_of_the_same_name_gets_a_number(small_run: SmallRun, tmp_path: Path) -> None:
    export(small_run, tmp_path, count=1, existing="keep", tables=False)
    first = contents(tmp_path)
    export(small_run, tmp_path, count=1, existing="keep", tables=False)
    both = contents(tmp_path)
    assert len(both) == 2
    assert first.items() <= both.items()
    assert any("-2.raw.npy" in str(name) for name in both)


def test_a_full_disk_is_told_with_what_is_done_and_is_gone_on_with(small_run: SmallRun, tmp_path: Path,
                                                                   monkeypatch: pytest.MonkeyPatch) -> None:
    synced, real = [], os.fsync

    def full(descriptor: int) -> None:
        synced.append(descriptor)
        if len(synced) == 5:    # each file is synced, then its folder: the third file
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        real(descriptor)

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(StorageError, match=r"No space left.* 2 of 4 images are done; export into the same folder"):
            export(small_run, tmp_path)
    assert not list(tmp_path.glob("*.part"))
    assert sum(isinstance(event, MapWritten) for event in export(small_run, tmp_path)) == 2
    assert manifest_in(tmp_path)["complete"] is True


def test_a_place_that_cannot_be_written_is_told_before_anything_is_worked_out(small_run: SmallRun,
                                                                              tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(StorageError, match=r"Cannot write in .*Choose another folder"):
        export(small_run, tmp_path / "file" / "out")


def test_an_image_without_a_file_is_explained_and_known_by_its_pixels(small_run: SmallRun, tmp_path: Path) -> None:
    pixels = load(small_run.folder.files[0].path, PreprocessConfig(height=16, width=16)).pixels
    image = ListedImage(Path("pasted"), "pasted", pixels=pixels)
    plan = FilePlan(tmp_path, ("raw", "json"), existing="keep")
    list(ExplainImagesJob(small_run.path, [image], ExplainWish(classes=(1,)), plan).run(lambda: False))
    document = json.loads(next(tmp_path.glob("*.json")).read_text(encoding="utf-8"))
    assert document["image_sha256"] == hashlib.sha256(pixels.tobytes()).hexdigest()
    assert (document["path"], document["target_name"]) == (None, "dog")
    file = replace(image, path=small_run.folder.files[0].path, pixels=None)
    list(ExplainImagesJob(small_run.path, [file], ExplainWish(classes=(1,)), plan).run(lambda: False))
    one, other = (np.load(path) for path in sorted(tmp_path.glob("*.raw.npy")))
    np.testing.assert_array_equal(one, other)


def test_the_table_has_a_row_for_each_map(small_run: SmallRun, tmp_path: Path) -> None:
    export(small_run, tmp_path, count=2)
    rows = list(csv.DictReader((tmp_path / "scores.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert [row["files"] for row in rows] == [entry["files"] for entry in manifest_in(tmp_path)["entries"]]
