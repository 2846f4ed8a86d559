"""The one place that imports torchvision: says what to do when it cannot be used, and makes its networks."""

import sys
from typing import Any

from torch import nn

from cnnstudio.errors import MissingLibraryError
from cnnstudio.wording import translate

_WITH_TRAINING_HEADS = frozenset({"googlenet", "inception_v3"})


def torchvision_models() -> Any:
    """Return the module ``torchvision.models``.

    Raises
    ------
    MissingLibraryError
        When torchvision is absent or does not fit the torch that is installed.
    """
    try:
        from torchvision import models
    except (ImportError, RuntimeError, OSError) as error:
        if getattr(sys, "frozen", False):
            raise MissingLibraryError(translate(
                "torch_network", "This needs torchvision, which this installed program is without. EfficientNet-Lite0 "
                "and networks drawn here need none of it; for the others install CNN Studio with pip.")) from error
        # A torchvision for another torch fails with "operator torchvision::nms does not exist".
        raise MissingLibraryError(
            translate(
                "torch_network", "This needs torchvision, which cannot be used here ({reason}). Install the version "
                "that belongs to the installed torch: pip install --upgrade torch torchvision",
                reason=error)) from error
    return models


def make_model(name: str) -> nn.Module:
    """Return torchvision's module without downloaded weights, and without the heads it has for training only.

    Raises
    ------
    MissingLibraryError
        As `torchvision_models` does.
    """
    settings = {"aux_logits": False, "init_weights": False} if name in _WITH_TRAINING_HEADS else {}
    model: nn.Module = torchvision_models().get_model(name, weights=None, **settings)
    return model
