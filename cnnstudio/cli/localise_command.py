"""``cnnstudio localise``: a class and a box for every image, from heatmaps, and how well known boxes are met."""

import argparse
from typing import TYPE_CHECKING, Any

from cnnstudio.cli import arguments as types
from cnnstudio.cli.context import Context
from cnnstudio.cli.explain_command import refuse_inside
from cnnstudio.cli.output import percent
from cnnstudio.cli.run_argument import run_path
from cnnstudio.cli.scan_arguments import add_scan_arguments, naming_flags, scan_options
from cnnstudio.cli.shown_words import chosen_on_word, part_word, split_word
from cnnstudio.data.listing.csv_cells import csv_bytes
from cnnstudio.explain.explanation import METHODS, method_info
from cnnstudio.storage import write_bytes
from cnnstudio.training.metrics import wilson_interval
from cnnstudio.wording import translate
from cnnstudio.workspace.explanation_job import AUTO, DEFAULT_METHOD
from cnnstudio.workspace.image_choice import SPLIT_CHOICES
from cnnstudio.workspace.localise_job import FolderLocalised, LocaliseJob

if TYPE_CHECKING:
    from cnnstudio.explain.validation.box_report import BoxAccuracy, BoxReport, BoxScore

COLUMNS = ("file", "class", "predicted", "probability", "x0", "y0", "x1", "y1")
"""Of the file that ``--out`` names; a list of boxes that other commands can read again."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the flags."""
    types.add_run(parser)
    parser.add_argument("folder", type=types.path, metavar="FOLDER", help=translate(
        "cli", "image folder with the run's classes"))
    parser.add_argument("--boxes", type=types.path, metavar="FILE", help=translate(
        "cli", "known boxes: a CSV file with the columns file, x0, y0, x1, y1 and perhaps split and class, in pixels, "
        "right and bottom exclusive (boxes.csv in the folder, if it is there)"))
    parser.add_argument("--split", choices=SPLIT_CHOICES, default="auto",
                        help=translate("cli", "which images (auto: the test images where there are some, else all)"))
    parser.add_argument("--method", nargs="+", choices=[info.name for info in METHODS], default=[DEFAULT_METHOD],
                        metavar="METHOD", help=translate(
        "cli", "how the maps are made; several are compared ({default_method})", default_method=DEFAULT_METHOD))
    parser.add_argument("--layer", nargs="+", default=[AUTO], metavar="NAME",
                        help=translate("cli", "layers to look at (auto: the last one with height and width)"))
    parser.add_argument("--out", type=types.path, metavar="FILE",
                        help=translate("cli", "write class and box of every image into this CSV file"))
    add_scan_arguments(parser, with_fresh=False)
    types.add_runs_directory(parser)
    types.add_json(parser)


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Localise, print the figures and write the boxes."""
    if arguments.out is not None:
        refuse_inside(arguments.out, arguments.folder)
    job = LocaliseJob(run_path(arguments.run, arguments.runs), arguments.folder, boxes=arguments.boxes,
                      which=arguments.split, methods=tuple(arguments.method), layers=tuple(arguments.layer),
                      options=scan_options(arguments))
    with naming_flags(arguments.folder):
        found = context.result(job, FolderLocalised)
    for note in found.notes:
        context.output.warning(note)
    if arguments.out is not None:
        write_bytes(arguments.out, csv_bytes(COLUMNS, _rows(found)))
    context.output.event("localisation", **_fields(found, arguments.out))
    _print(found, arguments, context)
    return 0


def _rows(found: FolderLocalised) -> list[tuple[object, ...]]:
    names, files = found.class_names, found.folder.files
    return [(files[one.index].relative, names[one.label], names[one.predicted], round(one.probability, 4),
             *(one.box or (None,) * 4)) for one in found.images]


def _fields(found: FolderLocalised, out: Any) -> dict[str, Any]:
    return {
        "run": found.run, "folder": found.folder.root, "split": found.split, "images": len(found.images),
        "accuracy": found.right / len(found.images), "threshold": found.threshold, "notes": list(found.notes),
        "boxed_images": found.boxed, "right_and_placed": found.right_and_placed,
        "methods": [_report_fields(report) for report in found.reports],
        "file": None if out is None else out.absolute()}


def _report_fields(report: "BoxReport") -> dict[str, Any]:
    return {"method": report.method, "layer": report.layer, "max_box_acc": report.max_box_acc,
            "max_box_acc_v2": report.max_box_acc_v2, "all": _score_fields(report.all),
            "classes": [_score_fields(score) for score in report.classes],
            "boxes": [_accuracy_fields(one) for one in report.accuracies]}


def _score_fields(score: "BoxScore") -> dict[str, Any]:
    return {name: getattr(score, name) for name in score.__slots__}


def _accuracy_fields(one: "BoxAccuracy") -> dict[str, Any]:
    return {"overlap": one.overlap, "parts": one.parts, "threshold": one.threshold, "chosen_on": one.chosen_on,
            "right": one.right, "images": one.images, "interval": list(one.interval)}


def _print(found: FolderLocalised, arguments: argparse.Namespace, context: Context) -> None:
    output, images = context.output, len(found.images)
    low, high = wilson_interval(found.right, images)
    output.text(translate(
        "cli", "{images:,} images ({split}), {right} of the classes right ({low} to {high})", images=images,
        split=split_word(found.split), right=percent(found.right / images), low=percent(low), high=percent(high)))
    if not found.reports:
        output.text(translate(
            "cli", "No boxes are known, so how well the places fit is not either. Each map was cut at its own "
            "threshold (Otsu's)."))
    for report in found.reports:
        _print_report(report, context)
    if found.right_and_placed is not None:
        first = translate("explain", method_info(found.reports[0].method).title)
        output.text(translate(
            "cli", "Class right and box overlapping by half ({first}): {right_and_placed:,} of {boxed:,}", first=first,
            right_and_placed=found.right_and_placed, boxed=found.boxed))
    if arguments.out is not None:
        output.text(translate("cli", "Boxes: {out}", out=arguments.out))


def _print_report(report: "BoxReport", context: Context) -> None:
    score, output = report.all, context.output
    low, high = score.hit_interval
    output.text(translate(
        "cli", "\n{method_info} at {layer}, maps of the true class",
        method_info=translate("explain", method_info(report.method).title), layer=report.layer))
    output.text(translate(
        "cli", "  Hottest place on the object  {hit_share} ({low} to {high}); blindly {hit_chance}, always the middle "
        "{centre_share}", hit_share=percent(score.hit_share), low=percent(low), high=percent(high),
        hit_chance=percent(score.hit_chance), centre_share=percent(score.centre_share)))
    low, high = score.energy_interval
    output.text(translate(
        "cli", "  Evidence in the box          {energy} ({low} to {high}); area of the box {area}, in other images' "
        "boxes {energy_elsewhere}", energy=percent(score.energy), low=percent(low), high=percent(high),
        area=percent(score.area), energy_elsewhere=percent(score.energy_elsewhere)))
    output.text(translate(
        "cli", "  MaxBoxAcc {max_box_acc}, MaxBoxAccV2 {max_box_acc_v2}", max_box_acc=percent(report.max_box_acc),
        max_box_acc_v2=percent(report.max_box_acc_v2)))
    output.table((translate("cli", "Overlap"), translate(
        "cli", "Part"), translate("cli", "Threshold"), translate("cli", "Chosen on"), translate(
        "cli", "Right"), translate("cli", "Images")),
                 [(f"{one.overlap:.1f}", part_word(one.parts), translate(
                     "cli", "each its own") if one.threshold is None else f"{one.threshold:.2f}",
                   chosen_on_word(one.chosen_on), one.right, one.images) for one in report.accuracies])
    output.table((translate("cli", "Class"), translate("cli", "Images"), translate("cli", "On the object"), translate(
        "cli", "Evidence in the box"), translate("cli", "Area of the box")),
                 [(one.name, one.images, percent(one.hit_share), percent(one.energy), percent(one.area))
                  for one in report.classes])
