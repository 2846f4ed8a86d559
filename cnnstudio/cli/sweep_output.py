"""Prints a sweep as it goes, and the table of every combination with its accuracy."""

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from cnnstudio import storage
from cnnstudio.cli.context import Context
from cnnstudio.cli.output import percent
from cnnstudio.cli.shown_words import state_word
from cnnstudio.sweeps.axes import in_words, setting_title
from cnnstudio.sweeps.plan import SweepPlan
from cnnstudio.sweeps.table import LUCK, best_first, sweep_csv
from cnnstudio.sweeps.trial_row import TrialRow
from cnnstudio.training.events import EpochEnded, StepEnded
from cnnstudio.wording import translate
from cnnstudio.workspace.jobs import Progress
from cnnstudio.workspace.sweep_events import SweepEnded, TrialEnded, TrialStarted
from cnnstudio.workspace.sweep_job import SweepJob
from cnnstudio.workspace.training_events import ImagesNotKept, SaveFailed


def follow(job: SweepJob, context: Context) -> tuple[TrialRow, ...]:
    """Try what is left of the sweep and print what comes of each combination; return all of them."""
    plan, output = job.sweep.plan, context.output
    rows: tuple[TrialRow, ...] = ()
    epochs = ""
    for event in context.events(job):
        match event:
            case TrialStarted():
                output.event("trial", number=event.number + 1, combination=event.combination)
                epochs = translate(
                    "cli", "{number} of {trial_count}: {in_name}", number=event.number + 1,
                    trial_count=plan.trial_count, in_name=in_words(event.combination))
            case StepEnded():
                output.progress(Progress(event.step, event.steps, translate(
                    "cli", "{epochs}, epoch {epoch}", epochs=epochs, epoch=event.epoch)))
            case EpochEnded():
                output.event("epoch", **asdict(event) | {"layers": None})
            case SaveFailed() | ImagesNotKept():
                output.warning(event.message)
            case TrialEnded():
                _print_row(event.row, context)
            case SweepEnded():
                rows = event.rows
    return rows


def _print_row(row: TrialRow, context: Context) -> None:
    context.output.event("trial_ended", **row_fields(row))
    context.output.text(f"{row.number + 1:>4}  {_accuracy(row):>18}  {in_words(row.combination)}")


def row_fields(row: TrialRow) -> dict[str, object]:
    """Return a combination as plain values."""
    return {"number": row.number + 1, "state": row.state, "combination": row.combination, "accuracy": row.mean,
            "deviation": row.deviation, "accuracies": row.accuracies, "runs": row.runs, "message": row.message,
            "seconds": row.seconds}


def print_table(rows: Sequence[TrialRow], plan: SweepPlan, context: Context) -> None:
    """Print every combination, the best first."""
    names = [axis.field for axis in plan.axes]
    output = context.output
    output.event("sweep", name=plan.name, method=plan.method, seeds=plan.seeds,
                 rows=[row_fields(row) for row in best_first(rows)])
    output.text(translate("cli", "\n{plan}: every combination, the best first", plan=plan.name))
    output.table([translate("cli", "No."), *map(setting_title, names), translate(
        "cli", "Val. accuracy"), translate("cli", "State"), translate("cli", "Run")],
                 [[row.number + 1, *(_cell(row, name) for name in names), _accuracy(row),
                   row.message or state_word(row.state), row.runs[0] if row.runs else None]
                  for row in best_first(rows)])
    if plan.seeds > 1:
        output.text(translate(
            "cli", "\nEach accuracy is the mean of {seeds} trainings with different seeds; behind ± stands their "
            "standard deviation.", seeds=plan.seeds))
    if sum(row.mean is not None for row in rows) > 1:
        output.text("\n" + translate("sweeps", LUCK))


def write_table(rows: Sequence[TrialRow], plan: SweepPlan, path: Path) -> None:
    """Write every combination, the best first, as CSV.

    Raises
    ------
    StorageError
        Naming the file and the reason.
    """
    storage.write_bytes(path, sweep_csv(best_first(rows), plan))


def _cell(row: TrialRow, name: str) -> object:
    value = row.combination.get(name)
    return f"{value:g}" if isinstance(value, float) else value


def _accuracy(row: TrialRow) -> str:
    if row.mean is None:
        return "-"
    return percent(row.mean) if row.deviation is None else f"{percent(row.mean)} ± {percent(row.deviation)}"
