"""A project file gives back what was saved, whole or not at all."""

import json
import zipfile
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest

from cnnstudio.data.config import AugmentConfig, PreprocessConfig, SplitConfig
from cnnstudio.data.curation.decisions import Curation
from cnnstudio.errors import JobCancelledError, ProjectError
from cnnstudio.network.document import to_document
from cnnstudio.network.presets import preset
from cnnstudio.project import saving
from cnnstudio.project.backups import backups_of
from cnnstudio.project.contents import FORMAT_VERSION, FolderHint, ProjectContents, RunToPack
from cnnstudio.project.manifest import NewerProjectError
from cnnstudio.project.reading import check_project, read_project
from cnnstudio.project.run_files import size_of_run
from cnnstudio.project.saving import save_project
from cnnstudio.project.writing import write_project
from cnnstudio.training.config import TrainConfig
from tests.helpers.project_bytes import PNG, Parts, manifest_bytes, zip_bytes
from tests.helpers.quick_runs import quick_run

FULL = ProjectContents(
    name="Häuser 猫", notes="first line\n\tsecond\n", folder=FolderHint("../pets", "/home/me/pets", "ab" * 16, 30),
    curation=Curation().with_change(["cat/1.png", "cat/\udce9.png"], excluded=True).with_merged("kitten", "cat"),
    preprocess=PreprocessConfig(height=32, width=48, color="grey"), split=SplitConfig(seed=7, group_pattern="{}_*"),
    augment=AugmentConfig(flip_horizontal=True, rotate_deg=12.5), recipe=TrainConfig(epochs=3, learning_rate=0.02),
    graph=to_document(preset("lenet5")), network_name="LeNet-5", thumbnails=MappingProxyType({"network": PNG}))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "pets.cnnstudio"


def test_everything_saved_is_read_again(path: Path) -> None:
    saved = write_project(path, FULL)

    assert saved == FULL
    assert read_project(path) == FULL
    assert check_project(path).is_sound
    assert check_project(path).weights == 61_706       # LeNet-5 as it was published


def test_a_usual_zip_program_can_look_into_a_project(path: Path) -> None:
    write_project(path, FULL)

    with zipfile.ZipFile(path) as file:
        assert file.testzip() is None
        assert json.loads(file.read("project.json"))["preprocess"]["width"] == 48
        assert file.read("thumbs/network.png") == PNG


def test_what_packs_too_well_is_stored_so_that_our_own_file_opens(path: Path) -> None:
    names = tuple("a" * 9_000 + str(number) for number in range(60))
    write_project(path, replace(FULL, curation=Curation(kept_classes=names)))

    assert read_project(path).curation.kept_classes == names
    with zipfile.ZipFile(path) as file:
        assert file.getinfo("curation.json").compress_type == zipfile.ZIP_STORED
        assert file.getinfo("graph.json").compress_type == zipfile.ZIP_DEFLATED


def test_texts_of_a_stranger_are_harmless(path: Path) -> None:
    parts = Parts.sound()
    document = parts.json("project.json") | {
        "name": "<b>\u202eevil\x00\u2066</b>\r\n" + "x" * 500, "notes": "ok\x1b[31m\u202e\tred\r\nnext",
        "network_name": "e\u0301"}
    path.write_bytes(parts.put("project.json", document).to_bytes())

    contents = read_project(path)

    assert contents.name == ("<b>evil</b> " + "x" * 500)[:200]
    assert contents.notes == "ok[31m\tred\nnext"
    assert contents.network_name == "\u00e9"


def test_fields_of_a_newer_version_are_kept_and_told(path: Path) -> None:
    parts = Parts.sound()
    document = parts.json("project.json")
    document["future"] = {"a": [1, 2]}
    document["recipe"]["sharpness"] = 3
    path.write_bytes(parts.put("project.json", document).to_bytes())

    contents = read_project(path)
    write_project(path, replace(contents, name="Renamed"))

    assert any("newer version" in notice for notice in contents.notices)
    with zipfile.ZipFile(path) as file:
        again = json.loads(file.read("project.json"))
    assert (again["future"], again["recipe"]["sharpness"], again["name"]) == ({"a": [1, 2]}, 3, "Renamed")


def test_a_project_of_a_newer_version_is_never_overwritten(path: Path) -> None:
    parts = Parts.sound()
    data = zip_bytes(parts.members(manifest=manifest_bytes(parts.files, {"schema_version": FORMAT_VERSION + 1})))
    path.write_bytes(data)

    with pytest.raises(NewerProjectError, match="Update the program"):
        read_project(path)
    with pytest.raises(NewerProjectError):
        write_project(path, FULL)
    with pytest.raises(NewerProjectError):
        save_project(path, FULL, backups_directory=path.parent / "backups")
    assert path.read_bytes() == data


