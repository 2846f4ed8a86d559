"""Takes a run out of a project file into the runs of this machine, checked in every part."""

import contextlib
import os
import shutil
import uuid
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from cnnstudio import storage
from cnnstudio.errors import CNNStudioError, JobCancelledError, ProjectError
from cnnstudio.os_reasons import os_reason
from cnnstudio.project.archive import ProjectArchive
from cnnstudio.project.contents import PackedRun
from cnnstudio.project.folder_hint import kind_of
from cnnstudio.project.members import run_prefix
from cnnstudio.project.reading import goes_on, nobody_asks, read_contents
from cnnstudio.project.texts import clean_line, clean_notes
from cnnstudio.project.weights_header import Shapes, read_shapes
from cnnstudio.runs.folder_names import free_name
from cnnstudio.runs.manifest import has_copy, is_whole, read_manifest
from cnnstudio.runs.record import RunRecord
from cnnstudio.runs.store import RunFolder
from cnnstudio.wording import translate

_MAY_DIFFER = ("manifest", "record", "epochs/")
"""Beginnings of files of a run that was unpacked before and then given another name, or looked at."""

WEIGHTS_LIMIT = 1_000_000_000
"""Of a packed run's network, four gigabytes in float32; the largest preset has 138 million."""


def unpack_run(project: Path, run_id: str, runs_directory: Path, *, should_stop: Callable[[], bool] = goes_on,
               progress: Callable[[float], None] = nobody_asks) -> Path:
    """Unpack a run into a new folder of ``runs_directory`` and return it; a run that is there is never overwritten.

    The very same run, unpacked before, is returned as it is. All hashes are compared, names and shapes of the weights
    are compared with the run's network before anything is built, and the folder gets its name at the very end.

    Raises
    ------
    ProjectError
        When the file cannot be read or is damaged, it has no such run, the run does not fit together, or it cannot be
        written; nothing is left behind then.
    JobCancelledError
        When it was stopped.
    """
    with ProjectArchive.open(project) as archive:
        run = _find(read_contents(archive).runs, run_id, archive.name)
        present = _same_run(archive, run, runs_directory)
        if present is not None:
            return present
        unfinished = runs_directory / f".new-{uuid.uuid4().hex}"
        try:
            _write(archive, run, unfinished, should_stop, progress)
            _check(unfinished, archive.name)
            return _named(unfinished, runs_directory, run)
        except OSError as error:
            raise ProjectError(translate("project", "The run {run} cannot be unpacked into {folder}: {reason}.",
                                         run=run_id, folder=runs_directory, reason=os_reason(error))) from error
        finally:
            shutil.rmtree(unfinished, ignore_errors=True)


def _find(runs: Iterable[PackedRun], run_id: str, name: str) -> PackedRun:
    for run in runs:
        if run.run_id == run_id:
            return run
    raise ProjectError(translate("project", "There is no run {run} in {name}.", run=clean_line(run_id), name=name))


def _same_run(archive: ProjectArchive, run: PackedRun, directory: Path) -> Path | None:
    """Return the folder of the run's name when it holds all the files that are packed, or more."""
    folder = directory / run.run_id
    prefix = run_prefix(run.place)
    said = {member.removeprefix(prefix): archive.manifest.parts[member] for member in archive.names
            if member.startswith(prefix) and not member.startswith(tuple(prefix + name for name in _MAY_DIFFER))}
    with contextlib.suppress(CNNStudioError):
        present = {member.file: member for member in read_manifest(folder).members.values()}
        if all((one := present.get(name)) and one.sha256 == part.sha256 and is_whole(folder, one)
               for name, part in said.items()):
            return folder
    return None


