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
    ("BatchNorm1d", (16,), {"eps": 0.1}, "(x − mean) / √(variance + 0.1) · scale + shift\n2 · 16 = 32 weights"),
    ("LayerNorm", (4, 3, 2), {}, "(x − mean) / √(variance + 1e-05) · scale + shift\n2 · 4 · 3 · 2 = 48 weights"),
    ("LayerNorm", (1000,), {}, "(x − mean) / √(variance + 1e-05) · scale + shift\n2 · 1000 = 2,000 weights"),
    ("LayerNorm", (4,), {"elementwise_affine": False}, "(x − mean) / √(variance + 1e-05)"),
    ("GroupNorm", (32, 4, 4), {}, "(x − mean) / √(variance + 1e-05) · scale + shift\n2 · 32 = 64 weights\n"
                                  "32 / 8 = 4 channels a group"),
    ("Dropout2d", (16, 4, 4), {"p": 0.2}, "each channel: 0 with probability 0.2, else x / (1 − 0.2) = 1.25 · x"),
    ("SqueezeExcitation", (32, 4, 4), {"reduction": 16}, "x · sigmoid(W₂ · ReLU(W₁ · mean(x) + b₁) + b₂)\n"
                                                         "32 → 2 → 32: 2 · 32 · 2 + 2 + 32 = 162 weights"),
    ("DepthwiseConv2d", (8, 32, 32), {"channel_multiplier": 2}, "(32 − 3 + 2·0) / 1 + 1 = 30\n8 · 2 = 16 channels"),
    ("DepthwiseConv2d", (8, 32, 32), {"same": True}, "(32 − 3 + 2·1) / 1 + 1 = 32"),
    ("ConvTranspose2d", (8, 16, 16), {}, "(16 − 1) · 2 − 2·0 + 2 = 32"),
    ("ConvTranspose2d", (8, 5, 4), {"kernel_size": 3, "stride": 3, "padding": 1, "output_padding": 1, "dilation": 2},
     "height (5 − 1) · 3 − 2·1 + 5 + 1 = 16\nwidth (4 − 1) · 3 − 2·1 + 5 + 1 = 13"),
    ("FixedKernel", (3, 32, 32), {}, "Σ value · pixel\n(32 − 3 + 2·1) / 1 + 1 = 32"),
    ("FixedKernel", (3, 9, 9), {"kernel": [[1] * 5] * 5, "same": False},
     "Σ value · pixel / 25\n(9 − 5 + 2·0) / 1 + 1 = 5"),
    ("AdaptiveMaxPool2d", (64, 9, 9), {"output_size": 7}, "9 → 7"),
    ("GlobalMaxPool2d", (64, 4, 4), {}, "largest of 4 · 4 = 16 values a channel, 64 channels"),
    ("Upsample", (8, 16, 10), {"scale_factor": [2, 3]}, "height 16 · 2 = 32\nwidth 10 · 3 = 30"),
    ("ZeroPad2d", (8, 16, 16), {"top": 0, "bottom": 3, "left": 1, "right": 2},
     "height 16 + 0 + 3 = 19\nwidth 16 + 1 + 2 = 19"),
    ("Crop2d", (8, 16, 16), {"size": [9, 8]}, "height 16 − 3 − 4 = 9\nwidth 16 − 4 − 4 = 8"),
    ("Crop2d", (8, 16, 16), {"size": 8, "centred": False, "top": 5, "left": 5}, "16 − 5 − 3 = 8"),
    ("PReLU", (16, 4, 4), {}, "x for x > 0, else slope · x\n16 learned slopes"),
    ("PReLU", (16, 4, 4), {"per_channel": False}, "x for x > 0, else slope · x\n1 learned slope"),
    ("ReLU6", (16,), {}, "min(max(0, x), 6)"),
    ("SELU", (16,), {}, "1.0507 · x for x > 0, else 1.0507 · 1.6733 · (eˣ − 1)"),
    ("Hardswish", (16,), {}, "x · min(max(0, x + 3), 6) / 6"),
    ("Hardsigmoid", (16,), {}, "min(max(0, x + 3), 6) / 6"),
    ("SiLU", (16,), {}, "x · sigmoid(x) = x / (1 + e⁻ˣ)"),
    ("GELU", (16,), {}, "x · Φ(x) = x · (1 + erf(x / √2)) / 2"),
    ("GELU", (16,), {"approximate": "tanh"}, "0.5 · x · (1 + tanh(√(2/π) · (x + 0.044715 · x³)))"),
    ("Dropout", (16,), {"p": 0.5}, "0 with probability 0.5, else x / (1 − 0.5) = 2 · x"),
    ("LeakyReLU", (16,), {}, "x for x > 0, else 0.1 · x"),
    ("Maxout", (64, 4, 4), {}, "64 / 2 = 32: max of every 2"),
])
def test_formula_carries_the_users_numbers(kind, shape, parameters, text):
    assert formula(kind, shape, **parameters) == text


def test_multiply_names_its_inputs():
    assert formula("Multiply", (32, 8, 8), (32,)) == "x₁ · x₂"


@pytest.mark.parametrize(("kernel", "text"), [
    ([[1, 2, 1], [2, 4, 2], [1, 2, 1]], "Gaussian blur, 3×3"), ([[1] * 5] * 5, "Box blur, wide, 5×5"),
    ([[7] * 3] * 3, "3×3")])
def test_a_known_kernel_is_named_on_its_node(kernel, text):
    rules = layer_kind("FixedKernel")
    assert rules.summary(rules.check_parameters({"kernel": kernel})) == text


def test_concatenate_adds_up_the_channels():
    assert formula("Concatenate", (32, 8, 8), (64, 8, 8)) == "32 + 64 = 96 channels"


@pytest.mark.parametrize("kind", ["Conv2d", "DepthwiseConv2d", "MaxPool2d"])
def test_formula_ends_with_the_size_of_the_shape_rule(kind):
    rules = layer_kind(kind)
    checked = 0
    for size, kernel, stride, padding, extra in itertools.product(
            range(1, 9), (1, 2, 3, 5), (1, 2, 3), (0, 1, 2), (False, True)):
        changed = {"ceil_mode": extra} if kind == "MaxPool2d" else {"same": extra}
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
