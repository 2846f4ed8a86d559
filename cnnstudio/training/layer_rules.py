"""The rules that judge a training by its layers' figures; each is stated in its docstring and silent without figures.

A layer's *relative gradient* is the norm of its gradient over the norm of its weights, so that large and small layers
can be compared.
"""

import math
from collections.abc import Callable

from cnnstudio.training.events import EpochEnded, LayerFigures
from cnnstudio.training.judgement import Case, Verdict, named, percent
from cnnstudio.training.usual_rates import rounded
from cnnstudio.wording import translate

VANISHED = 1e-3
"""Share of the last layer's relative gradient below which the first layers' has vanished."""
EXPLODED = 10.0
"""Relative gradient from which on a step would throw the weights away."""
DEAD = 2 / 3
"""Share of dead channels from which on a layer has lost what it is there for; half of them is seen in good networks."""
STILL = 1e-3
"""Share of their size that an epoch moves weights by, below which they stand still."""
SLOW = 1e-2
"""Likewise, below which they move too slowly for a loss that is still above that of guessing."""
_FEW_CHANNELS = 4


def symmetry(case: Case) -> Verdict | None:
    """Hold when in a layer that learns all output channels have the same weights, and so the same updates for ever."""
    names = [layer.name for layer in case.last.layers if layer.is_alike]
    if not names:
        return None
    evidence = translate(
        "training", "in {named} all channels have the very same weights. They answer alike and are corrected alike, "
        "so that they stay one and the same channel for ever.", named=named(names))
    return Verdict("symmetry", translate("training", "All channels are alike"), evidence,
                   translate(
                       "training", "Choose the initialisation Kaiming or Xavier instead of zeros, and train again."))


def exploding_gradients(case: Case) -> Verdict | None:
    """Hold when in both of the last 2 epochs some layer's relative gradient was 10 or more."""
    name = _in_both(case, lambda row: [
        layer.name for layer in _learning(row) if layer.gradient_norm >= EXPLODED * layer.weight_norm])
    if not name:
        return None
    largest = max(case.learning_layers, key=_relative)
    evidence = translate(
        "training", "in {largest}, the gradient is {times} times as long as the weights themselves (usual is under "
        "1), so that every step throws away what was learned.", largest=largest.name, times=_times(_relative(largest)))
    is_clipped = case.recipe is not None and 0 < case.recipe.clip_norm <= 1
    return Verdict("exploding_gradients", translate("training", "Exploding gradients"), evidence,
                   translate(
                       "training", "Try the initialisation Kaiming, batch normalisation, or a learning rate of "
                       "{rate:g}.", rate=case.smaller_rate) if is_clipped else translate(
                       "training", "Try gradient clipping at 1, the initialisation Kaiming, batch normalisation, or a "
                       "learning rate of {rate:g}.", rate=case.smaller_rate))


def dead_relus(case: Case) -> Verdict | None:
    """Hold when in both of the last 2 epochs at least two thirds of a ReLU's channels were 0 for every image looked at.

    Of ReLUs with 4 channels or more. A channel that is 0 everywhere gets no gradient and stays so.
    """
    names = _in_both(case, lambda row: [layer.name for layer in row.layers if _is_dead(layer)])
    if not names:
        return None
    worst = max((layer for layer in case.last.layers if layer.name in names), key=lambda layer: layer.dead_share)
    evidence = translate(
        "training", "in {worst}, {dead_share} of the {channels:,} channels are 0 for every image. They get no "
        "gradient and seldom come back.", worst=worst.name, dead_share=percent(worst.dead_share),
        channels=worst.channels)
    others = [name for name in names if name != worst.name]
    if others:
        evidence += translate("training", " It is at least two thirds of them in {named} as well.", named=named(others))
    return Verdict("dead_relus", translate("training", "Dead ReLUs"), evidence,
                   translate(
                       "training", "Try a learning rate of {smaller_rate:g}, LeakyReLU instead of ReLU, or batch "
                       "normalisation before it.", smaller_rate=case.smaller_rate))


