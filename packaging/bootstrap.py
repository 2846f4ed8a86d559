"""Make ``.venv``, install CNN Studio and what it needs, and run it or its tests: one command on a fresh machine.

Needs nothing but Python 3.11 or newer. ``python3 packaging/bootstrap.py run`` opens the window with a sample
project (or, where there is no display, runs the same job headless); ``... test`` runs the whole test suite.
"""

import argparse
import ctypes
import hashlib
import json
import os
import platform
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
STAMP = "cnnstudio-installed.json"
OLDEST_TORCH = (2, 10)
NEEDED_BYTES = {"cpu": 3_000_000_000, "cuda": 9_000_000_000, "default": 9_000_000_000}

# What Qt opens at run time, and the Debian package that brings it.
QT_LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
# Programs the test suite uses for its story in a real window, and the Debian package of each.
SCREEN_PROGRAMS = {"Xvfb": "xvfb", "xdotool": "xdotool"}
TESTS_FAILED = 1
"""pytest's exit status."""
AGAIN_AT_MOST = 3
"""More failed tests than these are no accident of a busy machine."""


class BootstrapError(Exception):
    """The work cannot go on; the text says why and what to do."""


def main(argv: list[str] | None = None) -> int:
    """Parse the command line, prepare the environment, and run what was asked for."""
    arguments = parse(argv)
    try:
        check_python()
        prepare_system(with_screen=arguments.command == "test")
        python = prepare_environment(arguments)
        if arguments.command == "test":
            return run_tests(python, arguments.rest)
        if arguments.command == "run":
            return run_program(python)
    except BootstrapError as error:
        print(f"\nStopped: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped. The next call goes on where this one was.", file=sys.stderr)
        return 130
    return 0


