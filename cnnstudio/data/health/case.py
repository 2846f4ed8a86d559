"""An image folder as the checks of its health look at it: columns of figures, and the groups of copies."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from cnnstudio.data.config import PreprocessConfig
from cnnstudio.data.folder.image_folder import ImageFile, ImageFolder
from cnnstudio.data.split import SPLITS, Splits
from cnnstudio.data.thread_pool import never_stop

Group = tuple[int, ...]
"""Places in ``folder.files``, ascending."""


@dataclass(frozen=True)
class Case:
    """What is judged.

    Attributes
    ----------
    folder : as it is used
    splits : how its images are divided; None: only what the folder and the user say
    preprocess : what the network is given; None: not chosen
    should_stop : asked by checks that take longer than a moment
    """

    folder: ImageFolder
    splits: Splits | None = None
    preprocess: PreprocessConfig | None = None
    should_stop: Callable[[], bool] = never_stop

    @cached_property
    def files(self) -> tuple[ImageFile, ...]:
        """Those that are used."""
        return self.folder.files

    def class_name(self, index: int) -> str:
        """Return the class of a file."""
        return self.folder.class_names[self.class_of[index]]

    @cached_property
    def class_of(self) -> list[int]:
        """The class index of each file, for one at a time; see `classes`."""
        return [file.class_index for file in self.files]

    @cached_property
    def split_of(self) -> list[str | None]:
        """The split of each file; None where it is not known."""
        result: list[str | None] = [file.split for file in self.files]
        if self.splits is not None:
            for name in SPLITS:
                for index in getattr(self.splits, name).tolist():
                    result[index] = name
        return result

    @cached_property
    def equal(self) -> list[Group]:
        """Pictures with equal pixels."""
        return _groups(self.digests)

    @cached_property
    def alike(self) -> list[Group]:
        """Pictures that look alike, not all of them equal."""
        digests = self.digests
        return [group for group in _groups([file.group for file in self.files])
                if len({digests[index] for index in group}) > 1]

    @cached_property
    def digests(self) -> list[str]:
        """The digest of each file's pixels."""
        return [file.digest for file in self.files]

    @cached_property
    def classes(self) -> NDArray[np.int64]:
        """(N,) class index of each file."""
        return np.array(self.class_of, np.int64)

    @cached_property
    def sizes(self) -> NDArray[np.int64]:
        """(N, 2) height and width in pixels; 0 where not known."""
        return np.array([(file.height, file.width) for file in self.files], np.int64).reshape(-1, 2)

    @cached_property
    def figures(self) -> NDArray[np.float64]:
        """(N, 4) brightness, contrast, sharpness and whether it is grey; NaN where not measured."""
        unknown = (np.nan,) * 4
        return np.array([unknown if file.measures is None else file.measures[:4] for file in self.files],
                        np.float64).reshape(-1, 4)

    def chosen(self, which: NDArray[np.bool_]) -> list[ImageFile]:
        """Return the files where ``which`` (N,) is true."""
        return [self.files[index] for index in np.flatnonzero(which).tolist()]

    def paths(self, groups: Iterable[Sequence[int]]) -> tuple[Path, ...]:
        """Return the files of groups, one group after the other."""
        return tuple(self.files[index].path for group in groups for index in group)


def _groups(keys: Sequence[str]) -> list[Group]:
    first: dict[str, int] = {}
    further: dict[int, list[int]] = defaultdict(list)
    for index, key in enumerate(keys):
        if key and (start := first.setdefault(key, index)) != index:
            further[start].append(index)
    return [(start, *further[start]) for start in sorted(further)]
