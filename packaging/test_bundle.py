"""Install each package into a small Debian system without Python, and use the program there as its users would.

    python packaging/test_bundle.py DIST [--only deb] [--base FOLDER]

Called by ``packaging/build.py --test``; needs root, as it makes systems to change the root directory into. Prints one
line a check, ``ok`` or ``FAILED``, with seconds; the exit status is 1 when one failed. DIST is what build.py made.
"""

import argparse
import os
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import bootstrap
import build
from bundle.screen import colours_on_screen, virtual_screen

BASE = Path("/var/tmp/cnnstudio-bundle-base")  # noqa: S108 - hundreds of MB that a second test is glad of
SUITE = "bookworm"
PROGRAMS = {"debootstrap": "debootstrap", "Xvfb": "xvfb", "rpm": "rpm"}
LIBRARIES = ("libstdc++6", "libgl1", "libegl1", "libfontconfig1", "libfreetype6", "libdbus-1-3", "libglib2.0-0")
"""What the .deb declares; given by hand where a package has no way to ask Debian for it."""
USER = "student"
HOMES = {"its own": "/home/student", "with a space, an umlaut and CJK": "/home/größer 画像", "none": "/nonexistent"}
WINDOW_COLOURS = 24
"""An empty screen has one colour; a window with text, icons and a palette has many more."""
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

    def files(self) -> set[str]:
        """Return every path of the system but what it keeps its own books in, and what is mounted."""
        answer = subprocess.run(["find", ".", "-xdev", "-path", "./proc", "-prune", "-o", "-printf", "%P\\n"],
                                cwd=self.root, capture_output=True, encoding="utf-8", check=True)
        return {path for path in answer.stdout.splitlines() if path and not path.startswith(VARIABLE)}

    def bring(self, file: Path) -> str:
        """Copy a file in and return its path there."""
        shutil.copy(file, self.root / "root" / file.name)
        return f"/root/{file.name}"


def base_system(base: Path) -> None:
    """Make the small system once, and look that it has no Python."""
    if not (base / "bin" / "sh").exists():
        build.run(["debootstrap", "--variant=minbase", SUITE, str(base), "http://deb.debian.org/debian"],
                  "making a small Debian system")
    if any(base.glob("usr/bin/python*")):
        raise bootstrap.BootstrapError(f"{base} has a Python, so that it proves nothing; remove it.")


@contextmanager
def small_system(base: Path) -> Iterator[Chroot]:
    """Return a copy of the base with /proc and /dev, which is removed at the end."""
    root = base.with_name(f"{base.name}-{os.getpid()}")
    build.run(["cp", "-a", str(base), str(root)], "copying the small system")
    mounts = ["proc", "dev"]
    try:
        subprocess.run(["mount", "-t", "proc", "proc", str(root / "proc")], check=True)
        subprocess.run(["mount", "--bind", "/dev", str(root / "dev")], check=True)
        system = Chroot(root)
        system.run(f"useradd --create-home {USER} && mkdir -p '{HOMES['with a space, an umlaut and CJK']}' "
                   f"&& chown {USER} /home/*")
        yield system
    finally:
        gone = [subprocess.run(["umount", "-l", str(root / name)], check=False).returncode == 0 for name in mounts]
        if all(gone):
            shutil.rmtree(root, ignore_errors=True)


# --- the three packages ----------------------------------------------------------------------------------------

def install_deb(system: Chroot, package: Path) -> str:
    """Install with apt, which brings what the package declares and nothing else; return how to remove it."""
    system.run("apt-get update -qq")
    declared = subprocess.run(["dpkg-deb", "-f", str(package), "Depends"], capture_output=True, text=True, check=True)
    first = " ".join(shlex.quote(word.split("|")[0].split("(")[0].strip()) for word in declared.stdout.split(","))
    system.run(f"apt-get install -y -qq --no-install-recommends {first}")
    before = system.files()
    system.run(f"dpkg -i {system.bring(package)}")
    return remember(system, before, "dpkg -r cnnstudio && rm -f /root/*.deb")


def install_rpm(system: Chroot, package: Path) -> str:
    """Install with rpm into the system; Debian brings the libraries, as no system made of .rpm is to be had here."""
    libraries(system)
    before = system.files()
    options = ["rpm", "--root", str(system.root), "--nodeps", "--noscripts", "--nosignature"]
    build.run([*options, "--initdb"], "making the list of packages")
    build.run([*options, "-i", "--ignoreos", "--ignorearch", str(package)], "installing the .rpm")
    host = shlex.join([*options, "-e", "cnnstudio"])
    return remember(system, before, host, on_host=True)


def install_run(system: Chroot, package: Path) -> str:
    """Run the self-extracting file for everybody."""
    libraries(system, "xz-utils")
    before = system.files()
    system.run(f"sh {system.bring(package)} --quiet --accept -- --prefix '/opt/with a space ü 画'")
    system.run("ln -s '/opt/with a space ü 画/bin/cnnstudio' /usr/local/bin/cnnstudio")
    remove = "sh '/opt/with a space ü 画/lib/cnnstudio/uninstall.sh' && rm -f /usr/local/bin/cnnstudio /root/*.run"
    return remember(system, before, remove)


INSTALL: dict[str, tuple[str, Callable[[Chroot, Path], str]]] = {
    "deb": ("*.deb", install_deb), "rpm": ("*.rpm", install_rpm), "run": ("*.run", install_run),
}


def libraries(system: Chroot, *more: str) -> None:
    """Bring the libraries a desktop has."""
    system.run(f"apt-get update -qq && apt-get install -y -qq --no-install-recommends {' '.join((*LIBRARIES, *more))}")


