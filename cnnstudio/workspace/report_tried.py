"""All that was tried on the images of a run, for its report: every training, and what sweeps gave up without one."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from cnnstudio.errors import InputError, StorageError
from cnnstudio.export.report import ReportTable, percent
from cnnstudio.sweeps.axes import in_words
from cnnstudio.sweeps.plan import SweepPlan
from cnnstudio.sweeps.study import Sweep, address_in
from cnnstudio.sweeps.trial_row import TrialRow
from cnnstudio.training.choice_texts import choice_text
from cnnstudio.wording import counted, translate
from cnnstudio.workspace.sweep_plan_job import known_names

if TYPE_CHECKING:
    from cnnstudio.runs.store import RunFolder
    from cnnstudio.runs.summaries import RunSummary

_Trial = tuple[SweepPlan, TrialRow]


def tried(run: "RunFolder", runs: Path, notes: list[str]) -> Iterator[ReportTable]:
    """Yield the table of all trainings on the same images, the best accuracy first; this one is marked.

    Behind them stand the combinations of sweeps that ended without a run that is there: failed ones, those given up,
    and those whose runs were deleted. Sweeps that cannot be read are told in ``notes``.
    """
    from cnnstudio.runs.store import list_runs

    same = [one for one in list_runs(runs) if one.is_sound and one.folder == run.record.folder
            and one.class_names == run.record.class_names]
    same.sort(key=lambda one: -1.0 if one.val_accuracy is None else one.val_accuracy, reverse=True)
    headers = (translate("workspace", "Run"), translate("workspace", "Network"), translate("workspace", "Settings"),
               translate("workspace", "Epochs"), translate("workspace", "Accuracy"),
               translate("workspace", "95 % interval"), translate("workspace", "Notes"))
    rows = tuple(_tried_row(one, is_this=one.path.resolve() == run.path.resolve()) for one in same)
    left = _left_by_sweeps(run, runs, {one.path.name for one in same}, notes)
    lead = counted(len(rows), translate("workspace", "One training on these images; its accuracy is that of the "
                                                     "validation images in its best epoch."),
                   translate("workspace", "{count} trainings on these images; the accuracy is that of the validation "
                                          "images in the best epoch. → marks the run of this report."))
    if left:
        lead += " " + counted(len(left), translate(
            "workspace", "One more combination of a sweep left no run; it stands last."), translate(
            "workspace", "{count} more combinations of sweeps left no run; they stand last."))
    if rows or left:
        yield ReportTable(translate("workspace", "All tried combinations"), lead, headers,
                          (*rows, *(_trial_row(plan, row) for plan, row in left)))


def _tried_row(one: "RunSummary", *, is_this: bool) -> tuple[str, ...]:
    interval = "–" if one.interval is None else f"{percent(one.interval[0])} – {percent(one.interval[1])}"
    return (f"→ {one.name}" if is_this else one.name, one.network_name, settings_words(one), f"{one.epochs:,}",
            percent(one.val_accuracy), interval, " ".join((*one.tags, one.notes)).strip())


def settings_words(one: "RunSummary") -> str:
    """Return the settings of a training that people vary, in one line."""
    train, preprocess = one.train, one.preprocess
    if train is None or preprocess is None:
        return "–"
    parts = [choice_text("optimizer", train.optimizer),
             translate("workspace", "learning rate {value:g}", value=train.learning_rate),
             translate("workspace", "batch {size}", size=train.batch_size),
             translate("workspace", "weight decay {value:g}", value=train.weight_decay),
             f"{preprocess.width} × {preprocess.height} px", translate("workspace", "seed {seed}", seed=train.seed)]
    if one.group is not None:
        parts.append(translate("workspace", "group {name}", name=one.group.name))
    return ", ".join(parts)


def _left_by_sweeps(run: "RunFolder", runs: Path, known: set[str], notes: list[str]) -> Sequence[_Trial]:
    """Return the combinations on the same images that have ended and left no run among ``known``."""
    found: list[_Trial] = []
    try:
        names = known_names(runs)
    except StorageError as error:
        notes.append(str(error))
        return ()
    for name in names:
        try:
            sweep = Sweep.open(address_in(runs), name)
            rows = sweep.rows()
        except (InputError, StorageError) as error:
            notes.append(str(error))
            continue
        if Path(sweep.plan.folder) == Path(run.record.folder):
            found += [(sweep.plan, row) for row in rows
                      if row.state in ("finished", "pruned", "failed") and known.isdisjoint(row.runs)]
    return found


def _trial_row(plan: SweepPlan, row: TrialRow) -> tuple[str, ...]:
    states = {"failed": translate("workspace", "failed"), "pruned": translate("workspace", "given up"),
              "finished": translate("workspace", "its run was deleted")}
    network, _ = plan.network_of(row.combination)
    said = translate("workspace", "{state}: {reason}", state=states[row.state], reason=row.message) \
        if row.message else states[row.state]
    return (translate("workspace", "{sweep}, number {number}", sweep=plan.name, number=row.number + 1), network,
            in_words(row.combination), "–", percent(row.mean), "–", said)
