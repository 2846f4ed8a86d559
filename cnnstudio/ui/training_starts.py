"""What the next training starts from, for the pages that choose, show and use it; looked at in the background."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from cnnstudio.ui.workers import JobRunner, LazyJob

if TYPE_CHECKING:
    from cnnstudio.workspace.start_check_job import StartChecked
    from cnnstudio.workspace.workspace import Workspace

START_SLOT = "start from"


class TrainingStarts(QObject):
    """Knows the run or file whose weights the next training takes; nothing chosen means random weights."""

    changed = Signal()
    message_requested = Signal(str, str)

    def __init__(self, workspace: "Workspace", jobs: JobRunner) -> None:
        super().__init__(jobs)
        self.workspace, self._jobs = workspace, jobs
        self.checked: StartChecked | None = None
        """What fits of it; None with random weights, and while it is looked at for the first time."""
        self.is_looking = False
        """Whether something was chosen that is still being looked at."""
        self._document: dict[str, Any] = {}
        self._wanted: Path | None = None

    @property
    def path(self) -> Path | None:
        """The run or file; None for random weights."""
        return self.checked.path if self.checked is not None else None

    def take(self, path: Path) -> None:
        """Start from a run or a file; a run that has no layer in common with the network brings its own."""
        self.is_looking = True
        self.changed.emit()
        self._look(path, brings_network=True)

    def clear(self) -> None:
        """Start from random weights."""
        self.is_looking, self._wanted = False, None
        self._jobs.cancel(START_SLOT)
        self.checked = None
        self.changed.emit()

    def look_again(self) -> None:
        """Compare with the network as it is now, unless that has been done."""
        if self.path is not None and not self.is_looking and self._now() != self._document:
            self._look(self.path, brings_network=False)

    def _now(self) -> dict[str, Any]:
        from cnnstudio.network.document import to_document

        return to_document(self.workspace.graph)

    def _look(self, path: Path, *, brings_network: bool) -> None:
        document, classes = self._now(), len(self.workspace.class_names)
        self._document, self._wanted = document, path

        def make() -> Any:
            from cnnstudio.workspace.start_check_job import CheckStartJob

            return CheckStartJob(document, path, classes, brings_network=brings_network)

        title = self.tr("Looking at the weights of {name}").format(name=path.name)
        self._jobs.start(LazyJob(title, make), slot=START_SLOT, quiet=True, on_event=self._on_checked,
                         on_failed=self._on_failed)

    def _on_checked(self, event: "StartChecked") -> None:
        if event.path != self._wanted:
            return
        if event.graph is not None and not self._put_network(event):
            return
        self.is_looking, self.checked = False, event
        self.changed.emit()

    def _put_network(self, event: "StartChecked") -> bool:
        """Put the run's network on the canvas as one step that can be undone; gives whether it could be."""
        from cnnstudio.errors import CNNStudioError
        from cnnstudio.workspace.network_of_run import TakeNetwork

        record = event.record
        if record is None or event.graph is None:
            return False
        edit = TakeNetwork(event.graph, self.workspace, record.preprocess, record.network_name, event.start.source)
        try:
            self.workspace.edit_graph(edit)
        except CNNStudioError as error:
            self._on_failed(str(error), "")
            return False
        self._document = self._now()
        text = self.tr("The network of {name} is on the canvas now, for it has no layer in common with the one before. "
                       "Undo brings that back.")
        self.message_requested.emit(text.format(name=event.start.source), "info")
        return True

    def _on_failed(self, message: str, details: str) -> None:
        """Say why nothing can be taken over; a fault of the program is shown by the runner."""
        if self._wanted is None:
            return
        self.is_looking, self.checked, self._wanted = False, None, None
        if not details:
            text = self.tr("{reason} The next training starts from random weights; to start from others, choose "
                           "another run or file on the Train page.")
            self.message_requested.emit(text.format(reason=message), "warning")
        self.changed.emit()


def training_starts(workspace: "Workspace", jobs: JobRunner) -> TrainingStarts:
    """Return the one choice of a workspace; it lives as long as ``jobs``."""
    for child in jobs.findChildren(TrainingStarts):
        if child.workspace is workspace:
            return child
    return TrainingStarts(workspace, jobs)
