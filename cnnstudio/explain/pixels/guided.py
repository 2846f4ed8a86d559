"""Guided backpropagation: a sharp picture of edges, which is not evidence."""

from collections.abc import Iterator
from typing import Any

import torch
from torch import Tensor

from cnnstudio.explain.pass_hooks import undisturbed
from cnnstudio.explain.pixels.input_gradients import to_map
from cnnstudio.explain.pixels.partial import Partial
from cnnstudio.explain.pixels.question import Question, gradient_of
from cnnstudio.wording import translate

EDGES_ONLY = ("This is an edge view, not evidence: it hardly changes when the weights are replaced by random ones "
              "(Adebayo et al. 2018).")
_RELU = "ReluBackward0"
_CLIPPED = "HardtanhBackward0"
_OTHERS = {
    "SiluBackward0": "SiLU", "GeluBackward0": "GELU", "EluBackward0": "ELU", "LeakyReluBackward0": "Leaky ReLU",
    "PreluKernelBackward0": "PReLU", "MishBackward0": "Mish", "HardswishBackward0": "Hardswish",
    "SoftplusBackward0": "Softplus", "TanhBackward0": "tanh", "SigmoidBackward0": "sigmoid",
    "HardsigmoidBackward0": "Hardsigmoid"}
"""What torch calls the derivatives of activations that the rule says nothing about."""


def guided_backpropagation(question: Question) -> Partial:
    """Differentiate down to the pixels, letting through at every ReLU only what is positive; channels added up.

    At each ReLU the gradient passes where both the ReLU's input and the gradient that arrives are positive
    (Springenberg et al. 2014, section 3.4). The rule is attached to the recorded operations themselves, so it holds
    for ReLU modules, for the functions ``relu`` and ``relu_`` and for modules that run several times alike, and no
    module is replaced or hooked. ReLU6 is a ReLU with a ceiling and is treated as one. Other activations, for which
    the rule is not defined, are differentiated plainly, and a note says so.
    """
    with undisturbed(question.network, question.image) as look:
        leaf = look.image.detach().clone().requires_grad_()
        scores = question.run(leaf)
        guided, others = _attach_rule(scores)
        gradient = gradient_of(scores, leaf)
    return Partial(to_map(gradient[0].sum(dim=0)), 1, 1, (translate("explain", EDGES_ONLY), *_notes(guided, others)))


def _attach_rule(scores: Tensor) -> tuple[int, tuple[str, ...]]:
    """Guide every ReLU behind ``scores``; return how many there are, and the names of other activations."""
    guided, others = 0, set()
    for node in _operations(scores.grad_fn):
        name = node.name()
        if name == _RELU or (name == _CLIPPED and node._saved_min_val == 0):  # noqa: SLF001 - torch's only way to ask
            node.register_prehook(_positive)
            guided += 1
        elif name in _OTHERS:
            others.add(_OTHERS[name])
    return guided, tuple(sorted(others))


def _positive(gradients: tuple[Tensor | None, ...]) -> tuple[Tensor | None, ...]:
    return tuple(None if gradient is None else torch.clamp(gradient, min=0) for gradient in gradients)


def _operations(last: Any) -> Iterator[Any]:
    """Yield every recorded operation that leads to ``last``, once."""
    seen: set[Any] = set()
    waiting = [last]
    while waiting:
        node = waiting.pop()
        if node is None or node in seen:
            continue
        seen.add(node)
        yield node
        waiting.extend(before for before, _ in node.next_functions)


def _notes(guided: int, others: tuple[str, ...]) -> tuple[str, ...]:
    names = translate("explain", " and ").join(others)
    if not guided:
        return (translate(
            "explain", "The network has no ReLU, so there is nothing to guide: this is the plain gradient."),)
    return (translate(
        "explain", "For {names} the rule is not defined; there the gradient is the plain one.",
        names=names),) if others else ()