BEFORE: dict[Path, set[str]] = {}


def remember(system: Chroot, before: set[str], removal: str, *, on_host: bool = False) -> str:
    """Keep the list of files from before the installation; return how to remove the program."""
    BEFORE[system.root] = before
    return f"host:{removal}" if on_host else removal


# --- the checks ------------------------------------------------------------------------------------------------

def no_python(system: Chroot) -> str:
    """Look that no Python came along, so that the program brings its own."""
    found = [path for path in system.files() if path.startswith(("usr/bin/python", "usr/local/bin/python"))]
    if found:
        raise CheckError(f"there is {found[0]}")
    return "no Python in the system"


def on_the_path(system: Chroot) -> str:
    """Ask for the version by the program's name."""
    return system.run("cd / && cnnstudio --version", user=USER).strip()


def selftest(system: Chroot, home: str) -> str:
    """Take the whole walk as a user who may not write where the program is."""
    text = system.run("cd / && cnnstudio selftest --full", user=USER, environment={"HOME": home}, seconds=1800)
    if "FAIL" in text or "bit for bit" not in text:
        raise CheckError(text)
    return f"{text.count('ok  ')} lines ok"


def sample_of_homes(system: Chroot) -> str:
    """Unpack a sample in each kind of home: it works, or one sentence says why not."""
    told = []
    for title, home in HOMES.items():
        try:
            system.run("cd / && cnnstudio samples digits", user=USER, environment={"HOME": home})
            told.append(f"{title}: well")
        except CheckError as error:
            if "Traceback" in str(error) or home != "/nonexistent":
                raise
            told.append(f"{title}: {str(error).splitlines()[-1]}")
    return "; ".join(told)


def real_window(system: Chroot) -> str:
    """Open the window on a virtual screen and look at the picture of that screen."""
    with virtual_screen() as screen:
        empty = colours_on_screen(screen.picture)
        window = subprocess.Popen(["chroot", f"--userspec={USER}", str(system.root), "/usr/bin/env", "-C", "/", "-i",
                                   f"DISPLAY={screen.display}", "HOME=/home/student", "LANG=C.UTF-8",
                                   "PATH=/usr/local/bin:/usr/bin:/bin", "cnnstudio", "gui"])
        try:
            for _attempt in range(120):
                colours = colours_on_screen(screen.picture)
                if colours >= WINDOW_COLOURS or window.poll() is not None:
                    break
                time.sleep(0.5)
        finally:
            window.terminate()
            window.wait(30)
    if colours < WINDOW_COLOURS or empty >= WINDOW_COLOURS:
        raise CheckError(f"the screen had {empty} colours before and {colours} with the window")
    return f"{colours} colours on the screen, {empty} before"


def removal(system: Chroot, command: str) -> str:
    """Remove the program and compare the lists of files."""
    if command.startswith("host:"):
        build.run(shlex.split(command[5:]), "removing the package")
    else:
        system.run(command)
    users = (f"home/{USER}", "home/größer", "root/")
    rest = {path for path in system.files() ^ BEFORE[system.root] if not path.startswith(users)}
    if rest:
        raise CheckError(f"{len(rest)} files differ, such as {', '.join(sorted(rest)[:5])}")
    return "the files are those of before"


def check(title: str, step: Callable[[], str]) -> bool:
    """Do one check and say how it went."""
    started = time.monotonic()
    try:
        detail, good = step(), True
    except (CheckError, subprocess.SubprocessError, OSError, bootstrap.BootstrapError) as error:
        detail, good = str(error), False
    print(f"{'ok    ' if good else 'FAILED'} {title} ({time.monotonic() - started:.0f} s): {detail}", flush=True)
    return good


def test_package(kind: str, package: Path, base: Path) -> int:
    """Install one package into a new system, take all checks and return how many failed."""
    with small_system(base) as system:
        ways: list[str] = []
        print(f"--- {package.name}", flush=True)
        if not check("install", lambda: ways.append(INSTALL[kind][1](system, package)) or "installed"):
            return 1
        checks: list[tuple[str, Callable[[], str]]] = [
            ("no Python", lambda: no_python(system)), ("on the path", lambda: on_the_path(system)),
            ("homes", lambda: sample_of_homes(system)), ("window", lambda: real_window(system)),
            ("self-test, home with CJK", lambda: selftest(system, HOMES["with a space, an umlaut and CJK"])),
            ("self-test, no home", lambda: selftest(system, HOMES["none"])),
            ("removed without rest", lambda: removal(system, ways[0])),
        ]
        return sum(not check(title, step) for title, step in checks)


def main(argv: list[str] | None = None) -> int:
    """Test the packages there are."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dist", type=Path)
    parser.add_argument("--only", choices=list(INSTALL))
    parser.add_argument("--base", type=Path, default=BASE, help="where the small system is kept")
    arguments = parser.parse_args(argv)
    if os.geteuid() != 0:
        print("Stopped: only root may change into another system; call this with sudo.", file=sys.stderr)
        return 1
    try:
        build.need(PROGRAMS)
        base_system(arguments.base)
    except bootstrap.BootstrapError as error:
        print(f"\nStopped: {error}", file=sys.stderr)
        return 1
    packages = [(kind, path) for kind, (pattern, _) in INSTALL.items() if arguments.only in (kind, None)
                for path in sorted(arguments.dist.glob(pattern))]
    failed = sum(test_package(kind, path, arguments.base) for kind, path in packages)
    print(f"{len(packages)} packages, {failed} failed checks")
    return 1 if failed or not packages else 0


if __name__ == "__main__":
    sys.exit(main())
