"""Brings networks from torchvision and from other programs' files onto the canvas, each as one undo step."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from cnnstudio.ui.editor.commands import CanvasCommands
from cnnstudio.ui.editor.import_dialog import ImportDialog
from cnnstudio.ui.editor.session import EditorSession
from cnnstudio.ui.workers import JobRunner, LazyJob
from cnnstudio.workspace.import_job import ImportJob, ImportReady
from cnnstudio.workspace.jobs import Job

_SLOT = "import"


class NetworkImporter(QObject):
    """Runs imports in the background and puts what comes out in the place of the network."""

    def __init__(self, session: EditorSession, commands: CanvasCommands, jobs: JobRunner, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._commands, self._jobs = session, commands, jobs
        commands.foreign_file_requested.connect(self.import_file)

    def choose(self) -> None:
        """Ask which of torchvision's networks to import."""
        parent = self.parent()
        dialog = ImportDialog(self._session.workspace, parent if isinstance(parent, QWidget) else None)
        dialog.chosen.connect(self.import_torchvision)
        dialog.open()

    def import_torchvision(self, name: str, fitted: bool = False) -> None:
        """Import one of torchvision's networks, fitted to the open images if wished."""
        workspace = self._session.workspace
        shape = workspace.preprocess.shape if fitted else None
        classes = len(workspace.class_names) or None if fitted else None
        self._start(ImportJob(name, input_shape=shape, classes=classes))

    def import_file(self, path: Path) -> None:
        """Import a file of another program."""
        self._start(ImportJob(path))

    def _start(self, job: Job) -> None:
        self._jobs.start(LazyJob(job.title, lambda: job), slot=_SLOT, on_event=self._take, on_failed=self._say)

    def _take(self, event: object) -> None:
        if not isinstance(event, ImportReady):
            return
        label = self.tr("Import {name}").format(name=event.name)
        if self._commands.replace_network(event.network.graph, event.name, label):
            count = len(event.network.graph.nodes)
            said = self.tr("Imported {name}: {count} layers.").format(name=event.name, count=f"{count:,}")
            self._session.message_requested.emit(" ".join([said, *event.network.notes]), "good")

    def _say(self, message: str, _details: str) -> None:
        self._session.message_requested.emit(message, "error")
