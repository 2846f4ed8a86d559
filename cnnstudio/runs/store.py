"""Run folders on disk: created, saved after every epoch, and read, each time whole or not at all."""

import json
import shutil
import threading
import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from cnnstudio import storage
from cnnstudio.errors import RunError, StorageError
from cnnstudio.os_reasons import os_reason
from cnnstudio.runs.checkpoint import (
    STATE,
    Checkpoint,
    Weights,
    has_checkpoint,
    plan,
    read_checkpoint,
    read_weights,
    rotated,
    without_earlier,
)
from cnnstudio.runs.folder_names import folder_name, free_name
from cnnstudio.runs.images import RunImages, images_to_bytes, read_images
from cnnstudio.runs.manifest import (
    MANIFEST_NAME,
    HashingFile,
    Manifest,
    Member,
    consistently,
    is_manifest_whole,
    is_whole,
    read_json_member,
    read_manifest,
    read_member,
    remove_unnamed,
    write_member,
)
from cnnstudio.runs.predictions import RunPredictions, predictions_to_bytes, read_predictions
from cnnstudio.runs.record import RunRecord, from_documents, to_documents
from cnnstudio.runs.summaries import RunSummary, list_runs
from cnnstudio.wording import translate

if TYPE_CHECKING:
    from torch import Tensor

    from cnnstudio.torch_network.builder import GraphNetwork

__all__ = ["RunFolder", "RunSummary", "Which", "list_runs"]

Which = Literal["best", "last"]
_Writers = dict[str, Callable[[HashingFile], None]]
_SAVING = threading.RLock()
_ANNOTATIONS = ("name", "notes", "tags", "starred")


