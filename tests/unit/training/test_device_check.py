"""Tests of the small step that tests a device: against numpy, and with a device that computes wrongly."""

import numpy as np
import pytest
import torch

from cnnstudio.errors import JobCancelledError
from cnnstudio.training import device_check
from cnnstudio.training.device_check import check_device
from cnnstudio.training.devices import DeviceInfo

CPU = DeviceInfo("cpu", "A processor", None)


def test_the_processor_gives_the_exact_result_and_leaves_the_random_numbers_alone():
    torch.manual_seed(3)
    before = torch.get_rng_state()
    found = check_device(CPU)
    assert found.is_good
    assert found.difference is not None
    assert 0 < found.difference < 1e-4
    assert found.step_ms is not None
    assert found.step_ms > 0
    assert found.sentence.startswith("A processor works")
    assert torch.equal(torch.get_rng_state(), before)


def test_the_exact_loss_is_that_of_numpy():
    network = device_check._network()
    images, labels = (part.numpy().astype(np.float64) for part in device_check._batch(torch.device("cpu"),
                                                                                     torch.float64))
    weight = network[0].weight.detach().numpy().astype(np.float64)
    padded = np.pad(images, ((0, 0), (0, 0), (1, 1), (1, 1)))
    windows = np.lib.stride_tricks.sliding_window_view(padded, (3, 3), axis=(2, 3))
    maps = np.einsum("nchwij,fcij->nfhw", windows, weight, optimize=True)
    mean, variance = maps.mean(axis=(0, 2, 3), keepdims=True), maps.var(axis=(0, 2, 3), keepdims=True)
    active = np.maximum((maps - mean) / np.sqrt(variance + 1e-5), 0)
    pooled = active.reshape(*active.shape[:2], 16, 2, 16, 2).max(axis=(3, 5)).reshape(len(images), -1)
    logits = pooled @ network[-1].weight.detach().numpy().astype(np.float64).T
    exact = np.log(np.exp(logits).sum(axis=1)) - logits[np.arange(len(logits)), labels.astype(int)]
    assert float(device_check._reference()[0]) == pytest.approx(exact.mean(), rel=1e-9)


def test_a_device_that_computes_wrongly_is_found_out(monkeypatch: pytest.MonkeyPatch):
    right = device_check._step

    def wrong(network: torch.nn.Sequential, device: torch.device, kind: torch.dtype) -> list[torch.Tensor]:
        loss, *weights = right(network, device, kind)
        return [loss, weights[0] * (1.01 if kind == torch.float32 else 1), *weights[1:]]

    monkeypatch.setattr(device_check, "_step", wrong)
    found = check_device(CPU)
    assert not found.is_good
    assert found.difference == pytest.approx(0.01, rel=1e-3)
    assert "computes something else" in found.sentence


def test_a_device_that_is_not_there_is_a_finding_and_no_error():
    found = check_device(DeviceInfo("cuda:7", "A card", None))
    assert (found.is_good, found.step_ms, found.difference) == (False, None, None)
    assert found.sentence.startswith("A card cannot train: ")


def test_a_check_can_be_stopped():
    with pytest.raises(JobCancelledError):
        check_device(CPU, lambda: True)
