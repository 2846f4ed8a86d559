"""``cnnstudio export``: a run as a program that needs CNN Studio no more, with a certificate that it answers alike."""

import argparse

from cnnstudio.cli import arguments as types
from cnnstudio.cli.context import Context
from cnnstudio.cli.run_argument import run_path
from cnnstudio.wording import translate
from cnnstudio.workspace.jobs import Job
from cnnstudio.workspace.network_export_job import NetworkExportJob
from cnnstudio.workspace.training_code_job import CodeExported, TrainingCodeJob

_IMAGES = 50


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the flags."""
    parser.add_argument("run", metavar="RUN", help=translate("cli", "a run's folder or name"))
    parser.add_argument("--format", choices=("script", "notebook", "pytorch", "onnx"), default="script", help=translate(
        "cli", "a training script; a Jupyter notebook that explains itself; the trained network to predict with, as a "
        "PyTorch file with its weights beside it; or as one ONNX file, which takes pixels of the network's input "
        "size as uint8 (script)"))
    parser.add_argument("--out", type=types.path, required=True, metavar="FILE",
                        help=translate("cli", "file to write; for pytorch also a folder"))
    parser.add_argument("--images", type=types.whole_number(0, 100_000), default=_IMAGES, metavar="N", help=translate(
        "cli", "validation images to compare with the program's answers ({images})", images=_IMAGES))
    types.add_runs_directory(parser)
    types.add_json(parser)


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Write the code and its certificate; the status is 1 when it does not answer as the program does."""
    job = _job(arguments)
    status = 0
    for event in context.events(job):
        if isinstance(event, CodeExported):
            context.output.event("export", path=event.path, certificate=event.certificate,
                                 **event.parity.to_document())
            context.output.text(f"{event.path}\n{event.parity.sentence}")
            status = int(event.parity.verdict == "not equal")
    return status


def _job(arguments: argparse.Namespace) -> Job:
    path, out = run_path(arguments.run, arguments.runs), arguments.out.absolute()
    if arguments.format in {"pytorch", "onnx"}:
        return NetworkExportJob(path, arguments.format, out, arguments.images)
    return TrainingCodeJob(path, arguments.format, out, arguments.images)
