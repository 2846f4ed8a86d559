"""Finds pretrained networks whose weights are not here, or that get much smaller images than they learned from."""

from collections.abc import Iterator

from cnnstudio.network.design import Design
from cnnstudio.network.kinds.backbone import plan_of
from cnnstudio.network.problems import Problem
from cnnstudio.network.published_weights import are_here, published_weights
from cnnstudio.wording import translate

ENOUGH = 0.5
"""Images of at least this share of the side a network learned from are not warned of."""


def backbone_warnings(design: Design) -> Iterator[Problem]:
    """Warn of weights that must be downloaded first, and of images with less than half of the side they know."""
    for node, kind, arriving in design.used_layers():
        if kind.family != "backbone" or node.parameters["weights"] == "none" or len(arriving) != 3:
            continue
        name = node.parameters["architecture"]
        if not are_here(name):
            yield Problem(node.id, "warning", published_weights(name).missing_sentence)
        side, known = min(arriving[1:]), plan_of(node.parameters).side
        if side < ENOUGH * known:
            message = translate(
                "network", "{layer} learned from photographs of {known} pixels and gets {side}: it will recognise "
                "less. Prepare images with {known} × {known} pixels, or at least half of it.", layer=node.name,
                known=known, side=side)
            yield Problem(node.id, "warning", message)
