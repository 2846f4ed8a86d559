"""``cnnstudio explain --epochs``: how the map of an image came about over the epochs of a training."""

import argparse
from dataclasses import asdict
from pathlib import Path

from cnnstudio.cli.context import Context
from cnnstudio.cli.output import percent
from cnnstudio.errors import ImageError, InputError
from cnnstudio.explain.epoch_curve import EpochPoint, Region
from cnnstudio.network.document import from_document
from cnnstudio.runs.store import RunFolder
from cnnstudio.wording import translate
from cnnstudio.workspace.epoch_look_job import EpochCurve, EpochLookJob, EpochNotSeen, EpochSeen, EpochWish
from cnnstudio.workspace.explain_wish import ExplainWish
from cnnstudio.workspace.explanation_job import AUTO, layer_id
from cnnstudio.workspace.look_job import LookQuestion


def explain_epochs(run: Path, arguments: argparse.Namespace, wish: ExplainWish, context: Context) -> int:
    """Print the curve of each image; one that is damaged does not stop the others, but the status is 1.

    Raises
    ------
    InputError
        When more than one map is asked for, or the place has no area.
    """
    if not wish.is_single:
        raise InputError(translate("cli", "--epochs is for one class, one layer and one method at a time."))
    record, region = RunFolder.load(run).record, _region(arguments.place)
    layer = wish.layers[0]
    layer = layer_id(layer, from_document(record.graph)) if layer != AUTO and "@" not in layer else layer
    failed = 0
    for image in arguments.images:
        question = LookQuestion(run, image, wish.targets(record.class_names)[0], layer, wish.methods[0])
        try:
            failed += _explain(EpochLookJob(EpochWish(question, region=region)), image, context)
        except ImageError as error:
            failed += 1
            context.output.error(str(error))
    return 1 if failed else 0


def _region(sides: list[float] | None) -> Region | None:
    if sides is None:
        return None
    left, top, right, bottom = sides
    if left >= right or top >= bottom:
        raise InputError(translate(
            "cli", "--place takes left, top, right and bottom, as in --place 0 0 0.25 0.25 for the upper left corner."))
    return Region(left, top, right, bottom, translate("cli", "the given place"))


def _explain(job: EpochLookJob, image: Path, context: Context) -> int:
    """Print one image; return how many epochs could not be looked at."""
    seen: dict[int, EpochSeen] = {}
    curve, failed = EpochCurve((), None), 0
    for event in context.events(job):
        match event:
            case EpochSeen():
                seen[event.info.epoch] = event
            case EpochCurve():
                curve = event
            case EpochNotSeen():
                failed += 1
                context.output.error(event.reason)
    for point in curve.points:
        context.output.event("epoch", **_fields(image, seen[point.epoch], point))
    region = None if curve.region is None else {**asdict(curve.region), "area": curve.region.area}
    context.output.event("epochs", image=image, epochs=len(curve.points), place=region, sentence=curve.sentences)
    context.output.text(f"{image}")
    context.output.table([translate("cli", "Epoch"), translate("cli", "Validation"), translate(
        "cli", "Probability"), translate("cli", "Like the last"), translate(
        "cli", "In the place"), translate("cli", "Peak")],
                         [_row(seen[point.epoch], point) for point in curve.points])
    context.output.text(curve.sentences)
    return failed


def _fields(image: Path, seen: EpochSeen, point: EpochPoint) -> dict[str, object]:
    names, key, info = seen.image.class_names, seen.map.key, seen.info
    return {
        "image": image, "epoch": info.epoch, "is_best": info.is_best, "is_last": info.is_last,
        "validation_accuracy": info.accuracy, "predicted": names[seen.image.predicted],
        "target": names[key.target.index or 0], "probability": seen.probability, "layer": key.layer,
        "method": key.method, "likeness": point.likeness, "share": point.share, "peak": float(seen.map.raw.max()),
        "evidence": seen.map.evidence}


def _row(seen: EpochSeen, point: EpochPoint) -> list[object]:
    accuracy = None if seen.info.accuracy is None else percent(seen.info.accuracy)
    best = f" {translate('cli', 'best')}" if seen.info.is_best else ""
    return [f"{point.epoch}{best}", accuracy, percent(seen.probability),
            f"{point.likeness:.2f}", None if point.share is None else percent(point.share),
            f"{float(seen.map.raw.max()):.3g}"]
