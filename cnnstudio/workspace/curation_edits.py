"""Changes of the user's decisions about images, as values that apply and revert themselves."""

from collections.abc import Hashable
from dataclasses import dataclass
from pathlib import Path

from cnnstudio.data.curation import Curation
from cnnstudio.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class SetCuration:
    """Put ``after`` in the place of ``before``; the folder's files are never touched.

    Attributes
    ----------
    label : what the undo menu says, such as ``"Leave 3 images out"``
    root : the folder the decisions are about; while another one is open, the edit does nothing
    """

    before: Curation
    after: Curation
    label: str
    root: Path | None = None

    @classmethod
    def of(cls, workspace: Workspace, after: Curation, label: str) -> "SetCuration":
        """Return the edit that puts ``after`` into force in the folder that is open."""
        root = workspace.folder.root if workspace.folder is not None else None
        return cls(workspace.curation, after, label, root)

    @property
    def merge_key(self) -> Hashable | None:
        """Each is an undo step of its own."""
        return None

    def apply(self, workspace: Workspace) -> None:
        """Put ``after`` into force. Raises as `Workspace.set_curation`; nothing has changed then."""
        self._set(workspace, self.after)

    def revert(self, workspace: Workspace) -> None:
        """Put ``before`` into force again."""
        self._set(workspace, self.before)

    def _set(self, workspace: Workspace, curation: Curation) -> None:
        if self.root is None or (workspace.folder is not None and workspace.folder.root == self.root):
            workspace.set_curation(curation)
