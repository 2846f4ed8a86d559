"""Training and evaluation mode of a module, put back submodule by submodule."""

import contextlib
from collections.abc import Iterator

from torch import nn


@contextlib.contextmanager
def modes_kept(module: nn.Module) -> Iterator[None]:
    """Give every submodule the training flag it had before the block."""
    before = [(submodule, submodule.training) for submodule in module.modules()]
    try:
        yield
    finally:
        for submodule, training in before:
            submodule.training = training


@contextlib.contextmanager
def evaluation_mode(module: nn.Module) -> Iterator[None]:
    """Hold the module in evaluation mode inside the block and put each submodule's own mode back after it."""
    with modes_kept(module):
        module.eval()
        yield
