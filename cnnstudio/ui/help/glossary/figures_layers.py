"""The pictures of entries about layers, with their numbers worked out."""

from collections.abc import Callable, Mapping
from functools import partial

import numpy as np

from cnnstudio.ui.help.glossary.figure import (
    Array,
    Bars,
    Blocks,
    Cells,
    Figure,
    Grid,
    Line,
    Mark,
    Picture,
    Plot,
    Sign,
    Units,
    as_pixels,
    correlate,
    grey_photo,
    patch,
    photo,
)
from cnnstudio.ui.help.glossary.term import marked

SOBEL: Array = np.array([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
BLUR: Array = np.full((9, 9), 1 / 81)
POOLED: Array = np.array([[1.0, 3.0, 2.0, 0.0], [4.0, 6.0, 1.0, 1.0], [0.0, 2.0, 7.0, 5.0], [1.0, 1.0, 3.0, 1.0]])
LOGITS: Array = np.array([2.0, 1.0, 0.1])
CHANNEL: Array = np.array([1.0, 2.0, 3.0, 6.0])
"""A channel's values in a batch of four."""
PLACE = (1, 2)
"""Row and column of the window that the picture of convolution shows."""
_X: Array = np.linspace(-4, 4, 161)
_TEXT = "text"


def convolution() -> Figure:
    """Multiply one window of real pixels with a kernel."""
    row, column = PLACE
    result = correlate(patch(), SOBEL)
    return (Grid(patch(), marked("Pixels"), "pixels", marks=(Mark(row, column, 3, 3),)), Sign("∗"),
            Grid(SOBEL, marked("Kernel")), Sign("="),
            Grid(result, marked("Feature map"), marks=(Mark(row, column),)))


def kernel() -> Figure:
    """Show what three kernels make of a photograph."""
    grey = grey_photo()
    return (Picture(as_pixels(grey), marked("Image")),
            Picture(as_pixels(correlate(grey, BLUR)), marked("blurs")),
            Picture(as_pixels(correlate(grey, SOBEL)), marked("upright edges")),
            Picture(as_pixels(correlate(grey, SOBEL.T)), marked("level edges")))


def _places(side: int, window: int, step: int) -> Array:
    """Return a grid whose numbers say how many windows begin there."""
    found = np.zeros((side, side))
    found[:side - window + 1:step, :side - window + 1:step] = 1
    return found


def stride() -> Figure:
    """Count the places of a window of 3 on 5 pixels with stride 1 and 2."""
    first = Mark(0, 0, 3, 3)
    return (Grid(_places(5, 3, 1), marked("stride 1: 3 × 3 places"), marks=(first, Mark(0, 1, 3, 3, "good"))),
            Sign(""),
            Grid(_places(5, 3, 2), marked("stride 2: 2 × 2 places"), marks=(first, Mark(0, 2, 3, 3, "good"))))


def padded() -> Array:
    """Return 4 x 4 pixels with a ring of zeros."""
    found: Array = np.pad(patch()[:4, :4], 1)
    return found


def padding() -> Figure:
    """Put a ring of zeros around pixels: 4 x 4 stay 4 x 4."""
    ring = np.ones((6, 6), bool)
    ring[1:5, 1:5] = False
    return (Grid(padded(), marked("4 × 4 pixels and a border of zeros"), "pixels", marks=(Mark(0, 0, 3, 3),),
                 faded=ring),
            Sign("→"),
            Grid(correlate(padded(), np.full((3, 3), 1 / 9)), marked("4 × 4 values (means)"), "pixels",
                 marks=(Mark(0, 0),)))


def feature_map() -> Figure:
    """Show three maps of a photograph, one for each kernel, after ReLU."""
    grey = grey_photo()
    maps = [np.maximum(0, correlate(grey, one)) for one in (SOBEL, -SOBEL, SOBEL.T)]
    return (Picture(photo(), marked("Image")), Sign("→"),
            *(Picture(as_pixels(np.minimum(one, 400))) for one in maps))


def channel() -> Figure:
    """Take a photograph apart into red, green and blue."""
    return (Picture(photo(), marked("Image")), Sign("="),
            *(Picture(_only(number), name) for number, name in enumerate((
                marked("red"), marked("green"), marked("blue")))))


def _only(number: int) -> Array:
    found = np.zeros_like(photo())
    found[..., number] = photo()[..., number]
    return found


def _blocks_of(values: Array) -> Array:
    """Return the four windows of 2 x 2 of a grid of 4 x 4, as rows."""
    found: Array = values.reshape(2, 2, 2, 2).swapaxes(1, 2).reshape(4, 4)
    return found


_QUARTERS = tuple(Mark(row, column, 2, 2, token) for row, column, token in (
    (0, 0, "accent"), (0, 2, "good"), (2, 0, "warning"), (2, 2, "bad")))
_RESULTS = tuple(Mark(row, column, 1, 1, token) for row, column, token in (
    (0, 0, "accent"), (0, 1, "good"), (1, 0, "warning"), (1, 1, "bad")))


def pooling() -> Figure:
    """Keep the largest of each window of 2 x 2."""
    return (Grid(POOLED, "4 × 4", marks=_QUARTERS), Sign("→"),
            Grid(_blocks_of(POOLED).max(axis=1).reshape(2, 2), marked("the largest"), marks=_RESULTS))


def average_pooling() -> Figure:
    """Keep the mean of each window of 2 x 2."""
    return (Grid(POOLED, "4 × 4", marks=_QUARTERS), Sign("→"),
            Grid(_blocks_of(POOLED).mean(axis=1).reshape(2, 2), marked("the mean"), digits=2, marks=_RESULTS))


def global_pooling() -> Figure:
    """Keep one mean of a whole map."""
    return (Grid(POOLED, "4 × 4", marks=(Mark(0, 0, 4, 4),)), Sign("→"),
            Grid(np.array([[POOLED.mean()]]), marked("the mean"), digits=3, marks=(Mark(0, 0),)))


def relu(x: Array) -> Array:
    """Return max(0, x)."""
    return np.maximum(0, x)


def leaky_relu(x: Array) -> Array:
    """Return x, or a tenth of it where it is negative."""
    return np.where(x > 0, x, 0.1 * x)


def elu(x: Array) -> Array:
    """Return x, or e^x - 1 where it is negative."""
    return np.where(x > 0, x, np.expm1(np.minimum(x, 0)))


def sigmoid(x: Array) -> Array:
    """Return 1 / (1 + e^-x)."""
    found: Array = 1 / (1 + np.exp(-x))
    return found


def maxout(x: Array) -> Array:
    """Return the larger of two straight lines."""
    return np.maximum(-0.8 * x - 0.6, 0.9 * x)


FUNCTIONS: Mapping[str, Callable[[Array], Array]] = {
    "relu": relu, "leaky_relu": leaky_relu, "elu": elu, "sigmoid": sigmoid, "tanh": np.tanh, "maxout": maxout}
"""Entry -> the function whose curve it shows."""


def curve(name: str) -> Figure:
    """Draw an activation, with the straight line it bends."""
    function = FUNCTIONS[name]
    bounds = (-4.0, 4.0, -1.4, 1.4) if name in ("sigmoid", "tanh") else (-4.0, 4.0, -1.6, 4.0)
    return (Plot((Line(_X, _X, "quiet", dashed=True), Line(_X, function(_X))), "f(x)", "x", bounds),)


def activation() -> Figure:
    """Draw four activations beside each other."""
    return tuple(Plot((Line(_X, FUNCTIONS[name](_X)),), title, "x", (-4.0, 4.0, -1.4, 2.6)) for name, title in (
        ("relu", "ReLU"), ("elu", "ELU"), ("sigmoid", "sigmoid"), ("tanh", "tanh")))


def flatten() -> Figure:
    """Write two channels of 2 x 2 one after another."""
    volume = np.arange(1.0, 9.0).reshape(2, 2, 2)
    return (Grid(volume[0], marked("channel 0"), marks=(Mark(0, 0, 2, 2),)),
            Grid(volume[1], marked("channel 1"), marks=(Mark(0, 0, 2, 2, "good"),)), Sign("→"),
            Grid(volume.reshape(1, 8), "2 · 2 · 2 = 8", marks=(Mark(0, 0, 1, 4), Mark(0, 4, 1, 4, "good"))))


def dense_layer() -> Figure:
    """Join each of four values to each of three units: 12 weights and 3 biases."""
    return (Units((4, 3), title="4 · 3 + 3 = 15"),)


def probabilities(logits: Array) -> Array:
    """Return softmax of ``logits``."""
    powers = np.exp(logits - logits.max())
    found: Array = powers / powers.sum()
    return found


def softmax() -> Figure:
    """Turn three logits into probabilities."""
    names = ("A", "B", "C")
    return (Bars(LOGITS, names, marked("logits"), 1, "quiet"), Sign("→"),
            Bars(probabilities(LOGITS), names, marked("probabilities, sum 1"), 3))


def logits() -> Figure:
    """Show that 5 more for each logit changes no probability."""
    names, larger = ("A", "B", "C"), LOGITS + 5
    return (Bars(LOGITS, names, marked("logits"), 1, "quiet"), Bars(larger, names, marked("each 5 larger"), 1, "quiet"),
            Sign("→"), Bars(probabilities(larger), names, marked("the same probabilities"), 3))


def out_size(n: int, k: int, p: int = 0, s: int = 1) -> int:
    """Return how many rows come out of a window of ``k`` over ``n`` rows."""
    return (n - k + 2 * p) // s + 1


def output_shape() -> Figure:
    """Follow 32 rows through a convolution and a pooling."""
    first = out_size(32, 3)
    second = out_size(first, 2, s=2)
    return (Blocks(("32", f"(32 − 3 + 0) / 1 + 1 = {first}", f"({first} − 2) / 2 + 1 = {second}"),
                   ("input", "convolution", "pooling"), marked("rows: input, 3 × 3 convolution, 2 × 2 pooling")),)


def receptive_field() -> Figure:
    """Count the pixels that two 3 x 3 convolutions can see."""
    return (Cells(_rings((5,)), ("line", "accent"), marked("5 × 5 pixels of the image")), Sign("→"),
            Cells(_rings((3,), 3), ("line", "accent"), marked("3 × 3 values of layer 1")), Sign("→"),
            Cells(np.ones((1, 1), int), ("line", "accent"), marked("1 value of layer 2")))


def _rings(sides: tuple[int, ...], extent: int = 9) -> Array:
    found = np.zeros((extent, extent), int)
    for number, side in enumerate(sides, start=1):
        first = (extent - side) // 2
        found[first:first + side, first:first + side] = number
    return found


def normalised(values: Array, eps: float = 1e-5) -> Array:
    """Return values with mean 0 and deviation 1."""
    found: Array = (values - values.mean()) / np.sqrt(values.var() + eps)
    return found


def batch_normalisation() -> Figure:
    """Normalise a channel's four values: mean 3, variance 3.5."""
    names = ("1", "2", "3", "4")
    return (Bars(CHANNEL, names, "μ = 3,  σ² = 3.5", 1, "quiet"), Sign("→"),
            Bars(normalised(CHANNEL), names, "μ = 0,  σ² = 1", 2))


KEPT: Array = np.random.default_rng(4).random(6) >= 0.5
"""Which of six units a dropout of 0.5 keeps, drawn once."""


def dropout() -> Figure:
    """Leave out about half of six units; the others count double."""
    values = np.ones((6, 1))
    return (Units((4, 6, 3), ((True,) * 4, tuple(bool(one) for one in KEPT), (True,) * 3), marked("one training step")),
            Sign("→"), Grid(np.where(KEPT[:, None], values / 0.5, 0.0), marked("1 becomes 0 or 2"), "signed", 0))


FIGURES: Mapping[str, Callable[[], Figure]] = {
    "convolution": convolution, "kernel": kernel, "stride": stride, "padding": padding, "feature_map": feature_map,
    "channel": channel, "pooling": pooling, "average_pooling": average_pooling, "global_pooling": global_pooling,
    "activation": activation, "flatten": flatten, "dense_layer": dense_layer, "softmax": softmax, "logits": logits,
    "output_shape": output_shape, "receptive_field": receptive_field, "batch_normalisation": batch_normalisation,
    "dropout": dropout, **{name: partial(curve, name) for name in FUNCTIONS}}
