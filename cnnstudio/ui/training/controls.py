"""The buttons of a training: start, pause, go on, stop, more epochs, and start again with what would mend it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from cnnstudio.training.config import EPOCHS_LIMIT
from cnnstudio.ui.cards import described
from cnnstudio.ui.elided_button import ElidedButton
from cnnstudio.ui.field_texts import field_title, value_text
from cnnstudio.ui.forms import IntField
from cnnstudio.ui.icons import set_icon
from cnnstudio.ui.training.session import SessionState
from cnnstudio.wording import mid_sentence

_MORE_EPOCHS = 5
_PLAY_BUTTONS = ("start_training", "remedy_training", "go_on_training")


@dataclass(frozen=True, slots=True)
class _Offer:
    """What can be done in a state; the buttons' names."""

    buttons: tuple[str, ...]
    primary: str = ""


_OFFERS = {
    SessionState.IDLE: _Offer(("start",), "start"),
    SessionState.PREPARING: _Offer(("stop",)),
    SessionState.TRAINING: _Offer(("pause", "stop", "more")),
    SessionState.PAUSED: _Offer(("go_on", "stop", "more"), "go_on"),
    SessionState.STOPPING: _Offer(("stop",)),
    SessionState.SAVING: _Offer(()),
    SessionState.FINISHED: _Offer(("start", "more"), "start"),
    SessionState.STOPPED: _Offer(("go_on", "start"), "go_on"),
    SessionState.FAILED: _Offer(("go_on", "start"), "start"),
}


