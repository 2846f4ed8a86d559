"""Score-CAM and Ablation-CAM against pytorch-grad-cam (C11), their formulas and each other."""

import functools
from collections.abc import Iterator

import numpy as np
import pytest
import torch
from torch import Tensor, nn
from torch.nn import functional as tf

from cnnstudio.errors import JobCancelledError
from cnnstudio.explain.pixels.ablation_cam import ablation_cam
from cnnstudio.explain.pixels.question import Question
from cnnstudio.explain.pixels.score_cam import score_cam
from cnnstudio.explain.target import ExactTarget
from tests.unit.explain.networks import image, plain, relative_error, seeded
from tests.unit.explain.pixels.networks import ask, functional, modular


@functools.cache
def resnet() -> nn.Module:
    from torchvision.models import resnet18

    return seeded(4, lambda: resnet18(num_classes=6)).eval()


def parts(name: str) -> tuple[nn.Module, nn.Module, nn.Module, Tensor]:
    """Return network, layer, the network behind it, and an image."""
    if name == "resnet18":
        network = resnet()
        behind = (network.layer3, network.layer4, network.avgpool, nn.Flatten(), network.fc)
        return network, network.layer2, nn.Sequential(*behind), image(3, 32, 32)
    network = (modular(functional()) if name == "modular" else seeded(1, plain)).eval()
    place = 5 if name == "modular" else 4
    return network, network[place], network[place + 1:], image()


CASES = ["modular", "plain", "resnet18"]


def activations_of(network: nn.Module, layer: nn.Module, pixels: Tensor) -> Tensor:
    kept = []
    handle = layer.register_forward_hook(lambda _layer, _inputs, output: kept.append(output.detach().clone()))
    with torch.no_grad():
        network(pixels)
    handle.remove()
    return kept[0]


def theirs(method: str, network: nn.Module, layer: nn.Module, pixels: Tensor, target: int) -> np.ndarray:
    """Return pytorch-grad-cam's signed map before it is scaled and resized."""
    import pytorch_grad_cam
    from pytorch_grad_cam.utils.model_targets import ClassifierOutputTarget

    cam = getattr(pytorch_grad_cam, method)(network, [layer])
    kept, original = [], cam.get_cam_image
    cam.get_cam_image = lambda *words: kept.append(original(*words)) or kept[-1]
    with cam:
        cam(pixels.clone(), [ClassifierOutputTarget(target)])
    return np.asarray(kept[0][0])


def agree(found: np.ndarray, truth: np.ndarray) -> bool:
    return float(np.corrcoef(found.ravel(), truth.ravel())[0, 1]) >= 0.999 and found.argmax() == truth.argmax()


@pytest.mark.parametrize("name", CASES)
def test_score_cam_equals_pytorch_grad_cam(name):
    network, layer, _, pixels = parts(name)
    activations = activations_of(network, layer, pixels)
    truth = theirs("ScoreCAM", network, layer, pixels, 2)
    found = list(score_cam(ask(network, pixels, 2), activations, align_corners=True))[-1].raw
    assert agree(found, truth)
    assert relative_error(found, truth) <= 2e-5   # exp of float32 scores
    if name == "resnet18":
        return   # the control is quicker in a small network
    other = list(score_cam(ask(network, pixels, 3), activations, align_corners=True))[-1].raw
    assert relative_error(other, truth) > 2e-4    # the control: the class matters


def test_score_cam_is_its_formula():
    network, layer, _, pixels = parts("plain")
    maps = activations_of(network, layer, pixels)[0]
    scores = []
    for channel in maps:
        large = tf.interpolate(channel[None, None], (16, 16), mode="bilinear", align_corners=False)
        span = large.max() - large.min()
        mask = (large - large.min()) / span if span > 0 else large * 0
        with torch.no_grad():
            scores.append(network(pixels * mask)[0, 2] - network(pixels * mask)[0, 0])
    truth = torch.einsum("k,khw->hw", torch.stack(scores).softmax(0), maps).numpy()
    question = Question(network, pixels, ExactTarget("contrast", 2, 0))
    found = list(score_cam(question, maps[None]))[-1].raw
    assert relative_error(found, truth) <= 1e-5


