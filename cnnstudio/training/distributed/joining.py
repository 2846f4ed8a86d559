"""Joins the processes that torchrun started, from what it left in the environment."""

import contextlib
import os
from collections.abc import Callable, Iterator, Mapping
from datetime import timedelta
from typing import TYPE_CHECKING

from cnnstudio.errors import InputError, ToldElsewhereError
from cnnstudio.training.distributed.processes import ALONE, Processes
from cnnstudio.wording import translate

if TYPE_CHECKING:
    from cnnstudio.training.distributed.together import Together

DEFAULT_TIMEOUT_S = 1800
"""So long a process waits for another one that is silent; one that was killed is noticed at once."""
_NEEDED = ("RANK", "WORLD_SIZE", "MASTER_ADDR", "MASTER_PORT")


@contextlib.contextmanager
def joined(timeout_s: int, sentence: Callable[[BaseException], str],
           environment: Mapping[str, str] = os.environ) -> Iterator[Processes]:
    """Have the processes that were started together; the process alone where none were.

    When the block raises, the others are told the reason and end with it, too.

    Parameters
    ----------
    timeout_s : how long to wait for a process that is silent
    sentence : says an error to the user

    Raises
    ------
    InputError
        When the others cannot be found.
    ToldElsewhereError
        In place of an error that another process was the first to tell.
    """
    if not are_several(environment):
        yield ALONE
        return
    together = _join(timeout_s, environment)
    try:
        yield together
    except BaseException as error:
        if not together.tell_end(error, sentence(error)):
            raise ToldElsewhereError(str(error)) from error
        raise
    finally:
        together.leave()


def are_several(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether this process was started as one of several."""
    count = environment.get("WORLD_SIZE", "1")
    return all(name in environment for name in _NEEDED) and count.isdecimal() and int(count) > 1


def _join(timeout_s: int, environment: Mapping[str, str]) -> "Together":
    import torch.distributed as dist
    from torch.distributed.rendezvous import rendezvous

    from cnnstudio.training.distributed.together import Together

    timeout = timedelta(seconds=timeout_s)
    try:
        store, rank, count = next(rendezvous("env://", timeout=timeout))
        dist.init_process_group(backend(), store=store, rank=rank, world_size=count, timeout=timeout)
    except (RuntimeError, ValueError, OSError) as error:
        place = f"{environment['MASTER_ADDR']}:{environment['MASTER_PORT']}"
        raise InputError(translate(
            "training", "The {environment} processes did not find each other at {place} within {timeout_s} s "
            "({partition}). Start all of them with torchrun, and look whether a firewall is between the machines.",
            environment=environment['WORLD_SIZE'], place=place, timeout_s=timeout_s,
            partition=str(error).partition(chr(10))[0])) from error
    return Together(store, rank, count, local_rank=int(environment.get("LOCAL_RANK", rank)),
                    local_count=int(environment.get("LOCAL_WORLD_SIZE", count)))


def backend() -> str:
    """Return how the processes talk: gloo for values in the memory, NCCL for those on NVIDIA GPUs where there are."""
    import torch
    import torch.distributed as dist

    has_cards = torch.cuda.is_available() and dist.is_nccl_available()
    return "cpu:gloo,cuda:nccl" if has_cards else "gloo"
