"""Write what a desktop wants beside a program: icons, menu entry, file type, store page, manual page.

``python packaging/bundle/share_files.py FOLDER`` fills FOLDER/share; called by ``packaging/build.py`` with a Python
that has the program's libraries.
"""

import argparse
import gzip
import importlib
import io
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from PIL import Image  # noqa: E402
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt  # noqa: E402
from PySide6.QtGui import QImage, QPainter  # noqa: E402
from PySide6.QtSvg import QSvgRenderer  # noqa: E402

from cnnstudio.cli.program import COMMANDS, DESCRIPTION, EPILOG  # noqa: E402
from cnnstudio.ui.icon_shapes import SHAPES  # noqa: E402

ICON_SIZES_PX = (16, 22, 24, 32, 48, 64, 128, 256, 512)
PROGRAM_ICONS = {"cnnstudio.ico": (16, 20, 24, 32, 40, 48, 64, 256),
                 "cnnstudio.icns": (16, 32, 64, 128, 256, 512, 1024)}
"""What Windows and macOS show for the program file; sizes in pixels, each drawn for itself."""
_SHAPE = "network"
_PROGRAM_SVG = ('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" '
                'fill="#1f6feb"/><g transform="translate(4 4)" fill="none" stroke="#ffffff" stroke-width="1.8" '
                'stroke-linecap="round" stroke-linejoin="round">{body}</g></svg>\n')
_FILE_SVG = ('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path d="M6 1h14l7 7v23H6z" fill="#ffffff" '
             'stroke="#57606a" stroke-width="1.2"/><path d="M20 1v7h7" fill="none" stroke="#57606a" '
             'stroke-width="1.2"/><g transform="translate(6.5 10.5) scale(.83)" fill="none" stroke="#1f6feb" '
             'stroke-width="1.9" stroke-linecap="round" stroke-linejoin="round">{body}</g></svg>\n')
ICONS = (("apps", "cnnstudio", _PROGRAM_SVG), ("mimetypes", "application-x-cnnstudio", _FILE_SVG))
"""Kind of icon, name, drawing with a place for the network's outline."""

TEXTS = {
    "applications/cnnstudio.desktop": "cnnstudio.desktop",
    "mime/packages/cnnstudio.xml": "cnnstudio-mime.xml",
    "metainfo/org.cnnstudio.CNNStudio.metainfo.xml": "metainfo.xml",
}
"""Path below ``share``, and the file beside this one that goes there."""


def main(argv: list[str] | None = None) -> int:
    """Fill the folder that is named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--version", required=True)
    parser.add_argument("--date", required=True, help="of the release, YYYY-MM-DD")
    arguments = parser.parse_args(argv)
    share = arguments.folder / "share"
    for kind, name, drawing in ICONS:
        write_icons(share / "icons" / "hicolor", kind, name, drawing.format(body=SHAPES[_SHAPE]))
    for target, source in TEXTS.items():
        text = (Path(__file__).parent / source).read_text(encoding="utf-8")
        write(share / target, text.replace("@VERSION@", arguments.version).replace("@DATE@", arguments.date).encode())
    page = manual_page(arguments.version, arguments.date).encode()
    write(share / "man" / "man1" / "cnnstudio.1.gz", gzip.compress(page, mtime=0))
    return 0


def write(path: Path, data: bytes) -> None:
    """Write a file and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def write_icons(folder: Path, kind: str, name: str, svg: str) -> None:
    """Write one drawing as SVG and as PNG in each size."""
    write(folder / "scalable" / kind / f"{name}.svg", svg.encode())
    for size in ICON_SIZES_PX:
        path = folder / f"{size}x{size}" / kind / f"{name}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        drawn(svg, size).save(str(path), "PNG")


def write_program_icons(folder: Path) -> None:
    """Write the icons that Windows' and macOS's program files carry."""
    folder.mkdir(parents=True, exist_ok=True)
    svg = _PROGRAM_SVG.format(body=SHAPES[_SHAPE])
    for name, sizes in PROGRAM_ICONS.items():
        pictures = [Image.open(io.BytesIO(png(drawn(svg, size)))) for size in sizes]
        pictures[-1].save(folder / name, sizes=[(size, size) for size in sizes], append_images=pictures[:-1])


def png(picture: QImage) -> bytes:
    """Return a picture as the content of a PNG file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")
    return bytes(buffer.data().data())


def drawn(svg: str, size_px: int) -> QImage:
    """Return the drawing as a picture of ``size_px`` × ``size_px`` pixels."""
    picture = QImage(size_px, size_px, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(svg.encode())).render(painter)
    painter.end()
    return picture


def manual_page(version: str, date: str) -> str:
    """Return the manual page, made of what ``--help`` of the program and of each command says."""
    lines = [f'.TH CNNSTUDIO 1 {date} "CNN Studio {version}" "User Commands"', ".SH NAME",
             rf"cnnstudio \- {plain(DESCRIPTION[0].lower() + DESCRIPTION[1:].rstrip('.'))}", ".SH SYNOPSIS",
             ".B cnnstudio", ".RI [ COMMAND ] \" \" [ OPTION ...]", ".SH DESCRIPTION", plain(DESCRIPTION),
             plain(EPILOG), ".SH COMMANDS"]
    for info in COMMANDS:
        lines += [f".SS {info.name}", ".nf", plain(command_help(info.module, info.name, info.help)).rstrip(), ".fi"]
    return "\n".join(lines) + "\n"


def command_help(module: str, name: str, title: str) -> str:
    """Return what ``cnnstudio NAME --help`` prints, for a terminal of 78 columns."""
    parser = argparse.ArgumentParser(prog=f"cnnstudio {name}", description=title[:1].upper() + title[1:] + ".",
                                     formatter_class=lambda prog: argparse.HelpFormatter(prog, width=78))
    importlib.import_module(f"cnnstudio.cli.{module}").add_arguments(parser)
    return parser.format_help()


def plain(text: str) -> str:
    """Return text with what means something to ``man`` made harmless."""
    escaped = text.replace("\\", r"\e").replace("-", r"\-")
    return "\n".join(r"\&" + line if line.startswith((".", "'")) else line for line in escaped.split("\n"))


if __name__ == "__main__":
    sys.exit(main())
