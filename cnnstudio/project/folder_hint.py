"""Where a project's images may be: told from the text alone, without a look at any disk or network."""

import os
import re
import sys
from pathlib import Path, PurePath
from typing import Literal

from cnnstudio.project.contents import FolderHint

HintKind = Literal["none", "relative", "local", "network", "device", "foreign"]
"""``"relative"`` to the project file, below or beside it; ``"local"``: an absolute path of this system; ``"network"``
or ``"device"``: looking there could send a password or wait for ever; ``"foreign"``: a path of another system."""

_DRIVE = re.compile(r"[A-Za-z]:[\\/]")
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?:[.:].*)?", re.IGNORECASE)
_UP_LIMIT = 3
"""So many folders up a relative hint may go."""


def hint_to(folder: Path, project: Path, *, fingerprint: str = "", images: int = 0) -> FolderHint:
    """Return the hint to an image folder from a project file."""
    try:
        relative = PurePath(os.path.relpath(folder, project.parent)).as_posix()
    except ValueError:  # another drive
        relative = ""
    if relative.split("/").count("..") > _UP_LIMIT:
        relative = ""
    return FolderHint(relative, str(folder.absolute()), fingerprint, images)


def kind_of(text: str) -> HintKind:
    """Return what kind of place a text names, by its letters alone."""
    parts = [part for part in re.split(r"[\\/]", text) if part]
    if not parts or "\0" in text:
        return "none"
    if re.match(r"[\\/]{2}", text) or "://" in text:
        return "device" if parts[0] in (".", "?") else "network"
    if any(_DEVICE.fullmatch(part.rstrip(" ")) for part in parts) or text.startswith(("/dev/", "/proc/", "/sys/")):
        return "device"
    if _DRIVE.match(text):
        return "local" if sys.platform == "win32" else "foreign"
    if text.startswith(("/", "\\")):
        return "foreign" if sys.platform == "win32" or text.startswith("\\") else "local"
    if ":" in parts[0] or parts.count("..") > _UP_LIMIT or ("\\" in text and sys.platform != "win32"):
        return "foreign"
    return "relative"


def places(hint: FolderHint, project: Path) -> tuple[Path, ...]:
    """Return where the images may be, the likeliest first: only places that may be looked at without asking.

    For a file that this user saved (`origin.is_ours`) look there; for any other ask first. Network and device paths and
    those of another system are never among them: let the user locate the folder.
    """
    found = []
    if kind_of(hint.relative) == "relative":
        found.append(Path(os.path.normpath(project.absolute().parent / hint.relative)))
    if kind_of(hint.absolute) == "local":
        found.append(Path(hint.absolute))
    return tuple(dict.fromkeys(path for path in found if kind_of(str(path)) == "local"))
