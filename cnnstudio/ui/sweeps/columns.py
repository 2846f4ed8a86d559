"""The columns of a sweep's table: what each is called, shows and sorts by."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from cnnstudio.sweeps.axes import is_number
from cnnstudio.sweeps.plan import SweepPlan
from cnnstudio.sweeps.trial_row import TrialRow
from cnnstudio.ui.field_texts import tried_title, value_text

_STATES: dict[str, Any] = {
    "waiting": QT_TRANSLATE_NOOP("Sweeps", "waiting"),
    "running": QT_TRANSLATE_NOOP("Sweeps", "running"),
    "finished": QT_TRANSLATE_NOOP("Sweeps", "finished"),
    "pruned": QT_TRANSLATE_NOOP("Sweeps", "given up"),
    "failed": QT_TRANSLATE_NOOP("Sweeps", "failed"),
}


@dataclass(frozen=True, slots=True)
class SweepColumn:
    """One column; ``sort`` gives None for a cell that is empty, which comes last either way."""

    name: str
    title: str
    text: Callable[[TrialRow], str]
    sort: Callable[[TrialRow], Any]
    is_number: bool = False
    width_px: int = 96


def translated(text: str) -> str:
    """Return a text about sweeps in the user's language."""
    return QCoreApplication.translate("Sweeps", text)


def columns(plan: SweepPlan) -> tuple[SweepColumn, ...]:
    """Return the columns for a sweep: one for each setting that is varied, and what came of the combination."""
    trained = (SweepColumn("trainings", translated("Trainings"), lambda row: f"{len(row.accuracies)}",
                           lambda row: len(row.accuracies), is_number=True, width_px=112),) if plan.seeds > 1 else ()
    return (
        SweepColumn("number", translated("No."), lambda row: f"{row.number + 1:,}", lambda row: row.number,
                    is_number=True, width_px=56),
        *(_setting(axis.field) for axis in plan.axes),
        SweepColumn("accuracy", translated("Validation accuracy"), accuracy_text, lambda row: row.mean,
                    is_number=True, width_px=188),
        *trained,
        SweepColumn("state", translated("State"), state_text, state_text, width_px=128),
        SweepColumn("seconds", translated("Time"), seconds_text, lambda row: row.seconds, is_number=True, width_px=96),
        SweepColumn("runs", translated("Run"), lambda row: ", ".join(row.runs), lambda row: row.runs[:1] or None,
                    width_px=220))


def _setting(field: str) -> SweepColumn:
    title = tried_title(field)
    return SweepColumn(field, title, partial(_value_text, field), partial(_value, field),
                       is_number=is_number(field), width_px=max(96, 8 * len(title) + 40))


def _value(field: str, row: TrialRow) -> Any:
    value = row.combination.get(field)
    return value if value is None or is_number(field) else value_text(field, value).casefold()


def _value_text(field: str, row: TrialRow) -> str:
    value = row.combination.get(field)
    return "" if value is None else f"{value:.4g}" if isinstance(value, float) else value_text(field, value)


def accuracy_text(row: TrialRow) -> str:
    """Return ``"93.4 %"``, or with several trainings ``"93.4 ± 0.8 %"``; what a running one has reached is marked."""
    if row.mean is None:
        return f"… {100 * row.latest:.1f} %" if row.latest is not None else ""
    if row.deviation is None:
        return f"{100 * row.mean:.1f} %"
    return f"{100 * row.mean:.1f} ± {100 * row.deviation:.1f} %"


def state_text(row: TrialRow) -> str:
    """Return how far a combination is, in words."""
    text = translated(_STATES[row.state])
    if row.state == "running" and row.epochs:
        return translated("running, {epochs} epochs done").format(epochs=row.epochs)
    return text


def seconds_text(row: TrialRow) -> str:
    """Return how long the work took: ``"12 s"``, ``"3 min 5 s"``."""
    if row.seconds is None:
        return ""
    whole = round(row.seconds)
    if whole < 60:
        return f"{row.seconds:.1f} s" if row.seconds < 10 else f"{whole} s"
    return f"{whole // 60:,} min {whole % 60} s"


def row_text(row: TrialRow, plan: SweepPlan) -> str:
    """Return a combination with its result, a line for each setting: a tool tip."""
    lines = [translated("Combination {number}").format(number=row.number + 1)]
    lines += [f"{tried_title(axis.field)}: {_value_text(axis.field, row)}" for axis in plan.axes]
    lines.append(f"{translated('Validation accuracy')}: {accuracy_text(row) or '–'}")
    lines += [row.message] if row.message else []
    return "\n".join(lines)
