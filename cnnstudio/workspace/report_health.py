"""What the check of a folder finds about the images of a run, for its report."""

from collections.abc import Generator, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from cnnstudio.data.health.checks import findings
from cnnstudio.data.health.finding import Finding
from cnnstudio.errors import ImageFolderError, RunError
from cnnstudio.export.report import ReportTable, ReportText
from cnnstudio.wording import translate
from cnnstudio.workspace.jobs import Progress, ShouldStop
from cnnstudio.workspace.progress import Outcome
from cnnstudio.workspace.run_images import TrainedImages, find_images

if TYPE_CHECKING:
    from cnnstudio.runs.store import RunFolder

_FILES = 4
"""Named of each finding; the window lists all."""


def checked_images(run: "RunFolder", notes: list[str],
                   should_stop: ShouldStop) -> Generator[object, None, tuple[Finding, ...] | None]:
    """Check the images of a run as they were divided for it: `Progress` ...; returns the findings, the gravest first.

    Where they are not there as they were, the reason is added to ``notes`` and None returned. Raises JobCancelledError.
    """
    found: Outcome[TrainedImages] = Outcome()
    try:
        yield from find_images(run, should_stop, found)
    except (ImageFolderError, RunError) as error:
        notes.append(translate("workspace", "The images were not checked. {reason}", reason=error))
        return None
    yield Progress(0, 0, translate("workspace", "checking images"))
    images = found.get()
    return findings(images.folder, images.splits, run.record.preprocess, should_stop=should_stop)


def health_parts(run: "RunFolder", found: Sequence[Finding] | None) -> Iterator[ReportTable | ReportText]:
    """Yield the table of findings, or the sentence that there are none; nothing where the images were not checked."""
    if found is None:
        return
    title = translate("workspace", "What the check of the images found")
    if not found:
        yield ReportText(title, (translate(
            "workspace", "No damaged files, no copies in several splits, no doubtful classes: the check found "
            "nothing to tell."),))
        return
    lead = translate("workspace", "Checked as this report was written, with the images divided as for the training. "
                                  "Errors make results wrong, warnings may, notes are good to know.")
    headers = (translate("workspace", "Grade"), translate("workspace", "Finding"), translate(
        "workspace", "What it means"), translate("workspace", "Files"))
    yield ReportTable(title, lead, headers, tuple(_row(one, Path(run.record.folder)) for one in found))


def _row(finding: Finding, root: Path) -> tuple[str, str, str, str]:
    grades = {"error": translate("workspace", "Error"), "warning": translate("workspace", "Warning"),
              "info": translate("workspace", "Note")}
    named = [path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)
             for path in finding.files[:_FILES]]
    more = len(finding.files) - len(named)
    if more > 0:
        named.append(translate("workspace", "and {count:,} more", count=more))
    return grades[finding.severity], finding.title, finding.detail, ", ".join(named) or "–"
