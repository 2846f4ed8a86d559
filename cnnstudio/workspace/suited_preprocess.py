"""Prepares images as a pretrained network is used to, whatever the settings say about normalisation."""

from cnnstudio.data.config import PreprocessConfig
from cnnstudio.network.graph import NetworkGraph
from cnnstudio.network.kinds.backbone import plan_of


def suited_preprocess(graph: NetworkGraph, preprocess: PreprocessConfig) -> PreprocessConfig:
    """Return the settings with the normalisation of the network's backbone; unchanged where it has none.

    Published weights mean what they mean only for values in the range they were learned with: EfficientNet-Lite0 saw
    pixels from -1 to 1. Other layers take any range, so the backbone decides.
    """
    output = graph.output_node
    used = graph.upstream(output.id) if output is not None else frozenset(graph.nodes)
    for node in graph.nodes.values():
        if node.kind == "Backbone" and node.id in used:
            return preprocess.model_copy(update={"normalization": plan_of(node.parameters).normalization})
    return preprocess
