"""What breaks other explainers: frozen networks, repeated layers, in-place operations, odd outputs, dead branches."""

import gc
import weakref

import numpy as np
import pytest
import torch
from torch import Tensor, nn
from torch.nn import functional as tf

from cnnstudio.data.config import PreprocessConfig
from cnnstudio.errors import InputError, NetworkError
from cnnstudio.explain.cam_methods import CAM_METHODS
from cnnstudio.explain.every_layer import every_layer
from cnnstudio.explain.explainer import Explainer
from cnnstudio.explain.inspection import Inspection
from cnnstudio.explain.layer_pass import layer_pass
from cnnstudio.explain.layer_trace import inspected, trace
from cnnstudio.explain.map_layout import layout_of
from cnnstudio.explain.target import Target, contrast
from tests.unit.explain import networks
from tests.unit.explain.networks import image, relative_error, seeded
from tests.unit.explain.test_pass_hooks import Drawing, Failing, used
from tests.unit.explain.test_pass_hooks import trace as left_behind

SAME = 5e-6   # of float32: the same sums in another order
SIDE = 16


def inspect(network: nn.Module, classes: int, side: int = SIDE) -> Inspection:
    pixels = np.random.default_rng(1).integers(0, 256, (side, side, 3), dtype=np.uint8)
    names = [f"class {number}" for number in range(classes)]
    return Explainer(network, PreprocessConfig(height=side, width=side), [0.5] * 3, [0.25] * 3, names).inspect(pixels)


def everything(network: nn.Module) -> None:
    """Ask an inspection all there is."""
    inspection = inspect(network, 5)
    for method in CAM_METHODS:
        inspection.explain(contrast(1, 0), "4", method)
    inspection.all_layers(2, "layercam")
    inspection.replay("2", inspection.activations("2").repeat(3, 1, 1, 1))


def test_an_inspection_leaves_the_network_exactly_as_it_was():
    network = used()
    before = left_behind(network)
    everything(network)
    assert left_behind(network) == before


def test_an_inspection_that_fails_leaves_the_network_exactly_as_it_was():
    network = used()
    inspection = inspect(network, 5)
    inspection.explain(1, "2")
    network[6] = Failing()
    before = left_behind(network)
    with pytest.raises(RuntimeError, match="out of memory"):
        inspection.replay("2", inspection.activations("2"))
    with pytest.raises(RuntimeError, match="out of memory"):
        inspection.all_layers(1)
    assert left_behind(network) == before
    assert not any("forward" in vars(part) for part in network.modules())


@pytest.mark.parametrize("context", [torch.no_grad, torch.inference_mode])
def test_callers_without_gradients_get_the_same_answers(context):
    network = seeded(1, networks.plain)
    expected = inspect(network, 5)
    with context():
        found = inspect(network, 5)
        np.testing.assert_array_equal(found.raw(1, "4"), expected.raw(1, "4"))
        np.testing.assert_array_equal(found.raw(2, "4"), expected.raw(2, "4"))
        for one, other in zip(found.all_layers(1), expected.all_layers(1), strict=True):
            np.testing.assert_array_equal(one.raw, other.raw)
        given = found.activations("2").clone()
        assert relative_error(found.replay("2", given)[0].numpy(), expected.logits) <= SAME


def test_mixed_precision_of_the_caller_coarsens_nothing():
    network = seeded(1, networks.plain)
    expected = inspect(network, 5)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        found = inspect(network, 5)
        assert relative_error(found.raw(1, "4"), expected.raw(1, "4")) <= SAME
        assert relative_error(found.all_layers(1)[0].raw, expected.all_layers(1)[0].raw) <= SAME


def test_a_network_that_draws_in_evaluation_mode_says_so_and_leaves_the_random_state():
    network = seeded(2, Drawing)
    before = left_behind(network)
    found = inspect(network, 4).explain(0, "conv")
    assert left_behind(network) == before
    assert found.layer_note == "The network draws random numbers even when it is not training; another look may differ."


class Twice(nn.Module):
    """Uses one convolution two times; what a call gives depends on which it is."""

    def __init__(self) -> None:
        super().__init__()
        self.first = nn.Conv2d(3, 4, 1)
        self.shared = nn.Conv2d(4, 4, 3, padding=1)
        self.head = nn.Linear(4, 3)

    def forward(self, images: Tensor) -> Tensor:
        return self.head(self.shared(torch.relu(self.shared(self.first(images)))).mean(dim=(2, 3)))


