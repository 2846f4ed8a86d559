"""The log as entries, and what of it may go into a bug report."""

import getpass
import platform
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from cnnstudio import __version__

LEVELS = ("INFO", "WARNING", "ERROR")
READ_BYTES = 400_000
"""From the end of the file."""
REPORT_LINES = 200
_HEAD = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3} (DEBUG|INFO|WARNING|ERROR|CRITICAL) ")
_LIBRARIES = ("PySide6-Essentials", "torch", "torchvision", "numpy", "pillow", "opencv-python-headless", "pydantic",
              "safetensors", "pyqtgraph", "onnx")


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One message with all its lines; ``level`` is one of `LEVELS`."""

    level: str
    text: str


def read_log(path: Path, limit: int = READ_BYTES) -> tuple[LogEntry, ...]:
    """Return the newest entries of a log file, the oldest first; none when there is no file.

    Raises
    ------
    OSError
        When it is there and cannot be read.
    """
    if not path.exists():
        return ()
    with path.open("rb") as file:
        size = file.seek(0, 2)
        file.seek(max(0, size - limit))
        text = file.read(limit).decode("utf-8", "replace")
    return tuple(_entries(text.splitlines()))


def _entries(lines: Iterable[str]) -> Iterator[LogEntry]:
    level, kept = "INFO", list[str]()
    for line in lines:
        match = _HEAD.match(line)
        if match is not None:
            if kept:
                yield LogEntry(level, "\n".join(kept))
            level, kept = _level(match[1]), []
        kept.append(line)
    if kept:
        yield LogEntry(level, "\n".join(kept))


def _level(name: str) -> str:
    return {"DEBUG": "INFO", "CRITICAL": "ERROR"}.get(name, name)


def filtered(entries: Iterable[LogEntry], least: str, words: str) -> tuple[LogEntry, ...]:
    """Return the entries of at least this level that hold all the words, in any case of letters."""
    wanted = words.casefold().split()
    return tuple(entry for entry in entries if LEVELS.index(entry.level) >= LEVELS.index(least)
                 and all(word in entry.text.casefold() for word in wanted))


def bug_report(entries: Iterable[LogEntry], device: str) -> str:
    """Return versions, system, device and the last lines, with the user's name and home folder as ``~``."""
    lines = "\n".join(entry.text for entry in entries).splitlines()[-REPORT_LINES:]
    head = [f"CNN Studio {__version__}", f"Python {platform.python_version()}", platform.platform(),
            f"Device: {device}", *(f"{name} {version}" for name, version in _versions())]
    return anonymous("\n".join((*head, "", *lines)) + "\n")


def anonymous(text: str, home: str | None = None, user: str | None = None) -> str:
    """Return ``text`` with the home folder, however its slashes are written, and the user's name as ``~``."""
    home = str(Path.home()) if home is None else home
    user = _user() if user is None else user
    for spelling in {home, home.replace("\\", "/"), home.replace("\\", "\\\\")}:
        if len(spelling) > 1:
            text = re.sub(re.escape(spelling), "~", text, flags=re.IGNORECASE)
    if len(user) > 1:
        text = re.sub(rf"(?<!\w){re.escape(user)}(?!\w)", "~", text, flags=re.IGNORECASE)
    return text


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


def _versions() -> Iterator[tuple[str, str]]:
    for name in _LIBRARIES:
        try:
            yield name, metadata.version(name)
        except metadata.PackageNotFoundError:
            continue
