"""What is kept of a group beside its runs: how its members are trained, and what the user says about it."""

import contextlib
import json
import re
import shutil
import uuid
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from cnnstudio import storage
from cnnstudio.data.config import AugmentConfig, PreprocessConfig, SplitConfig
from cnnstudio.data.split import SPLITS
from cnnstudio.errors import RunError, StorageError
from cnnstudio.runs.folder_names import folder_name, free_name
from cnnstudio.runs.group import RunGroup
from cnnstudio.runs.images import RunImages, images_to_bytes, read_images
from cnnstudio.training.config import TrainConfig
from cnnstudio.wording import translate

GROUPS = ".groups"
"""Folder of all groups, in the folder of the runs."""
PLAN, NOTES = "plan.json", "notes.json"
_SAFE_KEY = re.compile(r"[\w\-. ]+")


class GroupNotes(BaseModel):
    """What the user says about a group, frozen."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    name: str = Field("", max_length=200)
    notes: str = ""
    tags: tuple[str, ...] = ()
    starred: bool = False


class GroupPlan(BaseModel):
    """How the members of a group are trained, frozen: all that is needed to train one that is missing.

    Attributes
    ----------
    group : of the first member
    train : the recipe of the first member; of other seeds each has the next seed
    split : of the first member; of folds each has the next fold
    images : those of the first member, as `RunImages` documents them
    start_from : run or file whose weights every member starts with; empty for none
    splits : of each fold, a digit an image: its place in `cnnstudio.data.split.SPLITS`; of seeds one for all
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    schema_version: Literal[1] = 1
    group: RunGroup
    network_name: str
    graph: dict[str, Any]
    preprocess: PreprocessConfig
    split: SplitConfig
    augment: AugmentConfig
    train: TrainConfig
    class_names: tuple[str, ...]
    folder: str
    start_from: str = ""
    images: dict[str, Any]
    splits: tuple[str, ...] = Field(min_length=1)

    def images_of(self, number: int) -> RunImages:
        """Return the images of a member, the first of which has the number 1."""
        images = read_images(self.images, translate("runs", "The plan of {key}", key=self.group.key))
        places = self.splits[number - 1 if len(self.splits) > 1 else 0]
        return RunImages(images.relative, images.class_name, tuple(SPLITS[int(place)] for place in places),
                         images.size, images.digest)

    def train_of(self, number: int) -> TrainConfig:
        """Return the recipe of a member."""
        return seeded(self.train, number) if self.group.kind == "seeds" else self.train

    def split_of(self, number: int) -> SplitConfig:
        """Return how the images of a member are divided."""
        return self.split.model_copy(update={"fold": number}) if self.group.kind == "folds" else self.split


def seeded(config: TrainConfig, number: int) -> TrainConfig:
    """Return the recipe with the seed of the member ``number``: the first has the recipe's own, then the next ones."""
    return config.model_copy(update={"seed": config.seed + number - 1})


def images_document(images: RunImages) -> dict[str, Any]:
    """Return images as a plan keeps them."""
    document: dict[str, Any] = json.loads(images_to_bytes(images))
    return document


def places_text(images: RunImages) -> str:
    """Return a digit an image: its place in `SPLITS`."""
    number = {name: str(place) for place, name in enumerate(SPLITS)}
    return "".join(number[name] for name in images.split)


def group_path(directory: Path, key: str) -> Path:
    """Return the folder of a group of the runs in ``directory``; a key that no folder can have gets a safe name."""
    safe = _SAFE_KEY.fullmatch(key) is not None and key.strip(". ") == key
    return directory / GROUPS / (key if safe else uuid.uuid5(uuid.NAMESPACE_URL, key).hex)


def new_key(directory: Path, created: str, words: str) -> str:
    """Return a key that no group in ``directory`` has, such as ``"2026-11-22_14.03.05_small_5_seeds"``."""
    return free_name(folder_name(created, words), lambda name: (directory / GROUPS / name).exists())


def save_plan(directory: Path, plan: GroupPlan) -> Path:
    """Keep how a group is trained; return its folder.

    Raises
    ------
    StorageError
        When it cannot be written.
    """
    path = group_path(directory, plan.group.key)
    data = json.dumps(plan.model_dump(mode="json"), ensure_ascii=False, allow_nan=False)
    storage.write_text(path / PLAN, data + "\n")
    return path


def has_plan(path: Path) -> bool:
    """Whether it is known how the members of the group in this folder are trained."""
    return (path / PLAN).is_file()


def read_plan(path: Path) -> GroupPlan:
    """Return how the members of a group are trained.

    Raises
    ------
    RunError
        When there is no plan, or it is damaged.
    """
    try:
        return GroupPlan.model_validate(_document(path / PLAN))
    except StorageError as error:
        raise RunError(translate(
            "runs", "It is not known how the trainings of {file} go on: {reason}", file=path.name,
            reason=error)) from error
    except ValidationError as error:
        place = ".".join(map(str, error.errors(include_url=False)[0]["loc"]))
        raise RunError(translate(
            "runs", "{path} cannot be read: {place} is not as it was written. Train anew.", path=path / PLAN,
            place=place)) from error


def read_notes(path: Path) -> GroupNotes:
    """Return what the user says about a group; nothing when that was never said or cannot be read."""
    try:
        return GroupNotes.model_validate(_document(path / NOTES)) if (path / NOTES).is_file() else GroupNotes()
    except (StorageError, ValidationError):
        return GroupNotes()


def _document(path: Path) -> Mapping[str, Any]:
    found = storage.read_json(path)
    return found if isinstance(found, Mapping) else {}


def annotate_group(path: Path, *, name: str | None = None, notes: str | None = None, starred: bool | None = None,
                   tags: Sequence[str] | None = None) -> GroupNotes:
    """Change what the user says about a group; what is None stays.

    Raises
    ------
    StorageError
        When it cannot be written.
    """
    given = {"name": name, "notes": notes, "starred": starred, "tags": None if tags is None else tuple(tags)}
    changed = read_notes(path).model_copy(update={key: value for key, value in given.items() if value is not None})
    storage.write_json(path / NOTES, changed.model_dump(mode="json"))
    return changed


def remove_group_folder(path: Path) -> None:
    """Forget a group whose runs are gone; one that has no folder is no error."""
    with contextlib.suppress(OSError):
        shutil.rmtree(path)
