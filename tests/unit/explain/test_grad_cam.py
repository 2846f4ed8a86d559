"""Grad-CAM against a hand example, an independent float64 calculation and two libraries."""

from functools import cache

import numpy as np
import pytest
import torch
from torch import Tensor, nn

from cnnstudio.errors import NetworkError
from cnnstudio.explain.grad_cam import grad_cam
from cnnstudio.explain.heatmap import make_heatmap
from tests.stories.explained_networks import Case, compare
from tests.unit.explain import networks
from tests.unit.explain.networks import Walk, image, reference_maps, relative_error, seeded

FLOAT64_BAR = 5e-5
LIBRARY_BAR = 5e-6
PLAIN, SIGNED, RESIDUAL, RESNET = "plain", "signed", "residual", "resnet18"


def resnet18() -> nn.Module:
    from torchvision.models import resnet18

    return resnet18(num_classes=6)


@cache
def case(name: str) -> tuple[nn.Module, Walk, Tensor, int]:
    """Return network, hook-free arithmetic, image and number of classes."""
    if name == PLAIN:
        return seeded(1, networks.plain), networks.walk_sequential, image(), 5
    if name == SIGNED:
        return seeded(2, networks.signed), networks.walk_sequential, image(1, 12, 17), 4
    if name == RESIDUAL:
        return seeded(3, networks.Residual), networks.walk_residual, image(), 5
    return seeded(4, resnet18), networks.walk_resnet18, image(3, 64, 64), 6


@cache
def truths(name: str, target: int) -> dict[str, np.ndarray]:
    """Return layer -> float64 map of one class."""
    network, walk, pixels, _ = case(name)
    return reference_maps(network, walk, pixels, target)


def telling_class(name: str, layer: str) -> int:
    """Return the class with the strongest positive map, so that no comparison is one of zeros."""
    peaks = [truths(name, target)[layer].max() for target in range(case(name)[3])]
    assert max(peaks) > 1e-9, f"no class has positive evidence at {layer}"
    return int(np.argmax(peaks))


ALL_LAYERS = (
    [(PLAIN, str(layer)) for layer in range(7)] + [(SIGNED, str(layer)) for layer in range(4)]
    + [(RESIDUAL, layer) for layer in ("conv1", "bn1", "conv2", "bn2", "relu")]
    + [(RESNET, layer) for layer in ("conv1", "bn1", "layer1.0.conv2", "layer2.1.bn2", "layer3", "layer4.1.bn2",
                                     "layer4.0", "layer4")])
# No operation changes these layers' output in place, so pytorch-grad-cam keeps the right activations.
CLEAN_LAYERS = [(PLAIN, "1"), (PLAIN, "2"), (PLAIN, "4"), (SIGNED, "0"), (SIGNED, "1"), (RESIDUAL, "conv1"),
                (RESIDUAL, "conv2"), (RESNET, "layer3"), (RESNET, "layer4.1.conv2"), (RESNET, "layer4")]


def one_convolution() -> nn.Sequential:
    """Build a 2 × 2 convolution that picks the upper left pixel, its negative, and a dense layer with known weights."""
    network = nn.Sequential(nn.Conv2d(1, 2, 2, bias=False), nn.Flatten(), nn.Linear(18, 2, bias=False))
    pick = torch.tensor([[1.0, 0.0], [0.0, 0.0]])
    with torch.no_grad():
        network[0].weight.copy_(torch.stack((pick, -pick))[:, None])
        network[2].weight[0, :9] = 1.0
        network[2].weight[0, 9:] = 2.0
        network[2].weight[1] = torch.arange(18.0)
    return network


def test_the_map_of_one_convolution_is_the_one_worked_out_by_hand():
    numbers = torch.arange(16.0).reshape(1, 1, 4, 4)
    network = one_convolution()

    first = grad_cam(network, network[0], numbers, 0)
    second = grad_cam(network, network[0], numbers, 1)

    corner = np.array([[0, 1, 2], [4, 5, 6], [8, 9, 10]], dtype=np.float32)   # upper left pixel of each window
    # Class 0: mean gradients 1 and 2, so the map is 1 * corner + 2 * (-corner).
    np.testing.assert_array_equal(first.raw, -corner)
    # Class 1: mean gradients mean(0..8) = 4 and mean(9..17) = 13.
    np.testing.assert_array_equal(second.raw, 4 * corner - 13 * corner)
    np.testing.assert_array_equal(first.logits, [-45, (np.arange(9) - np.arange(9, 18)) @ corner.ravel()])
    assert first.raw.dtype == np.float32


