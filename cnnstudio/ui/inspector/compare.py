"""Asks for the second map of a comparison and keeps both pictures in step."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, QPointF

from cnnstudio.explain.target import Target
from cnnstudio.ui.inspector.compare_side import CompareSide
from cnnstudio.ui.inspector.map_picture import LaidMap, picture, seen_rectangle, values_over
from cnnstudio.ui.inspector.view_style import ViewStyle

if TYPE_CHECKING:
    from cnnstudio.ui.inspector.look import LookSession
    from cnnstudio.ui.inspector.map_canvas import MapCanvas
    from cnnstudio.ui.workers import JobRunner
    from cnnstudio.workspace.look_answer import LookReady

SLOT = "compare"


class Compare(QObject):
    """While it is on, the second side follows the class, layer and method of the first."""

    def __init__(self, session: "LookSession", canvas: "MapCanvas", jobs: "JobRunner", parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._first, self._jobs = session, canvas, jobs
        self.side = CompareSide()
        self.side.hide()
        self._kept: Path | np.ndarray | None = None
        self.newest: LookReady | None = None
        self._title = ""
        self._link()
        self.side.changed.connect(self._ask)
        self.side.take_requested.connect(self._take)
        session.answered.connect(self._on_answered)

    def _link(self) -> None:
        one, other = self._first.view, self.side.canvas.view
        for here, there in ((one, other), (other, one)):
            here.place_changed.connect(there.set_place)
            here.pointed.connect(there.set_mark)
            here.pointed.connect(self._tell_values)
            here.original_shown_changed.connect(there.set_original_shown)

    @property
    def is_on(self) -> bool:
        """Whether two images are shown."""
        return not self.side.isHidden()

    def begin(self) -> None:
        """Show the second side; the present image stays there."""
        self.side.show()
        self._take()

    def end(self) -> None:
        """Show one image again."""
        self._jobs.cancel(SLOT)
        self.side.hide()
        self.newest = None
        self._first.view.set_mark(None)

    def set_style(self, style: ViewStyle) -> None:
        """Show both in the same way; the divider stays with the first."""
        self.side.canvas.set_style(replace(style, is_wiped=False))
        self._show_difference()

    def _take(self) -> None:
        self._kept = self._session.question.image
        self._ask()

    def _on_answered(self, _look: "LookReady") -> None:
        if self.is_on:
            self._ask()

    # asking

    def _ask(self) -> None:
        first = self._session.image
        image = self._session.question.image if self.side.follows else self._kept
        run = self.side.run_path or (None if first is None else first.run_path)
        if first is None or image is None or run is None:
            return
        from cnnstudio.workspace.compared_look_job import ComparedLookJob
        from cnnstudio.workspace.look_job import LookQuestion

        question = self._session.question
        layer = question.layer if run == first.run_path else "auto"
        target = first.exact(question.target)
        asked = LookQuestion(run, image, target, layer, question.method)
        job = ComparedLookJob(asked, _names(target, first.class_names))
        self._jobs.start(job, slot=SLOT, on_event=self._on_event, on_failed=self._on_failed, quiet=True)

    def _on_event(self, event: object) -> None:
        from cnnstudio.workspace.look_answer import LookReady

        if not isinstance(event, LookReady) or not self.is_on:
            return
        self.newest = event
        image = event.image
        self.side.canvas.show_image(image)
        self.side.canvas.show_map(image, event.map)
        self.side.canvas.view.set_place(self._first.view.zoom, self._first.view.offset)
        name = image.image.name if isinstance(image.image, Path) else self.tr("Pasted image")
        share = f"{100 * float(image.probabilities[image.predicted]):.1f} %"
        self._title = self.tr("{name}: {predicted}, {share}").format(
            name=name, predicted=image.class_names[image.predicted], share=share)
        self.side.say(self._title)
        self._show_difference()

    def _on_failed(self, message: str, _details: str) -> None:
        self.newest = None
        self.side.canvas.clear()
        self.side.say("", message)

    # difference

    def _show_difference(self) -> None:
        first, second = self._first.laid, self.side.canvas.laid
        if first is None or second is None or self.newest is None:
            return
        if not self.side.wants_difference:
            self.side.say(self._title)
            self.side.canvas.repaint()
            return
        style = replace(self.side.canvas.style, sign="both", scale="fixed", fixed_limit=1.0)
        self.side.canvas.view.set_heat(picture(difference(first, second), 1.0, style),
                                       seen_rectangle(second.placement))
        line = self.tr("Red: more at the left. Blue: more here. In shares of each map's own peak.")
        self.side.say(self._title, " ".join(filter(None, (line, self._shape_words(first, second)))))

    def _shape_words(self, first: LaidMap, second: LaidMap) -> str:
        """Say how maps or images of other shapes came together; nothing where they have the same."""
        words = []
        if first.raw.shape != second.raw.shape:
            words.append(self.tr("Maps of {first} and {second} cells, both enlarged to this image.").format(
                first=_size(first.raw.shape), second=_size(second.raw.shape)))
        if not _has_same_place(first, second):
            words.append(self.tr("The images have other shapes: the left one's map is stretched to this image."))
        return " ".join(words)

    # under the pointer

    def _tell_values(self, place: QPointF | None) -> None:
        """Say what both maps hold at a place, in shares of the images."""
        first, second = self._first.laid, self.side.canvas.laid
        if not self.is_on:
            return
        if place is None or first is None or second is None:
            self.side.say_values("")
            return
        left, here = (_share_at(laid, place) for laid in (first, second))
        if left is None or here is None:
            self.side.say_values(self.tr("Here one of the two networks sees nothing."))
            return
        values = {"left": left, "here": here, "difference": left - here}
        words = self.tr("Left {left}, here {here}, difference {difference} of the peaks")
        self.side.say_values(words.format(**{
            name: f"{value:+.2f}".replace("-", "−") for name, value in values.items()}))


def difference(first: LaidMap, second: LaidMap) -> np.ndarray:
    """Return first minus second over the second image, each as a share of its largest size.

    Both are enlarged from their cells, bilinear between the cells' centres (``align_corners=False``); the map of an
    image of another shape is stretched with it.

    Returns
    -------
    (h, w) float32 in [-2, 2]; NaN where one of the networks never looked
    """
    place = second.placement
    stretched = LaidMap(first.raw, first.placement.scaled(place.source_h, place.source_w))
    one, other = (values_over(laid, "both") / max(laid.peak("both"), 1e-30) for laid in (stretched, second))
    return np.asarray(one - other, dtype=np.float32)


def _has_same_place(first: LaidMap, second: LaidMap) -> bool:
    one, other = first.placement, second.placement
    return (one.source_h, one.source_w) == (other.source_h, other.source_w)


def _share_at(laid: LaidMap, place: QPointF) -> float | None:
    """Return the cell's value at a place (shares of the image) as a share of the map's peak; None where unseen."""
    cell = laid.cell_at(place.x(), place.y())
    return None if cell is None else float(laid.raw[cell]) / max(laid.peak("both"), 1e-30)


def _size(shape: tuple[int, ...]) -> str:
    return " × ".join(str(side) for side in shape)


def _names(target: Target, class_names: tuple[str, ...]) -> tuple[str, str]:
    """Return the names of a target's classes; another run may number them in another way."""
    return (class_names[target.index or 0], "" if target.against is None else class_names[target.against])
