"""``cnnstudio train``: train a network on an image folder."""

import argparse
from pathlib import Path
from typing import Any

from cnnstudio import paths
from cnnstudio.cli import arguments as types
from cnnstudio.cli.context import Context
from cnnstudio.cli.network_argument import imported_name, is_preset, usable_network, what_changes
from cnnstudio.cli.training_events import TrainingPrinter
from cnnstudio.data.config import PreprocessConfig, SplitConfig
from cnnstudio.data.image_folder import ImageFolder
from cnnstudio.data.split import split
from cnnstudio.network.graph import NetworkGraph
from cnnstudio.network.presets import PRESETS
from cnnstudio.training.config import TrainConfig
from cnnstudio.workspace.augmentations import AUGMENTATIONS
from cnnstudio.workspace.jobs import Job
from cnnstudio.workspace.scan_job import ScanFinished, ScanJob
from cnnstudio.workspace.suggestion import suggest_network
from cnnstudio.workspace.training_job import TrainingJob, check_writable

_TRAIN_FIELDS = ("epochs", "batch_size", "optimizer", "learning_rate", "momentum", "weight_decay", "initialization",
                 "early_stopping", "seed", "device", "threads")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the flags; those of settings come from the settings' own table."""
    names = ", ".join(info.name for info in PRESETS)
    parser.add_argument("folder", type=types.path, metavar="FOLDER",
                        help="class folders, or train/, val/ and test/ with class folders")
    parser.add_argument("--network", metavar="NAME_OR_FILE",
                        help=f"a preset ({names}) or a network file, fitted to the images (what suits their size)")
    images = parser.add_argument_group("images")
    images.add_argument("--image-size", type=types.size, metavar="S",
                        help="side of the network's input in pixels, or HEIGHTxWIDTH (what suits the images)")
    images.add_argument("--color", choices=("auto", "rgb", "grey"), default="auto",
                        help="colour or grey (auto: grey when all images are)")
    types.add_field(images, PreprocessConfig, "fit")
    types.add_field(images, PreprocessConfig, "normalization")
    types.add_field(images, SplitConfig, "validation_share", flag="--validation")
    types.add_field(images, SplitConfig, "seed", flag="--split-seed", destination="split_seed")
    images.add_argument("--augment", choices=tuple(AUGMENTATIONS), default="none",
                        help="random changes to training images (none)")
    training = parser.add_argument_group("training")
    for name in _TRAIN_FIELDS:
        types.add_field(training, TrainConfig, name)
    training.add_argument("--name", default="", metavar="TEXT", help="what to call the run")
    types.add_runs_directory(parser)
    types.add_json(parser)


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Scan, train and keep the run."""
    runs_directory = (arguments.runs or paths.runs_dir()).absolute()
    config = TrainConfig(**types.given_fields(arguments, TrainConfig))
    check_writable(runs_directory)
    scanned = context.result(ScanJob(arguments.folder), ScanFinished)
    folder = scanned.folder
    if folder.refused:
        count = len(folder.refused)
        files = "1 file cannot be used; 'cnnstudio scan' names it." if count == 1 else (
            f"{count:,} files cannot be used; 'cnnstudio scan' lists them.")
        context.output.warning(files)
    preprocess = _preprocess(arguments, scanned.preprocess)
    split_config = _split_config(arguments)
    graph, name = _network(arguments, preprocess, folder, context)
    job = TrainingJob(folder, split(folder, split_config), preprocess, AUGMENTATIONS[arguments.augment], split_config,
                      graph, name, config, runs_directory, paths.cache_dir(), name=arguments.name)
    return _follow(job, context)


def _follow(job: Job, context: Context) -> int:
    printer = TrainingPrinter(context)
    for event in context.events(job):
        printer.show(event)
    return 0


def _preprocess(arguments: argparse.Namespace, suggested: PreprocessConfig) -> PreprocessConfig:
    """Return the suggested way to the network's input with what the user asked for instead."""
    changes: dict[str, Any] = {
        name: value for name, value in types.given_fields(arguments, PreprocessConfig).items() if value != "auto"}
    if arguments.image_size is not None:
        changes["height"], changes["width"] = arguments.image_size
    return suggested.model_copy(update=changes)


def _split_config(arguments: argparse.Namespace) -> SplitConfig:
    given = {"validation_share": arguments.validation_share, "seed": arguments.split_seed}
    return SplitConfig(**{name: value for name, value in given.items() if value is not None})


def _network(arguments: argparse.Namespace, preprocess: PreprocessConfig, folder: ImageFolder,
             context: Context) -> tuple[NetworkGraph, str]:
    """Return the network, fitted to the images, and its name."""
    wanted = arguments.network or suggest_network(preprocess)
    classes = len(folder.class_names)
    changes = what_changes(wanted, preprocess.shape, classes)
    if changes:
        context.output.warning(f"The network in {wanted} is fitted to the images: {', and '.join(changes)}.")
    graph = usable_network(wanted, preprocess.shape, classes)
    return graph, wanted if is_preset(wanted) else imported_name(wanted) or Path(wanted).stem
