"""What a sweep is about: everything a process needs to take part in it, as one document."""

from datetime import UTC, datetime
from typing import Any, Literal, Self
from uuid import uuid4

from pydantic import BaseModel, ConfigDict, Field, model_validator

from cnnstudio.data.config import AugmentConfig, PreprocessConfig, SplitConfig
from cnnstudio.sweeps.axes import AUGMENTATION, NETWORK, Axis, Combination, count_combinations
from cnnstudio.training.config import TrainConfig
from cnnstudio.wording import translate

Method = Literal["grid", "random", "bayes"]


class SweepPlan(BaseModel):
    """A sweep, frozen: the images, what stays the same, what is varied, and how the values are chosen.

    Attributes
    ----------
    folder : the image folder, as every process that takes part finds it
    fingerprint : of the images; a process that finds others does not take part
    networks : name -> network document; a sweep that does not vary the network has one
    augmentations : name -> settings; a sweep that does not vary them has one
    trials : how many combinations are tried; a grid tries all of its own
    seeds : trainings of each combination, with seeds ``train.seed``, ``train.seed + 1`` ...
    prunes : whether combinations that do worse than the middle of the others are given up early
    key : the same for no other sweep; empty in sweeps that were made before there were keys
    created : ISO 8601 in UTC; empty likewise
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    schema_version: Literal[1] = 1
    name: str = Field(min_length=1, max_length=200)
    folder: str
    fingerprint: str
    preprocess: PreprocessConfig
    split: SplitConfig
    train: TrainConfig
    networks: dict[str, dict[str, Any]] = Field(min_length=1)
    augmentations: dict[str, AugmentConfig] = Field(min_length=1)
    axes: tuple[Axis, ...] = Field(min_length=1)
    method: Method = Field(
        "grid", title="Method",
        description="A grid tries every combination; random draws values; bayes draws them where others did well.")
    trials: int = Field(
        20, ge=1, le=100_000, title="Trials",
        description="How many combinations are tried; a grid tries all of its own.")
    seeds: int = Field(
        1, ge=1, le=100, title="Seeds",
        description="Trainings of each combination, with different seeds; their spread tells what is luck.")
    prunes: bool = False
    key: str = ""
    created: str = ""

    @model_validator(mode="after")
    def _fits(self) -> Self:
        names = [axis.field for axis in self.axes]
        if len(set(names)) < len(names):
            raise ValueError(translate("sweeps", "each setting can be varied once"))
        for field, known in ((NETWORK, self.networks), (AUGMENTATION, self.augmentations)):
            wanted = next((axis.choices for axis in self.axes if axis.field == field), None)
            missing = [name for name in wanted or () if name not in known]
            if missing or (wanted is None and len(known) != 1):
                raise ValueError(translate("sweeps", "{field}: {names} is not known", field=field,
                                           names=", ".join(map(str, missing)) or "?"))
        return self

    @property
    def group_key(self) -> str:
        """What all runs of the sweep have in common."""
        return self.key or f"sweep {self.name}"

    @property
    def trial_count(self) -> int:
        """Combinations that will be tried."""
        return count_combinations(self.axes) if self.method == "grid" else self.trials

    def network_of(self, combination: Combination) -> tuple[str, dict[str, Any]]:
        """Return name and document of the network of a combination."""
        name = str(combination.get(NETWORK, next(iter(self.networks))))
        return name, self.networks[name]

    def augmentation_of(self, combination: Combination) -> AugmentConfig:
        """Return the augmentation of a combination."""
        return self.augmentations[str(combination.get(AUGMENTATION, next(iter(self.augmentations))))]


def identity() -> dict[str, str]:
    """Return a new sweep's ``key`` and ``created``."""
    return {"key": uuid4().hex, "created": datetime.now(UTC).isoformat(timespec="seconds")}
