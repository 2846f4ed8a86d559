"""What a layer costs and sees, counted again by torch: multiply-adds by its counter, what is seen by gradients."""

import pytest
import torch
from torch.utils.flop_counter import FlopCounterMode

from cnnstudio.network.costs import node_costs
from cnnstudio.network.registry import layer_kinds
from cnnstudio.network.shapes import analyse
from cnnstudio.torch_network.layer_modules import FACTORIES
from tests.helpers.networks import chain
from tests.unit.torch_network.test_layer_modules import WITH_INPUT, valid_cases

SIDE = 12
GAUSS = [[1, 2, 1], [2, 4, 2], [1, 2, 1]]
# Every kind that a volume can enter alone, with parameters that make its window unlike the others.
SEEING = {
    "Conv2d": [{"kernel_size": (3, 2)}, {"kernel_size": 3, "dilation": (1, 2)}],
    "DepthwiseConv2d": [{"kernel_size": (1, 3), "stride": 2, "channel_multiplier": 2}],
    "ConvTranspose2d": [
        {}, {"kernel_size": 3}, {"kernel_size": (4, 5), "stride": (2, 3), "padding": 1},
        {"kernel_size": 3, "stride": (1, 2), "dilation": (1, 2)}, {"kernel_size": 2, "stride": (2, 3), "dilation": 3},
        {"kernel_size": 1, "stride": 3}],
    "FixedKernel": [{"kernel": GAUSS}, {"kernel": [[1] * 5] * 5, "same": False}],
    "MaxPool2d": [{"kernel_size": (2, 3)}, {"kernel_size": 3, "padding": 1}],
    "AvgPool2d": [{"kernel_size": (2, 3)}],
    "AdaptiveAvgPool2d": [{"output_size": (5, 3)}, {"output_size": 12}, {"output_size": 17}],
    "AdaptiveMaxPool2d": [{"output_size": (5, 3)}],
    "GlobalAvgPool2d": [{}],
    "GlobalMaxPool2d": [{}],
    "Upsample": [{"mode": "nearest"}, {"mode": "bilinear", "scale_factor": (1, 2)}, {"mode": "bilinear"}],
    "ZeroPad2d": [{"left": 2}],
    "Crop2d": [{"size": (4, 7)}],
    "GELU": [{"approximate": "none"}, {"approximate": "tanh"}],
    "GroupNorm": [{"num_groups": 1}],
    "SqueezeExcitation": [{"reduction": 2}],
}
CHAINS = [
    [("Conv2d", {"stride": 2}), ("ConvTranspose2d", {"kernel_size": 4, "stride": 2}), ("Conv2d", {"kernel_size": 3})],
    [("ConvTranspose2d", {}), ("Conv2d", {"kernel_size": 3})],
    [("ConvTranspose2d", {"kernel_size": 3}), ("Conv2d", {"kernel_size": 3})],
    [("Upsample", {}), ("Conv2d", {"kernel_size": 3}), ("MaxPool2d", {"stride": 1})],
    [("Upsample", {"mode": "bilinear"}), ("Conv2d", {"kernel_size": 3})],
    [("Upsample", {"scale_factor": 3}), ("Conv2d", {"kernel_size": 2})],
    [("MaxPool2d", {}), ("Upsample", {}), ("FixedKernel", {"kernel": GAUSS}), ("Crop2d", {"size": 8})],
    [("DepthwiseConv2d", {}), ("Conv2d", {"kernel_size": 1}), ("SqueezeExcitation", {}), ("Conv2d", {})],
]


@pytest.mark.filterwarnings("ignore:Using padding='same' with even kernel lengths")
@pytest.mark.parametrize("kind", WITH_INPUT)
def test_multiply_adds_are_half_of_what_torch_counts(kind):
    """Multiplications and additions are counted apart there, in convolutions and dense layers."""
    for inputs, parameters, shape in valid_cases(kind):
        module = FACTORIES[kind](inputs, parameters).eval()
        with FlopCounterMode(display=False) as counter, torch.no_grad():
            module(*(torch.zeros(1, *side) for side in inputs))
        counted = layer_kinds()[kind].multiply_adds(inputs, shape, parameters)
        assert counter.get_total_flops() == 2 * counted, (inputs, parameters)


def footprint(modules, draws, channels=4):
    """Return the most rows and columns of a SIDE × SIDE image that one output value depends on, by gradients.

    Of a large output the middle is looked at. What is not linear hands its gradient on to some of its inputs only, to
    others with each of ``draws`` random images.
    """
    def run(image):
        for module in modules:
            image = module(image)
        if image.dim() != 4:
            return image[0, :1]
        top, left = (max(0, (side - SIDE) // 2) for side in image.shape[2:])
        return image[0, 0, top:top + SIDE, left:left + SIDE].flatten()

    reached = False
    for draw in range(draws):
        generator = torch.Generator().manual_seed(draw)
        image = torch.randn(1, channels, SIDE, SIDE, generator=generator, dtype=torch.float64)
        gradients = torch.autograd.functional.jacobian(run, image, vectorize=True)
        reached = reached | (gradients[:, 0].abs().sum(dim=1) > 0)
    return max(_extent(seen.any(dim=1)) for seen in reached), max(_extent(seen.any(dim=0)) for seen in reached)


def _extent(seen):
    places = seen.nonzero().flatten()
    return int(places.max() - places.min()) + 1 if len(places) else 0


def layers_of(layers):
    """Return the modules of layers in a row, with weights above 0, and what our rule says the last one sees."""
    graph = chain(*layers, input_shape=(4, SIDE, SIDE))
    analysis = analyse(graph)
    modules = []
    with torch.random.fork_rng(devices=[]):
        for node_id in list(graph.nodes)[1:]:
            node = graph.nodes[node_id]
            modules.append(FACTORIES[node.kind](analysis.input_shapes[node_id], node.parameters).double().eval())
            for weight in modules[-1].parameters():
                torch.nn.init.uniform_(weight, 0.1, 1.0, generator=torch.Generator().manual_seed(1))
    rows, columns = node_costs(graph, analysis)[node_id].receptive_field
    return modules, (min(rows, SIDE), min(columns, SIDE))


def _draws(kinds):
    if "GlobalMaxPool2d" in kinds:
        return 60
    return 1 if all(layer_kinds()[kind].is_linear for kind in kinds) else 8


VOLUME_KINDS = [name for name in WITH_INPUT if layer_kinds()[name].max_inputs == 1
                and name not in ("Flatten", "Linear", "BatchNorm1d", "Output", "Backbone")]


@pytest.mark.parametrize(("kind", "parameters"), [
    (kind, parameters) for kind in VOLUME_KINDS for parameters in SEEING.get(kind, [{}])])
def test_one_layer_sees_what_its_gradient_reaches(kind, parameters):
    modules, ruled = layers_of([(kind, parameters)])
    assert footprint(modules, _draws([kind])) == ruled


@pytest.mark.parametrize("layers", CHAINS, ids=lambda layers: "-".join(kind for kind, _parameters in layers))
def test_layers_in_a_row_see_what_their_gradients_reach(layers):
    modules, ruled = layers_of(layers)
    assert footprint(modules, _draws([kind for kind, _parameters in layers])) == ruled


def test_the_comparison_notices_a_wrong_window():
    modules, ruled = layers_of([("Conv2d", {"kernel_size": 3})])
    wider, _ = layers_of([("Conv2d", {"kernel_size": 5})])
    assert footprint(modules, 1) == ruled == (3, 3)
    assert footprint(wider, 1) != ruled
