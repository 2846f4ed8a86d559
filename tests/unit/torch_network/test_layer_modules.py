"""Every layer kind's rules equal what torch does, over a grid of parameters and input shapes."""

import itertools
import math
from collections.abc import Iterator

import pytest
import torch

from cnnstudio.errors import ShapeError
from cnnstudio.network.freezing import FROZEN
from cnnstudio.network.graph import NetworkGraph
from cnnstudio.network.node import RESERVED_IDS
from cnnstudio.network.registry import layer_kinds
from cnnstudio.torch_network.layer_modules import FACTORIES

VOLUMES = [(4, 1, 1), (4, 5, 5), (4, 7, 4), (3, 6, 6), (6, 2, 9)]
PHOTOGRAPHS = [(3, 32, 32), (3, 33, 47), (1, 32, 32), (4, 40, 40), (12,)]
ANY = [*VOLUMES, (5,), (12,), (1,)]
WINDOWS = {
    "kernel_size": [1, 2, 3, (3, 2), 5], "stride": [1, 2, (2, 1), 3], "padding": [0, 1, (2, 0), 3],
    "ceil_mode": [False, True]}
GRID: dict[str, dict[str, list]] = {
    "Input": {"channels": [1, 3], "height": [1, 5], "width": [4]},
    "Backbone": {
        "architecture": ["efficientnet-lite0"], "weights": ["none"], "frozen_stages": [0, 9], "rate_factor": [0.1]},
    "Conv2d": {
        "out_channels": [4, 6], "kernel_size": [1, 2, (3, 2), 5], "stride": [1, (2, 3)], "padding": [0, 1, (2, 0)],
        "same": [False, True], "dilation": [1, (2, 1)], "groups": [1, 2, 3], "bias": [True]},
    "DepthwiseConv2d": {
        "channel_multiplier": [1, 3], "kernel_size": [1, 2, (3, 2), 5], "stride": [1, (2, 3)],
        "padding": [0, 1, (2, 0)], "same": [False, True], "dilation": [1, (2, 1)], "bias": [True, False]},
    "ConvTranspose2d": {
        "out_channels": [4], "kernel_size": [1, (3, 4)], "stride": [1, (3, 2)], "padding": [0, 1, (3, 0)],
        "output_padding": [0, 1, (2, 0)], "dilation": [1, (3, 1)], "groups": [1, 2], "bias": [True, False]},
    "FixedKernel": {
        "kernel": [((1.0,) * 3,) * 3, ((0.5,) * 5,) * 5], "normalise": [True, False], "same": [True, False]},
    "MaxPool2d": WINDOWS,
    "AvgPool2d": WINDOWS,
    "AdaptiveAvgPool2d": {"output_size": [1, 3, (2, 5), 9]},
    "AdaptiveMaxPool2d": {"output_size": [1, 3, (2, 5), 9]},
    "Upsample": {"scale_factor": [1, 2, (3, 1), (2, 5)], "mode": ["nearest", "bilinear"]},
    "ZeroPad2d": {"left": [0, 2], "right": [0, 1], "top": [0, 3], "bottom": [0, 1]},
    "Crop2d": {"size": [1, 2, (5, 4), 6], "centred": [True, False], "top": [0, 2], "left": [0, 1]},
    "PReLU": {"per_channel": [True, False]},
    "GELU": {"approximate": ["none", "tanh"]},
    "LeakyReLU": {"negative_slope": [0.0, 0.1]},
    "ELU": {"alpha": [0.5, 1.0]},
    "Maxout": {"pieces": [2, 3, 4]},
    "Dropout": {"p": [0.0, 0.5]},
    "BatchNorm2d": {"eps": [1e-5], "momentum": [0.1]},
    "BatchNorm1d": {"eps": [1e-5], "momentum": [0.1]},
    "LayerNorm": {"eps": [1e-5, 0.1], "elementwise_affine": [True, False]},
    "GroupNorm": {"num_groups": [1, 2, 3, 8], "eps": [1e-5]},
    "Dropout2d": {"p": [0.0, 0.5]},
    "SqueezeExcitation": {"reduction": [1, 2, 4, 16]},
    "Linear": {"out_features": [1, 7], "in_features": [0, 5, 12], "bias": [True, False]},
    "Output": {"classes": [5, 12]},
}
PAIRS = [[(4, 5, 5), (4, 5, 5)], [(4, 5, 5), (2, 5, 5)], [(4, 5, 5), (4, 5, 4)], [(4, 5, 5), (4, 1, 1)], [(5,), (5,)],
         [(5,), (7,)], [(4, 5, 5), (4,)], [(3, 2, 2)] * 3, [(3, 2, 2), (3, 2, 2), (1, 2, 2)],
         [(4,), (4, 5, 5)], [(4, 1, 1), (4, 5, 5)], [(4, 5, 5), (4,), (4, 1, 1), (4, 5, 5)], [(4, 5, 5), (4, 5, 1)],
         [(1, 5, 5), (4, 5, 5)], [(5,), (4, 5, 5)], [(1,), (4, 5, 5)], [(4,), (4, 1, 1)]]
