"""Install each package into a small Debian system without Python, and use the program there as its users would.

    python packaging/test_bundle.py DIST [--only deb] [--base FOLDER]

Called by ``packaging/build.py --test``; needs root, as it makes systems to change the root directory into. Prints one
line a check, ``ok`` or ``FAILED``, with seconds; the exit status is 1 when one failed. DIST is what build.py made;
DIST/screens gets what was on the screen.
"""

import argparse
import os
import shlex
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import bootstrap
import build
from bundle.screen import Screen, colours_on_screen, save_screen, virtual_screen, words_on_screen
from bundle.small_system import FAR_HOME, USER, CheckError, Chroot, base_system, small_system

BASE = Path("/var/tmp/cnnstudio-bundle-base")  # noqa: S108 - hundreds of MB that a second test is glad of
PROGRAMS = {"debootstrap": "debootstrap", "Xvfb": "xvfb", "rpm": "rpm", "tesseract": "tesseract-ocr"}
LIBRARIES = ("libstdc++6", "libgl1", "libegl1", "libxcb1", "libfontconfig1", "libfreetype6", "libdbus-1-3",
             "libglib2.0-0")
"""What the .deb declares; given by hand where a package has no way to ask Debian for it."""
DESKTOP = ("shared-mime-info", "desktop-file-utils")
"""What every desktop has to learn of menus and kinds of files."""
HOMES = {"its own": f"/home/{USER}", "with a space, an umlaut and CJK": FAR_HOME, "none": "/nonexistent"}
WINDOWS = {
    "en": ("learns", "convolutional", "digits", "photographs", "folder"),
    "da": ("hvordan", "foldningsnetværk", "cifre", "fotografier", "billedmappe"),
}
"""Words on the first page in two languages. Letters outside of English are read wrongly, see `as_read`."""
FEWEST_COLOURS = 1000
"""An empty screen has one colour; the first page shows photographs."""
WINDOW_S = 180
USERS_OWN = (f"home/{USER}", FAR_HOME.removeprefix("/"), "root/")


# --- the three packages ----------------------------------------------------------------------------------------

def install_deb(system: Chroot, package: Path) -> str:
    """Install with apt, which brings what the package declares and nothing else; return how to remove it."""
    declared = subprocess.run(["dpkg-deb", "-f", str(package), "Depends"], capture_output=True, text=True, check=True)
    first = [word.split("|")[0].split("(")[0].strip() for word in declared.stdout.split(",")]
    bring_libraries(system, *map(shlex.quote, first))
    before = system.files()
    system.run(f"dpkg -i {system.bring(package)}")
    return remember(system, before, "dpkg -r cnnstudio && rm -f /root/*.deb")


def install_rpm(system: Chroot, package: Path) -> str:
    """Install with rpm into the system; Debian brings the libraries, as no system made of .rpm is to be had here."""
    bring_libraries(system, *LIBRARIES)
    asked = subprocess.run(["rpm", "-qp", "--requires", str(package)], capture_output=True, text=True, check=True)
    known = system.run("ldconfig -p")
    for name in (line.split("(")[0] for line in asked.stdout.splitlines() if line.endswith("(64bit)")):
        if f"\t{name} " not in known:
            raise CheckError(f"the .rpm asks for {name}, which no package of Debian that it should be in brings")
    system.run("mkdir -p /usr/share/icons /usr/share/metainfo")  # which are the system's wherever packages are .rpm
    before = system.files()
    rpm = ["rpm", "--root", str(system.root)]
    build.run([*rpm, "--initdb"], "making the list of packages")
    build.run([*rpm, "-i", "--nodeps", "--noscripts", "--nosignature", "--ignoreos", "--ignorearch", str(package)],
              "installing the .rpm")
    host = shlex.join([*rpm, "-e", "--nodeps", "--noscripts", "cnnstudio"])
    return remember(system, before, host, on_host=True)


