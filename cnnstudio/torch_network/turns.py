"""In which order the layers of a network have their turn, and how a training step can go over memory fewer times."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

_FRESH = frozenset(("Conv2d", "ConvTranspose2d", "Linear", "BatchNorm2d", "MaxPool2d"))
"""Kinds whose output is memory of its own that their gradient does not need."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One layer's turn.

    Attributes
    ----------
    node_id : what comes out is known by this id
    sources : ids of the values it takes
    done_with : of these, those not needed after it
    layer : id of the module that is called
    overwrites : the module is a ReLU, and may work in the memory of the value it takes
    """

    node_id: str
    sources: tuple[str, ...]
    done_with: tuple[str, ...]
    layer: str
    overwrites: bool = False


def turns_of(sources: Mapping[str, tuple[str, ...]], order: Sequence[str]) -> tuple[Turn, ...]:
    """Return the turns of layers in ``order``, each of which takes what comes out of its ``sources``."""
    last_use = {source: node_id for node_id in order for source in sources[node_id]}
    return tuple(
        Turn(node_id, sources[node_id], tuple(
            source for source in dict.fromkeys(sources[node_id]) if last_use[source] == node_id), node_id)
        for node_id in order)


def in_fewer_passes(turns: Sequence[Turn], kinds: Mapping[str, str], end: str) -> tuple[Turn, ...]:
    """Return turns with the same results and gradients, bit for bit, that read and write less memory.

    A ReLU in front of max pooling has its turn behind it, on a quarter of the values: the largest of some numbers cut
    off at 0 is the largest of them, cut off at 0, and where that is 0 both gradients are. A ReLU behind a layer whose
    output nobody else wants overwrites it.

    Parameters
    ----------
    kinds : layer kind by node id
    end : the id whose value is the result
    """
    uses, made = Counter(source for turn in turns for source in turn.sources), {turn.node_id for turn in turns}
    own = {node_id for node_id in made if uses[node_id] == 1 and node_id != end}
    moved = {turn.sources[0]: turn.node_id for turn in turns
             if kinds[turn.node_id] == "MaxPool2d" and turn.sources[0] in own and kinds[turn.sources[0]] == "ReLU"}
    behind = {pool: relu for relu, pool in moved.items()}
    return tuple(
        replace(turn, layer=moved[turn.node_id]) if turn.node_id in moved else
        replace(turn, layer=behind.get(turn.node_id, turn.layer), overwrites=turn.node_id in behind or (
            kinds[turn.node_id] == "ReLU" and turn.sources[0] in own and kinds[turn.sources[0]] in _FRESH))
        for turn in turns)
