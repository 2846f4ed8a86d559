"""The slow methods of an inspected image: what comes on the way, what is kept, and what is shown without a layer."""

import numpy as np
import pytest
import torch
from torch import nn

from cnnstudio.data.config import PreprocessConfig
from cnnstudio.errors import InputError, JobCancelledError
from cnnstudio.explain.explainer import Explainer, Inspection
from cnnstudio.explain.explanation import METHODS
from cnnstudio.explain.pixels.settings import PixelSettings
from cnnstudio.explain.pixels.table import OF_PIXELS, PIXEL_METHODS
from cnnstudio.explain.target import Target, contrast, log_odds
from cnnstudio.network.presets import preset
from cnnstudio.torch_network.builder import build, initialise
from tests.unit.explain.networks import relative_error, seeded

SIDE = 32
NAMES = ("cat", "dog", "owl")


def pixels(height: int = 40, width: int = 60) -> np.ndarray:
    return np.random.default_rng(3).integers(0, 256, (height, width, 3), dtype=np.uint8)


def small() -> nn.Module:
    network = build(preset("small", input_shape=(3, SIDE, SIDE), classes=3))
    initialise(network, "kaiming", 1)
    return network


def inspect(network: nn.Module | None = None, fit: str = "crop") -> Inspection:
    config = PreprocessConfig(height=SIDE, width=SIDE, fit=fit)
    explainer = Explainer(network or small(), config, [0.4, 0.5, 0.6], [0.2, 0.25, 0.3], NAMES)
    return explainer.inspect(pixels())


def test_every_slow_method_is_in_the_table_of_methods_and_the_other_way_round():
    rows = {info.name: info for info in METHODS}
    assert {name for name, info in rows.items() if info.speed == "seconds"} == set(PIXEL_METHODS)
    assert {name for name, info in rows.items() if info.of_input} == set(OF_PIXELS)
    assert rows["guided-backpropagation"].fails_sanity_check
    assert not any(rows[name].fails_sanity_check for name in PIXEL_METHODS if name != "guided-backpropagation")


TARGETS = [Target("logit", 1), contrast(0, 2), log_odds(2)]


@pytest.mark.parametrize(("method", "target"), list(zip(PIXEL_METHODS, TARGETS * len(PIXEL_METHODS), strict=False)))
def test_every_slow_method_explains_any_target_over_the_image_and_leaves_the_network_alone(method, target):
    network = small().train()
    before = {name: value.clone() for name, value in network.state_dict().items()}
    random_state = torch.get_rng_state()
    inspection = inspect(network)
    *_, last = inspection.refine(target, "auto", method, settings=PixelSettings(patch_px=16, stride_px=16, images=3))
    found = last.explanation()
    p = found.provenance
    assert found.heatmap.values.shape == (40, 60)
    assert np.isnan(found.heatmap.values[:, :10]).all()
    assert last.part.raw.shape == ((SIDE, SIDE) if method in OF_PIXELS else inspection.activations().shape[2:])
    assert (p.method, p.target_kind, p.target, p.against) == (method, target.kind, target.index, target.against)
    assert p.layer == ("" if method in OF_PIXELS else inspection.layer("auto"))
    assert found.document()["settings"] == PixelSettings(patch_px=16, stride_px=16, images=3).of(method)
    assert all(torch.equal(before[name], value) for name, value in network.state_dict().items())
    assert all(part.training for part in network.modules())
    assert all(weight.grad is None and weight.requires_grad for weight in network.parameters())
    assert not any(part._forward_hooks or part._forward_pre_hooks for part in network.modules())
    assert torch.equal(random_state, torch.get_rng_state())


def test_what_is_whole_is_kept_and_what_was_stopped_is_not():
    inspection, wanted = inspect(), []
    with pytest.raises(JobCancelledError):
        list(inspection.refine(1, method="occlusion", should_stop=lambda: True))
    calls = []
    handle = inspection.quick_network.register_forward_pre_hook(lambda _network, _inputs: calls.append(1))
    wanted = list(inspection.refine(1, method="occlusion"))
    once = len(calls)
    again = list(inspection.refine(1, method="occlusion"))
    assert len(calls) == once > 3
    assert again == [wanted[-1]]
    assert len(list(inspection.refine(2, method="occlusion"))) > 1
    handle.remove()
    np.testing.assert_array_equal(inspection.raw(1, method="occlusion"), wanted[-1].part.raw)
    assert len(wanted) > 2