# Where our rules refuse what torch would take, and why.
STRICTER = {
    "Linear": "torch multiplies the last axis of a volume, which is never meant",
    "ZeroPad2d": "torch pads the batch when a vector arrives",
    "ConvTranspose2d": "torch makes an image without a pixel when the padding takes everything",
    "GroupNorm": "with one value a group torch takes two images but not one, and every value would become 0",
    "Output": "an identity takes anything; the number of classes is the network's promise",
}


def parameter_sets(kind: str) -> Iterator[dict]:
    grid = GRID.get(kind, {})
    for values in itertools.product(*grid.values()):
        yield layer_kinds()[kind].check_parameters(dict(zip(grid, values, strict=True)))


def input_sets(kind: str) -> list[list[tuple[int, ...]]]:
    rules = layer_kinds()[kind]
    if kind == "Backbone":
        return [[shape] for shape in PHOTOGRAPHS]
    if rules.max_inputs > 1:
        return PAIRS
    return [[shape] for shape in ANY] if rules.max_inputs else [[]]


def ours(kind, inputs, parameters):
    """Return our rule's shape, or None where it refuses."""
    try:
        return layer_kinds()[kind].shape(inputs, parameters)
    except ShapeError:
        return None


def theirs(kind, inputs, parameters):
    """Return torch's output shape without the batch and its weight count, or None where torch raises."""
    try:
        module = FACTORIES[kind](inputs, parameters).eval()
        given = inputs or [(parameters["channels"], parameters["height"], parameters["width"])]
        with torch.no_grad():
            result = module(*(torch.zeros(2, *shape) for shape in given))
    except (RuntimeError, ValueError, IndexError):
        return None
    except UserWarning as warning:
        if "will result in an error in a future release" not in str(warning):
            raise
        return None
    assert result.shape[0] == 2
    return tuple(result.shape[1:]), sum(weight.numel() for weight in module.parameters())


def is_stricter_case(kind, inputs, parameters):
    if kind == "ConvTranspose2d":
        expected = theirs(kind, inputs, parameters)
        return expected is not None and 0 in expected[0]
    if kind == "GroupNorm":
        return math.prod(inputs[0]) == parameters["num_groups"]
    return kind == "Output" or (len(inputs[0]), kind) in ((3, "Linear"), (1, "ZeroPad2d"))


@pytest.mark.filterwarnings("ignore:Using padding='same' with even kernel lengths")
@pytest.mark.parametrize("kind", list(layer_kinds()))
def test_shape_and_weights_equal_torch_and_both_refuse_the_same(kind):
    rules = layer_kinds()[kind]
    fitting = 0
    for parameters in parameter_sets(kind):
        for inputs in input_sets(kind):
            shape = ours(kind, inputs, parameters)
            if shape is None and is_stricter_case(kind, inputs, parameters):
                continue
            expected = theirs(kind, inputs, parameters)
            if shape is None:
                assert expected is None, (inputs, parameters)
                continue
            assert (shape, rules.weights(inputs, parameters)) == expected, (inputs, parameters)
            fitting += 1
    assert fitting >= 2


def test_the_exceptions_from_equality_are_only_those_that_have_a_reason():
    kinds = {kind for kind in layer_kinds()
             if any(is_stricter_case(kind, inputs, parameters)
                    for parameters in parameter_sets(kind) for inputs in input_sets(kind) if inputs)}
    assert kinds == set(STRICTER)


def test_every_parameter_of_every_kind_is_in_the_grid():
    for kind in layer_kinds().values():
        wanted = {parameter.name for parameter in kind.parameters if parameter != FROZEN}  # it changes no shape
        assert set(GRID.get(kind.name, {})) == wanted


