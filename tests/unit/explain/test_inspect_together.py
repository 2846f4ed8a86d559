"""Maps of several images from one pass against the map of each image alone."""

import pytest
from torch import nn

from cnnstudio.explain.explainer import Explainer
from cnnstudio.explain.target import Target, contrast
from tests.unit.explain import networks
from tests.unit.explain.networks import relative_error, seeded
from tests.unit.explain.test_inspection import SAME, explainer, pixels

PICTURES = [(pixels(seed), None) for seed in range(4)]


def residual() -> Explainer:
    return explainer(seeded(3, networks.Residual))


@pytest.mark.parametrize("layer", ["bn2", "conv2", "conv1", "relu"])   # conv2 is another one in the quick copy
@pytest.mark.parametrize("target", [Target(), Target(index=2), contrast(1, 3)])
def test_a_map_made_together_is_that_of_the_image_alone(layer: str, target: Target) -> None:
    together = residual().inspect_together(PICTURES, target, layer, "layercam")
    for (picture, _), found in zip(PICTURES, together, strict=True):
        alone = residual().inspect(picture)
        assert relative_error(found.raw(target, layer, "layercam"), alone.raw(target, layer, "layercam")) <= SAME
        assert relative_error(found.logits, alone.logits) <= SAME
        assert found.resolve(target) == alone.resolve(target)


def test_the_map_of_another_image_would_be_seen() -> None:
    one, other = residual().inspect_together(PICTURES[:2], Target(), "bn2")
    assert relative_error(one.raw(Target(), "bn2"), other.raw(Target(), "bn2")) > 1000 * SAME


def test_what_was_made_together_is_not_made_again() -> None:
    network, calls = seeded(3, networks.Residual), list[int]()
    found = explainer(network).inspect_together(PICTURES, None, "bn2")
    handle = network.register_forward_hook(lambda *_: calls.append(1))
    for one in found:
        one.raw(None, "bn2")
    assert not calls
    found[0].raw(None, "bn1")
    handle.remove()
    assert len(calls) == 1


@pytest.mark.parametrize(("target", "method"), [(None, "occlusion"), (Target(region=(0, 0, 1, 1)), "grad-cam")])
def test_what_cannot_be_made_together_is_left_to_each_image(target: Target | None, method: str) -> None:
    network, calls = seeded(3, networks.Residual), list[int]()
    network.register_forward_hook(lambda *_: calls.append(1))
    asked = explainer(network)
    asked.layers()
    calls.clear()
    assert len(asked.inspect_together(PICTURES, target, "bn2", method)) == len(PICTURES)
    assert not calls


def test_images_of_a_network_with_one_score_answer_for_both_classes() -> None:
    network = seeded(1, lambda: nn.Sequential(nn.Conv2d(3, 4, 3), nn.ReLU(), nn.AdaptiveAvgPool2d(1), nn.Flatten(),
                                              nn.Linear(4, 1)))
    for (picture, _), found in zip(PICTURES, explainer(network, 2).inspect_together(PICTURES, None), strict=True):
        assert found.logits.sum() == 0
        assert relative_error(found.logits, explainer(network, 2).inspect(picture).logits) <= SAME
