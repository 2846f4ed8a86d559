"""Tests of the argument types."""

import argparse
from pathlib import Path

import pytest

from cnnstudio.cli import arguments as types
from cnnstudio.sweeps.plan import SweepPlan
from cnnstudio.training.config import TrainConfig


@pytest.mark.parametrize(("text", "expected"), [("64", (64, 64)), ("48x64", (48, 64)), ("48×64", (48, 64)),
                                               (" 8X9 ", (8, 9))])
def test_a_size_is_one_number_or_height_by_width(text, expected):
    assert types.size(text) == expected


@pytest.mark.parametrize("text", ["", "0", "7", "1025", "-3", "64x", "64.5", "nan", "1e2", "64x64x64", "٣"])
def test_a_size_that_makes_no_sense_is_refused(text):
    with pytest.raises(argparse.ArgumentTypeError):
        types.size(text)


def test_an_input_shape_is_channels_height_width():
    assert types.input_shape("3,32,48") == (3, 32, 48)
    assert types.input_shape("1x28x28") == (1, 28, 28)


@pytest.mark.parametrize("text", ["", "3", "3,32", "0,32,32", "3,32,32,1", "a,b,c", "-3,4,4"])
def test_an_input_shape_that_makes_no_sense_is_refused(text):
    with pytest.raises(argparse.ArgumentTypeError):
        types.input_shape(text)


@pytest.mark.parametrize(("field", "text"), [
    ("epochs", "0"), ("epochs", "-1"), ("epochs", "1.5"), ("epochs", "many"), ("learning_rate", "0"),
    ("learning_rate", "nan"), ("learning_rate", "inf"), ("momentum", "1"), ("weight_decay", "-0.1"), ("seed", "-1"),
    ("threads", "-2"), ("batch_size", "0")])
def test_a_setting_out_of_range_is_refused(field, text):
    with pytest.raises(argparse.ArgumentTypeError, match="should be"):
        types.field_value(TrainConfig, field)(text)


def test_a_setting_in_range_has_its_type():
    assert types.field_value(TrainConfig, "epochs")("7") == 7
    assert types.field_value(TrainConfig, "learning_rate")("1e-3") == 0.001


def test_a_setting_of_a_class_whose_other_settings_come_from_elsewhere_is_read_and_refused_alike():
    trials = types.field_value(SweepPlan, "trials")
    assert trials("2") == 2
    with pytest.raises(argparse.ArgumentTypeError, match="should be"):
        trials("0")


def test_only_given_flags_become_settings():
    parser = argparse.ArgumentParser()
    for name in ("epochs", "optimizer", "learning_rate"):
        types.add_field(parser, TrainConfig, name)
    arguments = parser.parse_args(["--epochs", "3"])
    assert types.given_fields(arguments, TrainConfig) == {"epochs": 3}


def test_help_with_percent_signs_can_be_shown():
    parser = argparse.ArgumentParser()
    for name in TrainConfig.model_fields:
        types.add_field(parser, TrainConfig, name)
    assert "--learning-rate X" in parser.format_help()


def test_a_path_may_begin_at_home_and_is_never_empty():
    assert types.path("~/x") == Path.home() / "x"
    for text in ("", "a\0b"):
        with pytest.raises(argparse.ArgumentTypeError):
            types.path(text)


def test_a_whole_number_keeps_to_its_limits():
    read = types.whole_number(2, 10)
    assert read("10") == 10
    for text in ("1", "11", "x", "2.0"):
        with pytest.raises(argparse.ArgumentTypeError):
            read(text)
