"""``cnnstudio train``: train a network on an image folder."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cnnstudio import paths
from cnnstudio.cli import arguments as types
from cnnstudio.cli.augment_argument import add_augment, chosen_augment
from cnnstudio.cli.context import Context
from cnnstudio.cli.cross_validation import follow_repeat
from cnnstudio.cli.decisions import add_as_found, scan_with_decisions
from cnnstudio.cli.network_argument import imported_name, is_preset, usable_network, what_changes
from cnnstudio.cli.recipe_arguments import add_recipe, chosen_recipe
from cnnstudio.cli.resume_option import add_resume, resume
from cnnstudio.cli.run_argument import run_path
from cnnstudio.cli.scan_arguments import add_scan_arguments, scan_options
from cnnstudio.cli.several_processes import add_process_timeout, in_processes, refuse_repeats
from cnnstudio.cli.training_events import TrainingPrinter
from cnnstudio.data.augment.cautions import Subject
from cnnstudio.data.config import PreprocessConfig, SplitConfig
from cnnstudio.data.folder.image_folder import ImageFolder
from cnnstudio.errors import InputError
from cnnstudio.network.document import from_document
from cnnstudio.network.fitting import fit_to
from cnnstudio.network.freezing_layers import freeze
from cnnstudio.network.graph import NetworkGraph
from cnnstudio.network.presets import PRESETS
from cnnstudio.training.distributed.processes import ALONE, Processes
from cnnstudio.wording import counted, joined, translate
from cnnstudio.workspace.arrangement import arrange
from cnnstudio.workspace.repeated_training import MOST_REPEATS, RepeatedTrainingJob
from cnnstudio.workspace.suggestion import suggest_network, suggest_preprocess
from cnnstudio.workspace.training_job import TrainingJob, check_writable

if TYPE_CHECKING:
    from cnnstudio.runs.record import RunRecord


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the flags: those of a training, and how often it is repeated."""
    add_training(parser)
    parser.add_argument("--start-from", metavar="RUN_OR_FILE", help=translate(
        "cli", "start layers with the weights of a run, or a safetensors file, where names and shapes are the same; "
        "without --network that run's network is taken"))
    parser.add_argument("--freeze", nargs="+", metavar="LAYER", default=(), help=translate(
        "cli", "layers that keep their weights, by name; 'all' for all but the last one"))
    parser.add_argument("--seeds", type=types.whole_number(2, MOST_REPEATS), metavar="N", help=translate(
        "cli", "train N times, with the seed and the next ones, and tell mean and spread: one figure alone can be "
        "luck"))
    add_process_timeout(parser)


