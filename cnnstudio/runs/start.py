"""What a run started from, where it did not start from nothing."""

from pydantic import BaseModel, ConfigDict, Field


class RunStart(BaseModel):
    """Where first weights came from; they themselves are kept in the run, so that it is complete without the source.

    Attributes
    ----------
    source : what the run or file is called
    path : where it was
    sha256 : of the file with the weights
    layers : names of the layers that took theirs from it
    differences : why the others did not, a phrase each
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    source: str = Field(max_length=400)
    path: str = ""
    sha256: str = ""
    layers: tuple[str, ...] = ()
    differences: tuple[str, ...] = ()
