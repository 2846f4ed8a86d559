"""What a project file holds, as frozen records that are the same whether it was just read or is about to be saved."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

from cnnstudio.data.config import AugmentConfig, PreprocessConfig, SplitConfig
from cnnstudio.data.curation.decisions import Curation
from cnnstudio.training.config import TrainConfig

SUFFIX = ".cnnstudio"
FORMAT_VERSION = 2
"""What this program writes; it opens this and all older ones for ever. Version 1 had another ``curation.json``."""

Packing = Literal["results", "weights", "everything"]
"""How much of a run is in the file: record, network, curves, images' names and answers; the best and the last weights
too; also what a training needs to go on, and the kept epochs."""

PACKINGS: tuple[Packing, ...] = ("results", "weights", "everything")


@dataclass(frozen=True, slots=True)
class FolderHint:
    """Where the images were when the project was saved: text that nobody may follow without `folder_hint.place_of`.

    Attributes
    ----------
    relative : from the project file's folder, with ``/``; empty when there is no such way
    absolute : as the system that saved it writes it
    fingerprint : of the images (`ImageFolder.fingerprint`); empty when not all of them had been decoded
    images : how many were used
    seal : proves that a file was saved on this machine (`origin.is_ours`); empty when it could not be made
    """

    relative: str
    absolute: str
    fingerprint: str = ""
    images: int = 0
    seal: str = ""


@dataclass(frozen=True, slots=True)
class PackedRun:
    """One run inside a project file, as a list shows it.

    Attributes
    ----------
    run_id : name of the run's folder, unique in the file
    packing : how much of it is there
    size : bytes of its members, unpacked
    name : what the user calls it
    created : ISO 8601 in UTC
    status : as in `RunRecord.status`
    epochs : completed
    val_accuracy : of the best weights (of the best epoch where they were not evaluated), 0 to 1; None without an epoch
    place : number of its folder in the file, from 1
    """

    run_id: str
    packing: Packing = "results"
    size: int = 0
    name: str = ""
    created: str = ""
    status: str = ""
    network_name: str = ""
    epochs: int = 0
    val_accuracy: float | None = None
    place: int = 1


@dataclass(frozen=True, slots=True)
class RunToPack:
    """A run folder of this machine that is to be in the project file, in place of one of the same name there."""

    path: Path
    packing: Packing = "weights"


def _no_graph() -> dict[str, Any]:
    return {"schema_version": 1, "nodes": [], "edges": []}


@dataclass(frozen=True)
class ProjectContents:
    """Everything a project file holds but the runs' own files, which stay in it until they are unpacked.

    Attributes
    ----------
    name : of the project, one line of at most 200 characters
    notes : the user's own words, plain text of at most 100,000 characters with line breaks
    folder : where the images were; None when there are none
    curation : what is decided about the images
    preprocess, split, augment, recipe : the settings of the four pages
    graph : the network document (see `cnnstudio.network.document`), always one that can be opened
    network_name : one line
    runs : the runs packed in the file this was read from; empty for a new project
    thumbnails : name (``"network"``, ...; lower-case letters, digits, underscores) -> PNG of at most 512 x 512 pixels;
        at most 32
    unknown : fields a newer version of the program wrote, by section; kept when the project is saved again
    is_partial : whether its network is left out because only a newer version of the program knows it; such a file is
        looked at and never saved over
    notices : sentences for the user about what was left out or mended when it was read; never saved
    saved, app_version : when (ISO 8601 in UTC) and by which version it was saved; empty for a new project
    """

    name: str = ""
    notes: str = ""
    folder: FolderHint | None = None
    curation: Curation = field(default_factory=Curation)
    preprocess: PreprocessConfig = field(default_factory=PreprocessConfig)
    split: SplitConfig = field(default_factory=SplitConfig)
    augment: AugmentConfig = field(default_factory=AugmentConfig)
    recipe: TrainConfig = field(default_factory=TrainConfig)
    graph: Mapping[str, Any] = field(default_factory=_no_graph)
    network_name: str = ""
    runs: tuple[PackedRun, ...] = ()
    thumbnails: Mapping[str, bytes] = field(default_factory=lambda: MappingProxyType({}))
    unknown: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    is_partial: bool = field(default=False, compare=False)
    notices: tuple[str, ...] = field(default=(), compare=False)
    saved: str = field(default="", compare=False)
    app_version: str = field(default="", compare=False)
