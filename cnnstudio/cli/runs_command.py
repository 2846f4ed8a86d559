"""``cnnstudio runs``: every training that was kept."""

import argparse
from typing import Any

from cnnstudio import paths
from cnnstudio.cli import arguments as types
from cnnstudio.cli.context import Context
from cnnstudio.runs.store import list_runs


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the flags."""
    types.add_runs_directory(parser)
    types.add_json(parser)


def run(arguments: argparse.Namespace, context: Context) -> int:
    """List the runs, damaged ones with the reason."""
    directory = arguments.runs or paths.runs_dir()
    return 0
