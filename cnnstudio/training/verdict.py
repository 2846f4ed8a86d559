"""What a history of epochs says about a training, in words, from stated rules with their evidence."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from cnnstudio.training import curve_rules, layer_rules
from cnnstudio.training.config import TrainConfig
from cnnstudio.training.events import EpochEnded
from cnnstudio.training.judgement import Case, Verdict, VerdictKind

__all__ = ["Rule", "Verdict", "VerdictKind", "verdict", "verdicts"]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: what it finds, and with which earlier findings it need not be asked, because they say why."""

    find: Callable[[Case], Verdict | None]
    not_after: tuple[VerdictKind, ...] = ()


RULES: tuple[Rule, ...] = (
    Rule(layer_rules.symmetry),
    Rule(curve_rules.learning_rate_too_high),
    Rule(layer_rules.exploding_gradients, ("symmetry",)),
    Rule(layer_rules.dead_relus, ("symmetry",)),
    Rule(layer_rules.vanishing_gradients, ("symmetry", "learning_rate_too_high", "dead_relus")),
    Rule(layer_rules.learning_rate_too_low, ("symmetry", "exploding_gradients", "dead_relus", "vanishing_gradients")),
    Rule(curve_rules.unbalanced),
    Rule(curve_rules.overfitting),
    Rule(curve_rules.guessing, ("unbalanced", "learning_rate_too_low")),
    Rule(curve_rules.underfitting, ("learning_rate_too_low", "guessing")),
    Rule(curve_rules.plateau),
    Rule(curve_rules.standstill, ("overfitting", "plateau")),
    Rule(curve_rules.few_validation_images),
)
"""The most important first: what makes learning impossible, then what hinders it, then what limits the result."""


def verdicts(history: Iterable[EpochEnded], *, baseline: float | None = None, validation_images: int | None = None,
             class_counts: Sequence[int] = (), class_names: Sequence[str] = (),
             recipe: TrainConfig | None = None) -> tuple[Verdict, ...]:
    """Judge a training by all rules; at least one verdict, the most important first.

    1. *Too early*: fewer than 3 epochs.
    2. *All channels are alike*: see `layer_rules.symmetry`.
    3. *Learning rate too high*: see `curve_rules.learning_rate_too_high`.
    4. *Exploding gradients*: see `layer_rules.exploding_gradients`.
    5. *Dead ReLUs*: see `layer_rules.dead_relus`.
    6. *Vanishing gradients*: see `layer_rules.vanishing_gradients`.
    7. *Learning rate too low*: see `layer_rules.learning_rate_too_low`.
    8. *Rare classes are not learned*: see `curve_rules.unbalanced`.
    9. *Overfitting since epoch N*: see `curve_rules.overfitting`.
    10. *No better than guessing*: see `curve_rules.guessing`.
    11. *Underfitting*: see `curve_rules.underfitting`.
    12. *Plateau*: see `curve_rules.plateau`.
    13. *No better since epoch N* (a plateau of the validation): see `curve_rules.standstill`.
    14. *Healthy*: when none of 2 to 13 holds.
    15. *Few validation images*: see `curve_rules.few_validation_images`. No alarm, as the training is not to blame.

    A rule is left out where an earlier one has found the reason for the same thing (`RULES`).

    Parameters
    ----------
    history : the epochs so far, epoch 1 first
    baseline : accuracy of always answering the most frequent class of the validation images, 0 to 1; without it
        rule 10 is left out and rules 6, 7 and 11 take 0
    validation_images : for the intervals of rules 10 and 15; without it rule 10 compares the accuracy itself
    class_counts : validation images of each class, for rule 8
    class_names : for its words
    recipe : for the remedies, so that they speak of the learning rate that was chosen and of nothing that is so already
    """
    case = Case(tuple(history), baseline, validation_images, tuple(class_counts), tuple(class_names), recipe)
    if len(case.rows) < 3:
        return (Verdict("too_early"),)
    found: list[Verdict] = []
    for rule in RULES:
        if not any(earlier.kind in rule.not_after for earlier in found):
            found += filter(None, [rule.find(case)])
    is_alarming = any(one.is_alarm for one in found)
    return tuple(found) if is_alarming else (curve_rules.healthy(case), *found)


def verdict(history: Iterable[EpochEnded], *, baseline: float | None = None,
            validation_images: int | None = None) -> Verdict:
    """Return the most important of the `verdicts`."""
    return verdicts(history, baseline=baseline, validation_images=validation_images)[0]
