"""Weights of a network to and from a run's files."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from cnnstudio.errors import RunError
from cnnstudio.wording import translate

if TYPE_CHECKING:
    import torch

    from cnnstudio.torch_network.builder import GraphNetwork


def check_all_finite(weights: "Mapping[str, torch.Tensor]") -> None:
    """Raise RunError naming the first weight or buffer with NaN or infinity: such weights are not saved."""
    import torch

    for name, tensor in weights.items():
        if not bool(torch.isfinite(tensor).all()):
            raise RunError(translate(
                "runs", "The weights {name} are not finite numbers any more, so they are not saved; the last saved "
                "ones are kept.", name=name))


def build_with_weights(graph: Mapping[str, Any], tensors: "Mapping[str, torch.Tensor]", name: str) -> "GraphNetwork":
    """Build the network of a document, in evaluation mode, with the given weights.

    Raises
    ------
    RunError
        Beginning with ``name`` when a weight is missing, too many, or of another shape or type.
    NetworkError
        When the document is no network that can be built.
    """
    from cnnstudio.network.document import from_document
    from cnnstudio.torch_network.builder import build

    network = build(from_document(graph))
    expected = network.state_dict()
    _check_fit(expected, tensors, name)
    network.load_state_dict(dict(tensors), strict=True)
    network.eval()
    return network


def _check_fit(expected: "Mapping[str, torch.Tensor]", found: "Mapping[str, torch.Tensor]", name: str) -> None:
    unequal = sorted(expected.keys() ^ found.keys())
    if unequal:
        raise RunError(translate(
            "runs", "{name} does not fit the network: it lacks {part}.", name=name,
            part=unequal[0]) if unequal[0] in expected else translate(
            "runs", "{name} does not fit the network: it has {part}, which the network does not have.", name=name,
            part=unequal[0]))
    for key, tensor in expected.items():
        wanted, got = (tuple(tensor.shape), tensor.dtype), (tuple(found[key].shape), found[key].dtype)
        if wanted != got:
            raise RunError(translate(
                "runs", "{name} does not fit the network: {key} is {got} {other_got} instead of {wanted} "
                "{other_wanted}.", name=name, key=key, got=got[0], other_got=got[1], wanted=wanted[0],
                other_wanted=wanted[1]))
