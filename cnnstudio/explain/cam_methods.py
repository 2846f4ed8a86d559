"""The class activation map family: from the activations A and gradients G of one layer to signed maps.

Every function takes A and G of shape (n, C, h, w), with G = dY/dA of each image's own score Y, and returns (n, h, w)
in float32, in units of Y or, where its docstring says so, in others. ReLU, size and scale are choices of the view.
"""

from collections.abc import Callable, Mapping

import torch
from torch import Tensor

from cnnstudio.explain.pass_hooks import plain_arithmetic

CamMethod = Callable[[Tensor, Tensor], Tensor]

_PLACES = (2, 3)


def grad_cam(activations: Tensor, gradients: Tensor) -> Tensor:
    """Return ``sum_k w_k A_k``, ``w_k = mean_ij G_kij`` (Selvaraju et al. 2017, equations 1 and 2)."""
    return _weighted(gradients.mean(dim=_PLACES), activations)


def hires_cam(activations: Tensor, gradients: Tensor) -> Tensor:
    """Return ``sum_k G_k * A_k`` cell by cell (Draelos and Carin 2020, equation 3).

    Behind a global average pooling and a dense layer it is Grad-CAM, and its sum over the cells plus the bias is the
    logit; where only one dense layer follows, its sum plus the bias is the logit as well.
    """
    return (gradients * activations).sum(dim=1)


def layer_cam(activations: Tensor, gradients: Tensor) -> Tensor:
    """Return ``sum_k ReLU(G_k) * A_k`` (Jiang et al. 2021, equations 5 and 6)."""
    return gradients.clamp(min=0).mul_(activations).sum(dim=1)


def element_wise(activations: Tensor, gradients: Tensor) -> Tensor:
    """Return ``sum_k ReLU(G_k * A_k)``: what speaks against the class in one channel is dropped before the sum."""
    return (gradients * activations).clamp_(min=0).sum(dim=1)


def xgrad_cam(activations: Tensor, gradients: Tensor, *, epsilon: float = 1e-7) -> Tensor:
    """Return ``sum_k w_k A_k``, ``w_k = sum(G_k * A_k) / (sum A_k + epsilon)`` (Fu et al. 2020, equation 9).

    Made for activations that are not negative. Where negative ones are possible the sum of a channel can come near
    0 and its weight run away; the sums are taken in float64 for that reason.
    """
    sums = activations.sum(dim=_PLACES, dtype=torch.float64)
    shares = (gradients * activations).sum(dim=_PLACES, dtype=torch.float64) / (sums + epsilon)
    return _weighted(shares.nan_to_num(0.0, 0.0, 0.0), activations)


def grad_cam_plus_plus(activations: Tensor, gradients: Tensor) -> Tensor:
    """Return ``sum_k w_k A_k`` with ``w_k = sum_ij alpha_kij ReLU(G_kij)`` (Chattopadhay et al. 2018).

    Equation 19 of the paper, ``alpha = G^2 / (2 G^2 + (sum A_k) G^3)``, and 0 where G is 0. It is worked out as
    ``1 / (2 + (sum A_k) G)``: gradients are often 1e-4, and a constant added to ``2 G^2`` against a division by zero,
    as libraries do, then outweighs it. The unit is that of G * A.
    """
    sums = activations.sum(dim=_PLACES, keepdim=True, dtype=torch.float64)
    divisor = gradients.double() * sums + 2
    alpha = torch.where((gradients > 0) & (divisor.abs() > 1e-9), divisor.reciprocal(), 0.0)
    return _weighted((alpha * gradients).sum(dim=_PLACES), activations)


def grad_cam_plus_plus_as_in_pytorch_grad_cam(activations: Tensor, gradients: Tensor) -> Tensor:
    """Return Grad-CAM++ as the library pytorch-grad-cam has it, with 1e-6 added to the divisor of equation 19.

    Only to compare with pictures made by it: at most layers of most networks 1e-6 outweighs the rest of the divisor.
    """
    sums = activations.sum(dim=_PLACES, keepdim=True)
    square = gradients.square()
    alpha = torch.where(gradients != 0, square / (2 * square + sums * square * gradients + 1e-6), 0.0)
    return _weighted((alpha * gradients.clamp(min=0)).sum(dim=_PLACES), activations)


def eigen_cam(activations: Tensor, gradients: Tensor) -> Tensor:
    """Return the places' share in the first principal component of A (Muhammad and Yeasin 2020); no class asked.

    The h * w places are the samples, their C values are centred. Of the two signs the one is taken whose map goes with
    the mean activation. The unit is that of A, and ``gradients`` plays no part.
    """
    del gradients
    count, channels, height, width = activations.shape
    places = activations.reshape(count, channels, -1).transpose(1, 2).double()
    centred = places - places.mean(dim=1, keepdim=True)
    projected = _first_component(centred)
    strength = places.mean(dim=2)
    agreement = (projected * (strength - strength.mean(dim=1, keepdim=True))).sum(dim=1, keepdim=True)
    return torch.where(agreement < 0, -projected, projected).reshape(count, height, width).float()


def _first_component(centred: Tensor) -> Tensor:
    """Project samples (n, s, C) onto their first principal direction: (n, s).

    By the smaller of the two matrices of products, (s, s) or (C, C), which has the same eigenvalues.
    """
    if centred.shape[1] <= centred.shape[2]:
        values, vectors = torch.linalg.eigh(centred @ centred.transpose(1, 2))
        projected: Tensor = vectors[:, :, -1] * values[:, -1:].clamp(min=0).sqrt()
        return projected
    _, vectors = torch.linalg.eigh(centred.transpose(1, 2) @ centred)
    return torch.matmul(centred, vectors[:, :, -1:]).squeeze(2)


def _weighted(weights: Tensor, activations: Tensor) -> Tensor:
    count, channels, height, width = activations.shape
    places = activations.reshape(count, channels, height * width)
    return torch.bmm(weights.to(activations.dtype)[:, None], places).reshape(count, height, width)


CAM_METHODS: Mapping[str, CamMethod] = {
    "grad-cam": grad_cam,
    "hirescam": hires_cam,
    "grad-cam++": grad_cam_plus_plus,
    "layercam": layer_cam,
    "xgrad-cam": xgrad_cam,
    "element-wise": element_wise,
    "eigencam": eigen_cam,
}
"""By the names of `explanation.METHODS`."""


_MANY_CHANNELS, _FEW_VALUES = 512, 2**17


def cam(method: str, activations: Tensor, gradients: Tensor) -> Tensor:
    """Return the signed map (n, h, w) of a method of `CAM_METHODS`, whatever arithmetic the caller has switched on.

    A last block is added up in float64: of many channels that speak for and against a class next to nothing may be
    left, and then the rounding of sums in float32 is a part of it.
    """
    with plain_arithmetic(activations.device), torch.no_grad():
        if not _is_last_block(activations):
            return CAM_METHODS[method](activations, gradients)
        return CAM_METHODS[method](activations.double(), gradients.double()).to(activations.dtype)


def _is_last_block(activations: Tensor) -> bool:
    """Whether there are many channels and few places, on a device that knows float64."""
    _, channels, height, width = activations.shape
    is_small = channels >= _MANY_CHANNELS and channels * height * width <= _FEW_VALUES
    return is_small and activations.device.type != "mps"