def test_explain_runs_a_slow_method_to_its_end():
    inspection = inspect()
    found = inspection.explain(1, method="integrated-gradients")
    assert "adds up to the difference" in found.layer_note
    assert found.evidence
    layered = inspection.explain(1, method="ablation-cam")
    assert "is the last layer with height and width before the classifier" in layered.layer_note


def test_ablation_through_the_replayed_tail_is_that_of_the_whole_network():
    inspection, network = inspect(), small().eval()
    layer = inspection.layer("auto")
    activations = inspection.activations()
    falls = []
    with torch.no_grad():
        whole = network(inspection.image)[0, 1]
        for channel in range(activations.shape[1]):
            def without(_module, _inputs, output, channel=channel):
                changed = output.clone()
                changed[:, channel] = 0
                return changed
            handle = network.layers[layer].register_forward_hook(without)
            falls.append(whole - network(inspection.image)[0, 1])
            handle.remove()
    truth = torch.einsum("k,khw->hw", torch.stack(falls) / whole.abs(), activations[0]).numpy()
    assert relative_error(inspection.raw(1, "auto", "ablation-cam"), truth) <= 1e-4   # differences of float32 scores


def dense() -> nn.Module:
    return nn.Sequential(nn.Flatten(), nn.Linear(3 * SIDE * SIDE, 8), nn.ReLU(), nn.Linear(8, 3))


def passing() -> nn.Module:
    return nn.Sequential(nn.Dropout(0.5), nn.AvgPool2d(2), *list(dense())[:1], nn.Linear(3 * SIDE * SIDE // 4, 3))


@pytest.mark.parametrize(("make", "words"), [(dense, "No layer of this network keeps height and width"),
                                             (passing, "only passes the image on")])
def test_a_network_without_a_layer_that_says_where_is_occluded_with_the_reason(make, words):
    inspection = inspect(seeded(1, make))
    found = inspection.explain()
    assert found.method == found.provenance.method == "occlusion"
    assert words in found.layer_note
    assert "(Occlusion)" in found.layer_note
    np.testing.assert_array_equal(found.heatmap.raw, inspection.raw(None, "auto", "occlusion"))
    assert inspection.explain(1, method="gradients-x-input").method == "gradients-x-input"
    assert inspect().fall_back is None


def test_a_map_that_is_the_same_everywhere_is_replaced_with_the_reason():
    network = nn.Sequential(nn.Conv2d(3, 1, 1, bias=False), nn.Flatten(), nn.Linear(SIDE * SIDE, 3))
    with torch.no_grad():
        network[0].weight.zero_()
        network[0].bias = nn.Parameter(torch.ones(1))
        network[2].weight.fill_(0.5)
    found = inspect(network).explain(1)
    assert found.method == "occlusion"
    assert "the same everywhere" in found.layer_note


def test_a_network_with_one_score_is_explained_for_either_class():
    network = nn.Sequential(nn.Conv2d(3, 4, 3), nn.ReLU(), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(4, 1))
    config = PreprocessConfig(height=SIDE, width=SIDE)
    inspection = Explainer(seeded(2, lambda: network), config, [0.5] * 3, [0.25] * 3, ("no", "yes")).inspect(pixels())
    first, second = (inspection.raw(index, method="gradients-x-input") for index in (0, 1))
    np.testing.assert_array_equal(first, -second)
    leaf = inspection.image.clone().requires_grad_()
    gradient, = torch.autograd.grad(network(leaf).sum(), leaf)
    assert relative_error(second, (leaf * gradient)[0].sum(dim=0).detach().numpy()) <= 5e-6
    ablated = [inspection.raw(index, "auto", "ablation-cam") for index in (0, 1)]
    assert relative_error(-ablated[0], ablated[1]) <= 5e-6


def test_all_layers_at_once_are_refused_for_a_slow_method():
    with pytest.raises(InputError, match="Occlusion does not show all layers at once"):
        inspect().all_layers(1, "occlusion")


@pytest.mark.parametrize("wrong", [{"fill": "red"}, {"images": 0}, {"noise": 2.0}, {"patch_px": -1}])
def test_settings_that_cannot_be_used_are_refused(wrong):
    with pytest.raises(InputError, match=f"{next(iter(wrong))} should be"):
        PixelSettings(**wrong)
