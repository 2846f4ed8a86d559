"""The table of runs as CSV: every setting and result, safe to open in a spreadsheet."""

from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import BaseModel

from cnnstudio.data.listing.csv_cells import csv_text
from cnnstudio.runs.summaries import RunSummary

_PLAIN = ("name", "created", "status", "network_name", "folder", "epochs", "best_epoch", "train_loss",
          "train_accuracy", "val_loss", "val_accuracy", "images_per_s", "message", "notes", "starred", "problem")
_CONFIGS = ("preprocess", "augment", "train")


def to_csv(runs: Iterable[RunSummary]) -> str:
    """Return one line a run below a line of column names; text that a spreadsheet would run is quoted first."""
    rows = [_row(run) for run in runs]
    columns = list(dict.fromkeys(name for row in rows for name in row))
    return csv_text(columns, ([row.get(name) for name in columns] for row in rows))


def _row(run: RunSummary) -> Mapping[str, Any]:
    low, high = run.interval if run.interval is not None else (None, None)
    row: dict[str, Any] = {name: getattr(run, name) for name in _PLAIN}
    row |= {"val_accuracy_low": low, "val_accuracy_high": high, "classes": " ".join(run.class_names),
            "tags": ", ".join(run.tags),
            "group": run.group.key if run.group is not None else None,
            "group_number": run.group.number if run.group is not None else None, "path": str(run.path)}
    row |= {f"{split}_images": count for split, count in run.counts}
    for name in _CONFIGS:
        config = getattr(run, name)
        if isinstance(config, BaseModel):
            row |= {f"{name}.{key}": value for key, value in config.model_dump().items()}
    return row
