"""``cnnstudio export``: a run as a program that needs CNN Studio no more, with a certificate that it answers alike."""

import argparse

from cnnstudio.cli import arguments as types
from cnnstudio.cli.context import Context
from cnnstudio.cli.run_argument import run_path
from cnnstudio.workspace.training_code_job import CodeExported, TrainingCodeJob

_IMAGES = 50


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the flags."""
    parser.add_argument("run", metavar="RUN", help="a run's folder or name")
    parser.add_argument("--format", choices=("script", "notebook"), default="script",
                        help="a training script, or a Jupyter notebook that explains itself (script)")
    parser.add_argument("--out", type=types.path, required=True, metavar="FILE", help="file to write")
    parser.add_argument("--images", type=types.whole_number(0, 100_000), default=_IMAGES, metavar="N",
                        help=f"validation images to compare with the program's answers ({_IMAGES})")
    types.add_runs_directory(parser)
    types.add_json(parser)


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Write the code and its certificate; the status is 1 when it does not answer as the program does."""
    path = run_path(arguments.run, arguments.runs)
    job = TrainingCodeJob(path, arguments.format, arguments.out.absolute(), arguments.images)
    status = 0
    for event in context.events(job):
        if isinstance(event, CodeExported):
            context.output.event("export", path=event.path, certificate=event.certificate,
                                 **event.parity.to_document())
            context.output.text(f"{event.path}\n{event.parity.sentence}")
            status = int(event.parity.verdict == "not equal")
    return status