def parse(argv: list[str] | None) -> argparse.Namespace:
    """Return the command, the wanted build of torch, the environment's folder and what pytest is to be given."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command", choices=["run", "test", "install"],
                        help="run: open the window (or work headless); test: run all tests; install: only prepare")
    parser.add_argument("--torch", choices=["cpu", "cuda", "default"], default="default",
                        help="which build of torch: for processors only (smaller), for NVIDIA GPUs, or pip's choice")
    parser.add_argument("--torch-index", metavar="URL", default=os.environ.get("CNNSTUDIO_TORCH_INDEX"),
                        help="package index that has that build, as PyTorch's installation page names it "
                             "(also CNNSTUDIO_TORCH_INDEX)")
    parser.add_argument("--venv", type=Path, default=ROOT / ".venv", help="folder of the environment (default .venv)")
    arguments, rest = parser.parse_known_args(argv)
    if rest and arguments.command != "test":
        parser.error(f"unrecognised: {' '.join(rest)}")
    arguments.rest = rest
    return arguments


def check_python() -> None:
    """Refuse a Python the program cannot run on."""
    if sys.version_info < (3, 11):  # noqa: UP036  this script is what tells the user
        raise BootstrapError(f"this is Python {platform.python_version()}; CNN Studio needs 3.11 or newer. "
                             "Install a newer Python and call this script with it.")


def say(text: str) -> None:
    """Print a step at once, so that it stands above the output of what it starts."""
    print(f"==> {text}", flush=True)


# --- system packages -------------------------------------------------------------------------------------------

def prepare_system(*, with_screen: bool) -> None:
    """Install what is missing from the operating system where that is allowed, else print the line to type."""
    if sys.platform != "linux":
        return
    missing = missing_packages(with_screen=with_screen)
    if not missing:
        return
    command = install_command(missing)
    if command is None:
        required = not has_ensurepip()
        line = "sudo apt-get install " + " ".join(missing)
        hint = f"Missing system packages. On Debian or Ubuntu type:\n    {line}"
        if required:
            raise BootstrapError(hint)
        say(hint + "\n    Going on without them; the window may not open.")
        return
    say(f"Installing system packages: {' '.join(missing)}")
    quiet_environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    refresh = [*command[:command.index("apt-get") + 1], "update", "-qq"]
    subprocess.run(refresh, env=quiet_environment, check=False)
    if subprocess.run(command, env=quiet_environment, check=False).returncode != 0:
        if not has_ensurepip():
            raise BootstrapError(f"the system packages could not be installed (see above). Try: {' '.join(command)}")
        say("Some system packages could not be installed (see above); going on without them.")


def missing_packages(*, with_screen: bool) -> list[str]:
    """Return the Debian packages this machine still lacks."""
    missing = [package for library, package in QT_LIBRARIES.items() if not has_library(library)]
    if with_screen:
        missing += [package for program, package in SCREEN_PROGRAMS.items() if shutil.which(program) is None]
    if not has_ensurepip():
        missing.append(f"python{sys.version_info.major}.{sys.version_info.minor}-venv")
    return missing


def has_library(name: str) -> bool:
    """Return whether the dynamic linker finds a library such as ``libGL.so.1``."""
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def has_ensurepip() -> bool:
    """Return whether this Python can put pip into a new environment (Debian splits that off)."""
    return subprocess.run([sys.executable, "-c", "import ensurepip, venv"], capture_output=True,
                          check=False).returncode == 0


def install_command(packages: list[str]) -> list[str] | None:
    """Return the apt-get line when it may be run without a password, else None."""
    if shutil.which("apt-get") is None:
        return None
    install = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if os.geteuid() == 0:
        return install
    if shutil.which("sudo") and subprocess.run(["sudo", "-n", "true"], capture_output=True,
                                               check=False).returncode == 0:
        return ["sudo", "-n", *install]
    return None


# --- the environment -------------------------------------------------------------------------------------------

def prepare_environment(arguments: argparse.Namespace) -> Path:
    """Make the environment and install into it, unless the last call did just that; return its Python."""
    python = environment_python(arguments.venv)
    wanted = wanted_state(arguments)
    state = read_state(arguments.venv)
    if works(python) and satisfies(state, wanted):
        return python
    make_environment(arguments.venv, python)
    check_space(arguments)
    started = time.monotonic()
    if arguments.torch != "default" and state.get("torch") != arguments.torch:
        install_torch(python, arguments.torch, arguments.torch_index)
    say("Installing CNN Studio and what it needs (the largest part is torch; the first time takes minutes)")
    extra = "[test]" if wanted["test"] else ""
    pip(python, "install", "--editable", f"{ROOT}{extra}", *keep_torch(python, arguments.torch),
        cause="the packages could not be installed")
    check_torch(python, arguments.torch)
    if arguments.torch == "default":
        wanted["torch"] = state.get("torch", "default")
    (arguments.venv / STAMP).write_text(json.dumps(wanted), encoding="utf-8")
    say(f"Ready after {time.monotonic() - started:.0f} s")
    return python


def environment_python(venv: Path) -> Path:
    """Return the path of the environment's Python."""
    return venv / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def wanted_state(arguments: argparse.Namespace) -> dict[str, object]:
    """Describe what an environment must hold to be taken as it is."""
    project = (ROOT / "pyproject.toml").read_bytes()
    return {
        "project": hashlib.sha256(project).hexdigest(),
        "root": str(ROOT),
        "python": platform.python_version(),
        "torch": arguments.torch,
        "test": arguments.command == "test",
    }


