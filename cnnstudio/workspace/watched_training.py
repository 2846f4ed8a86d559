"""Lets a training show at the ends of epochs what it sees in a few images, without changing what it learns."""

import contextlib
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cnnstudio.errors import CNNStudioError
from cnnstudio.training.callbacks import Callback
from cnnstudio.training.control import TrainingControl
from cnnstudio.training.events import EpochEnded, TrainingStarted
from cnnstudio.workspace.jobs import Job, ShouldStop
from cnnstudio.workspace.pinned_images_job import PICTURE_PX, PinnedImage, PinnedPicture, pinned_picture
from cnnstudio.workspace.training_events import RunCreated, RunResumed

if TYPE_CHECKING:
    from torch import nn

    from cnnstudio.data.loading import Loaded
    from cnnstudio.explain.explainer import Explainer
    from cnnstudio.runs.record import RunRecord

MOST_SHARE = 0.03
"""Of the training's time, all heatmaps together."""
_FIRST_GUESS_S = 0.03
"""What a heatmap may cost before one was measured."""


@dataclass(frozen=True, slots=True, eq=False)
class HeatmapsReady:
    """What the network sees after an epoch."""

    epoch: int
    pictures: tuple[PinnedPicture, ...]
    """Images that cannot be used are left out."""
    images: tuple[PinnedImage, ...]
    """Those wished for; a picture's ``position`` is its place here."""
    left_out: int
    """Epochs before this one without heatmaps, because they would have taken over `MOST_SHARE` of the time."""


class PinnedWish:
    """Which images are to be shown; set in one thread, read in another."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._images: tuple[PinnedImage, ...] = ()

    @property
    def images(self) -> tuple[PinnedImage, ...]:
        """The images wished for."""
        with self._lock:
            return self._images

    @images.setter
    def images(self, images: Sequence[PinnedImage]) -> None:
        with self._lock:
            self._images = tuple(images)


class WatchedTraining:
    """A `TrainingJob` or `ResumeJob` whose events have a `HeatmapsReady` after those epochs that leave time for it.

    The heatmaps are made by the weights as they are, between two steps, in the training's own thread: there is no
    second network, nothing waits on a lock, and the network is left as it was found (`explain.pass_hooks`).

    Parameters
    ----------
    job, control
        The training, which must not have begun, and what it listens to.
    wish
        The images; they may change while it runs.
    """

    def __init__(self, job: Job, control: TrainingControl, wish: PinnedWish) -> None:
        self._job, self._wish = job, wish
        self._module = _ModuleHolder()
        control.listeners.append(self._module)

    @property
    def title(self) -> str:
        """What the status line says."""
        return self._job.title

    def run(self, should_stop: ShouldStop) -> Iterator[object]:
        """Train and yield the events."""
        painter: _Painter | None = None
        with contextlib.ExitStack() as stack:
            events: Any = self._job.run(should_stop)
            if hasattr(events, "close"):
                stack.enter_context(closing(events))
            for event in events:
                yield event
                if isinstance(event, RunCreated | RunResumed):
                    painter = _painter(event.path)
                elif isinstance(event, EpochEnded) and painter is not None and self._module.module is not None:
                    yield from painter.after(event, self._module.module, self._wish.images)


class _ModuleHolder(Callback):
    """Learns at the start of a training which module it trains."""

    def __init__(self) -> None:
        self.module: nn.Module | None = None

    def training_started(self, event: TrainingStarted, module: "nn.Module") -> None:  # noqa: ARG002
        """Keep the module."""
        self.module = module


class _Painter:
    """Makes the heatmaps of one training, and keeps to `MOST_SHARE` of its time."""

    def __init__(self, record: "RunRecord") -> None:
        self._record = record
        self._loaded: dict[Path, Loaded] = {}
        self._explainer: Explainer | None = None
        self._trained_s = self._spent_s = 0.0
        self._cost_s = _FIRST_GUESS_S
        self._left_out = 0

    def after(self, row: EpochEnded, module: "nn.Module", images: Sequence[PinnedImage]) -> Iterator[HeatmapsReady]:
        """Make the heatmaps after an epoch when there is time for them."""
        self._trained_s += row.seconds
        if not images:
            return
        if self._spent_s + self._cost_s * len(images) > MOST_SHARE * self._trained_s:
            self._left_out += 1
            return
        begin = time.perf_counter()
        pictures = tuple(self._pictures(module, images))
        seconds = time.perf_counter() - begin
        self._spent_s += seconds
        self._cost_s = seconds / len(images)
        yield HeatmapsReady(row.epoch, pictures, tuple(images), self._left_out)
        self._left_out = 0

    def _pictures(self, module: "nn.Module", images: Sequence[PinnedImage]) -> Iterator[PinnedPicture]:
        with _whole(module):
            for position, image in enumerate(images):
                with contextlib.suppress(CNNStudioError):
                    yield self._picture(module, position, image)

    def _picture(self, module: "nn.Module", position: int, image: PinnedImage) -> PinnedPicture:
        from cnnstudio.data.loading import load
        from cnnstudio.explain.explainer import Explainer

        record = self._record
        if self._explainer is None:
            self._explainer = Explainer(module, record.preprocess, record.mean, record.std, record.class_names)
        if image.path not in self._loaded:
            self._loaded[image.path] = load(image.path, record.preprocess, readable_part=True)
        loaded = self._loaded[image.path]
        target = record.class_names.index(image.class_name) if image.class_name in record.class_names else None
        explanation = self._explainer.explain(loaded.pixels, target, loaded=loaded)
        return pinned_picture(position, loaded.pixels, explanation, record.class_names, PICTURE_PX)


@contextlib.contextmanager
def _whole(module: "nn.Module") -> Iterator[None]:
    """Let a network that is being trained on the values of its frozen part take images again inside the block."""
    from cnnstudio.torch_network.builder import GraphNetwork

    with module.whole() if isinstance(module, GraphNetwork) else contextlib.nullcontext():
        yield


def _painter(path: Path) -> _Painter | None:
    """Return what makes the heatmaps of the run at ``path``; None when it cannot be read, which costs no training."""
    from cnnstudio.runs.store import RunFolder

    with contextlib.suppress(CNNStudioError):
        return _Painter(RunFolder.load(path).record)
    return None
