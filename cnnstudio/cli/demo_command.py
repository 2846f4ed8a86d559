"""``cnnstudio demo``: the whole walk on the digits sample, with pictures and a report."""

import argparse
from pathlib import Path

from cnnstudio import paths
from cnnstudio.cli import arguments as types
from cnnstudio.cli.context import Context
from cnnstudio.cli.explain_command import print_event
from cnnstudio.cli.training_events import TrainingPrinter
from cnnstudio.training.config import TrainConfig
from cnnstudio.wording import translate
from cnnstudio.workspace.demo_job import TRAIN, DemoFinished, DemoJob, ExplanationSaved


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the flags."""
    parser.add_argument("--out", type=types.path, default=Path("demo"), metavar="DIR",
                        help=translate("cli", "folder for report.html and heatmaps (demo)"))
    types.add_field(parser, TrainConfig, "epochs", default=TRAIN.epochs)
    types.add_field(parser, TrainConfig, "threads", default=TRAIN.threads)
    types.add_runs_directory(parser)
    types.add_json(parser)


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Train, evaluate, explain and say where everything is."""
    config = TRAIN.model_copy(update={"epochs": arguments.epochs, "threads": arguments.threads})
    job = DemoJob(arguments.out.absolute(), (arguments.runs or paths.runs_dir()).absolute(), train_config=config)
    printer = TrainingPrinter(context)
    for event in context.events(job):
        if isinstance(event, ExplanationSaved):
            print_event(event.ready, event.files, context)
        elif isinstance(event, DemoFinished):
            _finished(event, context)
        else:
            printer.show(event)
    return 0


def _finished(event: DemoFinished, context: Context) -> None:
    context.output.event("report", path=event.report.absolute(), heatmaps=event.heatmaps.absolute(), run=event.run,
                         pictures=event.pictures, accuracy=event.evaluation.accuracy)
    context.output.text(translate("cli", "\nThe report is in {absolute}", absolute=event.report.absolute()))
    context.output.text(translate(
        "cli", "The {pictures} heatmaps are in {absolute}", pictures=event.pictures,
        absolute=event.heatmaps.absolute()))
