"""The whole audit: class cards as they become ready, then suspicions, last the report."""

import time
from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np

from cnnstudio.explain.audit.case import AuditCase
from cnnstudio.explain.audit.class_cards import class_card
from cnnstudio.explain.audit.detectors import DETECTORS, DetectorInfo
from cnnstudio.explain.audit.one_pass import OnePass, class_order, joined, look_once
from cnnstudio.explain.audit.report import AuditReport, AuditStep, ClassCard, Suspicion, worst
from cnnstudio.explain.quick_copy import quick_copy
from cnnstudio.wording import translate

Event = AuditStep | ClassCard | Suspicion | AuditReport
Stop = Callable[[], bool]

_FIRST_LOOK = 64   # images after which the first class is shown for the time being
_EXAMPLES = 2      # images on which the quick copy is held against the network


def audit(case: AuditCase, should_stop: Stop, seed: int = 0,
          detectors: tuple[DetectorInfo, ...] = DETECTORS) -> Iterator[Event]:
    """Audit a network.

    Yields how far it is, a card of each class (of the first class twice: after its first images, so that there is
    something to see, and whole), each suspicion, and at the end the report with all of them, its cards completed by
    the level of their suspicions. When ``should_stop`` says so it ends without a report.

    Parameters
    ----------
    seed : of all that is drawn; the same seed gives the same report
    detectors : what is looked for
    """
    begin = time.monotonic()
    case = _made_quick(case)
    parts: list[OnePass] = []
    cards: dict[int, ClassCard] = {}
    for event in _cards(case, should_stop, seed, parts):
        if isinstance(event, ClassCard):
            cards[event.class_index] = event
        yield event
    suspicions: list[Suspicion] = []
    if parts and not should_stop():
        for found in _suspicions(case, joined(parts), should_stop, detectors):
            if isinstance(found, Suspicion):
                suspicions.append(found)
            yield found
    if not should_stop():
        blind_spots = tuple(translate("explain", spot) for row in detectors for spot in row.blind_spots)
        yield AuditReport(case.class_names, case.names, _judged(cards, suspicions), tuple(suspicions), blind_spots,
                          time.monotonic() - begin)


def _made_quick(case: AuditCase) -> AuditCase:
    """Return the case with a copy of the network that answers the same in two thirds of the time; see `quick_copy`."""
    example = case.images(case.pixels[:_EXAMPLES])
    return replace(case, network=quick_copy(case.network, example)) if len(example) else case


def _cards(case: AuditCase, should_stop: Stop, seed: int, parts: list[OnePass]) -> Iterator[AuditStep | ClassCard]:
    """Look at all images class after class, and put what was seen into ``parts``."""
    order = class_order(case.labels)
    ends = np.cumsum(np.bincount(case.labels, minlength=len(case.class_names)))
    done = ready = 0
    is_shown = False
    for part in look_once(case, order, should_stop):
        parts.append(part)
        done += len(part.places)
        yield AuditStep(done, len(order), translate("explain", "Looking at the images"))
        while ready < len(ends) and done >= ends[ready]:
            yield class_card(case, joined(parts), ready, seed)
            ready += 1
        if done >= _FIRST_LOOK and not ready and not is_shown:
            is_shown = True
            yield class_card(case, joined(parts), int(case.labels[order[0]]), seed)


def _suspicions(case: AuditCase, found: OnePass, should_stop: Stop,
                detectors: tuple[DetectorInfo, ...]) -> Iterator[AuditStep | Suspicion]:
    for row in detectors:
        if should_stop():
            return
        yield from row.find(case, found, should_stop)


def _judged(cards: dict[int, ClassCard], suspicions: list[Suspicion]) -> tuple[ClassCard, ...]:
    """Give each card the worst level of its class's suspicions, and their headlines."""
    judged = []
    for index in sorted(cards):
        own = [suspicion for suspicion in suspicions if suspicion.class_index == index]
        said = " ".join(suspicion.headline for suspicion in own) or translate(
            "explain", "Nothing suspicious was found.")
        judged.append(replace(cards[index], level=worst(suspicion.level for suspicion in own),
                              words=f"{cards[index].words} {said}"))
    return tuple(judged)
