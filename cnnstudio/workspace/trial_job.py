"""Asks a run about an image that was changed by hand, beside the same change where it should not matter."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from cnnstudio.data.loading import load
from cnnstudio.errors import CNNStudioError, ImageError, InputError, JobCancelledError
from cnnstudio.explain.trials.areas import elsewhere
from cnnstudio.explain.trials.edits import Edit, EditStack, Erase, Paste, Patch
from cnnstudio.wording import translate
from cnnstudio.workspace.inspected_image import inspected_image
from cnnstudio.workspace.jobs import Progress, ShouldStop
from cnnstudio.workspace.loaded_run import LoadedRun, loaded_run

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from cnnstudio.explain.inspection import Inspection

CONTROLS = 8
_AT_ONCE = 16


@dataclass(frozen=True, slots=True, eq=False)
class TrialReady:
    """What a run answers to a changed image; the result of a `TrialJob`.

    Attributes
    ----------
    original : (h, w, C) uint8, what the network is given of the image as it is
    pixels : (h, w, C) uint8, with the changes
    raw : (h', w'), signed evidence at the usual layer for the class predicted before any change
    before, after : (K,) probabilities
    controls : (n, K), of the same changes where they should not matter: erased areas elsewhere, pasted patches shuffled
    changed : share of the input's pixels that were changed, 0 to 1
    """

    class_names: tuple[str, ...]
    original: "NDArray[np.uint8]"
    pixels: "NDArray[np.uint8]"
    raw: "NDArray[np.float32] | None"
    before: "NDArray[np.float32]"
    after: "NDArray[np.float32]"
    controls: "NDArray[np.float32]"
    changed: float


class TrialJob:
    """Change, ask, and ask about the controls: `TrialReady`.

    Parameters
    ----------
    image : a file, or decoded pixels (H, W, 3) uint8
    stack : the changes, in pixels of the network's input

    Raises
    ------
    RunError, ImageError
        From `run`: a damaged run or image.
    """

    title = "Asking about the changed image"

    def __init__(self, run_path: Path, image: "Path | NDArray[np.uint8]", stack: EditStack) -> None:
        self._run_path, self._image, self._stack = run_path, image, stack

    def run(self, should_stop: ShouldStop) -> Iterator[object]:  # noqa: ARG002 - one batch, too short to be stopped
        """Answer and yield the result."""
        with inspected_image(self._run_path, self._image) as seen:
            original = seen.inspection.seen.input_pixels
            stacks = [EditStack(), self._stack, *controls_of(self._stack)]
            pixels = np.stack([stack.apply(original) for stack in stacks])
            found = _probabilities(seen.run, pixels)
            raw = _evidence(seen.inspection)
        changed = float(self._stack.area(*original.shape[:2]).mean())
        yield TrialReady(seen.answer.class_names, original, pixels[1], raw, found[0], found[1], found[2:], changed)


def _evidence(inspection: "Inspection") -> "NDArray[np.float32] | None":
    """Return the Grad-CAM of the predicted class at the usual layer; None where there is none."""
    try:
        return inspection.explain().heatmap.raw
    except CNNStudioError:
        return None


def controls_of(stack: EditStack, count: int = CONTROLS) -> list[EditStack]:
    """Return the same changes where they should not matter, ``count`` times; none of no changes."""
    if not stack.done:
        return []
    variants = [_control_edits(edit, count, seed) for seed, edit in enumerate(stack.done)]
    return [EditStack(tuple(edits)) for edits in zip(*variants, strict=True)]


def _control_edits(edit: Edit, count: int, seed: int) -> Sequence[Edit]:
    if isinstance(edit, Erase):
        return [replace(edit, mask=mask) for mask in elsewhere(edit.mask, count, seed)]
    return [replace(edit, patch=edit.patch.shuffled(seed * count + number)) for number in range(count)]


def _probabilities(run: LoadedRun, pixels: "NDArray[np.uint8]") -> "NDArray[np.float32]":
    from cnnstudio.explain.answers import probabilities_of

    return probabilities_of(run.network, pixels, run.record.mean, run.record.std)


@dataclass(frozen=True, slots=True, eq=False)
class PatchTried:
    """What a patch does in other images; the result of a `PatchJob`.

    Attributes
    ----------
    paths : N images it was pasted into
    pixels : (N, h, w, C) uint8, with the patch
    before, after, placebo : (N, K) probabilities: as they are, with the patch, with the patch's pixels shuffled
    """

    class_names: tuple[str, ...]
    paths: tuple[Path, ...]
    pixels: "NDArray[np.uint8]"
    before: "NDArray[np.float32]"
    after: "NDArray[np.float32]"
    placebo: "NDArray[np.float32]"

    def turned(self, index: int) -> tuple[int, int, int]:
        """Return how many images were not class ``index`` before, and how many of them are with patch and placebo."""
        others = self.before.argmax(axis=1) != index
        counts = [int((found[others].argmax(axis=1) == index).sum()) for found in (self.after, self.placebo)]
        return int(others.sum()), counts[0], counts[1]


class PatchJob:
    """Paste a patch, where it came from, into other images: `Progress` ..., then `PatchTried`.

    An image that cannot be read is left out.

    Raises
    ------
    RunError
        From `run`: a damaged run.
    JobCancelledError
        From `run`, when it is stopped.
    """

    title = "Pasting into other images"

    def __init__(self, run_path: Path, patch: Patch, images: Sequence[Path]) -> None:
        self._run_path, self._patch, self._images = run_path, patch, tuple(images)

    def run(self, should_stop: ShouldStop) -> Iterator[object]:
        """Paste, ask and yield the events."""
        parts: list[tuple[list[Path], list[NDArray[np.uint8]], NDArray[np.float32]]] = []
        names: tuple[str, ...] = ()
        for start in range(0, len(self._images), _AT_ONCE):
            yield Progress(start, len(self._images), self.title)
            if should_stop():
                raise JobCancelledError(self.title)
            with loaded_run(self._run_path) as run:
                names = tuple(run.record.class_names)
                parts.append(self._tried(run, self._images[start:start + _AT_ONCE]))
        if not any(paths for paths, _, _ in parts):
            raise InputError(translate(
                "workspace", "None of the other images can be read any more. Is their folder still there?"))
        found = np.concatenate([answers for _, _, answers in parts], axis=1)
        yield PatchTried(names, tuple(path for paths, _, _ in parts for path in paths),
                         np.stack([one for _, pixels, _ in parts for one in pixels]), *found)

    def _tried(self, run: LoadedRun,
               images: Sequence[Path]) -> "tuple[list[Path], list[NDArray[np.uint8]], NDArray[np.float32]]":
        """Return the images that could be read, what they look like with the patch, and the answers (3, n, K)."""
        inputs = {path: pixels for path in images if (pixels := _input(run, path)) is not None}
        if not inputs:
            return [], [], np.zeros((3, 0, len(run.record.class_names)), np.float32)
        with_patch = [self._paste(self._patch, pixels) for pixels in inputs.values()]
        placebo = [self._paste(self._patch.shuffled(number), pixels) for number, pixels in enumerate(inputs.values())]
        answers = [_probabilities(run, np.stack(one)) for one in (list(inputs.values()), with_patch, placebo)]
        return list(inputs), with_patch, np.stack(answers)

    @staticmethod
    def _paste(patch: Patch, pixels: "NDArray[np.uint8]") -> "NDArray[np.uint8]":
        height, width = pixels.shape[:2]
        return Paste(patch, patch.top, patch.left, (height, width)).apply(pixels)


def _input(run: LoadedRun, path: Path) -> "NDArray[np.uint8] | None":
    try:
        return load(path, run.record.preprocess, readable_part=True).input_pixels
    except ImageError:
        return None
