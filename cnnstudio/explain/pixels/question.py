"""What is asked of a network about one image: its score for that image, and for images made from it, in batches."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Self

import torch
from torch import Tensor, nn

from cnnstudio.errors import JobCancelledError, NetworkError
from cnnstudio.explain.pass_hooks import undisturbed
from cnnstudio.explain.scores import class_scores, has_one_score, region_of, resolve, score
from cnnstudio.explain.target import ExactTarget, Target
from cnnstudio.wording import translate

ShouldStop = Callable[[], bool]

_PIXELS_AT_ONCE = 8 * 224 * 224
"""Of a batch without gradients: 8 photos; the widest layer of VGG-16 then takes 200 MB."""
_IMAGES_AT_ONCE = 64
_RECORDED_SHARE = 2
"""A recorded pass keeps every layer's output, so its batches are this many times smaller."""


@dataclass(frozen=True, slots=True, eq=False)
class Question:
    """A network, an image and the score whose reasons are looked for; every call leaves the network as found.

    Attributes
    ----------
    network : images (n, C, H, W) -> logits (n, K)
    image : (1, C, H, W), normalised, on the network's device
    target : the score Y that is explained
    one_score : the network has a single score for two classes; see `cnnstudio.explain.scores.score`
    """

    network: nn.Module
    image: Tensor
    target: ExactTarget
    one_score: bool = False

    @classmethod
    def ask(cls, network: nn.Module, image: Tensor, target: Target | int | None) -> tuple[Self, Tensor]:
        """Run the network once; return the question with the classes the target stands for, and the class scores (K,).

        Raises
        ------
        InputError
            When a class is not one of the network's.
        """
        with undisturbed(network, image) as look, torch.no_grad():
            output = look()
            rows = class_scores(output, 1, region_of(target))
            return cls(network, image, resolve(target, rows[0]), has_one_score(output, 1)), rows[0]

    @property
    def sides(self) -> tuple[int, int]:
        """Height and width of the input in pixels."""
        return self.image.shape[2], self.image.shape[3]

    @property
    def images_at_once(self) -> int:
        """How many images a pass without gradients is given."""
        if _mixes_images(self.network):
            return 1
        height, width = self.sides
        return max(1, min(_IMAGES_AT_ONCE, _PIXELS_AT_ONCE // (height * width)))

    @property
    def recorded_at_once(self) -> int:
        """How many images a pass with gradients is given."""
        return max(1, self.images_at_once // _RECORDED_SHARE)

    def scores(self, images: Tensor) -> Tensor:
        """Return the scores (n,) of images (n, C, H, W)."""
        with undisturbed(self.network, self.image) as look, torch.no_grad():
            return self.run(images.to(look.image.dtype))

    def gradients(self, images: Tensor) -> tuple[Tensor, Tensor]:
        """Return the scores (n,) and each image's own gradient of its score, (n, C, H, W).

        Raises
        ------
        NetworkError
            When the score does not depend on the pixels in a way that can be differentiated.
        """
        with undisturbed(self.network, self.image) as look:
            leaf = images.detach().to(look.image.dtype).clone().requires_grad_()
            scores = self.run(leaf)
            return scores.detach(), gradient_of(scores, leaf)

    def score_of(self, rows: Tensor) -> Tensor:
        """Return the score Y of each row of class scores (n, K): (n,)."""
        return score(rows, self.target, one_score=self.one_score)

    def run(self, images: Tensor) -> Tensor:
        """Return the scores (n,) inside an `undisturbed` block of the caller's."""
        # A copy: a network that changes its input in place must not change what the caller goes on with.
        return self.score_of(class_scores(self.network(images.clone()), len(images), self.target.region))


def gradient_of(scores: Tensor, leaf: Tensor) -> Tensor:
    """Return d sum(scores) / d leaf; of images that do not mix that is each one's own.

    Raises
    ------
    NetworkError
        When there is none, or it is not finite.
    """
    found = torch.autograd.grad(scores.sum(), leaf, allow_unused=True)[0] if scores.requires_grad else None
    if found is None:
        raise NetworkError(translate(
            "explain", "The class score does not depend on the pixels in a way that can be differentiated, so there "
            "are no gradients; choose Occlusion, which needs none."))
    if not bool(torch.isfinite(found).all()):
        raise NetworkError(translate(
            "explain", "The gradients at the pixels are not finite (NaN or infinity). The weights have probably run "
            "away in training: train again with a lower learning rate, or choose Occlusion."))
    return found


def in_batches(count: int, at_once: int, should_stop: ShouldStop) -> Iterator[slice]:
    """Yield the places of one batch after the other.

    Raises
    ------
    JobCancelledError
        Before a batch, when ``should_stop`` says so.
    """
    for start in range(0, count, at_once):
        stop_if_wanted(should_stop)
        yield slice(start, min(start + at_once, count))


def stop_if_wanted(should_stop: ShouldStop) -> None:
    """Raise JobCancelledError when ``should_stop`` says so."""
    if should_stop():
        raise JobCancelledError(translate("explain", "The explanation was stopped."))


def never() -> bool:
    """Go on to the end."""
    return False


def _mixes_images(network: nn.Module) -> bool:
    """Whether what comes out for an image depends on the others: statistics of the batch, also when predicting."""
    return any(isinstance(part, nn.modules.batchnorm._NormBase) and part.running_mean is None  # noqa: SLF001
               and not isinstance(part, nn.modules.instancenorm._InstanceNorm)  # noqa: SLF001
               for part in network.modules())
