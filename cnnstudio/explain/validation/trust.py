"""Checks one map in every way there is, one after the other, and says how far it is."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from cnnstudio.explain.explanation import method_info
from cnnstudio.explain.pixels.question import ShouldStop
from cnnstudio.explain.validation.change_checks import check_class, check_stability, check_sum
from cnnstudio.explain.validation.deletion import ORDERS
from cnnstudio.explain.validation.deletion_check import check_deletion
from cnnstudio.explain.validation.effort import THOROUGH, Effort
from cnnstudio.explain.validation.random_weights import STAGES
from cnnstudio.explain.validation.randomisation_check import check_randomisation
from cnnstudio.explain.validation.subject import Subject
from cnnstudio.explain.validation.trust_report import TrustReport, TrustRow, TrustStep
from cnnstudio.wording import translate

Check = Callable[[Subject, ShouldStop, Effort], Iterator[TrustStep | TrustRow]]
_WHOLE = 100


@dataclass(frozen=True, slots=True)
class CheckInfo:
    """A check, and about how many maps it makes and how many images it asks the network about."""

    run: Check
    maps: Callable[[Effort], int] = lambda _effort: 0
    images: Callable[[Effort], int] = lambda _effort: 0


CHECKS: tuple[CheckInfo, ...] = (
    CheckInfo(check_class, maps=lambda _effort: 1),
    CheckInfo(check_sum, images=lambda _effort: 2),
    CheckInfo(check_randomisation, maps=lambda effort: 2 * effort.draws + (STAGES - 1 if effort.is_cascade else 0)),
    CheckInfo(check_stability, maps=lambda effort: effort.changes),
    CheckInfo(check_deletion, images=lambda effort: (ORDERS + 2) * (effort.steps + 1)))
"""The quickest first."""


def check_map(subject: Subject, should_stop: ShouldStop,
              effort: Effort = THOROUGH) -> Iterator[TrustStep | TrustRow | TrustReport]:
    """Yield how far all checks are, in hundredths of the expected time, and the row of each; last the report.

    Raises
    ------
    JobCancelledError
        When ``should_stop`` says so.
    """
    begin = time.perf_counter()
    rows: list[TrustRow] = []
    shares = _shares(subject, effort)
    for number, check in enumerate(CHECKS):
        before, own = sum(shares[:number]), shares[number]
        for event in check.run(subject, should_stop, effort):
            if isinstance(event, TrustRow):
                rows.append(event)
                yield event
            else:
                done = before + own * event.done / event.total
                yield TrustStep(min(_WHOLE, round(_WHOLE * done)), _WHOLE, event.text)
    yield TrustReport(tuple(rows), translate("explain", method_info(subject.method).title), subject.layer,
                      subject.class_name, time.perf_counter() - begin, effort.is_rough)


def _shares(subject: Subject, effort: Effort) -> list[float]:
    """Return about which share of the time each check takes, from what a map and an answer take here."""
    begin = time.perf_counter()
    subject.probabilities(subject.pixels[None])
    image_s = time.perf_counter() - begin
    costs = [check.maps(effort) * max(subject.made_in_s, image_s) + check.images(effort) * image_s for check in CHECKS]
    return [cost / sum(costs) for cost in costs]
