"""``cnnstudio train --resume RUN``: go on with a run."""

import argparse
from collections.abc import Callable

from cnnstudio import paths
from cnnstudio.cli.context import Context
from cnnstudio.cli.cross_validation import follow_repeat
from cnnstudio.cli.run_argument import run_path
from cnnstudio.cli.several_processes import refuse_repeats
from cnnstudio.cli.training_events import TrainingPrinter
from cnnstudio.cli.usage_words import HelpLayout
from cnnstudio.errors import InputError
from cnnstudio.runs.group_folder import group_path, has_plan
from cnnstudio.training.distributed.processes import ALONE, Processes
from cnnstudio.wording import translate
from cnnstudio.workspace.repeated_training import ContinueRepeatJob
from cnnstudio.workspace.resume_job import ResumeJob

_ALLOWED = {"resume", "epochs", "runs", "json", "complain", "process_timeout"}
"""What may be given beside a run: the rest is settled by it."""


def add_resume(parser: argparse.ArgumentParser) -> None:
    """Declare the flag."""
    parser.add_argument("--resume", metavar="RUN", help=translate(
        "cli", "go on with a run (folder or name) instead, as if it had never been interrupted; with --epochs N for N "
        "epochs more than its recipe says; the name of seeds or folds that 'cnnstudio runs' lists trains those that "
        "are missing"))


def resume(arguments: argparse.Namespace, context: Context,
           add_arguments: Callable[[argparse.ArgumentParser], None], processes: Processes = ALONE) -> int:
    """Go on with the run that is named.

    Parameters
    ----------
    add_arguments : declares all flags of the command, so that those can be refused that a run settles
    processes : train it together from now on
    """
    others = _others(arguments, add_arguments)
    if others:
        raise InputError(translate(
            "cli", "A run goes on with its own images and settings: leave out {others}, or leave out --resume to "
            "start a new training.", others=", ".join(others)))
    directory = (arguments.runs or paths.runs_dir()).absolute()
    if has_plan(group_path(directory, arguments.resume)):
        _refuse_epochs(arguments)
        refuse_repeats(processes)
        follow_repeat(ContinueRepeatJob(directory, arguments.resume, paths.cache_dir()), context)
        return 0
    job = ResumeJob(run_path(arguments.resume, arguments.runs), paths.cache_dir(), more_epochs=arguments.epochs or 0,
                    processes=processes)
    printer = TrainingPrinter(context)
    for event in context.events(job):
        printer.show(event)
    return 0


def _refuse_epochs(arguments: argparse.Namespace) -> None:
    """Refuse to train some members of a group longer than others; raises `InputError`."""
    if arguments.epochs:
        raise InputError(translate(
            "cli", "All trainings of a group have the same recipe: leave --epochs out, or go on with one of its runs "
            "alone."))


def _others(arguments: argparse.Namespace, add_arguments: Callable[[argparse.ArgumentParser], None]) -> list[str]:
    """Return the flags that were given and say nothing here."""
    parser = argparse.ArgumentParser(add_help=False, formatter_class=HelpLayout)
    add_arguments(parser)
    usual = vars(parser.parse_args([]))
    given = [name for name, value in vars(arguments).items()
             if name in usual and name not in _ALLOWED and value != usual[name]]
    return ["FOLDER" if name == "folder" else "--" + name.replace("_", "-") for name in given]