@pytest.mark.parametrize(("name", "layer"), ALL_LAYERS)
def test_the_map_equals_an_independent_float64_calculation(name: str, layer: str):
    network, _, pixels, _ = case(name)
    target = telling_class(name, layer)

    result = grad_cam(network, network.get_submodule(layer), pixels, target)

    assert relative_error(result.raw, truths(name, target)[layer]) <= FLOAT64_BAR


@pytest.mark.parametrize(("name", "layer"), ALL_LAYERS)
def test_the_map_equals_captum_at_every_layer_also_before_in_place_operations(name: str, layer: str):
    from captum.attr import LayerGradCam

    network, _, pixels, _ = case(name)
    network.eval()
    target = telling_class(name, layer)

    theirs = LayerGradCam(network, network.get_submodule(layer)).attribute(pixels, target, relu_attributions=True)
    ours = np.maximum(grad_cam(network, network.get_submodule(layer), pixels, target).raw, 0)

    assert relative_error(ours, theirs[0, 0].detach().numpy()) <= LIBRARY_BAR


def pytorch_grad_cam_map(network: nn.Module, layer: nn.Module, pixels: Tensor, target: int) -> np.ndarray:
    """Return pytorch-grad-cam's own map before it is scaled and resized."""
    from pytorch_grad_cam import GradCAM
    from pytorch_grad_cam.utils.model_targets import ClassifierOutputTarget

    kept = []

    class Raw(GradCAM):
        def get_cam_image(self, *args, **kwargs):
            kept.append(super().get_cam_image(*args, **kwargs))
            return kept[-1]

    with Raw(model=network, target_layers=[layer]) as cam:
        cam(input_tensor=pixels, targets=[ClassifierOutputTarget(target)])
    network.zero_grad()
    return kept[0][0]


@pytest.mark.parametrize(("name", "layer"), CLEAN_LAYERS)
def test_the_map_equals_pytorch_grad_cam_where_nothing_changes_the_layer_in_place(name: str, layer: str):
    network, _, pixels, _ = case(name)
    target = telling_class(name, layer)

    theirs = pytorch_grad_cam_map(network, network.get_submodule(layer), pixels, target)
    ours = grad_cam(network, network.get_submodule(layer), pixels, target).raw

    assert relative_error(ours, theirs) <= LIBRARY_BAR
    assert np.abs(ours - theirs).max() <= 1e-5


@pytest.mark.parametrize(("name", "layer"), CLEAN_LAYERS)
def test_the_painted_map_equals_the_picture_of_pytorch_grad_cam(name: str, layer: str):
    from pytorch_grad_cam import GradCAM
    from pytorch_grad_cam.utils.model_targets import ClassifierOutputTarget

    network, _, pixels, _ = case(name)
    target, part = telling_class(name, layer), network.get_submodule(layer)
    with GradCAM(model=network, target_layers=[part]) as cam:
        theirs = cam(input_tensor=pixels, targets=[ClassifierOutputTarget(target)])[0]
    network.zero_grad()

    values = make_heatmap(grad_cam(network, part, pixels, target).raw, *theirs.shape).values

    # They also move the least value to 0, so that a map that is nowhere 0 looks stronger than it is; ours stays.
    moved = (values - values.min()) / (values.max() - values.min())
    assert np.abs(moved - theirs).max() <= 2 / 255
    assert np.abs(1 - values - theirs).max() > 2 / 255   # control: turned round it is another picture


@pytest.mark.parametrize(("name", "layer"), [(PLAIN, "3"), (RESIDUAL, "bn2"), (RESNET, "layer4.1.bn2")])
def test_where_the_next_operation_works_in_place_pytorch_grad_cam_is_wrong_and_this_is_right(name: str, layer: str):
    network, _, pixels, _ = case(name)
    target = telling_class(name, layer)
    truth = truths(name, target)[layer]

    theirs = pytorch_grad_cam_map(network, network.get_submodule(layer), pixels, target)
    ours = grad_cam(network, network.get_submodule(layer), pixels, target).raw

    assert relative_error(theirs, truth) > 0.1
    assert relative_error(ours, truth) <= FLOAT64_BAR


def test_without_a_target_the_class_with_the_highest_score_is_explained():
    network, _, pixels, _ = case(PLAIN)
    result = grad_cam(network, network[4], pixels)
    assert result.target == result.logits.argmax()
    np.testing.assert_array_equal(result.raw, grad_cam(network, network[4], pixels, result.target).raw)


