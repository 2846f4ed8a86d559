"""Tests of the layers' figures: equal to an independent computation, and the module is left as found."""

import copy
import math

import pytest
import torch
from torch import nn

from cnnstudio.network.presets import preset
from cnnstudio.torch_network.builder import build, initialise
from cnnstudio.training import layer_figures
from cnnstudio.training.layer_figures import LayerWatch
from tests.unit.training.sources import blobs, state_bytes, tiny_network


def gradients(module: nn.Module, images: torch.Tensor, labels: torch.Tensor) -> list[torch.Tensor]:
    module.zero_grad()
    nn.functional.cross_entropy(module(images), labels).backward()
    return [parameter.grad.clone() for parameter in module.parameters() if parameter.grad is not None]


def norm(*tensors: torch.Tensor) -> float:
    return math.sqrt(sum(float((tensor.detach().double() ** 2).sum()) for tensor in tensors))


def watched_epoch(module: nn.Module, steps: int = 3, rate: float = 0.1) -> tuple[LayerWatch, list[list[torch.Tensor]]]:
    """Take plain gradient steps and return the watch and the gradients of each."""
    watch, seen = LayerWatch(module), []
    watch.begin()
    for step in range(steps):
        seen.append(gradients(module, *blobs(12, seed=step)))
        watch.add([norm(gradient) for gradient in seen[-1]])
        with torch.no_grad():
            for parameter in module.parameters():
                parameter.sub_(parameter.grad, alpha=rate)
    return watch, seen


def test_norms_and_updates_are_those_torch_gives():
    module = tiny_network(dropout=0.0)
    before = copy.deepcopy(module)
    watch, seen = watched_epoch(module)
    convolution, normalisation, relu, dense = watch.figures()
    assert [row.name for row in (convolution, normalisation, relu, dense)] == ["0", "1", "2", "6"]
    for row, layer, first in ((convolution, 0, 0), (normalisation, 1, 2), (dense, 6, 4)):
        weights, old = list(module[layer].parameters()), list(before[layer].parameters())
        assert row.weight_norm == pytest.approx(norm(*weights), rel=1e-5)
        assert row.gradient_norm == pytest.approx(
            sum(norm(*step[first:first + 2]) for step in seen) / len(seen), rel=1e-5)
        assert row.update_ratio == pytest.approx(
            norm(*(a - b for a, b in zip(weights, old, strict=True))) / norm(*weights), rel=1e-4)
        assert row.weights == sum(weight.numel() for weight in weights)
    assert (relu.weights, relu.weight_norm) == (0, 0.0)


def test_dead_channels_are_those_that_are_zero_for_every_image():
    module = tiny_network().eval()
    with torch.no_grad():
        module[1].bias[1] = module[1].bias[3] = -1000.0
    watch, (images, _) = LayerWatch(module), blobs(40)
    with watch.looking(40), torch.no_grad():
        for start in range(0, 40, 16):
            module(images[start:start + 16])
    with torch.no_grad():
        outputs = module[:3](images)
    relu = watch.figures()[2]
    expected = int((outputs.amax(dim=(0, 2, 3)) == 0).sum())
    assert expected >= 2
    assert (relu.channels, relu.dead_share) == (4, expected / 4)


class Bottleneck(nn.Module):
    """Uses one ReLU behind layers of different widths, as torchvision's networks do."""

    def __init__(self):
        super().__init__()
        self.narrow, self.wide, self.relu = nn.Conv2d(1, 3, 3), nn.Conv2d(3, 5, 3), nn.ReLU()
        with torch.no_grad():
            self.narrow.bias[0] = self.wide.bias[1] = self.wide.bias[4] = -1000.0

    def forward(self, images):
        return self.relu(self.wide(self.relu(self.narrow(images))))


def test_each_use_of_a_relu_has_channels_of_its_own():
    module, (images, _) = Bottleneck(), blobs(40)
    watch = LayerWatch(module)
    with watch.looking(40), torch.no_grad():
        for start in range(0, 40, 16):
            module(images[start:start + 16])
    with torch.no_grad():
        first = module.relu(module.narrow(images))
        outputs = first, module.relu(module.wide(first))
    dead = sum(int((output.amax(dim=(0, 2, 3)) == 0).sum()) for output in outputs)
    assert dead >= 3
    figures = watch.figures()[-1]
    assert (figures.channels, figures.dead_share) == (8, dead / 8)


