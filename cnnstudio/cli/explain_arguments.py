"""The flags of ``cnnstudio explain``, and what they mean as values."""

import argparse
from pathlib import Path
from typing import get_args

from cnnstudio.cli import arguments as types
from cnnstudio.explain.explanation import METHODS
from cnnstudio.explain.heatmap import COLOR_MAPS
from cnnstudio.explain.map_files import FILE_KINDS, USUAL_KINDS, check_kinds
from cnnstudio.explain.map_paint import Laying, MapLook, Sign
from cnnstudio.explain.pixels.settings import BASELINES, FILLS, PixelSettings
from cnnstudio.explain.target import TargetKind
from cnnstudio.training.config import EPOCHS_LIMIT
from cnnstudio.wording import translate
from cnnstudio.workspace.explain_images_job import Existing, FilePlan
from cnnstudio.workspace.explain_wish import ExplainWish
from cnnstudio.workspace.explanation_files import DEFAULT_OPACITY
from cnnstudio.workspace.explanation_job import AUTO, DEFAULT_METHOD, PREDICTED

NO_FILES = "none"
_USUAL = PixelSettings()


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the flags."""
    types.add_run(parser)
    parser.add_argument("images", nargs="*", type=types.path, metavar="IMAGE", help=translate("cli", "image files"))
    parser.add_argument("--folder", type=types.path, metavar="DIR_OR_CSV", help=translate(
        "cli", "explain every image in and below a folder, or of a list with a column path, and write scores.csv and "
        "manifest.json"))
    parser.add_argument("--out", type=types.path, default=Path("heatmaps"), metavar="DIR",
                        help=translate("cli", "folder for the files (heatmaps)"))
    _add_question(parser)
    _add_epochs(parser)
    _add_pictures(parser)
    _add_settings(parser)
    types.add_runs_directory(parser)
    types.add_json(parser)
    parser.set_defaults(refuse=parser.error)


def check_usage(arguments: argparse.Namespace) -> None:
    """End with the usage when neither or both of images and a folder are given; argparse cannot say that."""
    if arguments.folder is None and not arguments.images:
        arguments.refuse(translate("cli", "give the images to explain, or a folder of images with --folder"))
    if arguments.folder is not None and arguments.images:
        arguments.refuse(translate("cli", "give either images or --folder, not both"))
    if arguments.place is not None and not arguments.epochs:
        arguments.refuse(translate("cli", "--place is for --epochs"))
    if arguments.epochs and (arguments.folder is not None or arguments.epoch is not None):
        arguments.refuse(translate("cli", "--epochs is for images, without --folder and --epoch"))
    if arguments.python is not None and (arguments.epochs or arguments.epoch is not None):
        arguments.refuse(translate("cli", "--python is for the best weights, without --epoch and --epochs"))


def _add_question(parser: argparse.ArgumentParser) -> None:
    names = [info.name for info in METHODS]
    parser.add_argument("--method", action="append", choices=names, metavar="NAME", help=translate(
        "cli", "how the map is made ({default_method}); may be given several times. One of {names}",
        default_method=DEFAULT_METHOD, names=", ".join(names)))
    parser.add_argument("--target", action="append", metavar="CLASS", help=translate(
        "cli", "class to explain ({predicted}: the one the network answers); may be given several times",
        predicted=PREDICTED))
    parser.add_argument("--against", metavar="CLASS", help=translate(
        "cli", "explain why the class rather than this one; means --target-kind contrast"))
    parser.add_argument("--target-kind", choices=get_args(TargetKind), help=translate(
        "cli", "logit: the class's score (logit); contrast: its lead over one other class; log-odds: its lead over "
        "all others together"))
    parser.add_argument("--layer", action="append", metavar="NAME", help=translate(
        "cli", "layer to look at ({auto}: the last one with height and width); may be given several times", auto=AUTO))
    parser.add_argument("--all-layers", action="store_true", help=translate(
        "cli", "look at every layer with height and width"))


def _add_epochs(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--epoch", type=types.whole_number(0, EPOCHS_LIMIT), metavar="N", help=translate(
        "cli", "look with the weights after epoch N, if the run keeps them (0: before the first step), instead of the "
        "best ones"))
    parser.add_argument("--epochs", action="store_true", help=translate(
        "cli", "say how the map came about: for every epoch the run keeps, how like the last map its map is and how "
        "much of the evidence lies in one place; writes no files"))
    parser.add_argument("--place", nargs=4, type=_share, metavar=("LEFT", "TOP", "RIGHT", "BOTTOM"), help=translate(
        "cli", "of --epochs, as shares of the image, 0 to 1 (the hottest tenth of the last map)"))


def _add_pictures(parser: argparse.ArgumentParser) -> None:
    kinds = "; ".join(f"{kind.name}: {translate('explain', kind.help)}" for kind in FILE_KINDS)
    parser.add_argument("--files", metavar="KINDS", help=translate(
        "cli", "what to write of each map, with commas between ({usual_kinds}; with --folder: overlay; {no_files}: "
        "only the tables of --folder). {kinds}", usual_kinds=",".join(USUAL_KINDS), no_files=NO_FILES, kinds=kinds))
    parser.add_argument("--color-map", choices=COLOR_MAPS, default=COLOR_MAPS[0], help=translate(
        "cli", "colours ({color_maps})", color_maps=COLOR_MAPS[0]))
    parser.add_argument("--opacity", type=_share, default=DEFAULT_OPACITY, metavar="X", help=translate(
        "cli", "of the colours, 0 to 1 ({default_opacity})", default_opacity=DEFAULT_OPACITY))
    parser.add_argument("--sign", choices=get_args(Sign), default="positive",
                        help=translate("cli", "show the evidence for the class, against it, or both (positive)"))
    parser.add_argument("--scale-to", type=_above_zero, metavar="X", help=translate(
        "cli", "end the colour scale of every map at X, in units of the raw map (each at its own peak)"))
    parser.add_argument("--laid-as", choices=get_args(Laying), default="colours",
                        help=translate("cli", "how the map lies over the image (colours)"))
    parser.add_argument("--existing", choices=get_args(Existing), default="replace", help=translate(
        "cli", "files that are there already: replace those of the same names; keep them and number the new ones; or, "
        "with --folder, go-on with an export that was stopped, and refuse a folder that holds anything else (replace)"))
    parser.add_argument("--python", type=types.path, metavar="FILE", help=translate(
        "cli", "also write a Python script that makes the map of the first image again with torch alone"))


def _add_settings(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--patch", type=types.whole_number(0, 4096), default=_USUAL.patch_px, metavar="PIXELS",
                        help=translate("cli", "side of the square that occlusion hides (an eighth of the longer side)"))
    parser.add_argument("--stride", type=types.whole_number(0, 4096), default=_USUAL.stride_px, metavar="PIXELS",
                        help=translate("cli", "how far the square moves (half of its side)"))
    parser.add_argument("--fill", choices=FILLS, default=_USUAL.fill, help=translate(
        "cli", "what occlusion puts in place of what it hides ({fill})", fill=_USUAL.fill))
    parser.add_argument("--baseline", choices=BASELINES, default=_USUAL.baseline, help=translate(
        "cli", "the empty image of integrated gradients ({baseline})", baseline=_USUAL.baseline))
    parser.add_argument("--noise", type=_share, default=_USUAL.noise, metavar="X", help=translate(
        "cli", "of SmoothGrad, as a share of the range of values ({noise})", noise=_USUAL.noise))
    parser.add_argument("--noisy-images", type=types.whole_number(1, 10_000), default=_USUAL.images, metavar="N",
                        help=translate("cli", "of SmoothGrad ({images})", images=_USUAL.images))
    parser.add_argument("--seed", type=types.whole_number(0, 2**31 - 1), default=_USUAL.seed, metavar="N",
                        help=translate("cli", "of SmoothGrad's noise ({seed})", seed=_USUAL.seed))


def wish_of(arguments: argparse.Namespace) -> ExplainWish:
    """Return what is wanted of every image.

    Raises
    ------
    InputError
        When the flags contradict each other.
    """
    kind: TargetKind = arguments.target_kind or ("logit" if arguments.against is None else "contrast")
    settings = PixelSettings(arguments.patch, arguments.stride, arguments.fill, arguments.baseline, arguments.noise,
                             arguments.noisy_images, arguments.seed)
    return ExplainWish(
        classes=_each_once(arguments.target, PREDICTED), against=arguments.against, kind=kind,
        layers=_each_once(arguments.layer, AUTO), every_layer=arguments.all_layers,
        methods=_each_once(arguments.method, DEFAULT_METHOD), settings=settings)


def plan_of(arguments: argparse.Namespace) -> FilePlan:
    """Return what is written.

    Raises
    ------
    InputError
        When a kind of file is unknown.
    """
    is_folder = arguments.folder is not None
    usual = "overlay" if is_folder else ",".join(USUAL_KINDS)
    words = usual if arguments.files is None else arguments.files
    kinds = () if words == NO_FILES else check_kinds(word.strip() for word in words.split(","))
    look = MapLook(arguments.opacity, arguments.color_map, arguments.sign, arguments.scale_to, arguments.laid_as)
    return FilePlan(arguments.out, kinds, look, tables=is_folder, existing=arguments.existing)


def _each_once(given: list[str] | None, usual: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(given or [usual]))


def _above_zero(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = 0.0
    if not 0 < value < float("inf"):
        raise argparse.ArgumentTypeError(translate("cli", "{text!r}: should be a number over 0", text=text))
    return value


def _share(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0 <= value <= 1:
        raise argparse.ArgumentTypeError(translate("cli", "{text!r}: should be a number from 0 to 1", text=text))
    return value
