"""A run keeps what its best weights answered."""

import json
from dataclasses import replace

import numpy as np
import pytest
from safetensors.numpy import load, save

from cnnstudio.errors import RunError
from cnnstudio.runs.manifest import read_manifest
from cnnstudio.runs.predictions import VALUE_LIMIT, RunPredictions, predictions_to_bytes, read_predictions
from cnnstudio.runs.store import RunFolder
from tests.unit.runs.samples import network, optimizer_state, record, row, save_epoch, spoil

KEPT = RunPredictions(np.array([0, 1, 1]), np.array([[0.75, 0.25], [0.5, 0.5], [0.125, 0.875]], np.float32),
                      np.array([4, 0, 9]), epoch=3)


def equal(one: RunPredictions | None, two: RunPredictions) -> bool:
    return one is not None and one.epoch == two.epoch and all(
        np.array_equal(getattr(one, name), getattr(two, name)) and getattr(one, name).dtype == getattr(two, name).dtype
        for name in ("labels", "probabilities", "indices"))


def test_predictions_come_back_bit_for_bit_and_outlive_every_other_save(tmp_path):
    run = RunFolder.create(tmp_path, record())
    assert run.load_predictions() is None
    run.save_predictions(KEPT)
    save_epoch(run, row(1), network(), optimizer_state(network()), is_best=True)
    run.annotate(notes="fine")
    loaded = RunFolder.load(run.path)
    assert equal(loaded.load_predictions(), KEPT)
    assert (loaded.record.notes, loaded.record.best_epoch) == ("fine", 1)


def test_saving_predictions_leaves_a_record_that_another_hand_changed(tmp_path):
    run = RunFolder.create(tmp_path, record())
    RunFolder.load(run.path).finish(run.record.model_copy(update={"status": "finished"}))
    run.save_predictions(KEPT)
    assert RunFolder.load(run.path).record.status == "finished"


def test_programs_that_do_not_know_predictions_can_say_they_are_too_old(tmp_path):
    run = RunFolder.create(tmp_path, record())
    assert json.loads((run.path / "manifest.json").read_text())["schema_version"] == 1
    run.save_predictions(KEPT)
    assert json.loads((run.path / "manifest.json").read_text())["schema_version"] == 3


def test_more_than_fits_is_not_kept(tmp_path):
    wide = np.lib.stride_tricks.as_strided(KEPT.probabilities, (VALUE_LIMIT // 1000 + 1, 1000), (0, 0))
    run = RunFolder.create(tmp_path, record())
    run.save_predictions(replace(KEPT, probabilities=wide))
    assert run.load_predictions() is None


def test_damage_to_the_predictions_is_found_and_leaves_the_run_open(tmp_path):
    run = RunFolder.create(tmp_path, record())
    run.save_predictions(KEPT)
    file = run.path / read_manifest(run.path).members["predictions"].file
    file.write_bytes(b"")
    assert len(RunFolder.load(run.path).load_predictions() or ()) == len(KEPT)  # from the second copy
    spoil(file, lambda data: data[:-1])
    with pytest.raises(RunError, match=file.name):
        RunFolder.load(run.path).load_predictions()


@pytest.mark.parametrize("change", [
    {"labels": np.array([0, 1, 2])}, {"labels": np.array([0, -1, 1])}, {"labels": np.array([0, 1])},
    {"indices": np.array([0, -1, 2])}, {"probabilities": np.full((3, 2), np.nan, np.float32)},
    {"probabilities": np.full((3, 2), 0.9, np.float32)}, {"probabilities": np.zeros((3, 3), np.float32)},
    {"probabilities": np.full((3, 2), 0.5)}, {"labels": np.zeros(0, np.int64)}])
def test_columns_that_cannot_be_are_refused(change):
    columns = load(predictions_to_bytes(KEPT)) | change
    with pytest.raises(RunError, match="p-1 cannot be used"):
        read_predictions(save(columns, {"epoch": "3"}), "p-1", 2)


@pytest.mark.parametrize("data", [b"", b"12345678", b"\xff" * 40, save({"labels": KEPT.labels}, {"epoch": "1"}),
                                  save(load(predictions_to_bytes(KEPT)), {"epoch": "first"})])
def test_what_is_no_file_of_predictions_is_refused(data):
    with pytest.raises(RunError, match="p-1 cannot be used"):
        read_predictions(data, "p-1", 2)
