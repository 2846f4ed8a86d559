"""``cnnstudio network A --difference B``: what is different in network B."""

from typing import Any

from cnnstudio.cli.context import Context
from cnnstudio.network.difference import NetworkDifference, RewiredLayer, difference
from cnnstudio.network.difference_words import words
from cnnstudio.network.graph import NetworkGraph
from cnnstudio.wording import translate


def print_difference(before: NetworkGraph, after: NetworkGraph, context: Context) -> int:
    """Print what differs in ``after``, a sentence a line; status 0 whether anything does or not."""
    found = difference(before, after)
    context.output.event("difference", **difference_fields(found))
    for sentence in words(found) or [translate("cli", "Both networks compute the same.")]:
        context.output.text(sentence)
    return 0


def difference_fields(found: NetworkDifference) -> dict[str, Any]:
    """Return the fields of the difference event; layers are given by name."""
    return {
        "same": found.is_empty,
        "added": [layer.node.name for layer in found.added],
        "removed": [layer.node.name for layer in found.removed],
        "changed": [{"before": layer.before.name, "after": layer.after.name, "kind_before": layer.before.kind,
                     "kind_after": layer.after.kind, "parameters": {
                         change.name: [change.before, change.after] for change in layer.parameters}}
                    for layer in found.changed],
        "moved": [_feeding(layer) for layer in found.moved],
        "rewired": [_feeding(layer) for layer in found.rewired],
        "blocks": [{"block": block.name, "before": block.repeat_before, "after": block.repeat_after}
                   for block in found.blocks],
        "renamed": [{"before": layer.before, "after": layer.after} for layer in found.renamed],
        "weights": [found.cost.before.weights, found.cost.after.weights],
        "multiply_adds": [found.cost.before.multiply_adds, found.cost.after.multiply_adds],
        "sentences": words(found),
    }


def _feeding(layer: RewiredLayer) -> dict[str, Any]:
    return {"layer": layer.after.name, "before": layer.feeders_before, "after": layer.feeders_after}
