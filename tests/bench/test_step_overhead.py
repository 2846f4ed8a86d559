"""Measures what a training step costs beyond a bare loop: `pytest tests/bench/test_step_overhead.py -m bench -s`."""

import statistics
import time
from collections.abc import Callable

import numpy as np
import pytest
import torch
from torch.nn import functional

from cnnstudio.network.presets import preset
from cnnstudio.torch_network.builder import GraphNetwork, build, initialise
from cnnstudio.training import layout
from cnnstudio.training.config import TrainConfig
from cnnstudio.training.optimizers import build_optimizer
from cnnstudio.training.randomness import PrivateRandomness
from cnnstudio.training.step import StepRunner
from tests.unit.training.sources import TensorBatch

pytestmark = [pytest.mark.bench, pytest.mark.timeout(900), pytest.mark.filterwarnings("ignore")]

CPU = torch.device("cpu")
CASES = {"tutorial": ((1, 28, 28), 64, 150), "small": ((3, 64, 64), 32, 40), "resnet18": ((3, 64, 64), 32, 8)}
"""Preset -> image shape, batch size, steps of each way."""


def network(name: str) -> GraphNetwork:
    module = build(preset(name, input_shape=CASES[name][0], classes=10))
    initialise(module, "kaiming", 0)
    return module.train()


def bare_step(name: str, batch: TensorBatch, config: TrainConfig) -> Callable[[], object]:
    """Return forward, loss, backward, update and the fetching of the loss, without any check."""
    module = network(name)
    optimizer = build_optimizer(module.parameters(), config)

    def step() -> float:
        loss = functional.cross_entropy(module(batch.images), batch.labels)
        loss.backward()
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        return loss.item()

    return step


def our_step(name: str, batch: TensorBatch, config: TrainConfig) -> Callable[[], object]:
    module = network(name)
    runner = StepRunner(module, build_optimizer(module.parameters(), config), config, PrivateRandomness(CPU, 0), CPU)
    return lambda: runner.train(batch, "")


def medians(ways: dict[str, Callable[[], object]], count: int) -> dict[str, list[float]]:
    """Run the ways in turn, in another order each time, and return the seconds of each."""
    seconds: dict[str, list[float]] = {title: [] for title in ways}
    titles = list(ways)
    for number in range(count + 2):
        first = number % len(titles)
        for title in titles[first:] + titles[:first]:
            begin = time.perf_counter()
            ways[title]()
            seconds[title].append(time.perf_counter() - begin)
    return {title: values[2:] for title, values in seconds.items()}


@pytest.mark.parametrize("name", CASES)
def test_a_step_against_a_bare_loop(name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture):
    shape, size, count = CASES[name]
    generator = torch.Generator().manual_seed(0)
    batch = TensorBatch(torch.rand(size, *shape, generator=generator), torch.arange(size) % 10, np.arange(size))
    config = TrainConfig(batch_size=size, precision="float32")
    ways = {"bare": bare_step(name, batch, config), "ours": our_step(name, batch, config)}
    with monkeypatch.context() as patch:
        patch.setattr(layout, "plan", lambda *_: layout.Plan(starts_last=False))
        ways["ours, layout as it comes"] = our_step(name, batch, config)
        ways["ours, layout as it comes"]()
    seconds = medians(ways, count)
    with capsys.disabled():
        print(f"\n{name} {shape}, batch {size}, {torch.get_num_threads()} threads, medians of {count} steps:")
        for title, values in seconds.items():
            ratio = statistics.median(a / b for a, b in zip(seconds["bare"], values, strict=True))
            print(f"  {1000 * statistics.median(values):8.2f} ms  {ratio:.3f} times as fast as the bare loop  {title}")
    assert statistics.median(seconds["ours"]) < 1.5 * statistics.median(seconds["bare"])
