"""What may be asked of a scan: the layout, where labels come from, links, and what an earlier scan said."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

Layout = Literal["auto", "class folders", "splits", "csv", "name pattern"]

LAYOUTS: tuple[Layout, ...] = get_args(Layout)


@dataclass(frozen=True, slots=True)
class ScanOptions:
    """How a folder is to be read; the default finds out by itself.

    Attributes
    ----------
    layout : ``"class folders"`` (one for each class), ``"splits"`` (train, val and test around class folders),
        ``"csv"`` (a list of files and labels), ``"name pattern"`` (the class stands in the file's name)
    csv_file : the list; None takes the one list that lies in the folder
    name_pattern : such as ``{class}_*``; empty finds one that fits
    follow_links : enter folders that are links; each real folder is still looked through only once
    known_classes : classes that keep their index, with or without images; others come after them
    readable_parts : files (`ImageFile.relative`) of which the part that can be read is wanted
    """

    layout: Layout = "auto"
    csv_file: Path | None = None
    name_pattern: str = ""
    follow_links: bool = False
    known_classes: tuple[str, ...] = ()
    readable_parts: frozenset[str] = frozenset()