def test_the_logits_are_those_of_the_network_in_evaluation_mode():
    network, _, pixels, _ = case(RESIDUAL)
    with torch.no_grad():
        expected = network.eval()(pixels)[0].numpy()
    np.testing.assert_array_equal(grad_cam(network.train(), network.relu, pixels, 0).logits, expected)


def test_a_network_trained_in_bfloat16_is_explained_in_float32():
    _, walk, pixels, _ = case(RESIDUAL)
    coarse = seeded(3, networks.Residual).to(torch.bfloat16)

    result = grad_cam(coarse, coarse.bn2, pixels.to(torch.bfloat16), 1)

    truth = reference_maps(coarse, walk, pixels.to(torch.bfloat16), 1)
    assert relative_error(result.raw, truth["bn2"]) <= FLOAT64_BAR
    assert result.raw.dtype == np.float32
    assert coarse.conv1.weight.dtype == torch.bfloat16


def test_automatic_mixed_precision_of_the_caller_does_not_coarsen_the_map():
    network, _, pixels, _ = case(RESIDUAL)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        result = grad_cam(network, network.bn2, pixels, 1)
        control = network.conv1(pixels)
    assert control.dtype == torch.bfloat16
    assert relative_error(result.raw, truths(RESIDUAL, 1)["bn2"]) <= FLOAT64_BAR


@pytest.mark.parametrize("context", [torch.no_grad, torch.inference_mode])
def test_callers_without_gradients_get_the_same_map(context):
    network, _, pixels, _ = case(PLAIN)
    expected = grad_cam(network, network[4], pixels, 1).raw
    with context():
        np.testing.assert_array_equal(grad_cam(network, network[4], pixels.clone(), 1).raw, expected)


def test_a_frozen_network_gets_the_same_map():
    network, _, pixels, _ = case(PLAIN)
    frozen = seeded(1, networks.plain).requires_grad_(requires_grad=False)
    expected = grad_cam(network, network[2], pixels, 1).raw
    np.testing.assert_array_equal(grad_cam(frozen, frozen[2], pixels, 1).raw, expected)


def test_a_network_built_in_inference_mode_gets_the_same_map():
    network, _, pixels, _ = case(PLAIN)
    with torch.inference_mode():
        built = seeded(1, networks.plain)
    expected = grad_cam(network, network[3], pixels, 1).raw
    np.testing.assert_array_equal(grad_cam(built, built[3], pixels, 1).raw, expected)


class FrozenBackbone(nn.Module):
    """Runs its features under no_grad, as fine-tuning scripts do."""

    def __init__(self) -> None:
        super().__init__()
        self.features = nn.Sequential(nn.Conv2d(3, 4, 3), nn.ReLU(), nn.Conv2d(4, 4, 3))
        self.head = nn.Linear(4, 3)

    def forward(self, images: Tensor) -> Tensor:
        with torch.no_grad():
            maps = self.features(images)
        return self.head(maps.mean(dim=(2, 3)))


@pytest.mark.parametrize("layer", [0, 1, 2])
def test_a_backbone_that_runs_under_no_grad_can_be_explained(layer: int):
    network = seeded(5, FrozenBackbone)
    activations, x = [], image().requires_grad_()
    for part in network.features:
        x = part(x)
        x.retain_grad()
        activations.append(x)
    network.head(x.mean(dim=(2, 3)))[0, 2].backward()
    truth = (activations[layer].grad.mean(dim=(2, 3), keepdim=True) * activations[layer]).sum(dim=1)[0]

    result = grad_cam(network, network.features[layer], image(), 2)

    assert relative_error(result.raw, truth.detach().numpy()) <= FLOAT64_BAR


class Twice(nn.Module):
    """Uses one convolution two times."""

    def __init__(self) -> None:
        super().__init__()
        self.first = nn.Conv2d(3, 4, 1)
        self.shared = nn.Conv2d(4, 4, 3, padding=1)
        self.head = nn.Linear(4, 3)

    def forward(self, images: Tensor) -> Tensor:
        return self.head(self.shared(torch.relu(self.shared(self.first(images)))).mean(dim=(2, 3)))


def test_of_a_layer_that_runs_twice_the_last_call_is_explained_and_the_result_says_so():
    network = seeded(6, Twice)
    second = network.shared(torch.relu(network.shared(network.first(image())))).detach().requires_grad_()
    network.head(second.mean(dim=(2, 3)))[0, 1].backward()
    truth = (second.grad.mean(dim=(2, 3), keepdim=True) * second).sum(dim=1)[0].detach().numpy()

    result = grad_cam(network, network.shared, image(), 1)

    assert relative_error(result.raw, truth) <= FLOAT64_BAR
    assert result.calls == 2
    assert result.notes == ("Layer shared runs 2 times for one image; the map is of the last call.",)


