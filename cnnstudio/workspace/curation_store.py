"""Remembers what the user decided about the images of each folder, beside the program's own data."""

import contextlib
import hashlib
import os
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from cnnstudio import paths, storage
from cnnstudio.data.config import SplitConfig
from cnnstudio.data.curation.decisions import Curation
from cnnstudio.data.curation.document import from_document, to_json
from cnnstudio.data.folder.image_folder import ImageFolder
from cnnstudio.errors import ImageFolderError, StorageError
from cnnstudio.os_reasons import os_reason
from cnnstudio.wording import translate
from cnnstudio.workspace.arrangement import Arrangement, arrange
from cnnstudio.workspace.curation_saver import CurationSaver

_saver = CurationSaver()


@dataclass(frozen=True, slots=True)
class StoredCuration:
    """What is remembered about a folder."""

    curation: Curation
    problem: str = ""
    """Why earlier decisions are not there, in a sentence for the user; empty when all is well."""


def curation_file(root: Path) -> Path:
    """Return where the decisions about the folder ``root`` are kept."""
    place = _place(root)
    name = hashlib.blake2b(place.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
    return paths.decisions_dir() / f"{name}.json"


def _place(root: Path | str) -> str:
    """Return one spelling of a folder's path, whatever ``..`` and, on Windows, letters it was given with."""
    return os.path.normcase(os.path.abspath(root))  # noqa: PTH100 - resolve() would follow links


def load_curation(root: Path) -> Curation:
    """Return what is decided about the folder ``root``; nothing, when nothing can be read (see `load_stored`)."""
    return load_stored(root).curation


def load_stored(root: Path) -> StoredCuration:
    """Return what is decided about the folder ``root``; decisions still being saved are waited for.

    A damaged file, or one from a newer version of the program, is renamed and never lost; the problem says so.
    """
    _saver.finish()
    path = curation_file(root)
    if not path.exists():
        return StoredCuration(Curation())
    try:
        return StoredCuration(_read(path, root))
    except StorageError as error:
        if isinstance(error.__cause__, OSError):
            return StoredCuration(Curation(), translate(
                "workspace", "What you decided about the images of {root} is not in force. {reason}", root=root,
                reason=error))
        return StoredCuration(Curation(), _set_aside(path, root, str(error)))


def _read(path: Path, root: Path) -> Curation:
    curation, folder = from_document(storage.read_json(path), str(path))
    if _place(folder) != _place(root):
        raise StorageError(translate(
            "workspace", "{path} is about another folder: {folder}.", path=path, folder=folder))
    return curation


def _set_aside(path: Path, root: Path, reason: str) -> str:
    """Rename a file that cannot be used and return the sentence for the user."""
    beginning = translate(
        "workspace", "What you decided about the images of {root} is not in force, so all images are as they were "
        "found.", root=root)
    try:
        kept = _free_name(path)
        path.rename(kept)
    except OSError as error:
        return translate(
            "workspace", "{beginning} {reason} The file is still there, but the next change will overwrite it: "
            "{error_reason}.", beginning=beginning, reason=reason, error_reason=os_reason(error))
    return translate(
        "workspace", "{beginning} {reason} The file is kept as {kept}.", beginning=beginning, reason=reason,
        kept=kept.name)


def arrange_stored(scanned: ImageFolder, curation: Curation, split_config: SplitConfig) -> tuple[Arrangement, str]:
    """Arrange a folder as was decided before; where that is no longer possible, as it was found.

    Return a sentence for the user too: why the decisions are not in force, empty when they are. The file with the
    decisions is then kept under another name. A pattern of names that fits no file of this folder is left out.

    Raises
    ------
    ImageFolderError
        When the images cannot be divided whatever was decided.
    """
    plain = split_config.model_copy(update={"group_pattern": ""})
    try:
        return arrange(scanned, curation, split_config), ""
    except ImageFolderError as error:
        reason = str(error)
    with contextlib.suppress(ImageFolderError):
        return arrange(scanned, curation, plain), reason
    if curation.is_empty:
        raise ImageFolderError(reason)
    arranged = arrange(scanned, Curation(class_names=curation.class_names), plain)
    return arranged, _set_aside(curation_file(scanned.root), scanned.root, reason)


def _free_name(path: Path) -> Path:
    candidates = (path.with_name(f"{path.name}{number}.damaged") for number in ("", *(f".{i}" for i in range(2, 1000))))
    return next(candidate for candidate in candidates if not candidate.exists())


def save_curation(root: Path, curation: Curation) -> None:
    """Remember what is decided about the folder ``root``, whole or not at all.

    Raises
    ------
    StorageError
        When it cannot be written; what was remembered before stays.
    """
    _write(curation_file(root), to_json(curation, str(Path(root).absolute())))


def _write(path: Path, pieces: Iterable[str]) -> None:
    with storage.atomic_file(path) as file:
        for piece in pieces:
            file.write(piece.encode("ascii"))


def save_curation_later(root: Path, curation: Curation) -> None:
    """Do what `save_curation` does, in the background; `saving_problem` says whether it failed."""
    _saver.save_later((root, "decisions"), lambda: save_curation(root, curation))


def remember_classes_later(root: Path, class_names: tuple[str, ...]) -> None:
    """Add classes to the project's list of the folder ``root``, in the background; decisions stay as they are."""
    _saver.save_later((root, "classes"), lambda: _remember_classes(root, class_names))


def _remember_classes(root: Path, class_names: tuple[str, ...]) -> None:
    path = curation_file(root)
    stored = _read(path, root) if path.exists() else Curation()
    names = tuple(dict.fromkeys((*stored.class_names, *class_names)))
    if names != stored.class_names:
        save_curation(root, replace(stored, class_names=names))


def finish_saving() -> None:
    """Return when everything is on disk, or could not be written."""
    _saver.finish()


def saving_problem() -> str:
    """Return why the newest decisions could not be saved, in a sentence; empty when all is well."""
    return _saver.problem


def replace_curation(root: Path, curation: Curation) -> Path | None:
    """Remember ``curation`` in place of what was decided before; return where that is kept, None when it was nothing.

    Raises
    ------
    StorageError
        When it cannot be written.
    """
    before = load_stored(root).curation
    kept = curation_file(root).with_name(f"{curation_file(root).name}.bak")
    if not before.is_empty:
        _write(kept, to_json(before, str(Path(root).absolute())))
    names = tuple(dict.fromkeys((*before.class_names, *curation.class_names)))
    save_curation(root, replace(curation, class_names=names))
    return None if before.is_empty else kept
