"""``cnnstudio review``: images whose label looks wrong to a run that has not learned from them."""

import argparse
from dataclasses import asdict
from pathlib import Path

from cnnstudio import paths
from cnnstudio.cli import arguments as types
from cnnstudio.cli.context import Context
from cnnstudio.cli.output import percent
from cnnstudio.cli.run_argument import find_run
from cnnstudio.data.curation.decisions import curate
from cnnstudio.data.listing.scan_options import ScanOptions
from cnnstudio.training.config import TrainConfig
from cnnstudio.wording import translate
from cnnstudio.workspace.curation_store import load_stored
from cnnstudio.workspace.label_review_job import LabelReviewJob, LabelsReviewed
from cnnstudio.workspace.scan_job import CheckJob, FolderChecked

_SHOWN = 30


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the flags."""
    types.add_run(parser)
    parser.add_argument("folder", type=types.path, nargs="?", metavar="FOLDER", help=translate(
        "cli", "image folder with the run's classes (default: the one the run was trained on)"))
    types.add_field(parser, TrainConfig, "threads", default=0)
    types.add_runs_directory(parser)
    types.add_json(parser)


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Review the labels and list those that look wrong; nothing is changed."""
    found = find_run(arguments.run, arguments.runs)
    root = arguments.folder or Path(found.record.folder)
    stored = load_stored(root)
    if stored.problem:
        context.output.warning(stored.problem)
    options = ScanOptions(readable_parts=stored.curation.readable_parts)
    folder = curate(context.result(CheckJob(root, options), FolderChecked).folder, stored.curation)
    confirmed = [name for name, decision in stored.curation.decisions.items() if decision.confirmed]
    job = LabelReviewJob(found.path, folder, confirmed, cache_directory=paths.cache_dir(), threads=arguments.threads)
    _print(context.result(job, LabelsReviewed), context)
    return 0


def _print(result: LabelsReviewed, context: Context) -> None:
    output = context.output
    output.event("review", run=result.run_path, folder=result.folder.root, reviewed=result.reviewed,
                 left_out=result.left_out, doubtful=[asdict(label) for label in result.doubtful])
    output.text(translate(
        "cli", "{count:,} of {reviewed:,} labels look wrong; {left_out:,} images were learned from and not looked at.",
        count=len(result.doubtful), reviewed=result.reviewed, left_out=result.left_out))
    if result.doubtful:
        output.text()
        output.table([translate("cli", "Image"), translate(
            "cli", "Label"), translate("cli", "Suggested"), translate("cli", "Probability")],
                     [[label.relative, label.given, label.suggested, percent(label.probability_suggested)]
                      for label in result.doubtful[:_SHOWN]])
    if len(result.doubtful) > _SHOWN:
        output.text(translate("cli", "... and {count:,} more; --json lists all", count=len(result.doubtful) - _SHOWN))