def add_training(parser: argparse.ArgumentParser) -> None:
    """Declare the flags of one training; those of settings come from the settings' own table."""
    names = ", ".join(info.name for info in PRESETS)
    parser.add_argument("folder", type=types.path, metavar="FOLDER", nargs="?",
                        help=translate("cli", "class folders, or train/, val/ and test/ with class folders"))
    add_resume(parser)
    parser.add_argument("--network", metavar="NAME_OR_FILE", help=translate(
        "cli", "a preset ({names}) or a network file, fitted to the images (what suits their size)", names=names))
    images = parser.add_argument_group(translate("cli", "images"))
    images.add_argument("--image-size", type=types.size, metavar="S", help=translate(
        "cli", "side of the network's input in pixels, or HEIGHTxWIDTH (what suits the images)"))
    images.add_argument("--color", choices=("auto", "rgb", "grey"), default="auto",
                        help=translate("cli", "colour or grey (auto: grey when all images are)"))
    types.add_field(images, PreprocessConfig, "fit")
    types.add_field(images, PreprocessConfig, "normalization")
    types.add_field(images, SplitConfig, "validation_share", flag="--validation")
    types.add_field(images, SplitConfig, "seed", flag="--split-seed", destination="split_seed")
    types.add_field(images, SplitConfig, "test_share", flag="--test-share")
    types.add_field(images, SplitConfig, "group_pattern", flag="--keep-together")
    types.add_field(images, SplitConfig, "folds")
    images.add_argument("--fold", type=types.field_value(SplitConfig, "fold"), metavar="N", help=translate(
        "cli", "train only with this part for validation (all, one training after the other)"))
    add_as_found(images)
    add_scan_arguments(parser)
    add_augment(images)
    add_recipe(parser)
    types.add_runs_directory(parser)
    types.add_json(parser)
    parser.set_defaults(complain=parser.error, start_from=None, freeze=())


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Scan, train and keep the run; with folds or seeds, a run for each. With ``--resume``, go on with a run."""
    if arguments.resume is None and arguments.folder is None:
        arguments.complain(translate("cli", "give the FOLDER with the images, or --resume RUN"))
    with in_processes(arguments, context) as (processes, own_context):
        if arguments.resume is not None:
            return resume(arguments, own_context, add_arguments, processes)
        _train(arguments, own_context, processes)
        return 0


def _train(arguments: argparse.Namespace, context: Context, processes: Processes) -> None:
    """Train once, or with every seed or on every fold."""
    has_all_folds = (arguments.folds or 0) > 1 and arguments.fold is None
    if arguments.seeds and has_all_folds:
        raise InputError(translate(
            "cli", "--seeds and --folds at once would be a training for each pair. Leave one out, or say which fold "
            "is trained with all seeds: --fold 1."))
    if arguments.start_from is not None and (arguments.seeds or has_all_folds):
        raise InputError(translate(
            "cli", "--start-from is for one training: leave out --seeds and --folds, or say which fold: --fold 1."))
    if arguments.seeds or has_all_folds:
        refuse_repeats(processes)
    job = training_job(arguments, context, processes)
    if has_all_folds:
        follow_repeat(RepeatedTrainingJob(job, "folds", job.split_config.folds, name=arguments.name), context)
    elif arguments.seeds:
        follow_repeat(RepeatedTrainingJob(job, "seeds", arguments.seeds, name=arguments.name), context)
    else:
        _follow(job, context)


def training_job(arguments: argparse.Namespace, context: Context, processes: Processes = ALONE) -> TrainingJob:
    """Scan and return the training that was asked for, not begun; with folds, that of the first or the wanted one.

    Parameters
    ----------
    processes : train it together; the first one on a machine looks through the folder, then the others have it easy
    """
    runs_directory = (arguments.runs or paths.runs_dir()).absolute()
    config = chosen_recipe(arguments, context)
    split_config = _split_config(arguments)
    check_writable(runs_directory)
    with processes.one_by_one(context.interruption.wanted):
        images = scan_with_decisions(arguments.folder, context, scan_options(arguments), as_found=arguments.as_found,
                                     fresh=arguments.fresh and processes.local_rank == 0)
    arranged = arrange(images.scanned, images.curation, split_config)
    folder = arranged.folder
    _say_refused(folder, context)
    origin = _origin(arguments)
    suggested = suggest_preprocess(images.scanned) if origin is None else origin.preprocess
    preprocess = _preprocess(arguments, suggested)
    graph, name = _network(arguments, preprocess, folder, context, origin)
    if config.loss == "binary":
        _give_one_logit(graph, folder)
    freeze(graph, arguments.freeze).apply(graph)
    augment = chosen_augment(
        arguments.augment, Subject(folder.class_names, preprocess.color == "grey", config.epochs), context)
    return TrainingJob(folder, arranged.splits, preprocess, augment, split_config, graph, name, config, runs_directory,
                       paths.cache_dir(), name=_run_name(arguments, split_config, name), processes=processes,
                       start_from=_start_path(arguments))


def _start_path(arguments: argparse.Namespace) -> Path | None:
    """Return the run or the file to start from."""
    return None if arguments.start_from is None else run_path(arguments.start_from, arguments.runs)


def _origin(arguments: argparse.Namespace) -> "RunRecord | None":
    """Return what is known of the run whose network is trained on; None unless one is named, and no network."""
    path = _start_path(arguments)
    if path is None or arguments.network is not None or not path.is_dir():
        return None
    from cnnstudio.runs.store import RunFolder

    return RunFolder.load(path).record


def _say_refused(folder: ImageFolder, context: Context) -> None:
    count = len(folder.refused)
    if count:
        context.output.warning(counted(count, translate("cli", "1 file cannot be used; 'cnnstudio scan' names it."),
                                       translate("cli", "{count} files cannot be used; 'cnnstudio scan' lists them.")))


def _run_name(arguments: argparse.Namespace, config: SplitConfig, network: str) -> str:
    if config.folds < 2:
        return str(arguments.name)
    return f"{arguments.name or network} fold {config.fold} of {config.folds}"


def _follow(job: TrainingJob, context: Context) -> None:
    """Train and print as it goes."""
    printer = TrainingPrinter(context)
    for event in context.events(job):
        printer.show(event)


def _preprocess(arguments: argparse.Namespace, suggested: PreprocessConfig) -> PreprocessConfig:
    """Return the suggested way to the network's input with what the user asked for instead."""
    changes: dict[str, Any] = {
        name: value for name, value in types.given_fields(arguments, PreprocessConfig).items() if value != "auto"}
    if arguments.image_size is not None:
        changes["height"], changes["width"] = arguments.image_size
    return suggested.model_copy(update=changes)


def _split_config(arguments: argparse.Namespace) -> SplitConfig:
    """Return how the images are divided."""
    names = ("validation_share", "test_share", "group_pattern", "folds", "fold")
    given = {"seed": arguments.split_seed, **{name: getattr(arguments, name) for name in names}}
    config = SplitConfig(**{name: value for name, value in given.items() if value is not None})
    if arguments.fold is not None and config.folds < 2:
        raise InputError(translate(
            "cli", "--fold says which part is for validation; say how many parts there are: --folds 5."))
    return config


def _give_one_logit(graph: NetworkGraph, folder: ImageFolder) -> None:
    """Let the network answer with one value; raises `InputError` when there are more than two classes."""
    classes = len(folder.class_names)
    if classes != 2:
        raise InputError(translate(
            "cli", "--loss binary is for two classes, and these images have {classes}: use cross_entropy.",
            classes=classes))
    fit_to(graph, None, classes, one_logit=True).apply(graph)


def _network(arguments: argparse.Namespace, preprocess: PreprocessConfig, folder: ImageFolder,
             context: Context, origin: "RunRecord | None") -> tuple[NetworkGraph, str]:
    """Return the network, fitted to the images, and its name."""
    if origin is not None:
        graph = from_document(origin.graph)
        fit_to(graph, preprocess.shape, len(folder.class_names)).apply(graph)
        return graph, origin.network_name
    wanted = arguments.network or suggest_network(preprocess)
    classes = len(folder.class_names)
    changes = what_changes(wanted, preprocess.shape, classes)
    if changes:
        context.output.warning(translate("cli", "The network in {file} is fitted to the images: {changes}.",
                                         file=wanted, changes=joined(changes)))
    graph = usable_network(wanted, preprocess.shape, classes)
    return graph, wanted if is_preset(wanted) else imported_name(wanted) or Path(wanted).stem