@pytest.mark.parametrize("change", [{"kind": "QuantumConv2d"}, {"schema_version": 99}], ids=["layer", "document"])
def test_a_network_of_a_newer_version_is_left_out_and_the_file_is_never_overwritten(
        path: Path, change: dict[str, object]) -> None:
    parts = Parts.sound()
    graph = parts.json("graph.json")
    (graph["nodes"][1] if "kind" in change else graph).update(change)
    data = parts.put("graph.json", graph).to_bytes()
    path.write_bytes(data)

    contents = read_project(path)

    sound = Parts.sound().json("project.json")
    assert contents.is_partial
    assert not contents.graph["nodes"]
    assert (contents.name, contents.recipe.epochs) == (sound["name"], sound["recipe"]["epochs"])
    assert any(str(next(iter(change.values()))) in notice for notice in contents.notices)
    for save in (lambda: write_project(path, contents),
                 lambda: save_project(path, contents, backups_directory=path.parent / "backups")):
        with pytest.raises(NewerProjectError, match="save under another name"):
            save()
    assert path.read_bytes() == data
    other = path.with_name("other.cnnstudio")
    write_project(other, contents)
    assert not read_project(other).is_partial


def test_a_network_that_is_damaged_is_not_taken_for_a_newer_one(path: Path) -> None:
    parts = Parts.sound()
    graph = parts.json("graph.json")
    graph["edges"][0]["source"] = "nobody"
    path.write_bytes(parts.put("graph.json", graph).to_bytes())

    with pytest.raises(ProjectError, match="cannot be opened"):
        read_project(path)


def test_an_older_format_is_kept_beside_the_first_save(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_project(path, FULL)
    before = path.read_bytes()
    monkeypatch.setattr(saving, "FORMAT_VERSION", FORMAT_VERSION + 1)

    save_project(path, replace(FULL, name="second"), backups_directory=path.parent / "backups")
    save_project(path, replace(FULL, name="third"), backups_directory=path.parent / "backups")

    assert path.with_name("pets.cnnstudio.bak").read_bytes() == before
    assert [read_project(one.path).name for one in backups_of(path, path.parent / "backups")] == ["second", FULL.name]


def test_a_save_that_is_stopped_changes_nothing(path: Path) -> None:
    write_project(path, FULL)
    before = path.read_bytes()

    with pytest.raises(JobCancelledError):
        write_project(path, replace(FULL, name="other"), should_stop=lambda: True)

    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_a_network_that_is_none_is_not_saved(path: Path) -> None:
    graph = to_document(preset("lenet5"))
    graph["nodes"][1]["kind"] = "Lambda"

    with pytest.raises(ProjectError, match="no layer kind 'Lambda'"):
        write_project(path, replace(FULL, graph=graph))
    assert not path.exists()


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match="cannot be read"):
        read_project(tmp_path / "none.cnnstudio")
    with pytest.raises(ProjectError, match="cannot be read"):
        read_project(tmp_path)


def test_packed_runs_stay_when_the_project_is_saved_again_and_elsewhere(tmp_path: Path, path: Path) -> None:
    run, other = quick_run(tmp_path / "runs"), quick_run(tmp_path / "runs", "convolution")
    shares: list[float] = []

    write_project(path, FULL, runs_to_pack=[RunToPack(run, "weights"), RunToPack(other, "results")],
                  progress=shares.append)
    first = read_project(path)
    copy = tmp_path / "elsewhere.cnnstudio"
    second = write_project(copy, replace(first, name="copy", runs=first.runs[1:]), packed_in=path)

    assert [one.run_id for one in first.runs] == [run.name, other.name]
    assert first.runs[0].size == size_of_run(run, "weights") > 4 * 61_000
    assert (first.runs[0].val_accuracy, first.runs[0].epochs, first.runs[0].status) == (0.75, 1, "finished")
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    assert [one.run_id for one in second.runs] == [other.name]
    assert read_project(copy) == second
    assert check_project(copy).is_sound


def test_a_run_packed_again_takes_the_place_of_the_one_there(tmp_path: Path, path: Path) -> None:
    run = quick_run(tmp_path / "runs", "convolution")
    write_project(path, FULL, runs_to_pack=[RunToPack(run, "results")])

    saved = write_project(path, read_project(path), runs_to_pack=[RunToPack(run, "everything")])

    assert [(one.run_id, one.packing) for one in saved.runs] == [(run.name, "everything")]


def test_a_run_whose_weights_are_damaged_is_not_packed(tmp_path: Path, path: Path) -> None:
    run = quick_run(tmp_path / "runs", "convolution")
    (weights,) = run.glob("*weights-*.safetensors")
    data = bytearray(weights.read_bytes())
    data[-1] ^= 1
    weights.write_bytes(data)

    with pytest.raises(Exception, match="damaged"):
        write_project(path, FULL, runs_to_pack=[RunToPack(run)])
    assert not path.exists()
