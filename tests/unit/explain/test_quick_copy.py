"""The quick copy of a network against the network itself."""

import numpy as np
import pytest
import torch
from torch import Tensor, nn

from cnnstudio.explain.pass_hooks import record
from cnnstudio.explain.quick_copy import Folded, quick_copy
from cnnstudio.network.presets import preset
from cnnstudio.torch_network.builder import build
from tests.unit.explain.networks import Residual, image, plain, seeded


class TakenTwice(nn.Module):
    """A convolution whose output a normalisation takes, and an addition too."""

    def __init__(self) -> None:
        super().__init__()
        self.conv, self.bn, self.fc = nn.Conv2d(3, 4, 3), nn.BatchNorm2d(4), nn.Linear(4, 3)

    def forward(self, images: Tensor) -> Tensor:
        values = self.conv(images)
        return self.fc((self.bn(values) + values).relu().mean(dim=(2, 3)))


class Hidden(TakenTwice):
    """The same, with the second use out of sight of the recording."""

    def forward(self, images: Tensor) -> Tensor:
        values = self.conv(images)
        return self.fc((self.bn(values) + values.detach()).relu().mean(dim=(2, 3)))


class Viewed(TakenTwice):
    """Counts on values that lie in memory channel after channel."""

    def forward(self, images: Tensor) -> Tensor:
        values = self.bn(self.conv(images)).relu()
        return self.fc(values.view(len(values), -1)[:, :4])


def folded(network: nn.Module) -> int:
    return sum(isinstance(part, Folded) for part in network.modules())


def answers(network: nn.Module, images: Tensor) -> np.ndarray:
    with torch.no_grad():
        return network.eval()(images).numpy()


@pytest.mark.parametrize(("make", "pairs"), [(Residual, 2), (plain, 1), (TakenTwice, 0), (Hidden, 0),
                                             (Viewed, 0)])
def test_a_copy_gives_the_answers_of_the_network(make, pairs) -> None:
    network = seeded(3, make)
    images = torch.cat([image(seed=seed) for seed in range(5)])
    copied = quick_copy(network, images[:2])
    assert folded(copied) == pairs
    assert np.allclose(answers(copied, images), answers(network, images), rtol=0, atol=1e-5)   # float32: 1e-6 of 1


def test_channels_last_would_stop_a_network_that_counts_on_the_usual_order() -> None:
    with pytest.raises(RuntimeError, match="view size"):
        seeded(3, Viewed)(image().contiguous(memory_format=torch.channels_last))


def test_without_its_normalisations_a_network_gives_other_answers() -> None:
    network = seeded(3, Residual)
    expected = answers(network, image())
    network.bn1 = network.bn2 = nn.Identity()
    assert np.abs(answers(network, image()) - expected).max() > 0.1


def test_each_layer_of_a_built_network_but_the_convolutions_gives_what_it_gave() -> None:
    network = seeded(4, lambda: build(preset("small", input_shape=(3, 32, 32), classes=4))).eval()
    images = image(height=32, width=32)
    copied = quick_copy(network, images)
    pairs = folded(copied)
    assert pairs == sum(isinstance(part, nn.BatchNorm2d) for part in network.modules()) > 1
    one, two = (record(asked, images, lambda output: output.detach().clone()) for asked in (network, copied))
    assert list(one) == list(two)
    same = {name for name in one if torch.allclose(one[name], two[name], rtol=0, atol=1e-4)}   # float32: 1e-6 of 10
    assert len(one) - len(same) == pairs
    assert {type(network.layers[name]) for name in set(one) - same} == {nn.Conv2d}


def test_the_network_stays_as_it_was() -> None:
    network = seeded(3, Residual).train()
    before = {name: value.clone() for name, value in network.state_dict().items()}
    quick_copy(network, image())
    assert all(torch.equal(value, before[name]) for name, value in network.state_dict().items())
    assert all(part.training and not part._forward_hooks for part in network.modules())
    assert all(weight.requires_grad and weight.grad is None for weight in network.parameters())


def test_the_copy_has_new_memory_for_the_weights_of_convolutions_alone() -> None:
    network = seeded(3, plain)
    copied = quick_copy(network, image())
    shared = {name: weight.data_ptr() == network.state_dict()[name].data_ptr()
              for name, weight in copied.state_dict().items()}
    assert shared["8.weight"]
    assert not shared["2.weight"]
    assert not shared["0.weight"]   # laid out anew