class RunFolder:
    """One run: its folder and the record last read or saved.

    A save writes new files beside the old ones, then the manifest, then removes the old ones. A process killed at
    any instant leaves the run as it was before the save or after it.

    Attributes
    ----------
    path : the folder
    record : what is known of the training
    """

    def __init__(self, path: Path, record: RunRecord) -> None:
        self.path, self.record = path, record

    @classmethod
    def create(cls, directory: Path, record: RunRecord, images: RunImages | None = None,
               start: Weights | None = None) -> "RunFolder":
        """Make the folder of a new run in ``directory``, named after its time and network.

        Parameters
        ----------
        images : what it is trained, validated and tested on, to be known for good
        start : what some of its layers start with, to be known for good

        Raises
        ------
        StorageError
            When nothing can be written there; the message names the folder and the reason.
        """
        try:
            directory.mkdir(parents=True, exist_ok=True)
            unfinished = directory / f".new-{uuid.uuid4().hex}"
            unfinished.mkdir()
        except OSError as error:
            raise StorageError(translate(
                "runs", "Cannot create a run in {directory}: {reason}. Choose a folder you may write to.",
                directory=directory, reason=os_reason(error))) from error
        try:
            return cls._create(directory, unfinished, record, images, start)
        except OSError as error:
            raise StorageError(translate(
                "runs", "Cannot create a run in {directory}: {reason}.", directory=directory,
                reason=os_reason(error))) from error
        finally:
            shutil.rmtree(unfinished, ignore_errors=True)

    @classmethod
    def _create(cls, directory: Path, unfinished: Path, record: RunRecord, images: RunImages | None,
                start: Weights | None) -> "RunFolder":
        """Fill the ``unfinished`` folder and give it its name at the very end."""
        writers: _Writers = {}
        if images is not None:
            record = record.model_copy(update={"images_key": images.key})
            writers = {"images": _bytes_writer(images_to_bytes(images))}
        if start is not None:
            writers["start"] = partial(_write_weights, start)
        wanted = folder_name(record.created, record.network_name)
        with _SAVING:
            name = free_name(wanted, lambda candidate: (directory / candidate).exists())
            named = record if record.name else record.model_copy(update={"name": name})
            _save(unfinished, Manifest(), writers | _json_writers(unfinished, named, Manifest()), {})
            unfinished.rename(directory / name)
            storage.sync_folder(directory)
        return cls(directory / name, named)

    @classmethod
    def load(cls, path: Path) -> "RunFolder":
        """Read a run and check its record, graph and history; weights are checked when they are loaded.

        Where one of these files is damaged its second copy stands in for it, and a notice of the record says so; the
        next save writes both anew.

        Raises
        ------
        RunError
            Naming the file that is missing, damaged, or written by a newer version of the program.
        """
        return cls(path, consistently(path, lambda manifest: _read_record(path, manifest)))

    def save_checkpoint(self, record: RunRecord, state: Mapping[str, Any], *, last: Weights | None = None,
                        best: Weights | None = None) -> None:
        """Save the record, all a training needs to go on, and the results of epochs; the checkpoint before is kept.

        The user's name, notes and star are kept as they are on disk; `annotate` changes them.

        Parameters
        ----------
        state : ``Trainer.state()``: any nesting of tensors and numbers, the network's weights under ``"module"``
        last, best : weights that the newest and the best epoch ended with; None keeps those saved before

        Raises
        ------
        StorageError
            When it cannot be written; what was saved before stays.
        RunError
            When a weight is not a finite number, or the run has been removed or damaged.
        """
        wanted = plan(state, last, best, lambda document: _bytes_writer(_json_bytes(document)))
        self._save(record, dict(wanted.writers), wanted.shared)

    def finish(self, record: RunRecord) -> None:
        """Save the record of a run that has ended, whatever its status. Raises as `save_checkpoint`.

        Of a training that came to its end only the newest checkpoint is kept.
        """
        self._save(record, {}, {}, has_ended=record.status in ("finished", "early_stopped"))

    def annotate(self, *, name: str | None = None, notes: str | None = None, starred: bool | None = None,
                 tags: Sequence[str] | None = None) -> None:
        """Change what the user says about the run; what is None stays. Raises as `save_checkpoint`."""
        given = {"name": name, "notes": notes, "starred": starred, "tags": None if tags is None else tuple(tags)}
        with _SAVING:
            current = RunFolder.load(self.path).record
            changes = {key: value for key, value in given.items() if value is not None}
            old = read_manifest(self.path)
            _save(self.path, old, _json_writers(self.path, current.model_copy(update=changes), old), {})
        self.record = self.record.model_copy(update=changes)

    @property
    def has_weights(self) -> bool:
        """Whether an epoch has ended, so that weights were saved."""
        return bool(self.record.history)

    def load_images(self) -> RunImages | None:
        """Return the images the run was trained on; None in runs of earlier versions, which do not know them.

        Raises
        ------
        RunError
            Naming the file that is missing or damaged.
        """
        def read(manifest: Manifest) -> RunImages | None:
            if "images" not in manifest.members:
                return None
            document = read_json_member(self.path, manifest, "images")
            return read_images(document, str(self.path / manifest.members["images"].file))

        return consistently(self.path, read)

    def save_predictions(self, predictions: RunPredictions) -> None:
        """Keep what the best weights answered on the validation images; the record stays. Raises as `finish`.

        So many that they would fill the disk (`RunPredictions.is_kept`) are not kept.
        """
        if predictions.is_kept:
            with _SAVING:
                data = predictions_to_bytes(predictions)
                _save(self.path, read_manifest(self.path), {"predictions": _bytes_writer(data)}, {})

    def load_predictions(self) -> RunPredictions | None:
        """Return the best weights' answers on the validation images; None in runs that have not kept them.

        Raises
        ------
        RunError
            Naming the file that is missing or damaged.
        """
        def read(manifest: Manifest) -> RunPredictions | None:
            member = manifest.members.get("predictions")
            if member is None:
                return None
            data = read_member(self.path, member)
            return read_predictions(data, str(self.path / member.file), len(self.record.class_names))

        return consistently(self.path, read)

    def load_module(self, which: Which = "best") -> "GraphNetwork":
        """Return the trained network in evaluation mode, on the CPU.

        Parameters
        ----------
        which : the weights of the epoch with the lowest validation loss, or of the last epoch

        Raises
        ------
        RunError
            When there are no weights yet, or the file is missing, damaged or does not fit the network.
        """
        from cnnstudio.runs.weights import build_with_weights

        role = "best" if which == "best" else "weights"
        tensors, name = consistently(self.path, lambda manifest: read_weights(self.path, manifest, role))
        return build_with_weights(self.record.graph, tensors, name)

    def load_weights(self, which: Which = "best") -> "tuple[dict[str, Tensor], str]":
        """Return trained weights by name, and the SHA-256 of their file. Raises as `load_module`."""
        role = "best" if which == "best" else "weights"

        def read(manifest: Manifest) -> "tuple[dict[str, Tensor], str]":
            return read_weights(self.path, manifest, role)[0], manifest.members[role].sha256

        return consistently(self.path, read)

    def load_start(self) -> "dict[str, Tensor]":
        """Return what some layers started with, by name; nothing in a run that did not start from another one.

        Raises
        ------
        RunError
            Naming the file that is missing or damaged.
        """
        def read(manifest: Manifest) -> "dict[str, Tensor]":
            return read_weights(self.path, manifest, "start")[0] if "start" in manifest.members else {}

        return consistently(self.path, read)

    @property
    def has_checkpoint(self) -> bool:
        """Whether something was saved from which the training can go on; raises RunError as `load`."""
        return has_checkpoint(read_manifest(self.path))

    def load_checkpoint(self) -> Checkpoint:
        """Return what `save_checkpoint` saved last, or the time before when that is damaged (it says so).

        Raises
        ------
        RunError
            When there is none, or none that is whole, naming the damaged file.
        """
        return consistently(self.path, lambda manifest: read_checkpoint(self.path, manifest))

    def _save(self, record: RunRecord, writers: _Writers, shared: Mapping[str, str], *,
              has_ended: bool = False) -> None:
        with _SAVING:
            kept = _annotations(self.path, self.record)
            merged = record.model_copy(update=kept)
            old = read_manifest(self.path)
            if has_ended:
                old = replace(old, members=without_earlier(old.members))
            _save(self.path, old, writers | _json_writers(self.path, merged, old), shared)
        self.record = merged


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _annotations(path: Path, fallback: RunRecord) -> dict[str, Any]:
    """Return what the user says as it is on disk, where another part of the program may have changed it."""
    try:
        saved = consistently(path, lambda manifest: read_json_member(path, manifest, "record"))
        return {name: _frozen(saved[name]) for name in _ANNOTATIONS if name in saved}  # tags came later
    except (RunError, KeyError, TypeError):
        read_manifest(path)  # a record that is damaged is replaced by this save, a run that is gone is not
        return {name: getattr(fallback, name) for name in _ANNOTATIONS}


