"""``cnnstudio worker``: help with a sweep that another process or machine began."""

import argparse
from pathlib import Path

from cnnstudio import paths
from cnnstudio.cli import arguments as types
from cnnstudio.cli.context import Context
from cnnstudio.cli.decisions import scan_with_decisions
from cnnstudio.cli.sweep_command import add_storage, take_part
from cnnstudio.errors import InputError
from cnnstudio.sweeps.study import Sweep, address_in, sweep_names
from cnnstudio.wording import translate
from cnnstudio.workspace.arrangement import arrange
from cnnstudio.workspace.sweep_job import SweepJob
from cnnstudio.workspace.training_job import check_writable


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the flags."""
    parser.add_argument("sweep", nargs="?", default="", metavar="NAME", help=translate(
        "cli", "which sweep (the only one there)"))
    parser.add_argument("--folder", type=types.path, metavar="FOLDER", help=translate(
        "cli", "where the images are on this machine (where they were when the sweep began)"))
    add_storage(parser)
    types.add_runs_directory(parser)
    types.add_json(parser)


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Try what is left of the sweep, beside the others."""
    runs_directory = (arguments.runs or paths.runs_dir()).absolute()
    check_writable(runs_directory)
    address = arguments.storage or address_in(runs_directory)
    sweep = Sweep.open(address, arguments.sweep or _only_one(address))
    root = arguments.folder or Path(sweep.plan.folder)
    images = scan_with_decisions(root, context)
    folder = arrange(images.scanned, images.curation, sweep.plan.split).folder
    take_part(SweepJob(sweep, folder, runs_directory, paths.cache_dir()), arguments.table, context)
    return 0


def _only_one(address: str) -> str:
    names = sweep_names(address)
    if len(names) == 1:
        return names[0]
    known = ", ".join(names)
    raise InputError(translate("cli", "Which sweep? There are: {known}.", known=known) if names else
                     translate(
                         "cli", "There is no sweep in {address} yet; 'cnnstudio sweep' makes one.", address=address))
