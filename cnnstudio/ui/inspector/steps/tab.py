"""The Step by step tab: any value of any layer of the trained network, for the image that is looked at."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from cnnstudio.network.layer_kinds import shape_text
from cnnstudio.network.registry import layer_kind
from cnnstudio.ui.cards import EmptyState, SentenceLine, described, label
from cnnstudio.ui.inspector.steps.layer_strip import LayerStrip
from cnnstudio.ui.inspector.steps.player import StepPlayer, motion_is_wanted
from cnnstudio.ui.inspector.steps.session import WalkSession
from cnnstudio.ui.inspector.steps.stage import Stage
from cnnstudio.ui.inspector.steps.transport import Transport

if TYPE_CHECKING:
    import numpy as np

    from cnnstudio.ui.inspector.tabs import InspectorContext
    from cnnstudio.workspace.walk_job import WalkReady

WALK_SLOT = "walk"
HEATMAP = "heatmap"
"""The tab with the images."""


class StepsTab(QWidget):
    """Layers above, the calculation in the middle, the formula with its numbers below.

    Keys: arrows move the window, Space plays and pauses, + and - step, Home begins again, End fills the map,
    Page Up and Page Down change the layer.
    """

    tab_requested = Signal(str)

    def __init__(self, context: "InspectorContext", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("steps_tab")
        self._context = context
        self._asked: tuple[object, ...] = ()
        self.session = WalkSession(self)
        self.player = StepPlayer(self.session, self)
        self.strip, self.transport, self.stage = LayerStrip(), Transport(), Stage(self.session)
        self._about = label("", "quiet", name="walk_about")
        self._problem = SentenceLine("warning", "warning", name="walk_problem")
        self._empty = EmptyState(
            "look", self.tr("Choose an image"),
            self.tr("Choose an image in the Heatmap tab. Here you see, number by number, what the network makes of "
                    "it."),
            self.tr("Go to the heatmap"), name="no_walk")
        self._body, self._stack = QWidget(), QStackedLayout(self)
        self._build()
        self._connect()
        self._show_body(shown=False)

    def _build(self) -> None:
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.strip)
        column.addWidget(self.transport)
        column.addLayout(self._about_row())
        column.addWidget(self._problem)
        column.addWidget(self.stage, 1)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._body)

    def _about_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self._about, 1)
        self._image = described(QPushButton(), "walk_image", self.tr("Choose another image"),
                                self.tr("The image that is taken apart; choose another one in the Heatmap tab."))
        self._image.setProperty("flat", True)
        row.addWidget(self._image)
        return row

    def _connect(self) -> None:
        session, transport, player = self.session, self.transport, self.player
        self._context.selection.changed.connect(self._on_selection)
        self._context.selection.node_changed.connect(self._follow)
        for signal in (self._image.clicked, self._empty.action_requested):
            signal.connect(lambda: self.tab_requested.emit(HEATMAP))
        session.layers_changed.connect(self._on_layers)
        session.layer_changed.connect(self._on_layer)
        session.cell_changed.connect(self._on_cell)
        session.values_wanted.connect(self._ask)
        self.strip.layer_requested.connect(self.go_to)
        transport.layer_step_requested.connect(self._go)
        transport.play_toggled.connect(self._on_play)
        transport.step_requested.connect(self._on_step)
        transport.restart_requested.connect(session.restart)
        transport.all_requested.connect(self.fill)
        transport.speed_changed.connect(player.set_speed)
        transport.channel_requested.connect(session.show_channel)
        transport.input_channel_requested.connect(session.show_input_channel)
        transport.animation_toggled.connect(self._on_animation)
        player.playing_changed.connect(self._on_playing)
        player.set_speed(transport.values_a_second)
        transport.animation.setChecked(motion_is_wanted())
        transport.play.setEnabled(motion_is_wanted())

    def _show_body(self, *, shown: bool) -> None:
        self._stack.setCurrentWidget(self._body if shown else self._empty)

    # asking

    def _on_selection(self) -> None:
        if self.isVisible():
            self._ask()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Bring the walk up to date when the tab comes into view."""
        super().showEvent(event)
        self._ask()
        self._follow()

    def _follow(self) -> None:
        """Go to the layer that was chosen on another tab or page."""
        node, recording = self._context.selection.node, self.session.recording
        if self.isVisible() and recording is not None and node in [layer.id for layer in recording.layers]:
            self.session.show_layer(node)

    def go_to(self, layer_id: str) -> None:
        """Go to a layer, and have it looked at on every tab."""
        self.session.show_layer(layer_id)
        self._context.selection.select_node(layer_id)

    def _go(self, layers: int) -> None:
        self.session.go(layers)
        if self.session.outline is not None:
            self._context.selection.select_node(self.session.outline.id)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Play to nobody."""
        self.player.pause()
        super().hideEvent(event)

    def _ask(self, needed: str = "") -> None:
        """Record the image that is looked at, unless that was done; ``needed`` as in `WalkJob`."""
        run_path, image = self._context.selection.run_path, self._context.selection.image
        if run_path is None or image is None:
            self._asked = ()
            self._context.jobs.cancel(WALK_SLOT)
            self.session.take(None)
            self._show_body(shown=False)
            return
        asked = (run_path, image if not hasattr(image, "shape") else id(image), needed)
        if asked[:2] == self._asked[:2] and not needed:
            return
        self._asked = asked
        self._image.setText(image.name if isinstance(image, Path) else self.tr("Pasted image"))
        from cnnstudio.workspace.walk_job import WalkJob

        self._context.jobs.start(WalkJob(run_path, image, needed), slot=WALK_SLOT, on_event=self._on_event,
                                 on_failed=self._on_failed, quiet=True)

    def _on_event(self, event: "WalkReady") -> None:
        self._problem.say("")
        self._show_body(shown=True)
        self.stage.contents.pixels = _colour(event.input_pixels)
        self.session.take(event.recording)
        self._follow()

    def _on_failed(self, message: str, _details: str) -> None:
        self._asked = ()
        self._show_body(shown=True)
        self._problem.say(message)

    # showing

    def _on_layers(self) -> None:
        recording = self.session.recording
        self.strip.set_layers(() if recording is None else recording.layers)

    def _on_layer(self) -> None:
        self.player.pause()
        if self.session.number >= 0:
            self.strip.show_layer(self.session.number)
        self._about.setText(self._about_text())
        self.stage.refresh(layer_changed=True)
        self._show_channels()

    def _on_cell(self) -> None:
        self.stage.refresh(layer_changed=False)
        self._show_channels()

    def _about_text(self) -> str:
        outline = self.session.outline
        if outline is None:
            return ""
        kind = layer_kind(outline.kind)
        summary = kind.summary(outline.parameters) if outline.parameters else ""
        title = QCoreApplication.translate("LayerKind", kind.title)
        what = f"{title} ({summary})" if summary else title
        incoming = " + ".join(shape_text(shape) for shape in outline.input_shapes)
        arrow = f"{incoming} → {shape_text(outline.shape)}" if incoming else shape_text(outline.shape)
        return f"{outline.name}: {what}, {arrow}"

    def _show_channels(self) -> None:
        session, values = self.session, self.session.values
        if values is None:
            return
        patches = session.found.patches if session.found is not None else ()
        seen = [patch.channel for patch in patches] or [0]
        self.transport.show_channels(session.cell[0], values.output.shape[0], session.input_channel,
                                     (min(seen), max(seen)))

    # playing

    def _on_play(self, wanted: bool) -> None:
        if wanted:
            self.player.play()
        else:
            self.player.pause()

    def _on_playing(self, playing: bool) -> None:
        self.transport.show_playing(playing=playing)

    def _on_animation(self, wanted: bool) -> None:
        if not wanted:
            self.player.pause()

    def _on_step(self, steps: int) -> None:
        self.player.pause()
        self.session.step(steps)

    def fill(self) -> None:
        """Show the whole map again."""
        self.player.pause()
        if self.session.cell:
            self.session.show_cell(self.session.cell)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Play, step, and change the layer."""
        actions = {
            Qt.Key.Key_Space: self.transport.play.click,
            Qt.Key.Key_Plus: lambda: self._on_step(1), Qt.Key.Key_Minus: lambda: self._on_step(-1),
            Qt.Key.Key_Home: self.session.restart, Qt.Key.Key_End: self.fill,
            Qt.Key.Key_PageDown: lambda: self._go(1), Qt.Key.Key_PageUp: lambda: self._go(-1)}
        action = actions.get(Qt.Key(event.key()))
        if action is None:
            super().keyPressEvent(event)
        else:
            action()


def _colour(pixels: "np.ndarray") -> "np.ndarray | None":
    """Return the network's input where it is a picture in colours."""
    return pixels if pixels.shape[2] == 3 else None
