"""A packed run comes out as it went in, into a folder of its own, or not at all."""

import json
from pathlib import Path

import pytest
import torch

from cnnstudio.errors import JobCancelledError, ProjectError
from cnnstudio.project.archive import ProjectArchive
from cnnstudio.project.contents import ProjectContents, RunToPack
from cnnstudio.project.unpacking import unpack_run
from cnnstudio.project.weights_header import read_shapes
from cnnstudio.project.writing import write_project
from cnnstudio.runs.store import RunFolder
from tests.helpers.project_bytes import Parts
from tests.helpers.quick_runs import quick_run
from tests.stories.damaged_projects import _resealed


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("packed")
    run = quick_run(folder / "runs", "convolution")
    write_project(folder / "p.cnnstudio", ProjectContents(name="Pets"), runs_to_pack=[RunToPack(run)])
    return folder / "p.cnnstudio", run


def changed(packed: Path, target: Path, part: str, change) -> Path:
    """Write the project with one JSON document of its run changed, all hashes made to fit."""
    with ProjectArchive.open(packed) as archive:
        parts = Parts({name: archive.read(name) for name in archive.names})
    (name,) = [name for name in parts.files if name.startswith(f"runs/0001/{part}-")]
    document = parts.json(name)
    change(document)
    target.write_bytes(_resealed(parts.put(name, document)))
    return target


def test_a_run_comes_out_with_the_same_record_and_weights(packed: tuple[Path, Path], tmp_path: Path) -> None:
    project, run = packed

    unpacked = unpack_run(project, run.name, tmp_path)

    before, after = RunFolder.load(run), RunFolder.load(unpacked)
    assert unpacked == tmp_path / run.name
    assert after.record == before.record
    expected, found = before.load_weights()[0], after.load_weights()[0]
    assert all(torch.equal(expected[name], found[name]) for name in expected)
    assert expected.keys() == found.keys()


def test_a_run_that_is_there_is_not_overwritten(packed: tuple[Path, Path], tmp_path: Path) -> None:
    project, run = packed
    (tmp_path / run.name).mkdir()
    (tmp_path / run.name / "mine.txt").write_text("mine", encoding="utf-8")

    first = unpack_run(project, run.name, tmp_path)
    second = unpack_run(project, run.name, tmp_path / "other")

    assert first == tmp_path / f"{run.name}-2"
    assert (tmp_path / run.name / "mine.txt").read_text(encoding="utf-8") == "mine"
    assert unpack_run(project, run.name, tmp_path / "other") == second     # the very same run is not doubled


def test_weights_are_unpacked_where_only_the_results_are_there(packed: tuple[Path, Path], tmp_path: Path) -> None:
    project, run = packed
    results = tmp_path / "results.cnnstudio"
    write_project(results, ProjectContents(), runs_to_pack=[RunToPack(run, "results")])

    first, second = (unpack_run(path, run.name, tmp_path / "runs") for path in (results, project))

    assert first != second
    assert not list(first.glob("*.safetensors"))
    assert RunFolder.load(second).load_module() is not None


def test_a_run_whose_weights_do_not_fit_its_network_is_refused(packed: tuple[Path, Path], tmp_path: Path) -> None:
    project, run = packed

    def other_channels(document) -> None:
        for node in document["nodes"]:
            if "out_channels" in node["parameters"]:
                node["parameters"]["out_channels"] += 1

    with pytest.raises(ProjectError, match="do not fit its network"):
        unpack_run(changed(project, tmp_path / "p.cnnstudio", "graph", other_channels), run.name, tmp_path / "runs")
    assert list((tmp_path / "runs").iterdir()) == []


def test_a_network_far_too_large_is_refused_before_it_is_built(packed: tuple[Path, Path], tmp_path: Path) -> None:
    project, run = packed

    def huge(document) -> None:
        for node in document["nodes"]:
            if "out_channels" in node["parameters"]:
                node["parameters"] |= {"out_channels": 4096, "kernel_size": [256, 256], "same": True}
            if "channels" in node["parameters"]:
                node["parameters"]["channels"] = 4

    with pytest.raises(ProjectError):
        unpack_run(changed(project, tmp_path / "p.cnnstudio", "graph", huge), run.name, tmp_path / "runs")


def test_a_strangers_record_is_made_harmless(packed: tuple[Path, Path], tmp_path: Path) -> None:
    project, run = packed

    def hostile(document) -> None:
        document |= {"name": "a\u202eb", "notes": "n\x1b", "folder": "\\\\host\\share\\pets", "message": "m\x00"}

    unpacked = unpack_run(changed(project, tmp_path / "p.cnnstudio", "record", hostile), run.name, tmp_path / "runs")

    record = RunFolder.load(unpacked).record
    assert (record.name, record.notes, record.folder, record.message) == ("ab", "n", "", "m")


def test_unpacking_that_is_stopped_leaves_nothing(packed: tuple[Path, Path], tmp_path: Path) -> None:
    project, run = packed

    with pytest.raises(JobCancelledError):
        unpack_run(project, run.name, tmp_path, should_stop=lambda: True)
    with pytest.raises(ProjectError, match="There is no run"):
        unpack_run(project, "another", tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("header", [
    {"a": {"dtype": "F32", "shape": [2**60], "data_offsets": [0, 8]}},
    {"a": {"dtype": "F32", "shape": [2], "data_offsets": [0, 4]}},
    {"a": {"dtype": "F32", "shape": [1], "data_offsets": [4, 8]}},
    {"a": {"dtype": "object", "shape": [2], "data_offsets": [0, 8]}},
    {"a": {"dtype": "F32", "shape": [-2], "data_offsets": [0, -8]}},
    {"a": None}, []])
def test_a_header_that_does_not_fit_its_file_is_refused(header, tmp_path: Path) -> None:
    path = tmp_path / "w.safetensors"

    def write(head) -> None:
        text = json.dumps(head).encode()
        path.write_bytes(len(text).to_bytes(8, "little") + text + bytes(8))

    write({"a": {"dtype": "F32", "shape": [2], "data_offsets": [0, 8]}})
    assert read_shapes(path) == {"a": (2,)}
    write(header)
    with pytest.raises(ProjectError, match="not a file of weights"):
        read_shapes(path)
