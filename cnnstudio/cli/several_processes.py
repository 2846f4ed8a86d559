"""Runs a command in one process, or as one of several that torchrun started."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager

from cnnstudio.cli import arguments as types
from cnnstudio.cli.context import Context
from cnnstudio.errors import CNNStudioError, InputError, JobCancelledError
from cnnstudio.training.distributed.joining import DEFAULT_TIMEOUT_S, joined
from cnnstudio.training.distributed.processes import Processes
from cnnstudio.wording import translate

_DAY_S = 86_400


def add_process_timeout(parser: argparse.ArgumentParser) -> None:
    """Declare the flag."""
    parser.add_argument("--process-timeout", type=types.whole_number(1, _DAY_S), metavar="S", help=translate(
        "cli", "with torchrun: seconds after which a process that is silent counts as lost ({default_timeout_s:,}); "
        "one that was killed is noticed at once", default_timeout_s=DEFAULT_TIMEOUT_S))


@contextmanager
def in_processes(arguments: argparse.Namespace, context: Context) -> Iterator[tuple[Processes, Context]]:
    """Have the processes that train together, and a context in which only the first of them prints."""
    with joined(arguments.process_timeout or DEFAULT_TIMEOUT_S, _sentence) as processes:
        yield processes, context if processes.leads else context.silent()


def refuse_repeats(processes: Processes) -> None:
    """Raise `InputError` where several processes are to train one network after the other."""
    if not processes.is_alone:
        raise InputError(translate(
            "cli", "Several processes train one network together, not several networks: start each training by itself "
            "(--fold 1, --seed 1 ...), or leave torchrun out."))


def _sentence(error: BaseException) -> str:
    """Say to the other processes why this one ends."""
    if isinstance(error, KeyboardInterrupt | JobCancelledError):
        return translate("cli", "Stopped.")
    if isinstance(error, CNNStudioError):
        return str(error)
    if isinstance(error, MemoryError):
        return translate("cli", "There is not enough memory for this. Try a smaller image size or batch size.")
    return translate(
        "cli", "Something unexpected went wrong in another process of this training ({name}: {reason}).",
        name=type(error).__name__, reason=error)
