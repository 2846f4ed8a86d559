"""``cnnstudio runs``: every training that was kept."""

import argparse
from collections.abc import Iterator, Sequence
from typing import Any

from cnnstudio import paths
from cnnstudio.cli import arguments as types
from cnnstudio.cli.context import Context
from cnnstudio.cli.cross_validation import group_fields
from cnnstudio.cli.output import percent
from cnnstudio.cli.shown_words import state_word
from cnnstudio.errors import RunError
from cnnstudio.runs.group_results import GroupSummary, Row, gather
from cnnstudio.runs.group_words import accuracy_text, members_text
from cnnstudio.runs.store import RunSummary, list_runs
from cnnstudio.wording import translate


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the flags."""
    parser.add_argument("--members", action="store_true", help=translate(
        "cli", "list each run of the seeds, folds and sweeps too, below the line of their group"))
    types.add_runs_directory(parser)
    types.add_json(parser)


def run(arguments: argparse.Namespace, context: Context) -> int:
    """List the runs, the newest first, a group as one line; damaged ones are told with the reason."""
    directory = (arguments.runs or paths.runs_dir()).absolute()
    if arguments.runs is not None and not directory.is_dir():
        raise RunError(translate(
            "cli", "There is no folder {directory}. Give the folder that holds the runs with --runs.",
            directory=directory))
    runs = list_runs(directory)
    rows = gather(directory, runs)
    for row in rows:
        if isinstance(row, GroupSummary):
            context.output.event("group", **group_fields(row))
    for summary in runs:
        context.output.event("run", **summary_fields(summary))
    if not runs:
        context.output.text(translate(
            "cli", "There are no runs in {directory} yet; 'cnnstudio train' makes one.", directory=directory))
        return 0
    context.output.table([translate("cli", "Run"), translate("cli", "Status"), translate("cli", "Epochs"), translate(
        "cli", "Val. accuracy"), translate("cli", "95 % interval"), translate(
        "cli", "Kept epochs"), translate("cli", "Network"),
                          translate("cli", "Images from")],
                         [_row(row) for row in _lines(rows, with_members=arguments.members) if row.is_sound])
    for summary in runs:
        if not summary.is_sound:
            context.output.text(f"\n{summary.path.name}: {summary.problem}")
    return 0


def _lines(rows: Sequence[Row], *, with_members: bool) -> Iterator[Row]:
    for row in rows:
        yield row
        if with_members and isinstance(row, GroupSummary):
            yield from row.members


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
        "starred": summary.starred, "group": summary.group.key if summary.group else None,
        "kept_epochs": summary.kept_epochs, "kept_bytes": summary.kept_bytes,
        "settings": summary.train.model_dump() if summary.train else None}


def _row(row: Row) -> list[object]:
    if isinstance(row, GroupSummary):
        name, accuracy = f"{row.group.key} ({members_text(row)})", accuracy_text(row) or None
    else:
        name = row.path.name if row.name == row.path.name else f"{row.path.name} ({row.name})"
        name = f"· {name}" if row.group is not None else name
        accuracy = None if row.val_accuracy is None else percent(row.val_accuracy)
    interval = None if row.interval is None else translate(
        "cli", "{low} to {high}", low=percent(row.interval[0]), high=percent(row.interval[1]))
    shown = f"{name} ★" if row.starred else name
    return [shown, state_word(row.status), row.epochs, accuracy, interval, _kept(row), row.network_name,
            row.folder]


def _kept(row: Row) -> str | None:
    """Return how many epochs can be looked back at, and what room they take."""
    if isinstance(row, GroupSummary) or not row.kept_epochs:
        return None
    return translate(
        "cli", "{kept_epochs} ({kept_bytes:,.1f} MB)", kept_epochs=row.kept_epochs, kept_bytes=row.kept_bytes / 1e6)
