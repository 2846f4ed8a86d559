"""The image folders that come with the program, unpacked into the user's own data folder when they are wanted."""

import contextlib
import shutil
import tempfile
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from cnnstudio import paths
from cnnstudio.errors import StorageError

MEMBER_LIMIT = 10_000
MEMBER_LIMIT_BYTES = 20_000_000
TOTAL_LIMIT_BYTES = 200_000_000


@dataclass(frozen=True, slots=True)
class SampleInfo:
    """A sample image folder: a row of `SAMPLES`."""

    name: str
    title: str
    description: str
    zip_name: str
    licence: str


SAMPLES: tuple[SampleInfo, ...] = (
    SampleInfo("digits", "Digits", "2,000 handwritten digits, ten classes, 28 × 28 grey. Learned in half a minute.",
               "digits.zip", "MNIST by Y. LeCun and C. Cortes, CC BY-SA 3.0"),
    SampleInfo("photos", "Photos", "104 photographs of animals, buildings and tools. So few that a network overfits.",
               "photos.zip", "Public domain, CC0, CC BY and CC BY-SA; each picture's author is in CREDITS.csv"),
)


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
    raise StorageError(f"There is no sample {name!r}; there are {', '.join(info.name for info in SAMPLES)}.")


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
            missing = [member for member in _members(pack, archive) if not _is_there(target, member)]
            if missing:
                _unpack(pack, missing, target)
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError) as error:
        raise StorageError(f"The sample archive {archive} is damaged: {error}. Install the program again.") from error
    except OSError as error:
        raise StorageError(f"The sample {name} cannot be unpacked into {target}: {error.strerror or error}.") from error
    return target


def _members(pack: zipfile.ZipFile, archive: Path) -> list[zipfile.ZipInfo]:
    """Return the archive's files after a look at names and sizes."""
    members = [member for member in pack.infolist() if not member.is_dir()]
    if len(members) > MEMBER_LIMIT or sum(member.file_size for member in members) > TOTAL_LIMIT_BYTES:
        raise StorageError(f"The sample archive {archive} is larger than a sample may be.")
    for member in members:
        name = PurePosixPath(member.filename)
        if name.is_absolute() or ".." in name.parts or "\\" in member.filename or ":" in member.filename:
            raise StorageError(f"The sample archive {archive} has a file with a forbidden name: {member.filename!r}.")
    return members


def _is_there(target: Path, member: zipfile.ZipInfo) -> bool:
    try:
        return (target / member.filename).stat().st_size == member.file_size
    except OSError:
        return False


def _unpack(pack: zipfile.ZipFile, members: list[zipfile.ZipInfo], target: Path) -> None:
    """Write all beside the target and then put it in place at once, or, where there is some, file by file."""
    target.parent.mkdir(parents=True, exist_ok=True)
    temporary = Path(tempfile.mkdtemp(prefix=f".{target.name}.", suffix=".part", dir=target.parent))
    try:
        for member in members:
            _write(temporary / member.filename, _read(pack, member))
        with contextlib.suppress(OSError):
            temporary.chmod(0o755)
        if not _rename(temporary, target):
            for member in members:
                _replace(temporary / member.filename, target / member.filename)
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


def _read(pack: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    """Read one file whole, counting its bytes: the archive's own figures are not believed."""
    with pack.open(member) as file:
        data = file.read(MEMBER_LIMIT_BYTES + 1)
    if len(data) > MEMBER_LIMIT_BYTES:
        raise StorageError(f"The file {member.filename} of a sample archive is larger than a sample's file may be.")
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
