"""``cnnstudio look``: what a network trained on ImageNet sees in your images, without any training."""

import argparse
from pathlib import Path

from cnnstudio.cli import arguments as types
from cnnstudio.cli.context import Context
from cnnstudio.cli.output import percent
from cnnstudio.data.listing.scan_options import ScanOptions
from cnnstudio.errors import ImageError
from cnnstudio.wording import translate
from cnnstudio.workspace.explanation_files import file_stem, save_explanation, unique_stem
from cnnstudio.workspace.explanation_job import ExplanationJob, ExplanationReady
from cnnstudio.workspace.first_look_job import FirstLookJob, Seen
from cnnstudio.workspace.loaded_run import IMAGENET_RUN
from cnnstudio.workspace.scan_job import CheckJob, FolderChecked
from cnnstudio.workspace.training_job import check_writable


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the flags."""
    parser.add_argument("images", nargs="+", type=types.path, metavar="FOLDER_OR_IMAGE",
                        help=translate("cli", "image files, or an image folder"))
    parser.add_argument("--out", type=types.path, metavar="DIR",
                        help=translate("cli", "write a heatmap of each image's most probable class into this folder"))
    types.add_json(parser)


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Say what is seen in each image; one that is damaged does not stop the others, but the status is 1."""
    if arguments.out is not None:
        check_writable(arguments.out)
    files = [file for path in arguments.images for file in _files(path, context)]
    problems = 0
    taken: set[str] = set()
    for event in context.events(FirstLookJob(files)):
        if isinstance(event, Seen):
            problems += bool(event.problem)
            _print(event, context)
            if arguments.out is not None and not event.problem:
                _save_heatmap(event, arguments.out, context, taken)
    return 1 if problems else 0


def _files(path: Path, context: Context) -> list[Path]:
    if not path.is_dir():
        return [path]
    folder = context.result(CheckJob(path, ScanOptions()), FolderChecked).folder
    return [file.path for file in folder.files[:folder.used]]


def _print(seen: Seen, context: Context) -> None:
    if seen.problem:
        context.output.error(seen.problem)
        return
    context.output.event("seen", image=seen.path, best=dict(seen.best))
    context.output.text(f"{seen.path}: {', '.join(f'{name} {percent(share)}' for name, share in seen.best)}")


def _save_heatmap(seen: Seen, out: Path, context: Context, taken: set[str]) -> None:
    try:
        ready = context.result(ExplanationJob(IMAGENET_RUN, seen.path), ExplanationReady)
    except ImageError as error:
        context.output.error(str(error))
        return
    files = save_explanation(ready, out, unique_stem(file_stem(seen.path.stem, seen.best[0][0]), taken))
    context.output.event("heatmap", image=seen.path, overlay=files.overlay.absolute())
    context.output.text(f"  {files.overlay}")
