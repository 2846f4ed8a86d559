"""The torch modules of layer kinds that PyTorch has no class for."""

from typing import Self

import torch
from torch import Tensor, nn

from cnnstudio.network.layer_kinds import Matrix


class GlobalAveragePool(nn.Module):
    """The mean of each feature map: (N, C, H, W) -> (N, C)."""

    def forward(self, images: Tensor) -> Tensor:
        """Average over height and width."""
        return images.mean(dim=(2, 3))


class GlobalMaxPool(nn.Module):
    """The largest value of each feature map: (N, C, H, W) -> (N, C)."""

    def forward(self, images: Tensor) -> Tensor:
        """Take the maximum over height and width."""
        return images.amax(dim=(2, 3))


class Maxout(nn.Module):
    """The largest of every ``pieces`` neighbouring channels or values (Goodfellow and others, 2013)."""

    def __init__(self, pieces: int) -> None:
        super().__init__()
        self.pieces = pieces

    def forward(self, values: Tensor) -> Tensor:
        """Map (N, C, ...) to (N, C / pieces, ...)."""
        return values.reshape(values.shape[0], -1, self.pieces, *values.shape[2:]).amax(dim=2)

    def extra_repr(self) -> str:
        """Show the setting."""
        return f"pieces={self.pieces}"


class TwoLogits(nn.Module):
    """The logits of two classes that share one number z: (N, 1) -> (N, 2) with (-z/2, z/2).

    Their softmax gives the second class the sigmoid of z.
    """

    def forward(self, values: Tensor) -> Tensor:
        """Put minus one half beside one half."""
        return torch.cat((-values / 2, values / 2), dim=1)


class Crop(nn.Module):
    """A rectangle of every channel: (N, C, H, W) -> (N, C, height, width)."""

    def __init__(self, top: int, left: int, height: int, width: int) -> None:
        super().__init__()
        self.top, self.left, self.height, self.width = top, left, height, width

    def forward(self, images: Tensor) -> Tensor:
        """Cut it out; raises `ValueError` when it reaches over the border."""
        bottom, right = self.top + self.height, self.left + self.width
        if min(self.top, self.left) < 0 or bottom > images.shape[2] or right > images.shape[3]:
            raise ValueError(f"cannot cut {self.extra_repr()} from {tuple(images.shape)}")
        return images[:, :, self.top:bottom, self.left:right]

    def extra_repr(self) -> str:
        """Show the settings."""
        return f"top={self.top}, left={self.left}, height={self.height}, width={self.width}"


class FixedKernel(nn.Module):
    """One given kernel over every channel by itself, with nothing to learn: (N, C, H, W) -> (N, C, h, w).

    The kernel is a buffer that is not saved with the weights: it belongs to the network's document.
    """

    kernel: Tensor

    def __init__(self, kernel: Matrix, *, same: bool) -> None:
        super().__init__()
        self.register_buffer("kernel", torch.tensor([[kernel]]), persistent=False)
        self.padding = len(kernel) // 2 if same else 0

    def forward(self, images: Tensor) -> Tensor:
        """Multiply and add at each place, over zeros beyond the border where the size is kept."""
        channels = images.shape[1]
        kernels = self.kernel.expand(channels, -1, -1, -1)
        return nn.functional.conv2d(images, kernels, padding=self.padding, groups=channels)

    def extra_repr(self) -> str:
        """Show the settings."""
        return f"kernel={self.kernel[0, 0].tolist()}, padding={self.padding}"


class SqueezeExcitation(nn.Module):
    """Feature maps weighed by what all of them show in the mean (Hu and others, 2018).

    Parameters
    ----------
    channels : C of the images (N, C, H, W)
    few : values between the two dense layers
    """

    def __init__(self, channels: int, few: int) -> None:
        super().__init__()
        self.squeeze = nn.Linear(channels, few)
        self.excite = nn.Linear(few, channels)

    def forward(self, images: Tensor) -> Tensor:
        """Multiply each map with a number between 0 and 1."""
        weights = torch.sigmoid(self.excite(torch.relu(self.squeeze(images.mean(dim=(2, 3))))))
        return images * weights[:, :, None, None]


class Add(nn.Module):
    """The sum of inputs of one shape; nothing is broadcast."""

    def forward(self, first: Tensor, *others: Tensor) -> Tensor:
        """Add from left to right."""
        result = first
        for other in others:
            if other.shape != first.shape:
                raise ValueError(f"cannot add {tuple(other.shape)} to {tuple(first.shape)}")
            result = result + other
        return result


class Multiply(nn.Module):
    """The product of inputs of one shape, or of volumes with (N, C) or (N, C, 1, 1), one factor for each channel."""

    def forward(self, *inputs: Tensor) -> Tensor:
        """Multiply from left to right; raises `ValueError` where torch would broadcast in another way."""
        is_image = any(values.dim() == 4 for values in inputs)
        factors = [values[:, :, None, None] if is_image and values.dim() == 2 else values for values in inputs]
        whole = max((values.shape for values in factors), key=lambda shape: shape[2:].numel())
        result = factors[0]
        for values in factors:
            if values.shape not in (whole, (*whole[:2], *(1 for _ in whole[2:]))):
                raise ValueError(f"cannot multiply {tuple(values.shape)} and {tuple(whole)}")
        for values in factors[1:]:
            result = result * values
        return result


class Concatenate(nn.Module):
    """Inputs one behind the other along the channels."""

    def forward(self, *inputs: Tensor) -> Tensor:
        """Join along dimension 1."""
        return torch.cat(inputs, dim=1)


class SteadyBatchNorm1d(nn.BatchNorm1d):
    """A frozen batch normalisation: its statistics stay as they are, also while the network trains."""

    def train(self, mode: bool = True) -> Self:  # noqa: ARG002 - it never trains
        """Stay in evaluation mode."""
        return super().train(False)


class SteadyBatchNorm2d(nn.BatchNorm2d):
    """A frozen batch normalisation: its statistics stay as they are, also while the network trains."""

    def train(self, mode: bool = True) -> Self:  # noqa: ARG002 - it never trains
        """Stay in evaluation mode."""
        return super().train(False)
