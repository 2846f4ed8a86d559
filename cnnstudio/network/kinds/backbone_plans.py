"""The published networks a backbone can be, written down stage by stage, with what their convolutions cost."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import prod
from types import MappingProxyType

INPUT_CHANNELS = 3
_VALUE_BYTES = 4


@dataclass(frozen=True, slots=True)
class Block:
    """One inverted residual: widen by a 1 × 1 convolution, filter each channel by itself, narrow again.

    Attributes
    ----------
    channels, out_channels : before and after
    expansion : how many times as wide it is inside; 1 leaves the first convolution out
    kernel_size, stride : of the convolution that filters each channel
    """

    channels: int
    out_channels: int
    expansion: int
    kernel_size: int
    stride: int

    @property
    def inner_channels(self) -> int:
        """Channels inside."""
        return self.channels * self.expansion

    @property
    def has_shortcut(self) -> bool:
        """Whether what comes in is added to what comes out: where both have the same shape."""
        return self.stride == 1 and self.channels == self.out_channels


@dataclass(frozen=True, slots=True)
class BackbonePlan:
    """A published network without its pooling and its last dense layer.

    Attributes
    ----------
    name, title : in documents and for people
    stem : feature maps of the 3 × 3 convolution with stride 2 that comes first
    stages : the blocks between the first convolution and the last
    head : feature maps of the 1 × 1 convolution that comes last
    least_side : smallest height and width of an image
    side : height and width of the images it learned from
    normalization : what its images were prepared by, as the settings of images call it
    epsilon : of the batch normalisation behind each convolution
    source : where it was published
    """

    name: str
    title: str
    stem: int
    stages: tuple[tuple[Block, ...], ...]
    head: int
    least_side: int
    side: int
    epsilon: float
    normalization: str
    source: str

    @property
    def stage_count(self) -> int:
        """Parts that can be frozen one after the other: first convolution, stages of blocks, last convolution."""
        return len(self.stages) + 2

    @property
    def keeps_output(self) -> bool:
        """Whether its backward pass needs what leaves: that of ReLU6 needs what arrives."""
        return False

    @property
    def keeps_input(self) -> bool:
        """Whether its backward pass needs the images as they are: it keeps them with zeros around them."""
        return False

    def output(self, height: int, width: int) -> tuple[int, int, int]:
        """Return (C, H, W) of the last feature map."""
        *_, last = convolutions(self, height, width)
        return last.after

    def weights_before(self, stage: int) -> int:
        """Return the learned values of the stages before number ``stage``: all kernels, a scale and a shift a map."""
        return sum(step.kernel_values + 2 * step.after[0]
                   for step in convolutions(self, self.least_side, self.least_side) if step.stage < stage)

    def multiply_adds(self, height: int, width: int) -> int:
        """Return one image's multiply-adds."""
        return sum(step.kernel_values * step.after[1] * step.after[2] for step in convolutions(self, height, width))

    def window(self) -> tuple[int, int]:
        """Return how many pixels one value sees along an axis, and how many lie between two values.

        Of all convolutions one after the other: each adds (kernel - 1) times the step so far.
        """
        size = step = 1
        for convolved in convolutions(self, self.side, self.side):
            size += (convolved.kernel_size - 1) * step
            step *= convolved.stride
        return size, step

    def kept_bytes(self, images: int, height: int, width: int, frozen: int) -> int:
        """Return what the stages from number ``frozen`` on keep for the backward pass of a batch."""
        return sum(step.kept_bytes(images) for step in convolutions(self, height, width) if step.stage >= frozen)


