"""Tests of the layout of batches: the same values, the same weights, and only where it pays."""

import copy

import pytest
import torch
from torch import nn
from torch.nn import functional

from cnnstudio.network.presets import preset
from cnnstudio.torch_network.builder import build, initialise
from cnnstudio.training.config import TrainConfig
from cnnstudio.training.events import StepEnded
from cnnstudio.training.layout import Plan, channels_last, in_force, pays, plan
from cnnstudio.training.trainer import Trainer
from tests.unit.training.sources import TensorSource, state_bytes

CPU = torch.device("cpu")


def wide_network() -> nn.Sequential:
    with torch.random.fork_rng():
        torch.manual_seed(0)
        return nn.Sequential(nn.Conv2d(1, 4, 3, padding=1), nn.BatchNorm2d(4), nn.ReLU(), nn.MaxPool2d(4),
                             nn.Conv2d(4, 4, 3, padding=1), nn.Flatten(), nn.Dropout(0.3), nn.Linear(4 * 8 * 8, 3))


def source(count: int = 16, *, shuffle: bool = False) -> TensorSource:
    images = torch.randn(count, 1, 32, 32, generator=torch.Generator().manual_seed(count))
    return TensorSource(images, torch.arange(count) % 3, 8, shuffle=shuffle)


def trained(module: nn.Module) -> tuple[Trainer, list[object]]:
    trainer = Trainer(module, source(), source(8), TrainConfig(epochs=2, batch_size=8, threads=1), device=CPU)
    return trainer, list(trainer.run(lambda: False))


@pytest.mark.parametrize("channels", [1, 3])
def test_channels_last_keeps_the_values_and_puts_those_of_a_place_side_by_side(channels: int):
    images = torch.randn(2, channels, 4, 5)
    turned = channels_last(images)
    assert turned.stride() == (20 * channels, 1, 5 * channels, channels)
    assert torch.equal(turned, images)
    assert channels_last(turned).data_ptr() == turned.data_ptr()


@pytest.mark.parametrize(("side", "batch_size", "answer"), [
    (64, 1, True), (63, 1, False), (32, 4, True), (32, 3, False)])
def test_a_convolution_is_wide_from_4096_places_a_batch(side: int, batch_size: int, answer: bool):
    module = nn.Conv2d(1, 2, 3, padding=1)
    assert pays(module, torch.zeros(2, 1, side, side), batch_size) == answer


@pytest.mark.parametrize(("deep", "answer"), [(27, True), (29, False)])
def test_three_tenths_of_the_work_must_be_wide(deep: int, answer: bool):
    # 64 * 64 places with 3 * 16 weights are 196,608 multiply-adds; 32 * 32 places with 16 * deep weights are 442,368
    # for 27 and 475,136 for 29: shares of 0.308 and 0.293.
    module = nn.Sequential(nn.Conv2d(3, 16, 1), nn.AvgPool2d(2), nn.Conv2d(16, deep, 1))
    assert pays(module, torch.zeros(1, 3, 64, 64), 1) == answer


@pytest.mark.parametrize(("name", "shape", "batch_size", "answer"), [
    ("tutorial", (1, 28, 28), 64, True), ("small", (3, 64, 64), 32, True), ("lenet5", (1, 28, 28), 64, True),
    ("resnet18", (3, 128, 128), 32, True), ("resnet18", (3, 64, 64), 32, True), ("resnet18", (3, 32, 32), 2, False)])
def test_the_networks_that_were_measured_get_the_faster_layout(
        name: str, shape: tuple[int, int, int], batch_size: int, answer: bool):
    module = build(preset(name, input_shape=shape, classes=10))
    assert pays(module, torch.zeros(1, *shape), batch_size) == answer


def test_asking_leaves_modes_hooks_and_buffers_as_they_were():
    module = wide_network().train()
    module[1].eval()
    before = state_bytes(module)
    assert pays(module, torch.randn(2, 1, 32, 32), 8)
    assert state_bytes(module) == before
    assert [part.training for part in module] == [True, False, *6 * [True]]
    assert not any(part._forward_hooks for part in module.modules())


