"""The layers of the known networks that are plain chains."""

from cnnstudio.network.layer_kinds import Shape
from cnnstudio.network.preset_chain import Chain
from cnnstudio.wording import translate


def small(input_shape: Shape, classes: int) -> Chain:
    """Write four blocks of convolution, batch normalisation and ReLU, the first three followed by max pooling.

    Global pooling in place of a flatten keeps the weights under 100,000, so that a few hundred images are enough
    and any size from 16 pixels fits; the last feature map is one eighth of the image, fine enough for heatmaps.
    """
    chain = Chain(input_shape)
    for index, width in enumerate((16, 32, 64, 128)):
        chain.normalised(width, 3, same=True)
        chain.add("ReLU")
        if index < 3:
            chain.add("MaxPool2d")
    chain.add("GlobalAvgPool2d")
    chain.add("Dropout", p=0.2)
    return chain.head(classes)


def dense_only(input_shape: Shape, classes: int) -> Chain:
    """Write a network without any convolution: 100 units that see every pixel."""
    chain = Chain(input_shape)
    chain.add("Flatten")
    chain.dense(100, bias=False)
    return chain.head(classes)


def one_convolution(input_shape: Shape, classes: int) -> Chain:
    """Write the counterpart of `dense_only`: 64 kernels of 9 x 9 and the mean of each feature map."""
    chain = Chain(input_shape)
    kernel = min(9, *input_shape[1:])
    chain.convolution(64, kernel, bias=False)
    chain.add("GlobalAvgPool2d")
    return chain.head(classes)


def tutorial(input_shape: Shape, classes: int) -> Chain:
    """Write the convolutional network of TensorFlow's CIFAR tutorial."""
    chain = Chain(input_shape)
    for width in (32, 64):
        chain.convolution(width, 3)
        chain.add("MaxPool2d")
    chain.convolution(64, 3)
    chain.add("Flatten")
    chain.dense(64)
    return chain.head(classes)


def lenet5(input_shape: Shape, classes: int) -> Chain:
    """Write LeNet-5 with tanh and average pooling; images under 32 pixels get the usual padding of 2."""
    chain = Chain(input_shape)
    padding = 2 if min(input_shape[1:]) < 32 else 0
    if padding:
        chain.notes.append(translate(
            "network", "The first convolution pads by 2, as is usual for images under 32 pixels."))
    chain.convolution(6, 5, activation="Tanh", padding=padding)
    chain.add("AvgPool2d")
    chain.convolution(16, 5, activation="Tanh")
    chain.add("AvgPool2d")
    chain.add("Flatten")
    chain.dense(120, activation="Tanh")
    chain.dense(84, activation="Tanh")
    return chain.head(classes)


def alexnet(input_shape: Shape, classes: int) -> Chain:
    """Write AlexNet as torchvision has it (the one-column version of 2014); small images get a finer first layer."""
    chain = Chain(input_shape)
    side = min(input_shape[1:])
    if side >= 128:
        stride, kernel = 4, 11
    else:
        stride, kernel = (2, 5) if side >= 48 else (1, 5)
        chain.notes.append(translate(
            "network", "The first convolution is {kernel}×{kernel} with stride {stride} instead of 11×11 with stride "
            "4, which would leave too little of images under 128 pixels.", kernel=kernel, stride=stride))
    chain.convolution(64, kernel, stride=stride, padding=2)
    chain.add("MaxPool2d", kernel_size=3)
    chain.convolution(192, 5, padding=2)
    chain.add("MaxPool2d", kernel_size=3)
    for width in (384, 256, 256):
        chain.convolution(width, 3, padding=1)
    chain.add("MaxPool2d", kernel_size=3)
    side = (side + 4 - kernel) // stride + 1
    for _ in range(3):
        side = (side - 3) // 2 + 1
    _adaptive(chain, 6, side)
    with chain.block("Dense 4,096", repeat=2):
        chain.add("Dropout")
        chain.dense(4096)
    return chain.head(classes)


def vgg11(input_shape: Shape, classes: int) -> Chain:
    """Write VGG-11 (configuration A)."""
    return _vgg(input_shape, classes, (1, 1, 2, 2, 2))


def vgg16(input_shape: Shape, classes: int) -> Chain:
    """Write VGG-16 (configuration D)."""
    return _vgg(input_shape, classes, (2, 2, 3, 3, 3))


def _vgg(input_shape: Shape, classes: int, counts: tuple[int, ...]) -> Chain:
    """Write a VGG network with torchvision's adaptive pooling before the dense layers."""
    chain = Chain(input_shape)
    side = min(input_shape[1:])
    for number, (width, count) in enumerate(zip((64, 128, 256, 512, 512), counts, strict=True), 1):
        with chain.block(f"Conv 3×3, {width}", repeat=count):
            chain.convolution(width, 3, padding=1)
        if side >= 2:
            chain.add("MaxPool2d")
            side //= 2
        else:
            chain.notes.append(translate(
                "network", "Pooling {number} is left out: one pixel remains before it.", number=number))
    _adaptive(chain, 7, side)
    with chain.block("Dense 4,096", repeat=2):
        chain.dense(4096)
        chain.add("Dropout")
    return chain.head(classes)


def u_net_encoder(input_shape: Shape, classes: int) -> Chain:
    """Write the descending half of U-Net, two convolutions a level, with padding so that any image size fits."""
    chain = Chain(input_shape)
    side = min(input_shape[1:])
    for level, width in enumerate((64, 128, 256, 512, 1024)):
        if level and side >= 2:
            chain.add("MaxPool2d")
            side //= 2
        elif level:
            chain.notes.append(translate(
                "network", "Pooling {level} is left out: one pixel remains before it.", level=level))
        with chain.block(f"Conv 3×3, {width:,}", repeat=2):
            chain.convolution(width, 3, same=True)
    chain.add("GlobalAvgPool2d")
    return chain.head(classes)


def efficientnet_lite0(input_shape: Shape, classes: int) -> Chain:
    """Write EfficientNet-Lite0 with its ImageNet weights frozen, and a head that learns the classes at hand."""
    chain = Chain(input_shape)
    chain.add("Backbone")
    chain.add("GlobalAvgPool2d")
    chain.add("Dropout", p=0.2)
    return chain.head(classes)


def _adaptive(chain: Chain, published: int, side: int) -> None:
    """Pool to the published size, or to the size there is when that is smaller, and flatten."""
    size = max(1, min(published, side))
    if size < published:
        chain.notes.append(translate(
            "network", "The last feature map is pooled to {size}×{size} instead of {published}×{published}; the first "
            "dense layer has that much fewer weights.", size=size, published=published))
    chain.add("AdaptiveAvgPool2d", output_size=size)
    chain.add("Flatten")
