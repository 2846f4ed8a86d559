"""``cnnstudio train --resume RUN``: go on with a run."""

import argparse
from collections.abc import Callable

from cnnstudio import paths
from cnnstudio.cli.context import Context
from cnnstudio.cli.run_argument import run_path
from cnnstudio.cli.training_events import TrainingPrinter
from cnnstudio.errors import InputError
from cnnstudio.workspace.resume_job import ResumeJob

_ALLOWED = {"resume", "epochs", "runs", "json", "complain"}
"""What may be given beside a run: the rest is settled by it."""


def add_resume(parser: argparse.ArgumentParser) -> None:
    """Declare the flag."""
    parser.add_argument("--resume", metavar="RUN",
                        help="go on with a run (folder or name) instead, as if it had never been interrupted; with "
                             "--epochs N for N epochs more than its recipe says")


def resume(arguments: argparse.Namespace, context: Context,
           add_arguments: Callable[[argparse.ArgumentParser], None]) -> int:
    """Go on with the run that is named.

    Parameters
    ----------
    add_arguments : declares all flags of the command, so that those can be refused that a run settles
    """
    others = _others(arguments, add_arguments)
    if others:
        raise InputError(f"A run goes on with its own images and settings: leave out {', '.join(others)}, or leave out "
                         "--resume to start a new training.")
    job = ResumeJob(run_path(arguments.resume, arguments.runs), paths.cache_dir(), more_epochs=arguments.epochs or 0)
    printer = TrainingPrinter(context)
    for event in context.events(job):
        printer.show(event)
    return 0


def _others(arguments: argparse.Namespace, add_arguments: Callable[[argparse.ArgumentParser], None]) -> list[str]:
    """Return the flags that were given and say nothing here."""
    parser = argparse.ArgumentParser(add_help=False)
    add_arguments(parser)
    usual = vars(parser.parse_args([]))
    given = [name for name, value in vars(arguments).items()
             if name in usual and name not in _ALLOWED and value != usual[name]]
    return ["FOLDER" if name == "folder" else "--" + name.replace("_", "-") for name in given]
