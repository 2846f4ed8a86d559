"""Finds how far a network's values stay the same in training, so that they need to be worked out only once."""

from cnnstudio.network.registry import layer_kind
from cnnstudio.torch_network.builder import GraphNetwork
from cnnstudio.torch_network.own_modules import SteadyBatchNorm1d, SteadyBatchNorm2d


def frozen_end(network: GraphNetwork) -> str:
    """Return the id of the last layer whose values follow from the image alone, whatever is learned; else "".

    It and all before it learn nothing, change nothing at random and look at one image at a time, all that follows
    sees the image only through it, and there are weights before it, so that there is work to save.
    """
    steady: set[str] = set()
    found = ""
    for node_id in network.sources:
        if not set(network.sources[node_id]) <= steady or not _is_steady(network, node_id):
            continue
        steady.add(node_id)
        if _is_only_way(network, node_id, steady) and _has_weights(network, steady):
            found = node_id
    return "" if found == network.output_id else found


def _is_steady(network: GraphNetwork, node_id: str) -> bool:
    if node_id == network.input_id:
        return True
    kind = layer_kind(network.kinds[node_id])
    learns = any(weight.requires_grad for weight in network.layers[node_id].parameters())
    is_fixed = isinstance(network.layers[node_id], (SteadyBatchNorm1d, SteadyBatchNorm2d))
    return not (learns or kind.is_random or (kind.needs_batch and not is_fixed))


def _is_only_way(network: GraphNetwork, node_id: str, steady: set[str]) -> bool:
    """Whether no layer outside ``steady`` takes a value of any other layer in it."""
    return all(source == node_id or source not in steady
               for other, sources in network.sources.items() if other not in steady for source in sources)


def _has_weights(network: GraphNetwork, steady: set[str]) -> bool:
    return any(next(network.layers[node_id].parameters(), None) is not None
               for node_id in steady if node_id != network.input_id)
