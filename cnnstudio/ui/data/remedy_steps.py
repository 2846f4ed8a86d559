"""Puts remedies of findings into force, each one undo step, and takes them back."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from cnnstudio.errors import CNNStudioError
from cnnstudio.ui.arranging import Arranger, Change
from cnnstudio.ui.undo import push_edit
from cnnstudio.workspace.curation_edits import SetSplit
from cnnstudio.workspace.remedies import RemedyStep

if TYPE_CHECKING:
    from cnnstudio.data.health.checks import Finding, Remedy
    from cnnstudio.workspace.workspace import Workspace


class RemedySteps(QObject):
    """Remembers the remedies chosen for the open folder."""

    rescan_requested = Signal()
    """The files have to be looked at again for a step to take effect."""

    refused = Signal()
    """The images cannot be arranged so; nothing has changed."""

    def __init__(self, workspace: "Workspace", arranger: Arranger, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._arranger = workspace, arranger
        self.steps: tuple[RemedyStep, ...] = ()
        """Those chosen so far, also those that were taken back since."""
        arranger.failed.connect(self.refused)

    @property
    def is_busy(self) -> bool:
        """Whether a step is still being worked out."""
        return self._arranger.is_busy

    def forget(self) -> None:
        """Forget all steps: another folder is open."""
        self.steps = ()

    def apply(self, finding: "Finding", remedy: "Remedy") -> None:
        """Put a remedy into force."""
        workspace = self._workspace
        step = RemedyStep(finding.title, remedy, workspace.curation, workspace.split_config.group_pattern)
        self.steps = (*(one for one in self.steps if one.remedy != remedy), step)
        if remedy.group_pattern:
            self._set_pattern(remedy.group_pattern, _label(step))
        if remedy.decisions or remedy.merge is not None or remedy.keep_class:
            said = self.tr("{remedy}: done").format(remedy=remedy.title)
            self._arranger.change(Change(_label(step), said, remedy.applied_to))
        if remedy.needs_rescan:
            self.rescan_requested.emit()

    def take_back(self, step: RemedyStep) -> None:
        """Undo a step; when others came after it, this is a step of its own."""
        stack, curation, remedy = self._arranger.stack, self._workspace.curation, step.remedy
        is_newest = stack.undoText() == _label(step) and (
            bool(remedy.group_pattern) or remedy.applied_to(step.curation) == curation)
        if is_newest and not self._arranger.is_busy:
            stack.undo()
        elif remedy.group_pattern:
            self._set_pattern(step.group_pattern, self._label_back(step))
        else:
            said = self.tr("{remedy}: taken back").format(remedy=remedy.title)
            self._arranger.change(Change(self._label_back(step), said, step.taken_from))
        if remedy.needs_rescan:
            self.rescan_requested.emit()

    def _label_back(self, step: RemedyStep) -> str:
        return self.tr("Take back: {step}").format(step=_label(step))

    def _set_pattern(self, pattern: str, label: str) -> None:
        workspace = self._workspace
        if workspace.folder is None:
            return
        config = workspace.split_config
        after = config.model_copy(update={"group_pattern": pattern})
        edit = SetSplit(config, after, label, workspace.folder.root)
        try:
            push_edit(self._arranger.stack, workspace, edit)
        except CNNStudioError as error:
            self._arranger.failed.emit(str(error))


def _label(step: RemedyStep) -> str:
    return f"{step.remedy.title} ({step.title})"