class HandsThrough(nn.Module):
    """A layer that returns its input, whose memory is changed in place afterwards."""

    def __init__(self) -> None:
        super().__init__()
        self.conv = nn.Conv2d(3, 4, 3)
        self.same = nn.Identity()
        self.head = nn.Linear(4, 3)

    def forward(self, images: Tensor) -> Tensor:
        maps = self.conv(images)
        through = self.same(maps)
        weighted = through * 1.0
        maps.mul_(100.0)
        return self.head(weighted.mean(dim=(2, 3)))


def test_a_later_change_of_the_memory_of_a_layer_that_hands_through_does_not_reach_the_map():
    network = seeded(7, HandsThrough)
    maps = network.conv(image()).detach()
    weights = network.head.weight[1].detach() / maps[0, 0].numel()
    truth = torch.einsum("k,khw->hw", weights, maps[0]).numpy()
    assert relative_error(grad_cam(network, network.same, image(), 1).raw, truth) <= FLOAT64_BAR


class Branches(nn.Module):
    """Has a branch that runs but leads nowhere, a layer that never runs, and a head that gives several things."""

    def __init__(self) -> None:
        super().__init__()
        self.used = nn.Conv2d(3, 4, 3)
        self.aside = nn.Conv2d(4, 2, 1)
        self.idle = nn.Conv2d(4, 2, 1)
        self.pool = nn.AdaptiveAvgPool2d(1)
        self.head = nn.Linear(4, 3)

    def forward(self, images: Tensor) -> tuple[Tensor, Tensor]:
        maps = self.used(images)
        return self.head(self.pool(maps).flatten(1)), self.aside(maps)


@pytest.mark.parametrize(("layer", "sentence"), [
    ("aside", "Layer aside does not lead to the class scores, so it cannot have spoken for a class; "
              "layers that work: used."),
    ("idle", "Layer idle did not run for this image, so there is no heatmap of it; layers that work: used."),
    ("pool", "Layer pool gives maps of 1 × 1, which have no places to compare, so there is no heatmap of it; "
             "layers that work: used."),
    ("head", "Layer head gives a vector of shape (3,) without height and width, so there is no heatmap of it; "
             "layers that work: used."),
])
def test_a_layer_without_a_map_is_refused_with_the_reason_and_the_layers_that_work(layer: str, sentence: str):
    network = seeded(8, Branches)
    with pytest.raises(NetworkError) as refusal:
        grad_cam(network, network.get_submodule(layer), image(), 0)
    assert str(refusal.value) == sentence


def test_the_first_of_several_outputs_is_taken_for_the_class_scores():
    network = seeded(8, Branches)
    assert grad_cam(network, network.used, image(), 0).logits.shape == (3,)


def test_a_layer_of_another_network_is_refused():
    with pytest.raises(NetworkError, match="not a part of this network"):
        grad_cam(case(PLAIN)[0], nn.Conv2d(3, 3, 1), image(), 0)


def test_nothing_before_the_layer_is_recorded_and_no_parameter_gets_a_gradient():
    network = seeded(1, networks.plain)
    recorded = []
    network[2].register_forward_pre_hook(lambda _layer, inputs: recorded.append(inputs[0].requires_grad))
    network[3].register_forward_pre_hook(lambda _layer, inputs: recorded.append(inputs[0].requires_grad))

    grad_cam(network, network[2], image(), 0)

    assert recorded == [False, True]
    assert all(parameter.grad is None for parameter in network.parameters())


def in_place() -> nn.Module:
    return nn.Sequential(nn.Conv2d(3, 6, 3), nn.BatchNorm2d(6), nn.ReLU(inplace=True), nn.Conv2d(6, 8, 3),
                         nn.BatchNorm2d(8), nn.ReLU(inplace=True), nn.AdaptiveAvgPool2d(1), nn.Flatten(),
                         nn.Linear(8, 4))


def test_where_the_library_is_wrong_it_agrees_on_a_copy_in_which_nothing_works_in_place():
    figures = compare(Case("in place", in_place, (3, 14, 14)))
    assert figures.beyond() == {}
    assert {"C3 pytorch-grad-cam", "C4 captum", "C7 Grad-CAM++ as theirs"} <= set(figures.worst)
    assert figures.control > 0.1
    assert figures.plus_plus_control > 0.01
    assert figures.worst["C5 pytorch-grad-cam, nothing in place"] < LIBRARY_BAR
