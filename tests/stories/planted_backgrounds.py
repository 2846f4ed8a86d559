"""Backgrounds planted so that they go with the class, networks trained on them, and what the audit says.

Run as a script for the figures: ``python -m tests.stories.planted_backgrounds SEEDS [CASE ...]``; ``SEEDS`` is
how many, or ``FIRST:LAST`` with the last left out.
"""

import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import torch
from torch import nn

from cnnstudio.explain.audit.background import find_backgrounds
from cnnstudio.explain.audit.case import AuditCase
from cnnstudio.explain.audit.one_pass import joined, look_once
from cnnstudio.explain.audit.report import Suspicion
from tests.helpers.image_sets import ImageSet, Pixels, image_set, parts
from tests.helpers.planted import audit_case
from tests.helpers.planted_backgrounds import (
    CutOuts,
    cut_outs,
    painted_digits,
    places,
    scene_groups,
    scenery,
    textures,
    with_backgrounds,
)
from tests.helpers.quick_networks import dense_head, small_network

Maker = Callable[[ImageSet, int], nn.Module]
Rows = npt.NDArray[np.int64]

SIZE = 64
CLASSES = 5
EACH = 44
"""Images a class of the sets as they are, half of them to learn from."""


def quick_frozen(train: ImageSet, seed: int) -> nn.Module:
    """Return pretrained features and a dense layer."""
    return dense_head(train, seed)


def from_nothing(train: ImageSet, seed: int) -> nn.Module:
    """Return four convolutions that learned nothing else."""
    return small_network(train, seed, epochs=15, stride=2)


def long_from_nothing(train: ImageSet, seed: int) -> nn.Module:
    """Return the same, trained until it knows digits by their shape."""
    return small_network(train, seed, epochs=30, stride=2)


@dataclass(frozen=True, slots=True)
class Plan:
    """What is planted, and what learns it.

    Attributes
    ----------
    grounds : a row of `GROUNDS`
    strength : share of the images whose ground is that of their class; the others' is of any class
    only : the one class with a ground of its own; None: each has one
    learned_strength : of the images the network learns from; None: the same. With 0 it cannot go by the ground
    objects : a row of `OBJECTS`
    learn, judge : objects of a class for either
    with_boxes : whether the audit is told where the objects are
    """

    grounds: str = "scenery"
    strength: float = 1.0
    only: int | None = None
    learned_strength: float | None = None
    objects: str = "things"
    network: Maker = quick_frozen
    learn: int = 22
    judge: int = 22
    with_boxes: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Planted:
    """What an audit is given, and what is needed to know the truth.

    Attributes
    ----------
    case : the network and the judged images
    objects, rows : what the judged images show
    grounds : of each class its own
    """

    case: AuditCase
    objects: CutOuts
    rows: Rows
    grounds: list[Pixels]

    def true_gaps(self, seed: int) -> npt.NDArray[np.float64]:
        """Return (K,): by how much fewer objects of a class are recognised on other grounds than on its own.

        They are composed anew from the objects' own pixels, before the grounds of their own and of two other classes:
        nothing of this is known to the audit.
        """
        kept = np.array([self._recognised(turn, seed) for turn in range(3)])
        return np.asarray(kept[0] - kept[1:].mean(axis=0))

    def _recognised(self, turn: int, seed: int) -> npt.NDArray[np.float64]:
        shown = with_backgrounds(self.objects, self.rows, self.grounds[turn:] + self.grounds[:turn], 1.0, seed)
        right = self.case.logits(shown.pixels).argmax(axis=1) == shown.labels
        return np.bincount(shown.labels, right) / np.bincount(shown.labels)


GROUNDS: Mapping[str, Callable[[int], list[Pixels]]] = {
    "scenery": lambda seed: list(scenery(CLASSES, SIZE, seed)),
    "scenes": lambda seed: scene_groups(cut_outs(SIZE, 2 * EACH).scenes, CLASSES, seed),
    "places": lambda seed: places(CLASSES, SIZE, seed),
    "textures": lambda seed: textures(CLASSES, SIZE, seed),
}
"""Drawn; photographs grouped by their colours; each a place of its own, photographed; patterns of any colour."""

