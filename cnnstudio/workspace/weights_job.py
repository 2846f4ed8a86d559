"""Downloads published weights when the user asks for it, checks them, and takes files that were fetched by hand."""

import hashlib
import select
import shutil
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path
from typing import Any

from cnnstudio import storage
from cnnstudio.data.thread_pool import stop_if_asked
from cnnstudio.errors import DownloadError, InputError, StorageError
from cnnstudio.network.published_weights import PUBLISHED_WEIGHTS, PublishedWeights
from cnnstudio.os_reasons import os_reason
from cnnstudio.wording import translate
from cnnstudio.workspace.full_disk import is_full_disk
from cnnstudio.workspace.jobs import Progress, ShouldStop

MEGABYTE = 1_048_576
STALL_S = 15.0
"""A server that sends nothing for so long has stopped answering."""
_CHUNK_BYTES = 65_536
_LOOK_S = 0.1
_BY_HAND = "A file that was fetched on another computer can be added with 'cnnstudio weights add FILE'."


@dataclass(frozen=True, slots=True)
class WeightsReady:
    """The weights are on this computer and checked; the result of the jobs here."""

    info: PublishedWeights


class DownloadWeightsJob:
    """Download one file of weights: `Progress` in megabytes ..., `WeightsReady`.

    It is written under a temporary name and takes its own only when its hash is the published one. Proxies are those
    of the environment.

    Raises
    ------
    DownloadError, StorageError
        From `run`: no connection, refused, no such file, cut off, other bytes than those published, no room.
    JobCancelledError
        From `run`, when stopped; nothing is left behind.
    """

    def __init__(self, info: PublishedWeights) -> None:
        self.info = info

    @property
    def title(self) -> str:
        """What the status line says."""
        return translate(
            "workspace", "Downloading {title}'s weights ({megabytes:.1f} MB)", title=self.info.title,
            megabytes=self.info.megabytes)

    def run(self, should_stop: ShouldStop) -> Iterator[object]:
        """Download and yield the events."""
        yield Progress(0, round(self.info.megabytes), "MB")
        _check_room(self.info)
        with _opened(self.info) as response, storage.atomic_file(self.info.path) as file:
            yield from _copied(self.info, response, file, should_stop)
        yield WeightsReady(self.info)


def _check_room(info: PublishedWeights) -> None:
    """Refuse at once what cannot fit."""
    folder = info.path.parent
    while not folder.is_dir() and folder != folder.parent:
        folder = folder.parent
    try:
        free = shutil.disk_usage(folder).free
    except OSError:
        return
    if free < info.megabytes * MEGABYTE:
        raise StorageError(translate(
            "workspace", "{title}'s weights take {megabytes:.1f} MB, and only {free:,.1f} MB are free in {folder}. "
            "Make room and download them again.", title=info.title, megabytes=info.megabytes, free=free / MEGABYTE,
            folder=folder))


def _opened(info: PublishedWeights) -> Any:
    """Return the server's answer, its headers read."""
    request = urllib.request.Request(info.url, headers={"User-Agent": "cnnstudio"})  # noqa: S310 - from our own table
    try:
        return urllib.request.build_opener().open(request, timeout=STALL_S)  # the proxies of now, not of the start
    except urllib.error.HTTPError as error:
        error.close()
        raise DownloadError(_status_sentence(info, error.code)) from error
    except (OSError, HTTPException) as error:  # URLError is an OSError
        raise DownloadError(_connection_sentence(info, error)) from error


def _status_sentence(info: PublishedWeights, status: int) -> str:
    if status in (404, 410):
        return translate(
            "workspace", "{url} is not there any more (the server says {status}). {by_hand}", url=info.url,
            status=status, by_hand=translate("workspace", _BY_HAND))
    return translate(
        "workspace", "{host} does not hand out {file_name} (it says {status}). Try again later. {by_hand}",
        host=_host(info), file_name=info.file_name, status=status, by_hand=translate("workspace", _BY_HAND))


def _connection_sentence(info: PublishedWeights, error: Exception) -> str:
    reason = getattr(error, "reason", error)
    if isinstance(reason, ConnectionRefusedError):
        return translate(
            "workspace", "{host} refuses the connection. Try again later. {by_hand}", host=_host(info),
            by_hand=translate("workspace", _BY_HAND))
    if isinstance(reason, TimeoutError):
        return translate(
            "workspace", "{host} does not answer. Is this computer connected to the internet? {by_hand}",
            host=_host(info), by_hand=translate("workspace", _BY_HAND))
    words = os_reason(reason) or type(reason).__name__
    return translate(
        "workspace", "{host} cannot be reached ({words}). Is this computer connected to the internet? {by_hand}",
        host=_host(info), words=words, by_hand=translate("workspace", _BY_HAND))


