"""Gathers all that is known of a run into the report a student hands in, as a page or as a PDF."""

from collections import Counter
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from cnnstudio.data.thread_pool import stop_if_asked
from cnnstudio.errors import CNNStudioError, InputError, RunError
from cnnstudio.export.report import ReportData, ReportTable, ReportText, build_report
from cnnstudio.storage import write_bytes
from cnnstudio.wording import counted, translate
from cnnstudio.workspace.explanation_job import ExplanationJob, ExplanationReady
from cnnstudio.workspace.jobs import Progress, ShouldStop
from cnnstudio.workspace.kept_audit import kept_audit
from cnnstudio.workspace.kept_predictions import sound_predictions
from cnnstudio.workspace.report import report_data
from cnnstudio.workspace.report_health import checked_images, health_parts
from cnnstudio.workspace.report_tried import tried

if TYPE_CHECKING:
    from cnnstudio.data.health.finding import Finding
    from cnnstudio.runs.images import RunImages
    from cnnstudio.runs.record import RunRecord
    from cnnstudio.runs.store import RunFolder

KINDS = (".html", ".pdf")
EXAMPLES = 6
"""Of each kind: right answers and wrong ones."""


@dataclass(frozen=True, slots=True)
class RunReported:
    """The report is written; ``notes`` say what it could not show."""

    path: Path
    notes: tuple[str, ...]


class RunReportJob:
    """Write the report of a run: `Progress` ..., `RunReported`.

    Parameters
    ----------
    out : ``.html`` (one page that needs nothing else) or ``.pdf`` (A4)
    runs : folder whose runs on the same images are listed beside this one; None for the folder the run lies in

    Raises
    ------
    InputError
        From `run`, when ``out`` has another ending.
    RunError, StorageError
        From `run`: a damaged run, or nothing can be written there.
    JobCancelledError
        ``should_stop`` said so; nothing was written.
    """

    def __init__(self, run_path: Path, out: Path, runs: Path | None = None) -> None:
        self._run_path, self._out, self._runs = run_path, out, runs or run_path.parent

    @property
    def title(self) -> str:
        """What the status line says."""
        return translate("workspace", "Writing {name}", name=self._out.name)

    def run(self, should_stop: ShouldStop) -> Iterator[object]:
        """Gather, write and yield the events."""
        from cnnstudio.runs.store import RunFolder

        kind = self._out.suffix.lower()
        if kind not in KINDS:
            raise InputError(translate(
                "workspace", "{path} ends neither with .html nor with .pdf. Give one of these two names.",
                path=self._out))
        yield Progress(0, 0, translate("workspace", "opening the run"))
        run = RunFolder.load(self._run_path)
        notes: list[str] = []
        explained = yield from _explained(run, notes, should_stop)
        health = yield from checked_images(run, notes, should_stop)
        yield Progress(0, 0, translate("workspace", "writing the report"))
        data = full_report(run, explained, self._runs, notes, health)
        stop_if_asked(should_stop)
        write_bytes(self._out, _bytes_of(data, kind))
        yield RunReported(self._out, tuple(notes))


def _bytes_of(data: ReportData, kind: str) -> bytes:
    if kind == ".html":
        return build_report(data).encode("utf-8", "replace")
    from cnnstudio.export.report_pdf import build_pdf

    return build_pdf(data)


def full_report(run: "RunFolder", explained: Sequence[tuple[ExplanationReady, str]], runs: Path,
                notes: list[str], health: "Sequence[Finding] | None" = None) -> ReportData:
    """Return everything the report says of a run; what is missing is added to ``notes``.

    ``health`` is what the check of its images found; None where they were not checked.

    Raises
    ------
    RunError
        When the run was never evaluated.
    """
    record = run.record
    if record.evaluation is None:
        raise RunError(translate(
            "workspace", "The run {name} has no result yet: train it to its end, then ask for its report.",
            name=record.name))
    found: list[ReportTable | ReportText] = [
        *_images(run), *health_parts(run, health), *_audit(run, notes), *tried(run, runs, notes),
        *_own_words(record), _repeat(record)]
    if notes:
        found.append(ReportText(translate("workspace", "What this report does not show"), tuple(notes)))
    return replace(report_data(record, record.evaluation, explained), parts=tuple(found))


def _images(run: "RunFolder") -> Iterator[ReportTable]:
    """Yield how many images of each class and split there were."""
    images = run.load_images()
    splits = [name for name, count in run.record.counts.items() if count]
    lead = translate("workspace", "From {folder}. Fingerprint of the images: {key}", folder=run.record.folder,
                     key=run.record.images_key or run.record.fingerprint or "–")
    headers = (translate("workspace", "Class"), *splits, translate("workspace", "all"))
    if images is None:
        rows = [_row(translate("workspace", "all"), [run.record.counts[name] for name in splits])]
    else:
        rows = list(_class_rows(run.record.class_names, images, splits))
    yield ReportTable(translate("workspace", "The images"), lead, headers, tuple(rows))


