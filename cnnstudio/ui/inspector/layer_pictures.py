"""Keeps the strip of layers in step with what is known of the image, and knows the largest peak on show."""

from collections.abc import Hashable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from cnnstudio.explain.heatmap import number
from cnnstudio.ui.inspector.layer_strip import THUMBNAIL_PX
from cnnstudio.ui.inspector.map_picture import LaidMap
from cnnstudio.ui.inspector.tile_picture import small_image, tile_picture
from cnnstudio.ui.inspector.tile_queue import TileQueue
from cnnstudio.ui.inspector.view_style import Sign, ViewStyle

if TYPE_CHECKING:
    from cnnstudio.ui.inspector.image_pane import ImagePane
    from cnnstudio.ui.inspector.layer_strip import LayerStrip
    from cnnstudio.ui.inspector.look import LookSession
    from cnnstudio.workspace.look_answer import ImageAnswer, LookReady, MapAnswer

_STRIP_OPACITY = 0.6


class LayerPictures(QObject):
    """Draws the map of the target and method on show at every layer, each scaled to its own peak."""

    def __init__(self, session: "LookSession", strip: "LayerStrip", pane: "ImagePane", parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._strip, self._pane = session, strip, pane
        self._small: tuple[ImageAnswer, QImage] | None = None
        self._shown: tuple[object, ...] = ()
        self._peaks: dict[tuple[object, ...], dict[Sign, float]] = {}
        self._queue = TileQueue(self._draw_one, self)
        session.answered.connect(self._on_answered)
        session.more_known.connect(self._on_more)
        pane.bar.style_changed.connect(self._on_style)

    def _on_answered(self, look: "LookReady") -> None:
        key = look.map.key
        shown = (look.image, key.target, key.method)
        if shown != self._shown:
            self._shown = shown
            self._queue.clear()
            self._strip.clear_pictures()
            self._draw(self._session.maps.values())
        self._draw((look.map,))
        self._share_scale(look)

    def _share_scale(self, look: "LookReady") -> None:
        """Widen the scale that maps of the same run, layer, method and kind of question share."""
        key = look.map.key
        peaks = self._peaks.setdefault((look.image.run_path, key.layer, key.method, key.target.kind), {})
        laid = LaidMap(look.map.raw, look.image.placement)
        for sign in ("positive", "negative", "both"):
            peaks[sign] = max(peaks.get(sign, 0.0), laid.peak(sign))
        self._pane.canvas.set_shared(peaks)

    def _on_more(self, maps: "Iterable[MapAnswer]") -> None:
        self._draw(maps)

    def _on_style(self, _style: ViewStyle) -> None:
        self._draw(self._session.maps.values())

    def _draw(self, maps: "Iterable[MapAnswer]") -> None:
        image = self._session.image
        if image is None or self._shown[:1] != (image,):
            return
        if self._small is None or self._small[0] is not image:
            self._small = (image, small_image(image.pixels, THUMBNAIL_PX))
            self._strip.tiles.set_proportions(image.width, image.height)
        wanted = [found.key for found in maps if (found.key.target, found.key.method) == self._shown[1:]]
        self._queue.push(wanted)

    def _draw_one(self, key: Hashable) -> None:
        found, image = self._session.maps.get(key), self._session.image    # type: ignore[call-overload]
        if found is None or image is None or self._small is None or self._small[0] is not image:
            return
        laid, shown = LaidMap(found.raw, image.placement), self._pane.style_shown
        style = ViewStyle(sign=shown.sign, color_map=shown.color_map, opacity=_STRIP_OPACITY)
        peak = laid.peak(style.sign)
        self._strip.show_picture(found.key.layer, tile_picture(self._small[1], laid, peak, style),
                                 self.tr("peak {peak}, which has the last colour here").format(peak=number(peak)))
