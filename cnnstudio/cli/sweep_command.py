"""``cnnstudio sweep``: try settings and tell which combination learned best."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from pydantic import ValidationError

from cnnstudio.cli import arguments as types
from cnnstudio.cli import train_command
from cnnstudio.cli.augment_argument import chosen_augment
from cnnstudio.cli.context import Context
from cnnstudio.cli.network_argument import usable_network
from cnnstudio.cli.sweep_output import follow, print_table, write_table
from cnnstudio.data.augment.cautions import Subject
from cnnstudio.errors import InputError
from cnnstudio.network.document import to_document
from cnnstudio.refused_values import refusal
from cnnstudio.sweeps.axes import AUGMENTATION, NETWORK, Axis, parse_axis
from cnnstudio.sweeps.plan import SweepPlan
from cnnstudio.sweeps.study import Sweep, address_in
from cnnstudio.wording import translate
from cnnstudio.workspace.augmentations import AUGMENTATIONS
from cnnstudio.workspace.sweep_job import SweepJob
from cnnstudio.workspace.training_job import TrainingJob


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the flags: those of a training say what stays the same."""
    train_command.add_training(parser)
    sweep = parser.add_argument_group(translate("cli", "sweep"))
    sweep.add_argument("--try", dest="axes", action="append", required=True, metavar="SETTING=VALUES", help=translate(
        "cli", "what to vary, once for each setting: optimizer=sgd,adam or learning_rate=0.0001..0.1/4 (a range, of "
        "which a grid takes 4 values); network and augment can be varied too"))
    types.add_field(sweep, SweepPlan, "method")
    types.add_field(sweep, SweepPlan, "trials")
    types.add_field(sweep, SweepPlan, "seeds")
    sweep.add_argument("--prune", action="store_true", dest="prunes", help=translate(
        "cli", "give a combination up early when it does worse than the middle of the others"))
    add_storage(sweep)


def add_storage(parser: argparse._ActionsContainer) -> None:
    """Declare where the sweep is kept and where its table goes."""
    parser.add_argument("--storage", metavar="ADDRESS", help=translate(
        "cli", "database that keeps the sweep, such as postgresql://user@host/name when several machines take part (a "
        "file beside the runs)"))
    parser.add_argument("--table", type=types.path, metavar="FILE", help=translate(
        "cli", "write the table of combinations there (CSV)"))


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Make the sweep and try its combinations; others may take part with ``cnnstudio worker``."""
    axes = _axes(arguments.axes)
    if arguments.folds is not None and arguments.fold is None:
        raise InputError(translate(
            "cli", "A sweep trains with one division of the images: say which part is for validation (--fold 1), or "
            "leave --folds out."))
    job = train_command.training_job(arguments, context)
    plan = _plan(arguments, axes, job, context)
    sweep = Sweep.create(arguments.storage or address_in(job.runs_directory), plan)
    each = translate("cli", ", {seeds} trainings each", seeds=plan.seeds) if plan.seeds > 1 else ""
    context.output.text(translate(
        "cli", "{name}: {count} combinations{each}. Another terminal can help: cnnstudio worker \"{name}\"\n",
        name=plan.name, count=plan.trial_count, each=each))
    take_part(SweepJob(sweep, job.folder, job.runs_directory, job.cache_directory), arguments.table, context)
    return 0


def take_part(job: SweepJob, table: Path | None, context: Context) -> None:
    """Try what is left, and print and write the table, also after an interruption."""
    follow(job, context)
    rows = job.sweep.rows()
    print_table(rows, job.sweep.plan, context)
    if table is not None:
        write_table(rows, job.sweep.plan, table)


def _axes(texts: Sequence[str]) -> tuple[Axis, ...]:
    return tuple(parse_axis(text, augmentations=tuple(AUGMENTATIONS)) for text in texts)


def _plan(arguments: argparse.Namespace, axes: tuple[Axis, ...], job: TrainingJob, context: Context) -> SweepPlan:
    chosen = {axis.field: [str(value) for value in axis.choices] for axis in axes}
    classes = len(job.folder.class_names)
    networks = {name: to_document(usable_network(name, job.preprocess.shape, classes))
                for name in chosen.get(NETWORK, ())} or {job.network_name: job.document}
    subject = Subject(job.folder.class_names, job.preprocess.color == "grey", job.train_config.epochs)
    augmentations = {name: chosen_augment(name, subject, context)
                     for name in chosen.get(AUGMENTATION, ())} or {arguments.augment: job.augment}
    given = {name: value for name in ("method", "trials", "seeds") if (value := getattr(arguments, name)) is not None}
    try:
        return SweepPlan(
            name=arguments.name or f"{job.folder.root.name} sweep", folder=str(job.folder.root),
            fingerprint=job.folder.fingerprint, preprocess=job.preprocess, split=job.split_config,
            train=job.train_config, networks=networks, augmentations=augmentations, axes=axes, prunes=arguments.prunes,
            **given)
    except ValidationError as error:
        raise InputError(translate("cli", "The sweep cannot be made: {message}.", message=refusal(error))) from error
