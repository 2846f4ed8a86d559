"""Writes a project file whole or not at all, and reads it back before it takes the old one's place."""

import contextlib
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from cnnstudio import __version__, storage
from cnnstudio.errors import NetworkError, ProjectError, StorageError
from cnnstudio.project.archive import ProjectArchive
from cnnstudio.project.contents import FORMAT_VERSION, PackedRun, ProjectContents, RunToPack
from cnnstudio.project.documents import curation_bytes, graph_bytes, newer_network, project_document, to_bytes
from cnnstudio.project.manifest import NewerProjectError, ProjectManifest
from cnnstudio.project.members import CURATION, GRAPH, KINDS, PROJECT, run_prefix
from cnnstudio.project.png import is_small_png
from cnnstudio.project.reading import goes_on, nobody_asks, read_contents
from cnnstudio.project.run_files import RunFiles, run_files
from cnnstudio.project.strict_json import has_room
from cnnstudio.project.zip_writer import ProjectWriter
from cnnstudio.wording import translate


def write_project(path: Path, contents: ProjectContents, *, runs_to_pack: Sequence[RunToPack] = (),
                  packed_in: Path | None = None, should_stop: Callable[[], bool] = goes_on,
                  progress: Callable[[float], None] = nobody_asks) -> ProjectContents:
    """Save a project; `saving.save_project` is what a window calls, for it keeps a backup first.

    The file is written beside the old one, read back with all hashes, and put in the old one's place with one rename.

    Parameters
    ----------
    contents : its ``runs`` are copied from ``packed_in``; leave out those that are to go
    runs_to_pack : run folders to put into the file, in place of those of the same name there
    packed_in : the project file that ``contents.runs`` are in; ``path`` itself unless given
    should_stop : asked often; a save that was stopped changes nothing
    progress : told the share that is done, 0 to 1

    Returns
    -------
    The contents with the runs that are in the file now.

    Raises
    ------
    ProjectError
        When it cannot be written, something is too large, the network is none, or the present file is of a newer
        version of the program; the old file stays.
    RunError
        When a run to be packed is damaged.
    JobCancelledError
        When it was stopped.
    """
    refuse_newer(path)
    saved = replace(contents, saved=datetime.now(UTC).isoformat(timespec="seconds"), app_version=__version__)
    try:
        with storage.atomic_file(path) as file:
            result = _write(file, saved, runs_to_pack, packed_in or path, should_stop, progress)
            file.flush()
            _read_back(file, path.name)
    except StorageError as error:
        raise ProjectError(str(error)) from error
    except NetworkError as error:
        raise ProjectError(translate("project", "The project cannot be saved: {reason}", reason=error)) from error
    return result


def refuse_newer(path: Path) -> None:
    """Raise NewerProjectError when a newer version of the program saved the present file: it is never overwritten.

    A file that is there and cannot be read is not overwritten either, for nobody knows what it is: ProjectError.
    """
    try:
        with ProjectArchive.open(path) as archive:
            why = newer_network(archive.read_json(GRAPH), archive.name)
    except NewerProjectError:
        raise
    except ProjectError as error:
        if isinstance(error.__cause__, OSError) and not isinstance(error.__cause__, FileNotFoundError):
            raise
        return
    if why:
        left = translate("project", "It is not saved over; save under another name.")
        raise NewerProjectError(f"{why} {left}")


def _write(file: BinaryIO, contents: ProjectContents, wishes: Sequence[RunToPack], packed_in: Path,
           should_stop: Callable[[], bool], progress: Callable[[float], None]) -> ProjectContents:
    with _planned(contents.runs, wishes, packed_in) as plan:
        written = replace(contents, runs=plan.runs)
        whole, done = plan.size + 1, 0

        def moved(count: int) -> None:
            nonlocal done
            done += count
            progress(min(1.0, done / whole))

        writer = ProjectWriter(file, should_stop, moved)
        _write_small(writer, written)
        plan.write(writer)
        writer.finish(ProjectManifest(writer.parts, FORMAT_VERSION, contents.app_version, contents.saved))
    return written


