"""``cnnstudio evaluate``: how good a run is on a folder, or on the images it was validated on."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from cnnstudio import paths
from cnnstudio.cli import arguments as types
from cnnstudio.cli.assessment_output import assessment_fields, print_assessment
from cnnstudio.cli.context import Context
from cnnstudio.cli.decisions import add_as_found, say_decisions
from cnnstudio.cli.run_argument import find_run, run_path
from cnnstudio.cli.scan_arguments import add_scan_arguments, naming_flags, scan_options
from cnnstudio.cli.shown_words import split_word
from cnnstudio.training.config import TrainConfig
from cnnstudio.wording import translate
from cnnstudio.workspace.assessment_job import AssessmentJob, RunAssessed
from cnnstudio.workspace.evaluation_job import EvaluationJob, FolderEvaluated
from cnnstudio.workspace.image_choice import SPLIT_CHOICES

if TYPE_CHECKING:
    from cnnstudio.training.assessment import Assessment


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the flags."""
    types.add_run(parser)
    parser.add_argument("folder", type=types.path, metavar="FOLDER", nargs="?", help=translate(
        "cli", "image folder with the run's classes (the images the run was validated on, at once from the answers it "
        "keeps)"))
    parser.add_argument("--split", choices=SPLIT_CHOICES, default="auto", help=translate(
        "cli", "which images (auto: the test images where there are some, else all); in the folder the run was "
        "trained on, as they were divided then"))
    add_as_found(parser)
    add_scan_arguments(parser, with_fresh=False)
    types.add_field(parser, TrainConfig, "threads", default=0)
    types.add_runs_directory(parser)
    types.add_json(parser)


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Print the figures: of kept answers where no folder is given, else predict every image."""
    if arguments.folder is None:
        _without_folder(arguments, context)
    else:
        _on_folder(arguments, context, arguments.folder)
    return 0


def _without_folder(arguments: argparse.Namespace, context: Context) -> None:
    """Print the figures of the kept answers; without any the run's own folder is looked at."""
    if arguments.split not in ("auto", "validation"):
        _on_folder(arguments, context, _own_folder(arguments))
        return
    arguments.split = "validation"
    result = context.result(AssessmentJob(run_path(arguments.run, arguments.runs)), RunAssessed)
    if result.assessment is None:
        context.output.warning(translate(
            "cli", "This run keeps no answers yet, so its images are looked at again."))
        _on_folder(arguments, context, _own_folder(arguments))
        return
    record = result.record
    notes = [] if result.epoch == record.best_epoch else [
        translate(
            "cli", "These are the answers of epoch {epoch}; epoch {best_epoch} is better by now.", epoch=result.epoch,
            best_epoch=record.best_epoch)]
    context.output.event("evaluation", run=result.path, folder=record.folder, split="validation", seen_in_training=0,
                         notes=notes, epoch=result.epoch, **assessment_fields(result.assessment))
    _print(result.assessment, "validation", notes, context)


def _own_folder(arguments: argparse.Namespace) -> Path:
    return Path(find_run(arguments.run, arguments.runs).record.folder)


def _on_folder(arguments: argparse.Namespace, context: Context, folder: Path) -> None:
    """Predict every image of the split and print the figures."""
    job = EvaluationJob(run_path(arguments.run, arguments.runs), folder, which=arguments.split,
                        cache_directory=paths.cache_dir(), threads=arguments.threads, as_found=arguments.as_found,
                        options=scan_options(arguments))
    with naming_flags(folder):
        result = context.result(job, FolderEvaluated)
    context.output.event("evaluation", run=result.run, folder=result.folder.root, split=result.split,
                         seen_in_training=result.seen_in_training, notes=list(result.notes),
                         decisions=result.curation.counts, **assessment_fields(result.assessment))
    say_decisions(result.curation, context)
    _print(result.assessment, result.split, result.notes, context)


def _print(found: "Assessment", split: str, notes: "list[str] | tuple[str, ...]", context: Context) -> None:
    for note in notes:
        context.output.warning(note)
    print_assessment(found, translate(
        "cli", "{images:,} images ({split})", images=found.evaluation.images, split=split_word(split)), context)