def vanishing_gradients(case: Case) -> Verdict | None:
    """Hold when for 2 epochs the first third of 4 or more layers has a thousandth of the last one's relative gradient.

    Or less. Only while under half of the way from the baseline to 100 % training accuracy is gone.
    """
    if case.is_learned or not all(_has_vanished(_learning(row)) for row in case.rows[-2:]):
        return None
    layers = case.learning_layers
    first, last = layers[0], layers[-1]
    factor = _relative(last) / _relative(first) if first.gradient_norm else math.inf
    evidence = translate(
        "training", "compared with their weights, the gradients of {first} are {times} times smaller than those of "
        "{last}, so that the first layers hardly learn.", first=first.name, times=_times(factor), last=last.name)
    return Verdict("vanishing_gradients", translate("training", "Vanishing gradients"), evidence,
                   translate(
                       "training", "Try ReLU instead of sigmoid or tanh, batch normalisation, residual connections "
                       "(Add), or fewer layers."))


def learning_rate_too_low(case: Case) -> Verdict | None:
    """Hold when no epoch moved any layer's weights by a thousandth of their size, and the training loss hardly falls.

    That is: by less than 3 % an epoch over the last 3, with under half of the way from the baseline to 100 % training
    accuracy gone. Or when none moved them by a hundredth, and the loss is still above that of guessing by the classes'
    shares, their entropy. Silent while a warm-up raises the learning rate.
    """
    first, last = case.rows[0], case.last
    ratios = [layer.update_ratio for row in case.rows for layer in _learning(row)]
    moved, is_rising = max(ratios, default=0.0), last.learning_rate > 1.01 * first.learning_rate
    is_still = moved < STILL and case.fall_an_epoch < 0.03
    is_far = moved < SLOW and last.train_loss > case.guessing_loss
    if not moved or is_rising or case.is_learned or not (is_still or is_far):
        return None
    rate = case.rate
    guessing = translate("training", "; guessing has {loss:.3g}", loss=case.guessing_loss) if is_far else ""
    evidence = translate(
        "training", "an epoch moves no layer's weights by more than {percent:.2g} % of their size, and the training "
        "loss only went from {first:.3g} to {last:.3g}{guessing}.", percent=100 * moved, first=first.train_loss,
        last=last.train_loss, guessing=guessing)
    return Verdict("learning_rate_too_low", translate("training", "Learning rate too low"), evidence,
                   translate(
                       "training", "Try a learning rate of {rounded:g} instead of {rate:g}.",
                       rounded=rounded(rate * _factor(moved)), rate=rate))


def _times(factor: float) -> str:
    """Write a factor with two digits: ``"12"``, ``"62,000"``, ``"over a million"``."""
    return f"{float(f'{factor:.2g}'):,.0f}" if factor < 1e6 else translate("training", "over a million")


def _factor(moved: float) -> float:
    """Return the power of ten, 10 to 1,000, that brings an epoch's movement near a twentieth of the weights."""
    return float(10 ** min(3, max(1, round(math.log10(0.05 / moved)))))


def _learning(row: EpochEnded) -> list[LayerFigures]:
    return [layer for layer in row.layers if layer.weights and layer.weight_norm]


def _relative(layer: LayerFigures) -> float:
    return layer.gradient_norm / layer.weight_norm


def _is_dead(layer: LayerFigures) -> bool:
    return layer.channels >= _FEW_CHANNELS and layer.dead_share >= DEAD


def _has_vanished(layers: list[LayerFigures]) -> bool:
    if len(layers) < 4:
        return False
    first = max(_relative(layer) for layer in layers[:len(layers) // 3])
    return first < VANISHED * _relative(layers[-1])


def _in_both(case: Case, find: Callable[[EpochEnded], list[str]]) -> list[str]:
    """Return the names found in the last epoch that were found in the one before, too."""
    before, now = (find(row) for row in case.rows[-2:])
    return [name for name in now if name in before]
