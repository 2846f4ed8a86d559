"""``cnnstudio explain``: heatmaps of where a run looks."""

import argparse
from pathlib import Path
from typing import Any

from cnnstudio.cli import arguments as types
from cnnstudio.cli.context import Context
from cnnstudio.cli.output import percent
from cnnstudio.cli.run_argument import find_run, run_path
from cnnstudio.errors import ImageError, StorageError
from cnnstudio.explain.explanation import METHODS
from cnnstudio.explain.heatmap import COLOR_MAPS
from cnnstudio.network.document import from_document
from cnnstudio.workspace.explanation_files import (
    DEFAULT_OPACITY,
    ExplanationFiles,
    file_stem,
    save_explanation,
    unique_stem,
)
from cnnstudio.workspace.explanation_job import (
    AUTO,
    DEFAULT_METHOD,
    PREDICTED,
    ExplanationJob,
    ExplanationReady,
    class_number,
    layer_id,
)
from cnnstudio.workspace.training_job import check_writable

_SHOWN_CLASSES = 5


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the flags."""
    parser.add_argument("run", metavar="RUN", help="folder of a run, or its name in the runs folder")
    parser.add_argument("images", nargs="+", type=types.path, metavar="IMAGE", help="image files")
    parser.add_argument("--method", choices=[info.name for info in METHODS], default=DEFAULT_METHOD,
                        help=f"how the map is made ({DEFAULT_METHOD})")
    parser.add_argument("--target", default=PREDICTED, metavar="CLASS",
                        help="class to explain (predicted: the one the network answers)")
    parser.add_argument("--layer", default=AUTO, metavar="NAME",
                        help="layer to look at (auto: the last one with height and width)")
    parser.add_argument("--out", type=types.path, default=Path("heatmaps"), metavar="DIR",
                        help="folder for the pictures (heatmaps)")
    parser.add_argument("--color-map", choices=COLOR_MAPS, default=COLOR_MAPS[0], help=f"colours ({COLOR_MAPS[0]})")
    parser.add_argument("--opacity", type=_share, default=DEFAULT_OPACITY, metavar="X",
                        help=f"of the colours, 0 to 1 ({DEFAULT_OPACITY})")
    types.add_runs_directory(parser)
    types.add_json(parser)


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Explain each image; one that is damaged does not stop the others, but the status is 1."""
    run_folder = find_run(arguments.run, arguments.runs)
    class_number(arguments.target, run_folder.record.class_names)
    layer_id(arguments.layer, from_document(run_folder.record.graph))
    refuse_inside(arguments.out, Path(run_folder.record.folder))
    check_writable(arguments.out)
    taken: set[str] = set()
    failures = 0
    for image in arguments.images:
        if context.interruption.wanted():
            break
        try:
            _explain(image, arguments, context, taken)
        except ImageError as error:
            failures += 1
            context.output.error(str(error))
    return 1 if failures else 0


def _explain(image: Path, arguments: argparse.Namespace, context: Context, taken: set[str]) -> None:
    job = ExplanationJob(run_path(arguments.run, arguments.runs), image, arguments.target, arguments.layer,
                         arguments.method)
    ready = context.result(job, ExplanationReady)
    target = ready.class_names[ready.explanation.target]
    stem = unique_stem(file_stem(image.stem, target), taken)
    files = save_explanation(ready, arguments.out, stem, opacity=arguments.opacity, color_map=arguments.color_map)
    print_event(ready, files, context)
    _print_text(ready, files, context)


def print_event(ready: ExplanationReady, files: ExplanationFiles, context: Context) -> None:
    """Print one explanation as an event."""
    explanation = ready.explanation
    names = ready.class_names
    probabilities = dict(zip(names, map(float, explanation.probabilities), strict=True))
    predicted = names[int(explanation.probabilities.argmax())]
    context.output.event(
        "explanation", image=ready.image_path, predicted=predicted, probabilities=probabilities,
        target=names[explanation.target], layer=explanation.layer, layer_note=explanation.layer_note,
        method=explanation.method, **file_fields(files), peak=explanation.heatmap.peak,
        weak=explanation.heatmap.weak, evidence=explanation.evidence)


def _print_text(ready: ExplanationReady, files: ExplanationFiles, context: Context) -> None:
    explanation = ready.explanation
    probabilities = dict(zip(ready.class_names, map(float, explanation.probabilities), strict=True))
    best = sorted(probabilities.items(), key=lambda item: -item[1])[:_SHOWN_CLASSES]
    context.output.text(f"{ready.image_path}: {', '.join(f'{name} {percent(share)}' for name, share in best)}")
    context.output.text(f"  {explanation.target_name} at {explanation.layer}: {explanation.evidence}")
    context.output.text(f"  {files.overlay}")


def file_fields(files: ExplanationFiles) -> dict[str, Any]:
    """Return the paths as absolute text."""
    return {"overlay": files.overlay.absolute(), "legend": files.legend.absolute(), "raw": files.raw.absolute(),
            "document": files.document.absolute()}


def refuse_inside(out: Path, image_folder: Path) -> None:
    """Keep the user's images as they are: nothing is written among them.

    Raises
    ------
    StorageError
        When ``out`` lies in the image folder.
    """
    if image_folder.is_absolute() and out.absolute().resolve().is_relative_to(image_folder.resolve()):
        raise StorageError(f"{out} lies inside the image folder {image_folder}, which is never changed. "
                           "Give another folder with --out.")


def _share(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0 <= value <= 1:
        raise argparse.ArgumentTypeError(f"{text!r}: should be a number from 0 to 1")
    return value
