"""The Feature maps tab: every channel of any layer of the network, its kernels, and what excites it."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from cnnstudio.explain.kernels import kernel_layer, kernels_of
from cnnstudio.explain.walk_recording import Recording
from cnnstudio.ui.cards import EmptyState, SentenceLine, card, described
from cnnstudio.ui.elided_choice import ElidedChoice
from cnnstudio.ui.elided_label import ElidedLabel
from cnnstudio.ui.inspector.maps.channel_card import ChannelCard
from cnnstudio.ui.inspector.maps.channel_texts import ChannelTexts
from cnnstudio.ui.inspector.maps.exciting import ExcitingImages
from cnnstudio.ui.inspector.maps.kernel_card import KernelCard
from cnnstudio.ui.inspector.maps.tiles import Tiles, TileView
from cnnstudio.ui.inspector.maps.top_images_card import TopImagesCard, TopPicture
from cnnstudio.ui.inspector.steps.layer_strip import LayerStrip
from cnnstudio.ui.inspector.value_scale import ValueScale, scale_of

if TYPE_CHECKING:
    from cnnstudio.ui.inspector.tabs import InspectorContext
    from cnnstudio.workspace.layer_maps_job import LayerFiguresReady
    from cnnstudio.workspace.walk_job import WalkReady

MAPS_SLOT, FIGURES_SLOT = "maps", "map_figures"
HEATMAP = "heatmap"
_TILE_PX = 72
_NO_KERNELS_PX, _NO_LIMIT_PX = 84, 16_777_215
"""The height of the card that says there are none, and Qt's largest size."""


