"""The pictures of entries about training, from small trainings that are really run."""

from collections.abc import Callable, Mapping
from functools import cache

import numpy as np

from cnnstudio.ui.help.glossary.figure import Array, Blocks, Cells, Figure, Grid, Line, Plot, Sign
from cnnstudio.ui.help.glossary.term import marked

START = (-9.0, 1.0)
STEPS = 25
_DEPTH, _WIDTH, _IMAGES = 10, 64, 16


@cache
def signal_sizes(variance: float, function: Callable[[Array], Array], draws: int = 9) -> Array:
    """Return the size (root of the mean square) of the values behind each of ten layers, from 1 on: (11,).

    Parameters
    ----------
    variance
        Of the weights, times the number of inputs of a unit: 2 is Kaiming, 1 Xavier.
    draws
        How many networks are drawn; the geometric mean of them is returned.
    """
    sizes = np.ones((draws, _DEPTH + 1))
    for seed in range(draws):
        generator = np.random.default_rng(seed)
        values = generator.standard_normal((_IMAGES, _WIDTH))
        for layer in range(1, _DEPTH + 1):
            weights = generator.standard_normal((_WIDTH, _WIDTH)) * np.sqrt(variance / _WIDTH)
            values = function(values @ weights)
            sizes[seed, layer] = np.sqrt((values**2).mean())
    found: Array = np.exp(np.log(np.maximum(sizes, 1e-30)).mean(axis=0)) * (sizes > 0).all(axis=0)
    return found


def _relu(values: Array) -> Array:
    return np.maximum(0, values)


def _sizes(function: Callable[[Array], Array], variances: tuple[tuple[float, str, str], ...], title: str) -> Figure:
    layers = np.arange(_DEPTH + 1.0)
    return (Plot(tuple(Line(layers, signal_sizes(variance, function), token, name)
                       for variance, token, name in variances), title, marked("layer"), (0.0, 10.0, 0.0, 1.6)),)


def initialisation() -> Figure:
    """Follow the size of values through ten ReLU layers."""
    return _sizes(_relu, ((2.0, "good", "Kaiming"), (1.0, "warning", "Xavier"), (0.0, "bad", marked("zeros"))),
                  marked("size of the values, with ReLU"))


def kaiming() -> Figure:
    """Compare both ways behind ReLU."""
    return _sizes(_relu, ((2.0, "good", "Var(w) = 2/n"), (1.0, "warning", "Var(w) = 1/n")),
                  marked("size of the values, with ReLU"))


def xavier() -> Figure:
    """Compare three variances behind tanh."""
    return _sizes(np.tanh, ((1.0, "good", "Var(w) = 1/n"), (0.25, "bad", "Var(w) = 1/(4n)")),
                  marked("size of the values, with tanh"))


def descent(rate: float, momentum: float = 0.0, steps: int = STEPS) -> tuple[Array, Array]:
    """Return the way of SGD down the ravine ``(x² + 10 y²) / 2`` from `START`: x and y of each step."""
    place, speed = np.array(START), np.zeros(2)
    way = [place]
    for _ in range(steps):
        speed = momentum * speed + place * np.array([1.0, 10.0])
        place = place - rate * speed
        way.append(place)
    found = np.array(way)
    return found[:, 0], found[:, 1]


_RINGS = (2.0, 10.0, 30.0, 60.0, 100.0)
_BOWL = (-10.0, 4.0, -2.2, 2.2)


def _way(rate: float, momentum: float, title: str) -> Plot:
    x, y = descent(rate, momentum)
    return Plot((Line(x, y, "accent"), Line(x, y, "accent", dots=True)), title, "", _BOWL, _RINGS)


def sgd() -> Figure:
    """Draw the steps of SGD in a ravine."""
    return (_way(0.15, 0.0, "η = 0.15"),)


def momentum() -> Figure:
    """Draw the same number of steps without and with momentum."""
    return (_way(0.03, 0.0, "μ = 0"), _way(0.03, 0.8, "μ = 0.8"))


def one_valley(rate: float, steps: int = 12) -> tuple[Array, Array]:
    """Return the steps of gradient descent on ``x² / 2`` from -4: x and height."""
    x = -4.0 * (1 - rate) ** np.arange(steps + 1)
    return x, x**2 / 2


def learning_rate() -> Figure:
    """Draw steps that are too small, right and too large in one valley."""
    x = np.linspace(-6, 6, 121)
    return tuple(Plot((Line(x, x**2 / 2, "quiet"), Line(*one_valley(rate), token), Line(
        *one_valley(rate), token, dots=True)), title, "", (-6.0, 6.0, -0.8, 14.0)) for rate, token, title in (
            (0.05, "warning", marked("too small")), (0.5, "good", marked("right")), (2.15, "bad", marked("too large"))))


def gradient() -> Figure:
    """Draw the slope of x² / 2 at 2 and at -1."""
    x = np.linspace(-4, 4, 81)
    tangents = tuple(Line(np.array([at - 1.2, at + 1.2]), np.array([at**2 / 2 - 1.2 * at, at**2 / 2 + 1.2 * at]), token,
                          name) for at, token, name in ((2.0, "bad", "∂L/∂w = 2"), (-1.0, "good", "∂L/∂w = −1")))
    return (Plot((Line(x, x**2 / 2), *tangents), "L(w) = w² / 2", "w", (-4.0, 4.0, -1.2, 7.0)),)