def test_the_comparison_notices_a_wrong_rule():
    parameters = layer_kinds()["Conv2d"].check_parameters({"stride": 2})
    assert ours("Conv2d", [(4, 6, 6)], {**parameters, "stride": (1, 1)}) != theirs("Conv2d", [(4, 6, 6)], parameters)[0]


def test_every_kind_has_a_factory():
    assert set(FACTORIES) == set(layer_kinds())


@pytest.mark.parametrize("kind", list(layer_kinds()))
def test_no_module_changes_its_input(kind):
    parameters = next(parameter_sets(kind))
    for inputs in input_sets(kind):
        if ours(kind, inputs, parameters) is None or not inputs:
            continue
        module = FACTORIES[kind](inputs, parameters).train()
        given = [torch.randn(2, *shape, generator=torch.Generator().manual_seed(1)) for shape in inputs]
        before = [tensor.clone() for tensor in given]
        module(*given)
        assert all(torch.equal(a, b) for a, b in zip(given, before, strict=True))


def test_maxout_takes_the_largest_of_neighbouring_channels():
    module = FACTORIES["Maxout"]([(4, 1, 1)], {"pieces": 2})
    values = torch.tensor([1.0, 5.0, 7.0, 2.0])
    assert module(values.reshape(1, 4)).tolist() == [[5.0, 7.0]]
    assert module(values.reshape(1, 4, 1, 1)).flatten().tolist() == [5.0, 7.0]


def test_add_refuses_to_broadcast():
    with pytest.raises(ValueError, match="cannot add"):
        FACTORIES["Add"]([], {})(torch.zeros(2, 4, 5, 5), torch.zeros(2, 4, 1, 1))


def test_softmax_sums_to_one_over_the_channels():
    result = FACTORIES["Softmax"]([(3, 2, 2)], {})(torch.randn(1, 3, 2, 2))
    assert torch.allclose(result.sum(dim=1), torch.ones(1, 2, 2))


def test_reserved_ids_are_all_that_torch_would_refuse():
    names = {name for name in dir(torch.nn.ModuleDict()) if not name.startswith("_")}
    assert names <= RESERVED_IDS


def test_ids_we_make_are_never_reserved():
    graph = NetworkGraph()
    assert not {graph.new_node(kind).id for kind in layer_kinds()} & RESERVED_IDS


def valid_cases(kind, about=40):
    """Return (inputs, parameters, output shape) where our rule takes the inputs, from all over the grid."""
    cases = [(inputs, parameters, ours(kind, inputs, parameters))
             for parameters in parameter_sets(kind) for inputs in input_sets(kind) if inputs]
    fitting = [case for case in cases if case[2] is not None]
    return fitting[::max(1, len(fitting) // about)]


WITH_INPUT = [name for name, kind in layer_kinds().items() if kind.max_inputs]


@pytest.mark.parametrize("kind", WITH_INPUT)
def test_a_kind_that_keeps_the_count_gives_as_many_channels_as_it_takes(kind):
    kept = {shape[0] == inputs[0][0] for inputs, _parameters, shape in valid_cases(kind)}
    assert kept == {True} if layer_kinds()[kind].keeps_count else False in kept


def is_affine(kind, inputs, parameters):
    """Tell whether f(a + b) = f(a) + f(b) − f(0) for random a and b, when predicting."""
    generator = torch.Generator().manual_seed(3)
    module = FACTORIES[kind](inputs, parameters).double().eval()
    first, second = ([torch.randn(2, *shape, generator=generator).double() for shape in inputs] for _ in range(2))
    with torch.no_grad():
        whole = module(*(a + b for a, b in zip(first, second, strict=True)))
        parts = module(*first) + module(*second) - module(*(torch.zeros_like(a) for a in first))
    return torch.allclose(whole, parts, atol=1e-9)


@pytest.mark.filterwarnings("ignore:Using padding='same' with even kernel lengths")
@pytest.mark.parametrize("kind", WITH_INPUT)
def test_a_linear_kind_is_an_affine_function_and_no_other_kind_is(kind):
    with torch.random.fork_rng(devices=[]):
        found = {is_affine(kind, inputs, parameters) for inputs, parameters, _shape in valid_cases(kind)}
    assert found == {True} if layer_kinds()[kind].is_linear else False in found


@pytest.mark.parametrize("kind", WITH_INPUT)
def test_the_count_parameter_is_what_comes_out(kind):
    name = layer_kinds()[kind].count_parameter
    for _inputs, parameters, shape in valid_cases(kind):
        assert not name or shape[0] == parameters[name]
    assert not name or layer_kinds()[kind].is_weighted
