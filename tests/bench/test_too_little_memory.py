"""Trains where the system really refuses memory: `pytest tests/bench/test_too_little_memory.py -m bench -s`."""

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = [pytest.mark.bench, pytest.mark.timeout(300),
              pytest.mark.skipif(sys.platform != "linux", reason="limits the address space as Linux does")]

PROGRAM = '''
import resource, sys
import numpy as np, torch
from torch import nn
from cnnstudio.training.config import TrainConfig
from cnnstudio.training.optimizers import build_optimizer
from cnnstudio.training.randomness import PrivateRandomness
from cnnstudio.training.step import StepRunner
from tests.unit.training.sources import TensorBatch

torch.set_num_threads(1)
CONFIG = TrainConfig(optimizer="sgd", learning_rate=0.1, precision="float32", batch_size=128)
CPU = torch.device("cpu")
images = torch.randn(128, 3, 64, 64, generator=torch.Generator().manual_seed(1))


def train(count, room):
    torch.manual_seed(0)
    module = nn.Sequential(nn.Conv2d(3, 32, 3), nn.ReLU(), nn.Conv2d(32, 32, 3), nn.ReLU(), nn.AdaptiveAvgPool2d(1),
                           nn.Flatten(), nn.Linear(32, 2)).train()
    steps = StepRunner(module, build_optimizer(module.parameters(), CONFIG), CONFIG, PrivateRandomness(CPU, 0), CPU)
    if room:
        used = int(open("/proc/self/statm").read().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (used + room, resource.RLIM_INFINITY))
    result = steps.train(TensorBatch(images[:count], torch.arange(count) % 2, np.arange(count)), "Epoch 1, step 1")
    resource.setrlimit(resource.RLIMIT_AS, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    return steps, result.loss, torch.cat([weight.detach().flatten() for weight in module.parameters()])


train(1, 0)
steps, loss, weights = train(128, 150_000_000)
print(*steps.take_notices(), sep="\\n")
_, plain_loss, plain = train(128, 0)
print(steps.micro_batch, abs(loss - plain_loss), (weights - plain).abs().max().item())
'''


def test_a_step_that_the_system_refuses_memory_for_is_done_in_parts(capsys: pytest.CaptureFixture[str]):
    done = subprocess.run([sys.executable, "-c", PROGRAM], cwd=Path(__file__).parents[2], text=True,
                          capture_output=True, check=True, timeout=250)
    with capsys.disabled():
        print(f"\n{done.stdout}")
    *notices, figures = done.stdout.splitlines()
    parts, loss, weights = map(float, figures.split())
    assert notices
    assert 0 < parts < 128
    assert loss < 1e-6
    assert weights < 1e-5