def _write_small(writer: ProjectWriter, contents: ProjectContents) -> None:
    writer.add(PROJECT, to_bytes(project_document(contents)))
    writer.add(GRAPH, graph_bytes(contents))
    writer.add(CURATION, curation_bytes(contents.curation))
    for name, picture in sorted(contents.thumbnails.items()):
        if not is_small_png(picture):
            raise ProjectError(translate("project", "The thumbnail {name} is no PNG of at most 512 pixels.", name=name))
        writer.add(f"thumbs/{name}.png", picture)


@dataclass(frozen=True, slots=True)
class _Plan:
    """Which runs the new file holds, and where each comes from."""

    carried: tuple[tuple[PackedRun, PackedRun], ...]
    """As it was in the old file, and as it is in the new one."""
    packed: tuple[tuple[PackedRun, RunFiles], ...]
    source: ProjectArchive | None

    @property
    def runs(self) -> tuple[PackedRun, ...]:
        return (*(new for _, new in self.carried), *(run for run, _ in self.packed))

    @property
    def size(self) -> int:
        return sum(run.size for run in self.runs)

    def write(self, writer: ProjectWriter) -> None:
        for old, new in self.carried:
            assert self.source is not None  # noqa: S101 - see _planned
            _carry(writer, self.source, old, new)
        for run, found in self.packed:
            _pack(writer, run, found)


@contextlib.contextmanager
def _planned(runs: Sequence[PackedRun], wishes: Sequence[RunToPack], packed_in: Path) -> Iterator[_Plan]:
    """Open everything runs come from; a file must not be open any more when it is replaced."""
    with contextlib.ExitStack() as stack:
        wanted = {wish.path.name.casefold(): wish for wish in wishes}
        carried = [run for run in runs if run.run_id.casefold() not in wanted]
        pairs = tuple((run, replace(run, place=place)) for place, run in enumerate(carried, start=1))
        source = stack.enter_context(ProjectArchive.open(packed_in)) if carried else None
        opened = ((wish, stack.enter_context(run_files(wish))) for wish in wanted.values())
        packed = tuple((found.packed_run(wish, place), found)
                       for place, (wish, found) in enumerate(opened, start=len(carried) + 1))
        yield _Plan(pairs, packed, source)


def _carry(writer: ProjectWriter, source: ProjectArchive, old: PackedRun, new: PackedRun) -> None:
    before = run_prefix(old.place)
    for member in source.names:
        if member.startswith(before):
            target = run_prefix(new.place) + member.removeprefix(before)
            if member.endswith(".json"):
                writer.add(target, source.read(member))
            else:
                writer.add_pieces(target, source.pieces(member), source.manifest.parts[member].size)


def _pack(writer: ProjectWriter, run: PackedRun, found: RunFiles) -> None:
    prefix = run_prefix(run.place)
    writer.add(prefix + "manifest.json", found.manifest.to_bytes())
    for one in found.files:
        if one.name.endswith(".json"):
            writer.add(prefix + one.name, b"".join(one.pieces()))
        else:
            writer.add_pieces(prefix + one.name, one.pieces(), one.size)


def _read_back(file: BinaryIO, name: str) -> None:
    """Open what was just written as a reader would; a disk that lost a byte is found before the old file goes.

    The decisions, of which there may be 100,000, are held against their limits and not read once more.
    """
    with os.fdopen(os.dup(file.fileno()), "rb") as copy:
        archive = ProjectArchive(copy, name)
        read_contents(archive, with_curation=False)
        if not has_room(archive.read(CURATION), KINDS["curation"].items):
            raise ProjectError(translate("project", "There are too many decisions about images for a project file."))
        for member in archive.names:
            archive.check(member)
