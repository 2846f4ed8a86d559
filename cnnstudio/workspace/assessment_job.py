"""Works out all figures of a run from the answers it keeps: at once, without its images and without torch."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cnnstudio.data.thread_pool import stop_if_asked
from cnnstudio.wording import translate
from cnnstudio.workspace.jobs import Progress, ShouldStop

if TYPE_CHECKING:
    from cnnstudio.runs.predictions import RunPredictions
    from cnnstudio.runs.record import RunRecord
    from cnnstudio.training.assessment import Assessment


@dataclass(frozen=True, slots=True, eq=False)
class RunAssessed:
    """All figures of a run; the result of an `AssessmentJob`."""

    path: Path
    record: "RunRecord"
    assessment: "Assessment | None"
    """On the validation images; None when the run keeps no predictions."""
    epoch: int
    """Whose weights answered; 0 without an assessment."""


class AssessmentJob:
    """Read the kept predictions of the run at ``path`` and measure them: `Progress`, then `RunAssessed`.

    Raises
    ------
    RunError
        From `run`, when there is no run or it is damaged, naming the file.
    JobCancelledError
        From `run`, when it is stopped.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    @property
    def title(self) -> str:
        """What the status line says."""
        return translate("workspace", "Measuring {file}", file=self._path.name)

    def run(self, should_stop: ShouldStop) -> Iterator[object]:
        """Measure and yield the events."""
        from cnnstudio.runs.store import RunFolder

        yield Progress(0, 0, "measuring")
        run = RunFolder.load(self._path)
        kept = run.load_predictions()
        stop_if_asked(should_stop)
        assessment = None if kept is None else _assess(run.record, kept, should_stop)
        yield RunAssessed(self._path, run.record, assessment, kept.epoch if kept else 0)


def _assess(record: "RunRecord", kept: "RunPredictions", should_stop: ShouldStop) -> "Assessment":
    from cnnstudio.training.assessment import assess

    return assess(kept.labels, kept.probabilities, record.class_names, lambda: stop_if_asked(should_stop))
