"""Makes the plan of a sweep from what is open in the window: networks are fitted, names checked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from cnnstudio.data.augment.cautions import Subject
from cnnstudio.data.config import AugmentConfig, PreprocessConfig, SplitConfig
from cnnstudio.errors import CNNStudioError, InputError
from cnnstudio.network.document import to_document
from cnnstudio.network.own_networks import own_networks
from cnnstudio.network.presets import PRESETS, load_network
from cnnstudio.refused_values import refusal
from cnnstudio.sweeps.axes import AUGMENTATION, NETWORK, Axis
from cnnstudio.sweeps.plan import Method, SweepPlan, identity
from cnnstudio.sweeps.study import address_in, sweep_names
from cnnstudio.training.config import TrainConfig
from cnnstudio.wording import translate
from cnnstudio.workspace.augmentations import AUGMENTATIONS, suited
from cnnstudio.workspace.jobs import ShouldStop

if TYPE_CHECKING:
    from cnnstudio.workspace.workspace import Workspace

AS_SET = "as set"
"""The augmentation of the Data page, among the ready-made ones."""


@dataclass(frozen=True, slots=True, eq=False)
class SweepSubject:
    """What a sweep starts from: the images, how they are prepared, and what is trained when it is not varied."""

    folder: Path
    fingerprint: str
    class_names: tuple[str, ...]
    preprocess: PreprocessConfig
    split: SplitConfig
    augment: AugmentConfig
    train: TrainConfig
    network_name: str
    document: dict[str, Any]
    runs_directory: Path

    @property
    def drawn_name(self) -> str:
        """What the network on the canvas is called among all networks: a ready-made one may have the same name."""
        taken = {*(info.name for info in PRESETS), *(own.name for own in own_networks())}
        return f"{self.network_name} (as drawn)" if self.network_name in taken else self.network_name

    @property
    def network_names(self) -> tuple[str, ...]:
        """The networks that can be tried: the one on the canvas, ready-made ones, the user's own."""
        return tuple(dict.fromkeys((self.drawn_name, *(info.name for info in PRESETS),
                                    *(own.name for own in own_networks()))))

    @property
    def augmentation_names(self) -> tuple[str, ...]:
        """The augmentations that can be tried; the one of the Data page only when it is none of the ready-made."""
        made = tuple(AUGMENTATIONS)
        return made if self.augment in map(self.augmentation, made) else (AS_SET, *made)

    def augmentation(self, name: str) -> AugmentConfig:
        """Return the settings of one of them, without what would harm these images."""
        subject = Subject(self.class_names, self.preprocess.color == "grey", self.train.epochs)
        return self.augment if name == AS_SET else suited(name, subject).config

    def network(self, name: str) -> dict[str, Any]:
        """Return the document of one of them, fitted to the images. Raises NetworkError when it does not fit."""
        if name == self.drawn_name:
            return self.document
        return to_document(load_network(name, input_shape=self.preprocess.shape, classes=len(self.class_names)))


def sweep_subject(workspace: "Workspace") -> SweepSubject:
    """Return what a sweep of what is open now would be about; there must be images."""
    folder = workspace.folder
    if folder is None:
        raise InputError(translate("workspace", "There are no images yet: open an image folder or a sample first."))
    return SweepSubject(
        folder.root, folder.fingerprint, folder.class_names, workspace.preprocess, workspace.split_config,
        workspace.augment, workspace.train_config, workspace.network_name, to_document(workspace.graph),
        workspace.runs.directory)


@dataclass(frozen=True, slots=True)
class SweepWish:
    """What is to be tried, and how."""

    name: str
    axes: tuple[Axis, ...]
    method: Method = "grid"
    trials: int = 20
    seeds: int = 1
    prunes: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class SweepPlanned:
    """The plan; the result of a `SweepPlanJob`."""

    plan: SweepPlan


@dataclass(frozen=True, slots=True)
class SweepRefused:
    """The other result: why there can be no such sweep."""

    field: str
    """Where the reason is to be shown: ``"name"``, a varied setting, or empty for the whole."""
    message: str


class SweepPlanJob:
    """Make a plan: `SweepPlanned` or `SweepRefused`. Raises StorageError when the database of sweeps cannot be read."""

    title = "Checking the settings to try"

    def __init__(self, subject: SweepSubject, wish: SweepWish) -> None:
        self._subject, self._wish = subject, wish

    def run(self, should_stop: ShouldStop) -> Iterator[object]:  # noqa: ARG002 - too short to be stopped
        """Check and yield the result."""
        if self._wish.name in known_names(self._subject.runs_directory):
            yield SweepRefused("name", translate(
                "workspace", "There is a sweep called {wish!r} already. Choose another name.", wish=self._wish.name))
            return
        try:
            networks = self._networks()
        except CNNStudioError as error:
            yield SweepRefused(NETWORK, str(error))
            return
        try:
            yield SweepPlanned(self._plan(networks))
        except ValidationError as error:
            yield SweepRefused("", translate("workspace", "The sweep cannot be made: {message}.",
                                             message=refusal(error)))

    def _networks(self) -> dict[str, dict[str, Any]]:
        chosen = self._choices(NETWORK)
        subject = self._subject
        return ({name: subject.network(name) for name in chosen} if chosen
                else {subject.network_name or "network": subject.document})

    def _plan(self, networks: dict[str, dict[str, Any]]) -> SweepPlan:
        subject, wish = self._subject, self._wish
        chosen = self._choices(AUGMENTATION)
        augmentations = {name: subject.augmentation(name) for name in chosen} or {AS_SET: subject.augment}
        return SweepPlan(
            name=wish.name, folder=str(subject.folder), fingerprint=subject.fingerprint, preprocess=subject.preprocess,
            split=subject.split, train=subject.train, networks=networks, augmentations=augmentations, axes=wish.axes,
            method=wish.method, trials=wish.trials, seeds=wish.seeds, prunes=wish.prunes, **identity())

    def _choices(self, field: str) -> Sequence[str]:
        return [str(value) for axis in self._wish.axes if axis.field == field for value in axis.choices]


def known_names(runs_directory: Path) -> tuple[str, ...]:
    """Return the names of the sweeps whose runs are kept in a folder. Raises StorageError."""
    return sweep_names(address_in(runs_directory)) if has_sweeps(runs_directory) else ()


def has_sweeps(runs_directory: Path) -> bool:
    """Whether there is a database of sweeps beside the runs; looking into it would make one."""
    return (runs_directory / "sweeps.db").is_file()
