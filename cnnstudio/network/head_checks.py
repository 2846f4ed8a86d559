"""Finds what stands wrongly between the last layer with weights and the output."""

from collections.abc import Iterator

from cnnstudio.network.design import Design
from cnnstudio.network.misfit import remove_mend
from cnnstudio.network.problems import Problem
from cnnstudio.network.registry import layer_kind
from cnnstudio.wording import translate


def head_warnings(design: Design) -> Iterator[Problem]:
    """Warn of dropout and of activations behind the last layer with weights; softmax has a check of its own.

    A layer that makes one value of many, such as pooling, ends the search: before it both are usual.
    """
    output = design.graph.output_node
    if output is None or output.id not in design.shapes:
        return
    for node, _edge in design.above(output.id):
        kind = layer_kind(node.kind)
        if kind.is_weighted or kind.family not in ("activation", "normalisation", "dense"):
            return
        if kind.is_random:
            message = translate(
                "network", "{layer} stands behind the last layer with weights: it sets values of whole classes to 0 "
                "at random, which is noise in the answer and not in what it is made of. Dropout belongs before that "
                "layer.", layer=node.name)
            yield Problem(node.id, "warning", message, (remove_mend(node),))
        elif kind.family == "activation" and kind.keeps_count and node.kind != "Softmax":
            message = translate(
                "network", "{layer} stands right before the output: the values of the classes (logits) must be free "
                "to be any number, negative ones too, and it changes them.", layer=node.name)
            yield Problem(node.id, "warning", message, (remove_mend(node),))
