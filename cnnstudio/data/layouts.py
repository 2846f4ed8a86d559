"""The ways in which a folder can hold labelled images, and which of them a folder follows."""

from dataclasses import dataclass, replace
from pathlib import Path

from cnnstudio.data.scan_options import Layout, ScanOptions
from cnnstudio.errors import ImageFolderError


@dataclass(frozen=True, slots=True)
class LayoutChoice:
    """One plausible reading of a folder, before any image is decoded.

    Attributes
    ----------
    layout, csv_file, name_pattern : what to put into `ScanOptions` for this reading
    title : what it is, such as ``"class folders in one wrapper folder"``
    class_names : the classes it gives
    images : how many images have a class then
    """

    layout: Layout
    title: str
    class_names: tuple[str, ...]
    images: int
    csv_file: Path | None = None
    name_pattern: str = ""

    @property
    def sentence(self) -> str:
        """What a person has to know to choose: ``"name pattern {class}_*: 2 classes (cat, dog), 200 images"``."""
        shown = ", ".join(self.class_names[:4]) + (", …" if len(self.class_names) > 4 else "")
        return f"{self.title}: {len(self.class_names):,} classes ({shown}), {self.images:,} images"

    def chosen(self, options: ScanOptions) -> ScanOptions:
        """Return ``options`` with this reading."""
        return replace(options, layout=self.layout, csv_file=self.csv_file, name_pattern=self.name_pattern)


class LayoutUnclearError(ImageFolderError):
    """A folder can be read in several ways; ``choices`` has them, the likeliest first."""

    def __init__(self, root: Path, choices: tuple[LayoutChoice, ...]) -> None:
        listed = "; ".join(f"{number}. {choice.sentence}" for number, choice in enumerate(choices, 1))
        super().__init__(f"{root} can be read in {len(choices)} ways: {listed}. Say which one is meant.")
        self.choices = choices
