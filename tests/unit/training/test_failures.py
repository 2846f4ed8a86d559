"""Tests of what is said when a step fails."""

import pytest
import torch
from torch import nn

from cnnstudio.errors import TrainingError
from cnnstudio.training.config import TrainConfig
from cnnstudio.training.failures import (
    NonFinite,
    find_nonfinite,
    first_nonfinite_gradient,
    known_error,
    nonfinite_gradient,
    nonfinite_loss,
)


class Root(nn.Module):
    """The square root, which negative values have none of."""

    def forward(self, values: torch.Tensor) -> torch.Tensor:
        return values.sqrt()


def known(error: Exception, **recipe: object) -> TrainingError:
    found = known_error(error, TrainConfig(**recipe), "Epoch 2, step 3")
    assert found is not None
    return found


def test_only_the_images_whose_values_are_not_finite_are_found():
    images = torch.tensor([[4.0], [-1.0], [9.0], [-2.0]])
    assert find_nonfinite(nn.Sequential(Root(), nn.Linear(1, 2)), images) == NonFinite("0", (1, 3))


def test_a_layer_that_mixes_the_images_is_found_with_all_of_them():
    images = torch.full((4, 1, 2, 2), torch.inf)
    images[1:] = 1.0
    module = nn.Sequential(nn.BatchNorm2d(1), nn.Flatten())
    module.train()
    assert find_nonfinite(module, images) == NonFinite("0", (0, 1, 2, 3))


def test_nothing_is_found_where_all_values_are_finite():
    assert find_nonfinite(nn.Sequential(Root()), torch.ones(2, 1)) is None


@pytest.mark.parametrize(("rate", "tenth"), [(0.003, 0.0003), (0.1, 0.01), (7e-4, 7e-5)])
def test_a_tenth_of_the_learning_rate_is_the_remedy(rate: float, tenth: float):
    error = nonfinite_loss("Epoch 2, step 3", "conv", TrainConfig(learning_rate=rate), [5, 6])
    assert error.changes == {"learning_rate": tenth}
    assert error.images == (5, 6)
    assert str(error).endswith(f"Try a learning rate of {tenth:g} instead of {rate:g}.")


@pytest.mark.parametrize(("optimizer", "rate", "remedy"), [
    ("adam", 100.0, 1e-3), ("adam", 0.1, 0.01), ("rmsprop", 0.5, 1e-3), ("sgd", 100.0, 0.01), ("sgd", 1.0, 0.1)])
def test_a_rate_that_is_far_off_is_brought_to_the_usual_one_at_once(optimizer: str, rate: float, remedy: float):
    config = TrainConfig.model_validate({"optimizer": optimizer, "learning_rate": rate})
    assert nonfinite_loss("Epoch 1, step 2", None, config).changes == {"learning_rate": remedy}


def test_a_gradient_whose_length_alone_overflows_is_blamed_on_its_longest_layer():
    module = nn.Sequential(nn.Linear(2, 2), nn.Linear(2, 2))
    for weight, value in zip(module.parameters(), (1e30, 1e30, 3e38, 1.0), strict=True):
        weight.grad = torch.full_like(weight, value)
    assert first_nonfinite_gradient(module) == "1"
    assert next(module.parameters()).grad is not None
    next(module.parameters()).grad = torch.full((2, 2), torch.nan)
    assert first_nonfinite_gradient(module) == "0"
    assert first_nonfinite_gradient(nn.ReLU()) is None
    error = nonfinite_gradient("Epoch 1, step 2", "conv_1", TrainConfig())
    assert "It comes from the layer conv_1." in str(error)


def test_no_smaller_rate_is_proposed_when_it_is_tiny():
    error = nonfinite_loss("Epoch 2, step 3", None, TrainConfig(learning_rate=2e-8))
    assert error.changes == {}
    assert "small already" in str(error)


def test_memory_of_the_processor_is_told_with_the_size_asked_for_and_a_smaller_batch():
    with pytest.raises(RuntimeError) as refused:
        torch.empty(2**50)
    error = known(refused.value, batch_size=48)
    assert f"{4 * 2**50 / 1e6:,.0f} MB were asked for at once" in str(error)
    assert error.changes == {"batch_size": 32}
    assert known(refused.value, batch_size=1).changes == {}


@pytest.mark.parametrize("text", ["CUDA error: unknown error\nCUDA kernel errors might be asynchronously reported",
                                  "cuDNN error: CUDNN_STATUS_INTERNAL_ERROR", "HIP error: invalid device pointer"])
def test_a_lost_graphics_card_is_told_in_words_with_the_way_on(text: str):
    error = known(RuntimeError(text))
    assert "the graphics card does not answer any more" in str(error)
    assert "go on from there" in str(error)
    assert "\n" not in str(error)


def test_an_error_that_is_not_known_has_no_sentence():
    assert known_error(RuntimeError("mat1 and mat2 shapes"), TrainConfig(), "Epoch 1, step 1") is None
    assert known_error(ValueError("CUDA error"), TrainConfig(), "Epoch 1, step 1") is None
