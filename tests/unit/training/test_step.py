"""Tests of a single step: what fails leaves everything as it was and says where and why."""

import copy
from collections.abc import Callable

import numpy as np
import pytest
import torch
from torch import nn
from torch.nn import functional

from cnnstudio.errors import TrainingError
from cnnstudio.training.config import TrainConfig
from cnnstudio.training.failures import first_nonfinite_layer, layer_name
from cnnstudio.training.optimizers import build_optimizer
from cnnstudio.training.randomness import PrivateRandomness
from cnnstudio.training.step import StepRunner
from tests.unit.training.sources import MixedBatch, TensorBatch, blobs, state_bytes, tiny_network

CPU = torch.device("cpu")


class Spoiled(nn.Module):
    """Passes its input on until it is told to fail."""

    def __init__(self) -> None:
        super().__init__()
        self.spoil: Callable[[torch.Tensor], torch.Tensor] = lambda values: values

    def forward(self, values: torch.Tensor) -> torch.Tensor:
        return self.spoil(values)


class Network(nn.Module):
    """The tiny network with named layers and one that can be made to fail."""

    def __init__(self) -> None:
        super().__init__()
        parts = tiny_network()
        self.layers = nn.ModuleDict({"conv2d_1": parts[0], "norm_1": parts[1], "odd_1": Spoiled(),
                                     "rest": parts[2:]})

    def forward(self, images: torch.Tensor) -> torch.Tensor:
        for layer in self.layers.values():
            images = layer(images)
        return images


def runner(module: nn.Module, **config: object) -> StepRunner:
    settings = TrainConfig(**({"learning_rate": 0.01} | config))
    optimizer = build_optimizer(module.parameters(), settings)
    return StepRunner(module, optimizer, settings, PrivateRandomness(CPU, 0), CPU)


def batch(count: int = 8, **change: torch.Tensor) -> TensorBatch:
    images, labels = blobs(count)
    return TensorBatch(change.get("images", images), change.get("labels", labels), np.arange(100, 100 + count))


def everything(steps: StepRunner) -> tuple:
    """Return all that a failed step must leave alone."""
    optimizer = copy.deepcopy(steps.optimizer.state_dict())
    tensors = [value.numpy().tobytes() for entry in optimizer["state"].values() for value in entry.values()]
    return (state_bytes(steps.module), tensors, optimizer["param_groups"],
            [state.numpy().tobytes() for state in steps.randomness.states],
            [parameter.grad for parameter in steps.module.parameters()],
            [part.training for part in steps.module.modules()])


def nan(values: torch.Tensor) -> torch.Tensor:
    return values * torch.nan


def infinite_gradient(values: torch.Tensor) -> torch.Tensor:
    return values + (values - values.detach()).pow(2).sqrt()


def out_of_memory(_values: torch.Tensor) -> torch.Tensor:
    raise torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB.")


def cpu_out_of_memory(_values: torch.Tensor) -> torch.Tensor:
    raise RuntimeError("[enforce fail] DefaultCPUAllocator: can't allocate memory: you tried to allocate 8 bytes.")


def python_out_of_memory(_values: torch.Tensor) -> torch.Tensor:
    raise MemoryError


FAILURES = [
    (nan, "the loss is not a finite number.*first layer with such a value is odd_1.*0.001 instead of 0.01"),
    (infinite_gradient, "the gradient is not a finite number.*comes from the layer conv2d_1"),
    (out_of_memory, "the memory is used up. Not even one image at a time has room: use smaller images"),
    (cpu_out_of_memory, "the memory is used up"), (python_out_of_memory, "the memory is used up")]


@pytest.mark.parametrize("steps_before", [0, 2])
@pytest.mark.parametrize(("spoil", "words"), FAILURES, ids=[spoil.__name__ for spoil, _ in FAILURES])
def test_a_failed_step_says_where_and_leaves_everything_as_it_was(
        spoil: Callable[[torch.Tensor], torch.Tensor], words: str, steps_before: int):
    module = Network()
    steps = runner(module)
    module.train()
    for _ in range(steps_before):
        steps.train(batch(), "Epoch 1, step 1")
    before = everything(steps)
    module.layers["odd_1"].spoil = spoil
    with pytest.raises(TrainingError, match=f"^Epoch 3, step 7: {words}"):
        steps.train(batch(), "Epoch 3, step 7")
    assert everything(steps) == before


