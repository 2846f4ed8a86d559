"""Changes of the user's decisions about images, and of their splits, as values that apply and revert themselves."""

from collections.abc import Hashable
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from cnnstudio.data.config import SplitConfig
from cnnstudio.data.curation.decisions import Curation
from cnnstudio.workspace.workspace import Workspace

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class _FolderEdit(Generic[Value]):
    """Put ``after`` in the place of ``before``; the folder's files are never touched.

    Attributes
    ----------
    label : what the undo menu says, such as ``"Leave 3 images out"``
    root : the folder it is about; while another one is open, the edit does nothing
    """

    before: Value
    after: Value
    label: str
    root: Path | None = None

    @property
    def merge_key(self) -> Hashable | None:
        """Each is an undo step of its own."""
        return None

    def apply(self, workspace: Workspace) -> None:
        """Put ``after`` into force. Raises as the workspace's method; nothing has changed then."""
        self._set(workspace, self.after)

    def revert(self, workspace: Workspace) -> None:
        """Put ``before`` into force again."""
        self._set(workspace, self.before)

    def _set(self, workspace: Workspace, value: Value) -> None:
        if self.root is None or (workspace.folder is not None and workspace.folder.root == self.root):
            self._put(workspace, value)

    def _put(self, workspace: Workspace, value: Value) -> None:
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class SetCuration(_FolderEdit[Curation]):
    """Put other decisions about images into force, by `Workspace.set_curation`."""

    @classmethod
    def of(cls, workspace: Workspace, after: Curation, label: str) -> "SetCuration":
        """Return the edit that puts ``after`` into force in the folder that is open."""
        root = workspace.folder.root if workspace.folder is not None else None
        return cls(workspace.curation, after, label, root)

    def _put(self, workspace: Workspace, value: Curation) -> None:
        workspace.set_curation(value)


@dataclass(frozen=True, slots=True)
class SetSplit(_FolderEdit[SplitConfig]):
    """Divide the images another way, by `Workspace.set_split`."""

    def _put(self, workspace: Workspace, value: SplitConfig) -> None:
        workspace.set_split(value)
