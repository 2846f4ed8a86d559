"""Maps of many images at once."""

import numpy as np
import pytest

from cnnstudio.data.config import PreprocessConfig
from cnnstudio.errors import InputError, NetworkError
from cnnstudio.explain import batch_maps
from cnnstudio.explain.explainer import Explainer
from cnnstudio.explain.target import Target, contrast
from tests.unit.explain import networks
from tests.unit.explain.networks import relative_error, seeded

SAME = 5e-6   # of float32: the same sums in another order


def explainer() -> Explainer:
    config = PreprocessConfig(height=16, width=16)
    return Explainer(seeded(3, networks.Residual), config, [0.5] * 3, [0.25] * 3, "abcde")


def pictures(count: int) -> list[np.ndarray]:
    draws = np.random.default_rng(4)
    return [draws.integers(0, 256, (16, 16, 3), dtype=np.uint8) for _ in range(count)]


TARGETS = [3, None, contrast(0, 2), Target("log-odds", 1), 3]


@pytest.mark.parametrize("at_once", [1, 2, 16])
def test_each_map_is_the_one_the_image_has_alone(at_once: int, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(batch_maps, "AT_ONCE", at_once)
    ours, images = explainer(), pictures(5)
    found = ours.maps(images, TARGETS, "bn2", "hirescam")
    for place, (pixels, target) in enumerate(zip(images, TARGETS, strict=True)):
        alone = ours.inspect(pixels)
        assert relative_error(found.raw[place], alone.raw(target, "bn2", "hirescam")) <= SAME
        assert relative_error(found.logits[place], alone.logits) <= SAME
        assert found.targets[place] == alone.resolve(target)
    assert found.raw.shape == (5, 16, 16)


def test_an_earlier_call_of_a_layer_can_be_asked_for():
    ours, images = explainer(), pictures(2)
    found = ours.maps(images, [1, 0], "relu@1")
    assert relative_error(found.raw[1], ours.inspect(images[1]).raw(0, "relu@1")) <= SAME
    assert relative_error(found.raw[1], ours.inspect(images[1]).raw(0, "relu")) > 0.01


def test_without_a_layer_the_automatic_one_is_taken():
    ours, images = explainer(), pictures(2)
    found = ours.maps(images, [1, 1])
    assert relative_error(found.raw[1], ours.explain(images[1], 1).heatmap.raw) <= SAME


@pytest.mark.parametrize("count", [0, 1, 3])
def test_fewer_or_more_targets_than_images_are_refused(count: int):
    with pytest.raises(InputError, match=f"2 images were given and {count} targets"):
        explainer().maps(pictures(2), [0] * count, "bn2")


def test_of_a_layer_without_places_there_are_no_maps():
    with pytest.raises(NetworkError, match="Layer fc gives a vector"):
        explainer().maps(pictures(2), [0, 1], "fc")
