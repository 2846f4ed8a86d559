"""The ways in which a folder can hold labelled images, and which of them a folder follows."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from cnnstudio.data.listing import csv_list
from cnnstudio.data.listing.name_pattern import NamePattern, fitting_pattern
from cnnstudio.data.listing.natural_order import natural_key, printable
from cnnstudio.data.listing.reading import Reading, images_below, images_of
from cnnstudio.data.listing.scan_options import Layout, ScanOptions
from cnnstudio.data.listing.walk import Folder
from cnnstudio.data.thread_pool import never_stop
from cnnstudio.errors import ImageFolderError
from cnnstudio.wording import translate

CLASS_LAYOUT = "class folders"
SPLIT_LAYOUT = "train/val/test folders"
CSV_LAYOUT = "list of labels"
PATTERN_LAYOUT = "class in the file names"
WRAPPED = " in one wrapper folder"
_TITLES = (CLASS_LAYOUT, SPLIT_LAYOUT)

SPLIT_NAMES: dict[str, str] = {
    "train": "train", "training": "train", "val": "validation", "valid": "validation", "validation": "validation",
    "test": "test", "testing": "test",
}
"""Names of folders (lower case) that hold a split, and the split's name."""

_AGREEING_SHARE = 0.9
"""A list whose labels are the folders' names for so many of its images says nothing new."""

INNER_PATTERN = "*/{class}/*"
"""The reading of folders in which the same class folders lie again and again."""


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
        """What a person has to know to choose: ``"class folders: 2 classes (cat, dog), 200 images"``."""
        shown = ", ".join(self.class_names[:4]) + (", …" if len(self.class_names) > 4 else "")
        return translate(
            "data", "{title}: {count:,} classes ({shown}), {images:,} images", title=layout_words(self.title),
            count=len(self.class_names), shown=shown, images=self.images)

    def chosen(self, options: ScanOptions) -> ScanOptions:
        """Return ``options`` with this reading."""
        return replace(options, layout=self.layout, csv_file=self.csv_file, name_pattern=self.name_pattern)


def layout_words(layout: str) -> str:
    """Return what `Reading.layout` says, in the user's language; folders are remembered with the English words."""
    bare, pattern, file = layout.removesuffix(WRAPPED), f"{PATTERN_LAYOUT}, ", f"{CSV_LAYOUT} "
    if bare != layout:
        return translate("data", "{layout} in one wrapper folder", layout=layout_words(bare))
    if layout.startswith(pattern):
        return translate("data", "class in the file names, {pattern}", pattern=layout.removeprefix(pattern))
    if layout.startswith(file):
        return translate("data", "list of labels {file}", file=layout.removeprefix(file))
    return translate("data", layout) if layout in _TITLES else layout


class LayoutUnclearError(ImageFolderError):
    """A folder can be read in several ways; ``choices`` has them, the likeliest first."""

    def __init__(self, root: Path, choices: tuple[LayoutChoice, ...]) -> None:
        listed = "; ".join(f"{number}. {choice.sentence}" for number, choice in enumerate(choices, 1))
        super().__init__(translate(
            "data", "{root} can be read in {count} ways: {listed}. Say which one is meant.", root=root,
            count=len(choices), listed=listed))
        self.choices = choices


def read(root: Folder, options: ScanOptions, should_stop: "_ShouldStop") -> Reading:
    """Return what the files below ``root`` mean, by the layout that was asked for or the one the folder follows.

    Raises
    ------
    LayoutUnclearError
        When several layouts fit and none was asked for.
    ImageFolderError
        When the layout asked for cannot be followed.
    """
    if options.layout == "auto":
        found = _plausible(root, options, should_stop)
        if len(found) > 1:
            raise LayoutUnclearError(root.path, tuple(choice for choice, _ in found))
        if found:
            return found[0][1]
        options = replace(options, layout=_folder_layout(root))
    return _READERS[options.layout](root, options, Reading(should_stop))


def detect(root: Folder, options: ScanOptions = ScanOptions()) -> tuple[LayoutChoice, ...]:  # noqa: B008
    """Return the readings of a folder that are truly plausible, the likeliest first; empty when there is none.

    A list of labels or a name pattern that was given counts as asked for. Class folders and splits are plain when the
    folder has them; a list competes when its labels differ from the folders' names, a pattern when most images lie
    outside class folders, and inner folders when each folder holds folders of the same names.
    """
    return tuple(choice for choice, _ in _plausible(root, options, never_stop))


