"""The row below a picture that changes: play, pause and seek of a video, what was left out, and smoothing."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDoubleSpinBox, QHBoxLayout, QPushButton, QSlider, QWidget

from cnnstudio.ui.cards import described, label
from cnnstudio.ui.icons import set_icon
from cnnstudio.ui.inspector.live.smoothing import USUAL_SHARE

_SPIN_PX = 76


class LiveBar(QWidget):
    """Hidden until there is a video or a camera; what it shows comes from `LiveSource`."""

    play_toggled = Signal(bool)
    frame_requested = Signal(int)
    smoothing_changed = Signal(object)
    """The share of earlier pictures, or None."""
    close_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("live_bar")
        self.play = described(QPushButton(), "video_play", self.tr("Play"))
        self.play.setCheckable(True)
        self.slider = described(QSlider(Qt.Orientation.Horizontal), "video_slider", self.tr("Frame of the video"))
        self._place = label("", "caption", name="video_place")
        self._left_out = label("", "caption", name="video_left_out")
        self.smooth = described(
            QCheckBox(self.tr("Smooth")), "live_smooth", self.tr("Smooth the maps over time"),
            self.tr("Off: every map is of the picture on show alone. On: maps of earlier pictures still count."))
        self.share = self._make_share()
        self.close_button = described(QPushButton(), "live_close", self.tr("Close"), self.tr(
            "Close the video or the camera; the picture on show stays"))
        self.close_button.setProperty("flat", True)
        self._build()
        self.show_playing(playing=False)
        self.hide()

    def _make_share(self) -> QDoubleSpinBox:
        spin = described(QDoubleSpinBox(), "live_share", self.tr("Share of earlier pictures"), self.tr(
            "How much of the map on show comes from the pictures before"))
        spin.setRange(0.05, 0.95)
        spin.setSingleStep(0.05)
        spin.setValue(USUAL_SHARE)
        spin.hide()
        spin.setFixedWidth(_SPIN_PX)
        return spin

    def _build(self) -> None:
        set_icon(self.close_button, "close", "quiet", size_px=16)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.play)
        row.addWidget(self.slider, 1)
        for widget in (self._place, self._left_out, self.smooth, self.share, self.close_button):
            row.addWidget(widget)
        self.play.toggled.connect(self._on_play)
        self.slider.valueChanged.connect(self.frame_requested)
        self.smooth.toggled.connect(self._on_smooth)
        self.share.valueChanged.connect(self._on_smooth)
        self.close_button.clicked.connect(self.close_requested)

    def _on_play(self, playing: bool) -> None:
        self.show_playing(playing=playing)
        self.play_toggled.emit(playing)

    def _on_smooth(self) -> None:
        self.share.setVisible(self.smooth.isChecked())
        self.smoothing_changed.emit(self.share.value() if self.smooth.isChecked() else None)

    def show_playing(self, *, playing: bool) -> None:
        """Show play or pause."""
        with QSignalBlocker(self.play):
            self.play.setChecked(playing)
        title = self.tr("Pause") if playing else self.tr("Play")
        set_icon(self.play, "pause" if playing else "play")
        self.play.setAccessibleName(title)
        self.play.setToolTip(title)

    def show_frame(self, number: int, frames: int, rate: float) -> None:
        """Say which frame of how many is on show."""
        self._set_video(is_video=True)
        with QSignalBlocker(self.slider):
            self.slider.setRange(0, max(0, frames - 1))
            self.slider.setPageStep(max(1, frames // 20))
            self.slider.setValue(number)
        seconds = number / rate
        self._place.setText(self.tr("Frame {number} / {frames}, {minutes}:{seconds}").format(
            number=f"{number + 1:,}", frames=f"{frames:,}", minutes=int(seconds // 60),
            seconds=f"{seconds % 60:04.1f}"))
        self.show()

    def show_camera(self, title: str) -> None:
        """Say that pictures come by themselves."""
        self._set_video(is_video=False)
        self._place.setText(title)
        self.show()

    def show_left_out(self, count: int) -> None:
        """Say how many pictures came too fast to be looked at."""
        self._left_out.setText(self.tr("{count} not shown").format(count=f"{count:,}") if count else "")
        self._left_out.setToolTip(self.tr("Pictures that came faster than the network could look at them"))

    def _set_video(self, *, is_video: bool) -> None:
        self.play.setVisible(is_video)
        self.slider.setVisible(is_video)

    @property
    def texts(self) -> tuple[str, str]:
        """What is said of the place, and of what was left out."""
        return self._place.text(), self._left_out.text()
