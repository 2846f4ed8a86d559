"""Which files of a run go into a project file, held open so that a training cannot take them away meanwhile."""

import contextlib
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from cnnstudio import storage
from cnnstudio.errors import ProjectError, RunError
from cnnstudio.os_reasons import os_reason
from cnnstudio.project.contents import PackedRun, Packing, RunToPack
from cnnstudio.runs.kept_epochs import FOLDER as EPOCHS
from cnnstudio.runs.kept_epochs import kept_epochs
from cnnstudio.runs.manifest import Manifest, Member, consistently, copy_of
from cnnstudio.runs.record import RunRecord
from cnnstudio.runs.store import RunFolder
from cnnstudio.wording import translate

_PIECE_BYTES = 1 << 20
_RESULTS = ("record", "graph", "history", "images", "predictions")
_WEIGHTS = (*_RESULTS, "best", "weights", "start")


@dataclass(frozen=True, slots=True)
class RunFile:
    """One file of a run: its place in the run's folder with ``/``, the open file, its bytes and their hash."""

    name: str
    file: BinaryIO
    size: int
    sha256: str | None
    """None for a kept epoch, whose name holds its hash."""

    def pieces(self) -> Iterator[bytes]:
        """Yield the content in pieces of a megabyte; raises RunError when it is not what the run's manifest says."""
        self.file.seek(0)
        found = hashlib.sha256()
        while piece := self.file.read(_PIECE_BYTES):
            found.update(piece)
            yield piece
        if self.sha256 is not None and found.hexdigest() != self.sha256:
            raise RunError(translate("project", "The file {name} of a run is damaged and has no copy that is whole. "
                                     "Take it from a copy of the run.", name=self.name))


@dataclass(frozen=True, slots=True)
class RunFiles:
    """What is packed of one run, while its files are open."""

    record: RunRecord
    manifest: Manifest
    files: tuple[RunFile, ...]

    @property
    def size(self) -> int:
        """Bytes of all members, the run's manifest included."""
        return sum(one.size for one in self.files) + len(self.manifest.to_bytes())

    def packed_run(self, wish: RunToPack, place: int) -> PackedRun:
        """Return what a list shows of it."""
        record, evaluation, best = self.record, self.record.evaluation, self.record.best
        accuracy = evaluation.accuracy if evaluation else best.val_accuracy if best else None
        return PackedRun(wish.path.name, wish.packing, self.size, record.name, record.created, record.status,
                         record.network_name, len(record.history), accuracy, place)


@contextlib.contextmanager
def run_files(wish: RunToPack) -> Iterator[RunFiles]:
    """Open what of a run goes into a project file, until the end of the block.

    Raises
    ------
    RunError
        When the run is damaged or cannot be read.
    """
    with contextlib.ExitStack() as stack:
        record = RunFolder.load(wish.path).record
        manifest, files = consistently(wish.path, lambda whole: _opened(wish.path, whole, wish.packing, stack))
        yield RunFiles(record, manifest, (*files, *_epochs(wish, stack)))


def size_of_run(path: Path, packing: Packing) -> int:
    """Return how many bytes a run adds to a project file; raises RunError when it cannot be read."""
    with run_files(RunToPack(path, packing)) as found:
        return found.size


def _opened(path: Path, whole: Manifest, packing: Packing,
            stack: contextlib.ExitStack) -> tuple[Manifest, list[RunFile]]:
    members = {role: member for role, member in whole.members.items() if _is_wanted(role, packing)}
    by_file = {member.file: member for member in members.values()}
    return Manifest(whole.generation, members), [_open(path, member, stack) for member in by_file.values()]


def _is_wanted(role: str, packing: Packing) -> bool:
    if packing == "everything":
        return not role.startswith("earlier_")
    return role in (_WEIGHTS if packing == "weights" else _RESULTS)


def _open(path: Path, member: Member, stack: contextlib.ExitStack) -> RunFile:
    """Open a file, or its second copy where the file itself is damaged."""
    for candidate in (path / member.file, copy_of(path / member.file)):
        with contextlib.suppress(OSError):
            file = stack.enter_context(candidate.open("rb"))
            if file.seek(0, 2) == member.size and _is_as_said(file, member):
                return RunFile(member.file, file, member.size, member.sha256)
    raise RunError(translate("project", "The run {run} cannot be packed: its file {name} is missing or damaged.",
                             run=path.name, name=member.file))


def _is_as_said(file: BinaryIO, member: Member) -> bool:
    """Compare the hash of small files at once, for those have copies; of large ones while they are packed."""
    file.seek(0)
    return member.file.endswith(".safetensors") or storage.sha256(file.read()) == member.sha256


def _epochs(wish: RunToPack, stack: contextlib.ExitStack) -> Iterator[RunFile]:
    if wish.packing != "everything":
        return
    for kept in kept_epochs(wish.path):
        try:
            file = stack.enter_context(kept.path.open("rb"))
        except OSError as error:
            raise ProjectError(translate("project", "The run {run} cannot be packed: {reason}.", run=wish.path.name,
                                         reason=os_reason(error))) from error
        yield RunFile(f"{EPOCHS}/{kept.path.name}", file, kept.size, None)
