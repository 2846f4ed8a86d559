"""Shows one map, two side by side, or many, as is chosen over the image."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from cnnstudio.ui.inspector.compare import Compare
from cnnstudio.ui.inspector.listed_images import LOOKED_THROUGH
from cnnstudio.ui.inspector.map_controls import COMPARE, SINGLE
from cnnstudio.ui.inspector.several import Several
from cnnstudio.ui.inspector.view_style import ViewStyle

if TYPE_CHECKING:
    from cnnstudio.ui.inspector.body import LookBody
    from cnnstudio.ui.inspector.look import LookSession
    from cnnstudio.ui.workers import JobRunner


class Arrangements(QObject):
    """Puts the grid or the second image into the middle of the page."""

    def __init__(self, session: "LookSession", body: "LookBody", jobs: "JobRunner", parent: QObject) -> None:
        super().__init__(parent)
        self._body, self._session = body, session
        self.several = Several(session, jobs, self)
        self.compare = Compare(session, body.pane.canvas, jobs, self)
        body.pane.add_view(self.several.view)
        body.pane.row.addWidget(self.compare.side, 1)
        body.controls.arrangement_requested.connect(self.show)
        body.pane.bar.style_changed.connect(self._on_style)
        body.images.listed.connect(self._on_listed)
        body.images.confusion.cell_chosen.connect(self._on_cell)
        self.several.picked.connect(self._on_picked)
        session.answered.connect(self._on_answered)

    def show(self, name: str) -> None:
        """Show an arrangement of `ARRANGEMENTS`."""
        body = self._body
        body.controls.show_arrangement(name)
        if name == COMPARE:
            self.compare.side.set_runs(body.choices.runs, self._session.question.run_path)
            self.compare.begin()
        elif self.compare.is_on:
            self.compare.end()
        kind = "" if name in (SINGLE, COMPARE) else name
        if kind:
            body.pane.canvas.keep(None)  # a grid has no cell to tell of, and needs the room
        self.several.layers = body.layers.slider.layers
        self.several.listed.images = tuple(row.path for row in body.images.shown[:LOOKED_THROUGH])
        self.several.show(kind)
        body.pane.show_instead(self.several.view if kind else None)

    def reset(self) -> None:
        """Show one map: another run is looked at."""
        if self._body.controls.arrangement != SINGLE:
            self.show(SINGLE)

    def leave_list(self) -> None:
        """Show one map where those of the list are shown: an image that is none of them is looked at."""
        if self.several.kind == "images":
            self.show(SINGLE)

    def _on_answered(self, _look: object) -> None:
        """Show the grid again after an error took its place."""
        self._body.pane.show_instead(self.several.view if self.several.kind else None)

    def _on_style(self, style: ViewStyle) -> None:
        self.several.set_style(style)
        if self.compare.is_on:
            self.compare.set_style(style)

    def _on_listed(self) -> None:
        if self.several.kind == "images":
            self.show("images")

    def _on_cell(self, _true_class: int, _predicted_class: int) -> None:
        """Show the maps of a cell's images together."""
        self.show("images")

    def _on_picked(self) -> None:
        self.show(SINGLE)