def install_run(system: Chroot, package: Path) -> str:
    """Run the self-extracting file, for one user, once more over that, and away again, then for everybody."""
    bring_libraries(system, *LIBRARIES, "xz-utils")
    before = system.files()
    file = system.bring(package)
    system.run(f"cp {file} /home/{USER}/ && chown {USER} /home/{USER}/*.run")
    home = {"HOME": f"/home/{USER}"}
    at_home = system.files()
    twice = f"sh ~/{package.name} --quiet --accept && sh ~/{package.name} --quiet --accept"
    system.run(f"{twice} && ~/.local/bin/cnnstudio --version", user=USER, environment=home)
    system.run("sh ~/.local/lib/cnnstudio/uninstall.sh", user=USER, environment=home)
    if rest := system.files() ^ at_home:
        raise CheckError(f"installed for one user and removed again, {len(rest)} files differ, such as {min(rest)}")
    system.run(f"rm -rf ~/{package.name} ~/.local", user=USER, environment=home)
    system.run(f"sh {file} --quiet --accept -- --prefix '/opt/with a space ü 画'")
    system.run("ln -s '/opt/with a space ü 画/bin/cnnstudio' /usr/local/bin/cnnstudio")
    remove = "sh '/opt/with a space ü 画/lib/cnnstudio/uninstall.sh' && rm -f /usr/local/bin/cnnstudio /root/*.run"
    return remember(system, before, remove)


INSTALL: dict[str, tuple[str, Callable[[Chroot, Path], str]]] = {
    "deb": ("*.deb", install_deb), "rpm": ("*.rpm", install_rpm), "run": ("*.run", install_run),
}


def bring_libraries(system: Chroot, *packages: str) -> None:
    """Bring libraries, and what a desktop has."""
    words = " ".join((*packages, *DESKTOP))
    system.run(f"apt-get update -qq && apt-get install -y -qq --no-install-recommends {words}")


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


def known_to_the_desktop(system: Chroot) -> str:
    """Look that menu, kind of file, icon and manual page are where a desktop looks for them."""
    share = str(Path(system.program()).parents[1] / "share")
    system.run(f"desktop-file-validate '{share}/applications/cnnstudio.desktop'")
    system.run(f"update-mime-database '{share}/mime' && update-desktop-database '{share}/applications'")
    kinds = system.run(f"cat '{share}/mime/globs2' '{share}/applications/mimeinfo.cache'")
    for line in ("application/x-cnnstudio:*.cnnstudio", "application/x-cnnstudio=cnnstudio.desktop"):
        if line not in kinds:
            raise CheckError(f"there is no '{line}' in {share}")
    system.run(f"gzip -t '{share}/man/man1/cnnstudio.1.gz' && test -s '{share}/icons/hicolor/48x48/apps/cnnstudio.png'")
    return "its project files open with it"


def selftest(system: Chroot, home: str, user: str = USER) -> str:
    """Take the whole walk, with a screen, where nobody may write into the folder of the program."""
    program = system.program()
    with virtual_screen() as screen, system.read_only(program):
        try:
            system.run(f"touch '{program}/written'")
        except CheckError:
            text = system.run("cd / && cnnstudio selftest --full", user=user, seconds=3000,
                              environment={"HOME": home, "DISPLAY": screen.display})
        else:
            raise CheckError(f"{program} can be written into")
    count = text.count("ok  ")
    proven = ("bit for bit", "network.py equal on", "network.onnx equal on")
    if "FAIL" in text or any(words not in text for words in proven) or "no screen" in text:
        raise CheckError(text)
    return f"{count} lines ok, the folder read-only"


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


