"""Projects in the window: what is open, whether it is saved, and what the menu asks of it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog

from cnnstudio.ui.message_area import MessageAction
from cnnstudio.ui.projects.opening import ProjectOpening
from cnnstudio.ui.projects.recoveries import Recoveries
from cnnstudio.ui.projects.saving import ProjectSaving

if TYPE_CHECKING:
    from cnnstudio.ui.main_window import MainWindow
    from cnnstudio.ui.projects.changes import ProjectChanges
    from cnnstudio.workspace.workspace import Workspace


class ProjectFlow(QObject):
    """Does what the menu says about projects; never loses what is not saved without asking."""

    changed = Signal()
    """Another project is open, or it is saved or not."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._changes: ProjectChanges | None = None
        self.opening = ProjectOpening(window, self)
        self.saving = ProjectSaving(window, self)
        self.recoveries = Recoveries(window, self)
        for name, receiver in (("new_project", self.new), ("open_project", self.browse),
                               ("save_project", self.save), ("save_project_as", self.save_as),
                               ("project_notes", self.show_notes), ("project_backups", self.show_backups)):
            action = window.findChild(QAction, f"action_{name}")
            if action is not None:
                action.triggered.connect(receiver)
        window.header.recent_projects.aboutToShow.connect(self._show_recent)

    def follow(self, workspace: "Workspace") -> None:
        """Watch what is changed in ``workspace``."""
        from cnnstudio.ui.projects.changes import ProjectChanges

        self._changes = ProjectChanges(workspace, self)
        self._changes.changed.connect(self.changed)
        self._changes.trouble.connect(self._tell_trouble)

    @property
    def changes(self) -> "ProjectChanges":
        """What is open and not saved; made with the workspace."""
        if self._changes is None:
            self.follow(self._window.workspace)
        assert self._changes is not None  # noqa: S101 - for the type checker
        return self._changes

    @property
    def path(self) -> Path | None:
        """The open project's file; None for one that never was saved."""
        return self._changes.path if self._changes is not None else None

    @property
    def is_unsaved(self) -> bool:
        """Whether there is something to save, as far as it was looked at."""
        return self._changes is not None and self._changes.is_unsaved

    def has_unsaved(self) -> bool:
        """Look, and return whether there is something to save."""
        if self._changes is not None:
            self._changes.look()
        return self.is_unsaved

    def marked(self, name: str) -> str:
        """Return the project's name with the mark of what is not saved."""
        return f"{name}*" if name and self.is_unsaved else name

    # wishes

    def new(self) -> None:
        """Begin a project without images."""
        self.ask_first(self.opening.begin_new)

    def browse(self) -> None:
        """Let the user choose a project file."""
        recent = self._window.settings.recent_projects
        start = str(recent[0].parent if recent else Path.home())
        kinds = self.tr("Projects of CNN Studio ({pattern})").format(pattern="*.cnnstudio")
        chosen, _ = QFileDialog.getOpenFileName(self._window, self.tr("Open project"), start, kinds)
        if chosen:
            self.open(Path(chosen))

    def open(self, path: Path) -> None:
        """Open a project file, after a question where something else is not saved."""
        self.ask_first(lambda: self.opening.open(path))

    def save(self) -> None:
        """Save the project where it is, or ask where."""
        self.saving.save()

    def save_as(self) -> None:
        """Save the project into another file."""
        self.saving.save_as()

    def show_notes(self) -> None:
        """Show the place to write about the project."""
        from cnnstudio.ui.projects.notes_dialog import NotesDialog

        dialog = NotesDialog(self.changes.base.notes, self._window)
        dialog.written.connect(self._take_notes)
        dialog.open()

    def show_backups(self) -> None:
        """Show the project file as it was before each save."""
        from cnnstudio.ui.projects.backups_dialog import BackupsDialog

        if self.path is None:
            self._window.show_message(self.tr("This project was never saved: there are no backups of it yet."))
            return
        dialog = BackupsDialog(self.path, self._window.jobs, self._window)
        dialog.restore_requested.connect(self.opening.restore_backup)
        dialog.open()

    def ask_first(self, then: Callable[[], object]) -> None:
        """Do something that leaves the open project: at once where it is saved, else when the user says so."""
        if not self.has_unsaved():
            then()
            return
        self._window.messages.show_message(self.unsaved_text(), "warning", actions=(
            MessageAction(self.tr("Save first"), lambda: self.saving.save(then), is_primary=True),
            MessageAction(self.tr("Go on without saving"), then),
            MessageAction(self.tr("Cancel"), None)))

    def unsaved_text(self) -> str:
        """Return the sentence that says that something is not saved."""
        name = self._window.workspace.project_name
        if not name:
            return self.tr("Your changes are not saved.")
        return self.tr("Your changes to {name} are not saved.").format(name=name)

    def close(self, *, keep_unsaved: bool) -> None:
        """End with the window.

        Parameters
        ----------
        keep_unsaved : leave the journal, so that the next start offers what is not saved
        """
        self.opening.release()
        if self._changes is None:
            return
        if keep_unsaved and self._changes.is_unsaved:
            self._changes.journal.finish()
        else:
            self._changes.close()

    def _show_recent(self) -> None:
        self._window.header.recent_projects.show_projects(self._window.settings.recent_projects)

    def _take_notes(self, text: str) -> None:
        self.changes.base = replace(self.changes.base, notes=text)
        self.changes.note()

    def _tell_trouble(self, text: str) -> None:
        self._window.show_message(text, "warning")
