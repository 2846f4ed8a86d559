"""Tests of predicting a whole split."""

import numpy as np
import pytest
import torch
from torch import nn

from cnnstudio.errors import JobCancelledError
from cnnstudio.training.predict import predict
from tests.unit.training.sources import TensorSource, blobs, state_bytes, tiny_network


def never() -> bool:
    return False


def test_probabilities_and_losses_equal_the_hand_computation():
    module = nn.Flatten()
    source = TensorSource(torch.tensor([[0.0, np.log(3.0)], [0.0, 0.0]]).float(), torch.tensor([1, 0]), 1)
    result = predict(module, source, never)
    assert result.probabilities == pytest.approx(np.array([[0.25, 0.75], [0.5, 0.5]]))
    assert result.losses == pytest.approx(-np.log([0.75, 0.5]))
    assert result.labels.tolist() == [1, 0]
    assert result.indices.tolist() == [0, 1]
    assert (result.probabilities.dtype, result.labels.dtype) == (np.float32, np.int64)


def test_the_module_is_left_exactly_as_found():
    module = tiny_network()
    module.train()
    module[1].eval()
    modes, weights = [part.training for part in module.modules()], state_bytes(module)
    predict(module, TensorSource(*blobs(20)), never)
    assert [part.training for part in module.modules()] == modes
    assert state_bytes(module) == weights
    assert all(parameter.grad is None for parameter in module.parameters())


def test_dropout_is_off_and_the_batch_size_makes_no_difference():
    module = tiny_network(dropout=0.9)
    one = predict(module, TensorSource(*blobs(20), 3), never)
    two = predict(module, TensorSource(*blobs(20), 20), never)
    assert one.probabilities == pytest.approx(two.probabilities, abs=1e-6)


def test_stopping_closes_the_batches_and_restores_the_modes():
    module, source = tiny_network(), TensorSource(*blobs(20))
    module.train()
    with pytest.raises(JobCancelledError):
        predict(module, source, lambda: True)
    assert source.closed == 1
    assert all(part.training for part in module.modules())


def test_no_image_gives_empty_arrays():
    assert predict(tiny_network(), TensorSource(*blobs(0)), never).labels.shape == (0,)
