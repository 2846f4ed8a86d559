"""The user's own networks to start from: saved under a name, listed, opened and taken away."""

import re
from dataclasses import dataclass
from pathlib import Path

from cnnstudio import paths
from cnnstudio.errors import NetworkError
from cnnstudio.network import document
from cnnstudio.network.graph import NetworkGraph
from cnnstudio.network.names import clean_name, quoted
from cnnstudio.os_reasons import os_reason
from cnnstudio.wording import translate

_UNSAFE = re.compile(r"""[<>:"/\\|?*%]""")
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
_NAME_LIMIT = 60
_SUFFIX = ".json"


@dataclass(frozen=True, slots=True)
class OwnNetwork:
    """A network the user saved to start from.

    Attributes
    ----------
    name : unique, not regarding upper and lower case
    path : its file
    """

    name: str
    path: Path


def own_networks() -> tuple[OwnNetwork, ...]:
    """Return what is saved, by name; files that were put there by hand count as well."""
    folder = _folder()
    try:
        files = [path for path in folder.iterdir() if path.suffix == _SUFFIX and path.is_file()]
    except OSError:
        return ()
    return tuple(sorted((OwnNetwork(path.stem, path) for path in files), key=lambda own: own.name.casefold()))


def find_own(name: str) -> OwnNetwork | None:
    """Return one by name, not regarding upper and lower case."""
    return next((own for own in own_networks() if own.name.casefold() == name.casefold()), None)


def save_own(name: str, graph: NetworkGraph, *, replace: bool = False) -> OwnNetwork:
    """Save a network to start from; it is written whole or not at all.

    Raises
    ------
    NetworkError
        When the name cannot be one, or is taken and ``replace`` is not set.
    StorageError
        When it cannot be written.
    """
    checked = check_own_name(name)
    present = find_own(checked)
    if present is not None and not replace:
        raise NetworkError(translate(
            "network", "There is already a network {present}. Choose another name or replace it.",
            present=quoted(present.name)))
    path = present.path if present is not None else _folder() / f"{checked}{_SUFFIX}"
    document.save(path, graph)
    return OwnNetwork(path.stem, path)


def delete_own(name: str) -> None:
    """Delete a saved network.

    Raises
    ------
    NetworkError
        When there is none of that name, or it cannot be deleted.
    """
    own = find_own(name)
    if own is None:
        raise NetworkError(translate("network", "There is no network {name} of yours.", name=quoted(name)))
    try:
        own.path.unlink()
    except OSError as error:
        raise NetworkError(translate(
            "network", "{path} cannot be deleted: {reason}.", path=own.path, reason=os_reason(error))) from error


def check_own_name(name: str) -> str:
    """Return a name in its normal form; what no file system would take is refused.

    Raises
    ------
    NetworkError
        Saying what is wrong with it.
    """
    cleaned = clean_name(name).strip(". ")
    found = _UNSAFE.search(cleaned)
    if found:
        raise NetworkError(translate("network", "A network's name cannot have {group} in it.", group=found.group()))
    if not cleaned or _RESERVED.fullmatch(cleaned):
        raise NetworkError(translate(
            "network", "{name} cannot be a network's name: choose another.", name=quoted(name)))
    if len(cleaned) > _NAME_LIMIT:
        raise NetworkError(translate(
            "network", "A network's name has at most {limit} characters, and this one has {count}.", limit=_NAME_LIMIT,
            count=len(cleaned)))
    return cleaned


def _folder() -> Path:
    return paths.networks_dir()