def test_only_the_convolutions_with_few_places_are_in_the_usual_order():
    module = nn.Sequential(nn.Conv2d(3, 8, 1), nn.AvgPool2d(4), nn.Conv2d(8, 4, 1))  # 256 places
    found = plan(module, torch.zeros(1, 3, 64, 64), 1)
    assert found == Plan(starts_last=True, usual=(module[2],))
    seen = []
    module[0].register_forward_hook(lambda _layer, inputs, _output: seen.append(inputs[0].is_contiguous()))
    module[2].register_forward_hook(lambda _layer, inputs, _output: seen.append(inputs[0].is_contiguous()))
    images = channels_last(torch.randn(1, 3, 64, 64))
    with in_force(found):
        inside = module(images)
    outside = module(images)
    assert seen == [False, True, False, False]
    torch.testing.assert_close(inside, outside)
    assert not any(part._forward_pre_hooks for part in module)


def test_a_convolution_with_a_thousand_places_stays_as_its_values_come():
    module = nn.Sequential(nn.Conv2d(3, 8, 1), nn.AvgPool2d(2), nn.Conv2d(8, 4, 1))  # 1,024 places
    assert plan(module, torch.zeros(1, 3, 64, 64), 1) == Plan(starts_last=True)


def test_no_hook_stays_when_a_training_ends_early():
    module = nn.Sequential(wide_network(), nn.Unflatten(1, (3, 1, 1)), nn.Conv2d(3, 3, 1), nn.Flatten())
    trainer = Trainer(module, source(), source(8), TrainConfig(epochs=2, batch_size=8, threads=1), device=CPU)
    events = trainer.run(lambda: False)
    next(event for event in events if isinstance(event, StepEnded))
    assert len(module[2]._forward_pre_hooks) == 1
    events.close()
    assert not any(part._forward_pre_hooks for part in module.modules())


def test_networks_without_convolutions_keep_their_layout():
    assert not pays(nn.Sequential(nn.Flatten(), nn.Linear(4, 2)), torch.zeros(2, 1, 2, 2), 4096)
    assert not pays(nn.Linear(4, 2), torch.zeros(2, 4), 4096)


@pytest.mark.parametrize(("name", "shape"), [("tutorial", (1, 28, 28)), ("small", (3, 32, 32))])
def test_both_layouts_give_the_gradients_of_float64(name: str, shape: tuple[int, int, int]):
    module = build(preset(name, input_shape=shape, classes=3)).eval()
    initialise(module, "kaiming", 0)
    images, labels = torch.randn(4, *shape, generator=torch.Generator().manual_seed(2)), torch.arange(4) % 3
    gradients = []
    for each, batch in ((module, images), (copy.deepcopy(module), channels_last(images)),
                        (copy.deepcopy(module).double(), images.double())):
        functional.cross_entropy(each(batch), labels).backward()
        gradients.append([weight.grad.double() for weight in each.parameters()])
    for plain, turned, exact in zip(*gradients, strict=True):
        scale = exact.abs().max().item()
        torch.testing.assert_close(plain, exact, rtol=0, atol=1e-4 * scale + 1e-7)
        torch.testing.assert_close(turned, exact, rtol=0, atol=1e-4 * scale + 1e-7)


def test_a_training_with_channels_last_leaves_weights_and_state_in_their_layout():
    module, seen = wide_network(), []
    module[0].register_forward_hook(lambda _layer, _inputs, output: seen.append(output.stride()[1]))
    trainer, _ = trained(module)
    assert seen[0] != 1  # the one image that was asked
    assert set(seen[1:]) == {1}
    tensors = [*module.state_dict().values(),
               *(value for entry in trainer.optimizer.state.values() for value in entry.values())]
    assert len(tensors) > 20
    assert all(tensor.is_contiguous() for tensor in tensors)


def test_the_same_seed_gives_the_same_weights_with_channels_last():
    one, two = wide_network(), wide_network()
    curves = [[getattr(event, "loss", None) for event in trained(module)[1]] for module in (one, two)]
    assert curves[0] == curves[1]
    assert state_bytes(one) == state_bytes(two)
