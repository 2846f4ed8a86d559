"""The tables behind shared classes say what PyTorch says, and a pattern filled with its literals is the text again."""

import ast
import inspect

import pytest
import torch
from torch import nn

from cnnstudio.export.layer_source import OWN_MODULES
from cnnstudio.export.literals import DEFAULTS, LEFT_OUT, POSITIONS, joined, pattern

MODULES = {"nn": nn, "torch": torch}


def signature(name):
    """Return the parameters of a class by its name in the exported file."""
    if name in OWN_MODULES:
        namespace = {"nn": nn, "torch": torch, "Tensor": torch.Tensor}
        exec(OWN_MODULES[name], namespace)
        return inspect.signature(namespace[name]).parameters
    return inspect.signature(getattr(nn, name.removeprefix("nn."))).parameters


@pytest.mark.parametrize("name", POSITIONS)
def test_arguments_by_position_have_pytorchs_names(name):
    assert tuple(signature(name))[:len(POSITIONS[name])] == POSITIONS[name]


@pytest.mark.parametrize("name", DEFAULTS)
def test_arguments_that_are_left_out_have_pytorchs_defaults(name):
    for keyword, text in DEFAULTS[name].items():
        assert signature(name)[keyword].default == ast.literal_eval(text), keyword


@pytest.mark.parametrize("text", [
    "nn.Conv2d(3, 64, kernel_size=(3, 1), padding='same', bias=False)", "nn.ReLU()", "inputs + kept_1",
    "torch.cat([x, kept_2], dim=1)", "x[:, :, 3:13, 1:5]", "x * kept_1[:, :, None, None]", "nn.LeakyReLU(-0.1)",
    "FixedKernel([[-1.0, 0.0], [0.5, 1e-05]], padding=1)", "x.mean(dim=(2, 3))", "nn.GELU(approximate='tanh')"])
def test_a_pattern_filled_with_what_it_holds_is_the_text_again(text):
    found = pattern(text)
    texts = tuple(LEFT_OUT if literal.is_left_out else literal.text for literal in found.literals)
    assert found.filled(texts) == text


def test_texts_that_differ_in_literals_only_have_the_same_pieces():
    first = pattern("nn.Conv2d(3, 64, kernel_size=3)")
    second = pattern("nn.Conv2d(64, 128, kernel_size=(3, 1), stride=2, bias=False)")
    assert first.pieces == second.pieces
    assert [literal.role for literal in first.literals] == [
        "in_channels", "out_channels", "kernel_size", "stride", "padding", "dilation", "groups", "bias"]
    assert [literal.text for literal in second.literals] == ["64", "128", "(3, 1)", "2", "0", "1", "1", "False"]
    assert pattern("nn.Conv3d(3, 64, kernel_size=3)").pieces != first.pieces


def test_a_left_out_argument_goes_with_its_keyword_wherever_it_stands():
    found = joined("f(a=", pattern("1").literals[0], ", b=", pattern("2").literals[0], ")")
    assert found.filled((LEFT_OUT, "2")) == "f(b=2)"
    assert found.filled(("1", LEFT_OUT)) == "f(a=1)"
    assert found.filled((LEFT_OUT, LEFT_OUT)) == "f()"
