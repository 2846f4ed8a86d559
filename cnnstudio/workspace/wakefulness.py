"""Keeps the computer from falling asleep by itself while a network is trained; harmless where that is not possible."""

import contextlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

WHO, WHY = "CNN Studio", "A network is being trained"
SWITCH = "CNNSTUDIO_KEEP_AWAKE"
_CONTINUOUS, _SYSTEM_REQUIRED = 0x80000000, 0x00000001
"""Of ``SetThreadExecutionState``."""
_END_S = 2.0


@dataclass(frozen=True, slots=True)
class Keeper:
    """A program of the operating system that keeps the computer awake for as long as it runs.

    Attributes
    ----------
    platform : as in ``sys.platform``
    command : what is started; ``{pid}`` stands for this process
    desktop : the desktop it belongs to, as in ``XDG_CURRENT_DESKTOP``; empty for any
    """

    platform: str
    command: tuple[str, ...]
    desktop: str = ""


KEEPERS: tuple[Keeper, ...] = (
    Keeper("darwin", ("caffeinate", "-i", "-w", "{pid}")),
    Keeper("linux", ("gnome-session-inhibit", "--inhibit", "suspend", "--app-id", "cnnstudio", "--reason", WHY, "cat"),
           desktop="GNOME"),
    Keeper("linux", ("systemd-inhibit", "--what=idle", f"--who={WHO}", f"--why={WHY}", "--mode=block", "cat")),
)
"""The first one that is there is taken. ``cat`` ends with its input, and so with this process, however that dies."""


class Wakefulness:
    """Keeps the computer awake between `hold` and `release`; the display may still go dark, and a lid may be shut.

    Parameters
    ----------
    platform, environment : of this computer
    start : starts a program with a pipe to its input
    which : finds a program
    set_state : Windows' ``SetThreadExecutionState``; belongs to the thread that calls it
    """

    def __init__(self, platform: str = sys.platform, environment: Mapping[str, str] | None = None,
                 start: Callable[[Sequence[str]], Any] | None = None,
                 which: Callable[[str], str | None] = shutil.which,
                 set_state: Callable[[int], object] | None = None) -> None:
        self._platform = platform
        self._environment = os.environ if environment is None else environment
        self._start, self._which = start or _start, which
        self._set_state = set_state or _set_execution_state
        self._process: Any = None
        self.is_held = False

    def hold(self) -> None:
        """Keep the computer awake from now on; does nothing where ``CNNSTUDIO_KEEP_AWAKE`` is 0."""
        if self.is_held or self._environment.get(SWITCH) == "0":
            return
        self.is_held = True
        if self._platform == "win32":
            self._set_state(_CONTINUOUS | _SYSTEM_REQUIRED)
            return
        command = self._command()
        if command:
            with contextlib.suppress(OSError, ValueError):
                self._process = self._start(command)

    def release(self) -> None:
        """Let the computer sleep again when it wants to."""
        if not self.is_held:
            return
        self.is_held = False
        process, self._process = self._process, None
        if self._platform == "win32":
            self._set_state(_CONTINUOUS)
        elif process is not None:
            _end(process)

    @contextlib.contextmanager
    def held(self) -> Iterator[None]:
        """Keep the computer awake inside the block."""
        self.hold()
        try:
            yield
        finally:
            self.release()

    def _command(self) -> list[str]:
        """Return the program to start, with its arguments; nothing when there is none."""
        desktop = self._environment.get("XDG_CURRENT_DESKTOP", "")
        for keeper in KEEPERS:
            if keeper.platform == self._platform and keeper.desktop in desktop and self._which(keeper.command[0]):
                return [part.format(pid=os.getpid()) for part in keeper.command]
        return []


def _start(command: Sequence[str]) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,  # noqa: S603 - from `KEEPERS`
                            stderr=subprocess.DEVNULL, start_new_session=True)


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End the program; it may have ended by itself long ago."""
    with contextlib.suppress(OSError, ValueError, subprocess.TimeoutExpired):
        if process.stdin is not None:
            process.stdin.close()
        process.terminate()
        process.wait(_END_S)


def _set_execution_state(state: int) -> None:
    if sys.platform == "win32":
        import ctypes

        with contextlib.suppress(OSError, AttributeError):
            ctypes.windll.kernel32.SetThreadExecutionState(ctypes.c_uint(state))
