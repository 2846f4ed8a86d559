"""The formulas carry the user's numbers and come to the size the rules give."""

import itertools
import re

import pytest

from cnnstudio.errors import ShapeError
from cnnstudio.network.registry import layer_kind


def formula(kind, *shapes, **parameters):
    rules = layer_kind(kind)
    return rules.formula(shapes, rules.check_parameters(parameters))


@pytest.mark.parametrize(("kind", "shape", "parameters", "text"), [
    ("Conv2d", (3, 32, 32), {}, "(32 − 3 + 2·0) / 1 + 1 = 30"),
    ("Conv2d", (1, 150, 150), {"kernel_size": 9}, "(150 − 9 + 2·0) / 1 + 1 = 142"),
    ("Conv2d", (3, 32, 32), {"stride": 2}, "⌊(32 − 3 + 2·0) / 2⌋ + 1 = 15"),
    ("Conv2d", (3, 32, 32), {"same": True}, "(32 − 3 + 2·1) / 1 + 1 = 32"),
    ("Conv2d", (3, 32, 32), {"same": True, "kernel_size": 4}, "(32 − 4 + 3) / 1 + 1 = 32"),
    ("Conv2d", (3, 32, 32), {"dilation": 2}, "(32 − 5 + 2·0) / 1 + 1 = 28"),
    ("Conv2d", (3, 32, 20), {}, "height (32 − 3 + 2·0) / 1 + 1 = 30\nwidth (20 − 3 + 2·0) / 1 + 1 = 18"),
    ("Conv2d", (3, 32, 32), {"kernel_size": [3, 5]},
     "height (32 − 3 + 2·0) / 1 + 1 = 30\nwidth (32 − 5 + 2·0) / 1 + 1 = 28"),
    ("Conv2d", (9,), {}, ""),
    ("MaxPool2d", (1, 4, 4), {}, "(4 − 2 + 2·0) / 2 + 1 = 2"),
    ("MaxPool2d", (1, 5, 5), {"ceil_mode": True}, "⌈(5 − 2 + 2·0) / 2⌉ + 1 = 3"),
    ("MaxPool2d", (1, 2, 2), {"ceil_mode": True, "padding": 1, "stride": 4}, "⌈(2 − 2 + 2·1) / 4⌉ + 1 − 1 = 1"),
    ("Flatten", (64, 4, 4), {}, "64 · 4 · 4 = 1,024"),
    ("Linear", (1024,), {}, "1024 · 64 + 64 = 65,600 weights"),
    ("Linear", (1024,), {"bias": False}, "1024 · 64 = 65,536 weights"),
    ("GlobalAvgPool2d", (64, 4, 4), {}, "mean of 4 · 4 = 16 values a channel, 64 channels"),
    ("AdaptiveAvgPool2d", (64, 9, 8), {"output_size": 7}, "height 9 → 7\nwidth 8 → 7"),
    ("BatchNorm2d", (16, 4, 4), {}, "(x − mean) / √(variance + 1e-05) · scale + shift\n2 · 16 = 32 weights"),
    ("Dropout", (16,), {"p": 0.5}, "0 with probability 0.5, else x / (1 − 0.5) = 2 · x"),
    ("LeakyReLU", (16,), {}, "x for x > 0, else 0.1 · x"),
    ("Maxout", (64, 4, 4), {}, "64 / 2 = 32: max of every 2"),
])
def test_formula_carries_the_users_numbers(kind, shape, parameters, text):
    assert formula(kind, shape, **parameters) == text


def test_concatenate_adds_up_the_channels():
    assert formula("Concatenate", (32, 8, 8), (64, 8, 8)) == "32 + 64 = 96 channels"


@pytest.mark.parametrize("kind", ["Conv2d", "MaxPool2d"])
def test_formula_ends_with_the_size_of_the_shape_rule(kind):
    rules = layer_kind(kind)
    checked = 0
    for size, kernel, stride, padding, extra in itertools.product(
            range(1, 9), (1, 2, 3, 5), (1, 2, 3), (0, 1, 2), (False, True)):
        changed = {"same": extra} if kind == "Conv2d" else {"ceil_mode": extra}
        parameters = rules.check_parameters(
            {"kernel_size": kernel, "stride": stride, "padding": padding, **changed})
        try:
            shape = rules.shape([(2, size, size)], parameters)
        except ShapeError:
            continue
        text = rules.formula([(2, size, size)], parameters)
        assert text.endswith(f" = {shape[1]}")
        assert _value(text) == shape[1]
        checked += 1
    assert checked > 100


def _value(text):
    """Work the formula out by itself."""
    body = text.rsplit(" = ", 1)[0].replace("−", "-").replace("·", "*").replace(" / ", " // ")
    ceiling = re.fullmatch(r"⌈(.*) // (\d+)⌉(.*)", body)
    body = f"-(-{ceiling[1]} // {ceiling[2]}){ceiling[3]}" if ceiling else body.replace("⌊", "(").replace("⌋", ")")
    return eval(body)
