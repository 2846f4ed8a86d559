"""Random folder trees: every label is the name of the class folder, and every file is accounted for.

2,000 trees: ``python -m tests.stories.random_folder_trees 2000``.
"""

import random
import sys
import tempfile
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image

from cnnstudio.data.folder.image_folder import ImageFolder, scan
from cnnstudio.data.listing.scan_options import ScanOptions
from tests.helpers.images import encoded

PNG = encoded(Image.new("L", (8, 8), 90), "PNG")
CONTENTS = {"png": PNG, "JPG": PNG, "txt": b"words", "csv": b"a,b\n", "avif": PNG, "": b"no picture", "gif": b""}
IS_USED = {"png", "JPG"}
LETTERS = "abcXYZäé日本ß 0123456789-_()'"
SPLITS = {"": None, "train/": "train", "val/": "validation", "test/": "test"}
LINKS_WORK = sys.platform != "win32"


@dataclass
class Tree:
    """A folder on disk and what is in it, as it was made: nothing here comes from the scanner."""

    root: Path
    labels: dict[str, str] = field(default_factory=dict)
    """Place of each image -> name of its class folder."""
    splits: dict[str, str | None] = field(default_factory=dict)
    others: set[str] = field(default_factory=set)
    """Every other file and link."""


def make_tree(root: Path, chance: random.Random) -> Tree:
    """Make a folder with two to six classes, perhaps in splits or a wrapper, and much that is no image."""
    tree = Tree(root)
    names = _class_names(chance)
    tops = chance.choice([("",), ("train/", "val/"), ("train/", "val/", "test/"), ("wrapper/",)])
    for name in names:
        for top in tops:
            for number in range(chance.randint(1, 4)):
                _add(tree, top, name, f"{_inner(chance)}{number}{chance.choice(LETTERS)}", chance)
        _write(tree, f"{tops[0]}{name}/sure.png", PNG, name, tops[0])
    hidden = [".DS_Store", "._x.png", ".git/a/b.png", "Thumbs.db", f"{tops[0]}{names[0]}/.x/y.png"]
    for place in chance.sample(hidden, chance.randint(0, 4)):
        _write(tree, place, b"x")
    (root / tops[0] / "nothing here").mkdir(exist_ok=True)
    if LINKS_WORK and chance.random() < 0.5:
        _link(tree, f"{tops[0]}{names[0]}/round", root)
        _link(tree, f"{tops[0]}{names[-1]}/broken.png", root / "nowhere")
    return tree


def _class_names(chance: random.Random) -> list[str]:
    names: dict[str, str] = {}
    while len(names) < 2 or (chance.random() < 0.6 and len(names) < 6):
        name = "".join(chance.choices(LETTERS, k=chance.randint(1, 8))).strip()
        name = unicodedata.normalize(chance.choice(["NFC", "NFD"]), name)
        if name:
            names.setdefault(unicodedata.normalize("NFC", name).casefold(), name)
    return list(names.values())


def _inner(chance: random.Random) -> str:
    return chance.choice(["", "", "", "deep/", "a/b/c/"])


def _add(tree: Tree, top: str, name: str, stem: str, chance: random.Random) -> None:
    ending = chance.choice([*CONTENTS, "png", "png", "png"])
    place = f"{top}{name}/{stem}{'.' if ending else ''}{ending}"
    is_used = ending in IS_USED
    _write(tree, place, CONTENTS[ending], name if is_used else "", top)


def _write(tree: Tree, place: str, data: bytes, label: str = "", top: str = "") -> None:
    path = tree.root / place
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    if label:
        tree.labels[place] = label
        tree.splits[place] = SPLITS.get(top)
    else:
        tree.others.add(place)


def _link(tree: Tree, place: str, target: Path) -> None:
    (tree.root / place).symlink_to(target)
    tree.others.add(place)


def check_tree(seed: int) -> None:
    """Make the tree of a seed, scan it, and compare with how it was made; then take a class away and compare again."""
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as temporary:
        tree = make_tree(Path(temporary) / "tree", chance)
        folder = scan(tree.root)
        _check_labels(tree, folder)
        _check_accounts(tree, folder)
        _check_known_classes(tree, folder, chance)


def _check_labels(tree: Tree, folder: ImageFolder) -> None:
    found = {file.relative: folder.class_names[file.class_index] for file in folder.files}
    assert found == tree.labels
    assert {file.relative: file.split for file in folder.files} == tree.splits


def _check_accounts(tree: Tree, folder: ImageFolder) -> None:
    aside = Counter(one.path.relative_to(tree.root).as_posix() for one in (*folder.ignored, *folder.refused))
    folders = {place for place in aside if (tree.root / place).is_dir() and not (tree.root / place).is_symlink()}
    assert set(aside) - folders == tree.others
    assert max(aside.values()) == 1
    assert folder.found == folder.used + len(folder.ignored) + len(folder.refused) == len(tree.labels) + len(aside)


def _check_known_classes(tree: Tree, folder: ImageFolder, chance: random.Random) -> None:
    """Without one class, and with the known ones in any order, every other label keeps its index."""
    known = list(folder.class_names)
    chance.shuffle(known)
    gone = chance.choice(known) if len(known) > 2 else ""
    for place in [place for place, label in tree.labels.items() if label == gone]:
        (tree.root / place).unlink()
    again = scan(tree.root, ScanOptions(known_classes=tuple(known)), check=False)
    assert again.class_names == tuple(known)
    index = {file.relative: file.class_index for file in again.files if file.relative in tree.labels}
    assert index == {place: known.index(label) for place, label in tree.labels.items() if label != gone}


def check_trees(count: int, first: int = 0) -> int:
    """Check ``count`` trees and return how many there were."""
    for seed in range(first, first + count):
        try:
            check_tree(seed)
        except Exception as error:
            raise AssertionError(f"tree {seed}: {error}") from error
    return count


if __name__ == "__main__":
    print(f"{check_trees(int(sys.argv[1]) if len(sys.argv) > 1 else 2000):,} trees: label = folder name, "
          "every file accounted for")
