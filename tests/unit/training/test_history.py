"""Tests of the history of epochs."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnnstudio.errors import InputError
from cnnstudio.training import history as table
from cnnstudio.training.events import EpochEnded, LayerFigures
from cnnstudio.training.history import History


def row(epoch: int, val_loss: float = 0.5) -> EpochEnded:
    return EpochEnded(epoch, 0.7, 0.8, val_loss, 0.75, 1e-3, 1234.5, 2.25, is_best=epoch == 1)


def test_the_best_epoch_has_the_first_lowest_validation_loss():
    history = History().with_row(row(1, 0.5)).with_row(row(2, 0.3)).with_row(row(3, 0.3))
    assert history.best_epoch == 2
    assert history.column("val_loss") == [0.5, 0.3, 0.3]
    assert len(history) == 3


def test_a_history_without_rows_has_no_best():
    assert (History().best, History().best_epoch) == (None, 0)


NUMBERS = st.floats(allow_nan=False, allow_infinity=False)


@given(st.lists(st.tuples(NUMBERS, NUMBERS, NUMBERS, NUMBERS, NUMBERS, NUMBERS, NUMBERS, st.booleans()), max_size=5))
def test_json_and_csv_give_back_the_same_numbers(values: list[tuple]):
    history = History(tuple(EpochEnded(epoch, *fields) for epoch, fields in enumerate(values, start=1)))
    assert table.from_rows(json.loads(json.dumps(table.to_rows(history), allow_nan=False))) == history
    assert table.from_csv(table.to_csv(history)) == history


def test_the_csv_has_a_header_and_one_line_an_epoch():
    lines = table.to_csv(History((row(1),))).splitlines()
    assert lines == ["epoch,train_loss,train_accuracy,val_loss,val_accuracy,learning_rate,images_per_s,seconds,is_best",
                     "1,0.7,0.8,0.5,0.75,0.001,1234.5,2.25,True"]


def test_layers_and_recalls_are_kept_in_json_and_left_out_of_the_csv():
    full = replace(row(1), layers=(LayerFigures("Conv2d", 1.5, 0.25, weights=9), LayerFigures("ReLU", channels=4)),
                   recalls=(0.5, None, 1.0))
    written = json.loads(json.dumps(table.to_rows([full]), allow_nan=False))
    assert table.from_rows(written).rows == (full,)
    assert table.from_csv(table.to_csv([full])).rows == (row(1),)


def test_rows_of_earlier_versions_have_no_layers():
    (written,) = table.to_rows([row(1)])
    assert table.from_rows([{name: written[name] for name in table.COLUMNS}]).rows == (row(1),)


@pytest.mark.parametrize(("change", "words"), [
    ({"layers": [{"name": "Conv2d", "weights": "many"}]}, "Row 1 of the history: layers 0.weights"),
    ({"recalls": [2.0]}, "recalls is .2.0., which"),
    ({"val_loss": None}, "Row 1 of the history: val_loss is None"), ({"val_loss": float("nan")}, "val_loss is nan"),
    ({"epoch": 2}, "says it is epoch 2"), ({"epoch": 1.0}, "epoch is 1.0"), ({"is_best": 1}, "is_best is 1"),
    ({"train_loss": "0.5"}, "train_loss is '0.5'")])
def test_a_damaged_row_is_named(change: dict, words: str):
    with pytest.raises(InputError, match=words):
        table.from_rows([table.to_rows([row(1)])[0] | change])


@pytest.mark.parametrize("rows", [None, {}, [3]])
def test_what_is_no_history_is_refused(rows: object):
    with pytest.raises(InputError, match="history"):
        table.from_rows(rows)