def _write(archive: ProjectArchive, run: PackedRun, folder: Path, should_stop: Callable[[], bool],
           progress: Callable[[float], None]) -> None:
    prefix, done = run_prefix(run.place), 0
    folder.mkdir(parents=True)
    for member in archive.names:
        if not member.startswith(prefix):
            continue
        if member.endswith(".json"):
            archive.read_json(member)                     # bounded before anybody else parses it
        target = folder / member.removeprefix(prefix)     # its form is one of `members.KINDS`
        target.parent.mkdir(exist_ok=True)
        with target.open("xb") as file:
            for piece in archive.pieces(member):
                if should_stop():
                    raise JobCancelledError(translate("project", "Unpacking was stopped. Nothing was changed."))
                file.write(piece)
                done += len(piece)
                progress(min(1.0, done / max(1, run.size)))
            file.flush()
            os.fsync(file.fileno())


def _check(folder: Path, name: str) -> None:
    """Hold a run's files against each other, and make its texts harmless."""
    try:
        manifest = read_manifest(folder)
        for member in {one.file: one for one in manifest.members.values()}.values():
            if has_copy(member):
                copy = (folder / member.file).with_suffix(f".copy{Path(member.file).suffix}")
                shutil.copyfile(folder / member.file, copy)
        run = RunFolder.load(folder)
        run.load_images()
        shapes = _expected(run.record.graph)
        for role in ("best", "weights", "module"):
            if role in manifest.members:
                _check_weights(folder / manifest.members[role].file, shapes)
        _clean(run)
    except (CNNStudioError, UnicodeError) as error:
        raise ProjectError(translate("project", "A run in {name} cannot be used: {reason}", name=name,
                                     reason=clean_line(str(error).replace(str(folder), "…"))[:400])) from error


def _clean(run: RunFolder) -> None:
    """Take control and direction characters out of a stranger's texts, and places that nobody may look at."""
    record = run.record
    odd = [name for name in record.class_names if clean_line(name) != name]
    if odd:
        raise ProjectError(translate("project", "the name of a class has characters that cannot be shown."))
    cleaned = record.model_copy(update={
        **{field: clean_line(getattr(record, field)) for field in ("name", "network_name", "device", "precision")},
        **{field: clean_notes(getattr(record, field)) for field in ("notes", "message", "precision_reason")},
        "tags": tuple(map(clean_line, record.tags)), "notices": tuple(map(clean_notes, record.notices)),
        "folder": record.folder if kind_of(record.folder) in ("local", "foreign") else "",
        "versions": {clean_line(key): clean_line(text) for key, text in record.versions.items()}})
    if cleaned != record:
        _save(run, cleaned)


def _save(run: RunFolder, cleaned: RunRecord) -> None:
    run.annotate(name=cleaned.name, notes=cleaned.notes, tags=cleaned.tags)
    run.finish(cleaned)


def _expected(graph: Mapping[str, Any]) -> Shapes:
    """Return names and shapes of a network's weights; they are worked out without any memory for them."""
    from cnnstudio.network.costs import node_costs, total
    from cnnstudio.network.document import from_document
    from cnnstudio.network.shapes import analyse

    network = from_document(graph)
    analysis = analyse(network)
    if not analysis.is_trainable:
        raise ProjectError(analysis.errors[0].message)
    weights = total(node_costs(network, analysis)).weights
    if weights > WEIGHTS_LIMIT:
        raise ProjectError(translate("project", "its network has {weights:,} weights; {limit:,} are the most.",
                                     weights=weights, limit=WEIGHTS_LIMIT))
    import torch

    from cnnstudio.torch_network.builder import build

    with torch.device("meta"):
        return {name: tuple(tensor.shape) for name, tensor in build(network).state_dict().items()}


def _check_weights(path: Path, expected: Shapes) -> None:
    """Compare the header of a file of weights with the network; the values themselves are not read."""
    found = read_shapes(path)
    wrong = [name for name in sorted(expected.keys() | found.keys()) if expected.get(name) != found.get(name)]
    if wrong:
        raise ProjectError(translate("project", "its weights {name} do not fit its network.",
                                     name=clean_line(wrong[0])))


def _named(unfinished: Path, directory: Path, run: PackedRun) -> Path:
    """Give the folder its name; a kill before this leaves only a hidden folder that is no run."""
    name = free_name(run.run_id, lambda candidate: (directory / candidate).exists())
    unfinished.rename(directory / name)
    storage.sync_folder(directory)
    return directory / name
