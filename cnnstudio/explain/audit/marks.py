"""Looks for marks, stamps, borders and tints that go with a class, and tests whether the network uses them."""

from collections.abc import Callable, Iterator

from cnnstudio.explain.audit.case import AuditCase
from cnnstudio.explain.audit.one_pass import OnePass
from cnnstudio.explain.audit.report import AuditStep, Suspicion


def find_marks(_case: AuditCase, found: OnePass,
               _should_stop: Callable[[], bool]) -> Iterator[AuditStep | Suspicion]:
    """Yield how far the search is."""
    yield AuditStep(0, len(found.places), "Looking for marks")
