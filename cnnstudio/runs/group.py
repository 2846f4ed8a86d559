"""What makes several trainings one experiment: other seeds, other folds, or the trials of a sweep."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

GroupKind = Literal["seeds", "folds", "sweep"]


class RunGroup(BaseModel):
    """The place of a training among those it belongs to, frozen.

    Attributes
    ----------
    key : the same in all of them and in no others
    kind : ``"seeds"``: the same images, another seed each; ``"folds"``: each image is judged by one of them;
        ``"sweep"``: other settings each
    name : what the user calls all of them together
    number : 1 for the first
    count : how many there will be; 0 when that is not known
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    key: str = Field(min_length=1, max_length=200)
    kind: GroupKind
    name: str = Field("", max_length=200)
    number: int = Field(1, ge=1)
    count: int = Field(0, ge=0)
