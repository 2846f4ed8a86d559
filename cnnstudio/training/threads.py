"""How many CPU threads torch uses and how long they spin; importing this does not import torch."""

import contextlib
import os
import sys
from collections.abc import Iterator

from cnnstudio.training.cores import physical_cores

SPIN_COUNT = 10_000


def set_spin_count() -> bool:
    """Make idle OpenMP threads give up a busy core soon; call it before torch is imported.

    Two torch threads beside another busy program are slower than one, because the GNU OpenMP runtime spins while
    it waits. A value the user has set (``GOMP_SPINCOUNT`` or ``OMP_WAIT_POLICY``) is left alone.

    Returns
    -------
    bool
        Whether the setting can still take effect, that is, torch is not imported yet.
    """
    if "OMP_WAIT_POLICY" not in os.environ:
        os.environ.setdefault("GOMP_SPINCOUNT", str(SPIN_COUNT))
    return "torch" not in sys.modules


def apply_threads(count: int) -> int:
    """Let torch compute with ``count`` CPU threads in this thread; 0 takes the physical cores.

    Returns
    -------
    int
        The number in use now.
    """
    import torch

    torch.set_num_threads(count or physical_cores())
    return torch.get_num_threads()


@contextlib.contextmanager
def threads_used(count: int) -> Iterator[int]:
    """Use ``count`` CPU threads (0: the physical cores) inside the block and the earlier number after it."""
    import torch

    before = torch.get_num_threads()
    try:
        yield apply_threads(count)
    finally:
        torch.set_num_threads(before)
