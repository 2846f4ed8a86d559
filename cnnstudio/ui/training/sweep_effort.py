"""Says how many trainings a sweep is and how long they will take."""

from collections.abc import Collection

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from cnnstudio.sweeps.effort import Effort
from cnnstudio.ui.cards import SentenceLine, described, label
from cnnstudio.ui.forecast_view import seconds_text
from cnnstudio.ui.measuring import Outlook

_OF_THE_TIME = frozenset(("network", "augment", "batch_size", "optimizer", "loss", "early_stopping"))
"""Varied settings that change how long a training takes; the forecast knows the recipe's own."""


class EffortView(QFrame):
    """Two lines: the amount, and what the forecast leaves out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        described(self, "sweep_effort", self.tr("What the sweep amounts to"))
        self.setProperty("card", True)
        self._amount = label(role="subheading", name="sweep_amount", wrap=True)
        self._note = label(role="caption", name="sweep_note", wrap=True)
        self._unread = SentenceLine("warning", "warning", name="sweep_unread")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(2)
        for widget in (self._amount, self._note, self._unread):
            column.addWidget(widget)

    @property
    def text(self) -> str:
        """The amount in words."""
        return self._amount.text()

    @property
    def note(self) -> str:
        """What the forecast leaves out."""
        return self._note.text()

    def show_effort(self, work: Effort | None, outlook: Outlook, unread: str, *, varies: Collection[str],
                    prunes: bool) -> None:
        """Show the work, and its time when an epoch's is known; ``unread`` warns of settings nobody reads."""
        self._unread.say(unread)
        if work is None:
            self._amount.setText(self.tr("Something above cannot be read yet."))
            self._note.setText("")
            return
        self._amount.setText(self._words(work, outlook))
        self._note.setText(self._notes(outlook, varies, prunes=prunes))

    def _words(self, work: Effort, outlook: Outlook) -> str:
        trainings = self.tr("{count} trainings").format(count=f"{work.trainings:,}")
        if work.trainings == work.combinations:
            text = self.tr("{combinations} combinations, {epochs} epochs in all").format(
                combinations=f"{work.combinations:,}", epochs=f"{work.epochs:,.0f}")
        else:
            text = self.tr("{combinations} combinations, {trainings}, {epochs} epochs in all").format(
                combinations=f"{work.combinations:,}", trainings=trainings, epochs=f"{work.epochs:,.0f}")
        if outlook.epoch_s is None:
            return text
        seconds = outlook.once_s * work.trainings + outlook.epoch_s * work.epochs
        return self.tr("{text}: ≈ {time}").format(text=text, time=seconds_text(seconds))

    def _notes(self, outlook: Outlook, varies: Collection[str], *, prunes: bool) -> str:
        if outlook.epoch_s is None:
            return self.tr("How long it takes is told as soon as the network has been measured on this machine.")
        notes = [self.tr("Forecast for the network and recipe as they are now.")]
        if _OF_THE_TIME.intersection(varies):
            notes.append(self.tr("What is varied changes the time of a training, too."))
        if prunes:
            notes.append(self.tr("Combinations that are given up make it shorter."))
        return " ".join(notes)
