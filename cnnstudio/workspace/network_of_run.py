"""Puts the network of a run in the place of the one that is open, with what belongs to it, as one step."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cnnstudio.data.config import PreprocessConfig
from cnnstudio.network.edits import ReplaceGraph
from cnnstudio.network.graph import NetworkGraph
from cnnstudio.wording import translate

if TYPE_CHECKING:
    from cnnstudio.workspace.workspace import Workspace


@dataclass(frozen=True)
class TakeNetwork(ReplaceGraph):
    """Replace the network; its name and the preparation its Input was made for come with it, and go with it.

    Attributes
    ----------
    workspace : whose preparation and name change; its network is the one the edit is applied to
    preprocess : of the run
    name : of its network
    source : what the run is called
    """

    workspace: "Workspace"
    preprocess: PreprocessConfig
    name: str
    source: str
    _before: list[tuple[PreprocessConfig, str]] = field(default_factory=list, init=False, repr=False, compare=False)

    @property
    def label(self) -> str:
        """Name the run."""
        return translate("workspace", "Use the network of {source}", source=self.source)

    def apply(self, graph: NetworkGraph) -> None:
        """Replace the network first: the preparation then has nothing left to fit."""
        before = (self.workspace.preprocess, self.workspace.network_name)
        super().apply(graph)
        self._before[:] = [before]
        self._settle(self.preprocess, self.name)

    def revert(self, graph: NetworkGraph) -> None:
        """Bring the network back, and what belongs to it."""
        super().revert(graph)
        while self._before:
            self._settle(*self._before.pop())

    def _settle(self, preprocess: PreprocessConfig, name: str) -> None:
        self.workspace.set_network_name(name)
        self.workspace.set_preprocess(preprocess)
