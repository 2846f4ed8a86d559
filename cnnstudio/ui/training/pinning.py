"""Which images are worth watching while a network learns."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cnnstudio.workspace.pinned_images_job import PinnedImage
    from cnnstudio.workspace.workspace import Workspace

PINNED = 6


def choose_pinned(workspace: "Workspace", turn: int) -> "tuple[PinnedImage, ...]":
    """Return `PINNED` validation images, class by class in turn; another ``turn`` gives the next ones.

    With 3 classes A, B, C turn 0 is A1 B1 C1 A2 B2 C2 and turn 1 is A3 B3 C3 A4 B4 C4.
    """
    from cnnstudio.workspace.pinned_images_job import PinnedImage

    folder, splits = workspace.folder, workspace.splits
    if folder is None or splits is None or not len(splits.validation):
        return ()
    by_class: dict[int, list[int]] = {}
    for index in splits.validation:
        by_class.setdefault(folder.files[index].class_index, []).append(int(index))
    longest = max(len(indices) for indices in by_class.values())
    order = [by_class[number][place] for place in range(longest) for number in sorted(by_class)
             if place < len(by_class[number])]
    chosen = [order[(turn * PINNED + place) % len(order)] for place in range(min(PINNED, len(order)))]
    return tuple(PinnedImage(folder.files[index].path, folder.class_names[folder.files[index].class_index])
                 for index in chosen)