def test_after_a_failure_the_training_goes_on_as_if_it_had_not_happened():
    def losses(*, fail: bool) -> list[float]:
        module = Network()
        steps = runner(module)
        module.train()
        first = steps.train(batch(), "").loss
        if fail:
            module.layers["odd_1"].spoil = nan
            with pytest.raises(TrainingError):
                steps.train(batch(), "")
            module.layers["odd_1"].spoil = lambda values: values
        return [first, steps.train(batch(), "").loss, steps.train(batch(), "").loss]

    assert losses(fail=True) == losses(fail=False)


def test_memory_that_ends_inside_the_optimiser_leaves_no_half_made_state(monkeypatch: pytest.MonkeyPatch):
    module = tiny_network()
    steps = runner(module)
    weight = next(module.parameters())

    def half_way() -> None:
        steps.optimizer.state[weight]["step"] = torch.tensor(0.0)
        raise torch.OutOfMemoryError("out of memory")

    monkeypatch.setattr(steps.optimizer, "step", half_way)
    before = everything(steps)
    with pytest.raises(TrainingError, match="memory is used up"):
        steps.train(batch(), "Epoch 1, step 1")
    assert everything(steps) == before
    monkeypatch.undo()
    steps.train(batch(), "Epoch 1, step 1")


def test_an_image_that_is_not_finite_is_named_instead_of_a_layer():
    images, _ = blobs(8)
    images[3, 0, 2, 2] = torch.nan
    module = tiny_network()
    module.train()
    with pytest.raises(TrainingError, match="pixels of image 103 are not finite"):
        runner(module).train(batch(images=images), "Epoch 1, step 1")


@pytest.mark.parametrize("mode", ["train", "evaluate"])
@pytest.mark.parametrize(("label", "words"), [
    (7, "image 102 has the label 7, but the network has 3 outputs.*at least 8 outputs"),
    (-100, "image 102 has the label -100.*Labels start at 0")])
def test_a_label_out_of_range_is_named(mode: str, label: int, words: str):
    labels = blobs(8)[1].clone()
    labels[2] = label
    module = tiny_network()
    module.train(mode == "train")
    steps = runner(module)
    before = everything(steps)
    with pytest.raises(TrainingError, match=words):
        getattr(steps, mode)(batch(labels=labels), "Epoch 1, step 1")
    assert everything(steps) == before


def test_a_validation_loss_that_is_not_finite_names_the_layer_too():
    module = Network()
    module.layers["odd_1"].spoil = nan
    module.eval()
    with pytest.raises(TrainingError, match=r"Epoch 2, validation batch 1: the loss .* odd_1"):
        runner(module).evaluate(batch(), "Epoch 2, validation batch 1")


def test_a_single_image_and_batch_normalisation_get_a_sentence():
    module = nn.Sequential(nn.Flatten(), nn.BatchNorm1d(64), nn.Linear(64, 3))
    module.train()
    with pytest.raises(TrainingError, match="batch size of at least 2"):
        runner(module, batch_size=1).train(batch(1), "Epoch 1, step 1")


def test_without_a_smaller_batch_size_a_smaller_network_is_proposed():
    module = Network()
    module.layers["odd_1"].spoil = out_of_memory
    with pytest.raises(TrainingError, match="use smaller images or a smaller network"):
        runner(module, batch_size=1).train(batch(), "")


@pytest.mark.parametrize("module", [nn.Conv2d(1, 3, 3), nn.Sequential(nn.Flatten(0), nn.Linear(512, 3))])
def test_a_network_without_rows_of_logits_is_refused(module: nn.Module):
    with pytest.raises(TrainingError, match=r"where \(8, classes\) is needed"):
        runner(module).train(batch(), "Epoch 1, step 1")


def test_an_unknown_error_of_torch_passes_unchanged():
    module = tiny_network()
    with pytest.raises(RuntimeError, match="channels") as caught:
        runner(module).train(batch(images=torch.zeros(8, 3, 8, 8)), "Epoch 1, step 1")
    assert not isinstance(caught.value, TrainingError)