@dataclass(frozen=True, slots=True)
class Convolved:
    """One convolution of a plan at one size of image; batch normalisation follows each, ReLU6 where it says so.

    Attributes
    ----------
    stage : from 0, the first convolution's
    kernel_size, stride : the same along both axes
    group_channels : channels that one kernel sees
    before, after : (C, H, W)
    is_activated : whether ReLU6 follows
    adds : whether a shortcut is added to what comes out
    """

    stage: int
    kernel_size: int
    stride: int
    group_channels: int
    before: tuple[int, int, int]
    after: tuple[int, int, int]
    is_activated: bool = True
    adds: bool = False

    @property
    def kernel_values(self) -> int:
        """Values of all kernels."""
        return self.after[0] * self.group_channels * self.kernel_size**2

    def missing(self, side: int) -> int:
        """Return the zeros to be put around an axis of ``side`` pixels first; none where the stride is 1."""
        if self.stride == 1:
            return 0
        return max((-(-side // self.stride) - 1) * self.stride + self.kernel_size - side, 0)

    def kept_bytes(self, images: int) -> int:
        """Count what comes in, with the zeros around it where there is a stride, and the inputs of what follows."""
        channels, *sides = self.before
        padded = channels * prod(side + self.missing(side) for side in sides)
        following = prod(self.after) * (1 + self.is_activated)
        return _VALUE_BYTES * (images * (padded + following) + 2 * self.after[0])


def convolutions(plan: BackbonePlan, height: int, width: int) -> Iterator[Convolved]:
    """Yield the convolutions of a plan in order, for images of ``height`` × ``width`` pixels."""
    shape = (INPUT_CHANNELS, height, width)
    first = _convolved(0, shape, plan.stem, 3, 2)
    yield first
    shape = first.after
    for number, blocks in enumerate(plan.stages, start=1):
        for block in blocks:
            for convolved in _block_convolutions(number, block, shape):
                yield convolved
                shape = convolved.after
    yield _convolved(plan.stage_count - 1, shape, plan.head, 1, 1)


def _block_convolutions(stage: int, block: Block, shape: tuple[int, int, int]) -> Iterator[Convolved]:
    if block.expansion != 1:
        widened = _convolved(stage, shape, block.inner_channels, 1, 1)
        yield widened
        shape = widened.after
    filtered = _convolved(stage, shape, block.inner_channels, block.kernel_size, block.stride, is_depthwise=True)
    yield filtered
    _, *sides = filtered.after
    yield Convolved(stage, 1, 1, block.inner_channels, filtered.after, (block.out_channels, sides[0], sides[1]),
                    is_activated=False, adds=block.has_shortcut)


def _convolved(stage: int, before: tuple[int, int, int], channels: int, kernel_size: int, stride: int, *,
               is_depthwise: bool = False) -> Convolved:
    """Return a convolution with TensorFlow's padding *same*: each side is divided by the stride, rounded up."""
    _, height, width = before
    after = (channels, -(-height // stride), -(-width // stride))
    return Convolved(stage, kernel_size, stride, 1 if is_depthwise else before[0], before, after)


def _stage(channels: int, out_channels: int, expansion: int, kernel_size: int, stride: int,
           count: int) -> tuple[Block, ...]:
    """Return ``count`` blocks, of which the first has the stride and the change of channels."""
    first = Block(channels, out_channels, expansion, kernel_size, stride)
    return (first, *(Block(out_channels, out_channels, expansion, kernel_size, 1) for _ in range(count - 1)))


_EFFICIENTNET_LITE0 = BackbonePlan(
    "efficientnet-lite0", "EfficientNet-Lite0", stem=32,
    stages=(
        _stage(32, 16, 1, 3, 1, 1),
        _stage(16, 24, 6, 3, 2, 2),
        _stage(24, 40, 6, 5, 2, 2),
        _stage(40, 80, 6, 3, 2, 3),
        _stage(80, 112, 6, 5, 1, 3),
        _stage(112, 192, 6, 5, 2, 4),
        _stage(192, 320, 6, 3, 1, 1),
    ),
    head=1280, least_side=32, side=224, epsilon=1e-3, normalization="symmetric",
    source="Tan and Le, EfficientNet: rethinking model scaling for convolutional neural networks, 2019, table 1; "
           "without squeeze and excitation and with ReLU6, as its Lite variants have it")

BACKBONE_PLANS: MappingProxyType[str, BackbonePlan] = MappingProxyType(
    {plan.name: plan for plan in (_EFFICIENTNET_LITE0,)})
"""The networks by name, in the order in which forms show them."""
