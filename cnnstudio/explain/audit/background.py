"""Looks for backgrounds that go with a class, and tests by exchanging them whether the network uses them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from cnnstudio.explain.audit.background_trial import Trial, try_backgrounds
from cnnstudio.explain.audit.background_words import background_suspicion
from cnnstudio.explain.audit.case import AuditCase
from cnnstudio.explain.audit.exchange import Exchange, exchange_of
from cnnstudio.explain.audit.one_pass import OnePass
from cnnstudio.explain.audit.report import AuditStep, Level, Suspicion

_SEED = 41

BLIND_SPOTS = (
    "Backgrounds are compared by the colours and the roughness of what is far from the object. Scenes that are told "
    "apart by their things alone (a goal, a manger) are not seen.",
    "Without boxes the object is estimated from colours and structure; where it is missed, exchanging the background "
    "exchanges parts of the object too. Images without an object, such as textures or maps, have no background: what "
    "is said of theirs means nothing.",
    "A background counts when it alone tells the class nearly always: one that a fifth of the other images have "
    "as well, or that only six in ten images of the class have, is missed more often than found.",
    "A background that went with the class only in the images the network learned from, and not in the audited ones, "
    "is not seen.",
)


@dataclass(frozen=True, slots=True)
class Limits:
    """From when on a background is suspicious.

    Attributes
    ----------
    told : balanced accuracy of one class against the rest by the background alone; besides the cut of shuffled labels
    skill : 0 to 1, of all classes together; backgrounds of ordinary photographs reach 0.55 and 0.82 for a class
    gap, class_gap : by how much fewer images must keep their class on another class's background than on another one
        of their own class; what an estimated object leaves behind and takes along costs honest networks up to 0.2
    chance : how often changes of the answer as one-sided as these may come by chance, over all tests of an audit
    """

    told: float = 0.85
    skill: float = 0.6
    gap: float = 0.25
    class_gap: float = 0.3
    chance: float = 0.005


LIMITS = Limits()


def find_backgrounds(case: AuditCase, found: OnePass,
                     should_stop: Callable[[], bool]) -> Iterator[AuditStep | Suspicion]:
    """Yield how far it is and a suspicion for each class whose background gives it away.

    A level ``"relied on"`` takes two proofs: the background alone tells the class better than shuffled labels do, and
    the network's answers follow it: an object on the background of another class keeps its class less often than on
    another background of its own class. The control bears all that cutting and pasting does to an image.
    """
    chance = np.random.default_rng(_SEED)
    plain = np.empty((len(case.labels), found.logits.shape[1]), np.float32)
    plain[found.places] = found.logits
    for event in try_backgrounds(case, plain, should_stop, chance):
        if isinstance(event, AuditStep):
            yield event
            continue
        for class_index, level, exchange in judged(event):
            yield background_suspicion(case, found, event, exchange, class_index, level)


def judged(trial: Trial, limits: Limits = LIMITS) -> Iterator[tuple[int | None, Level, Exchange]]:
    """Yield each class with its level and figures; None for all classes together where no single one stands out."""
    classes = trial.telling.classes
    tests = len(classes) + 1
    relied, in_data = [], []
    for place, name in enumerate(classes.tolist()):
        exchange = exchange_of(trial, trial.labels == name)
        told = float(trial.telling.one_accuracy[place])
        if _relies(exchange, told, trial.telling.one_cut, limits, tests):
            relied.append((name, exchange))
        elif told > max(limits.told, trial.telling.one_cut):
            in_data.append((name, exchange))
    whole = exchange_of(trial, np.ones(len(trial.labels), bool))
    if not relied and trial.telling.is_beyond_chance and trial.telling.skill >= limits.skill and (
            whole.gap >= limits.gap and whole.chance <= limits.chance / tests):
        yield None, "relied on", whole
    for name, exchange in relied:
        yield name, "relied on", exchange
    for name, exchange in in_data:
        yield name, "in the data", exchange


def _relies(exchange: Exchange, told: float, cut: float, limits: Limits, tests: int) -> bool:
    return (told > max(limits.told, cut) and exchange.gap >= limits.class_gap
            and exchange.chance <= limits.chance / tests)

