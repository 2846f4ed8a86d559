"""Networks that learn an image set in a moment: a dense layer behind frozen features, or a few small convolutions."""

from functools import cache

import numpy as np
import torch
from torch import nn

from cnnstudio.network.registry import layer_kind
from cnnstudio.torch_network.backbone import Backbone
from tests.helpers.image_sets import Floats, ImageSet, Pixels

PIXEL_MEAN = np.array([127.0, 127.0, 127.0]) / 255
PIXEL_STD = np.array([128.0, 128.0, 128.0]) / 255


class FrozenFeatures:
    """Features of the pretrained network, each different picture worked out once.

    Pictures are told apart by their bytes, so that only those a mark changed cost anything the second time.
    """

    def __init__(self) -> None:
        self.backbone = Backbone(layer_kind("Backbone").defaults())
        self.backbone.take_starting_weights()
        self.backbone.eval()
        self._known: dict[bytes, Floats] = {}

    def of(self, pixels: Pixels) -> Floats:
        """Return (n, 1280), the pooled last map, of pictures (n, h, w, 3)."""
        keys = [picture.tobytes() for picture in pixels]
        new = [row for row, key in enumerate(keys) if key not in self._known]
        for start in range(0, len(new), 32):
            rows = new[start:start + 32]
            with torch.no_grad():
                values = self.backbone(_normal(pixels[rows])).mean(dim=(2, 3)).numpy()
            self._known.update(zip((keys[row] for row in rows), values, strict=True))
        return np.array([self._known[key] for key in keys])


def _normal(pixels: Pixels) -> torch.Tensor:
    values = (pixels / 255 - PIXEL_MEAN[:pixels.shape[3]]) / PIXEL_STD[:pixels.shape[3]]
    return torch.from_numpy(values.astype(np.float32)).permute(0, 3, 1, 2).contiguous()


@cache
def frozen_features() -> FrozenFeatures:
    """Return the one that all sets of a process share."""
    return FrozenFeatures()


def dense_head(train: ImageSet, seed: int = 0) -> nn.Module:
    """Return the pretrained network with a dense layer that has learned these images: a whole network, in a moment."""
    features = torch.from_numpy(frozen_features().of(train.pixels))
    layer = _fitted_layer(features, torch.from_numpy(train.labels), len(train.class_names), seed)
    return nn.Sequential(frozen_features().backbone, nn.AdaptiveAvgPool2d(1), nn.Flatten(), layer).eval()


def _fitted_layer(features: torch.Tensor, labels: torch.Tensor, classes: int, seed: int) -> nn.Linear:
    """Minimise cross-entropy with a little weight decay, to the end."""
    with torch.random.fork_rng():
        torch.manual_seed(seed)
        layer = nn.Linear(features.shape[1], classes)
    optimizer = torch.optim.LBFGS(layer.parameters(), max_iter=60, line_search_fn="strong_wolfe")

    def closure() -> torch.Tensor:
        optimizer.zero_grad()
        loss = nn.functional.cross_entropy(layer(features), labels) + 1e-3 * (layer.weight ** 2).sum()
        loss.backward()
        return loss

    optimizer.step(closure)
    return layer.requires_grad_(False)


def small_network(train: ImageSet, seed: int = 0, epochs: int = 8, stride: int = 1) -> nn.Module:
    """Return a network of four convolutions, the first of this stride, that has learned these images from nothing."""
    with torch.random.fork_rng():
        torch.manual_seed(seed)
        channels = train.pixels.shape[3]
        network = nn.Sequential(
            *_stage(channels, 16, stride), *_stage(16, 32, stride=2), *_stage(32, 48, stride=2), *_stage(48, 64),
            nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(64, len(train.class_names)))
        _learn(network, _normal(train.pixels), torch.from_numpy(train.labels), epochs)
    return network.eval().requires_grad_(False)


def _stage(channels: int, out: int, stride: int = 1) -> tuple[nn.Module, ...]:
    return (nn.Conv2d(channels, out, 3, stride=stride, padding=1, bias=False), nn.BatchNorm2d(out), nn.ReLU())


def _learn(network: nn.Module, images: torch.Tensor, labels: torch.Tensor, epochs: int) -> None:
    batches = max(1, len(images) // 32)
    optimizer = torch.optim.Adam(network.parameters(), 3e-3)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, 1e-2, total_steps=epochs * batches)
    for _ in range(epochs):
        order = torch.randperm(len(images))
        for batch in order.chunk(batches)[:batches]:
            optimizer.zero_grad()
            nn.functional.cross_entropy(network(images[batch]), labels[batch]).backward()
            optimizer.step()
            schedule.step()
