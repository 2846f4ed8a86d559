"""Weights of single epochs, kept in a run's folder to look back at, each file saying itself whether it is whole."""

import contextlib
import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cnnstudio import storage
from cnnstudio.errors import RunError, StorageError
from cnnstudio.os_reasons import os_reason
from cnnstudio.runs.tensor_file import read_tensors, write_tensors
from cnnstudio.wording import translate

if TYPE_CHECKING:
    from torch import Tensor, nn

    from cnnstudio.runs.store import RunFolder

FOLDER = "epochs"
MOST_BYTES = 200_000_000
"""All kept epochs of one run together."""

_HASH_BYTES = 16
"""Of the BLAKE2b hash in a file's name: three times as fast as SHA-256, which would be a percent of a short epoch."""
_FILE = re.compile(rf"epoch-(\d{{6}})-([0-9a-f]{{{2 * _HASH_BYTES}}})\.safetensors")
_UNFINISHED = re.compile(rf"\.{_FILE.pattern}\..*\.part")


@dataclass(frozen=True, slots=True)
class KeptEpoch:
    """The weights that an epoch ended with.

    Attributes
    ----------
    epoch : from 1; 0 for the weights before the first step
    path : its name holds the hash of its content
    size : in bytes
    """

    epoch: int
    path: Path
    size: int


class _Fingerprint:
    """Takes bytes that are only to be counted and hashed."""

    def __init__(self) -> None:
        self._hash, self.size = hashlib.blake2b(digest_size=_HASH_BYTES), 0

    def write(self, data: bytes | memoryview) -> int:
        self._hash.update(data)
        self.size += memoryview(data).nbytes
        return len(data)

    @property
    def digits(self) -> str:
        return self._hash.hexdigest()


def stride(epochs: int, most: int) -> int:
    """Return the smallest power of two whose multiples from 0 to ``epochs`` are at most ``most`` (at least 2)."""
    step = 1
    while epochs // step + 1 > most:
        step *= 2
    return step


def learned_names(module: "nn.Module") -> frozenset[str]:
    """Return which of a network's tensors may change while it is trained: frozen layers keep theirs bit for bit."""
    learned = {name for name, weight in module.named_parameters() if weight.requires_grad}
    return frozenset(learned | {name for name, _ in module.named_buffers()})


def kept_epochs(run: Path) -> tuple[KeptEpoch, ...]:
    """Return what is kept of a run's epochs, in order; nothing in runs of earlier versions. Never raises."""
    found: dict[int, KeptEpoch] = {}
    with contextlib.suppress(OSError):
        for path in sorted((run / FOLDER).iterdir()):
            match = _FILE.fullmatch(path.name)
            if match is not None:
                found[int(match[1])] = KeptEpoch(int(match[1]), path, path.stat().st_size)
    return tuple(found[epoch] for epoch in sorted(found))


def kept_bytes(run: Path) -> int:
    """Return how much room the kept epochs of a run take."""
    return sum(kept.size for kept in kept_epochs(run))


def keep_epoch(run: Path, epoch: int, tensors: "Mapping[str, Tensor]") -> KeptEpoch:
    """Keep an epoch's weights, whole or not at all, in place of what was kept of this epoch before.

    Parameters
    ----------
    tensors : those of `learned_names`; the others are taken from the run's last weights

    Raises
    ------
    StorageError
        Naming the file and the operating system's reason.
    """
    folder = run / FOLDER
    try:
        folder.mkdir(exist_ok=True)    # not its parents: a run that was removed stays removed
    except OSError as error:
        raise StorageError(translate(
            "runs", "Cannot keep an epoch in {folder}: {reason}.", folder=folder,
            reason=os_reason(error))) from error
    found = _Fingerprint()
    write_tensors(found, tensors)
    path = folder / f"epoch-{epoch:06d}-{found.digits}.safetensors"
    forget_epochs(run, [epoch])
    with storage.atomic_file(path) as file:
        write_tensors(file, tensors)
    return KeptEpoch(epoch, path, found.size)


def forget_epochs(run: Path, epochs: Iterable[int]) -> None:
    """Remove what is kept of these epochs, and halves of files that a kill left."""
    wanted = frozenset(epochs)
    with contextlib.suppress(OSError):
        for path in list((run / FOLDER).iterdir()):
            match = _FILE.fullmatch(path.name)
            if _UNFINISHED.fullmatch(path.name) or (match is not None and int(match[1]) in wanted):
                _remove(path)


def read_epoch(kept: KeptEpoch) -> "dict[str, Tensor]":
    """Return the tensors kept of an epoch.

    Raises
    ------
    RunError
        Naming the file that is missing, cannot be read or is damaged.
    """
    try:
        data = storage.read_bytes(kept.path)
    except StorageError as error:
        raise RunError(translate(
            "runs", "What was kept of epoch {epoch} cannot be read. {reason}", epoch=kept.epoch,
            reason=error)) from error
    found = _Fingerprint()
    found.write(data)
    if f"-{found.digits}." not in kept.path.name:
        raise RunError(translate(
            "runs", "{path} is damaged: its hash differs from that in its name. Epoch {epoch} cannot be looked at; "
            "take the file from a copy of the run, or delete it.", path=kept.path, epoch=kept.epoch))
    return read_tensors(data, str(kept.path))


def load_epoch(run: "RunFolder", kept: KeptEpoch) -> "dict[str, Tensor]":
    """Return all weights of a network after an epoch, what is frozen from the run's last weights.

    Raises
    ------
    RunError
        Naming the file that is missing or damaged.
    """
    return run.load_weights("last")[0] | read_epoch(kept)


def _remove(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.unlink()
