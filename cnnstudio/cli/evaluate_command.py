"""``cnnstudio evaluate``: how good a run is on a folder."""

import argparse
from typing import Any

from cnnstudio import paths
from cnnstudio.cli import arguments as types
from cnnstudio.cli.context import Context
from cnnstudio.cli.decisions import add_as_found, say_decisions
from cnnstudio.cli.output import percent
from cnnstudio.cli.run_argument import run_path
from cnnstudio.cli.scan_arguments import add_scan_arguments, naming_flags, scan_options
from cnnstudio.training.config import TrainConfig
from cnnstudio.training.metrics import Evaluation
from cnnstudio.workspace.evaluation_job import EvaluationJob, FolderEvaluated
from cnnstudio.workspace.image_choice import SPLIT_CHOICES

_MATRIX_LIMIT = 20


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the flags."""
    parser.add_argument("run", metavar="RUN", help="folder of a run, or its name in the runs folder")
    parser.add_argument("folder", type=types.path, metavar="FOLDER", help="image folder with the run's classes")
    parser.add_argument("--split", choices=SPLIT_CHOICES, default="auto",
                        help="which images (auto: the test images where there are some, else all); in the folder the "
                             "run was trained on, as they were divided then")
    add_as_found(parser)
    add_scan_arguments(parser, with_fresh=False)
    types.add_field(parser, TrainConfig, "threads", default=0)
    types.add_runs_directory(parser)
    types.add_json(parser)


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Predict every image and print the figures."""
    job = EvaluationJob(run_path(arguments.run, arguments.runs), arguments.folder, which=arguments.split,
                        cache_directory=paths.cache_dir(), threads=arguments.threads, as_found=arguments.as_found,
                        options=scan_options(arguments))
    with naming_flags(arguments.folder):
        result = context.result(job, FolderEvaluated)
    context.output.event("evaluation", run=result.run, folder=result.folder.root, split=result.split,
                         seen_in_training=result.seen_in_training, notes=list(result.notes),
                         decisions=result.curation.counts, **evaluation_fields(result.evaluation))
    say_decisions(result.curation, context)
    for note in result.notes:
        context.output.warning(note)
    print_evaluation(result.evaluation, f"{result.evaluation.images:,} images ({result.split})", context)
    return 0


def evaluation_fields(evaluation: Evaluation) -> dict[str, Any]:
    """Return the figures as plain values."""
    return {
        "images": evaluation.images, "accuracy": evaluation.accuracy, "interval": list(evaluation.interval),
        "baseline": evaluation.baseline, "macro_f1": evaluation.macro_f1,
        "classes": {score.name: {"precision": score.precision, "recall": score.recall, "f1": score.f1,
                                 "support": score.support} for score in evaluation.per_class},
        "confusion_matrix": evaluation.confusion,
    }


def print_evaluation(evaluation: Evaluation, title: str, context: Context) -> None:
    """Print the figures for people."""
    output = context.output
    low, high = evaluation.interval
    output.text(title)
    output.text(f"Accuracy {percent(evaluation.accuracy)} (95 % interval {percent(low)} to {percent(high)}), "
                f"always the most frequent class {percent(evaluation.baseline)}, macro F1 {evaluation.macro_f1:.4f}")
    output.text()
    output.table(["Class", "Precision", "Recall", "F1", "Images"],
                 [[item.name, item.precision, item.recall, item.f1, item.support] for item in evaluation.per_class])
    if len(evaluation.per_class) <= _MATRIX_LIMIT:
        output.text("\nConfusion matrix (row: true class, column: predicted class)")
        names = [item.name for item in evaluation.per_class]
        output.table(["", *names], [[name, *map(int, row)] for name, row in zip(names, evaluation.confusion,
                                                                               strict=True)])
