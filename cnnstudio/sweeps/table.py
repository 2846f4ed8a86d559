"""The table of a sweep's combinations: in which order, and as text that a spreadsheet program reads."""

from collections.abc import Sequence

from cnnstudio.data.listing.csv_cells import csv_bytes
from cnnstudio.sweeps.plan import SweepPlan
from cnnstudio.sweeps.trial_row import TrialRow

LUCK = ("The best of many is partly the luckiest: train it again with other seeds, or test it on images kept for a "
        "last test, before you believe its figure.")


def best_first(rows: Sequence[TrialRow]) -> list[TrialRow]:
    """Sort by accuracy; those without one come last, in their order."""
    return sorted(rows, key=lambda row: (row.mean is None, -(row.mean or 0), row.number))


def sweep_csv(rows: Sequence[TrialRow], plan: SweepPlan) -> bytes:
    """Return every combination in the order given, with what came of it, as CSV; accuracies are from 0 to 1."""
    fields = [axis.field for axis in plan.axes]
    columns = ["number", *fields, "accuracy", "deviation", "trainings", "state", "seconds", "message", "runs"]
    return csv_bytes(columns, ([
        row.number + 1, *(row.combination.get(field) for field in fields), row.mean, row.deviation,
        len(row.accuracies), row.state, row.seconds, row.message, " ".join(row.runs)] for row in rows))
