"""Scan a folder of images: its layout, its classes, the files that are used, and every other with a reason."""

import errno
import hashlib
from collections import Counter
from collections.abc import Callable, Container, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from functools import cached_property, partial
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from cnnstudio.data.decoding.decode import decode
from cnnstudio.data.folder.collector import held_back
from cnnstudio.data.folder.measures import ImageMeasures, measure
from cnnstudio.data.folder.near_duplicates import near_duplicate_groups
from cnnstudio.data.folder.scan_words import expected, number, what_was_found
from cnnstudio.data.folder.traits import traited, traits_of
from cnnstudio.data.listing import layouts
from cnnstudio.data.listing.natural_order import natural_key
from cnnstudio.data.listing.reading import Candidate
from cnnstudio.data.listing.scan_options import ScanOptions
from cnnstudio.data.listing.walk import SYSTEM_FILE, FirstCallback, FolderWalk, SetAside
from cnnstudio.data.thread_pool import ProgressCallback, ProgressReport, in_order, never_stop, stop_if_asked
from cnnstudio.errors import ImageError, ImageFolderError
from cnnstudio.os_reasons import os_reason
from cnnstudio.wording import translate

_SPLIT_ORDER = {None: 0, "train": 0, "validation": 1, "test": 2}
CHECK_SIZE = (128, 128)
"""Height and width in pixels that a picture is decoded to at least when it is checked."""
_LOOK_UP_EVERY = 256

CHECK_VERSION = 4
"""Raised when decoding or checking changes what is found, so that older memories of folders do not count."""

EXPECTED_DRAWING = """
    pets/                        pets/
    ├── cat/                     ├── train/
    │   ├── 1.jpg                │   ├── cat/
    │   └── 2.jpg        or      │   └── dog/
    └── dog/                     └── test/
        └── 3.jpg                    ├── cat/
                                     └── dog/

    pets/                        pets/
    ├── cat_001.jpg      or      ├── labels.csv     path,label
    ├── cat_002.jpg              ├── 1.jpg          1.jpg,cat
    └── dog_001.jpg              └── 2.jpg          2.jpg,dog
"""
"""The layouts that are understood, for a terminal."""


class UnusableFolderError(ImageFolderError):
    """A folder has no images in classes, or only one class; ``drawing`` shows for a terminal what is expected."""

    drawing = EXPECTED_DRAWING


@dataclass(frozen=True, slots=True)
class ImageFile:
    """One image that is used.

    Attributes
    ----------
    path : where it is
    relative : the same below the folder's root, with ``/``, for showing
    class_index : place in `ImageFolder.class_names`
    split : ``"train"``, ``"validation"``, ``"test"``, or None where the folder does not say
    digest : blake2b of the decoded pixels (JPEGs at reduced size); empty when the scan did not decode
    notes : what decoding did to it
    size, modified_ns : bytes and time of the last change when it was scanned; 0 when not known
    height, width : of the upright picture in pixels; 0 when it was not decoded
    measures : how bright, sharp and colourful it is; None when it was not decoded
    group : files with the same group show nearly the same picture and belong into one split; empty: none like it
    readable_part : the end of the file is missing, and the user wants the part that can be read
    row : place in the scan (``ImageFolder.scanned``), which curation does not change; the pixel cache counts by it
    is_split_decided : the split is the user's own decision, not the folder's
    """

    path: Path
    relative: str
    class_index: int
    split: str | None
    digest: str = ""
    notes: tuple[str, ...] = ()
    size: int = 0
    modified_ns: int = 0
    height: int = 0
    width: int = 0
    measures: ImageMeasures | None = None
    group: str = ""
    readable_part: bool = False
    row: int = -1
    is_split_decided: bool = False


@dataclass(frozen=True, slots=True)
class RefusedImage(SetAside):
    """A file that has a class and looks like an image, but cannot be decoded."""

    file: ImageFile


