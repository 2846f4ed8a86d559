"""The layers of the known networks that are made of blocks with shortcuts or branches."""

from cnnstudio.network.layer_kinds import Shape
from cnnstudio.network.preset_chain import Chain
from cnnstudio.wording import translate

_SMALL_PX = 64
_SMALL_STEM = ("The first convolution is 3×3 with stride 1 and no pooling follows it, as He and others did for images "
               "of 32 pixels.")


def resnet18(input_shape: Shape, classes: int) -> Chain:
    """Write ResNet-18: a stem and eight residual blocks of two 3 x 3 convolutions."""
    return _resnet(input_shape, classes, (2, 2, 2, 2), is_deep=False)


def resnet34(input_shape: Shape, classes: int) -> Chain:
    """Write ResNet-34: a stem and sixteen residual blocks of two 3 x 3 convolutions."""
    return _resnet(input_shape, classes, (3, 4, 6, 3), is_deep=False)


def resnet50(input_shape: Shape, classes: int) -> Chain:
    """Write ResNet-50: a stem and sixteen residual blocks of 1 x 1, 3 x 3 and 1 x 1 convolutions."""
    return _resnet(input_shape, classes, (3, 4, 6, 3), is_deep=True)


def _resnet(input_shape: Shape, classes: int, counts: tuple[int, ...], *, is_deep: bool) -> Chain:
    """Write a residual network; the first block of a stage changes the shape, the others are repeats of one."""
    chain = Chain(input_shape)
    if min(input_shape[1:]) < _SMALL_PX:
        chain.notes.append(translate("network", _SMALL_STEM))
        chain.normalised(64, 3, padding=1)
        chain.add("ReLU")
    else:
        chain.normalised(64, 7, stride=2, padding=3)
        chain.add("ReLU")
        chain.add("MaxPool2d", kernel_size=3, padding=1)
    expansion = 4 if is_deep else 1
    for stage, count in enumerate(counts):
        width, stride = 64 * 2**stage, 1 if stage == 0 else 2
        plain = count
        if stride != 1 or is_deep:
            plain -= 1
            with chain.block(f"Projection block, {width * expansion:,}"):
                _residual(chain, width, stride, is_deep=is_deep, project=True)
        with chain.block(f"Residual block, {width * expansion:,}", repeat=plain):
            _residual(chain, width, 1, is_deep=is_deep, project=False)
    chain.add("GlobalAvgPool2d")
    return chain.head(classes)


def _residual(chain: Chain, width: int, stride: int, *, is_deep: bool, project: bool) -> None:
    """Add a residual block; ``project`` gives its shortcut a 1 x 1 convolution."""
    start = chain.last
    if is_deep:
        chain.normalised(width, 1)
        chain.add("ReLU")
    chain.normalised(width, 3, stride=stride, padding=1)
    chain.add("ReLU")
    out = 4 * width if is_deep else width
    end = chain.normalised(out, 1) if is_deep else chain.normalised(out, 3, padding=1)
    shortcut = start
    if project:
        chain.last = start
        shortcut = chain.normalised(out, 1, stride=stride)
    chain.add("Add", after=(end, shortcut))
    chain.add("ReLU")


def mobilenet_v2(input_shape: Shape, classes: int) -> Chain:
    """Write MobileNetV2: inverted residual blocks around depthwise convolutions (Sandler and others, table 2)."""
    chain = Chain(input_shape)
    is_small = min(input_shape[1:]) < _SMALL_PX
    if is_small:
        chain.notes.append(translate(
            "network", "The first convolution and the second stage have stride 1 instead of 2, so that something is "
            "left of images under 64 pixels."))
    chain.normalised(32, 3, stride=1 if is_small else 2, padding=1)
    chain.add("ReLU6")
    with chain.block("Bottleneck, 16"):
        _inverted(chain, 32, 1, 16, 1)
    channels = 16
    for width, count, stride in ((24, 2, 1 if is_small else 2), (32, 3, 2), (64, 4, 2), (96, 3, 1), (160, 3, 2)):
        with chain.block(f"Bottleneck, {width}, first"):
            _inverted(chain, channels, 6, width, stride)
        with chain.block(f"Bottleneck, {width}", repeat=count - 1):
            _inverted(chain, width, 6, width, 1)
        channels = width
    with chain.block("Bottleneck, 320"):
        _inverted(chain, channels, 6, 320, 1)
    chain.normalised(1280, 1)
    chain.add("ReLU6")
    chain.add("GlobalAvgPool2d")
    chain.add("Dropout", p=0.2)
    return chain.head(classes)


def _inverted(chain: Chain, channels: int, expansion: int, width: int, stride: int) -> None:
    """Add an inverted residual block: widen, filter each channel by itself, narrow without an activation."""
    start = chain.last
    if expansion > 1:
        chain.normalised(channels * expansion, 1)
        chain.add("ReLU6")
    chain.add("DepthwiseConv2d", kernel_size=3, stride=stride, padding=1, bias=False)
    chain.add("BatchNorm2d")
    chain.add("ReLU6")
    end = chain.normalised(width, 1)
    if stride == 1 and channels == width:
        chain.add("Add", after=(start, end))


def squeezenet(input_shape: Shape, classes: int) -> Chain:
    """Write SqueezeNet 1.0: fire modules, and a convolution in place of dense layers."""
    chain = Chain(input_shape)
    if min(input_shape[1:]) < _SMALL_PX:
        chain.notes.append(translate(
            "network", "The first convolution is 3×3 with stride 1 instead of 7×7 with stride 2, so that something is "
            "left of images under 64 pixels."))
        chain.convolution(96, 3, padding=1)
    else:
        chain.convolution(96, 7, stride=2)
    for stage in (((16, 64, 2), (32, 128, 1)), ((32, 128, 1), (48, 192, 2), (64, 256, 1)), ((64, 256, 1),)):
        chain.add("MaxPool2d", kernel_size=3, ceil_mode=True)
        for narrow, wide, count in stage:
            with chain.block(f"Fire {narrow} to {2 * wide}", repeat=count):
                _fire(chain, narrow, wide)
    chain.add("Dropout")
    chain.convolution(classes, 1)
    chain.add("GlobalAvgPool2d")
    return chain.end(classes)


def _fire(chain: Chain, narrow: int, wide: int) -> None:
    """Add a fire module: squeeze with 1 x 1, then 1 x 1 and 3 x 3 side by side."""
    squeezed = chain.convolution(narrow, 1)
    small = chain.convolution(wide, 1)
    chain.last = squeezed
    large = chain.convolution(wide, 3, padding=1)
    chain.add("Concatenate", after=(small, large))
