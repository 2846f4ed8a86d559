"""Notices what the user changes and has not saved, and has the journal keep it in case of a crash."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from cnnstudio.project.contents import ProjectContents
from cnnstudio.project.journal import Journal
from cnnstudio.ui.projects.thumbnail import network_thumbnail
from cnnstudio.workspace.project_state import contents_of, differs

if TYPE_CHECKING:
    from pathlib import Path

    from cnnstudio.network.graph import NetworkGraph
    from cnnstudio.workspace.workspace import Workspace

_LOOK_MS = 300
"""After a change; with the journal's own pace the newest change is on disk within two seconds."""


class ProjectChanges(QObject):
    """Compares what is open with what was saved, soon after each change.

    A folder or sample that was merely opened is nothing to save; what is changed afterwards is.
    """

    changed = Signal()
    """`is_unsaved` is another than before."""
    trouble = Signal(str)
    """Why changes cannot be kept for a crash, in a sentence."""

    def __init__(self, workspace: "Workspace", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.base = ProjectContents()
        """What was opened or saved last, with the notes as they are now."""
        self.path: Path | None = None
        self.is_unsaved = False
        self.is_held = False
        """While a project's images are being opened nothing counts as a change."""
        self._clean: ProjectContents | None = None
        self._told_trouble = ""
        self.journal = Journal()
        self._timer = QTimer(self, interval=_LOOK_MS, singleShot=True)
        self._timer.timeout.connect(self.look)
        self._graph: NetworkGraph | None = None
        for signal in (workspace.folder_changed, workspace.preprocess_changed, workspace.split_changed,
                       workspace.augment_changed, workspace.curation_changed, workspace.train_config_changed,
                       workspace.project_name_changed):
            signal.connect(self.note)
        workspace.graph_replaced.connect(self._follow_graph)
        self._follow_graph()
        self._clean = self.now()

    def now(self) -> ProjectContents:
        """Return the project as it is."""
        return contents_of(self._workspace, self.base)

    def pictured(self) -> ProjectContents:
        """Return the project as it is, with a thumbnail of its network."""
        return replace(self.now(), thumbnails={"network": network_thumbnail(self._workspace.graph)})

    def begin(self, base: ProjectContents, path: "Path | None", *, is_saved: bool) -> None:
        """Take what is open now for the project ``base``.

        Parameters
        ----------
        is_saved : whether its file holds it; what was recovered is not saved
        """
        self.base, self.path = base, path
        self._clean = self.now() if is_saved else None
        self.look()

    def take_saved(self, saved: ProjectContents, sent: ProjectContents, path: "Path") -> None:
        """Take over what is in the file ``path`` now; what was changed since ``sent`` was given away is not saved."""
        self.base, self.path, self._clean = replace(saved, notes=self.base.notes), path, sent
        self.look()

    def note(self) -> None:
        """Look soon: something has changed."""
        if not self._timer.isActive():
            self._timer.start()

    def look(self) -> None:
        """Compare, and let the journal keep what is not saved."""
        self._timer.stop()
        if self.is_held:
            return
        now = self.now()
        if self._is_fresh(now):
            self._clean = now
        was, self.is_unsaved = self.is_unsaved, self._clean is None or differs(now, self._clean)
        if self.is_unsaved:
            self.journal.note(self.pictured(), self.path)
            QTimer.singleShot(2000, self, self._tell_trouble)
        elif was:
            self.journal.settle()
        if was != self.is_unsaved:
            self.changed.emit()

    def close(self) -> None:
        """End the journal: nothing is left to recover."""
        self._timer.stop()
        self.journal.close()

    def _is_fresh(self, now: ProjectContents) -> bool:
        """Whether another folder was opened where nothing of the user's was at stake."""
        before = self._clean
        return (self.path is None and before is not None and not self.is_unsaved
                and now.folder is not None and now.folder != before.folder)

    def _tell_trouble(self) -> None:
        problem = self.journal.problem
        if problem and problem != self._told_trouble:
            self.trouble.emit(problem)
        self._told_trouble = problem

    def _follow_graph(self) -> None:
        if self._graph is not None:
            self._graph.changed.disconnect(self.note)
            self._graph.node_moved.disconnect(self._on_moved)
        self._graph = self._workspace.graph
        self._graph.changed.connect(self.note)
        self._graph.node_moved.connect(self._on_moved)
        self.note()

    def _on_moved(self, _node: str) -> None:
        self.note()