def by_hand(network: Twice, pixels: Tensor, call: int) -> np.ndarray:
    first = network.shared(network.first(pixels)).detach().requires_grad_()
    second = network.shared(torch.relu(first))
    second.retain_grad()
    network.head(second.mean(dim=(2, 3)))[0, 1].backward()
    maps = first if call == 1 else second
    return (maps.grad.mean(dim=(2, 3), keepdim=True) * maps).sum(dim=1)[0].detach().numpy()


@pytest.mark.parametrize(("key", "call"), [("shared@1", 1), ("shared", 2)])
def test_each_call_of_a_layer_has_its_own_map(key: str, call: int):
    network = seeded(6, Twice)
    inspection = inspect(network, 3)
    truth = by_hand(network, inspection.image, call)
    found = inspection.explain(1, key)
    assert relative_error(found.heatmap.raw, truth) <= SAME
    assert (found.provenance.layer_call, found.provenance.layer_calls) == (call, 2)
    which = "call 1" if call == 1 else "the last call"
    assert f"Layer shared runs 2 times for one image; the map is of {which}." in found.layer_note
    assert relative_error(by_hand(network, inspection.image, 3 - call), truth) > 0.01
    assert [layer.title for layer in inspection.layers if layer.id == "shared"] == [
        "shared (call 1 of 2)", "shared (call 2 of 2)"]


def test_a_call_that_does_not_happen_is_refused():
    with pytest.raises(NetworkError, match="Layer shared runs only 2 times for this image"):
        inspect(seeded(6, Twice), 3).explain(1, "shared@3")


@pytest.mark.parametrize("key", ["shared@1", "shared"])
def test_a_replay_begins_behind_the_right_call(key: str):
    inspection = inspect(seeded(6, Twice), 3)
    again = inspection.replay(key, inspection.activations(key).repeat(2, 1, 1, 1))
    assert relative_error(again[1].numpy(), inspection.logits) <= SAME


class InPlaceBetween(nn.Module):
    """Adds in place to what a part in front of the layer gave, behind the layer."""

    def __init__(self) -> None:
        super().__init__()
        self.before = nn.Conv2d(3, 4, 3, padding=1)
        self.layer = nn.Conv2d(4, 4, 3, padding=1)
        self.head = nn.Linear(4, 3)

    def forward(self, images: Tensor) -> Tensor:
        kept = self.before(images)
        maps = self.layer(kept)
        kept += maps
        return self.head(tf.relu_(kept).mean(dim=(2, 3)))


def test_a_replay_survives_in_place_changes_of_what_was_kept():
    network = seeded(4, InPlaceBetween)
    inspection = inspect(network, 3)
    given = torch.rand(3, 4, SIDE, SIDE)
    handle = network.layer.register_forward_hook(lambda _layer, _inputs, _output: given.clone())
    with torch.no_grad():
        expected = network(inspection.image.expand(3, -1, -1, -1)).numpy()
    handle.remove()
    for _ in range(2):   # what was kept is as good as new the second time
        assert relative_error(inspection.replay("layer", given).numpy(), expected) <= SAME


def test_a_replay_runs_nothing_in_front_of_the_layer():
    network = seeded(1, networks.plain)
    inspection = inspect(network, 5)
    inspection.replay("4", inspection.activations("4"))
    ran = []
    original = nn.Conv2d._conv_forward
    try:
        nn.Conv2d._conv_forward = lambda self, *args: ran.append(1) or original(self, *args)
        inspection.replay("4", inspection.activations("4").repeat(2, 1, 1, 1))
    finally:
        nn.Conv2d._conv_forward = original
    assert ran == []


class Heads(nn.Module):
    """Has a branch that leads nowhere and gives a mapping."""

    def __init__(self) -> None:
        super().__init__()
        self.used = nn.Conv2d(3, 4, 3)
        self.aside = nn.Conv2d(4, 2, 1)
        self.head = nn.Linear(4, 3)

    def forward(self, images: Tensor) -> dict[str, Tensor]:
        maps = self.used(images)
        return {"logits": self.head(maps.mean(dim=(2, 3))), "aux": self.aside(maps)}


