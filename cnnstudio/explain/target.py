"""Which number of a network's answer an explanation is about; free of torch."""

from dataclasses import dataclass
from typing import Literal

TargetKind = Literal["logit", "contrast", "log-odds"]
Region = tuple[float, float, float, float]
"""x0, y0, x1, y1 as shares (0 to 1) of the network's input, right and bottom exclusive."""


@dataclass(frozen=True, slots=True)
class Target:
    """The score Y whose evidence is shown.

    Attributes
    ----------
    kind : ``"logit"``: Y = z[index]; ``"contrast"``: Y = z[index] - z[against], *why this class rather than that one*;
        ``"log-odds"``: Y = z[index] - logsumexp of all other z, which does not saturate where the softmax does
    index : the class; None for the predicted one
    against : the other class of a contrast; None for the one with the highest score of the others
    region : of a network that scores places (logits (1, K, h, w)): only the places in it count
    """

    kind: TargetKind = "logit"
    index: int | None = None
    against: int | None = None
    region: Region | None = None


@dataclass(frozen=True, slots=True)
class ExactTarget:
    """A `Target` with the classes it stands for in one image."""

    kind: TargetKind
    index: int
    against: int | None = None
    """The other class of a contrast, otherwise None."""
    region: Region | None = None

    @property
    def asked(self) -> Target:
        """The target that asks for exactly these classes."""
        return Target(self.kind, self.index, self.against, self.region)


def contrast(index: int | None, against: int | None = None) -> Target:
    """Return the target *why class ``index`` rather than ``against``*."""
    return Target("contrast", index, against)


def log_odds(index: int | None) -> Target:
    """Return the target *class ``index`` rather than all others together*."""
    return Target("log-odds", index)