def _class_rows(class_names: Sequence[str], images: "RunImages", splits: Sequence[str]) -> Iterator[tuple[str, ...]]:
    found = Counter(zip(images.class_name, images.split, strict=True))
    for name in class_names:
        yield _row(name, [found[name, split] for split in splits])
    if len(class_names) > 1:
        yield _row(translate("workspace", "all"),
                   [sum(found[name, split] for name in class_names) for split in splits])


def _row(name: str, counts: Sequence[int]) -> tuple[str, ...]:
    return (name, *(f"{count:,}" for count in counts), f"{sum(counts):,}")


def _audit(run: "RunFolder", notes: list[str]) -> Iterator[ReportText]:
    from cnnstudio.explain.audit.words import verdict

    try:
        audit = kept_audit(run.path)
    except CNNStudioError as error:
        notes.append(str(error))
        return
    if audit is None:
        notes.append(translate("workspace", "The run was not audited for shortcuts (Look inside, Audit)."))
        return
    found = [f"{one.headline}: {one.explanation}" for one in audit.report.suspicions]
    yield ReportText(translate("workspace", "What the audit found"), (verdict(audit.report), *found))


def _own_words(record: "RunRecord") -> Iterator[ReportText]:
    """Yield the user's notes and what was told during the training."""
    if record.notes or record.tags:
        yield ReportText(translate("workspace", "Notes"), tuple(
            text for text in (*record.notes.splitlines(), ", ".join(record.tags)) if text.strip()))
    told = tuple(text for text in (record.message, *record.notices) if text)
    if told:
        yield ReportText(translate("workspace", "What happened in the training"), told)


def _repeat(record: "RunRecord") -> ReportText:
    return ReportText(translate("workspace", "How to repeat it"), (
        translate("workspace", 'Open the run in CNN Studio, choose "Use these settings again" on the page Runs with '
                  "the images of {folder}, and train with seed {seed}. The network, all settings and the division of "
                  "the images are those below.", folder=record.folder, seed=record.train.seed),
        translate("workspace", "Computed on {device} with {threads} in {precision}.", device=record.device or "–",
                  threads=_threads(record.threads), precision=record.precision or "–")))


def _threads(count: int) -> str:
    """Return ``"1 thread"`` or ``"2 threads"``; a dash for runs that do not know."""
    return counted(count, translate("workspace", "1 thread"), translate(
        "workspace", "{count} threads")) if count else "–"


def _explained(run: "RunFolder", notes: list[str],
               should_stop: ShouldStop) -> "Generator[Progress, None, list[tuple[ExplanationReady, str]]]":
    """Make the heatmaps of some right and some wrong answers; returns them with the true class."""
    chosen = _chosen(run)
    if not chosen:
        notes.append(translate("workspace", "The run keeps no answers, so there are no examples. Evaluate it again."))
    found: list[tuple[ExplanationReady, str]] = []
    missing = 0
    for number, (path, true_class) in enumerate(chosen):
        stop_if_asked(should_stop)
        yield Progress(number, len(chosen), translate("workspace", "making heatmaps"))
        try:
            ready = list(ExplanationJob(run.path, path).run(should_stop))[-1]
        except InputError:
            missing += 1
            continue
        if isinstance(ready, ExplanationReady):
            found.append((ready, true_class))
    if missing:
        notes.append(counted(
            missing, translate("workspace", "One example cannot be shown: its image is not where it was."),
            translate("workspace", "{count} examples cannot be shown: their images are not where they were.")))
    return found


def _chosen(run: "RunFolder") -> list[tuple[Path, str]]:
    """Return (path, true class) of the surest right answers, a class after the other, and the surest wrong ones."""
    kept, images = sound_predictions(run), run.load_images()
    if kept is None or images is None:
        return []
    best = kept.probabilities.argmax(axis=1)
    surest = np.argsort(-kept.probabilities.max(axis=1), kind="stable")
    right = _in_turns([int(row) for row in surest if best[row] == kept.labels[row]], kept.labels)
    wrong = [int(row) for row in surest if best[row] != kept.labels[row]]
    root = Path(run.record.folder)
    return [(root / images.relative[kept.indices[row]], run.record.class_names[kept.labels[row]])
            for row in (*right[:EXAMPLES], *wrong[:EXAMPLES])]


def _in_turns(rows: Sequence[int], labels: "np.ndarray[tuple[int, ...], np.dtype[np.int64]]") -> list[int]:
    """Return rows so that each class comes before any comes again."""
    turn: Counter[int] = Counter()
    keyed = []
    for place, row in enumerate(rows):
        keyed.append((turn[int(labels[row])], place, row))
        turn[int(labels[row])] += 1
    return [row for _, _, row in sorted(keyed)]
