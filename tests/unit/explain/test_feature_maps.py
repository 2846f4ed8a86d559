"""What each layer of a network makes of an image."""

import numpy as np
import torch

from cnnstudio.explain.feature_maps import capture
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