def real_window(system: Chroot, language: str, picture: Path | None = None) -> str:
    """Open the window on a virtual screen, and read that screen."""
    with virtual_screen() as screen:
        if words_on_screen(screen.picture) or colours_on_screen(screen.picture) >= FEWEST_COLOURS:
            raise CheckError("the screen is not empty before the window is opened")
        window = system.start(["cnnstudio", "--language", language, "gui"], {"DISPLAY": screen.display})
        try:
            missing = unread(screen, window, WINDOWS[language])
            if picture is not None:
                save_screen(screen.picture, picture)
            colours = colours_on_screen(screen.picture)
        finally:
            window.terminate()
            status = window.wait(60)
    log = system.outside(f"/home/{USER}/.local/share/cnnstudio/cnnstudio.log")
    errors = [line for line in log.read_text("utf-8").splitlines() if " ERROR " in line] if log.exists() else []
    if missing or colours < FEWEST_COLOURS or status or errors:
        raise CheckError(f"not read: {', '.join(missing) or 'nothing'}; {colours} colours; ended with status {status}; "
                         f"{len(errors)} errors in the log {errors[:1]}")
    return f"{len(WINDOWS[language])} words read, {colours} colours"


def unread(screen: Screen, window: "subprocess.Popen[bytes]", expected: tuple[str, ...]) -> list[str]:
    """Return which words cannot be read on the screen, once all can be or after a while."""
    end = time.monotonic() + WINDOW_S
    missing = list(expected)
    while missing and window.poll() is None and time.monotonic() < end:
        time.sleep(0.5)
        seen = {as_read(word) for word in words_on_screen(screen.picture)}
        missing = [word for word in expected if not any(as_read(word) in one for one in seen)]
    return missing


def as_read(word: str) -> str:
    """Return a word's beginning up to its first letter that is not English: what reads it knows no others."""
    return next((word[:place] for place, letter in enumerate(word) if not letter.isascii()), word)


def taken_out(system: Chroot) -> str:
    """Take parts out of the program one at a time: the checks must notice, else they say nothing."""
    steps: dict[str, Callable[[], object]] = {
        "torch/lib/libtorch_cpu.so": lambda: system.run("cd / && cnnstudio selftest", user=USER),
        "cnnstudio/resources/samples/digits.zip": lambda: system.run("cd / && cnnstudio selftest", user=USER,
                                                                     environment={"HOME": "/tmp/other"}),  # noqa: S108
        "PySide6/Qt/plugins/platforms/libqxcb.so": lambda: real_window(system, "en"),
    }
    for part, step in steps.items():
        file = system.outside(system.program()) / "_internal" / part
        away = file.rename(system.root / "root" / "away")  # Qt looks at every file in its folders
        try:
            step()
        except CheckError:
            continue
        finally:
            away.rename(file)
        raise CheckError(f"nobody noticed that {part} was not there")
    return f"{len(steps)} parts taken out, each was noticed"


def removal(system: Chroot, command: str) -> str:
    """Remove the program and compare the lists of files."""
    if command.startswith("host:"):
        build.run(shlex.split(command[5:]), "removing the package")
        system.run("update-mime-database /usr/share/mime")  # what such a system does by itself
    else:
        system.run(command)
    rest = {path for path in system.files() ^ BEFORE[system.root] if not path.startswith(USERS_OWN)}
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
    screens = package.parent / "screens"
    screens.mkdir(exist_ok=True)
    with small_system(base) as system:
        ways: list[str] = []
        print(f"--- {package.name}", flush=True)
        if not check("install", lambda: ways.append(INSTALL[kind][1](system, package)) or "installed"):
            return 1
        checks: list[tuple[str, Callable[[], str]]] = [
            ("no Python", lambda: no_python(system)), ("on the path", lambda: on_the_path(system)),
            ("desktop", lambda: known_to_the_desktop(system)), ("homes", lambda: sample_of_homes(system)),
            *((f"window, {code}", lambda code=code: real_window(system, code, screens / f"{kind}-{code}.png"))
              for code in WINDOWS),
            ("self-test, home with CJK", lambda: selftest(system, FAR_HOME)),
            ("self-test, root", lambda: selftest(system, "/root", "root")),
            ("parts taken out", lambda: taken_out(system)),
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
