"""Networks whose use of a planted mark is known from the mark itself, and the level the audit gives them.

Run as a script for the table: ``python -m tests.stories.mark_levels COUNT FIRST_SEED``.
"""

import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np
import torch
from torch import nn

from cnnstudio.explain.audit.case import AuditCase, Floats, Pixels
from cnnstudio.explain.audit.marks import Candidate, searched_images, suspects, tried_on
from cnnstudio.explain.audit.one_pass import OnePass, joined, look_once
from cnnstudio.explain.audit.report import AuditStep
from tests.helpers.image_sets import ImageSet
from tests.helpers.planted import audit_case
from tests.helpers.quick_networks import dense_head, small_network
from tests.helpers.varied_marks import VariedCase, Variety, varied_case

SETS = ("boxed", "shapes", "crops")
KINDS = (Variety("text"), Variety("code"), Variety("circle"), Variety("frame"))
NETWORKS: Mapping[str, Callable[[ImageSet, int], nn.Module]] = {
    "from nothing": small_network, "frozen features": dense_head}

Truth = Literal["relies", "does not", "unclear"]


@dataclass(frozen=True, slots=True)
class Levelled:
    """What one network does with a mark, and what the audit says: None where the mark was not found.

    Attributes
    ----------
    trained : on the images with the mark, or on the same without
    added, lost : mean change of the margin by the true mark put on and taken off, as shares of the class's own margin
    flips : share of other classes' recognised images that become the class with the mark
    """

    network: str
    trained: Literal["marked", "mended"]
    added: float
    lost: float
    flips: float
    level: str | None

    @property
    def truth(self) -> Truth:
        """Clear where the mark moves the margin by twice, or by less than half, of what *relied on* takes."""
        if self.added >= 0.2 or self.lost >= 0.5:
            return "relies"
        return "does not" if self.added <= 0.05 and self.lost <= 0.125 else "unclear"

    @property
    def agrees(self) -> bool:
        """Whether the audit says what is true."""
        return (self.level == "relied on") == (self.truth == "relies")


def levels(seed: int, networks: Mapping[str, Callable[[ImageSet, int], nn.Module]] = NETWORKS,
           most: int = 60) -> Iterator[Levelled]:
    """Yield what each network, trained on the marked images and on the mended ones, makes of the marked images."""
    planted = varied_case(KINDS[seed % len(KINDS)], seed, SETS, ((64, 64),), most)
    found = _candidate(planted)
    mended, (_, everywhere) = planted.clean, planted.everywhere
    for name, learn in networks.items():
        for trained, train in (("marked", planted.train), ("mended", mended[0])):
            case = audit_case(learn(train, seed), planted.train, planted.validation)
            looked = joined(look_once(case, np.arange(len(case.labels)), _never))
            level = tried_on(case, looked, searched_images(case, looked.places), found, _never).level if found else None
            yield Levelled(name, trained, *_truth(case, looked, planted, mended[1].pixels, everywhere.pixels), level)   # type: ignore[arg-type]


def _never() -> bool:
    return False


def _candidate(planted: VariedCase) -> Candidate | None:
    train, validation = planted.train, planted.validation
    events = suspects(np.concatenate([train.pixels, validation.pixels]),
                      np.concatenate([train.labels, validation.labels]), len(train.class_names), _never)
    found = (one for one in events if not isinstance(one, AuditStep))
    return next((one for one in found if one.class_index == planted.class_index), None)


def _truth(case: AuditCase, looked: OnePass, planted: VariedCase, plain: Pixels,
           on: Pixels) -> tuple[float, float, float]:
    """Return what the true mark adds and what its absence takes, of the own margin, and flips."""
    index, labels = planted.class_index, case.labels
    before = looked.logits[np.argsort(looked.places)]
    right = before.argmax(axis=1) == labels
    own = float(_margin(before[right & (labels == index)], index).mean()) if (right & (labels == index)).any() else 1e-6
    others = right & (labels != index)
    with_mark = _margin(case.logits(on[others]), index)
    carried = planted.marked[1]
    lost = _margin(before[carried], index) - _margin(case.logits(plain[carried]), index)
    return (float((with_mark - _margin(before[others], index)).mean()) / own, float(lost.mean()) / own,
            float((with_mark > 0).mean()))


def _margin(logits: Floats, index: int) -> Floats:
    return np.asarray(logits[:, index] - np.delete(logits, index, axis=1).max(axis=1))


def main(count: int, first: int) -> None:
    """Print a line a network, and how often truth and audit agree."""
    torch.set_num_threads(1)
    rows: list[Levelled] = []
    for seed in range(first, first + count):
        for row in levels(seed):
            rows.append(row)
            print(f"{seed} {SETS[seed % len(SETS)]} {KINDS[seed % len(KINDS)].name}, {row.network}, {row.trained}: "
                  f"added {row.added:+.2f}, lost {row.lost:+.2f}, flips {row.flips:.2f}; {row.truth}; "
                  f"audit: {row.level}", flush=True)
    for network in NETWORKS:
        for trained in ("marked", "mended"):
            print(summary([row for row in rows if (row.network, row.trained) == (network, trained)]), flush=True)


def summary(rows: list[Levelled]) -> str:
    """Return how often the audit agrees with a clear truth, of rows of one kind."""
    clear = [row for row in rows if row.truth != "unclear" and row.level is not None]
    return (f"{rows[0].network}, trained on {rows[0].trained} images: agrees in {sum(row.agrees for row in clear)} of "
            f"{len(clear)} that are clear and found ({sum(row.truth == 'relies' for row in clear)} rely); relied on is "
            f"said of {sum(row.level == 'relied on' for row in rows)} of {len(rows)}")


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
