"""Tests of keeping the computer awake, with stand-ins for the systems that do it."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from cnnstudio.workspace.wakefulness import KEEPERS, WHY, Wakefulness


class Program:
    """Stands in for a started program."""

    def __init__(self, command: Sequence[str]) -> None:
        self.command, self.stdin, self.said = list(command), None, []

    def terminate(self) -> None:
        self.said.append("terminate")

    def wait(self, _seconds: float) -> None:
        self.said.append("wait")


def on(platform: str, installed: tuple[str, ...], desktop: str = "") -> tuple[Wakefulness, list[Program]]:
    """Return what keeps such a computer awake, and the list of programs it starts."""
    started: list[Program] = []

    def start(command: Sequence[str]) -> Program:
        started.append(Program(command))
        return started[-1]

    return Wakefulness(platform, {"XDG_CURRENT_DESKTOP": desktop}, start,
                       lambda name: f"/usr/bin/{name}" if name in installed else None), started


@pytest.mark.parametrize(("platform", "desktop", "installed", "program"), [
    ("darwin", "", ("caffeinate",), "caffeinate"),
    ("linux", "KDE", ("gnome-session-inhibit", "systemd-inhibit"), "systemd-inhibit"),
    ("linux", "ubuntu:GNOME", ("gnome-session-inhibit", "systemd-inhibit"), "gnome-session-inhibit"),
    ("linux", "ubuntu:GNOME", ("systemd-inhibit",), "systemd-inhibit")])
def test_the_program_of_the_system_runs_for_as_long_as_the_training(
        platform: str, desktop: str, installed: tuple[str, ...], program: str):
    wakefulness, started = on(platform, installed, desktop)
    with wakefulness.held():
        wakefulness.hold()  # twice is once
        assert [one.command[0] for one in started] == [program]
        assert started[0].said == []
    assert started[0].said == ["terminate", "wait"]
    wakefulness.release()
    assert started[0].said == ["terminate", "wait"]


def test_macos_watches_this_very_process():
    wakefulness, started = on("darwin", ("caffeinate",))
    wakefulness.hold()
    assert started[0].command == ["caffeinate", "-i", "-w", str(os.getpid())]


@pytest.mark.parametrize("platform", ["linux", "darwin", "freebsd14"])
def test_where_there_is_no_such_program_nothing_happens(platform: str):
    wakefulness, started = on(platform, ())
    with wakefulness.held():
        assert started == []


def test_a_program_that_cannot_be_started_is_no_trouble():
    def fails(_command: Sequence[str]) -> Program:
        raise PermissionError("not allowed")

    with Wakefulness("linux", {}, fails, lambda name: name).held():
        pass


def test_the_environment_switches_it_off():
    states: list[int] = []
    with Wakefulness("win32", {"CNNSTUDIO_KEEP_AWAKE": "0"}, set_state=states.append).held():
        pass
    assert states == []


def test_windows_is_asked_and_then_let_go():
    states: list[int] = []
    wakefulness = Wakefulness("win32", {}, set_state=states.append)
    with wakefulness.held():
        assert states == [0x80000001]
    assert states == [0x80000001, 0x80000000]


def test_the_program_is_told_why():
    assert all(any(WHY in part for part in keeper.command) for keeper in KEEPERS if keeper.platform == "linux")


@pytest.mark.skipif(sys.platform != "linux", reason="looks at processes as Linux shows them")
def test_the_program_ends_with_a_process_that_is_killed():
    """``cat`` in the place of the system's program: it must not outlive a program that died without a word."""
    code = ("import subprocess, sys, os, signal\n"
            "from cnnstudio.workspace.wakefulness import Wakefulness, _start\n"
            "awake = Wakefulness('linux', {}, lambda _command: _start(['cat']), lambda name: name)\n"
            "awake.hold()\n"
            "print(awake._process.pid, flush=True)\n"
            "os.kill(os.getpid(), signal.SIGKILL)\n")
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60)
    pid = int(ended.stdout)
    status = _wait_until_gone(pid)
    assert status in ("", "Z")


def _wait_until_gone(pid: int) -> str:
    """Return the state of a process once it has ended; nobody may be there to collect it."""
    for _ in range(2_000_000):
        try:
            state = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0]
        except OSError:
            return ""
        if state == "Z":
            return state
        os.sched_yield()
    return state