def test_a_branch_that_leads_nowhere_is_not_listed_and_refused_by_name():
    inspection = inspect(seeded(8, Heads), 3)
    assert [layer.key for layer in inspection.layers] == ["used"]
    with pytest.raises(NetworkError, match="Layer aside does not lead to the class scores"):
        inspection.explain(0, "aside")
    assert [found.layer.key for found in inspection.all_layers(0)] == ["used"]


class OneScore(nn.Module):
    """Tells two classes apart by one number."""

    def __init__(self) -> None:
        super().__init__()
        self.conv = nn.Conv2d(3, 4, 3)
        self.head = nn.Linear(4, 1)

    def forward(self, images: Tensor) -> Tensor:
        return self.head(torch.relu(self.conv(images)).mean(dim=(2, 3)))


def test_of_one_score_the_second_class_is_plus_and_the_first_is_minus():
    network = seeded(3, OneScore)
    inspection = inspect(network, 2)
    maps = network.conv(inspection.image).detach().requires_grad_()
    score = network.head(torch.relu(maps).mean(dim=(2, 3)))
    score.backward()
    truth = (maps.grad.mean(dim=(2, 3), keepdim=True) * maps).sum(dim=1)[0].detach().numpy()
    for target in (1, contrast(1, 0), Target("log-odds", 1)):
        assert relative_error(inspection.raw(target, "conv"), truth) <= SAME
    assert relative_error(inspection.raw(0, "conv"), -truth) <= SAME
    assert relative_error(inspection.all_layers(0)[0].raw, -truth) <= SAME
    # what a cell's part of the score is told of: z itself, not the half of it that each of two classes is given
    for target, sign in ((1, 1), (contrast(1, 0), 1), (0, -1)):
        assert inspection.score(target, "conv") == pytest.approx(sign * float(score.detach()), rel=1e-5)
    assert float(inspection.logits[1]) == pytest.approx(float(score.detach()) / 2, rel=1e-5)
    found = inspection.explain(None, "conv")
    sigmoid = 1 / (1 + np.exp(-float(score.detach())))
    assert found.probabilities[1] == pytest.approx(sigmoid, rel=1e-5)
    assert found.target == (1 if float(score.detach()) > 0 else 0)


def test_one_score_has_no_third_class():
    with pytest.raises(InputError, match=r"There is no class 2: this network has 2 classes \(0 to 1\)"):
        inspect(seeded(3, OneScore), 2).explain(2, "conv")


def segmenter() -> nn.Module:
    return nn.Sequential(nn.Conv2d(3, 6, 3, padding=1), nn.ReLU(), nn.Conv2d(6, 4, 1))


def test_a_region_of_a_network_that_scores_places_is_explained_alone():
    network = seeded(3, segmenter)
    inspection = inspect(network, 4)
    maps = network[1](network[0](inspection.image)).detach().requires_grad_()
    network[2](maps)[0, 2, 8:, :8].mean().backward()   # the lower left quarter
    truth = (maps.grad * maps).sum(dim=1)[0].detach().numpy()
    lower_left = Target(index=2, region=(0.0, 0.5, 0.5, 1.0))
    assert relative_error(inspection.raw(lower_left, "1", "hirescam"), truth) <= SAME
    assert relative_error(inspection.raw(2, "1", "hirescam"), truth) > 0.1
    found = next(one for one in inspection.all_layers(lower_left, "hirescam") if one.layer.key == "1")
    assert relative_error(found.raw, truth) <= SAME
    assert inspection.explain(lower_left, "1").provenance.region == (0.0, 0.5, 0.5, 1.0)


def test_a_region_of_one_answer_for_the_whole_image_is_refused():
    with pytest.raises(InputError, match="one answer for the whole image"):
        inspect(seeded(1, networks.plain), 5).explain(Target(index=1, region=(0, 0, 0.5, 0.5)), "4")


@pytest.mark.parametrize(("shape", "size", "layout"), [
    ((1, 8, 7, 7), (224, 224), ("channels first", (8, 7, 7))),
    ((1, 7, 7, 96), (224, 224), ("channels last", (96, 7, 7))),
    ((1, 14, 7, 96), (448, 224), ("channels last", (96, 14, 7))),
    ((1, 7, 7, 7), (224, 224), ("channels first", (7, 7, 7))),
    ((1, 50, 64), (224, 224), ("tokens", (64, 7, 7))),
    ((1, 49, 64), (224, 224), ("tokens", (64, 7, 7))),
    ((1, 99, 64), (448, 224), ("tokens", (64, 14, 7)))])
