"""Whether the class scores are an affine function of what a layer gives, so that they are a sum over its cells."""

from cnnstudio.network.graph import NetworkGraph
from cnnstudio.network.registry import layer_kind


def is_affine_behind(graph: NetworkGraph, node_id: str) -> bool:
    """Return whether every layer behind one is an affine function when the network predicts.

    Then score = sum over cells and channels of (gradient · value) + a constant, exactly; with global average pooling
    and a dense layer behind it that is class activation mapping (Zhou et al. 2016).
    """
    if node_id not in graph.nodes:
        return False
    seen, waiting = {node_id}, [node_id]
    while waiting:
        here = waiting.pop()
        for edge in graph.edges:
            if edge.source == here and edge.target not in seen:
                if not layer_kind(graph.nodes[edge.target].kind).is_linear:
                    return False
                seen.add(edge.target)
                waiting.append(edge.target)
    return True
