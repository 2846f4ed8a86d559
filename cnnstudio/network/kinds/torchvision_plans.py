"""torchvision's networks as backbones: what each stage costs at any size of image, from figures worked out once."""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reduction:
    """The window that makes the maps of a stage smaller: a convolution's or a pooling's, the same along both axes.

    Attributes
    ----------
    kernel_size, stride, padding : in pixels of what arrives
    rounds_up : whether a window that begins inside and ends outside counts (``ceil_mode``)
    """

    kernel_size: int
    stride: int
    padding: int
    rounds_up: bool = False

    def after(self, side: int) -> int:
        """Return how many places are left of ``side``; below 1 where the window does not fit."""
        room = side + 2 * self.padding - self.kernel_size
        if not self.rounds_up:
            return room // self.stride + 1
        places = -(-room // self.stride) + 1
        return places - ((places - 1) * self.stride >= side + self.padding)


@dataclass(frozen=True, slots=True)
class Kept:
    """Bytes a stage that learns keeps between forward and backward, besides its weights.

    Attributes
    ----------
    arriving, leaving : for each place of one image's map that arrives, or leaves
    image : for each image, whatever its size
    batch : whatever the images
    """

    arriving: int
    leaving: int
    image: int
    batch: int

    def of_image(self, arriving: tuple[int, int], leaving: tuple[int, int]) -> int:
        """Return the bytes for one image."""
        return self.arriving * arriving[0] * arriving[1] + self.leaving * leaving[0] * leaving[1] + self.image


@dataclass(frozen=True, slots=True)
class Stage:
    """A part of a network with maps of one size.

    Attributes
    ----------
    modules : torchvision's paths, in the order in which they run, separated by blanks
    channels : that leave
    weights : learned values
    reduction : at its beginning
    arriving_products, leaving_products : multiply-adds for each place that arrives, or leaves
    image_products : multiply-adds for each image, whatever its size
    reach : how many places the windows behind the reduction see more than one, along one axis
    kept : for the backward pass, where the stage before learns as well, which keeps what arrives
    kept_first : for the backward pass, where it is the first one that learns; the images themselves are left aside
    """

    modules: str
    channels: int
    weights: int
    reduction: Reduction
    arriving_products: int
    leaving_products: int
    image_products: int
    reach: int
    kept: Kept
    kept_first: Kept


@dataclass(frozen=True, slots=True)
class TorchvisionPlan:
    """One of torchvision's networks without its pooling and its dense layers.

    Attributes
    ----------
    name, title : in documents, which is torchvision's name, and for people
    stages : from the image on; a stage begins where the maps become smaller
    least_side : smallest height and width of an image
    side : height and width of the images it learned from
    ends_with_relu : whether torchvision applies a ReLU between its last module and its pooling
    keeps_output : whether its backward pass needs what leaves
    normalization : what its images were prepared by, as the settings of images call it
    source : where it was published
    """

    name: str
    title: str
    stages: tuple[Stage, ...]
    least_side: int
    side: int
    ends_with_relu: bool
    keeps_output: bool
    normalization: str = "imagenet"
    source: str = "torchvision.models"

    @property
    def stage_count(self) -> int:
        """Parts that can be frozen one after the other."""
        return len(self.stages)

    @property
    def keeps_input(self) -> bool:
        """Whether its backward pass needs the images as they are: its first convolution's does."""
        return True

    def output(self, height: int, width: int) -> tuple[int, int, int]:
        """Return (C, H, W) of the last feature map."""
        *_, (stage, _, leaving) = self._passages(height, width)
        return (stage.channels, *leaving)

    def weights_before(self, stage: int) -> int:
        """Return the learned values of the stages before number ``stage``, from 0."""
        return sum(part.weights for part in self.stages[:stage])

    def multiply_adds(self, height: int, width: int) -> int:
        """Return one image's multiply-adds."""
        return sum(stage.arriving_products * arriving[0] * arriving[1]
                   + stage.leaving_products * leaving[0] * leaving[1] + stage.image_products
                   for stage, arriving, leaving in self._passages(height, width))

    def window(self) -> tuple[int, int]:
        """Return how many pixels one value sees along an axis, and how many lie between two values.

        Squeeze and excitation, which weighs whole channels by their mean, is left aside, as is usual.
        """
        size = step = 1
        for stage in self.stages:
            size += (stage.reduction.kernel_size - 1) * step
            step *= stage.reduction.stride
            size += stage.reach * step
        return size, step

    def kept_bytes(self, images: int, height: int, width: int, frozen: int) -> int:
        """Return what the stages from number ``frozen`` on keep for the backward pass of a batch, the images aside."""
        kept = 0
        for number, (stage, arriving, leaving) in enumerate(self._passages(height, width)):
            if number >= frozen:
                amount = stage.kept_first if number == frozen else stage.kept
                kept += images * amount.of_image(arriving, leaving) + amount.batch
        return kept

    def _passages(self, height: int, width: int) -> Iterator[tuple[Stage, tuple[int, int], tuple[int, int]]]:
        """Yield each stage with the sides of what arrives and of what leaves."""
        sides = (height, width)
        for stage in self.stages:
            leaving = (stage.reduction.after(sides[0]), stage.reduction.after(sides[1]))
            yield stage, sides, leaving
            sides = leaving
