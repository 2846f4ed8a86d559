"""Walk through random networks: every number that is shown against what torch computes.

``python -m tests.stories.walked_layers [NETWORKS]`` prints what was found.
"""

import sys
from collections import Counter
from dataclasses import dataclass, field

import numpy as np
import torch

from cnnstudio.explain.walk import WALKS, walk
from cnnstudio.explain.walk_capture import capture_walk
from cnnstudio.explain.walk_recording import PROBABILITIES, Recording
from cnnstudio.explain.walk_values import CellWalk, LayerValues
from cnnstudio.torch_network.builder import GraphNetwork, build
from tests.helpers.networks import random_network

FULL_COUNT = 300
CELLS = 6
MEAN, STD = (0.4, 0.5, 0.6), (0.2, 0.25, 0.3)


@dataclass
class Walked:
    """What was compared.

    Attributes
    ----------
    values : how many values of each layer kind were taken apart
    worst : the largest distance from torch's value, as a share of the sizes of what was added
    wrong : what was out of bounds, in words
    """

    values: Counter[str] = field(default_factory=Counter)
    worst: float = 0.0
    wrong: list[str] = field(default_factory=list)


def walk_through(count: int, cells: int = CELLS) -> Walked:
    """Take ``cells`` random values of every layer of ``count`` random networks apart."""
    found = Walked()
    for seed in range(count):
        rng = np.random.default_rng(seed)
        recording = record(seed, rng)
        for layer in recording.layers:
            values = recording.layer(layer.id)
            assert values is not None
            for cell in _some_cells(values, rng, cells):
                _compare(found, seed, values, walk(values, cell))
    return found


def record(seed: int, rng: np.random.Generator) -> Recording:
    """Run one random image through one random network."""
    graph = random_network(seed, more_kinds=True)
    network = _lively(build(graph), seed)
    pixels = rng.integers(0, 256, (12, 12, 3), dtype=np.uint8)
    image = (torch.from_numpy(pixels.transpose(2, 0, 1).copy()).double() / 255
             - torch.tensor(MEAN)[:, None, None]) / torch.tensor(STD)[:, None, None]
    return capture_walk(network, graph, image[None].float(), pixels, MEAN, STD, ("a", "b", "c", "d"))


def _lively(network: GraphNetwork, seed: int) -> GraphNetwork:
    """Give every weight and every statistic a value that is not its starting value."""
    generator = torch.Generator().manual_seed(seed)
    with torch.no_grad():
        for name, tensor in [*network.named_parameters(), *network.named_buffers()]:
            if name.endswith("running_var"):
                tensor.uniform_(0.5, 2, generator=generator)
            elif tensor.is_floating_point() and not name.endswith("kernel"):
                tensor.add_(torch.randn(tensor.shape, generator=generator) * 0.1)
    return network


def _some_cells(values: LayerValues, rng: np.random.Generator, count: int) -> list[tuple[int, ...]]:
    """Return random places and two corners, where windows reach over the border."""
    shape = values.output.shape
    random = [tuple(int(rng.integers(side)) for side in shape) for _ in range(count)]
    return [(0,) * len(shape), tuple(side - 1 for side in shape), *random]


def _compare(found: Walked, seed: int, values: LayerValues, told: CellWalk) -> None:
    kind = values.outline.kind
    found.values[kind] += 1
    error = abs(told.result - float(values.output[told.cell])) / max(told.size, 1e-12)
    found.worst = max(found.worst, error)
    if not told.agrees or told.given != float(values.output[told.cell]):
        found.wrong.append(f"network {seed}, {kind} {told.cell}: {told.result} and not {told.given}")
    for patch in told.patches:
        padded = torch.nn.functional.pad(torch.from_numpy(values.inputs[patch.source][patch.channel]), (64,) * 4)
        there = padded[torch.from_numpy(patch.rows + 64)][:, torch.from_numpy(patch.columns + 64)].numpy()
        if not np.array_equal(there, patch.values):
            found.wrong.append(f"network {seed}, {kind} {told.cell}: the window shows other values than the map")


def main() -> int:
    """Walk at full size and print what was found."""
    torch.set_num_threads(1)
    count = int(sys.argv[1]) if len(sys.argv) > 1 else FULL_COUNT
    found = walk_through(count)
    print(f"{count} networks, {sum(found.values.values()):,} values of {len(found.values)} kinds, "
          f"largest distance from torch {found.worst:.1e} of what was added, {len(found.wrong)} wrong")
    missing = sorted(set(WALKS) - set(found.values))
    print(f"kinds that did not come up: {', '.join(missing) or 'none'}; softmax behind the output: {PROBABILITIES}")
    print("\n".join(found.wrong[:20]))
    return 1 if found.wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