class TrainingControls(QWidget):
    """Shows the buttons that make sense in a state; knows no training."""

    start_requested = Signal()
    stop_requested = Signal()
    pause_requested = Signal()
    go_on_requested = Signal()
    more_epochs_requested = Signal(int)
    try_requested = Signal()
    """Several settings are to be tried."""
    remedy_requested = Signal(object)
    """The changes of the recipe, to start again with."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("training_controls")
        self._changes: Mapping[str, Any] = {}
        self._state, self._is_blocked = SessionState.IDLE, False
        self._is_sweep, self._has_run = False, False
        self._why_no_sweep = ""
        self._remedy = self._button("remedy_training", "", "", "play")
        self._remedy.clicked.connect(self._on_remedy)
        self._buttons = self._make_buttons()
        self._try = self._button("try_settings", self.tr("Try several settings…"), self._try_tip(), "grid")
        self._try.clicked.connect(self.try_requested)
        self._count = self._make_count()
        self._more = self._button("more_epochs", "", self.tr(
            "The training goes on from where it ended and becomes as long as if the recipe had said so."))
        self._more.clicked.connect(self._on_more)
        self._build()
        self.show_state(SessionState.IDLE, is_blocked=False)

    def _make_buttons(self) -> dict[str, QPushButton]:
        start = self._button("start_training", self.tr("Start training"), self.tr(
            "Train the network with this recipe (F5). Everything is kept as a run."), "play")
        pause = self._button("pause_training", self.tr("Pause"), self.tr(
            "Wait after this batch (F6). All of it is kept, also when the program is closed meanwhile."), "pause")
        go_on = self._button("go_on_training", self.tr("Go on"), self.tr(
            "Go on exactly where the training was (F6)."), "play")
        stop = self._button("stop_training", self.tr("Stop"), self.tr(
            "Stop after this batch (Shift+F5); what was learned so far is kept, and the training can go on later."),
            "stop")
        for button, signal in ((start, self.start_requested), (pause, self.pause_requested),
                               (go_on, self.go_on_requested), (stop, self.stop_requested)):
            button.clicked.connect(signal)
        stop.setAccessibleName(self.tr("Stop training"))
        return {"start": start, "go_on": go_on, "pause": pause, "stop": stop}

    @staticmethod
    def _button(name: str, text: str, tip: str, icon: str = "") -> QPushButton:
        button = described(ElidedButton(text), name, text, tip)
        _give_way(button)
        if icon:
            set_icon(button, icon)
        return button

    def _make_count(self) -> IntField:
        count = described(IntField(), "more_epochs_count", self.tr("How many epochs more"))
        count.setRange(1, EPOCHS_LIMIT)
        count.setValue(_MORE_EPOCHS)
        count.valueChanged.connect(self._name_more)
        _give_way(count)
        return count

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._remedy)
        column.addWidget(self._buttons["start"])
        row = QHBoxLayout()
        row.setSpacing(8)
        for name in ("go_on", "pause", "stop"):
            row.addWidget(self._buttons[name], 1)
        column.addLayout(row)
        column.addWidget(self._try)
        more = QHBoxLayout()
        more.setSpacing(8)
        more.addWidget(self._more)
        more.addWidget(self._count, 1)
        column.addLayout(more)

    def show_state(self, state: SessionState, *, is_blocked: bool) -> None:
        """Offer what can be done in ``state``; a new training cannot be started while ``is_blocked``."""
        self._state, self._is_blocked = state, is_blocked
        offer = _OFFERS[state]
        for name, button in self._buttons.items():
            button.setVisible(name in offer.buttons and not (
                name == "go_on" and state is not SessionState.PAUSED and (self._is_sweep or not self._has_run)))
            self._set_primary(button, is_primary=name == offer.primary and not self._has_remedy)
        for widget in (self._count, self._more):
            widget.setVisible("more" in offer.buttons and not self._is_sweep)
        self._try.setVisible("start" in offer.buttons)
        self._try.setEnabled(not is_blocked and not self._why_no_sweep)
        self._try.setToolTip(self._why_no_sweep or self._try_tip())
        self._remedy.setVisible(self._has_remedy)
        self._remedy.setEnabled(not is_blocked)
        self._set_primary(self._remedy, is_primary=True)
        self._buttons["start"].setText(
            self.tr("Start training") if state is SessionState.IDLE else self.tr("Train again"))
        self._buttons["start"].setEnabled(not is_blocked)
        self._buttons["stop"].setEnabled(state.can_be_stopped)
        self._name_more()

    def _try_tip(self) -> str:
        return self.tr("Train with each combination of the values you choose, and see which learns best.")

    def forbid_sweep(self, reason: str) -> None:
        """Say why several settings cannot be tried; an empty reason allows it."""
        self._why_no_sweep = reason
        self.show_state(self._state, is_blocked=self._is_blocked)

    def set_sweep(self, *, is_sweep: bool) -> None:
        """Leave out what makes no sense for the trainings of a sweep: more epochs, and to go on with the last one."""
        self._is_sweep = is_sweep

    def show_run(self, *, has_run: bool) -> None:
        """Say whether the training has a run on disk, which alone can go on once it has ended."""
        self._has_run = has_run
        self.show_state(self._state, is_blocked=self._is_blocked)

    @property
    def _has_remedy(self) -> bool:
        return bool(self._changes) and self._state is SessionState.FAILED

    def show_remedy(self, changes: Mapping[str, Any]) -> None:
        """Offer to start again with these changes of the recipe, once the training has failed; none offers nothing."""
        self._changes = dict(changes)
        named = ", ".join(f"{mid_sentence(field_title(name))} {value_text(name, value)}"
                          for name, value in changes.items())
        short = value_text("learning_rate", changes["learning_rate"]) if list(changes) == ["learning_rate"] else named
        self._remedy.setText(self.tr("Start again with {changes}").format(changes=short))
        self._remedy.setToolTip(self.tr("Start a new training with {changes}; the rest of the recipe stays.").format(
            changes=named))
        self._remedy.setAccessibleName(self._remedy.text())
        self.show_state(self._state, is_blocked=self._is_blocked)

    def _set_primary(self, button: QPushButton, *, is_primary: bool) -> None:
        """Let one button stand out, its icon too."""
        if button.property("primary") == is_primary:
            return
        button.setProperty("primary", is_primary)
        if button.objectName() in _PLAY_BUTTONS:
            set_icon(button, "play", "on_accent" if is_primary else "text")
        button.style().unpolish(button)
        button.style().polish(button)

    def _name_more(self) -> None:
        count = self._count.value()
        self._count.setSuffix(self.tr(" more epoch") if count == 1 else self.tr(" more epochs"))
        self._more.setText(self.tr("Add") if self._state.is_busy else self.tr("Continue"))
        self._more.setAccessibleName(self.tr("{action}, number of epochs: {count}").format(
            action=self._more.text(), count=count))

    def _on_more(self) -> None:
        self.more_epochs_requested.emit(self._count.value())

    def _on_remedy(self) -> None:
        self.remedy_requested.emit(dict(self._changes))


def _give_way(widget: QWidget) -> None:
    """Let a button or field be narrower than it would like.

    Where one cannot, Qt works the card's height out for a wider card than its column has room for, and its texts then
    take more lines than there are.
    """
    widget.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
