"""What is known of one image at every epoch, and the job that finds out the rest; the newest question counts."""

from collections import OrderedDict
from collections.abc import Hashable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from cnnstudio.explain.epoch_curve import Region
    from cnnstudio.ui.workers import JobRunner
    from cnnstudio.workspace.epoch_look_job import EpochCurve, EpochSeen
    from cnnstudio.workspace.look_answer import ImageAnswer, MapKey
    from cnnstudio.workspace.run_epochs import EpochInfo

SLOT = "epoch_maps"
_KEPT = 4
"""Questions whose maps are kept."""


class EpochSession(QObject):
    """Answers from what is known at once, else with a job that begins at the epoch on show."""

    listed = Signal()
    """`infos` is known."""
    seen = Signal(object)
    """An `EpochSeen`."""
    not_seen = Signal(object)
    """An `EpochNotSeen`: a damaged file."""
    curve_changed = Signal()
    failed = Signal(str)

    def __init__(self, jobs: "JobRunner", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self.infos: tuple[EpochInfo, ...] = ()
        self.maps: dict[int, EpochSeen] = {}
        """What is known of the question, by epoch."""
        self.curve: EpochCurve | None = None
        self.problems: tuple[str, ...] = ()
        """Why some epochs cannot be looked at."""
        self._question: Hashable = None
        self._known: OrderedDict[Hashable, dict[int, EpochSeen]] = OrderedDict()

    def ask(self, image: "ImageAnswer", key: "MapKey", first: int | None, region: "Region | None") -> None:
        """Ask for the maps of all epochs, and begin with one of them; None for the last."""
        from cnnstudio.workspace.epoch_look_job import EpochLookJob, EpochWish
        from cnnstudio.workspace.look_job import AUTO, LookQuestion

        self._question = (image, key)    # images are compared by identity: one that was read again is another
        self.maps = self._known.setdefault(self._question, {})
        self._known.move_to_end(self._question)
        while len(self._known) > _KEPT:
            self._known.popitem(last=False)
        self.curve, self.problems = None, ()
        self.curve_changed.emit()
        for found in list(self.maps.values()):
            self.seen.emit(found)
        question = LookQuestion(image.run_path, image.image, key.target, key.layer or AUTO, key.method)
        self._jobs.start(EpochLookJob(EpochWish(question, first, region, dict(self.maps))), slot=SLOT,
                         on_event=self._on_event, on_failed=self._on_failed, quiet=True)

    def cancel(self) -> None:
        """Ask no more; what is known stays for the next time."""
        self._jobs.cancel(SLOT)
        self._question, self.maps, self.curve = None, {}, None

    def _on_event(self, event: object) -> None:
        from cnnstudio.workspace.epoch_look_job import EpochCurve, EpochNotSeen, EpochSeen, EpochsKnown

        if self._question is None:    # a job that was cancelled may still answer
            return
        match event:
            case EpochsKnown():
                self.infos = event.infos
                self.listed.emit()
            case EpochSeen():
                self.maps[event.info.epoch] = event
                self.seen.emit(event)
            case EpochCurve():
                self.curve = event
                self.curve_changed.emit()
            case EpochNotSeen():
                self.problems = (*self.problems, event.reason)
                self.not_seen.emit(event)

    def _on_failed(self, message: str, _details: str) -> None:
        self.failed.emit(message)