def test_a_channel_that_lives_for_one_image_only_is_not_dead():
    module = nn.Sequential(nn.Flatten(), nn.Linear(1, 1, bias=False), nn.ReLU())
    nn.init.ones_(module[1].weight)
    images = -torch.ones(300, 1, 1, 1)
    for place, dead in ((2, 0.0), (1, 1.0)):  # of 300 images every second is looked at: the first, the third, ...
        lit = images.clone()
        lit[place] = 1.0
        watch = LayerWatch(module)
        with watch.looking(300), torch.no_grad():
            for start in range(0, 300, 7):
                module(lit[start:start + 7])
        assert watch.figures()[1].dead_share == dead


def test_at_most_256_images_are_looked_at(monkeypatch: pytest.MonkeyPatch):
    seen, original = [], torch.Tensor.clone
    monkeypatch.setattr(torch.Tensor, "clone", lambda tensor: seen.append(len(tensor)) or original(tensor))
    watch = LayerWatch(module := nn.Sequential(nn.ReLU()))
    with watch.looking(1000):
        for _ in range(10):
            module(torch.zeros(100, 1))
    assert sum(seen) == 250 <= layer_figures.MOST_IMAGES


def test_the_hooks_are_gone_even_after_an_error_and_the_module_is_as_it_was():
    module = tiny_network().eval()
    before, random = state_bytes(module), torch.get_rng_state()
    watch = LayerWatch(module)
    watch.begin()
    with pytest.raises(RuntimeError), watch.looking(8):
        module(torch.zeros(8, 1, 99, 99))
    watch.figures()
    assert not any(submodule._forward_hooks for submodule in module.modules())
    assert state_bytes(module) == before
    assert torch.equal(torch.get_rng_state(), random)


def test_layers_of_a_network_are_named_as_its_user_names_them():
    module = build(preset("small", input_shape=(1, 28, 28), classes=10))
    initialise(module, "kaiming", 0)
    rows = LayerWatch(module).figures()
    expected = [module.names[node] for node, layer in module.layers.items()
                if any(True for _ in layer.parameters()) or isinstance(layer, nn.ReLU)]
    assert [row.name for row in rows] == expected


def test_a_start_with_zeros_is_seen_as_all_channels_alike_and_a_random_one_is_not():
    module = build(preset("small", input_shape=(1, 28, 28), classes=10))
    many = {module.names[node] for node, layer in module.layers.items() if any(p.ndim > 1 for p in layer.parameters())}
    for scheme, alike in (("zeros", True), ("normal", False)):
        initialise(module, scheme, 0)
        rows = LayerWatch(module).figures()
        assert [row.is_alike for row in rows if row.name in many] == [alike] * len(many)
        assert not any(row.is_alike for row in rows if row.name not in many)


def test_frozen_layers_are_left_out():
    module = tiny_network()
    module[0].requires_grad_(requires_grad=False)
    assert [row.name for row in LayerWatch(module).figures()] == ["1", "2", "6"]


def test_a_watch_goes_on_in_the_middle_of_an_epoch():
    module = tiny_network(dropout=0.0)
    watch, _ = watched_epoch(module)
    other = LayerWatch(module)
    other.restore(watch.state())
    assert other.figures() == watch.figures()
    assert LayerWatch(module).figures() != watch.figures()


def test_the_mean_over_many_steps_does_not_depend_on_when_they_were_added_up():
    norms = torch.rand(300, 6, generator=torch.Generator().manual_seed(0), dtype=torch.float64)
    watch, other = LayerWatch(tiny_network()), LayerWatch(tiny_network())
    for step, values in enumerate(norms.tolist()):
        watch.add(values)
        other.add(values)
        if step % 7 == 0:
            other.state()
    assert watch.state()["sums"] == other.state()["sums"]
    assert watch.figures()[0].gradient_norm == pytest.approx(float(norms[:, :2].norm(dim=1).mean()), rel=1e-5)


@pytest.mark.parametrize(("train_images", "looked_at"), [(20, 64), (1600, 100), (100_000, 256)])
def test_fewer_images_are_looked_at_when_an_epoch_is_short(train_images: int, looked_at: int):
    assert layer_figures.images_looked_at(train_images) == looked_at


def test_the_update_of_a_large_tensor_is_estimated_to_a_few_percent():
    module = nn.Sequential(nn.Flatten(), nn.Linear(64, 1000))
    watch = LayerWatch(module)
    watch.begin()
    old = module[1].weight.detach().clone()
    generator = torch.Generator().manual_seed(0)
    with torch.no_grad():
        module[1].weight += 0.01 * torch.randn(1000, 64, generator=generator)
    (row,) = watch.figures()
    assert row.update_ratio == pytest.approx(
        norm(module[1].weight - old) / norm(module[1].weight, module[1].bias), rel=0.05)
