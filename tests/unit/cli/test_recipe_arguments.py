"""Tests of the flags of a recipe."""

import argparse

import pytest

from cnnstudio.cli.recipe_arguments import add_recipe
from cnnstudio.training.config import TrainConfig


def parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(prog="train")
    add_recipe(made)
    return made


def test_every_setting_has_a_flag_with_its_help():
    text = " ".join(parser().format_help().split())
    for name, info in TrainConfig.model_fields.items():
        assert f"--{name.replace('_', '-')} " in text
        assert info.description in text


def test_a_setting_that_is_true_or_false_takes_no_value():
    assert parser().parse_args(["--nesterov"]).nesterov is True
    assert parser().parse_args([]).nesterov is None
    with pytest.raises(SystemExit):
        parser().parse_args(["--nesterov", "yes"])


def test_a_flag_that_means_nothing_in_this_recipe_is_warned_of(run_cli, tmp_path):
    answer = run_cli("train", tmp_path / "nowhere", "--optimizer", "adam", "--nesterov", "--schedule", "step",
                     "--step-epochs", "3", "--runs", tmp_path / "runs")
    assert "--nesterov changes nothing in this training: it is read only with SGD and momentum." in answer.err
    assert "step-epochs" not in answer.err
