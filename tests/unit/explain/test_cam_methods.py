"""How exactly maps are added up, where float32 alone is not enough."""

import torch

from cnnstudio.explain.cam_methods import CAM_METHODS, cam
from tests.helpers.reference_maps import FORMULAS, relative_error


def test_channels_that_nearly_cancel_are_added_up_exactly():
    """Of 1,280 channels for and against a class about a ten-thousandth is left, as in an untrained EfficientNet."""
    draws = torch.Generator().manual_seed(0)
    gradients = torch.randn(1, 1280, 3, 3, generator=draws)
    activations = torch.rand(1, 1280, 3, 3, generator=draws)
    given = (activations * gradients).double().sum(dim=1, keepdim=True)
    activations[:, :1] -= ((given * (1 - 1e-4)) / gradients[:, :1]).float()
    truth = FORMULAS["hirescam"](activations[0].double().numpy(), gradients[0].double().numpy())
    found = cam("hirescam", activations, gradients)
    assert found.dtype == torch.float32
    assert relative_error(found[0].numpy(), truth) <= 1e-7   # the result itself in float32
    in_float32 = CAM_METHODS["hirescam"](activations, gradients)[0].numpy()
    assert relative_error(in_float32, truth) > 1e-5          # control: sums of 1,280 float32 numbers