def mini_batch() -> Figure:
    """Divide 40 images into batches of 16: two whole ones and one of 8."""
    kinds = np.repeat(np.arange(3), (16, 16, 8)).reshape(5, 8)
    return (Cells(kinds, ("accent", "good", "warning"), "⌈40 / 16⌉ = 3",
                  (marked("step 1"), marked("step 2"), marked("step 3"))),)


def epoch() -> Figure:
    """Draw two epochs of the same images in another order."""
    generator = np.random.default_rng(1)
    orders = [generator.permutation(24).reshape(3, 8).astype(float) for _ in range(2)]
    return (Grid(orders[0], marked("epoch 1: every image once"), "plain"), Sign(""),
            Grid(orders[1], marked("epoch 2: in another order"), "plain"))


def loss() -> Figure:
    """Draw -ln p with the loss of guessing among two classes."""
    p = np.linspace(0.01, 1, 100)
    known = np.array([0.05, 0.5, 0.95])
    return (Plot((Line(p, -np.log(p)), Line(known, -np.log(known), "accent", dots=True)), "−ln p",
                 marked("probability of the true class"), (0.0, 1.0, 0.0, 4.6), upright=0.5),)


def weight_decay() -> Figure:
    """Draw how a weight that is not needed fades."""
    steps = np.arange(0.0, 201.0)
    return (Plot(tuple(Line(steps, (1 - decay) ** steps, token, f"η · λ = {decay:g}") for decay, token in (
        (0.001, "good"), (0.01, "accent"), (0.05, "warning"))), "w", marked("step"), (0.0, 200.0, 0.0, 1.05)),)


@cache
def both_losses(features: int = 40, steps: int = 200) -> tuple[Array, Array]:
    """Return training and validation loss of a linear network on 30 noisy examples, step by step: (steps + 1,) each.

    Of 40 measured values five matter, and the network sees the first ``features``: all of them are too many for 30
    examples, two of them too few for what is to be learned.
    """
    generator = np.random.default_rng(3)
    inputs = generator.standard_normal((230, 40))
    targets = inputs[:, :5].sum(axis=1) + 1.5 * generator.standard_normal(230)
    inputs = inputs[:, :features]
    seen, unseen, wanted, hidden = inputs[:30], inputs[30:], targets[:30], targets[30:]
    weights, losses = np.zeros(features), []
    for _ in range(steps + 1):
        miss = seen @ weights - wanted
        losses.append((float((miss**2).mean()), float(((unseen @ weights - hidden) ** 2).mean())))
        weights = weights - 0.04 * 2 * seen.T @ miss / len(wanted)
    found = np.array(losses)
    return found[:, 0], found[:, 1]


def _losses(features: int, upright: float | None = None) -> Figure:
    training, validation = both_losses(features)
    steps = np.arange(float(len(training)))
    return (Plot((Line(steps, training, "train_curve", marked("training loss")),
                  Line(steps, validation, "val_curve", marked("validation loss"))), "", marked("step"),
                 (0.0, steps[-1], 0.0, float(max(validation.max(), training.max())) * 1.1), upright=upright),)


def best_step() -> int:
    """Return the step with the least validation loss of `both_losses`."""
    return int(both_losses()[1].argmin())


def overfitting() -> Figure:
    """Draw the losses of a training that overfits."""
    return _losses(40)


def early_stopping() -> Figure:
    """Draw the same training with the step that is kept."""
    return _losses(40, float(best_step()))


def underfitting() -> Figure:
    """Draw the losses of a network that is too small."""
    return _losses(2)


def seed() -> Figure:
    """Draw numbers from the seeds 0, 0 and 1."""
    rows = [np.random.default_rng(number).random(4)[None] for number in (0, 0, 1)]
    return tuple(Grid(row, name, "plain", 2) for row, name in zip(rows, (
        marked("seed 0"), marked("seed 0 again"), marked("seed 1")), strict=True))


def checkpoint() -> Figure:
    """Draw the way of a training that is interrupted and goes on."""
    return (Blocks((marked("epoch 1"), marked("epoch 2"), marked("saved"), "✕", marked("epoch 3")),
                   ("accent", "accent", "good", "bad", "accent"), marked("goes on from what was saved")),)


def transfer_learning() -> Figure:
    """Draw a network with a frozen part and a new end."""
    return (Blocks((marked("edges"), marked("textures"), marked("parts"), marked("your classes")),
                   ("quiet", "quiet", "quiet", "good"),
                   marked("grey: learned from other images, frozen; green: learns")),)


FIGURES: Mapping[str, Callable[[], Figure]] = {
    "initialisation": initialisation, "xavier": xavier, "kaiming": kaiming, "gradient": gradient, "sgd": sgd,
    "momentum": momentum, "learning_rate": learning_rate, "mini_batch": mini_batch, "epoch": epoch, "loss": loss,
    "weight_decay": weight_decay, "early_stopping": early_stopping, "overfitting": overfitting,
    "underfitting": underfitting, "seed": seed, "checkpoint": checkpoint, "transfer_learning": transfer_learning}
