"""What the layers compute equals OpenCV, torchvision, hand-worked numbers and, to the last bit, the generated code."""

import itertools

import cv2
import numpy as np
import pytest
import torch
from torch import Tensor, nn

from cnnstudio.export.layer_source import CONSTRUCTORS, EXPRESSIONS, OWN_MODULES
from cnnstudio.network.kinds.fixed_kernel import KERNEL_PRESETS, applied_kernel, divisor
from cnnstudio.network.registry import layer_kind, layer_kinds
from cnnstudio.torch_network.layer_modules import FACTORIES
from tests.unit.torch_network.test_layer_modules import WITH_INPUT, valid_cases


def module(kind, inputs, **parameters):
    """Return the module of a kind with some parameters, in evaluation mode."""
    with torch.random.fork_rng(devices=[]):
        return FACTORIES[kind](inputs, layer_kind(kind).check_parameters(parameters)).eval()


def noise(*shape, seed=0):
    return torch.randn(*shape, generator=torch.Generator().manual_seed(seed))


# fixed kernels against OpenCV

PICTURE = np.random.default_rng(4).normal(size=(11, 13, 3)).astype(np.float32)


@pytest.mark.parametrize(("title", "kernel"), KERNEL_PRESETS)
@pytest.mark.parametrize("same", [True, False])
def test_every_known_kernel_filters_as_opencv_does(title, kernel, same):
    """OpenCV with zeros beyond the border, or its inner part where the size is not kept."""
    parameters = {"kernel": kernel, "normalise": True, "same": same}
    total = sum(map(sum, kernel))
    given = np.array(kernel, dtype=np.float64) / (total or 1)
    expected = cv2.filter2D(PICTURE, cv2.CV_32F, given, borderType=cv2.BORDER_CONSTANT)
    if not same:
        cut = len(kernel) // 2
        expected = expected[cut:-cut, cut:-cut]
    images = torch.from_numpy(PICTURE).permute(2, 0, 1)[None]
    result = module("FixedKernel", [(3, 11, 13)], **parameters)(images)[0].permute(1, 2, 0).numpy()
    np.testing.assert_allclose(result, expected, atol=2e-6, err_msg=title)


def test_the_gaussians_are_opencvs():
    kernels = dict(KERNEL_PRESETS)
    for title, side in (("Gaussian blur", 3), ("Gaussian blur, wide", 5)):
        row = cv2.getGaussianKernel(side, 0)
        ours = applied_kernel({"kernel": kernels[title], "normalise": True})
        np.testing.assert_allclose(np.array(ours), row @ row.T, atol=1e-12)


def test_the_edge_kernels_are_opencvs():
    kernels = dict(KERNEL_PRESETS)
    grey = PICTURE[..., 0]
    for title, orders in (("Upright edges (Sobel x)", (1, 0)), ("Level edges (Sobel y)", (0, 1))):
        ours = cv2.filter2D(grey, cv2.CV_32F, np.array(kernels[title]))
        np.testing.assert_allclose(ours, cv2.Sobel(grey, cv2.CV_32F, *orders, ksize=3), atol=1e-5)
    ours = cv2.filter2D(grey, cv2.CV_32F, np.array(kernels["All edges (Laplacian)"]))
    np.testing.assert_allclose(ours, cv2.Laplacian(grey, cv2.CV_32F, ksize=1), atol=1e-5)


@pytest.mark.parametrize(("kernel", "by"), [
    ([[1, 1, 1]] * 3, 9), ([[0, -1, 0], [-1, 5, -1], [0, -1, 0]], 1), ([[-1, 0, 1]] * 3, 1), ([[0] * 3] * 3, 1),
    ([[0.1, 0.2, -0.3]] * 3, 1), ([[-1, -1, -1]] * 3, -9)])
def test_a_kernel_is_divided_by_its_sum_unless_that_is_zero(kernel, by):
    parameters = layer_kind("FixedKernel").check_parameters({"kernel": kernel})
    assert divisor(parameters) == by
    assert divisor({**parameters, "normalise": False}) == 1


def test_a_fixed_kernel_learns_nothing_and_is_not_part_of_the_weights():
    layer = module("FixedKernel", [(3, 5, 5)])
    assert not list(layer.parameters())
    assert layer.state_dict() == {}
    assert [name for name, _buffer in layer.named_buffers()] == ["kernel"]


# attention, products, crops, enlargements