class MapsTab(QWidget):
    """Layers above, all channels at the left, the chosen one at the right with its kernels and images."""

    tab_requested = Signal(str)

    def __init__(self, context: "InspectorContext", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("maps_tab")
        self._context = context
        self._asked: tuple[object, ...] = ()
        self.recording: Recording | None = None
        self.shown: LayerFiguresReady | None = None
        """The layer on show with its figures."""
        self.channel = 0
        self._wished: tuple[str, int] | None = None
        """A layer and the channel of it that is to be shown with its images."""
        self._layer_id = ""
        self.exciting, self.texts = ExcitingImages(context, self), ChannelTexts(self)
        self._common = ValueScale(0, 1, is_signed=False)
        self.strip, self.grid = LayerStrip(), TileView("channel_grid", self.tr("Channels of the layer"), _TILE_PX)
        self.channel_card, self.kernel_card, self.images_card = ChannelCard(), KernelCard(), TopImagesCard()
        self.order = _combo("channel_order", self.tr("Order"), (self.tr("Strongest first"), self.tr("By number")))
        self.scale = _combo("channel_scale", self.tr("Colours"), (
            self.tr("One scale for all"), self.tr("Each its own scale")))
        self._about, self._image = ElidedLabel("", "quiet", name="maps_about"), self._make_image()
        self._problem = SentenceLine("warning", "warning", name="maps_problem")
        self._empty = EmptyState("look", self.tr("Choose an image"), self.tr(
            "Choose an image in the Heatmap tab. Here you see what every channel of every layer answers to it."),
            self.tr("Go to the heatmap"), name="no_maps")
        self._body, self._stack = QWidget(), QStackedLayout(self)
        self._build()
        self._connect()

    def _make_image(self) -> QPushButton:
        button = described(QPushButton(), "maps_image", self.tr("Choose another image"),
                           self.tr("The image that is looked at; choose another one in the Heatmap tab."))
        button.setProperty("flat", True)
        return button

    def _build(self) -> None:
        tools = QHBoxLayout()
        tools.setSpacing(8)
        for widget, stretch in ((self.order, 0), (self.scale, 0), (self._about, 1), (self._image, 0)):
            tools.addWidget(widget, stretch)
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.strip)
        column.addLayout(tools)
        column.addWidget(self._problem)
        column.addLayout(self._parts(), 1)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._body)

    def _parts(self) -> QHBoxLayout:
        frame: QFrame
        frame, inside = card(name="channels_card")
        inside.setContentsMargins(6, 6, 2, 6)
        inside.addWidget(self.grid)
        above = QHBoxLayout()
        above.setSpacing(10)
        above.addWidget(self.channel_card, 1)
        above.addWidget(self.images_card, 1)
        side = QVBoxLayout()
        side.setSpacing(10)
        side.addLayout(above, 8)
        side.addWidget(self.kernel_card, 5)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(frame, 5)
        row.addLayout(side, 8)
        return row

    def _connect(self) -> None:
        self._context.selection.changed.connect(self._on_selection)
        self._context.selection.node_changed.connect(self._follow)
        self._context.workspace.folder_changed.connect(self._show_images)
        for signal in (self._image.clicked, self._empty.action_requested):
            signal.connect(self._choose_image)
        self.strip.layer_requested.connect(self._on_layer_requested)
        self.grid.place_chosen.connect(self.show_channel)
        for combo in (self.order, self.scale):
            combo.currentIndexChanged.connect(self._show_grid)
        self.images_card.find_button.clicked.connect(self._find)
        self.images_card.cancel_button.clicked.connect(self.exciting.cancel)
        self.images_card.image_requested.connect(self._open_image)
        self.exciting.progressed.connect(self.images_card.say_progress)
        self.exciting.found_changed.connect(self._on_found)
        self.exciting.pictures_ready.connect(self._on_pictures)
        self.exciting.failed.connect(self.images_card.say_idle)

    # asking

    def _on_selection(self) -> None:
        if self.isVisible():
            self._ask()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Bring the maps up to date when the tab comes into view."""
        super().showEvent(event)
        self._ask()
        self._follow()

    def _follow(self) -> None:
        """Show the layer that was chosen on another tab or page, where it has maps."""
        node = self._context.selection.node
        if self.isVisible() and node != self._layer_id and node in [layer.id for layer in self.strip.layers]:
            self.show_layer(node)

    def _on_layer_requested(self, layer_id: str) -> None:
        self.show_layer(layer_id)
        self._context.selection.select_node(layer_id)

    def _ask(self, needed: str = "") -> None:
        run_path, image = self._context.selection.run_path, self._context.selection.image
        if run_path is None or image is None:
            self._asked, self.recording, self.shown = (), None, None
            self._context.jobs.cancel(MAPS_SLOT)
            self._stack.setCurrentWidget(self._empty)
            return
        asked = (run_path, image if isinstance(image, Path) else id(image))
        if asked == self._asked and not needed:
            return
        self._asked = asked
        self._image.setText(image.name if isinstance(image, Path) else self.tr("Pasted image"))
        from cnnstudio.workspace.walk_job import WalkJob

        self._context.jobs.start(WalkJob(run_path, image, needed), slot=MAPS_SLOT, on_event=self._on_recorded,
                                 on_failed=self._on_failed, quiet=True)

    def _on_recorded(self, event: "WalkReady") -> None:
        self._problem.say("")
        self._stack.setCurrentWidget(self._body)
        self.recording = event.recording
        maps = [layer for layer in event.recording.layers if len(layer.shape) == 3]
        if [layer.id for layer in maps] != [layer.id for layer in self.strip.layers]:
            self.strip.set_layers(maps)
        ids = [layer.id for layer in maps]
        wanted = (self._context.selection.node, self._layer_id, ids[min(1, len(ids) - 1)])
        self.show_layer(next(layer_id for layer_id in wanted if layer_id in ids))

    def _on_failed(self, message: str, _details: str) -> None:
        self._asked = ()
        self._stack.setCurrentWidget(self._body)
        self._problem.say(message)

    def show_layer(self, layer_id: str) -> None:
        """Show the maps of a layer."""
        if self.recording is None:
            return
        self._layer_id = layer_id
        self.strip.show_layer([layer.id for layer in self.strip.layers].index(layer_id))
        values = self.recording.layer(layer_id)
        if values is None:
            self._ask(layer_id)
            return
        from cnnstudio.workspace.layer_maps_job import LayerFiguresJob

        self._context.jobs.start(LayerFiguresJob(values), slot=FIGURES_SLOT, on_event=self._on_figures, quiet=True)

    def _on_figures(self, event: "LayerFiguresReady") -> None:
        is_other = self.shown is None or self.shown.values.outline.id != event.values.outline.id
        self.shown = event
        self._common = scale_of(event.values.output)
        if is_other:
            self.channel = int(event.figures.by_strength[0])
        if self._wished is not None and self._wished[0] == event.values.outline.id:
            self.channel, self._wished = self._wished[1], None
            if self.exciting.can_look and self.exciting.of_layer(event.values.outline.id) is None:
                self._find()
        self._show_grid()
        self.show_channel(self.channel)

    # showing

    def open_channel(self, layer_id: str, channel: int) -> None:
        """Show a channel of a layer with the images that excite it, as soon as the layer's maps are there."""
        self._wished = (layer_id, channel)
        if self.shown is not None and self.shown.values.outline.id == layer_id:
            self._on_figures(self.shown)
        elif self.recording is not None and layer_id in [layer.id for layer in self.strip.layers]:
            self.show_layer(layer_id)

    def _show_grid(self) -> None:
        if self.shown is None:
            return
        maps, figures = self.shown.values.output, self.shown.figures
        order = figures.by_strength.tolist() if self.order.currentIndex() == 0 else list(range(len(maps)))
        texts = self.texts
        texts.shown, texts.found = self.shown, self.exciting.of_layer(self.shown.values.outline.id)
        self.grid.show_tiles(Tiles(maps, order, self._scale_of, texts.caption, texts.tip, texts.dead_here()),
                             self.channel)
        self._about.setText(texts.about())

    def _scale_of(self, place: int) -> ValueScale:
        if self.shown is None or self.scale.currentIndex() == 0:
            return self._common
        return scale_of(self.shown.values.output[place])

    def show_channel(self, channel: int) -> None:
        """Show one channel large."""
        if self.shown is None or self.recording is None:
            return
        values = self.shown.values
        self.channel = min(channel, len(values.output) - 1)
        self.channel_card.show_channel(values, self.channel, self.shown.figures, self._scale_of(self.channel),
                                       self.texts.dead_text(self.channel))
        self._show_kernels(self.recording, values.outline.id)
        self._show_images()

    def _show_kernels(self, recording: Recording, layer_id: str) -> None:
        """Show the kernels that make the channel, of this layer or of the convolution before it."""
        owner = recording.layer(kernel_layer(recording, layer_id))
        kernels = None if owner is None else kernels_of(owner, self.channel)
        sources = () if owner is None else owner.outline.sources
        is_colour = bool(sources) and recording.outline(sources[0]).kind == "Input"
        self.kernel_card.show_kernels(kernels, is_colour=is_colour, name="" if owner is None else owner.outline.name)
        self.kernel_card.setMaximumHeight(_NO_KERNELS_PX if kernels is None else _NO_LIMIT_PX)

    # images

    def _find(self) -> None:
        if self.shown is not None:
            self.images_card.say_progress(self.tr("beginning"))
            self.exciting.look(self.shown.values.outline.id)

    def _on_found(self) -> None:
        self._show_grid()
        self.show_channel(self.channel)

    def _show_images(self) -> None:
        if self.shown is None or self.recording is None or self.exciting.is_looking:
            return
        layer = self.shown.values.outline.id
        if self.exciting.of_layer(layer) is not None:
            self.exciting.read_pictures(self.recording, layer, self.channel)
        else:
            self.images_card.say_idle("" if self.exciting.can_look else self.tr(
                "Open an image folder to look for the images that excite this channel most."))

    def _on_pictures(self, channel: int, pictures: list[TopPicture]) -> None:
        if channel == self.channel:
            self.images_card.show_pictures(pictures, self.texts.images_text(channel))

    def _open_image(self, path: Path) -> None:
        self._context.workspace.select_image(path)
        self._context.selection.select(image=path)
        self.tab_requested.emit(HEATMAP)

    def _choose_image(self) -> None:
        self.tab_requested.emit(HEATMAP)


def _combo(name: str, title: str, choices: tuple[str, ...]) -> QComboBox:
    combo = described(ElidedChoice(), name, title, title)
    combo.addItems(choices)
    return combo
