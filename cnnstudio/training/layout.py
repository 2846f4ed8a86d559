"""Whether the values of a batch lie channel beside channel in memory, which many convolutions are faster with."""

import torch
from torch import nn

from cnnstudio.training.modes import evaluation_mode

ENOUGH_POSITIONS = 4096
"""Places (images of a batch × height × width) a convolution fills, from which on it is faster with channels last."""
ENOUGH_SHARE = 0.7
"""Part of the multiply-adds that must lie in such convolutions.

Measured on two cores with AVX-512, oneDNN, float32, training steps: a 3 × 3 convolution with channels last is 1.2
to 1.4 times as fast at 8,192 places and more, equally fast at 2,048 to 4,096, and 0.55 times as fast at 128, where its
weights outweigh its images. Whole networks: tutorial, LeNet-5 and small 1.13 to 1.46, ResNet-18 at 64 px 0.8."""


def channels_last(images: torch.Tensor) -> torch.Tensor:
    """Return the same (N, C, H, W) values with those of one place side by side; a copy only where one is needed.

    With a single channel both orders are the same bytes, and only the strides tell torch which one is meant.
    """
    _count, channels, height, width = images.shape
    if channels == 1 and images.is_contiguous():
        return images.as_strided(images.shape, (height * width, 1, width, 1))
    return images.contiguous(memory_format=torch.channels_last)


def pays(module: nn.Module, images: torch.Tensor, batch_size: int) -> bool:
    """Whether most of the network's convolutions are faster with channels last, by the rule above.

    It follows from the shapes alone, so that the same training always computes the same way. Weights keep their
    layout. On CUDA the answer is false: there it would need half precision to pay, and nothing was ever measured.

    Parameters
    ----------
    module : one image runs through it in evaluation mode; weights, buffers and modes stay as they are
    images : (N, C, H, W), at least one
    batch_size : images a step
    """
    if images.ndim != 4 or images.device.type != "cpu":
        return False
    found = _Work(batch_size)
    handles = [layer.register_forward_hook(found) for layer in module.modules() if isinstance(layer, nn.Conv2d)]
    try:
        if handles:
            with evaluation_mode(module), torch.no_grad():
                module(images[:1])
    finally:
        for handle in handles:
            handle.remove()
    return found.wide > 0 and found.wide >= ENOUGH_SHARE * found.all


class _Work:
    """A forward hook that sums the multiply-adds of convolutions: ``all``, and ``wide`` of those with many places."""

    def __init__(self, batch_size: int) -> None:
        self.batch_size, self.all, self.wide = batch_size, 0, 0

    def __call__(self, layer: nn.Module, _inputs: object, output: torch.Tensor) -> None:
        places = output.shape[2] * output.shape[3]
        work = places * layer.get_parameter("weight").numel()
        self.all += work
        if places * self.batch_size >= ENOUGH_POSITIONS:
            self.wide += work
