"""Tests of the record of a run."""

import json
from dataclasses import replace

import numpy as np
import pytest

from cnnstudio.errors import RunError
from cnnstudio.runs.record import DETAILED_EPOCHS, from_documents, to_documents
from cnnstudio.training.events import EpochEnded, LayerFigures
from cnnstudio.training.metrics import evaluate
from tests.unit.runs.samples import record, row


def test_a_record_goes_through_strict_json_and_back():
    evaluation = evaluate(np.array([0, 0, 1]), np.eye(2)[[0, 1, 1]], ("cat", "dog"))
    full = record(evaluation=evaluation, history=(row(1), row(2, is_best=False)), best_epoch=1, notes="größer",
                  starred=True, status="stopped", message="Stopped.")
    documents = json.loads(json.dumps(to_documents(full), allow_nan=False))
    assert from_documents(documents, "run") == full


def test_a_record_from_before_precisions_were_chosen_can_be_read():
    documents = to_documents(record())
    old = documents["record"]
    del old["precision"], old["precision_reason"], old["train"]["precision"]
    read = from_documents(documents, "run")
    assert (read.precision, read.precision_reason) == ("", "")


def test_the_record_carries_the_versions_that_decide_the_numbers():
    assert {"cnnstudio", "python", "torch", "numpy", "system"} <= record().versions.keys()


def test_epochs_are_added_and_the_best_one_is_remembered():
    grown = record().with_epoch(row(1)).with_epoch(row(2, is_best=False))
    assert (len(grown.history), grown.best_epoch, grown.best) == (2, 1, row(1))
    assert record().best is None


def detailed(epoch: int) -> EpochEnded:
    return replace(row(epoch), layers=(LayerFigures("conv2d_1", 1.5, 0.25, weights=40),), recalls=(0.5, None))


def test_layers_and_recalls_go_through_strict_json_and_back():
    kept = record().with_epoch(detailed(1))
    assert from_documents(json.loads(json.dumps(to_documents(kept), allow_nan=False)), "run").history == (detailed(1),)


def test_layers_and_recalls_are_kept_of_the_last_epochs_and_not_in_the_small_file():
    grown = record()
    for epoch in range(1, DETAILED_EPOCHS + 4):
        grown = grown.with_epoch(detailed(epoch))
    assert grown.history[:3] == (row(1), row(2), row(3))
    assert grown.history[3:] == tuple(map(detailed, range(4, DETAILED_EPOCHS + 4)))
    results = to_documents(grown)["record"]["results"]
    assert "layers" not in results["best"] | results["last"]
    assert results["last"]["val_loss"] == row(DETAILED_EPOCHS + 3).val_loss


def test_the_small_file_holds_the_results_of_the_best_and_the_last_epoch():
    results = to_documents(record().with_epoch(row(1)).with_epoch(row(2, is_best=False)))["record"]["results"]
    assert (results["epochs"], results["best"]["epoch"], results["last"]["epoch"]) == (2, 1, 2)


@pytest.mark.parametrize(("change", "words"), [
    ({"schema_version": 2}, "newer version of CNN Studio .record 2; this one reads 1"),
    ({"network_name": None}, "network_name: "), ({"status": "odd"}, "status: "),
    ({"train": {"epochs": 0}}, "train.epochs: "), ({"created": "yesterday"}, "Invalid isoformat"),
    ({"std": [1, 2]}, "mean has 1 channels but std has 2"), ({"best_epoch": 9}, "best_epoch is 9 of 1 epochs"),
    ({"evaluation": {"per_class": []}}, "evaluation: The evaluation cannot be read"),
    ({"train": {"magic": 1}}, "train.magic: ")])
def test_a_field_that_cannot_be_used_is_named(change: dict, words: str):
    documents = to_documents(record().with_epoch(row(1)))
    documents["record"] |= change
    with pytest.raises(RunError, match=f"^run .*{words}"):
        from_documents(documents, "run")


@pytest.mark.parametrize("value", [None, [], 3])
def test_what_is_no_record_is_refused(value: object):
    with pytest.raises(RunError, match=r"^run cannot be read"):
        from_documents(to_documents(record()) | {"record": value}, "run")


def test_a_field_this_version_does_not_know_is_ignored():
    documents = to_documents(record())
    documents["record"]["mood"] = "good"
    assert from_documents(documents, "run") == record()
