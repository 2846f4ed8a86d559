"""Which layers a heatmap is offered for, and which one is taken."""

import pytest
import torch
from torch import Tensor, nn

from cnnstudio.errors import NetworkError
from cnnstudio.explain.layer_trace import inspected, trace
from cnnstudio.explain.target_layer import activation_note, automatic, choose_layer, find_layer, spatial_layers
from cnnstudio.network.registry import layer_kinds
from cnnstudio.torch_network.builder import build
from cnnstudio.torch_network.own_modules import Crop
from tests.helpers.networks import chain
from tests.unit.explain import networks
from tests.unit.explain.networks import image, seeded


class Nodes(nn.Module):
    """Stands for a built network graph: a ModuleDict of nodes, each run once."""

    def __init__(self, **layers: nn.Module) -> None:
        super().__init__()
        self.layers = nn.ModuleDict(layers)

    def forward(self, images: Tensor) -> Tensor:
        for layer in self.layers.values():
            images = layer(images)
        return images


def lenet(side: int = 16) -> Nodes:
    return Nodes(conv_1=nn.Conv2d(3, 6, 5), relu_1=nn.ReLU(), pool_1=nn.MaxPool2d(2), conv_2=nn.Conv2d(6, 8, 3),
                 relu_2=nn.ReLU(), pool_2=nn.MaxPool2d(2), dropout_1=nn.Dropout(), flatten_1=nn.Flatten(),
                 linear_1=nn.Linear(8 * ((side - 4) // 2 // 2 - 1) ** 2, 3), output_1=nn.Identity())


def test_all_layers_with_height_and_width_are_listed_in_the_order_they_run():
    assert [(layer.id, layer.shape) for layer in spatial_layers(lenet(), image())] == [
        ("conv_1", (6, 12, 12)), ("relu_1", (6, 12, 12)), ("pool_1", (6, 6, 6)), ("conv_2", (8, 4, 4)),
        ("relu_2", (8, 4, 4)), ("pool_2", (8, 2, 2)), ("dropout_1", (8, 2, 2))]


def test_the_last_activation_before_pooling_and_classifier_is_taken_and_the_reason_says_so():
    choice = choose_layer(lenet(), image())
    assert choice.id == automatic(lenet(), image()) == "relu_2"
    assert choice.reason == ("relu_2 is the last layer with height and width before the classifier (8 maps of 4 × 4); "
                             "the pooling behind it would leave only 2 × 2.")


def test_each_layer_is_known_to_stand_before_or_after_an_activation():
    network = nn.Sequential(nn.Sequential(nn.Conv2d(3, 4, 3), nn.ReLU6()), nn.Conv2d(4, 4, 3), nn.BatchNorm2d(4),
                            nn.SiLU(), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(4, 2)).eval()
    sides = {layer.key: layer.activation for layer in inspected(network, trace(network, image()))}
    assert sides == {"0.0": "before", "0.1": "after", "0": "after", "1": "", "2": "before", "3": "after"}


def test_a_coarse_map_is_called_coarse():
    network = Nodes(conv_1=nn.Conv2d(3, 4, 15), flatten_1=nn.Flatten(), linear_1=nn.Linear(16, 2))
    assert "Its map is coarse" in choose_layer(network, image()).reason


def test_the_activation_after_a_residual_addition_is_taken():
    assert automatic(seeded(1, networks.Residual), image()) == "relu"


def test_the_last_layer_inside_the_last_block_of_a_resnet_is_taken():
    from torchvision.models import resnet18
    network = seeded(1, lambda: resnet18(num_classes=3))
    assert automatic(network, image(3, 64, 64)) == "layer4.1.relu"


@pytest.mark.parametrize("resizing", [nn.Upsample(scale_factor=2), nn.ZeroPad2d(1), Crop(1, 1, 4, 4)])
def test_an_enlarged_padded_or_cut_map_is_stepped_over(resizing):
    network = Nodes(conv_1=nn.Conv2d(3, 4, 5), relu_1=nn.ReLU(), resized_1=resizing, pool_1=nn.AdaptiveMaxPool2d(2),
                    flatten_1=nn.Flatten(), linear_1=nn.Linear(16, 2))
    assert automatic(network, image()) == "relu_1"


@pytest.mark.parametrize("kind", [name for name, kind in layer_kinds().items() if kind.family == "activation"])
def test_a_map_before_any_kind_of_activation_says_so(kind):
    graph = chain(("Conv2d", {"out_channels": 4}), kind, "GlobalAvgPool2d", ("Linear", {"out_features": 2}),
                  ("Output", {"classes": 2}))
    assert f"{kind.lower()}_1 shows what the next layers receive" in activation_note(build(graph), "conv2d_1")


def test_a_map_before_normalisation_does_not_say_so():
    graph = chain(("Conv2d", {"out_channels": 4}), "BatchNorm2d", "GlobalAvgPool2d", ("Linear", {"out_features": 2}),
                  ("Output", {"classes": 2}))
    assert activation_note(build(graph), "conv2d_1") == ""


def test_maps_of_one_cell_are_stepped_over():
    network = Nodes(conv_1=nn.Conv2d(3, 4, 3), relu_1=nn.ReLU(), conv_2=nn.Conv2d(4, 5, 14), relu_2=nn.ReLU(),
                    flatten_1=nn.Flatten(), linear_1=nn.Linear(5, 2))
    assert automatic(network, image()) == "relu_1"


def test_a_layer_that_leads_nowhere_is_not_offered():
    class Aside(Nodes):
        def forward(self, images: Tensor) -> Tensor:
            maps = self.layers["conv_1"](images)
            self.layers["aside_1"](maps)
            return self.layers["linear_1"](maps.mean(dim=(2, 3)))

    network = Aside(conv_1=nn.Conv2d(3, 4, 3), aside_1=nn.ReLU(), linear_1=nn.Linear(4, 2))
    assert [layer.id for layer in spatial_layers(network, image())] == ["conv_1"]
    assert automatic(network, image()) == "conv_1"


def test_layers_are_found_in_a_network_that_is_run_without_gradients():
    with torch.inference_mode():
        assert automatic(lenet(), image()) == "relu_2"


def test_a_network_without_a_map_is_refused_with_what_to_add():
    network = Nodes(flatten_1=nn.Flatten(), linear_1=nn.Linear(768, 2))
    with pytest.raises(NetworkError, match="Add a convolution before Flatten"):
        automatic(network, image())


def test_a_layer_is_found_by_its_id():
    network = lenet()
    assert find_layer(network, "conv_2") is network.layers["conv_2"]


def test_a_mistyped_layer_gets_the_nearest_name():
    with pytest.raises(NetworkError, match=r'has no layer "conv2". Did you mean conv_2\?'):
        find_layer(lenet(), "conv2")


def test_a_strange_name_gets_the_list_of_layers():
    with pytest.raises(NetworkError, match="Its layers are conv_1, relu_1, pool_1"):
        find_layer(lenet(), "xyzzy")
