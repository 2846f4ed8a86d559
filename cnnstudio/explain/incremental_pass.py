"""Runs an image through a network and keeps what came out, so that after an edit only what follows it runs again."""

from collections.abc import Iterator, Mapping

import torch
from torch import Tensor, nn

from cnnstudio.explain.bounded_store import BoundedStore
from cnnstudio.explain.layer_turns import LayerTurn, Turns
from cnnstudio.explain.node_pictures import NodePicture, draw_output
from cnnstudio.explain.random_layers import random_layer

OUTPUT_LIMIT_BYTES = 256 * 2**20
PICTURE_LIMIT_BYTES = 64 * 2**20
WEIGHT_LIMIT_BYTES = 640 * 2**20
"""Of random weights; VGG-16 has 553 MB, and drawing them anew after each edit would take seconds."""


class IncrementalPass:
    """Outputs, pictures and random modules of the networks that were run last, by what they depend on.

    Attributes
    ----------
    executed : ids of the layers that really ran in the newest pass, in order
    """

    def __init__(self, *, output_limit_bytes: int = OUTPUT_LIMIT_BYTES,
                 weight_limit_bytes: int = WEIGHT_LIMIT_BYTES) -> None:
        self.executed: list[str] = []
        self._outputs: BoundedStore[Tensor] = BoundedStore(output_limit_bytes)
        self._pictures: BoundedStore[NodePicture] = BoundedStore(PICTURE_LIMIT_BYTES)
        self._modules: BoundedStore[nn.Module] = BoundedStore(weight_limit_bytes)

    @property
    def kept_bytes(self) -> int:
        """Memory of the outputs, pictures and random weights that are kept."""
        return self._outputs.used_bytes + self._pictures.used_bytes + self._modules.used_bytes

    def run(self, turns: Turns, image: Tensor, trained: Mapping[str, nn.Module]) -> Iterator[tuple[str, NodePicture]]:
        """Yield each layer's id and picture, in the order of the data; the caller may stop after any of them.

        The same picture object comes again while nothing it depends on has changed.

        Parameters
        ----------
        turns : what runs, from `plan`
        image : (1, C, H, W) float32, normalised; the one ``turns.input_key`` stands for
        trained : modules in evaluation mode by id, for the layers that take trained weights
        """
        self.executed = []
        pictures = {turn.node_id: kept for turn in turns.layers if (kept := self._pictures.get(turn.key)) is not None}
        needed, values = self._needed(turns.layers, pictures)
        values[turns.input_id] = image
        last_use = {source: turn.node_id for turn in turns.layers if turn.node_id in needed for source in turn.sources}
        for turn in turns.layers:
            if turn.node_id in needed:
                values[turn.node_id] = self._execute(turn, [values[source] for source in turn.sources], trained)
            yield turn.node_id, pictures.get(turn.node_id) or self._draw(turn, values[turn.node_id])
            for node_id in (*turn.sources, turn.node_id):
                if last_use.get(node_id, turn.node_id) == turn.node_id:
                    values.pop(node_id, None)

    def forget_weights(self) -> None:
        """Give the memory of the random weights back; when they are needed they come again the same."""
        self._modules.clear()

    def _needed(self, layers: tuple[LayerTurn, ...],
                pictures: Mapping[str, NodePicture]) -> tuple[set[str], dict[str, Tensor]]:
        """Return the ids that must run, and the kept outputs they begin with.

        An output is wanted for the layer's own picture or for a layer behind it that must run.
        """
        needed: set[str] = set()
        wanted: set[str] = set()
        values: dict[str, Tensor] = {}
        for turn in reversed(layers):
            if turn.node_id not in wanted and turn.node_id in pictures:
                continue
            output = self._outputs.get(turn.key)
            if output is not None:
                values[turn.node_id] = output
            else:
                needed.add(turn.node_id)
                wanted.update(turn.sources)
        return needed, values

    def _execute(self, turn: LayerTurn, inputs: list[Tensor], trained: Mapping[str, nn.Module]) -> Tensor:
        module = trained[turn.node_id] if turn.is_trained else self._random_module(turn)
        with torch.no_grad(), torch.autocast("cpu", enabled=False):
            output: Tensor = module(*inputs)
        self.executed.append(turn.node_id)
        self._outputs.put(turn.key, output, output.nbytes)
        return output

    def _random_module(self, turn: LayerTurn) -> nn.Module:
        module = self._modules.get(turn.module_key)
        if module is None:
            module = random_layer(turn)
            size_bytes = sum(weights.nbytes for weights in module.state_dict().values())
            self._modules.put(turn.module_key, module, size_bytes)
        return module

    def _draw(self, turn: LayerTurn, output: Tensor) -> NodePicture:
        picture = draw_output(output[0].numpy())
        self._pictures.put(turn.key, picture, picture.size_bytes)
        return picture
