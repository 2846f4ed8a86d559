"""Checks one map in every way there is, one after the other."""

import time
from collections.abc import Callable, Iterator

from cnnstudio.explain.explanation import method_info
from cnnstudio.explain.pixels.question import ShouldStop
from cnnstudio.explain.validation.change_checks import check_class, check_stability, check_sum
from cnnstudio.explain.validation.deletion_check import check_deletion
from cnnstudio.explain.validation.randomisation_check import check_randomisation
from cnnstudio.explain.validation.subject import Subject
from cnnstudio.explain.validation.trust_report import TrustReport, TrustRow, TrustStep

Check = Callable[[Subject, ShouldStop], Iterator[TrustStep | TrustRow]]

CHECKS: tuple[Check, ...] = (check_class, check_sum, check_randomisation, check_stability, check_deletion)
"""The quickest first."""


def check_map(subject: Subject, should_stop: ShouldStop) -> Iterator[TrustStep | TrustRow | TrustReport]:
    """Yield steps and the row of each check as it comes, last the report.

    Raises
    ------
    JobCancelledError
        When ``should_stop`` says so.
    """
    begin = time.perf_counter()
    rows: list[TrustRow] = []
    for check in CHECKS:
        for event in check(subject, should_stop):
            if isinstance(event, TrustRow):
                rows.append(event)
            yield event
    yield TrustReport(tuple(rows), method_info(subject.method).title, subject.layer, subject.class_name,
                      time.perf_counter() - begin)