@dataclass(frozen=True)
class ImageFolder:
    """What a scan found, perhaps changed by a curation; nothing here changes when the disk does.

    Attributes
    ----------
    scanned : the folder as the scan found it, when this one was made from it by `decisions.curate`; else None
    is_checked : whether every file was decoded, so that damaged ones are known
    """

    root: Path
    layout: str
    class_names: tuple[str, ...]
    files: tuple[ImageFile, ...]
    ignored: tuple[SetAside, ...]
    refused: tuple[SetAside, ...]
    scanned: "ImageFolder | None" = None
    is_checked: bool = True

    @property
    def origin(self) -> "ImageFolder":
        """The folder as the scan found it: `scanned`, or this one."""
        return self.scanned if self.scanned is not None else self

    @property
    def found(self) -> int:
        """How many files were met: used, ignored and refused together."""
        return self.used + len(self.ignored) + len(self.refused)

    @cached_property
    def system_count(self) -> int:
        """How many of the ignored files belong to the operating system or a tool."""
        return sum(one.reason == SYSTEM_FILE for one in self.ignored)

    @property
    def used(self) -> int:
        """How many images are used."""
        return len(self.files)

    @property
    def class_counts(self) -> dict[str, int]:
        """Images of each class, in the order of the class indices."""
        return self._count(self.files)

    def counts(self, split: str | None) -> dict[str, int]:
        """Images of each class in one given split (None: those the folder puts in no split)."""
        return self._count([file for file in self.files if file.split == split])

    @cached_property
    def fingerprint(self) -> str:
        """32 hexadecimal digits that change with any file's name, size or pixels.

        Of files that were not decoded, the time of the last change stands for the pixels.
        """
        digest = hashlib.blake2b(digest_size=16)
        for file in self.files:
            content = file.digest or f"{file.modified_ns}"
            digest.update(f"{file.relative}\0{file.size}\0{content}\n".encode())
        return digest.hexdigest()

    def _count(self, files: Sequence[ImageFile]) -> dict[str, int]:
        counts = Counter(file.class_index for file in files)
        return {name: counts[index] for index, name in enumerate(self.class_names)}


def scan(
    root: Path, options: ScanOptions = ScanOptions(), *, should_stop: Callable[[], bool] = never_stop,  # noqa: B008
    on_progress: ProgressCallback | None = None, check: bool = True,
) -> ImageFolder:
    """List the images below ``root`` and, unless ``check`` is false, decode each: `list_images`, `check_images`."""
    folder = list_images(root, options, should_stop=should_stop, on_progress=on_progress)
    return check_images(folder, options, should_stop=should_stop, on_progress=on_progress) if check else folder


def list_images(
    root: Path, options: ScanOptions = ScanOptions(), *, should_stop: Callable[[], bool] = never_stop,  # noqa: B008
    on_progress: ProgressCallback | None = None, on_first: FirstCallback | None = None,
) -> ImageFolder:
    """Find the images below ``root`` and their classes by their names alone. Nothing in the folder is ever written.

    Parameters
    ----------
    root : the folder; see `ScanOptions.layout` for what it may hold
    should_stop : asked often; true ends the work within 200 ms
    on_progress : called with (files met, 0)
    on_first : called once with the first images met and how many files were met by then, so that there is something
        to look at while a large folder is listed; not called for a small folder

    Raises
    ------
    ImageFolderError
        No such folder, a file, no permission, no images, or one class (`UnusableFolderError`): each with what was found
        and the way out.
    LayoutUnclearError
        When the folder can be read in several ways and ``options`` do not say which.
    JobCancelledError
        ``should_stop`` said so.
    """
    root = Path(root).absolute()
    _check_root(root)
    with held_back():
        return _listed(root, options, should_stop, on_progress, on_first)