def _save(path: Path, old: Manifest, writers: _Writers, shared: Mapping[str, str]) -> None:
    """Write new members, then the manifest, then remove what it no longer names.

    Parameters
    ----------
    writers : role -> what writes its file
    shared : role -> the role whose new file serves it too
    """
    generation = old.generation + 1
    try:
        written = {role: write_member(path, role, generation, write) for role, write in writers.items()}
        aliases = {role: written[source] for role, source in shared.items()}
        earlier = rotated(old.members) if STATE in written else {}
        storage.sync_folder(path)
        Manifest(generation, {**old.members, **earlier, **written, **aliases}).save(path)
    finally:
        remove_unnamed(path)


def _json_writers(path: Path, record: RunRecord, old: Manifest) -> _Writers:
    """Return what writes those of the record's documents that differ from what is on disk."""
    texts = {role: _json_bytes(document) for role, document in to_documents(record).items()}
    return {role: _bytes_writer(data) for role, data in texts.items()
            if not _is_saved(path, old.members.get(role), data)}


def _json_bytes(document: Any) -> bytes:
    """Return strict JSON; of a list, such as a history of 10,000 epochs, one line an item, which is much faster."""
    if not isinstance(document, list):
        return storage.dump_json(document).encode()
    lines = (json.dumps(item, ensure_ascii=False, allow_nan=False) for item in document)
    return ("[" + ",\n".join(lines) + "]\n").encode()


def _is_saved(path: Path, member: Member | None, data: bytes) -> bool:
    return (member is not None and member.size == len(data) and member.sha256 == storage.sha256(data)
            and is_whole(path, member))


def _write_weights(weights: Weights, file: HashingFile) -> None:
    from cnnstudio.runs.tensor_file import write_tensors

    write_tensors(file, weights)


def _bytes_writer(data: bytes) -> Callable[[HashingFile], None]:
    def write(file: HashingFile) -> None:
        file.write(data)

    return write


def _read_record(path: Path, manifest: Manifest) -> RunRecord:
    damaged = [] if is_manifest_whole(path) else [MANIFEST_NAME]
    documents = {role: read_json_member(path, manifest, role, damaged) for role in ("record", "graph", "history")}
    if damaged and read_manifest(path).generation != manifest.generation:
        raise RunError(translate(
            "runs", "{path} was saved while it was read.", path=path))  # then files go missing without being damaged
    record = from_documents(documents, str(path / manifest.members["record"].file))
    return record.with_notice(_stand_in(damaged)) if damaged else record


def _stand_in(damaged: Sequence[str]) -> str:
    if len(damaged) > 1:
        return translate(
            "runs", "{files} of this run were damaged or missing; the second copies kept beside it gave everything "
            "back. Check the disk.", files=translate("runs", " and ").join(damaged))
    return translate(
        "runs", "{file} of this run was damaged or missing; the second copy kept beside it gave everything back. "
        "Check the disk.", file=damaged[0])
