"""Maps as captum and pytorch-grad-cam make them, before they are scaled and resized."""

import copy

import numpy as np
from torch import Tensor, nn


def captum_map(network: nn.Module, layer: nn.Module, image: Tensor, target: int) -> np.ndarray:
    from captum.attr import LayerGradCam

    found = LayerGradCam(network, layer).attribute(image, target, relu_attributions=True)
    return np.asarray(found[0, 0].detach().numpy())


def pytorch_grad_cam_map(kind: str, network: nn.Module, layer: nn.Module, image: Tensor, target: int) -> np.ndarray:
    """Return pytorch-grad-cam's own map before it is scaled and resized."""
    import pytorch_grad_cam
    from pytorch_grad_cam.utils.model_targets import ClassifierOutputTarget

    kept: list[np.ndarray] = []

    class Raw(getattr(pytorch_grad_cam, kind)):  # type: ignore[misc]
        def get_cam_image(self, *args: object, **kwargs: object) -> np.ndarray:
            kept.append(super().get_cam_image(*args, **kwargs))
            return kept[-1]

    with Raw(model=network, target_layers=[layer]) as explainer:
        explainer(input_tensor=image, targets=[ClassifierOutputTarget(target)])
    network.zero_grad()
    return kept[0][0]


def without_in_place(network: nn.Module) -> nn.Module | None:
    """Return a copy in which no module works in place; what a forward method does by itself stays."""
    clean = copy.deepcopy(network)
    found = False
    for part in clean.modules():
        if getattr(part, "inplace", False):
            part.inplace, found = False, True
    return clean if found else None
