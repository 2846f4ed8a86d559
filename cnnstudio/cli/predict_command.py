"""``cnnstudio predict``: the class of every image in a folder, as a table, as sorted copies, and the unsure ones."""

import argparse
from pathlib import Path

from cnnstudio.cli import arguments as types
from cnnstudio.cli.context import Context
from cnnstudio.cli.output import percent
from cnnstudio.cli.run_argument import run_path
from cnnstudio.errors import InputError
from cnnstudio.training.config import TrainConfig
from cnnstudio.wording import counted, translate
from cnnstudio.workspace.class_folders import MANNERS, Manner
from cnnstudio.workspace.predict_job import (
    UNSURE,
    FolderPredicted,
    PredictionStarted,
    PredictJob,
    PredictWish,
    summary,
)
from cnnstudio.workspace.write_labels_job import LabelsWritten, WriteLabelsJob


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the flags."""
    parser.epilog = translate("cli", "Given again with the same --out, it goes on where it was stopped or killed.")
    types.add_run(parser)
    parser.add_argument("folder", type=types.path, metavar="FOLDER", help=translate(
        "cli", "folder with images; it is only read"))
    parser.add_argument("--out", type=types.path, metavar="DIR", required=True, help=translate(
        "cli", "folder for the results"))
    parser.add_argument("--csv", type=types.path, metavar="FILE", help=translate(
        "cli", "where the table goes (predictions.csv in DIR)"))
    parser.add_argument("--sort-into", nargs="+", metavar=("DIR", "copies|links"),
                        help=translate("cli", "put a copy of each image, or a link to it, into one folder a class"))
    parser.add_argument("--unsure", type=_share, metavar="BELOW", help=translate(
        "cli", "list the answers of a lower probability, 0 to 1, in {unsure}, the least sure first", unsure=UNSURE))
    parser.add_argument("--recursive", action="store_true", help=translate(
        "cli", "also the images in the folders inside"))
    parser.add_argument("--as-answered", action="store_true",
                        help=translate("cli", "the network's own probabilities, without the run's temperature"))
    parser.add_argument("--labels", action="store_true", help=translate(
        "cli", "write the labels you gave in the window to labels.csv, and copy or link only those images, by label"))
    types.add_field(parser, TrainConfig, "threads", default=0)
    types.add_runs_directory(parser)
    types.add_json(parser)


def _share(text: str) -> float:
    """Read a number from 0 to 1."""
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0 <= value <= 1:
        raise argparse.ArgumentTypeError(translate("cli", "must be a number from 0 to 1, not {text}", text=text))
    return value


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Predict and tell what came of it."""
    result: FolderPredicted | None = None
    for event in context.events(PredictJob(_wish(arguments))):
        if isinstance(event, PredictionStarted):
            _started(event, context)
        elif isinstance(event, FolderPredicted):
            result = event
    if result is None:
        raise TypeError("a prediction ended without its result")
    context.output.event("predicted", **summary(result))
    _print(result, context)
    if arguments.labels:
        _labels(arguments, context)
    return 0


def _labels(arguments: argparse.Namespace, context: Context) -> None:
    """Write the labels that were given in the window, and tell what came of it."""
    into, manner = _sorting(arguments)
    done = context.result(WriteLabelsJob(arguments.out, into, manner), LabelsWritten)
    labels = dict(zip(done.class_names, done.counts, strict=True))
    context.output.event("labels", path=done.path.absolute(), labels=labels, agreeing=done.agreeing,
                         copies=done.copies, missing=list(done.missing), stale=[str(path) for path in done.stale],
                         unlisted=list(done.unlisted))
    for name in done.missing:
        context.output.warning(translate("cli", "{name} is gone or has changed and was not copied.", name=name))
    for path in done.stale:
        context.output.warning(translate(
            "cli", "{path} is a copy from before; the image has another label now.", path=path))
    for name in done.unlisted:
        context.output.warning(translate("cli", "{name} cannot stand in the list: its name is no text.", name=name))
    context.output.text(translate("cli", "Labels of yours: {count:,}, in {path}", count=sum(done.counts),
                                  path=done.path.absolute()))


def _wish(arguments: argparse.Namespace) -> PredictWish:
    into, manner = _sorting(arguments)
    if arguments.labels:  # then what is sorted are the user's labels
        into = None
    return PredictWish(
        run_path(arguments.run, arguments.runs), arguments.folder, arguments.out, arguments.csv, into, manner,
        arguments.unsure, arguments.recursive, not arguments.as_answered, arguments.threads)


def _sorting(arguments: argparse.Namespace) -> tuple[Path | None, Manner]:
    """Return where copies or links go, if anywhere."""
    into, manner = None, "copies"
    if arguments.sort_into:
        into, *manners = arguments.sort_into
        manner = manners[0] if manners else manner
        if manner not in MANNERS or len(manners) > 1:
            raise InputError(translate(
                "cli", "--sort-into takes a folder and then copies or links, not {text}.", text=" ".join(manners)))
    return types.path(into) if into else None, "links" if manner == "links" else "copies"


def _started(event: PredictionStarted, context: Context) -> None:
    context.output.event("prediction_started", images=event.images, known=event.known, temperature=event.temperature)
    if event.known:
        context.output.text(translate("cli", "Going on: {known:,} of {images:,} images were answered before.",
                                      known=event.known, images=event.images))
    if event.temperature is not None:
        context.output.text(translate("cli", "Probabilities are calibrated with the run's temperature {value:.2f}.",
                                      value=event.temperature))
    else:
        context.output.text(translate("cli", "Probabilities are the network's own, without a temperature."))


def _print(result: FolderPredicted, context: Context) -> None:
    out, images = context.output, len(result.table.names)
    answered = max(1, sum(result.counts))
    out.table([translate("cli", "class"), translate("cli", "images"), translate("cli", "share")],
              [(name, count, percent(count / answered)) for name, count in
               zip(result.class_names, result.counts, strict=True)])
    for row, problem in list(result.table.problems.items())[:10]:
        out.warning(f"{result.table.names[row]}: {problem}")
    if result.table.problems:
        refused = len(result.table.problems)
        out.text(counted(refused, translate("cli", "1 file cannot be read; the table says why."),
                         translate("cli", "{count} files cannot be read; the table says why.")))
    if result.wish.unsure is not None:
        out.text(translate("cli", "Less sure than {share:.0%}: {count:,} images, in {path}.", share=result.wish.unsure,
                           count=len(result.unsure), path=(result.wish.out / UNSURE).absolute()))
    pace = result.images_per_second
    out.text(translate("cli", "{images:,} files in {path}", images=images, path=result.table_path.absolute())
             + ("" if pace is None else translate("cli", " ({pace:,.0f} images a second)", pace=pace)))
