"""``cnnstudio selftest``: a quick check that this installation works, or with ``--full`` the whole walk."""

import argparse
import platform
import tempfile
import time
from collections.abc import Callable
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

from cnnstudio.cli import arguments as types
from cnnstudio.cli.context import Context
from cnnstudio.errors import CNNStudioError
from cnnstudio.wording import counted, translate
from cnnstudio.workspace.full_selftest import FOLDER, STEPS, Walk
from cnnstudio.workspace.selftest import CHECKS


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the flags."""
    parser.add_argument("--full", action="store_true", help=translate(
        "cli", "also take the whole walk: scan, train, kill and resume, explain, export, report, open the window"))
    types.add_json(parser)


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Run each check; status 1 when one fails."""
    failures = 0
    context.output.text(translate("cli", "Python {version} on {system}", version=platform.python_version(),
                                  system=platform.platform()))
    for title, check in CHECKS:
        failures += not _report(title, check, context)
    window = find_spec("PySide6") is not None
    context.output.event("check", name="window", ok=window, detail=_window_detail(window))
    context.output.text(f"{'ok ' if window else '-- '}  window: {_window_detail(window)}")
    if arguments.full:
        failures += _walk(context)
    context.output.event("selftest", ok=not failures, failures=failures)
    context.output.text(translate("cli", "\nEverything works.") if not failures else counted(
        failures, translate("cli", "\n1 check failed."), translate("cli", "\n{count} checks failed.")))
    return 1 if failures else 0


def _walk(context: Context) -> int:
    """Take every step in a folder that is removed afterwards; return how many failed."""
    failures = 0
    with tempfile.TemporaryDirectory(prefix="cnnstudio-selftest-", ignore_cleanup_errors=True) as name:
        walk = Walk(Path(name) / FOLDER)
        walk.directory.mkdir()
        for title, step in STEPS:
            failures += not _report(title, partial(step, walk), context)
    return failures


def _report(title: str, check: Callable[[], str], context: Context) -> bool:
    """Run one check and tell how it went."""
    begin = time.perf_counter()
    try:
        detail, good = check(), True
    except CNNStudioError as error:
        detail, good = str(error), False
    except Exception as error:  # noqa: BLE001 - whatever is broken is the finding
        detail, good = f"{type(error).__name__}: {error}", False
    seconds = time.perf_counter() - begin
    context.output.event("check", name=title, ok=good, detail=detail, seconds=seconds)
    context.output.text(f"{'ok  ' if good else 'FAIL'} {title}: {detail} ({seconds:.1f} s)")
    return good


def _window_detail(is_there: bool) -> str:
    if not is_there:
        return translate("cli", "PySide6 is not installed; everything but the window works")
    try:
        return f"PySide6 {version('PySide6-Essentials')}"
    except PackageNotFoundError:
        return translate("cli", "PySide6 is installed")
