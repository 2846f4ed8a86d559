"""Backgrounds planted so that they go with the class, networks trained on them, and what the audit says.

Run as a script for the figures: ``python -m tests.stories.planted_backgrounds SEEDS [CASE ...]``.
"""

import json
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import numpy as np
from torch import nn

from cnnstudio.explain.audit.background import find_backgrounds
from cnnstudio.explain.audit.case import AuditCase
from cnnstudio.explain.audit.one_pass import joined, look_once
from cnnstudio.explain.audit.report import Suspicion
from tests.helpers.image_sets import ImageSet, Pixels, image_set, parts
from tests.helpers.planted import audit_case
from tests.helpers.planted_backgrounds import cut_outs, scene_groups, scenery, with_backgrounds
from tests.helpers.quick_networks import dense_head, small_network

SIZE = 64
EACH = 44
"""Images a class, half of them to learn from."""

CLASSES = 5


def tied(grounds: str, strength: float, seed: int, *, only: int | None = None, each: int = EACH,
         pool: int = 2 * EACH, with_boxes: bool = False,
         network: Callable[[ImageSet, int], nn.Module] = dense_head) -> AuditCase:
    """Return a network that learned objects before grounds, and what an audit is given.

    Parameters
    ----------
    grounds : ``"scenery"`` (drawn) or ``"scenes"`` (photographs grouped by their colours)
    strength, only : see `with_backgrounds`
    each, pool : objects of a class that are used, and that are cut out to draw them from
    """
    objects = cut_outs(SIZE, pool)
    chance = np.random.default_rng([33, seed])
    pools = [chance.permutation(pool) for pool in _pools(grounds, seed)]
    chosen = np.concatenate([chance.permutation(np.flatnonzero(objects.images.labels == name))[:each]
                             for name in range(CLASSES)])
    learned = chance.permutation(np.isin(np.arange(len(chosen)) % 2, 0))
    train = with_backgrounds(objects, chosen[learned], [pool[::2] for pool in pools], strength, seed, only)
    judged = with_backgrounds(objects, chosen[~learned], [pool[1::2] for pool in pools], strength, seed + 1, only)
    case = audit_case(network(train, seed), train, judged)
    return case if with_boxes else replace(case, boxes=None)


def _pools(grounds: str, seed: int) -> list[Pixels]:
    if grounds == "scenery":
        return list(scenery(CLASSES, SIZE, seed))
    return scene_groups(cut_outs(SIZE, 2 * EACH).scenes, CLASSES, seed)


def as_it_is(name: str, seed: int, network: Callable[[ImageSet, int], nn.Module] = dense_head) -> AuditCase:
    """Return a network that learned a set as it is."""
    train, judged = parts(image_set(name, SIZE), seed, limit=EACH)
    made = small_network if train.pixels.shape[3] == 1 else network
    return replace(audit_case(made(train, seed), train, judged), boxes=None)


def suspicions(case: AuditCase) -> list[Suspicion]:
    """Return what the audit says of the backgrounds."""
    places = np.arange(len(case.labels))
    found = joined(look_once(case, places, lambda: False))
    return [event for event in find_backgrounds(case, found, lambda: False) if isinstance(event, Suspicion)]


CASES: Mapping[str, Callable[[int], AuditCase]] = {
    "scenery 100 %": lambda seed: tied("scenery", 1.0, seed),
    "scenery 80 %": lambda seed: tied("scenery", 0.8, seed),
    "scenery 60 %": lambda seed: tied("scenery", 0.6, seed),
    "scenery 100 %, one class": lambda seed: tied("scenery", 1.0, seed, only=1),
    "scenes 100 %": lambda seed: tied("scenes", 1.0, seed),
    "scenes 80 %": lambda seed: tied("scenes", 0.8, seed),
    "scenes 100 %, boxes": lambda seed: tied("scenes", 1.0, seed, with_boxes=True),
    "scenery 100 %, small network": lambda seed: tied("scenery", 1.0, seed, network=small_network),
    "scenery free": lambda seed: tied("scenery", 0.0, seed),
    "scenes free": lambda seed: tied("scenes", 0.0, seed),
    "boxed": lambda seed: as_it_is("boxed", seed),
    "digits": lambda seed: as_it_is("digits", seed),
    "shapes": lambda seed: as_it_is("shapes", seed),
    "photos": lambda seed: as_it_is("photos", seed),
}


def figures(name: str, seeds: Sequence[int]) -> dict[str, object]:
    """Return in how many audits anything was found, and of how many classes, at which levels."""
    audits = relied = classes = relied_classes = total = 0
    accuracy = []
    for seed in seeds:
        case = CASES[name](seed)
        found = suspicions(case)
        accuracy.append(float((case.logits(case.pixels).argmax(axis=1) == case.labels).mean()))
        audits += bool(found)
        relied += any(one.level == "relied on" for one in found)
        classes += len({one.class_index for one in found})
        relied_classes += len({one.class_index for one in found if one.level == "relied on"})
        total += len(case.class_names)
    return {"case": name, "audits": len(seeds), "found": audits, "relied": relied, "classes": total,
            "found_classes": classes, "relied_classes": relied_classes, "accuracy": round(float(np.mean(accuracy)), 2)}


if __name__ == "__main__":
    for chosen_case in sys.argv[2:] or CASES:
        print(json.dumps(figures(chosen_case, range(int(sys.argv[1])))), flush=True)
