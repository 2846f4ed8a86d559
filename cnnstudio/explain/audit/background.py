"""Looks for backgrounds that go with a class, and tests by exchanging them whether the network uses them."""

from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass

import numpy as np

from cnnstudio.explain.audit.background_pairs import designs
from cnnstudio.explain.audit.background_trial import Answers, Trial, answers, try_backgrounds
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
    "A background that goes with the class in some images only is found when the network relies on it; images that "
    "merely share it are reported when the background alone tells the class nearly always. Of a background that only "
    "six in ten images of the class have, or with fewer than about twenty images of a class, much is missed.",
    "A background that went with the class only in the images the network learned from, and not in the audited ones, "
    "is not seen.",
)


@dataclass(frozen=True, slots=True)
class Limits:
    """From when on a background is suspicious.

    Attributes
    ----------
    told : balanced accuracy of one class against the rest by the background alone from which on it is a finding by
        itself, and which an exchange across classes needs; backgrounds of ordinary photographs reach 0.55 to 0.88 for a
        class. An exchange within classes needs no more than the cut of shuffled labels
    effect : mean of both shares of answers that an exchange within classes must change, of the class's objects that
        lose it and of the others' that take it
    gap, pull : the same shares one by one for an exchange across classes; what an estimated object leaves behind and
        takes along costs honest networks up to 0.2
    matched_chance, chance : how often changes of the answer as one-sided as these may come by chance, for each
    """

    told: float = 0.9
    effect: float = 0.15
    gap: float = 0.3
    pull: float = 0.1
    matched_chance: float = 0.01
    chance: float = 0.002


LIMITS = Limits()


def find_backgrounds(case: AuditCase, found: OnePass,
                     should_stop: Callable[[], bool]) -> Iterator[AuditStep | Suspicion]:
    """Yield how far it is and a suspicion for each class whose background gives it away.

    A level ``"relied on"`` takes two proofs: the background alone tells the class better than shuffled labels do, and
    the network's answers follow it: objects of the class lose it on a background that is not typical of it, and objects
    of other classes take it on one that is. Where some images stand before the background of another class, both
    backgrounds come from images of one class, so that what is left of their objects bears on both alike.
    """
    chance = np.random.default_rng(_SEED)
    plain = np.empty((len(case.labels), found.logits.shape[1]), np.float32)
    plain[found.places] = found.logits
    for event in try_backgrounds(case, plain, should_stop, chance):
        if isinstance(event, AuditStep):
            yield event
            continue
        for place in event.suspected:
            said = yield from _tried(case, event, place, should_stop, chance)
            level = judged(event, place, said)
            if said and level != "clean":
                yield background_suspicion(case, found, event, said[-1], level)


def _tried(case: AuditCase, trial: Trial, place: int, should_stop: Callable[[], bool],
           chance: np.random.Generator) -> Generator[AuditStep, None, list[Answers]]:
    """Return what was said in each way the background was tried; none when ``should_stop`` says so."""
    said: list[Answers] = []
    for pairs in designs(trial.labels, trial.telling, place, trial.objects_each, chance):
        is_hopeless = not pairs.is_matched and trial.telling.one_accuracy[place] <= LIMITS.told
        if is_hopeless or judged(trial, place, said) == "relied on":
            break
        one = yield from answers(case, trial, pairs, should_stop)
        if one is None:
            return []
        said.append(one)
    return said


def judged(trial: Trial, place: int, said: list[Answers], limits: Limits = LIMITS) -> Level:
    """Return the level of the class at ``place`` in ``trial.telling.classes``, from what was said when it was tried."""
    told = float(trial.telling.one_accuracy[place])
    if any(_follows(exchange_of(one), limits, told) for one in said):
        return "relied on"
    return "in the data" if told > max(limits.told, trial.telling.one_cut) else "clean"


def _follows(exchange: Exchange, limits: Limits, told: float) -> bool:
    if exchange.is_matched:
        return (min(exchange.gap, exchange.pull) >= 0 and (exchange.gap + exchange.pull) / 2 >= limits.effect
                and exchange.chance <= limits.matched_chance)
    return (told > limits.told and exchange.gap >= limits.gap and exchange.pull >= limits.pull
            and exchange.chance <= limits.chance)
