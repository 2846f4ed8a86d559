"""Tests of the answers a run keeps: after a training, by evaluating an older run, and what follows from them."""

import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from cnnstudio.data.curation.decisions import Curation
from cnnstudio.errors import JobCancelledError, RunError, StorageError
from cnnstudio.runs.manifest import Manifest, read_manifest
from cnnstudio.runs.store import RunFolder
from cnnstudio.workspace.assessment_job import AssessmentJob, RunAssessed
from cnnstudio.workspace.curation_store import save_curation
from cnnstudio.workspace.evaluation_job import EvaluationJob, FolderEvaluated
from tests.unit.runs.samples import spoil


def never() -> bool:
    return False


def assessed(path: Path) -> RunAssessed:
    return list(AssessmentJob(path).run(never))[-1]


@pytest.fixture
def older(small_run, tmp_path) -> Path:
    """Copy the run as an earlier version left it: without answers."""
    path = Path(shutil.copytree(small_run.path, tmp_path / "older"))
    manifest = read_manifest(path)
    (path / manifest.members["predictions"].file).unlink()
    Manifest(manifest.generation, {role: member for role, member in manifest.members.items()
                                   if role != "predictions"}).save(path)
    return path


def evaluate(small_run, path: Path, which: str = "validation") -> FolderEvaluated:
    job = EvaluationJob(path, small_run.folder.root, cache_directory=small_run.cache, which=which, threads=1)
    return list(job.run(never))[-1]


def test_a_training_keeps_the_answers_of_its_best_weights(small_run):
    run = RunFolder.load(small_run.path)
    kept, images = run.load_predictions(), run.load_images()
    assert kept is not None
    assert images is not None
    assert kept.epoch == run.record.best_epoch
    assert [images.split[row] for row in kept.indices] == ["validation"] * 6
    assert [images.class_name[row] for row in kept.indices] == [run.record.class_names[label] for label in kept.labels]
    found = assessed(small_run.path)
    assert found.epoch == kept.epoch
    assert found.assessment is not None
    assert found.assessment.evaluation == run.record.evaluation
    assert found.assessment.log_loss == pytest.approx(run.record.best.val_loss, rel=1e-5)


def test_evaluating_an_older_run_on_its_validation_images_keeps_the_same_answers(small_run, older):
    assert assessed(older).assessment is None
    evaluate(small_run, older)
    kept, original = (RunFolder.load(path).load_predictions() for path in (older, small_run.path))
    assert kept is not None
    assert original is not None
    order, other = np.argsort(kept.indices), np.argsort(original.indices)
    assert np.array_equal(kept.indices[order], original.indices[other])
    assert np.array_equal(kept.labels[order], original.labels[other])
    assert np.allclose(kept.probabilities[order], original.probabilities[other], atol=1e-6)
    assert assessed(older).assessment is not None


def test_other_images_or_labels_are_never_kept(small_run, older):
    evaluate(small_run, older, "all")
    assert RunFolder.load(older).load_predictions() is None
    file = small_run.folder.files[int(RunFolder.load(small_run.path).load_predictions().indices[0])]
    save_curation(small_run.folder.root, Curation().with_change([file.relative], excluded=True))
    try:
        assert evaluate(small_run, older).evaluation.images == 5
    finally:
        save_curation(small_run.folder.root, Curation())
    assert RunFolder.load(older).load_predictions() is None


def test_what_is_kept_is_not_written_again(small_run):
    before = read_manifest(small_run.path).generation
    evaluate(small_run, small_run.path)
    assert read_manifest(small_run.path).generation == before


def test_an_evaluation_goes_on_when_nothing_can_be_kept(small_run, older, monkeypatch):
    def full(*_: object) -> None:
        raise StorageError("The disk is full.")

    monkeypatch.setattr(RunFolder, "save_predictions", full)
    result = evaluate(small_run, older)
    assert result.evaluation.images == 6
    assert result.notes == ("The answers could not be kept with the run: The disk is full.",)


def test_damaged_answers_are_named(small_run, tmp_path):
    path = Path(shutil.copytree(small_run.path, tmp_path / "damaged"))
    file = path / read_manifest(path).members["predictions"].file
    spoil(file, lambda data: data[:-1])
    with pytest.raises(RunError, match=file.name):
        assessed(path)


def test_measuring_can_be_stopped(small_run):
    with pytest.raises(JobCancelledError):
        list(AssessmentJob(small_run.path).run(lambda: True))


def test_measuring_needs_no_torch(small_run):
    code = (f"import sys; from pathlib import Path; from cnnstudio.workspace.assessment_job import AssessmentJob\n"
            f"found = list(AssessmentJob(Path({str(small_run.path)!r})).run(lambda: False))[-1]\n"
            "assert found.assessment.evaluation.images == 6; print('torch' in sys.modules)")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.strip() == "False"