def read_state(venv: Path) -> dict[str, object]:
    """Return what the last finished installation wrote, or nothing."""
    try:
        state = json.loads((venv / STAMP).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return state if isinstance(state, dict) else {}


def satisfies(state: dict[str, object], wanted: dict[str, object]) -> bool:
    """Return whether an environment will do: all equal, but the test tools and a chosen torch may be extra."""
    if wanted["test"] and not state.get("test"):
        return False
    if wanted["torch"] not in ("default", state.get("torch")):
        return False
    return all(state.get(key) == wanted[key] for key in ("project", "root", "python"))


def works(python: Path) -> bool:
    """Return whether an environment's Python starts and is the version of this one."""
    if not python.exists():
        return False
    answer = subprocess.run([str(python), "-c", "import platform; print(platform.python_version())"],
                            capture_output=True, text=True, check=False)
    return answer.returncode == 0 and answer.stdout.strip() == platform.python_version()


def make_environment(venv: Path, python: Path) -> None:
    """Make the virtual environment, anew if what is there does not start."""
    if works(python) and subprocess.run([str(python), "-m", "pip", "--version"], capture_output=True,
                                        check=False).returncode == 0:
        return
    say(f"Making the environment {venv}")
    result = subprocess.run([sys.executable, "-m", "venv", "--clear", str(venv)], check=False)
    if result.returncode != 0:
        raise BootstrapError(f"the environment {venv} could not be made (see above). Is the folder writable?")


def check_space(arguments: argparse.Namespace) -> None:
    """Refuse to begin what cannot fit; an interrupted installation on a full disk leaves odd errors."""
    free = shutil.disk_usage(arguments.venv).free
    needed = NEEDED_BYTES[arguments.torch]
    if free < needed and not read_state(arguments.venv):
        raise BootstrapError(f"{arguments.venv} has {free / 1e9:.1f} GB free and {needed / 1e9:.0f} GB are needed. "
                             "Make room, or name another folder with --venv; --torch cpu needs less.")


def pip(python: Path, *words: str, cause: str) -> None:
    """Run pip with its progress shown; a failure names its cause."""
    command = [str(python), "-m", "pip", "--disable-pip-version-check", *words]
    if subprocess.run(command, check=False, cwd=ROOT).returncode != 0:
        raise BootstrapError(f"{cause}: pip's last lines above say why (no network, a full disk, or no such build). "
                             "Calling this again goes on from here.")


# --- the build of torch ----------------------------------------------------------------------------------------

def install_torch(python: Path, build: str, index: str | None) -> None:
    """Install the wanted build of torch first; what follows then keeps it."""
    if build == "cuda" and sys.platform == "darwin":
        raise BootstrapError("there is no CUDA on macOS; leave --torch out: the usual build uses the Mac's own GPU.")
    if index:
        say(f"Installing torch ({build}) from {index}")
        pip(python, "install", "torch", "torchvision", "--index-url", index,
            cause=f"torch from {index} was not installed")
    elif build == "cpu" and sys.platform == "linux" and platform.machine() == "x86_64":
        version = known_cpu_build(python)
        say(f"Installing torch {version}, the build for the processor only")
        pip(python, "install", f"torch=={version}", cause="the CPU build of torch was not installed")


def known_cpu_build(python: Path) -> str:
    """Return the newest version with a ``+cpu`` build among the package sources pip is set up with."""
    answer = subprocess.run([str(python), "-m", "pip", "--disable-pip-version-check", "index", "versions", "torch"],
                            capture_output=True, text=True, check=False)
    listed = answer.stdout.partition("Available versions:")[2].partition("\n")[0]
    for version in (word.strip() for word in listed.split(",")):
        if version.endswith("+cpu") and release(version) >= OLDEST_TORCH:
            return version
    raise BootstrapError("the package sources pip knows have no CPU-only build of torch for Linux. Give the index that "
                         "has it with --torch-index URL (PyTorch's installation page names it), or leave --torch out: "
                         "the usual build runs on the processor too, it is only larger.")


def release(version: str) -> tuple[int, ...]:
    """Return the leading numbers of a version: ``"2.13.0+cpu"`` gives (2, 13, 0)."""
    return tuple(int(part) for part in version.partition("+")[0].split(".") if part.isdigit())


def keep_torch(python: Path, build: str) -> list[str]:
    """Return the requirement that keeps a chosen build of torch from being replaced."""
    if build == "default":
        return []
    answer = subprocess.run([str(python), "-c", "from importlib.metadata import version; print(version('torch'))"],
                            capture_output=True, text=True, check=False)
    return [f"torch=={answer.stdout.strip()}"] if answer.returncode == 0 else []


def check_torch(python: Path, build: str) -> None:
    """Say which build of torch is there, and refuse to call a CPU build a CUDA build."""
    code = "import torch; print(torch.__version__, torch.version.cuda or '-')"
    answer = subprocess.run([str(python), "-c", code], capture_output=True, text=True, check=False)
    if answer.returncode != 0:
        last = (answer.stderr.strip().splitlines() or ["no message"])[-1]
        raise BootstrapError(f"torch was installed but does not start: {last}")
    version, cuda = answer.stdout.split()
    say(f"torch {version}, {'for the processor' if cuda == '-' else 'with CUDA ' + cuda}")
    if build == "cuda" and cuda == "-":
        raise BootstrapError("pip gave a build of torch without CUDA. Name the index that has it with "
                             "--torch-index URL (PyTorch's installation page names it).")


# --- what the environment is for -------------------------------------------------------------------------------

def run_program(python: Path) -> int:
    """Open the window with a sample project, or do the same job without one."""
    reason = no_display_reason(python)
    if reason is None:
        say("Opening the window with the sample project \"Digits\"")
        return subprocess.run([str(python), "-m", "cnnstudio", "gui", "--sample", "digits"], check=False).returncode
    target = Path.cwd() / "demo"
    say(f"No window here: {reason}\n    Running the same job headless instead; pictures and report go to {target}")
    return subprocess.run([str(python), "-m", "cnnstudio", "demo", "--out", str(target)], check=False).returncode


def no_display_reason(python: Path) -> str | None:
    """Return why no window can be opened, or None if one can."""
    if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return "there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set)."
    code = "from PySide6.QtGui import QGuiApplication; QGuiApplication([])"
    answer = subprocess.run([str(python), "-c", code], capture_output=True, text=True, check=False)
    if answer.returncode == 0:
        return None
    lines = [line for line in answer.stderr.splitlines() if line.strip()]
    return f"Qt cannot open one ({lines[0] if lines else 'no message'})."


def run_tests(python: Path, rest: list[str]) -> int:
    """Run the whole test suite; words this script does not know go to pytest, which then runs once.

    Tests of parts run in two processes. The stories do not: some measure memory, some drive a real window. A few tests
    that failed on a busy machine are run once more, alone; their names and why they failed stand in the output either
    way.
    """
    say("Running the tests")
    if rest:
        return run_pytest(python, rest)
    parts = run_patiently(python, ["tests/unit", "tests/ui"], ["-n", "2", "--dist", "worksteal"])
    return run_patiently(python, ["tests/stories"], []) or parts


def run_patiently(python: Path, folders: list[str], words: list[str]) -> int:
    """Run the tests of some folders, and those that failed once more if they are few; return pytest's exit status."""
    status = run_pytest(python, [*folders, *words])
    few = failed_tests(folders) if status == TESTS_FAILED else []
    if not 0 < len(few) <= AGAIN_AT_MOST:
        return status
    say(f"Once more, alone: {', '.join(few)}")
    return run_pytest(python, few)


def run_pytest(python: Path, words: list[str]) -> int:
    """Return pytest's exit status."""
    return subprocess.run([str(python), "-m", "pytest", *words], cwd=ROOT, check=False).returncode


def failed_tests(folders: list[str]) -> list[str]:
    """Return the tests of some folders that failed when pytest ran them last, as it remembers them."""
    try:
        remembered = json.loads((ROOT / ".pytest_cache" / "v" / "cache" / "lastfailed").read_text("utf-8"))
    except (OSError, ValueError):
        return []
    return sorted(name for name in remembered if name.startswith(tuple(f"{folder}/" for folder in folders)))


if __name__ == "__main__":
    sys.exit(main())
