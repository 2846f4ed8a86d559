"""The image folders that come with the program, unpacked into the user's own data folder when they are wanted."""

import contextlib
import shutil
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Literal

from cnnstudio import paths
from cnnstudio.errors import StorageError
from cnnstudio.os_reasons import os_reason
from cnnstudio.wording import translate

MEMBER_LIMIT = 10_000
MEMBER_LIMIT_BYTES = 20_000_000
TOTAL_LIMIT_BYTES = 200_000_000


Version = Literal["stamped", "mended"]


@dataclass(frozen=True, slots=True)
class SampleInfo:
    """A sample image folder: a row of `SAMPLES`."""

    name: str
    title: str
    description: str
    zip_name: str
    licence: str
    version: Version | None = None
    """Of `shortcut_sample`: the folder is made from the archive's photographs instead of unpacked as it is."""
    is_offered: bool = True
    """Whether the welcome page has a card for it."""


_LICENCE_OF_COPY = "Public domain, CC0, CC BY and CC BY-SA; authors and changes are in CREDITS.csv"

SAMPLES: tuple[SampleInfo, ...] = (
    SampleInfo("digits", "Digits", "2,000 handwritten digits, ten classes, 28 × 28 grey. Learned in half a minute.",
               "digits.zip", "MNIST by Y. LeCun and C. Cortes, CC BY-SA 3.0"),
    SampleInfo("photos", "Photos", "104 photographs of animals, buildings and tools. So few that a network overfits.",
               "photos.zip", "Public domain, CC0, CC BY and CC BY-SA; each picture's author is in CREDITS.csv"),
    SampleInfo("shortcut", "Photos with a hidden shortcut",
               "Something in these photographs gives a class away. Train, be pleased, then find out: a guided tour.",
               "photos.zip", _LICENCE_OF_COPY, "stamped"),
    SampleInfo("shortcut-mended", "Photos with a hidden shortcut, mended",
               "The same photographs in the same splits without what gave the class away.",
               "photos.zip", _LICENCE_OF_COPY, "mended", is_offered=False),
)
OFFERED: tuple[SampleInfo, ...] = tuple(info for info in SAMPLES if info.is_offered)
"""Those with a card on the welcome page."""


def sample(name: str) -> SampleInfo:
    """Return a sample by its name.

    Raises
    ------
    StorageError
        Naming those there are.
    """
    for info in SAMPLES:
        if info.name == name:
            return info
    raise StorageError(translate(
        "data", "There is no sample {name!r}; there are {samples}.", name=name,
        samples=', '.join(info.name for info in SAMPLES)))


def sample_of(root: Path) -> str:
    """Return the name of the sample that lies unpacked in ``root``; empty when it is another folder."""
    is_ours = root.parent == paths.user_data_dir() / "samples" and any(info.name == root.name for info in SAMPLES)
    return root.name if is_ours else ""


def unpack(name: str, directory: Path | None = None) -> Path:
    """Return the folder of a sample, unpacked if it is not there yet; what lies there complete is not touched.

    Parameters
    ----------
    directory : where samples lie, in a folder each; by default ``samples`` in the user's data folder

    Raises
    ------
    StorageError
        When there is no such sample, its archive is missing or damaged, or it cannot be written.
    """
    info = sample(name)
    archive = paths.resource(f"samples/{info.zip_name}")
    target = (directory if directory is not None else paths.user_data_dir() / "samples") / name
    try:
        with zipfile.ZipFile(archive) as pack:
            wanted = _wanted(info, _members(pack, archive))
            missing = [one for one in wanted if not one.is_there(target)]
            if missing:
                _unpack(pack, missing, target)
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError) as error:
        raise StorageError(translate(
            "data", "The sample archive {archive} is damaged: {reason}. Install the program again.", archive=archive,
            reason=error)) from error
    except OSError as error:
        raise StorageError(translate(
            "data", "The sample {name} cannot be unpacked into {target}: {reason}.", name=name, target=target,
            reason=os_reason(error))) from error
    return target


def _members(pack: zipfile.ZipFile, archive: Path) -> list[zipfile.ZipInfo]:
    """Return the archive's files after a look at names and sizes."""
    members = [member for member in pack.infolist() if not member.is_dir()]
    if len(members) > MEMBER_LIMIT or sum(member.file_size for member in members) > TOTAL_LIMIT_BYTES:
        raise StorageError(translate(
            "data", "The sample archive {archive} is larger than a sample may be.", archive=archive))
    for member in members:
        name = PurePosixPath(member.filename)
        if name.is_absolute() or ".." in name.parts or "\\" in member.filename or ":" in member.filename:
            raise StorageError(translate(
                "data", "The sample archive {archive} has a file with a forbidden name: {filename!r}.", archive=archive,
                filename=member.filename))
    return members


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A file of a sample: where it goes, what it is made of, and how; as it is without ``make``."""

    place: str
    member: zipfile.ZipInfo
    make: Callable[[bytes], bytes] | None = None

    def is_there(self, target: Path) -> bool:
        """Whether the file lies in ``target`` complete; one that is made has no size known beforehand."""
        try:
            size = (target / self.place).stat().st_size
        except OSError:
            return False
        return size == self.member.file_size if self.make is None else size > 0

    def read(self, pack: zipfile.ZipFile) -> bytes:
        """Return the file's content."""
        data = _read(pack, self.member)
        return data if self.make is None else self.make(data)


def _wanted(info: SampleInfo, members: list[zipfile.ZipInfo]) -> list[_Wanted]:
    """Return a sample's files."""
    if info.version is None:
        return [_Wanted(member.filename, member) for member in members]
    from cnnstudio.data import shortcut_sample  # numpy and Pillow, which the first window does not wait for

    names = [member.filename for member in members]
    where = shortcut_sample.places(names)
    return [_made(info.version, member, where, names) for member in members]


def _made(version: Version, member: zipfile.ZipInfo, where: Mapping[str, str], names: list[str]) -> _Wanted:
    from cnnstudio.data import shortcut_sample

    name = member.filename
    if name == shortcut_sample.CREDITS:
        return _Wanted(name, member, partial(shortcut_sample.credits_of_copy, version=version))
    with_stamp = version == "stamped" and shortcut_sample.has_stamp(name, names)
    return _Wanted(where[name], member, partial(shortcut_sample.square, name=name, with_stamp=with_stamp))


def _unpack(pack: zipfile.ZipFile, members: list[_Wanted], target: Path) -> None:
    """Write all beside the target and then put it in place at once, or, where there is some, file by file."""
    target.parent.mkdir(parents=True, exist_ok=True)
    temporary = Path(tempfile.mkdtemp(prefix=f".{target.name}.", suffix=".part", dir=target.parent))
    try:
        for member in members:
            _write(temporary / member.place, member.read(pack))
        with contextlib.suppress(OSError):
            temporary.chmod(0o755)
        if not _rename(temporary, target):
            for member in members:
                _replace(temporary / member.place, target / member.place)
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


def _read(pack: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    """Read one file whole, counting its bytes: the archive's own figures are not believed."""
    with pack.open(member) as file:
        data = file.read(MEMBER_LIMIT_BYTES + 1)
    if len(data) > MEMBER_LIMIT_BYTES:
        raise StorageError(translate(
            "data", "The file {filename} of a sample archive is larger than a sample's file may be.",
            filename=member.filename))
    return data


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def _rename(source: Path, target: Path) -> bool:
    """Put a whole folder in place; False when something is there already, perhaps from another program just now."""
    if target.exists():
        return False
    try:
        source.rename(target)
    except OSError:
        if target.exists():
            return False
        raise
    return True


def _replace(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    source.replace(target)
