"""One image in one network, asked again and again."""

import numpy as np
import pytest
import torch
from torch import nn

from cnnstudio.data.config import PreprocessConfig
from cnnstudio.errors import InputError
from cnnstudio.explain import cam_methods
from cnnstudio.explain.explainer import Explainer
from cnnstudio.explain.inspection import Inspection
from cnnstudio.explain.layer_pass import layer_pass
from cnnstudio.explain.scores import resolve
from cnnstudio.explain.target import Target, contrast, log_odds
from tests.unit.explain import networks
from tests.unit.explain.networks import relative_error, seeded

SIDE = 16
SAME = 5e-6   # of float32: the same sums in another order


def pixels(seed: int = 0, side: int = SIDE) -> np.ndarray:
    return np.random.default_rng(seed).integers(0, 256, (side, side, 3), dtype=np.uint8)


def explainer(network: nn.Module, classes: int = 5) -> Explainer:
    return Explainer(network, PreprocessConfig(height=SIDE, width=SIDE), [0.5] * 3, [0.25] * 3,
                     [f"class {number}" for number in range(classes)])


def residual() -> tuple[nn.Module, Inspection]:
    network = seeded(3, networks.Residual)
    return network, explainer(network).inspect(pixels())


def test_an_inspection_gives_the_same_explanation_as_the_explainer():
    network, inspection = residual()
    again = explainer(network).explain(pixels(), 2, "bn2", "layercam")
    found = inspection.explain(2, "bn2", "layercam")
    np.testing.assert_array_equal(found.heatmap.raw, again.heatmap.raw)
    assert found.document() == again.document()


def test_all_layers_at_once_are_the_same_as_one_after_the_other():
    _, inspection = residual()
    for method in cam_methods.CAM_METHODS:
        for found in inspection.all_layers(1, method):
            _, fresh = residual()
            alone = fresh.raw(1, found.layer.key, method)
            assert relative_error(found.raw, alone) <= SAME, (method, found.layer.key)


def test_the_maps_of_all_layers_are_kept_for_the_single_questions():
    network, inspection = residual()
    inspection.all_layers(1)
    calls = []
    handle = network.conv2.register_forward_hook(lambda *_: calls.append(1))
    inspection.raw(1, "conv2")
    handle.remove()
    assert len(calls) == 0


def test_another_class_at_the_same_layer_runs_nothing_forwards():
    network, inspection = residual()
    inspection.explain(0, "bn2")
    calls = []
    handle = network.register_forward_hook(lambda *_: calls.append(1))
    inspection.explain(1, "bn2", "hirescam")
    handle.remove()
    assert calls == []


def test_the_layers_are_listed_in_order_with_what_is_known_of_them():
    _, inspection = residual()
    assert [(layer.key, layer.shape, layer.activation) for layer in inspection.layers] == [
        ("conv1", (8, SIDE, SIDE), ""), ("bn1", (8, SIDE, SIDE), "before"), ("relu@1", (8, SIDE, SIDE), "after"),
        ("conv2", (8, SIDE, SIDE), ""), ("bn2", (8, SIDE, SIDE), ""), ("relu", (8, SIDE, SIDE), "after")]
    assert inspection.layers[2].title == "relu (call 1 of 2)"


@pytest.mark.parametrize("key", ["conv1", "bn1", "relu@1", "conv2", "bn2", "relu"])
def test_replaying_what_a_layer_gave_gives_the_logits_of_the_whole_network(key):
    _, inspection = residual()
    given = torch.cat((inspection.activations(key), inspection.activations(key) * 0.5))
    found = inspection.replay(key, given)
    assert relative_error(found[0].numpy(), inspection.logits) <= SAME
    assert relative_error(found[1].numpy(), inspection.logits) > 100 * SAME


def test_a_replay_equals_a_whole_pass_in_which_the_layer_gives_other_values():
    network, inspection = residual()
    given = torch.rand(3, 8, SIDE, SIDE)
    handle = network.eval().bn1.register_forward_hook(lambda _layer, _inputs, _output: given.clone())
    with torch.no_grad():
        expected = network(inspection.image.expand(3, -1, -1, -1)).numpy()
    handle.remove()
    assert relative_error(inspection.replay("bn1", given).numpy(), expected) <= SAME


@pytest.mark.parametrize("key", ["conv1", "relu@1", "bn2", "relu"])
def test_the_maps_of_many_classes_at_once_are_those_of_one_after_the_other(key):
    _, inspection = residual()
    targets = [0, 3, contrast(2, 1), None, log_odds(4)]
    found = inspection.raw_of_each(targets, key, "hirescam")
    for target, raw in zip(targets, found, strict=True):
        _, fresh = residual()
        assert relative_error(raw, fresh.raw(target, key, "hirescam")) <= SAME


def test_a_contrast_is_the_difference_of_the_maps_of_its_two_classes():
    _, inspection = residual()
    difference = inspection.raw(1) - inspection.raw(4)
    assert relative_error(inspection.raw(contrast(1, 4)), difference) <= SAME


def test_a_contrast_without_the_other_class_takes_the_best_of_the_others():
    _, inspection = residual()
    order = np.argsort(-inspection.logits)
    exact = inspection.resolve(contrast(None))
    assert (exact.index, exact.against) == (order[0], order[1])


def test_a_class_against_itself_is_refused():
    _, inspection = residual()
    with pytest.raises(InputError, match="cannot be contrasted with itself"):
        inspection.explain(contrast(1, 1))


def test_log_odds_weigh_the_other_classes_by_their_share():
    _, inspection = residual()
    others = [1, 2, 3, 4]
    shares = torch.from_numpy(inspection.logits[others]).softmax(0).numpy()
    mixed = sum(share * inspection.raw(other) for share, other in zip(shares, others, strict=True))
    expected = inspection.raw(0) - mixed
    assert relative_error(inspection.raw(log_odds(0)), expected) <= 10 * SAME
    assert relative_error(inspection.raw(0), expected) > 0.01


def test_each_of_several_images_may_have_its_own_target():
    network = seeded(3, networks.Residual)
    images = torch.cat([networks.image(seed=seed) for seed in range(4)])
    batch = layer_pass(network, network.bn2, images)
    classes = [3, 0, 0, 1]
    targets = [Target(index=index) for index in classes]
    exact = [resolve(target, scores) for target, scores in zip(targets, batch.scores(), strict=True)]
    maps = cam_methods.cam("hirescam", batch.activations, batch.gradients(exact))
    for place, index in enumerate(classes):
        alone = layer_pass(network, network.bn2, images[place:place + 1])
        expected = cam_methods.cam("hirescam", alone.activations, alone.gradients([exact[place]]))
        assert exact[place].index == index
        assert relative_error(maps[place].numpy(), expected[0].numpy()) <= SAME


def test_fewer_targets_than_images_are_refused():
    network = seeded(3, networks.Residual)
    batch = layer_pass(network, network.bn2, torch.cat([networks.image(seed=seed) for seed in range(3)]))
    with pytest.raises(ValueError, match="shorter"):
        batch.gradients([resolve(0, batch.scores()[0]), resolve(1, batch.scores()[1])])