def test_the_layout_is_seen_from_the_shape(shape, size, layout):
    found = layout_of(shape, *size)
    assert (found.kind, found.shape) == layout


@pytest.mark.parametrize("shape", [(1, 10), (1, 51, 64), (1,)])
def test_a_shape_without_height_and_width_has_no_layout(shape):
    assert layout_of(shape, 224, 224) is None


class Tokens(nn.Module):
    """A vision transformer in small: patches as tokens behind a class token, mixed by attention."""

    def __init__(self) -> None:
        super().__init__()
        self.patches = nn.Conv2d(3, 8, 4, stride=4)
        self.token = nn.Parameter(torch.randn(1, 1, 8))
        self.norm = nn.LayerNorm(8)
        self.mix = nn.MultiheadAttention(8, 2, batch_first=True)
        self.head = nn.Linear(8, 3)

    def forward(self, images: Tensor) -> Tensor:
        places = self.patches(images).flatten(2).transpose(1, 2)
        tokens = self.norm(torch.cat((self.token.expand(len(images), -1, -1), places), dim=1))
        return self.head(self.mix(tokens, tokens, tokens, need_weights=False)[0][:, 0])


def test_tokens_become_maps_without_the_class_token():
    network = seeded(5, Tokens)
    inspection = inspect(network, 3)
    with torch.no_grad():
        places = network.patches(inspection.image).flatten(2).transpose(1, 2)
        tokens = network.norm(torch.cat((network.token, places), dim=1))
    tokens.requires_grad_()
    network.head(network.mix(tokens, tokens, tokens, need_weights=False)[0][:, 0])[0, 1].backward()
    grid = (tokens.grad * tokens).detach()[0, 1:].sum(dim=1).reshape(4, 4).numpy()
    assert relative_error(inspection.raw(1, "norm", "hirescam"), grid) <= 10 * SAME   # attention has more sums
    again = inspection.replay("norm", inspection.activations("norm"))
    assert relative_error(again[0].numpy(), inspection.logits) <= 10 * SAME


def test_the_maps_of_all_layers_are_those_of_one_after_the_other_whatever_the_layout():
    network = seeded(5, Tokens).double()   # the gradients cancel to a millionth in front of the normalisation
    layers = inspected(network, trace(network, image()))
    assert "norm" in {layer.key for layer in layers}
    found = every_layer(network, image(), layers, 1, "hirescam").maps
    for layer in layers:
        alone = layer_pass(network, network.get_submodule(layer.id), image())
        exact = inspect(network, 3).resolve(1)
        truth = (alone.activations * alone.gradients([exact])).sum(dim=1)[0].numpy()
        assert relative_error(found[layer.key].numpy(), truth) <= 10 * SAME


def test_a_flat_map_of_a_network_without_places_is_replaced_and_the_reason_shown():
    network = nn.Sequential(nn.Flatten(), nn.Linear(3 * SIDE * SIDE, 3))
    found = inspect(network, 3).explain(1)
    assert found.method == "occlusion"
    assert "No layer of this network keeps height and width" in found.layer_note


def test_the_size_of_what_is_kept_is_bounded_by_what_a_pass_records():
    network = seeded(1, networks.plain)
    passed = layer_pass(network, network[0], image())
    outputs = [8 * 16 * 16, 8 * 16 * 16, 12 * 16 * 16, 12 * 16 * 16, 12 * 8 * 8]   # conv, relu, conv, norm, pool
    assert 4 * sum(outputs[:3]) <= passed.size_bytes <= 4 * 3 * sum(outputs)


def test_nothing_of_an_inspection_outlives_it():
    """Without the help of the collector: a thousand images must not wait for it."""
    network = seeded(1, networks.plain)
    inspection = inspect(network, 5)
    inspection.explain(1, "2")
    inspection.raw_of_each([0, 1, 2], "2")
    inspection.all_layers(3)
    inspection.replay("2", inspection.activations("2"))
    leaf = weakref.ref(inspection._pass("2").leaf)
    image_shown = weakref.ref(inspection.image)
    assert leaf() is not None
    gc.disable()
    try:
        del inspection
        assert leaf() is None
        assert image_shown() is None
    finally:
        gc.enable()
