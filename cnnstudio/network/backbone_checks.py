"""Finds pretrained networks that are given much smaller images than those they learned from."""

from collections.abc import Iterator

from cnnstudio.network.design import Design
from cnnstudio.network.kinds.backbone import plan_of
from cnnstudio.network.problems import Problem

ENOUGH = 0.5
"""Images of at least this share of the side a network learned from are not warned of."""


def backbone_warnings(design: Design) -> Iterator[Problem]:
    """Warn of pretrained weights on images whose shorter side is less than half of what they were learned with."""
    for node, kind, arriving in design.used_layers():
        if kind.family != "backbone" or node.parameters["weights"] == "none" or len(arriving) != 3:
            continue
        side, known = min(arriving[1:]), plan_of(node.parameters).side
        if side < ENOUGH * known:
            message = (f"{node.name} learned from photographs of {known} pixels and gets {side}: it will recognise "
                       f"less. Prepare images with {known} × {known} pixels, or at least half of it.")
            yield Problem(node.id, "warning", message)
