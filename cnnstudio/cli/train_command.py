"""``cnnstudio train``: train a network on an image folder."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from cnnstudio import paths
from cnnstudio.cli import arguments as types
from cnnstudio.cli.augment_argument import add_augment, chosen_augment
from cnnstudio.cli.context import Context
from cnnstudio.cli.cross_validation import FoldResult, print_folds
from cnnstudio.cli.decisions import add_as_found, scan_with_decisions
from cnnstudio.cli.network_argument import imported_name, is_preset, usable_network, what_changes
from cnnstudio.cli.recipe_arguments import add_recipe, chosen_recipe
from cnnstudio.cli.resume_option import add_resume, resume
from cnnstudio.cli.scan_arguments import add_scan_arguments, scan_options
from cnnstudio.cli.training_events import TrainingPrinter
from cnnstudio.data.augment.cautions import Subject
from cnnstudio.data.config import PreprocessConfig, SplitConfig
from cnnstudio.data.folder.image_folder import ImageFolder
from cnnstudio.errors import InputError
from cnnstudio.network.fitting import fit_to
from cnnstudio.network.graph import NetworkGraph
from cnnstudio.network.presets import PRESETS
from cnnstudio.training.metrics import Evaluation
from cnnstudio.workspace.arrangement import arrange
from cnnstudio.workspace.suggestion import suggest_network, suggest_preprocess
from cnnstudio.workspace.training_job import EvaluationReady, RunSaved, TrainingJob, check_writable


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the flags; those of settings come from the settings' own table."""
    names = ", ".join(info.name for info in PRESETS)
    parser.add_argument("folder", type=types.path, metavar="FOLDER", nargs="?",
                        help="class folders, or train/, val/ and test/ with class folders")
    add_resume(parser)
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
    types.add_field(images, SplitConfig, "test_share", flag="--test-share")
    types.add_field(images, SplitConfig, "group_pattern", flag="--keep-together")
    types.add_field(images, SplitConfig, "folds")
    images.add_argument("--fold", type=types.field_value(SplitConfig, "fold"), metavar="N",
                        help="train only with this part for validation (all, one training after the other)")
    add_as_found(images)
    add_scan_arguments(parser)
    add_augment(images)
    add_recipe(parser)
    types.add_runs_directory(parser)
    types.add_json(parser)
    parser.set_defaults(complain=parser.error)


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Scan, train and keep the run; with folds, a run for each. With ``--resume``, go on with a run."""
    if arguments.resume is not None:
        return resume(arguments, context, add_arguments)
    if arguments.folder is None:
        arguments.complain("give the FOLDER with the images, or --resume RUN")
    _train_all(training_jobs(arguments, context), context)
    return 0


def training_jobs(arguments: argparse.Namespace, context: Context) -> list[TrainingJob]:
    """Scan and return the training that was asked for, not begun; with folds, one for each."""
    runs_directory = (arguments.runs or paths.runs_dir()).absolute()
    config = chosen_recipe(arguments, context)
    split_configs = _split_configs(arguments)
    check_writable(runs_directory)
    images = scan_with_decisions(arguments.folder, context, scan_options(arguments), as_found=arguments.as_found,
                                 fresh=arguments.fresh)
    arranged = [arrange(images.scanned, images.curation, split_config) for split_config in split_configs]
    folder = arranged[0].folder
    _say_refused(folder, context)
    preprocess = _preprocess(arguments, suggest_preprocess(images.scanned))
    graph, name = _network(arguments, preprocess, folder, context)
    if config.loss == "binary":
        _give_one_logit(graph, folder)
    augment = chosen_augment(
        arguments.augment, Subject(folder.class_names, preprocess.color == "grey", config.epochs), context)
    return [TrainingJob(folder, one.splits, preprocess, augment, one.split_config, graph, name,
                        config, runs_directory, paths.cache_dir(), name=_run_name(arguments, one.split_config, name))
            for one in arranged]


def _say_refused(folder: ImageFolder, context: Context) -> None:
    count = len(folder.refused)
    if count:
        context.output.warning("1 file cannot be used; 'cnnstudio scan' names it." if count == 1 else
                               f"{count:,} files cannot be used; 'cnnstudio scan' lists them.")


def _run_name(arguments: argparse.Namespace, config: SplitConfig, network: str) -> str:
    if config.folds < 2:
        return str(arguments.name)
    return f"{arguments.name or network} fold {config.fold} of {config.folds}"


def _train_all(jobs: Sequence[TrainingJob], context: Context) -> None:
    """Train one after the other and print what the folds say together; an interruption ends all."""
    results: list[FoldResult] = []
    for job in jobs:
        if len(jobs) > 1:
            context.output.text(f"\nFold {job.split_config.fold} of {job.split_config.folds}")
        result = _follow(job, context)
        if context.interruption.wanted():
            return
        if result is not None:
            results.append(result)
    print_folds(results, context)


def _follow(job: TrainingJob, context: Context) -> FoldResult | None:
    """Train, print as it goes, and return how good the best weights are; None when no epoch ended."""
    printer = TrainingPrinter(context)
    evaluation: Evaluation | None = None
    saved: RunSaved | None = None
    for event in context.events(job):
        printer.show(event)
        evaluation = event.evaluation if isinstance(event, EvaluationReady) else evaluation
        saved = event if isinstance(event, RunSaved) else saved
    if evaluation is None or saved is None:
        return None
    return FoldResult(job.split_config.fold, saved.path, evaluation)


def _preprocess(arguments: argparse.Namespace, suggested: PreprocessConfig) -> PreprocessConfig:
    """Return the suggested way to the network's input with what the user asked for instead."""
    changes: dict[str, Any] = {
        name: value for name, value in types.given_fields(arguments, PreprocessConfig).items() if value != "auto"}
    if arguments.image_size is not None:
        changes["height"], changes["width"] = arguments.image_size
    return suggested.model_copy(update=changes)


def _split_configs(arguments: argparse.Namespace) -> list[SplitConfig]:
    """Return one way to divide the images for each training."""
    names = ("validation_share", "test_share", "group_pattern", "folds", "fold")
    given = {"seed": arguments.split_seed, **{name: getattr(arguments, name) for name in names}}
    config = SplitConfig(**{name: value for name, value in given.items() if value is not None})
    if arguments.fold is not None and config.folds < 2:
        raise InputError("--fold says which part is for validation; say how many parts there are: --folds 5.")
    if arguments.fold is not None or config.folds < 2:
        return [config]
    return [config.model_copy(update={"fold": fold}) for fold in range(1, config.folds + 1)]


def _give_one_logit(graph: NetworkGraph, folder: ImageFolder) -> None:
    """Let the network answer with one value; raises `InputError` when there are more than two classes."""
    classes = len(folder.class_names)
    if classes != 2:
        raise InputError(f"--loss binary is for two classes, and these images have {classes}: use cross_entropy.")
    fit_to(graph, None, classes, one_logit=True).apply(graph)


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