def test_score_cam_shows_the_16_largest_channels_first(monkeypatch):
    monkeypatch.setattr(Question, "images_at_once", 8)
    network = seeded(3, lambda: nn.Sequential(nn.Conv2d(3, 100, 3), nn.ReLU(), nn.AdaptiveAvgPool2d(1), nn.Flatten(),
                                              nn.Linear(100, 4)))
    pixels = image()
    activations = activations_of(network, network[1], pixels)
    maps = list(score_cam(ask(network, pixels, 2), activations))
    flat = int((activations[0].amax(dim=(1, 2)) == activations[0].amin(dim=(1, 2))).sum())
    assert [part.done for part in maps][:2] == [16 + flat, 24 + flat]
    largest = activations[0].flatten(1).norm(dim=1).argsort(descending=True)[:16]
    only = list(score_cam(ask(network, pixels, 2), activations[:, largest]))[-1].raw
    # channels without content take a part of the weight and show nothing
    ratio = maps[0].raw / only
    assert np.ptp(ratio) <= 1e-3 * abs(ratio.mean())


def test_dead_channels_cost_one_pass_together():
    network, layer, _, pixels = parts("plain")
    activations = activations_of(network, layer, pixels)
    activations[:, 3:] = 0
    seen = []
    handle = network.register_forward_pre_hook(lambda _network, inputs: seen.append(len(inputs[0])))
    found = list(score_cam(ask(network, pixels, 2), activations))[-1]
    handle.remove()
    assert sum(seen) == 3 + 1
    assert found.is_whole
    every = list(score_cam(ask(network, pixels, 2), torch.zeros_like(activations)))
    assert [part.raw.any() for part in every] == [False]


@pytest.mark.parametrize("name", CASES)
def test_ablation_cam_equals_pytorch_grad_cam_up_to_the_sign_of_the_score(name):
    network, layer, tail, pixels = parts(name)
    activations = activations_of(network, layer, pixels)
    assert activations.min() == 0   # where values are negative the library puts -1e7 in place of 0
    truth = theirs("AblationCAM", network, layer, pixels, 2)
    with torch.no_grad():
        sign = float(network(pixels)[0, 2].sign())
    found = list(_ablated(tail, ask(network, pixels, 2), activations))[-1].raw
    assert agree(found * sign, truth)
    assert relative_error(found * sign, truth) <= 1e-4   # differences of float32 scores


def _ablated(tail: nn.Module, question: Question, activations: Tensor) -> Iterator:
    def replay(values: Tensor) -> Tensor:
        with torch.no_grad():
            return tail(values)

    return ablation_cam(replay, question.score_of, activations)


def test_behind_the_mean_and_a_dense_layer_ablation_has_a_closed_form():
    network, pixels = resnet(), image(3, 32, 32)
    tail = nn.Sequential(network.avgpool, nn.Flatten(), network.fc)
    activations = activations_of(network, network.layer4, pixels)
    weights = network.fc.weight.detach()[3] * activations[0].mean(dim=(1, 2))
    with torch.no_grad():
        score = network(pixels)[0, 3]
    truth = torch.einsum("k,khw->hw", (weights / score.abs()).double(), activations[0].double()).numpy()
    found = list(_ablated(tail, ask(network, pixels, 3), activations))[-1].raw
    assert relative_error(found, truth) <= 1e-4   # differences of float32 scores


def test_a_negative_score_does_not_turn_the_map_round():
    network = nn.Sequential(nn.Conv2d(3, 2, 1), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(2, 2))
    with torch.no_grad():
        network[3].weight.copy_(torch.tensor([[1.0, -1.0], [0, 0]]))
        network[3].bias.copy_(torch.tensor([-50.0, 0]))
    activations = torch.zeros(1, 2, 2, 2)
    activations[0, 0, 0, 0] = activations[0, 1, 1, 1] = 4.0   # for class 0, against it
    found = list(_ablated(network[1:], ask(network, target=0), activations))[-1].raw
    np.testing.assert_allclose(found, [[4 / 50, 0], [0, -4 / 50]], rtol=1e-5)


def test_only_what_is_behind_the_layer_runs_in_bounded_batches():
    sizes = []

    def replay(values: Tensor) -> Tensor:
        sizes.append(tuple(values.shape))
        return torch.zeros(len(values), 5)

    maps = list(ablation_cam(replay, lambda rows: rows[:, 0], torch.ones(1, 300, 200, 200)[:, :20]))
    assert sizes[0] == (1, 20, 200, 200)
    assert max(rows for rows, *_ in sizes) == 2**23 // (20 * 200 * 200)
    assert sum(rows for rows, *_ in sizes) == 21
    assert [part.done for part in maps] == [10, 20]


def test_stopping_ends_before_the_next_batch():
    network, layer, tail, pixels = parts("plain")
    activations = activations_of(network, layer, pixels)
    with pytest.raises(JobCancelledError):
        list(score_cam(ask(network, pixels), activations, lambda: True))
    with pytest.raises(JobCancelledError):
        list(ablation_cam(tail, lambda rows: rows[:, 0].detach(), activations, lambda: True))