def _host(info: PublishedWeights) -> str:
    return info.url.split("/")[2]


def _copied(info: PublishedWeights, response: Any, file: Any, should_stop: ShouldStop) -> Iterator[Progress]:
    """Copy all bytes and compare their hash; raises inside the block that writes, so that nothing is kept then."""
    total = int(response.headers.get("Content-Length") or 0)
    most = (2 * info.megabytes + 1) * MEGABYTE
    digest, done, shown = hashlib.sha256(), 0, 0
    for chunk in _chunks(info, response, total, should_stop):
        done += len(chunk)
        if done > most:
            raise DownloadError(translate(
                "workspace", "{host} sends more than {title}'s weights: {done:,.1f} MB so far. Nothing was kept.",
                host=_host(info), title=info.title, done=done / MEGABYTE))
        digest.update(chunk)
        _write(info, file, chunk)
        if done // MEGABYTE > shown:
            shown = done // MEGABYTE
            yield Progress(shown, max(shown, round(total / MEGABYTE) or round(info.megabytes)), "MB")
    if total and done < total:
        raise DownloadError(translate(
            "workspace", "The download of {title}'s weights was cut off after {done:,.1f} of {total:,.1f} MB. Nothing "
            "was kept; start it again.", title=info.title, done=done / MEGABYTE, total=total / MEGABYTE))
    if not digest.hexdigest().startswith(info.hash_start):
        raise DownloadError(translate(
            "workspace", "What came from {host} is not {title}'s weights: its SHA-256 begins with {hexdigest} in "
            "place of {hash_start}. Nothing was kept; start it again, and if that does not help, look what stands "
            "between here and the server.", host=_host(info), title=info.title, hexdigest=digest.hexdigest()[:8],
            hash_start=info.hash_start[:8]))


def _write(info: PublishedWeights, file: Any, chunk: bytes) -> None:
    try:
        file.write(chunk)
    except OSError as error:
        if is_full_disk(error):
            raise StorageError(translate(
                "workspace", "The disk became full while {title}'s weights were written in {parent}. Nothing was "
                "kept. Make room and download them again.", title=info.title, parent=info.path.parent)) from error
        raise


def _chunks(info: PublishedWeights, response: Any, total: int, should_stop: ShouldStop) -> Iterator[bytes]:
    """Yield what arrives; a server that is slow does not keep the user from stopping."""
    is_first = True
    while True:
        stop_if_asked(should_stop)
        if total and not is_first:
            _wait(response, should_stop)
        try:
            chunk = response.read1(_CHUNK_BYTES)
        except (OSError, HTTPException) as error:
            raise DownloadError(translate(
                "workspace", "The download of {title}'s weights broke off ({reason}). Nothing was kept; start it "
                "again.", title=info.title, reason=os_reason(error))) from error
        if not chunk:
            return
        yield chunk
        is_first = False


def _wait(response: Any, should_stop: ShouldStop) -> None:
    """Wait until bytes are there, the server has hung up or has been silent too long; all that, reading will say."""
    deadline = time.monotonic() + STALL_S
    with suppress(ValueError, OSError):  # hung up
        while time.monotonic() < deadline and not select.select([response.fileno()], [], [], _LOOK_S)[0]:
            stop_if_asked(should_stop)


def added_weights(file: Path) -> PublishedWeights:
    """Take a file that was fetched by hand to where downloads are kept; which one it is tells its hash.

    Raises
    ------
    InputError
        When it is none of the files the program knows.
    StorageError
        When it cannot be read or copied.
    """
    largest = max(info.megabytes for info in PUBLISHED_WEIGHTS.values())
    data = storage.read_bytes(file, limit=int((largest + 1) * MEGABYTE))
    found = storage.sha256(data)
    for info in PUBLISHED_WEIGHTS.values():
        if found.startswith(info.hash_start):
            storage.write_bytes(info.path, data)
            return info
    raise InputError(translate(
        "workspace", "{file} is none of the files of weights the program knows: its SHA-256 begins with {found}. "
        "'cnnstudio weights list' names them with their addresses.", file=file, found=found[:8]))


def remove_weights(info: PublishedWeights) -> bool:
    """Remove a downloaded file; return whether there was one; `StorageError` when it cannot be removed."""
    try:
        info.path.unlink()
    except FileNotFoundError:
        return False
    except OSError as error:
        raise StorageError(translate(
            "workspace", "Cannot remove {path}: {reason}.", path=info.path, reason=os_reason(error))) from error
    return True
