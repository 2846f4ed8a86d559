"""``cnnstudio runs``: every training that was kept."""

import argparse
from typing import Any

from cnnstudio import paths
from cnnstudio.cli import arguments as types
from cnnstudio.cli.context import Context
from cnnstudio.cli.output import percent
from cnnstudio.errors import RunError
from cnnstudio.runs.store import RunSummary, list_runs


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the flags."""
    types.add_runs_directory(parser)
    types.add_json(parser)


def run(arguments: argparse.Namespace, context: Context) -> int:
    """List the runs, the newest first; damaged ones are told with the reason."""
    directory = (arguments.runs or paths.runs_dir()).absolute()
    if arguments.runs is not None and not directory.is_dir():
        raise RunError(f"There is no folder {directory}. Give the folder that holds the runs with --runs.")
    runs = list_runs(directory)
    for summary in runs:
        context.output.event("run", **summary_fields(summary))
    if not runs:
        context.output.text(f"There are no runs in {directory} yet; 'cnnstudio train' makes one.")
        return 0
    context.output.table(["Run", "Status", "Epochs", "Val. accuracy", "95 % interval", "Network", "Images from"],
                         [_row(summary) for summary in runs if summary.is_sound])
    for summary in runs:
        if not summary.is_sound:
            context.output.text(f"\n{summary.path.name}: {summary.problem}")
    return 0


def summary_fields(summary: RunSummary) -> dict[str, Any]:
    """Return a run as plain values."""
    fields: dict[str, Any] = {"run": summary.path, "name": summary.name, "problem": summary.problem}
    if not summary.is_sound:
        return fields
    return fields | {
        "created": summary.created, "status": summary.status, "network": summary.network_name,
        "folder": summary.folder, "classes": summary.class_names, "counts": dict(summary.counts),
        "epochs": summary.epochs, "best_epoch": summary.best_epoch, "train_loss": summary.train_loss,
        "train_accuracy": summary.train_accuracy, "val_loss": summary.val_loss, "val_accuracy": summary.val_accuracy,
        "interval": summary.interval, "message": summary.message, "notes": summary.notes, "tags": summary.tags,
        "starred": summary.starred, "settings": summary.train.model_dump() if summary.train else None}


def _row(summary: RunSummary) -> list[object]:
    accuracy = None if summary.val_accuracy is None else percent(summary.val_accuracy)
    interval = None if summary.interval is None else " to ".join(map(percent, summary.interval))
    name = summary.path.name if summary.name == summary.path.name else f"{summary.path.name} ({summary.name})"
    shown = f"{name} ★" if summary.starred else name
    status = summary.status.replace("_", " ")
    return [shown, status, summary.epochs, accuracy, interval, summary.network_name, summary.folder]
