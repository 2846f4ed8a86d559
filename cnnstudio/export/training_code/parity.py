"""Whether written code answers as the program does: the figures, the verdict, and a page to read."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from cnnstudio.wording import counted, translate

TOLERANCE = 1e-4
"""Largest difference of a probability that counts as equal: the same float32 arithmetic in another order comes to about
1e-6 in the known networks; one changed weight or another normalisation to far more."""

LOGIT_TOLERANCE = 1e-3
"""Largest difference of a logit that counts as equal, as a share of the largest logit (at least 1). It speaks where a
network is so sure that no probability moves any more; float32 in another order comes to about 1e-5 of it."""


@dataclass(frozen=True, slots=True)
class Parity:
    """What came of running the code beside the program.

    Attributes
    ----------
    images : compared; 0 when it was not checked
    same_class : of them
    probability, logit : largest difference
    missing : validation images that were to be compared and are no longer there
    unread : validation images that were left out because their format, HEIC, is one that the code does not read
    reason : why it was not checked; empty when it was
    largest_logit : of the program's, without its sign
    sha256 : of the files exported, by name
    versions : of what ran
    date : ISO 8601, UTC
    """

    images: int = 0
    same_class: int = 0
    probability: float = 0.0
    logit: float = 0.0
    missing: int = 0
    unread: int = 0
    reason: str = ""
    largest_logit: float = 0.0
    sha256: Mapping[str, str] = field(default_factory=dict)
    versions: Mapping[str, str] = field(default_factory=dict)
    date: str = ""

    @property
    def verdict(self) -> str:
        """``"equal"``, ``"not equal"`` or ``"not checked"``."""
        if not self.images:
            return "not checked"
        is_close = self.probability <= TOLERANCE and self.logit <= self.logit_allowed
        return "equal" if self.same_class == self.images and is_close else "not equal"

    @property
    def logit_allowed(self) -> float:
        """The largest difference of a logit that is called equal."""
        return LOGIT_TOLERANCE * max(1.0, self.largest_logit)

    @property
    def sentence(self) -> str:
        """The verdict with its figures."""
        if not self.images:
            return translate("export", "Not checked: {reason}", reason=self.reason)
        figures = counted(
            self.images, translate("export", "{same} of 1 image: same class; largest difference of a probability "
                                   "{difference}.", same=self.same_class, difference=f"{self.probability:.1g}"),
            translate("export", "{same} of {count} images: same class; largest difference of a probability "
                      "{difference}.", same=f"{self.same_class:,}", count=f"{self.images:,}",
                      difference=f"{self.probability:.1g}"))
        lost = "" if not self.missing else counted(
            self.missing, translate("export", "One image is no longer there."),
            translate("export", "{count} images are no longer there.", count=f"{self.missing:,}"))
        return " ".join(part for part in (figures, lost, self._unread) if part)

    @property
    def _unread(self) -> str:
        if not self.unread:
            return ""
        return counted(
            self.unread, translate("export", "One HEIC image was left out: what is exported does not read them."),
            translate("export", "{count} HEIC images were left out: what is exported does not read them.",
                      count=f"{self.unread:,}"))

    def to_document(self) -> dict[str, Any]:
        """Return what ``certificate.json`` holds; a difference that is no number is null."""
        document = {"schema_version": 1, "verdict": self.verdict, "tolerance": TOLERANCE, **asdict(self)}
        return {key: None if value == math.inf else value for key, value in document.items()}


def compared(found: npt.ArrayLike, expected: npt.ArrayLike, *, missing: int = 0, unread: int = 0) -> Parity:
    """Compare the logits (N, K) of the code with those of the program.

    Two classes whose probabilities are closer than the tolerance may change places.
    """
    first, second = np.asarray(found, np.float64), np.asarray(expected, np.float64)
    if first.shape != second.shape or not np.isfinite(first).all():
        return Parity(images=len(second), probability=math.inf, logit=math.inf, missing=missing, unread=unread)
    ours, theirs = _softmax(second), _softmax(first)
    answers = theirs.argmax(axis=1)
    is_same = ours.max(axis=1) - ours[np.arange(len(ours)), answers] <= TOLERANCE
    return Parity(len(ours), int(is_same.sum()), float(np.abs(ours - theirs).max(initial=0)),
                  float(np.abs(first - second).max(initial=0)), missing, unread,
                  largest_logit=float(np.abs(second).max(initial=0)))


def _softmax(logits: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    values = np.exp(logits - logits.max(axis=1, keepdims=True))
    shares: npt.NDArray[np.float64] = values / values.sum(axis=1, keepdims=True)
    return shares


_HOW = ("What was exported ran by itself, in a process that knows nothing of CNN Studio, from the image files on: "
        "decoding, resizing and normalisation included.")


def readable(parity: Parity, title: str, files: Sequence[str]) -> str:
    """Return the certificate as Markdown; names are written as ASCII literals."""
    rows = [f"| images compared | {parity.images:,} |", f"| same class | {parity.same_class:,} |",
            f"| largest difference of a probability | {parity.probability:.3g} (allowed {TOLERANCE:g}) |",
            f"| largest difference of a logit | {parity.logit:.3g} (allowed {parity.logit_allowed:.3g}) |",
            f"| images missing | {parity.missing:,} |", f"| HEIC images left out | {parity.unread:,} |"]
    hashes = [f"* `{name!a}`: `{parity.sha256.get(name, '')}`" for name in files]
    versions = [f"* {name} {version}" for name, version in parity.versions.items()]
    return "\n".join([
        f"# Certificate: {parity.verdict}", "", f"Run {title!a}, exported {parity.date}. {parity.sentence}", "",
        *([_HOW, ""] if parity.images else []), "| | |", "|---|---|", *rows, "",
        "Files (SHA-256):", "", *hashes, "", "Versions:", "", *versions, ""])
