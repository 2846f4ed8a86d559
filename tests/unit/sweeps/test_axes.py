"""What may be varied, and which values are tried."""

import math

import pytest

from cnnstudio.errors import InputError
from cnnstudio.sweeps.axes import Axis, apply, combinations, count_combinations, fields, in_words, parse_axis
from cnnstudio.training.config import TrainConfig


def test_a_list_of_values_is_read_as_the_field_reads_them():
    assert parse_axis("optimizer=sgd, adam,sgd").choices == ("sgd", "adam")
    assert parse_axis("batch-size=16,32").choices == (16, 32)
    assert parse_axis("nesterov=true,false").choices == (True, False)
    assert parse_axis("network=small,my net.json").choices == ("small", "my net.json")


def test_a_range_of_learning_rates_has_equal_factors_between_its_points():
    axis = parse_axis("learning_rate=0.0001..0.1/4")
    assert axis.is_log
    assert axis.values() == (0.0001, 0.001, 0.01, 0.1)


def test_a_range_of_whole_numbers_has_whole_values_each_once():
    axis = parse_axis("epochs=1..3/7")
    assert axis.values() == (1, 2, 3)
    assert all(isinstance(value, int) for value in axis.values())


def test_other_ranges_have_equal_distances():
    assert parse_axis("momentum=0..0.8/3").values() == (0.0, 0.4, 0.8)
    assert len(parse_axis("weight_decay=0..0.1").values()) == 5  # from 0 no factor leads anywhere


@pytest.mark.parametrize(("text", "said"), [
    ("speed=1,2", "no setting 'speed'"), ("optimizer", "which values"), ("optimizer=sgd,best", "'best'"),
    ("learning_rate=-1,1", "'-1'"), ("optimizer=sgd..adam", "no range"), ("learning_rate=0.1..0.01", "smaller"),
    ("learning_rate=0.1..1/x", "'x'"), ("learning_rate=0.1..1/1", "at least 2"), ("network=a..b", "no range"),
    ("epochs=1.5", "'1.5'"), ("device=cpu,cuda", "no setting"), ("learning_rate=0.1,", "''")])
def test_what_cannot_be_tried_is_said_with_its_name(text: str, said: str):
    with pytest.raises(InputError, match=said):
        parse_axis(text)


def test_only_known_augmentations_are_taken():
    assert parse_axis("augment=none,light", augmentations=("none", "light")).choices == ("none", "light")
    with pytest.raises(InputError, match="Choose from none, light"):
        parse_axis("augment=heavy", augmentations=("none", "light"))


def test_a_grid_has_every_combination_once():
    axes = (parse_axis("optimizer=sgd,adam"), parse_axis("learning_rate=0.01..1/3"))
    found = list(combinations(axes))
    assert len(found) == count_combinations(axes) == 6
    assert len({tuple(one.items()) for one in found}) == 6
    assert found[0] == {"optimizer": "sgd", "learning_rate": 0.01}
    assert found[1] == {"optimizer": "sgd", "learning_rate": 0.1}


def test_each_field_that_may_be_varied_has_an_example_that_can_be_read():
    for field in fields():
        with pytest.raises(InputError) as told:
            parse_axis(f"{field}=")
        example = str(told.value).rsplit("such as ", 1)[1].rstrip(".")
        assert parse_axis(example).field == field


def test_applying_checks_the_limits_and_keeps_the_rest():
    config = apply(TrainConfig(epochs=3), {"learning_rate": 0.5, "network": "small"})
    assert config == TrainConfig(epochs=3, learning_rate=0.5)
    with pytest.raises(InputError, match="learning_rate"):
        apply(TrainConfig(), {"learning_rate": math.inf})


def test_a_combination_is_told_in_words():
    assert in_words({"learning_rate": 0.001, "optimizer": "sgd"}) == "learning rate 0.001, optimiser SGD"


def test_an_axis_survives_its_document():
    axis = parse_axis("learning_rate=0.0001..0.1/4")
    assert Axis.model_validate_json(axis.model_dump_json()) == axis
    axis = parse_axis("nesterov=true,false")
    assert Axis.model_validate_json(axis.model_dump_json()).choices == (True, False)
