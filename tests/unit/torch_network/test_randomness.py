"""Building a network beside a running training disturbs none of its random numbers."""

import threading

import torch

from cnnstudio.network.presets import preset
from cnnstudio.torch_network.builder import build, initialise
from cnnstudio.training.randomness import PrivateRandomness


def step_beside(work: threading.Thread) -> torch.Tensor:
    """Draw as a training step does, while ``work`` is waiting to begin."""
    randomness = PrivateRandomness(torch.device("cpu"), 7)
    with randomness.active():
        work.start()
        first = torch.rand(3)
        work.join(0.2)
        second = torch.rand(3)
    work.join()
    return torch.cat((first, second))


def build_one() -> None:
    graph = preset("lenet5")
    initialise(build(graph), "framework", 3)


def draw_carelessly() -> None:
    torch.manual_seed(3)


def test_a_preview_waits_for_the_step_to_end() -> None:
    alone = step_beside(threading.Thread(target=int))

    assert torch.equal(step_beside(threading.Thread(target=build_one)), alone)
    assert not torch.equal(step_beside(threading.Thread(target=draw_carelessly)), alone)