@pytest.mark.parametrize(("channels", "reduction"), [(32, 16), (12, 4), (5, 2), (3, 16)])
def test_squeeze_and_excitation_is_torchvisions_with_the_same_weights(channels, reduction):
    ops = pytest.importorskip("torchvision.ops", exc_type=ImportError)
    ours = module("SqueezeExcitation", [(channels, 7, 5)], reduction=reduction)
    with torch.random.fork_rng(devices=[]):
        theirs = ops.SqueezeExcitation(channels, max(1, channels // reduction))
    with torch.no_grad():
        for convolution, dense in ((theirs.fc1, ours.squeeze), (theirs.fc2, ours.excite)):
            convolution.weight.copy_(dense.weight[:, :, None, None])
            convolution.bias.copy_(dense.bias)
        images = noise(3, channels, 7, 5)
        assert torch.allclose(ours(images), theirs(images), atol=1e-6)
        ours.excite.bias.add_(0.5)
        assert not torch.allclose(ours(images), theirs(images), atol=1e-6)


def test_a_product_by_hand():
    images = torch.arange(8.0).reshape(1, 2, 2, 2)
    gate = torch.tensor([[10.0, 0.5]])
    expected = [[[[0.0, 10.0], [20.0, 30.0]], [[2.0, 2.5], [3.0, 3.5]]]]
    layer = FACTORIES["Multiply"]([], {})
    assert layer(images, gate).tolist() == expected
    assert layer(gate, images).tolist() == expected
    assert layer(gate[:, :, None, None], images).tolist() == expected
    assert layer(images, images).tolist() == (images ** 2).tolist()


@pytest.mark.parametrize("shapes", [[(2, 4, 5, 5), (2, 3)], [(2, 4, 5, 5), (2, 1)], [(2, 4, 5, 5), (2, 4, 5, 1)],
                                    [(2, 4), (2, 1)], [(2, 4, 5, 5), (1, 4, 5, 5)]])
def test_multiply_refuses_to_broadcast_in_other_ways(shapes):
    with pytest.raises(ValueError, match="cannot multiply"):
        FACTORIES["Multiply"]([], {})(*(torch.zeros(*shape) for shape in shapes))


def test_the_middle_is_cut_as_torchvision_does_and_a_corner_as_told():
    functional = pytest.importorskip("torchvision.transforms.functional", exc_type=ImportError)
    images = noise(2, 3, 9, 12)
    middle = module("Crop2d", [(3, 9, 12)], size=(5, 4))(images)
    assert torch.equal(middle, functional.center_crop(images, [5, 4]))
    corner = module("Crop2d", [(3, 9, 12)], size=(2, 3), centred=False, top=6, left=9)(images)
    assert torch.equal(corner, functional.crop(images, 6, 9, 2, 3))


def test_an_odd_rest_is_left_at_the_far_side():
    cut = module("Crop2d", [(1, 4, 4)], size=3)(torch.arange(16.0).reshape(1, 1, 4, 4))
    assert cut[0, 0, 0].tolist() == [0.0, 1.0, 2.0]


def test_a_cut_over_the_border_is_refused():
    with pytest.raises(ValueError, match="cannot cut"):
        FACTORIES["Crop2d"]([(1, 4, 4)], {"size": (3, 3), "centred": False, "top": 2, "left": 0})(
            torch.zeros(1, 1, 4, 4))


def test_bilinear_enlarging_is_opencvs():
    """Both blend between the middles of pixels, which is what align_corners off means."""
    enlarged = module("Upsample", [(3, 11, 13)], scale_factor=(2, 3), mode="bilinear")(
        torch.from_numpy(PICTURE).permute(2, 0, 1)[None])
    expected = cv2.resize(PICTURE, (39, 22), interpolation=cv2.INTER_LINEAR)
    np.testing.assert_allclose(enlarged[0].permute(1, 2, 0).numpy(), expected, atol=1e-5)


def test_nearest_enlarging_repeats_pixels():
    enlarged = module("Upsample", [(1, 1, 2)], scale_factor=(2, 3))(torch.tensor([[[[1.0, 2.0]]]]))
    assert enlarged.tolist() == [[[[1, 1, 1, 2, 2, 2]] * 2]]


def test_a_border_of_zeros_is_where_it_is_told():
    padded = module("ZeroPad2d", [(1, 1, 1)], left=1, right=2, top=3, bottom=0)(torch.ones(1, 1, 1, 1))
    assert padded[0, 0].tolist() == [[0, 0, 0, 0]] * 3 + [[0, 1, 0, 0]]


def test_a_transposed_convolution_turns_a_convolution_round():
    """The gradient of a convolution with respect to its input is the transposed convolution with the same kernel."""
    kernel = noise(4, 3, 3, 3)
    layer = module("ConvTranspose2d", [(4, 5, 5)], out_channels=3, kernel_size=3, stride=2, padding=1, bias=False)
    with torch.no_grad():
        layer.weight.copy_(kernel)
    image = torch.zeros(1, 3, 9, 9, requires_grad=True)
    back = noise(1, 4, 5, 5, seed=1)
    nn.functional.conv2d(image, kernel, stride=2, padding=1).backward(back)
    assert torch.allclose(layer(back), image.grad, atol=1e-5)


def test_a_depthwise_convolution_filters_each_channel_by_itself():
    layer = module("DepthwiseConv2d", [(3, 6, 6)], channel_multiplier=2, kernel_size=3)
    images = noise(1, 3, 6, 6)
    for number in range(6):
        alone = nn.functional.conv2d(
            images[:, number // 2:number // 2 + 1], layer.weight[number:number + 1], layer.bias[number:number + 1])
        assert torch.allclose(layer(images)[:, number:number + 1], alone, atol=1e-6)


# activations by hand

@pytest.mark.parametrize(("kind", "parameters", "at_minus_1", "at_2"), [
    ("ReLU6", {}, 0.0, 2.0), ("PReLU", {"per_channel": False}, -0.25, 2.0), ("PReLU", {}, -0.25, 2.0),
    ("SELU", {}, 1.0507 * 1.6733 * (np.exp(-1) - 1), 2.1014), ("SiLU", {}, -0.268941, 1.761594),
    ("Hardswish", {}, -1 / 3, 5 / 3), ("Hardsigmoid", {}, 1 / 3, 5 / 6),
    ("GELU", {}, -0.158655, 1.954500), ("GELU", {"approximate": "tanh"}, -0.158808, 1.954598)])
def test_activations_have_their_published_values(kind, parameters, at_minus_1, at_2):
    values = module(kind, [(2,)], **parameters)(torch.tensor([[-1.0, 2.0]]))
    assert values[0].tolist() == pytest.approx([at_minus_1, at_2], abs=2e-4)


def test_the_two_ways_to_compute_gelu_differ_by_less_than_a_thousandth():
    values = torch.linspace(-8, 8, 4001)[None]
    exact, approximate = (module("GELU", [(4001,)], approximate=way)(values) for way in ("none", "tanh"))
    assert 1e-4 < (exact - approximate).abs().max() < 1e-3


def test_relu6_stops_at_six():
    assert module("ReLU6", [(2,)])(torch.tensor([[5.0, 70.0]])).tolist() == [[5.0, 6.0]]


# normalisation

@pytest.mark.parametrize(("kind", "shape", "parameters", "over"), [
    ("LayerNorm", (4, 3, 5), {}, [(0, 1, 2, 3)]), ("LayerNorm", (7,), {"elementwise_affine": False}, None),
    ("GroupNorm", (4, 3, 5), {"num_groups": 2}, [(0, 1), (2, 3)]), ("GroupNorm", (4, 3, 5), {"num_groups": 1}, None)])
def test_each_part_of_an_image_gets_mean_0_and_deviation_1(kind, shape, parameters, over):
    result = module(kind, [shape], **parameters)(5 + 3 * noise(2, *shape))
    for image in result:
        for channels in over or [tuple(range(shape[0]))]:
            part = image[list(channels)]
            assert part.mean().item() == pytest.approx(0, abs=1e-5)
            assert part.std(unbiased=False).item() == pytest.approx(1, abs=1e-4)


def test_channel_dropout_drops_whole_maps_in_training_and_none_afterwards():
    layer = module("Dropout2d", [(64, 4, 4)], p=0.5)
    images = torch.ones(1, 64, 4, 4)
    assert torch.equal(layer(images), images)
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(2)
        dropped = layer.train()(images)[0].flatten(1)
    assert {tuple(set(map_.tolist())) for map_ in dropped} == {(0.0,), (2.0,)}
    assert 16 < int((dropped[:, 0] == 0).sum()) < 48


# the generated code

def generated(kind, inputs, parameters):
    """Return a module made from the generated text alone."""
    names = [f"x{number}" for number in range(len(inputs))]
    scope = {"torch": torch, "nn": nn, "Tensor": Tensor}
    for text in OWN_MODULES.values():
        exec(text, scope)
    constructor = CONSTRUCTORS[kind](inputs, parameters)
    expression = EXPRESSIONS[kind](names, inputs, parameters) if kind in EXPRESSIONS else f"made({', '.join(names)})"
    with torch.random.fork_rng(devices=[]):
        scope["made"] = eval(constructor, scope) if constructor else nn.Identity()
    made = scope["made"].eval()
    return made, eval(f"lambda {', '.join(names)}: {expression}", scope)


@pytest.mark.filterwarnings("ignore:Using padding='same' with even kernel lengths")
@pytest.mark.parametrize("kind", [kind for kind in WITH_INPUT if kind != "Output"])
def test_the_generated_module_computes_the_same_to_the_last_bit(kind):
    for inputs, parameters, _shape in itertools.islice(valid_cases(kind), 0, None, 3):
        ours = module(kind, inputs, **parameters)
        made, run = generated(kind, inputs, parameters)
        assert [tuple(weight.shape) for weight in made.parameters()] == [
            tuple(weight.shape) for weight in ours.parameters()]
        made.load_state_dict(ours.state_dict())
        given = [noise(2, *shape, seed=number) for number, shape in enumerate(inputs)]
        with torch.no_grad():
            assert torch.equal(run(*given), ours(*given)), (inputs, parameters)


def test_every_kind_with_an_input_is_generated():
    assert set(CONSTRUCTORS) == set(layer_kinds())
    assert all(CONSTRUCTORS[kind]([(8, 4, 4), (8, 4, 4)], layer_kind(kind).defaults()) or kind in EXPRESSIONS
               for kind in WITH_INPUT if kind != "Output")
