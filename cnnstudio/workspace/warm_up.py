"""Loads the engine while the user already looks at the window."""

import time
from collections.abc import Iterator
from dataclasses import dataclass

from cnnstudio.errors import MissingLibraryError
from cnnstudio.training.cores import physical_cores
from cnnstudio.wording import translate
from cnnstudio.workspace.jobs import ShouldStop


@dataclass(frozen=True, slots=True)
class EngineReady:
    """torch is loaded."""

    device: str
    """What trains unless the user says otherwise: ``"CPU"``, or the name of a graphics card."""
    maker_title: str
    """What its maker calls it."""
    threads: int
    """CPU threads a training uses."""
    seconds: float
    """How long loading took."""


class WarmUpJob:
    """Import torch and everything the first training would wait for; the result is `EngineReady`."""

    title = "Loading engine"

    def run(self, should_stop: ShouldStop) -> Iterator[object]:  # noqa: ARG002 - an import cannot be stopped
        """Load the engine.

        Raises
        ------
        MissingLibraryError
            When torch cannot be imported.
        """
        started_s = time.monotonic()
        try:
            import torch  # noqa: F401
        except ImportError as error:
            raise MissingLibraryError(
                translate(
                    "workspace", "PyTorch cannot be loaded ({reason}). Images and networks can be edited, but nothing "
                    "can be trained: install it with pip install torch.", reason=error)) from error
        import cnnstudio.torch_network.builder
        import cnnstudio.training.trainer  # noqa: F401 - loaded for what comes next
        from cnnstudio.training.devices import available

        device = next(info for info in available() if info.is_usable)
        name = "CPU" if device.kind == "cpu" else device.title
        yield EngineReady(name, device.title, physical_cores(), time.monotonic() - started_s)
