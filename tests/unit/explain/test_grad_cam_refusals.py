"""What cannot be explained by Grad-CAM is refused in a sentence that says why."""

import pytest
import torch
from torch import Tensor, nn

from cnnstudio.errors import InputError, NetworkError
from cnnstudio.explain.grad_cam import grad_cam
from tests.unit.explain import networks
from tests.unit.explain.networks import image, seeded


@pytest.mark.parametrize("target", [5, -1])
def test_a_class_that_is_not_there_is_refused(target: int):
    network, pixels = seeded(1, networks.plain), image()
    with pytest.raises(InputError, match=rf"There is no class {target}: this network has 5 classes \(0 to 4\)"):
        grad_cam(network, network[4], pixels, target)


@pytest.mark.parametrize("pixels", [torch.zeros(2, 3, 16, 16), torch.zeros(3, 16, 16),
                                    torch.zeros(1, 3, 16, 16, dtype=torch.uint8)])
def test_anything_but_one_image_is_refused(pixels: Tensor):
    network = seeded(1, networks.plain)
    with pytest.raises(InputError, match=r"One image of shape \(1, C, H, W\)"):
        grad_cam(network, network[4], pixels, 0)


def test_an_image_that_is_not_finite_is_refused():
    network = seeded(1, networks.plain)
    with pytest.raises(InputError, match="not finite"):
        grad_cam(network, network[4], torch.full((1, 3, 16, 16), torch.nan), 0)


def test_weights_that_ran_away_are_refused_and_the_first_bad_layer_is_named():
    network = seeded(1, networks.plain)
    with torch.no_grad():
        network[2].weight[0, 0, 0, 0] = torch.inf
    with pytest.raises(NetworkError, match="Layer 2 gives values that are not finite"):
        grad_cam(network, network[4], image(), 0)


def test_gradients_that_are_not_finite_are_refused():
    class Root(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.conv = nn.Conv2d(3, 2, 3)

        def forward(self, images: Tensor) -> Tensor:
            return torch.sqrt(self.conv(images) * 0).mean(dim=(2, 3))

    network = seeded(9, Root)
    with pytest.raises(NetworkError, match="The gradients at layer conv are not finite"):
        grad_cam(network, network.conv, image(), 0)


def test_a_network_that_does_not_end_in_class_scores_is_refused():
    network = nn.Sequential(nn.Conv2d(3, 2, 3), nn.ReLU(), nn.Flatten(2))
    with pytest.raises(NetworkError, match=r"must end in one row of class scores \(1, K\); it gives shape"):
        grad_cam(network, network[0], image(), 0)