def _listed(root: Path, options: ScanOptions, should_stop: Callable[[], bool], on_progress: ProgressCallback | None,
            on_first: FirstCallback | None) -> ImageFolder:
    tree = FolderWalk(should_stop, ProgressReport(on_progress), options.follow_links, on_first).walk(root)
    if tree.problem:
        raise ImageFolderError(translate(
            "data", "The folder {root} cannot be opened: {problem}.", root=root, problem=tree.problem))
    reading = layouts.read(tree, options, should_stop)
    names = _class_names({one.class_name for one in reading.candidates}, options.known_classes)
    folder = ImageFolder(root, reading.layout, names, tuple(_files(reading.candidates, names)), tuple(reading.ignored),
                         tuple(reading.refused), is_checked=False)
    _refuse_unusable(folder)
    return folder


class Memory(Protocol):
    """What an earlier check of a folder found; see `folder.memory`."""

    def recall(self, file: ImageFile) -> ImageFile | SetAside | None:
        """Return what the check found of a file, None where it has to be decoded."""

    def groups(self, files: Sequence[ImageFile]) -> dict[int, str] | None:
        """Return the groups of pictures that are alike, None where ``files`` are not the pictures of then."""


def check_images(
    folder: ImageFolder, options: ScanOptions = ScanOptions(), *,  # noqa: B008
    memory: Memory | None = None, should_stop: Callable[[], bool] = never_stop,
    on_progress: ProgressCallback | None = None, on_compared: ProgressCallback | None = None,
) -> ImageFolder:
    """Decode every listed file, so that damaged ones are known now and pictures that are alike are found.

    Parameters
    ----------
    folder : from `list_images`
    memory : of an earlier check
    on_progress : called with (done, total) files
    on_compared : called with (done, total) pictures that are compared with all others; ``on_progress`` unless given

    Raises
    ------
    ImageFolderError
        When fewer than two classes have usable images.
    JobCancelledError
        Within 200 ms after ``should_stop`` said so.
    """
    wanted = [replace(file, readable_part=True) if file.relative in options.readable_parts else file
              for file in folder.files]
    known = _recall_all(wanted, memory, should_stop)
    files, refused = _check_all(wanted, known, should_stop, on_progress)
    names = _class_names((folder.class_names[file.class_index] for file in files), options.known_classes)
    number = {name: place for place, name in enumerate(names)}
    index = [number.get(name, -1) for name in folder.class_names]
    groups = memory.groups(files) if memory is not None else None
    if groups is None:
        groups = near_duplicate_groups(files, should_stop=should_stop, on_progress=on_compared or on_progress)
    with held_back():
        files = [_placed(file, index[file.class_index], groups.get(row, ""), row) for row, file in enumerate(files)]
    checked = replace(folder, class_names=names, files=tuple(files), refused=(*folder.refused, *refused),
                      is_checked=True)
    _refuse_unusable(checked)
    return checked


def _placed(file: ImageFile, class_index: int, group: str, row: int) -> ImageFile:
    if (file.class_index, file.group, file.row) == (class_index, group, row):
        return file
    return replace(file, class_index=class_index, group=group, row=row)


def _check_root(root: Path) -> None:
    try:
        if not root.exists():
            raise ImageFolderError(translate(
                "data", "There is no folder {root}. Check the spelling, or whether the drive is connected.", root=root))
        if not root.is_dir():
            raise ImageFolderError(translate(
                "data", "{root} is a file, not a folder. Choose the folder that holds the images; an archive must be "
                "unpacked first.", root=root))
        next(root.iterdir(), None)
    except (OSError, ValueError) as error:
        raise ImageFolderError(_no_access(root, error)) from error


def _no_access(root: Path, error: Exception) -> str:
    if isinstance(error, OSError) and error.errno in {errno.EACCES, errno.EPERM}:
        return translate(
            "data", "No permission to open the folder {root}. Change its permissions, or copy the images elsewhere.",
            root=root)
    return translate("data", "The folder {root} cannot be opened: {reason}.", root=root, reason=os_reason(error))


