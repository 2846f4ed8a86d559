"""Tests of the flags of a recipe."""

import argparse
from pathlib import Path

import pytest

from cnnstudio.cli.recipe_arguments import add_recipe
from cnnstudio.network.document import from_document
from cnnstudio.network.shapes import analyse
from cnnstudio.runs.store import RunFolder
from cnnstudio.training.config import TrainConfig
from tests.helpers.images import make_folder


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


def test_the_binary_loss_gives_the_network_one_output(run_cli, tmp_path):
    root = make_folder(tmp_path / "pets", {"cat": 8, "dog": 8}, 24)
    answer = run_cli("train", root, "--network", "small", "--loss", "binary", "--epochs", "1", "--threads", "1",
                     "--runs", tmp_path / "runs", "--json")
    record = RunFolder.load(Path(answer.events[-1]["run"])).record
    graph = from_document(record.graph)
    assert analyse(graph).input_shapes[graph.output_node.id] == ((1,),)
    assert answer.events[-1]["evaluation"]["images"] > 0
    again = run_cli("evaluate", answer.events[-1]["run"], "--json")
    assert again.events[-1]["accuracy"] == answer.events[-1]["evaluation"]["accuracy"]


def test_the_binary_loss_refuses_three_classes(run_cli, tmp_path):
    root = make_folder(tmp_path / "pets", {"cat": 4, "cow": 4, "dog": 4}, 24)
    answer = run_cli("train", root, "--network", "small", "--loss", "binary", "--runs", tmp_path / "runs")
    assert answer.status != 0
    assert "--loss binary is for two classes, and these images have 3" in answer.err
