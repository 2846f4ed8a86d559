"""Offers, once the window is up, to go on with a training that a program left without an end."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from cnnstudio.ui.message_area import MessageAction, MessageArea
from cnnstudio.ui.workers import JobRunner

if TYPE_CHECKING:
    from cnnstudio.workspace.interrupted_runs_job import InterruptedFound
    from cnnstudio.workspace.resuming import ResumeOffer

LOOK_SLOT, ASIDE_SLOT = "interrupted runs", "set interrupted runs aside"


class InterruptedOffer(QObject):
    """Looks once through the runs and shows the newest interrupted one in the message area.

    Parameters
    ----------
    directory
        Returns the folder that holds the runs.
    left
        Returns the run that was stopped only because the window was closed, where there is one.
    """

    resume_requested = Signal(object)
    """The `ResumeOffer` of a run that the user wishes to go on with."""
    navigate_requested = Signal(str)

    def __init__(self, jobs: JobRunner, messages: MessageArea, directory: Callable[[], Path],
                 parent: QObject | None = None, *, left: Callable[[], Path | None] = lambda: None) -> None:
        super().__init__(parent)
        self._jobs, self._messages, self._directory, self._left = jobs, messages, directory, left
        self._has_looked = False
        self._text = ""

    def withdraw(self) -> None:
        """Take the offer away: a run goes on."""
        for line in self._messages.lines:
            if self._text and line.text == self._text:
                line.dismiss()

    def look(self) -> None:
        """Look through the runs, the first time this is called."""
        if self._has_looked:
            return
        self._has_looked = True
        from cnnstudio.workspace.interrupted_runs_job import InterruptedRunsJob

        self._jobs.start(InterruptedRunsJob(self._directory(), self._left()), slot=LOOK_SLOT, on_event=self._on_found,
                         quiet=True)

    def _on_found(self, found: "InterruptedFound") -> None:
        if not found.runs:
            return
        newest, others = found.runs[0], len(found.runs) - 1
        actions = [MessageAction(self.tr("Go on"), partial(self.resume_requested.emit, newest), is_primary=True)]
        if others:
            actions.append(MessageAction(self.tr("Show all runs"), partial(self.navigate_requested.emit, "runs")))
        actions.append(MessageAction(
            self.tr("Not now"), partial(self._set_aside, tuple(offer.path for offer in found.runs))))
        self._text = self._sentence(newest, others)
        self._messages.show_message(self._text, "info", actions=actions)

    def _sentence(self, offer: "ResumeOffer", others: int) -> str:
        if offer.status == "stopped":
            text = self.tr("The training of {name} was stopped in epoch {epoch} of {planned} when the window was "
                           "closed.")
        elif offer.epochs < offer.planned:
            text = self.tr("The training of {name} was interrupted in epoch {epoch} of {planned}.")
        else:
            text = self.tr("The training of {name} was interrupted before its results were saved.")
        name = offer.name if offer.name != offer.path.name else offer.network_name  # a time says little
        text = text.format(name=name, epoch=offer.epoch, planned=offer.planned)
        if others:
            more = self.tr("So was 1 other.") if others == 1 else self.tr("So were {count} others.")
            text = f"{text} {more.format(count=others)}"
        return text

    def _set_aside(self, runs: tuple[Path, ...]) -> None:
        """Let the runs be; the Runs page keeps offering to go on with them."""
        from cnnstudio.workspace.interrupted_runs_job import SetAsideJob

        self._jobs.start(SetAsideJob(runs), slot=ASIDE_SLOT, quiet=True)
