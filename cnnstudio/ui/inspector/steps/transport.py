"""Play, pause, step and speed, and the choice of layer and channels."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal, SignalInstance
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSlider, QSpinBox, QToolButton, QWidget

from cnnstudio.ui.cards import described, label
from cnnstudio.ui.icons import set_icon

SPEEDS = (1, 2, 4, 8, 15, 30, 60)
"""Values a second."""
_DEFAULT_SPEED = 2


class Transport(QWidget):
    """One row of controls."""

    layer_step_requested = Signal(int)
    play_toggled = Signal(bool)
    step_requested = Signal(int)
    restart_requested = Signal()
    all_requested = Signal()
    speed_changed = Signal(int)
    channel_requested = Signal(int)
    """A channel of the output, from 0."""
    input_channel_requested = Signal(int)
    animation_toggled = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.play = self._button("step_play", "play", self.tr("Play (Space)"), checkable=True)
        self.channel = self._spin("step_channel", self.tr("Channel that comes out"))
        self.input_channel = self._spin("step_input_channel", self.tr("Channel that comes in"))
        self.speed = self._make_speed()
        self.animation = described(
            QCheckBox(self.tr("Animation")), "step_animation", self.tr("Animation"),
            self.tr("Off: nothing moves by itself; every step is taken by hand."))
        self._build()
        self._connect()

    def _button(self, name: str, icon: str, title: str, *, checkable: bool = False) -> QToolButton:
        button = described(QToolButton(), name, title, title)
        button.setCheckable(checkable)
        set_icon(button, icon)
        return button

    def _spin(self, name: str, title: str) -> QSpinBox:
        spin = described(QSpinBox(), name, title, title)
        spin.setMinimum(1)
        spin.setMinimumWidth(76)
        return spin

    def _make_speed(self) -> QSlider:
        slider = described(QSlider(Qt.Orientation.Horizontal), "step_speed", self.tr("Speed"))
        slider.setRange(0, len(SPEEDS) - 1)
        slider.setPageStep(1)
        slider.setValue(_DEFAULT_SPEED)
        slider.setFixedWidth(90)
        self._tell_speed(slider)
        return slider

    def _tell_speed(self, slider: QSlider) -> None:
        text = self.tr("{count} values a second").format(count=SPEEDS[slider.value()])
        slider.setToolTip(text)
        slider.setAccessibleDescription(text)

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for name, icon, title, signal, value in (
                ("layer_before", "left", self.tr("Layer before (Page Up)"), self.layer_step_requested, -1),
                ("layer_after", "right", self.tr("Next layer (Page Down)"), self.layer_step_requested, 1)):
            row.addWidget(self._emitting(name, icon, title, signal, value))
        row.addSpacing(8)
        row.addWidget(self._plain("step_restart", "refresh", self.tr("From the first value (Home)"),
                                  self.restart_requested))
        row.addWidget(self._emitting("step_back", "undo", self.tr("One step back"), self.step_requested, -1))
        row.addWidget(self.play)
        row.addWidget(self._emitting("step_on", "redo", self.tr("One step on"), self.step_requested, 1))
        row.addWidget(self._plain("step_all", "grid", self.tr("Fill the whole map (End)"), self.all_requested))
        row.addWidget(label(self.tr("Speed"), "quiet"))
        row.addWidget(self.speed)
        row.addWidget(self.animation)
        row.addStretch(1)
        self._channel_label = label(self.tr("Channel out"), "quiet")
        self._input_label = label(self.tr("in"), "quiet")
        for widget in (self._channel_label, self.channel, self._input_label, self.input_channel):
            row.addWidget(widget)

    def _emitting(self, name: str, icon: str, title: str, signal: SignalInstance, value: int) -> QToolButton:
        button = self._button(name, icon, title)
        button.clicked.connect(lambda: signal.emit(value))
        return button

    def _plain(self, name: str, icon: str, title: str, signal: SignalInstance) -> QToolButton:
        button = self._button(name, icon, title)
        button.clicked.connect(signal)
        return button

    def _connect(self) -> None:
        self.play.toggled.connect(self.play_toggled)
        self.speed.valueChanged.connect(self._on_speed)
        self.channel.valueChanged.connect(lambda value: self.channel_requested.emit(value - 1))
        self.input_channel.valueChanged.connect(lambda value: self.input_channel_requested.emit(value - 1))
        self.animation.toggled.connect(self._on_animation)

    def _on_speed(self, place: int) -> None:
        self._tell_speed(self.speed)
        self.speed_changed.emit(SPEEDS[place])

    def _on_animation(self, wanted: bool) -> None:
        self.play.setEnabled(wanted)
        self.animation_toggled.emit(wanted)

    @property
    def values_a_second(self) -> int:
        """How fast it plays."""
        return SPEEDS[self.speed.value()]

    def show_playing(self, *, playing: bool) -> None:
        """Show whether it plays."""
        with QSignalBlocker(self.play):
            self.play.setChecked(playing)
        set_icon(self.play, "pause" if playing else "play")

    def show_channels(self, channel: int, count: int, input_channel: int, input_range: tuple[int, int]) -> None:
        """Show the chosen channels, counted from 0, without asking for them.

        Parameters
        ----------
        count : channels that come out
        input_range : first and last channel that comes in and can be chosen
        """
        for spin, value, first, last in ((self.channel, channel, 0, count - 1),
                                         (self.input_channel, input_channel, *input_range)):
            with QSignalBlocker(spin):
                if (spin.minimum(), spin.maximum()) != (first + 1, last + 1):
                    spin.setRange(first + 1, last + 1)
                    spin.setSuffix(f" / {last + 1:,}")
                spin.setValue(value + 1)
        has_choice = input_range[1] > input_range[0]
        self.input_channel.setVisible(has_choice)
        self._input_label.setVisible(has_choice)