_ShouldStop = Callable[[], bool]
_Found = tuple[LayoutChoice, Reading]


def _plausible(root: Folder, options: ScanOptions, should_stop: _ShouldStop) -> list[_Found]:
    """Return what `detect` does, each with its reading."""
    def tried(layout: Layout, csv_file: Path | None = None, name_pattern: str = "") -> _Found | None:
        return _tried(root, LayoutChoice(layout, "", (), 0, csv_file, name_pattern).chosen(options), should_stop)

    if options.csv_file is not None or options.name_pattern:
        layout: Layout = "csv" if options.csv_file is not None else "name pattern"
        asked = [tried(layout, options.csv_file, options.name_pattern)]
        return list(filter(None, asked))
    folders = tried(_folder_layout(root))
    return list(filter(None, [folders, *_rivals(root, folders, tried)]))


def _folder_layout(root: Folder) -> Layout:
    return "splits" if split_folders(_unwrapped(root) or root) else "class folders"


def _tried(root: Folder, options: ScanOptions, should_stop: _ShouldStop) -> _Found | None:
    """Return a reading that was tried, or None when it does not give two classes."""
    reading = _READERS[options.layout](root, options, Reading(should_stop))
    names = tuple(sorted({one.class_name for one in reading.candidates}, key=natural_key))
    if len(names) < 2:
        return None
    choice = LayoutChoice(options.layout, reading.layout, names, len(reading.candidates), options.csv_file,
                          options.name_pattern)
    return choice, reading


class _Try(Protocol):
    """Reads the folder at hand by one layout."""

    def __call__(self, layout: Layout, csv_file: Path | None = None, name_pattern: str = "") -> _Found | None: ...


def _rivals(root: Folder, folders: _Found | None, tried: _Try) -> "list[_Found | None]":
    """Return the readings that stand against, or instead of, the reading by folders."""
    by_list = _list_that_differs(root, folders, tried)
    if by_list is not None:
        return [by_list]
    if folders is None or _most_lie_outside(root, folders[0]):
        text = _pattern_of(root)
    else:
        text = INNER_PATTERN if folders[0].layout == "class folders" and _has_equal_inner_folders(root) else ""
    return [tried("name pattern", name_pattern=text)] if text else []


def _list_that_differs(root: Folder, folders: _Found | None, tried: _Try) -> _Found | None:
    """Return the reading by a list of labels, unless it says the same as the folders or labels hardly repeat."""
    file = csv_list.find(root)
    found = tried("csv", csv_file=file) if file is not None else None
    if found is not None and found[0].images < 2 * len(found[0].class_names):
        return None
    if found is None or folders is None:
        return found
    labels = {one.relative: one.class_name.casefold() for one in folders[1].candidates}
    listed = found[1].candidates
    agreeing = sum(labels.get(one.relative) == one.class_name.casefold() for one in listed)
    return found if agreeing < _AGREEING_SHARE * len(listed) else None


def _most_lie_outside(root: Folder, by_folders: LayoutChoice) -> bool:
    return by_folders.images * 2 < images_below(root)


def _has_equal_inner_folders(root: Folder) -> bool:
    """Whether every folder holds the same class folders, and no image besides."""
    folders = [folder for folder in (_unwrapped(root) or root).folders if images_below(folder)]
    inside = {frozenset(inner.name for inner in folder.folders if images_below(inner)) for folder in folders}
    return (len(folders) > 1 and len(inside) == 1 and len(inside.pop()) > 1
            and not any(folder.images for folder in folders))


def split_folders(folder: Folder) -> dict[str, str]:
    """Return the folders' names that hold splits, with the split of each; empty when the folders are classes.

    They are splits when *train* has company (validation, test), or when every folder is named like a split; and one of
    them holds folders, not images only: a class may well be called *train*. Nothing but train and test, though, are
    hardly two classes.
    """
    splits = {inner.name: SPLIT_NAMES[inner.name.casefold()]
              for inner in folder.folders if inner.name.casefold() in SPLIT_NAMES}
    has_company = "train" in splits.values() and len(set(splits.values())) > 1
    are_all = len(splits) == len(folder.folders)
    if has_company and are_all:
        return splits
    if not splits or not (has_company or are_all):
        return {}
    return splits if any(inner.folders for inner in folder.folders if inner.name in splits) else {}


