"""Fills the grid of small maps: of methods, layers, likely classes, epochs, or images of the list."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QImage

from cnnstudio.explain.explanation import METHODS
from cnnstudio.explain.heatmap import number
from cnnstudio.explain.target import Target
from cnnstudio.ui.inspector.listed_images import ListedImages
from cnnstudio.ui.inspector.map_controls import badges
from cnnstudio.ui.inspector.map_picture import LaidMap
from cnnstudio.ui.inspector.map_tiles import Tile
from cnnstudio.ui.inspector.several_view import TILE_PX, SeveralView
from cnnstudio.ui.inspector.tile_picture import small_image, tile_picture
from cnnstudio.ui.inspector.tile_queue import TileQueue
from cnnstudio.ui.inspector.view_style import ViewStyle
from cnnstudio.ui.throttle import Throttle

if TYPE_CHECKING:
    from cnnstudio.ui.inspector.look import LookSession
    from cnnstudio.ui.inspector.run_layers import SpatialLayer
    from cnnstudio.ui.workers import JobRunner
    from cnnstudio.workspace.look_answer import ImageAnswer, LookReady, MapAnswer
    from cnnstudio.workspace.several_job import SeveralTile

SLOT = "several_maps"
_REORDER_MS = 400
_REDRAW_MS = 120
_RESCALE_MS = 1000
"""While maps come, a new peak changes the scale of all others so often at most; each redraws every tile."""
_OWN_UNITS = ("methods", "layers")
"""Kinds whose maps have units of their own, so that one scale for all would say nothing."""


@dataclass(frozen=True, slots=True, eq=False)
class _Drawn:
    """What a tile is drawn from."""

    image: QImage
    laid: LaidMap
    caption: str
    help: str


class Several(QObject):
    """Asks for the maps of an arrangement and draws each as it comes; a click chooses what it shows."""

    image_chosen = Signal(object)
    """The path of an image of the list."""
    epoch_chosen = Signal(int)
    picked = Signal()
    """Something was chosen: one map is wanted again."""

    def __init__(self, session: "LookSession", jobs: "JobRunner", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._jobs = session, jobs
        self.view = SeveralView()
        self.style = ViewStyle()
        self.kind = ""
        self.listed = ListedImages(self)
        self.layers: tuple[SpatialLayer, ...] = ()
        self._drawn: dict[Hashable, _Drawn] = {}
        self._base: tuple[ImageAnswer, QImage] | None = None
        self._one_limit = 0.0
        self._queue = TileQueue(self._draw, self)
        self._redraw = Throttle(_REDRAW_MS, self._draw_all, self)
        self._rescale = Throttle(_RESCALE_MS, self._draw_all, self)
        self._shown: dict[Hashable, tuple[_Drawn, float, ViewStyle]] = {}
        """What each picture on show was drawn from; it is not drawn again from the same."""
        self.view.tiles.tile_chosen.connect(self._pick)
        self.view.scale_changed.connect(self._draw_all)
        self._reorder = Throttle(_REORDER_MS, self._order, self)
        self.view.order_changed.connect(self.refresh)
        self._asked: tuple[object, ...] = ()
        session.asked.connect(self._on_asked)
        session.answered.connect(self._on_answered)
        session.more_known.connect(self._on_more)

    # what is wanted

    def show(self, kind: str) -> None:
        """Fill the grid with an arrangement; an empty one ends the work."""
        self._jobs.cancel(SLOT)
        was_images, before = self.kind == "images", self._asked
        self.kind = kind
        self._asked = self._signature()
        if not (kind == "images" and was_images and self._asked == before):
            self._drawn = {}
        self._queue.clear()
        self._rescale.clear()
        self._shown, self._one_limit = {}, self._limit()
        if not kind:
            return
        image = self._session.image
        is_of_one = kind != "images" and image is not None
        self.view.tiles.set_proportions(*(image.width, image.height) if is_of_one and image is not None else (1, 1))
        self.view.offer_order(kind == "images")
        self.listed.question, self.listed.ranks = self._asked, self.view.has_weakest_first
        self.view.set_one_scale(kind not in _OWN_UNITS)
        self.view.say(self._words(kind))
        self.view.tiles.tiles.set_tiles(self._empty_tiles(kind))
        self._queue.push(self._drawn)
        if kind == "layers":
            self._on_more(self._session.maps.values())
        else:
            self._start()

    def refresh(self) -> None:
        """Ask again: the image, class, layer, method or list is another."""
        if self.kind:
            self.show(self.kind)

    def set_style(self, style: ViewStyle) -> None:
        """Draw all in another way."""
        self.style = style
        if self.kind:
            self._redraw.push(None)

    def _start(self) -> None:
        question = self._session.question
        if question.run_path is None or (question.image is None and self.kind != "images"):
            return
        from cnnstudio.workspace.look_job import LookQuestion
        from cnnstudio.workspace.several_job import SeveralJob

        image = question.image if question.image is not None else self.listed.images[0]
        asked = LookQuestion(question.run_path, image, question.target, question.layer, question.method)
        job = SeveralJob(self.kind, asked, self.listed.unmade(self._drawn))
        self._jobs.start(job, slot=SLOT, on_event=self._on_tile, on_failed=self._on_failed, quiet=True)

    def _words(self, kind: str) -> str:
        return {
            "methods": self.tr("Every method has units of its own; compare shapes, not colours."),
            "layers": self.tr("Each layer has units of its own; compare shapes, not colours."),
            "classes": self.tr("What speaks for each of the likeliest classes."),
            "epochs": self.tr("The same image after every epoch whose weights the run keeps."),
            "images": self.listed.words(),
        }[kind]

    def _empty_tiles(self, kind: str) -> Sequence[Tile]:
        if kind == "methods":
            said = partial(QCoreApplication.translate, "explain")
            return [Tile(info.name, said(info.title), badge=", ".join(badges(info)), help=said(info.help))
                    for info in METHODS]
        if kind == "layers":
            return [Tile(layer.id, layer.name, layer.shape_text) for layer in self.layers]
        return [self._image_tile(path) for path in self.listed.names()] if kind == "images" else []

    def _image_tile(self, path: Path) -> Tile:
        drawn = self._drawn.get(path)
        return Tile(path, path.name) if drawn is None else Tile(path, path.name, drawn.caption, help=drawn.help)

    # what comes

    def _signature(self) -> tuple[object, ...]:
        """Return what the maps on show depend on."""
        question = self._session.question
        of_all = (question.run_path, question.target, question.layer, question.method)
        return of_all if self.kind == "images" else (*of_all, self._session.image)

    def _on_asked(self, _question: object) -> None:
        """Let go of the run: what was asked now comes first."""
        if self.kind and self._signature() != self._asked:
            self._jobs.cancel(SLOT)

    def _on_answered(self, look: "LookReady") -> None:
        if isinstance(look.image.image, Path) and look.map.is_whole:
            question = self._session.question
            self.listed.note((question.run_path, question.target, question.layer, question.method), look.image.image,
                            look.map.positive)
        if self.kind and self._signature() != self._asked:
            self.refresh()

    def _on_more(self, maps: "Iterable[MapAnswer]") -> None:
        key, image = self._session.key(), self._session.image
        if self.kind != "layers" or key is None or image is None:
            return
        for found in list(maps):
            if (found.key.target, found.key.method) == (key.target, key.method):
                self._take(found.key.layer, image, found)

    def _on_tile(self, tile: object) -> None:
        from cnnstudio.workspace.several_job import SeveralTile

        if not isinstance(tile, SeveralTile):
            return
        if self.view.tiles.tiles.place(tile.name) is None and not self.listed.ranks:
            self.view.tiles.tiles.set_tiles([*self.view.tiles.tiles.tiles, Tile(tile.name, self._title(tile))])
        if tile.map is None or tile.image is None:
            self.view.tiles.tiles.change(tile.name, caption=tile.problem, help=tile.problem)
        else:
            self._take(tile.name, tile.image, tile.map)
            if isinstance(tile.name, Path) and tile.map.is_whole:
                self.listed.note(self._asked, tile.name, tile.map.positive)
            if self.listed.ranks:
                self._reorder.push(None)

    def _title(self, tile: "SeveralTile") -> str:
        if self.kind == "classes" and tile.image is not None and isinstance(tile.name, int):
            return f"{tile.image.class_names[tile.name]}, {tile.title}"
        name = self.tr("Before training") if tile.name == 0 else self.tr("Epoch {epoch}").format(epoch=tile.name)
        return f"{name}, {tile.title}" if tile.title else name

    def _take(self, name: Hashable, image: "ImageAnswer", found: "MapAnswer") -> None:
        caption, before = self._caption(image, found), self._drawn.get(name)
        drawn = _Drawn(self._small(image), LaidMap(found.raw, image.placement), caption, found.evidence)
        self._drawn[name] = drawn
        self.view.tiles.tiles.change(name, caption=caption, help=found.evidence)
        self._suit_scale(drawn, before)
        self._queue.push((name,))

    def _suit_scale(self, drawn: _Drawn, before: _Drawn | None) -> None:
        """Let the scale end at the new map's peak where it is the highest; the other maps follow a little later."""
        peak = drawn.laid.peak(self.style.sign)
        if not self.view.has_one_scale:
            self.view.show_scale(self.style, peak)
            return
        was_highest = before is not None and before.laid.peak(self.style.sign) >= self._one_limit
        if peak > self._one_limit:
            self._one_limit = peak
            self.view.show_scale(self.style, peak)
            self._rescale.push(None)
        elif was_highest and peak < self._one_limit:
            self._rescale.push(None)

    def _order(self, *_: object) -> None:
        """Show the weakest of all that are known by now; maps that are not among them are forgotten."""
        if not self.listed.ranks:
            return
        names = self.listed.names()
        before = {tile.key: tile for tile in self.view.tiles.tiles.tiles}
        self._drawn = {name: self._drawn[name] for name in names if name in self._drawn}
        self.view.tiles.tiles.set_tiles(before.get(name) or self._image_tile(name) for name in names)
        self.view.say(self.listed.words())
        self._draw_all()

    def _small(self, image: "ImageAnswer") -> QImage:
        if self._base is None or self._base[0] is not image:
            self._base = (image, small_image(image.pixels, TILE_PX))
        return self._base[1]

    def _caption(self, image: "ImageAnswer", found: "MapAnswer") -> str:
        if not found.is_whole:
            return self.tr("{percent} % done").format(percent=100 * found.done // max(1, found.total))
        peak = self.tr("peak {peak}").format(peak=number(float(found.raw.max())))
        if self.kind != "images":
            return peak
        return f"{image.class_names[image.predicted]} · {peak}"

    def _on_failed(self, message: str, _details: str) -> None:
        self.view.say(message)

    # drawing

    def _limit(self) -> float:
        return max((drawn.laid.peak(self.style.sign) for drawn in self._drawn.values()), default=0.0)

    def _draw_all(self, *_: object) -> None:
        self._one_limit = self._limit()
        self.view.show_scale(self.style, self._one_limit)
        self._queue.push(self._drawn)

    def _draw(self, name: Hashable) -> None:
        drawn, tile = self._drawn.get(name), self.view.tiles.tiles.tile(name)
        if drawn is None or tile is None:
            return
        limit = self._one_limit if self.view.has_one_scale else drawn.laid.peak(self.style.sign)
        source = (drawn, limit, self.style)
        if tile.pixmap is None or self._shown.get(name) != source:
            self._shown[name] = source
            self.view.tiles.tiles.change(name, pixmap=tile_picture(drawn.image, drawn.laid, limit, self.style))

    # choosing

    def _pick(self, name: Hashable) -> None:
        kind = self.kind
        self.picked.emit()
        if kind == "methods":
            self._session.look_with(str(name))
        elif kind == "layers":
            self._session.look_in_layer(str(name))
        elif kind == "classes" and isinstance(name, int):
            self._session.look_for(Target(index=name))
        elif kind == "epochs" and isinstance(name, int):
            self.epoch_chosen.emit(name)
        elif kind == "images":
            self.image_chosen.emit(name)
