"""Image folders as a scan would return them, without any file behind them."""

from collections.abc import Iterable
from pathlib import Path

from cnnstudio.data.folder.image_folder import ImageFile, ImageFolder

ROOT = Path("/pictures")


def folder_of(files: Iterable[tuple[str, str | None, str]]) -> ImageFolder:
    """Return a folder of files given as (class, split, digest); files are numbered in this order."""
    rows = list(files)
    names = tuple(sorted({name for name, _, _ in rows}))
    made = [
        ImageFile(ROOT / f"{name}/{number}.png", f"{name}/{number}.png", names.index(name), split, digest)
        for number, (name, split, digest) in enumerate(rows)
    ]
    made.sort(key=lambda file: file.class_index)
    layout = "class folders" if all(split is None for _, split, _ in rows) else "train/val/test folders"
    return ImageFolder(ROOT, layout, names, tuple(made), (), ())
