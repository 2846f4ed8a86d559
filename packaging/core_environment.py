"""Make an environment without Qt beside ``.venv``, to prove that the core runs without it.

Links everything but the Qt packages from an existing environment, so that it takes a second and no disk:
``python packaging/core_environment.py .venv .venv-core``.
"""

import subprocess
import sys
import sysconfig
from pathlib import Path

QT_PREFIXES = ("pyside6", "shiboken6", "pyqtgraph", "pytest_qt", "pytestqt")


def main(argv: list[str]) -> int:
    """Make the environment named second from the one named first."""
    if len(argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    source, target = (Path(word).resolve() for word in argv)
    subprocess.run([sys.executable, "-m", "venv", "--clear", "--without-pip", str(target)], check=True)
    packages = site_packages(source)
    linked = 0
    for entry in packages.iterdir():
        if not entry.name.lower().startswith(QT_PREFIXES):
            (site_packages(target) / entry.name).symlink_to(entry, target_is_directory=entry.is_dir())
            linked += 1
    for name in ("ruff", "ruff.exe"):   # a program of its own, which the tests of the lint bans run
        program = scripts(source) / name
        if program.exists():
            (scripts(target) / name).symlink_to(program)
    print(f"{target}: {linked} entries linked, without Qt")
    return 0


def site_packages(venv: Path) -> Path:
    """Return an environment's folder of installed packages."""
    return Path(sysconfig.get_path("purelib", "venv", {"base": str(venv)}))


def scripts(venv: Path) -> Path:
    """Return an environment's folder of programs."""
    return Path(sysconfig.get_path("scripts", "venv", {"base": str(venv)}))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
