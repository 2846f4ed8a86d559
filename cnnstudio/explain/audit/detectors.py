"""The detectors an audit runs, one after another."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from cnnstudio.explain.audit import background, file_properties
from cnnstudio.explain.audit.case import AuditCase
from cnnstudio.explain.audit.marks import BLIND_SPOTS, find_marks
from cnnstudio.explain.audit.one_pass import OnePass
from cnnstudio.explain.audit.report import AuditStep, Suspicion

Found = Iterator[AuditStep | Suspicion]
Detector = Callable[[AuditCase, OnePass, Callable[[], bool]], Found]


@dataclass(frozen=True, slots=True)
class DetectorInfo:
    """A detector: a row of `DETECTORS`.

    Attributes
    ----------
    name : a stable key
    title : what is looked for, a phrase for the user
    find : yields how far it is and each suspicion as it is certain; ends early when ``should_stop`` says so
    blind_spots : sentences on what it cannot see
    """

    name: str
    title: str
    find: Detector
    blind_spots: Sequence[str] = ()


DETECTORS: tuple[DetectorInfo, ...] = (
    DetectorInfo("marks", "Marks, stamps, borders and tints", find_marks, BLIND_SPOTS),
    DetectorInfo("backgrounds", "Backgrounds that go with a class", background.find_backgrounds,
                 background.BLIND_SPOTS),
    DetectorInfo("files", "Properties of the files", file_properties.find_file_properties, file_properties.BLIND_SPOTS),
)
