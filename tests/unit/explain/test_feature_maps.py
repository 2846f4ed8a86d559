"""Feature maps, node pictures and kernels."""

import numpy as np
import pytest
import torch
from torch import nn

from cnnstudio.errors import NetworkError
from cnnstudio.explain.feature_maps import (
    capture,
    channel_grid,
    dead_channels,
    kernels,
    strongest_channels,
)
from tests.unit.explain import networks
from tests.unit.explain.networks import image, seeded, walk_sequential


def test_every_layer_is_captured_as_it_was_before_in_place_operations():
    network = seeded(1, networks.plain)
    captured = capture(network, image())
    with torch.no_grad():
        expected, _ = walk_sequential(network.eval(), image())
    assert list(captured) == [str(number) for number in range(9)]
    for name, values in captured.items():
        np.testing.assert_array_equal(values, expected[name][0].numpy())
        assert values.dtype == np.float32


def test_captured_maps_own_their_memory():
    network = seeded(1, networks.plain)
    captured = capture(network, image())
    kept = {name: values.copy() for name, values in captured.items()}
    capture(network, image(seed=1))
    assert all((captured[name] == kept[name]).all() for name in kept)


def test_a_channel_grid_gives_each_channel_its_own_scale_or_one_for_all():
    activation = np.stack([np.array([[0, 1]]), np.array([[0, 10]]), np.array([[5, 5]])]).astype(np.float32)
    own = channel_grid(activation, 2)
    assert [picture.tolist() for picture in own] == [[[0, 255]], [[0, 255]]]
    shared = channel_grid(activation, 3, shared_scale=True)
    assert [picture.tolist() for picture in shared] == [[[0, 26]], [[0, 255]], [[128, 128]]]
    assert channel_grid(np.zeros(5, dtype=np.float32), 3) == ()


def test_a_dead_map_is_black_and_nan_does_not_spoil_a_grid():
    constant, holes = np.full((1, 2, 2), 7, dtype=np.float32), np.array([[[np.nan, 1, 2]]], dtype=np.float32)
    assert not channel_grid(constant, 1)[0].any()
    assert channel_grid(holes, 1)[0].tolist() == [[0, 0, 255]]


def test_the_strongest_channels_come_first_and_the_dead_ones_are_known():
    activation = np.array([[[0, 0]], [[-9, 1]], [[2, 2]], [[0, 0]]], dtype=np.float32)
    assert strongest_channels(activation).tolist() == [1, 2, 0, 3]
    assert dead_channels(activation).tolist() == [0, 3]


def test_kernels_show_zero_as_middle_grey_and_their_own_greatest_weight_at_full_scale():
    network = nn.Sequential(nn.Conv2d(1, 2, 2))
    with torch.no_grad():
        network[0].weight.copy_(torch.tensor([[[[0, 1], [-2, 0.5]]], [[[0, 0], [0, 0]]]]))
    pictures = kernels(network)
    assert pictures.shape == (2, 2, 2, 1)
    np.testing.assert_array_equal(pictures[0, ..., 0], [[128, 192], [1, 160]])
    assert (pictures[1] == 128).all()


def test_kernels_over_three_channels_are_in_colour_and_over_more_are_averaged():
    assert kernels(nn.Conv2d(3, 4, (3, 5))).shape == (4, 3, 5, 3)
    assert kernels(nn.Conv2d(7, 4, 3)).shape == (4, 3, 3, 1)


def test_a_network_without_kernels_is_refused():
    with pytest.raises(NetworkError, match="no convolution"):
        kernels(nn.Linear(2, 2))