def test_finding_the_layer_leaves_no_hook_behind():
    module = Network()
    module.layers["odd_1"].spoil = nan
    module.eval()
    assert first_nonfinite_layer(module, blobs(2)[0]) == "odd_1"
    assert not any(part._forward_hooks for part in module.modules())


def test_a_network_may_name_its_layers_itself():
    module = nn.Module()
    module.names = {"maxout_1": "My maxout"}
    assert layer_name(module, "layers.maxout_1.linear") == "My maxout"
    assert layer_name(module, "layers.conv2d_1") == "conv2d_1"
    assert layer_name(nn.Module(), "features.0") == "features.0"


def mixed(count: int = 8, **change: torch.Tensor) -> MixedBatch:
    images, labels = blobs(count)
    share = torch.linspace(0.5, 1.0, count)
    return MixedBatch(images, labels, np.arange(100, 100 + count), change.get("other", labels.flip(0)),
                      change.get("share", share))


def loss_by_hand(logits: torch.Tensor, mix: MixedBatch) -> float:
    """Return the mean loss of mixed images in float64, image by image."""
    rows = logits.detach().double().numpy()
    logs = rows - np.log(np.exp(rows).sum(axis=1, keepdims=True))
    return float(np.mean([-share * row[label] - (1 - share) * row[other] for row, label, other, share in zip(
        logs, mix.labels, mix.other_labels, mix.share.double(), strict=True)]))


@pytest.mark.parametrize("mode", ["train", "evaluate"])
def test_the_loss_of_mixed_images_weighs_both_labels_by_their_share(mode: str):
    mix, module = mixed(), tiny_network(dropout=0)
    module.train(mode == "train")
    with torch.no_grad():
        logits = copy.deepcopy(module)(mix.images)
    result = getattr(runner(module), mode)(mix, "")
    assert result.loss == pytest.approx(loss_by_hand(logits, mix), rel=1e-6)
    assert result.loss != pytest.approx(functional.cross_entropy(logits, mix.labels).item(), rel=1e-3)
    assert (result.right, result.images) == (int((logits.argmax(1) == mix.labels).sum()), 8)


def test_mixed_images_move_the_weights_along_the_gradient_of_their_loss():
    mix, module = mixed(), tiny_network(dropout=0)
    module.train()
    plain = copy.deepcopy(module)
    soft = nn.functional.one_hot(mix.labels, 3) * mix.share[:, None]
    soft = soft + nn.functional.one_hot(mix.other_labels, 3) * (1 - mix.share[:, None])
    functional.cross_entropy(plain(mix.images), soft).backward()  # torch's own loss of label distributions
    before = [weight.detach().clone() for weight in module.parameters()]
    runner(module, optimizer="sgd", momentum=0.0, learning_rate=0.1).train(mix, "")
    for weight, old, expected in zip(module.parameters(), before, plain.parameters(), strict=True):
        torch.testing.assert_close((old - weight.detach()) / 0.1, expected.grad, rtol=1e-3, atol=1e-6)


def test_a_batch_that_could_be_mixed_but_is_not_gives_the_same_bits():
    images, labels = blobs(8)
    one, two = tiny_network(), tiny_network()
    plain, unmixed = batch(), MixedBatch(images, labels, np.arange(100, 108), None, None)
    for module, content in ((one, plain), (two, unmixed)):
        module.train()
        steps = runner(module)
        assert steps.train(content, "").images == 8
    assert state_bytes(one) == state_bytes(two)


@pytest.mark.parametrize("mode", ["train", "evaluate"])
def test_the_other_label_of_a_mixed_image_must_fit_too(mode: str):
    other = blobs(8)[1].clone()
    other[5] = 9
    module = tiny_network()
    module.train(mode == "train")
    steps = runner(module)
    before = everything(steps)
    with pytest.raises(TrainingError, match="image 105 has the label 9, but the network has 3 outputs"):
        getattr(steps, mode)(mixed(other=other), "Epoch 1, step 1")
    assert everything(steps) == before


def test_a_share_that_is_not_a_number_is_a_failed_step():
    module = tiny_network()
    module.train()
    steps = runner(module)
    before = everything(steps)
    with pytest.raises(TrainingError, match="the loss is not a finite number"):
        steps.train(mixed(share=torch.full((8,), torch.nan)), "Epoch 1, step 1")
    assert everything(steps) == before
