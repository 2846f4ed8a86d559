"""A small Debian system without Python to change the root directory into; needs root."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import bootstrap

SUITE = "bookworm"
USER = "student"
FAR_HOME = "/home/größer 画像"
"""A second home of the user, with a space, an umlaut and characters outside every Latin alphabet."""
VARIABLE = ("var/lib/dpkg/", "var/lib/rpm/", "var/cache/", "var/log/", "usr/lib/sysimage/", "root/.cache", "tmp/")
"""Where the system keeps its own books, which differ after every installation of anything."""


class CheckError(Exception):
    """A check failed; the text says how."""


class Chroot:
    """One small system, made from a copy of the base."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def run(self, command: str, *, user: str = "root", environment: dict[str, str] | None = None,
            seconds: int = 900) -> str:
        """Run a shell command inside and return what it printed; raises `CheckError` when it fails."""
        inside = {"PATH": "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin", "LANG": "C.UTF-8", "HOME": "/root",
                  "DEBIAN_FRONTEND": "noninteractive", **(environment or {})}
        ended = subprocess.run(["chroot", f"--userspec={user}", str(self.root), "/bin/sh", "-c", command], env=inside,
                               capture_output=True, encoding="utf-8", errors="replace", check=False, timeout=seconds,
                               stdin=subprocess.DEVNULL)
        if ended.returncode:
            last = "\n".join((ended.stdout + ended.stderr).strip().splitlines()[-12:])
            raise CheckError(f"'{command}' ended with status {ended.returncode}:\n{last}")
        return ended.stdout + ended.stderr

    def start(self, words: list[str], environment: dict[str, str]) -> "subprocess.Popen[bytes]":
        """Start a program of the system for its user and go on."""
        inside = {"PATH": "/usr/local/bin:/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": f"/home/{USER}", **environment}
        named = [f"{name}={value}" for name, value in inside.items()]
        return subprocess.Popen(["chroot", f"--userspec={USER}", str(self.root), "/usr/bin/env", "-C", "/", "-i",
                                 *named, *words])

    def files(self) -> set[str]:
        """Return every path of the system but what it keeps its own books in, and what is mounted."""
        answer = subprocess.run(["find", ".", "-xdev", "-path", "./proc", "-prune", "-o", "-printf", "%P\\n"],
                                cwd=self.root, capture_output=True, encoding="utf-8", check=True)
        return {path for path in answer.stdout.splitlines() if path and not path.startswith(VARIABLE)}

    def bring(self, file: Path) -> str:
        """Copy a file in and return its path there."""
        shutil.copy(file, self.root / "root" / file.name)
        return f"/root/{file.name}"

    def program(self) -> str:
        """Return the folder of the installed program, inside."""
        return self.run('dirname "$(readlink -f "$(command -v cnnstudio)")"').strip()

    def outside(self, path: str) -> Path:
        """Return where a path of the system is for this one."""
        return self.root / path.removeprefix("/")

    @contextmanager
    def read_only(self, folder: str) -> Iterator[None]:
        """Let nobody write into a folder of the system, root neither."""
        place = str(self.outside(folder))
        _mount("--bind", place, place)
        try:
            _mount("-o", "remount,ro,bind", place)
            yield
        finally:
            subprocess.run(["umount", "-l", place], check=True)


def base_system(base: Path) -> None:
    """Make the small system once, and look that it has no Python."""
    if not (base / "bin" / "sh").exists():
        made = subprocess.run(["debootstrap", "--variant=minbase", SUITE, str(base)], check=False)
        if made.returncode:
            raise bootstrap.BootstrapError("making a small Debian system failed; the lines above say why.")
    if any(base.glob("usr/bin/python*")):
        raise bootstrap.BootstrapError(f"{base} has a Python, so that it proves nothing; remove it.")


@contextmanager
def small_system(base: Path) -> Iterator[Chroot]:
    """Return a copy of the base with /proc and /dev, which is removed at the end."""
    root = base.with_name(f"{base.name}-{os.getpid()}")
    subprocess.run(["cp", "-a", str(base), str(root)], check=True)
    mounts = ["proc", "dev"]
    try:
        _mount("-t", "proc", "proc", str(root / "proc"))
        _mount("--bind", "/dev", str(root / "dev"))
        system = Chroot(root)
        system.run(f"useradd --create-home {USER} && mkdir -p '{FAR_HOME}' && chown {USER} /home/*")
        yield system
    finally:
        gone = [subprocess.run(["umount", "-l", str(root / name)], check=False).returncode == 0 for name in mounts]
        if all(gone):
            shutil.rmtree(root, ignore_errors=True)


def _mount(*words: str) -> None:
    subprocess.run(["mount", *words], check=True)
