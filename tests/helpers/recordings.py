"""A small network with one image recorded in it, for tests of what walks through networks."""

import numpy as np
import torch

from cnnstudio.explain.walk_capture import capture_walk
from cnnstudio.explain.walk_recording import Recording
from cnnstudio.torch_network.builder import build
from tests.helpers.networks import chain


def record(seed: int = 0, **settings: object) -> Recording:
    """Return a convolution, ReLU, pooling and a dense layer with random weights and random pixels."""
    graph = chain(("Conv2d", {"out_channels": 4, "padding": 1}), "ReLU", "MaxPool2d", "Flatten",
                  ("Linear", {"out_features": 3}), ("Output", {"classes": 3}), input_shape=(3, 8, 8))
    pixels = np.random.default_rng(seed).integers(0, 256, (8, 8, 3), dtype=np.uint8)
    torch.manual_seed(0)
    network = build(graph)
    image = torch.from_numpy(pixels.transpose(2, 0, 1) / np.float32(255))[None]
    return capture_walk(network, graph, image, pixels, (0.0,) * 3, (1.0,) * 3, ("a", "b", "c"), **settings)
