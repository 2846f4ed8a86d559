"""A look leaves the network as it was, whatever happens in it."""

import threading
from typing import Any

import pytest
import torch
from torch import Tensor, nn
from torch.nn import functional as tf

from cnnstudio.errors import NetworkError
from cnnstudio.explain.feature_maps import capture
from cnnstudio.explain.grad_cam import grad_cam
from cnnstudio.explain.pass_hooks import first_not_finite, pick_logits, record, undisturbed
from cnnstudio.explain.target_layer import choose_layer, spatial_layers
from tests.unit.explain import networks
from tests.unit.explain.networks import image, seeded


def trace(network: nn.Module) -> dict[str, Any]:
    """Return everything a look could leave behind."""
    state: dict[str, Any] = {"random": torch.get_rng_state().tolist(), "grad": torch.is_grad_enabled()}
    for name, part in network.named_modules():
        state[f"{name} training"] = part.training
        state[f"{name} hooks"] = [len(hooks) for hooks in (
            part._forward_hooks, part._forward_pre_hooks, part._backward_hooks, part._backward_pre_hooks)]
        state[f"{name} slots"] = [(key, id(value)) for store in (part._parameters, part._buffers)
                                  for key, value in store.items()]
    for name, value in (*network.named_parameters(), *network.named_buffers()):
        grad = value.grad
        state[name] = (value.requires_grad, value._version, value.numpy(force=True).tobytes(), id(grad),
                       None if grad is None else grad.numpy().tobytes())
    return state


def used(seed: int = 1) -> nn.Module:
    """Return a network amid a training: gradients there, one layer frozen, one normalisation kept in eval."""
    network = seeded(seed, networks.plain).train()
    tf.cross_entropy(network(image().repeat(2, 1, 1, 1)), torch.tensor([0, 1])).backward()
    network[0].weight.requires_grad_(requires_grad=False)
    network[3].eval()
    return network


LOOKS = {
    "grad_cam": lambda network: grad_cam(network, network[4], image(), 1),
    "capture": lambda network: capture(network, image()),
    "spatial_layers": lambda network: spatial_layers(network, image()),
    "choose_layer": lambda network: choose_layer(network, image()),
    "first_not_finite": lambda network: first_not_finite(network, image()),
}


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_every_look_leaves_the_network_exactly_as_it_was(look):
    network = used()
    before = trace(network)
    look(network)
    assert trace(network) == before


def test_control_a_plain_pass_in_training_mode_does_leave_traces():
    network = used()
    network[3].train()
    before = trace(network)
    network(image())
    assert trace(network) != before


class Failing(nn.Module):
    def forward(self, maps: Tensor) -> Tensor:
        raise RuntimeError("out of memory")


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_a_look_that_fails_inside_leaves_the_network_exactly_as_it_was(look):
    network = used()
    network[6] = Failing()
    before = trace(network)
    with pytest.raises(RuntimeError, match="out of memory"):
        look(network)
    assert trace(network) == before


def test_a_refused_look_leaves_the_network_exactly_as_it_was():
    network = used()
    before = trace(network)
    with pytest.raises(NetworkError):
        grad_cam(network, network[8], image(), 1)
    assert trace(network) == before


def test_an_exception_in_the_block_itself_leaves_the_network_exactly_as_it_was():
    network = used()
    before = trace(network)
    with pytest.raises(KeyboardInterrupt), undisturbed(network, image()):
        raise KeyboardInterrupt
    assert trace(network) == before


class Drawing(nn.Module):
    """Drops at random even in evaluation mode, and counts its calls in a buffer."""

    def __init__(self, fails: bool = False) -> None:
        super().__init__()
        self.conv = nn.Conv2d(3, 4, 3)
        self.fails = fails
        self.register_buffer("seen", torch.zeros(1))

    def forward(self, images: Tensor) -> Tensor:
        self.seen += 1
        maps = tf.dropout(self.conv(images), 0.5, training=True)
        if self.fails:
            raise RuntimeError("later")
        return maps.mean(dim=(2, 3))


def test_a_network_that_draws_in_evaluation_mode_is_noticed_and_the_random_state_put_back():
    network = seeded(2, Drawing)
    before = trace(network)
    result = grad_cam(network, network.conv, image(), 0)
    assert trace(network) == before
    assert result.notes == ("The network draws random numbers even when it is not training; another look may differ.",)


def test_the_random_state_is_put_back_also_when_the_network_draws_and_then_fails():
    network = seeded(2, lambda: Drawing(fails=True))
    before = trace(network)
    with pytest.raises(RuntimeError, match="later"):
        capture(network, image())
    assert trace(network) == before


class Beside(nn.Module):
    """While it runs, another thread draws a random number, as a training in the background does."""

    def __init__(self) -> None:
        super().__init__()
        self.conv = nn.Conv2d(3, 4, 3)

    def forward(self, images: Tensor) -> Tensor:
        thread = threading.Thread(target=torch.rand, args=(1,))
        thread.start()
        thread.join()
        return self.conv(images).mean(dim=(2, 3))


def test_what_another_thread_draws_meanwhile_is_not_taken_back():
    network = seeded(2, Beside)
    before = torch.get_rng_state()
    result = grad_cam(network, network.conv, image(), 0)
    assert not torch.equal(before, torch.get_rng_state())
    assert result.notes == ()


def test_the_image_is_not_changed_by_a_network_that_works_in_place_on_its_input():
    network = nn.Sequential(nn.ReLU(inplace=True), nn.Conv2d(3, 2, 3), nn.Flatten(), nn.LazyLinear(2))
    network(image())
    pixels = image()
    capture(network, pixels)
    assert torch.equal(pixels, image())


def test_outputs_are_recorded_before_the_next_layer_changes_them_in_place():
    network = nn.Sequential(nn.Conv2d(3, 2, 1), nn.ReLU(inplace=True))
    least = record(network, image(), lambda output: float(output.min()))
    assert least["0"] < 0
    assert least["1"] == 0


@pytest.mark.parametrize("output", [
    torch.arange(3.0)[None], torch.arange(3.0), {"out": torch.arange(3.0)[None]}, {"logits": torch.arange(3.0)},
    (torch.arange(3.0)[None], torch.zeros(1, 7)), [torch.arange(3.0)]])
def test_logits_are_found_in_what_networks_return(output):
    assert pick_logits(output).tolist() == [0, 1, 2]


@pytest.mark.parametrize("output", [torch.zeros(2, 3), torch.tensor(1.0), "text", (), {"aux": torch.zeros(1, 3)}, None])
def test_anything_but_one_row_of_scores_is_refused(output):
    with pytest.raises(NetworkError, match="must end in one row of class scores"):
        pick_logits(output)
