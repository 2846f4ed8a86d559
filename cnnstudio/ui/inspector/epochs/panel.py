"""The strip of epochs: a slider with a tick at each, play, what was answered then, and the two curves."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from cnnstudio.ui.cards import described, label
from cnnstudio.ui.elided_label import ElidedLabel
from cnnstudio.ui.icons import set_icon
from cnnstudio.ui.inspector.epochs.curve_view import EpochCurveView
from cnnstudio.ui.inspector.epochs.places import PlaceChoice
from cnnstudio.ui.inspector.epochs.tick_slider import TickSlider

if TYPE_CHECKING:
    from cnnstudio.workspace.epoch_look_job import EpochCurve
    from cnnstudio.workspace.run_epochs import EpochInfo

_PLAY_MS = 600


class EpochPanel(QWidget):
    """Chooses an epoch; what is shown of it comes from the scrubber."""

    epoch_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.slider = self._make_slider()
        self.play = self._make_play()
        self.places = PlaceChoice()
        self.curve = EpochCurveView()
        self._infos: tuple[EpochInfo, ...] = ()
        self._facts = ElidedLabel("", name="epoch_facts")
        self._words = label("", "caption", name="epoch_words", wrap=True)
        self._timer = QTimer(self)
        self._timer.setInterval(_PLAY_MS)
        self._timer.timeout.connect(self._on_timeout)
        self._is_waiting = False
        self._build()
        self.curve.epoch_chosen.connect(self.choose)
        self.clear()

    def _make_slider(self) -> TickSlider:
        slider = described(TickSlider(), "epoch_slider", self.tr("Epoch"),
                           self.tr("Every tick is an epoch whose weights the run keeps; the arrow keys go from one to "
                                   "the next."))
        slider.valueChanged.connect(self._on_moved)
        return slider

    def _make_play(self) -> QToolButton:
        title = self.tr("Play the epochs from the first to the last")
        button = described(QToolButton(), "epoch_play", title, title)
        button.setCheckable(True)
        set_icon(button, "play")
        button.toggled.connect(self._on_play)
        return button

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.play)
        top.addWidget(self.slider, 1)
        top.addWidget(self.places)
        self._words.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        side = QVBoxLayout()
        side.setSpacing(2)
        side.addWidget(self._facts)
        side.addWidget(self._words, 1)
        below = QHBoxLayout()
        below.setSpacing(12)
        below.addWidget(self.curve, 5)
        below.addLayout(side, 7)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(top)
        column.addLayout(below, 1)

    # what is shown

    def set_epochs(self, infos: "Sequence[EpochInfo]", epoch: int) -> None:
        """Offer epochs and choose one of them, or the one before it, without asking for it."""
        self._infos = tuple(infos)
        place = max((place for place, info in enumerate(self._infos) if info.epoch <= epoch), default=0)
        with QSignalBlocker(self.slider):
            self.slider.setRange(0, max(0, len(self._infos) - 1))
            self.slider.setValue(place)
        self.setEnabled(bool(self._infos))
        self.curve.show_epoch(self.epoch)

    @property
    def epoch(self) -> int | None:
        """The epoch that is chosen; None while there is none."""
        return self._infos[self.slider.value()].epoch if self._infos else None

    def choose(self, epoch: int) -> None:
        """Choose an epoch, as the slider would."""
        for place, info in enumerate(self._infos):
            if info.epoch == epoch:
                self.slider.setValue(place)

    def show_facts(self, text: str) -> None:
        """Say what was answered after the epoch on show; playing goes on."""
        self._facts.setText(text)
        self.slider.setAccessibleDescription(text)
        self._is_waiting = False

    def show_waiting(self, text: str) -> None:
        """Say that the epoch's map is being worked out; playing waits for it."""
        self._facts.setText(text)
        self._is_waiting = True

    def show_curve(self, curve: "EpochCurve | None") -> None:
        """Show both curves, and in words when it began."""
        self.curve.show_curve(curve, self._infos[-1].epoch if self._infos else 1)
        self.say("" if curve is None else curve.sentences)

    def say(self, text: str) -> None:
        """Say something of all epochs."""
        self._words.setText(text)
        self._words.setToolTip(text)

    @property
    def facts(self) -> str:
        """What is said of the epoch on show."""
        return self._facts.text()

    @property
    def words(self) -> str:
        """What is said of all epochs."""
        return self._words.text()

    def clear(self) -> None:
        """Show no epoch."""
        self.stop()
        self.set_epochs((), 0)
        self.show_facts("")
        self.show_curve(None)

    # playing

    def stop(self) -> None:
        """Play no longer."""
        self.play.setChecked(False)

    def _on_play(self, playing: bool) -> None:
        set_icon(self.play, "pause" if playing else "play")
        if not playing:
            self._timer.stop()
            return
        if self.slider.value() == self.slider.maximum():
            self.slider.setValue(0)
        self._timer.start()

    def _on_timeout(self) -> None:
        if self._is_waiting:
            return
        if self.slider.value() >= self.slider.maximum():
            self.stop()
        else:
            self.slider.setValue(self.slider.value() + 1)

    def _on_moved(self) -> None:
        if self.epoch is not None:
            self.curve.show_epoch(self.epoch)
            self.epoch_requested.emit(self.epoch)