def _unwrapped(root: Folder) -> Folder | None:
    """Return the one folder inside that holds class folders or splits, when it is only a wrapper around them."""
    if len(root.folders) != 1 or split_folders(root):
        return None
    inner = root.folders[0]
    is_wrapper = not inner.images and (len(inner.folders) > 1 or bool(split_folders(inner)))
    return inner if is_wrapper else None


def _enter(root: Folder, reading: Reading, layout: str) -> Folder:
    """Return the folder with the classes or splits, with what lies beside them set aside."""
    reading.layout = layout
    inner = _unwrapped(root)
    if inner is not None:
        reading.layout += WRAPPED
        reading.leave_files(root, translate(
            "data", "beside the folder {printable}, not in a class folder", printable=printable(inner.name)))
    reading.leave_files(inner or root, translate("data", "not in a class folder"))
    return inner or root


def _read_classes(root: Folder, options: ScanOptions, reading: Reading) -> Reading:
    del options
    for folder in _enter(root, reading, CLASS_LAYOUT).folders:
        reading.take_class(folder, None)
    return reading


def _read_splits(root: Folder, options: ScanOptions, reading: Reading) -> Reading:
    del options
    folder = _enter(root, reading, SPLIT_LAYOUT)
    splits = split_folders(folder) or {
        inner.name: SPLIT_NAMES[inner.name.casefold()]
        for inner in folder.folders if inner.name.casefold() in SPLIT_NAMES}
    for inner in folder.folders:
        if inner.name in splits:
            reading.leave_files(inner, translate(
                "data", "directly in {printable}, not in a class folder", printable=printable(inner.name)))
            for class_folder in inner.folders:
                reading.take_class(class_folder, splits[inner.name])
        else:
            reading.leave_all(inner, translate("data", "beside the train, validation and test folders"))
    return reading


def _read_pattern(root: Folder, options: ScanOptions, reading: Reading) -> Reading:
    text = options.name_pattern or _pattern_of(root)
    if not text:
        raise ImageFolderError(translate(
            "data", "No name pattern fits the files in {path}. Give one, such as {{class}}_# for cat_001.jpg: "
            "{{class}} is the class, # any digits, * any text.", path=root.path))
    pattern = NamePattern(text)
    reading.layout = f"{PATTERN_LAYOUT}, {text}"
    for folder in root.below():
        reading.note(folder)
        split = _split_of(folder)
        for file in folder.files:
            name = pattern.class_of(folder.place(file))
            if name or file.problem:
                reading.take(folder, file, reading.spelling(name), split)
            else:
                reading.leave(folder, file, translate("data", "its name does not fit the pattern {text}", text=text))
    return reading


def _pattern_of(root: Folder) -> str:
    """Return the pattern that fits all images, else the one that fits the folder with most of them; may be empty.

    Unlabelled images for testing often lie beside, numbered.
    """
    largest = max(root.below(), key=lambda folder: folder.images)
    return (fitting_pattern([folder.place(file) for folder, file in images_of(root)])
            or fitting_pattern([file.name for file in largest.files if not file.problem]))


def _split_of(folder: Folder) -> str | None:
    """Return the split that the outermost folder named like one gives."""
    parts = folder.relative.casefold().split("/")
    return next((SPLIT_NAMES[part] for part in parts if part in SPLIT_NAMES), None)


def _read_csv(root: Folder, options: ScanOptions, reading: Reading) -> Reading:
    file = options.csv_file or csv_list.find(root) or csv_list.only_list(root)
    if file is None:
        raise ImageFolderError(translate(
            "data", "There is no list of labels in {path}. Expected is a CSV file with the columns path and label, in "
            "the folder or named with the scan.", path=root.path))
    reading.layout = f"{CSV_LAYOUT} {printable(file.name)}"
    csv_list.read_into(reading, root, file)
    return reading


_READERS: Mapping[Layout, Callable[[Folder, ScanOptions, Reading], Reading]] = {
    "class folders": _read_classes, "splits": _read_splits, "name pattern": _read_pattern, "csv": _read_csv,
}
