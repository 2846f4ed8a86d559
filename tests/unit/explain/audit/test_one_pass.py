"""The one pass of an audit against the closed form of a network that ends in pooling and a dense layer."""

from dataclasses import replace

import numpy as np
import pytest
import torch
from torch import nn

from cnnstudio.data.batches import normalize
from cnnstudio.errors import NetworkError
from cnnstudio.explain.audit.case import AuditCase, audited_scores
from cnnstudio.explain.audit.one_pass import INPUT, OnePass, class_order, joined, look_once, margins
from cnnstudio.explain.quick_copy import quick_copy
from tests.unit.explain.networks import seeded


def case(network: nn.Module, classes: int = 3, images: int = 21, side: int = 12) -> AuditCase:
    generator = np.random.default_rng(3)
    pixels = generator.integers(0, 256, (images, side, side, 3), dtype=np.uint8)
    labels = generator.integers(0, classes, images)
    names = tuple(f"{row}.png" for row in range(images))
    return AuditCase(network, tuple("abcde"[:classes]), np.full(3, 0.4), np.full(3, 0.3), pixels, labels, names,
                     pixels[:0], labels[:0])


def pooled_network(classes: int = 3) -> nn.Sequential:
    torch.manual_seed(5)
    return nn.Sequential(nn.Conv2d(3, 6, 3), nn.BatchNorm2d(6), nn.ReLU(), nn.AdaptiveAvgPool2d(1), nn.Flatten(),
                         nn.Dropout(0.5), nn.Linear(6, classes)).train()


def whole(one: AuditCase) -> OnePass:
    return joined(look_once(one, class_order(one.labels), lambda: False))


def test_maps_are_weights_times_activations_behind_pooling_and_a_dense_layer() -> None:
    network = pooled_network()
    one = case(network)
    found = whole(one)
    network.eval()
    with torch.no_grad():
        activations = network[:3](normalize(one.pixels, one.mean, one.std)).double().numpy()
        logits = network(normalize(one.pixels, one.mean, one.std)).numpy()
    weight = network[6].weight.detach().double().numpy()
    contrast = np.array([weight[c] - np.delete(weight, c, axis=0).mean(axis=0) for c in one.labels])
    expected = (contrast[:, :, None, None] * activations).sum(axis=1) / 100   # 10 x 10 cells
    assert np.allclose(found.logits, logits, atol=1e-5)   # float32 in batches of another size
    assert np.allclose(found.maps, expected, atol=1e-6)
    assert np.allclose(found.features, activations.mean(axis=(2, 3)), atol=1e-6)
    assert np.allclose(found.contributions, contrast * activations.mean(axis=(2, 3)), atol=1e-6)
    assert list(found.places) == list(range(21))


def test_the_quick_copy_shows_what_the_network_itself_does() -> None:
    one = case(seeded(5, pooled_network))
    own, quick = whole(one), whole(replace(one, network=quick_copy(one.network, one.images(one.pixels[:2]))))
    wrong = whole(replace(one, network=nn.Sequential(one.network[0], *one.network[2:])))
    for name in ("logits", "maps", "features", "contributions"):
        expected = getattr(own, name)
        bar = 1e-5 * np.abs(expected).max()   # float32 folded in float64: 1e-6
        assert np.abs(getattr(quick, name) - expected).max() <= bar < np.abs(getattr(wrong, name) - expected).max()
    assert quick.layer == own.layer


def test_a_pass_leaves_the_network_as_found() -> None:
    network = pooled_network()
    before = {name: value.clone() for name, value in network.state_dict().items()}
    whole(case(network))
    assert all(torch.equal(value, before[name]) for name, value in network.state_dict().items())
    assert all(part.training for part in network.modules())
    assert all(weight.grad is None and weight.requires_grad for weight in network.parameters())
    assert not any(part._forward_hooks for part in network.modules())


def test_a_network_without_maps_is_looked_at_through_its_input() -> None:
    torch.manual_seed(6)
    one = case(nn.Sequential(nn.Flatten(), nn.Linear(12 * 12 * 3, 3)))
    found = whole(one)
    weight = one.network[1].weight.detach().numpy().reshape(3, 3, 12, 12)
    images = normalize(one.pixels, one.mean, one.std).numpy()
    own = np.array([weight[c] - np.delete(weight, c, axis=0).mean(axis=0) for c in one.labels])
    assert found.layer == INPUT
    assert np.allclose(found.maps, (own * images).sum(axis=1), atol=1e-5)


def test_images_are_seen_class_after_class_and_a_stop_ends_the_pass() -> None:
    one = case(pooled_network(), images=150)
    order = class_order(one.labels)
    asked: list[int] = []
    parts = list(look_once(one, order, lambda: asked.append(1) is None and len(asked) > 2))
    assert np.array_equal(np.concatenate([part.places for part in parts]), order[:2 * one.at_once])
    assert list(one.labels[order]) == sorted(one.labels)


def test_margins_are_the_lead_over_the_best_other_class() -> None:
    logits = np.array([[1.0, 4.0, 2.0], [3.0, 0.0, 2.5]], np.float32)
    assert list(margins(logits, np.array([1, 2]))) == [2.0, -0.5]


def test_one_score_becomes_two_with_the_same_probability() -> None:
    scores = audited_scores(torch.tensor([[1.5]]), 1, 2)
    assert torch.softmax(scores, dim=1)[0, 1].item() == pytest.approx(1 / (1 + np.exp(-1.5)), abs=1e-6)
    with pytest.raises(NetworkError, match="3 class scores"):
        audited_scores(torch.zeros(4, 2), 4, 3)
