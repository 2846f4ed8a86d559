"""Project files of every format version ever released open for ever, and mean what they meant."""

import hashlib
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from cnnstudio.project.archive import ProjectArchive
from cnnstudio.project.contents import FORMAT_VERSION, FolderHint
from cnnstudio.project.reading import check_project, read_project
from cnnstudio.project.unpacking import unpack_run
from cnnstudio.project.writing import write_project
from cnnstudio.runs.store import RunFolder

FIXTURES = Path(__file__).parents[2] / "fixtures"
RUN = "2026-11-23_01.00.00_convolution"
WEIGHTS = {1: "1b418925c612ac84e9665ff9b26a5ffe2efcd6a872c7838100b88bbe3f811ae6",
           2: "4868fbb10c69e039100ccf2590bd497a00d2375c1003f74f52660b825965cb73"}
"""Of the run in the file of each version."""


def file_of(version: int) -> Path:
    return FIXTURES / f"project_version_{version}.cnnstudio"


def test_there_is_a_file_of_every_version() -> None:
    versions = range(1, FORMAT_VERSION + 1)
    assert set(FIXTURES.glob("project_version_*.cnnstudio")) == set(map(file_of, versions))
    assert WEIGHTS.keys() == set(versions)
    for version in versions:
        with ProjectArchive.open(file_of(version)) as archive:
            assert archive.manifest.version == version


@pytest.mark.parametrize("version", WEIGHTS)
def test_every_version_opens_and_means_what_it_meant(version: int) -> None:
    path = file_of(version)

    contents = read_project(path)

    assert check_project(path).is_sound
    assert (contents.name, contents.notes) == ("Häuser 猫", "first line\n\tsecond line\n")
    assert contents.folder == FolderHint("../pets", "/home/me/pets", "ab" * 16, 30)
    assert contents.curation.of("cat/1.png").excluded
    assert (contents.curation.of("dog/2.png").class_name, contents.curation.of("dog/2.png").split) == ("cat", "test")
    assert contents.curation.of("owl/3.png").confirmed
    assert dict(contents.curation.merged_classes) == {"owl": "dog"}
    assert (contents.curation.kept_classes, contents.curation.class_names) == (("fox",), ("cat", "dog", "owl"))
    assert contents.preprocess.model_dump() == {
        "height": 32, "width": 48, "color": "grey", "fit": "pad", "normalization": "dataset", "background": "white",
        "sixteen_bit": "full range"}
    assert (contents.split.validation_share, contents.split.seed, contents.split.group_pattern) == (0.25, 7, "{}_*")
    assert (contents.augment.flip_horizontal, contents.augment.rotate_deg, contents.augment.mixup) == (True, 12.5, 0.4)
    assert (contents.recipe.epochs, contents.recipe.optimizer, contents.recipe.schedule) == (3, "sgd", "cosine")
    assert check_project(path).weights == 122_570      # the tutorial's network, as published
    assert contents.thumbnails["network"].startswith(b"\x89PNG")
    assert contents.notices == ()


@pytest.mark.parametrize("version", WEIGHTS)
def test_the_run_of_every_version_can_be_used(tmp_path: Path, version: int) -> None:
    (run,) = read_project(file_of(version)).runs

    unpacked = RunFolder.load(unpack_run(file_of(version), RUN, tmp_path))

    assert (run.run_id, run.epochs, run.val_accuracy) == (RUN, 1, 0.75)
    weights = unpacked.load_weights()[0]
    digest = hashlib.sha256(b"".join(weights[name].numpy().tobytes() for name in sorted(weights))).hexdigest()
    assert digest == WEIGHTS[version]
    assert unpacked.load_module().classes == 2


@pytest.mark.parametrize("version", WEIGHTS)
def test_every_version_is_the_same_after_it_was_saved_again(tmp_path: Path, version: int) -> None:
    path = tmp_path / "p.cnnstudio"
    shutil.copy(file_of(version), path)
    before = read_project(path)

    write_project(path, before)
    write_project(path, replace(read_project(path), notes=before.notes))

    assert read_project(path) == before
    with ProjectArchive.open(path) as archive:
        assert archive.manifest.version == FORMAT_VERSION
