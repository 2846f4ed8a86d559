"""Finds normalisation over a batch that is too small for it."""

from collections.abc import Iterator
from math import prod

from cnnstudio.network.design import CheckContext, Design
from cnnstudio.network.edits import Compound, InsertOnEdge, RemoveNodes
from cnnstudio.network.graph import Node
from cnnstudio.network.layer_kinds import Shape
from cnnstudio.network.misfit import remove_mend
from cnnstudio.network.problems import Mend, Problem
from cnnstudio.wording import translate

FEWEST_VALUES = 8
"""A mean over fewer values of a channel than this is mostly chance."""
_MOST_GROUPS = 8


def batch_warnings(design: Design, context: CheckContext) -> Iterator[Problem]:
    """Warn where batch normalisation takes its mean over a single image or a handful of values.

    One value a channel is an error: torch refuses to train that.
    """
    images = context.largest_batch
    for node, kind, arriving in design.used_layers():
        values = images * prod(arriving[1:])
        if not kind.needs_batch or (images > 1 and values >= FEWEST_VALUES):
            continue
        if values == 1:
            told = translate(
                "network", "{layer} needs several values of each channel and gets one: a batch of one image with one "
                "pixel a channel. The training stops there.", layer=node.name)
        elif images == 1:
            told = translate(
                "network", "{layer} takes its mean over the images of a batch, and a batch has one image: training "
                "and predicting will not agree.", layer=node.name)
        else:
            told = translate(
                "network", "{layer} takes its mean over {values} values of each channel (batches of {images} images, "
                "{pixels} each): that is mostly chance, and at least {fewest_values} are needed.", layer=node.name,
                values=values, images=images, pixels=_pixels(arriving), fewest_values=FEWEST_VALUES)
        more = "" if context.training_images is not None and context.training_images <= context.batch_size else (
            translate("network", " Choose a larger batch size in the recipe, or another normalisation."))
        yield Problem(node.id, "error" if values == 1 else "warning", told + more,
                      (_use_group_norm(design, node, arriving), remove_mend(node)))


def _pixels(shape: Shape) -> str:
    count = prod(shape[1:])
    return translate("network", "1 value") if count == 1 else translate("network", "{count} pixels", count=count)


def _use_group_norm(design: Design, node: Node, arriving: Shape) -> Mend:
    """Return the mend that puts group normalisation, which looks at one image only, in the layer's place."""
    groups = max(number for number in range(1, _MOST_GROUPS + 1) if number == 1 or (
        arriving[0] % number == 0 and prod(arriving) // number >= FEWEST_VALUES))
    new = design.graph.draft_node("GroupNorm", node.x, node.y, num_groups=groups)
    (edge,) = design.graph.in_edges(node.id)
    return Mend(translate("network", "Use group normalisation instead"), Compound(
        translate("network", "Use group normalisation"), [InsertOnEdge(new, edge), RemoveNodes([node.id])]))
