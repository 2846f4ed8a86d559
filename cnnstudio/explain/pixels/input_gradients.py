"""Gradients of a class score down to the pixels: times the input, their size, and smoothed over noise."""

from collections.abc import Iterator

import torch
from torch import Tensor

from cnnstudio.explain.heatmap import Floats
from cnnstudio.explain.pixels.partial import Partial
from cnnstudio.explain.pixels.question import Question, ShouldStop, in_batches, never
from cnnstudio.wording import translate

NOISE_SHARE = 0.15
NOISY_IMAGES = 25
_OF_THE_NORMALISED = ("The gradient is multiplied with the normalised pixel: it counts from the mean of the training "
                      "images, so a pixel of exactly that colour is given nothing.")


def gradients_times_input(question: Question) -> Partial:
    """Multiply each pixel's gradient with its value and add the channels up.

    ``sum_c x_c dY/dx_c`` with x the *normalised* input (Shrikumar et al. 2016): exact for a linear network, whose
    score is the sum of the map and a constant.
    """
    _, gradient = question.gradients(question.image)
    return Partial(to_map((question.image * gradient)[0].sum(dim=0)), 1, 1, (translate("explain", _OF_THE_NORMALISED),))


def gradient_size(question: Question) -> Partial:
    """Take the largest size of a pixel's gradient over its channels, ``max_c |dY/dx_c|`` (Simonyan et al. 2013).

    It is never negative: it says where the score is sensitive, not what speaks for the class.
    """
    _, gradient = question.gradients(question.image)
    return Partial(to_map(gradient[0].abs().amax(dim=0)), 1, 1,
                   (translate(
                       "explain", "This is the size of the gradient: where the score is sensitive, for or against the "
                       "class."),))


def smooth_grad(question: Question, should_stop: ShouldStop = never, *, images: int = NOISY_IMAGES,
                noise: float = NOISE_SHARE, seed: int = 0) -> Iterator[Partial]:
    """Average the gradient over copies of the image with noise (Smilkov et al. 2017): better after each batch.

    ``sum_c mean_n dY/dx_c (x + e_n)``, e_n normal with a deviation of ``noise`` times the range of the normalised
    input. The gradients are averaged, never maps that were scaled.

    Parameters
    ----------
    images : n, how many noisy copies
    noise : share of the range of values
    seed : the same seed gives the same map, on every device
    """
    draws = torch.Generator().manual_seed(seed)
    deviation = noise * float(question.image.max() - question.image.min())
    total = torch.zeros_like(question.image[0], dtype=torch.float64)
    for places in in_batches(images, question.recorded_at_once, should_stop):
        # Drawn one image at a time, so that the size of a batch does not change the noise.
        noisy = torch.stack([_noisy(question.image, deviation, draws) for _ in range(places.start, places.stop)])
        total += question.gradients(noisy)[1].sum(dim=0)
        yield Partial(to_map(total.sum(dim=0) / places.stop), places.stop, images, (
            translate("explain", "A positive value says that the score rises when the pixel gets brighter."),))


def _noisy(image: Tensor, deviation: float, draws: torch.Generator) -> Tensor:
    return image[0] + (deviation * torch.randn(image.shape[1:], generator=draws)).to(image.device, image.dtype)


def to_map(values: Tensor) -> Floats:
    """Return (h, w) as float32 numbers."""
    return values.detach().to(torch.float32).cpu().numpy()