_Checked = ImageFile | SetAside


def _recall_all(
    files: Sequence[ImageFile], memory: Memory | None, should_stop: Callable[[], bool],
) -> list[_Checked | None]:
    if memory is None:
        return [None] * len(files)
    known: list[_Checked | None] = []
    with held_back():
        for row, file in enumerate(files):
            if row % _LOOK_UP_EVERY == 0:
                stop_if_asked(should_stop)
            known.append(memory.recall(file))
    return known


def _check_all(
    files: Sequence[ImageFile], known: Sequence[_Checked | None], should_stop: Callable[[], bool],
    on_progress: ProgressCallback | None,
) -> tuple[list[ImageFile], list[SetAside]]:
    """Decode every file that is not known, in threads; return those that can be used, and the others with reasons."""
    kept: list[ImageFile] = []
    refused: list[SetAside] = []
    new = [file for file, result in zip(files, known, strict=True) if result is None]
    names, classes = [file.relative for file in files], [file.class_index for file in files]
    check = partial(_check, traited=traited(names, classes) if new else ())
    with closing(in_order(check, new, should_stop=should_stop, on_progress=on_progress)) as results:
        found = iter(list(results))
    for earlier in known:
        result = earlier if earlier is not None else next(found)
        if isinstance(result, SetAside):
            refused.append(result)
        else:
            kept.append(result)
    return kept, refused


def _check(file: ImageFile, traited: Container[str]) -> _Checked:
    """Return the file with what decoding says of it, or the reason why it cannot be used."""
    try:
        image = decode(file.path, at_least=CHECK_SIZE, readable_part=file.readable_part)
    except ImageError as error:
        return RefusedImage(file.path, error.reason, file)
    digest = hashlib.blake2b(repr(image.pixels.shape).encode(), digest_size=16)
    digest.update(image.pixels.data)
    return replace(file, digest=digest.hexdigest(), notes=image.notes, height=image.source_h, width=image.source_w,
                   measures=measured(file, image.pixels, with_traits=file.relative in traited))


def measured(file: ImageFile, pixels: NDArray[np.uint8], *, with_traits: bool) -> ImageMeasures:
    """Return the measures of a file whose pixels, decoded to at least `CHECK_SIZE`, are (H, W, 3) uint8 RGB."""
    measures = measure(pixels)
    return measures._replace(traits=traits_of(file.path, pixels)) if with_traits else measures


def _class_names(used: Iterable[str], known: Sequence[str]) -> tuple[str, ...]:
    """Return the known classes in their order, then the union over all splits, by name.

    It is the same list whichever folders are missing somewhere.
    """
    return (*known, *sorted(set(used).difference(known), key=natural_key))


def _files(candidates: Sequence[Candidate], names: Sequence[str]) -> list[ImageFile]:
    """Return the files by class and split; `ImageFile.row` counts them."""
    index = {name: place for place, name in enumerate(names)}
    ordered = sorted(candidates, key=lambda one: (index[one.class_name], _SPLIT_ORDER[one.split]))
    return [
        ImageFile(one.path, one.relative, index[one.class_name], one.split, size=one.size, modified_ns=one.modified_ns,
                  row=row)
        for row, one in enumerate(ordered)
    ]


def _refuse_unusable(folder: ImageFolder) -> None:
    used = [name for name, count in folder.class_counts.items() if count]
    if len(used) > 1:
        return
    found = what_was_found(folder.found, folder.refused, folder.ignored)
    raise UnusableFolderError(translate(
        "data", "There is only one class in {root}: {name} ({number} used; {found}) A network needs at least two "
        "classes to tell apart. {expected}", root=folder.root, name=used[0], number=number(folder.used), found=found,
        expected=expected()) if folder.files else translate(
        "data", "There are no usable images in class folders in {root}: {found} {expected}", root=folder.root,
        found=found, expected=expected()))