OBJECTS: Mapping[str, Callable[[], CutOuts]] = {
    "things": lambda: cut_outs(SIZE, 2 * EACH),
    "few things": lambda: cut_outs(SIZE, EACH // 2),
    "many things": lambda: cut_outs(SIZE),
    "digits": lambda: painted_digits(SIZE, CLASSES),
}


def planted(plan: Plan, seed: int) -> Planted:
    """Return a network that learned objects before grounds; which objects and grounds depends on the seed."""
    objects = OBJECTS[plan.objects]()
    chance = np.random.default_rng([33, seed])
    pools = [pool[chance.permutation(len(pool))] for pool in GROUNDS[plan.grounds](seed)]
    chosen = [chance.permutation(np.flatnonzero(objects.images.labels == name)) for name in range(CLASSES)]
    learned = chance.permutation(np.concatenate([rows[:plan.learn] for rows in chosen]))
    judged = chance.permutation(np.concatenate([rows[plan.learn:plan.learn + plan.judge] for rows in chosen]))
    strength = plan.strength if plan.learned_strength is None else plan.learned_strength
    train = with_backgrounds(objects, learned, [pool[::2] for pool in pools], strength, seed, plan.only)
    unseen = [pool[1::2] for pool in pools]
    shown = with_backgrounds(objects, judged, unseen, plan.strength, seed + 1, plan.only)
    case = audit_case(plan.network(train, seed), train, shown)
    return Planted(case if plan.with_boxes else replace(case, boxes=None), objects, judged, unseen)


def as_it_is(name: str, seed: int, network: Maker = quick_frozen) -> AuditCase:
    """Return a network that learned a set as it is."""
    train, judged = parts(image_set(name, SIZE), seed, limit=EACH)
    made = small_network if train.pixels.shape[3] == 1 else network
    return replace(audit_case(made(train, seed), train, judged), boxes=None)


def suspicions(case: AuditCase) -> list[Suspicion]:
    """Return what the audit says of the backgrounds."""
    return audited(case)[0]


def audited(case: AuditCase) -> tuple[list[Suspicion], float]:
    """Return the same, and the network's accuracy on the judged images."""
    found = joined(look_once(case, np.arange(len(case.labels)), lambda: False))
    said = [event for event in find_backgrounds(case, found, lambda: False) if isinstance(event, Suspicion)]
    return said, float((found.answers() == case.labels[found.places]).mean())


_HONEST = Plan(learned_strength=0, objects="many things", learn=100, judge=40)
_SMALL = Plan(objects="digits", network=from_nothing, learn=120, judge=40)
_SMALL_HONEST = replace(_SMALL, network=long_from_nothing, learn=150, learned_strength=0)

PLANS: Mapping[str, Plan] = {
    "scenery 100 %": Plan(),
    "scenery 80 %": Plan(strength=0.8),
    "scenery 60 %": Plan(strength=0.6),
    "scenery 100 %, one class": Plan(only=1),
    "scenery 80 %, one class": Plan(strength=0.8, only=1),
    "scenery 60 %, one class": Plan(strength=0.6, only=1),
    "scenes 100 %": Plan("scenes"),
    "scenes 100 %, one class": Plan("scenes", only=1),
    "scenes 80 %": Plan("scenes", 0.8),
    "places 100 %": Plan("places"),
    "places 100 %, one class": Plan("places", only=1),
    "places 80 %": Plan("places", 0.8),
    "textures 100 %": Plan("textures"),
    "textures 100 %, one class": Plan("textures", only=1),
    "scenery 100 %, boxes": Plan(with_boxes=True),
    "scenery 80 %, boxes": Plan(strength=0.8, with_boxes=True),
    "scenery 100 %, one class, boxes": Plan(only=1, with_boxes=True),
    "scenes 100 %, boxes": Plan("scenes", with_boxes=True),
    "places 100 %, one class, boxes": Plan("places", only=1, with_boxes=True),
    "small network, scenery 100 %": _SMALL,
    "small network, scenery 80 %": replace(_SMALL, strength=0.8),
    "small network, scenery 60 %": replace(_SMALL, strength=0.6),
    "small network, scenery 100 %, one class": replace(_SMALL, only=1),
    "small network, places 100 %, one class": replace(_SMALL, grounds="places", only=1),
    "honest, scenery 100 %": _HONEST,
    "honest, scenery 100 %, one class": replace(_HONEST, only=1),
    "honest, places 100 %": replace(_HONEST, grounds="places"),
    "honest small network, scenery 100 %": _SMALL_HONEST,
    "honest small network, scenery 100 %, one class": replace(_SMALL_HONEST, only=1),
    "honest small network, places 100 %": replace(_SMALL_HONEST, grounds="places"),
    "scenery free": Plan(strength=0),
    "scenes free": Plan("scenes", 0),
    "places free": Plan("places", 0),
    "small network, scenery free": replace(_SMALL_HONEST, strength=0),
}

AS_THEY_ARE = ("boxed", "digits", "shapes", "photos", "crops")


def figures(name: str, seeds: Sequence[int]) -> dict[str, object]:
    """Return in how many audits anything was found, and of how many classes, at which levels.

    ``unfounded`` counts classes said to be relied on whose true gap is below a tenth, ``overlooked`` those that are not
    although it is above three tenths, among the classes a ground was planted into.
    """
    rows = list(_results(name, seeds))
    total = {key: int(sum(row[key] for row in rows)) for key in rows[0] if key != "accuracy"}
    return {"case": name, "audits": len(rows), **total,
            "accuracy": round(float(np.mean([row["accuracy"] for row in rows])), 2)}


def _results(name: str, seeds: Sequence[int]) -> Iterator[dict[str, float]]:
    for seed in seeds:
        made = planted(PLANS[name], seed) if name in PLANS else None
        case = made.case if made else as_it_is(name, seed)
        found, accuracy = audited(case)
        classes = {one.class_index for one in found}
        relied = {one.class_index for one in found if one.level == "relied on"}
        row = {"found": bool(found), "relied": bool(relied), "classes": len(case.class_names),
               "found_classes": len(classes), "relied_classes": len(relied),
               "accuracy": accuracy}
        if made:
            gaps = made.true_gaps(seed)
            row |= {"unfounded": sum(gaps[one] < 0.1 for one in relied if one is not None),
                    "overlooked": sum(gap > 0.3 and one not in relied for one, gap in enumerate(gaps)
                                      if PLANS[name].only in (None, one)),
                    "on_target": PLANS[name].only in classes}
        yield row


def _seeds(text: str) -> range:
    return range(*map(int, text.split(":")))


if __name__ == "__main__":
    torch.set_num_threads(1)
    for chosen_case in sys.argv[2:] or (*PLANS, *AS_THEY_ARE):
        print(json.dumps(figures(chosen_case, _seeds(sys.argv[1]))), flush=True)
