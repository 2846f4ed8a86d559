"""The tab *Change it*: erase a part with the mouse and watch the probability, or paste it into another image."""

from pathlib import Path

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from cnnstudio.explain.trials.edits import Erase, Paste, Patch
from cnnstudio.ui.cards import EmptyState, card, label
from cnnstudio.ui.inspector.tabs import InspectorContext
from cnnstudio.ui.inspector.trials.answer import TrialAnswer
from cnnstudio.ui.inspector.trials.canvas import Tool, TrialCanvas
from cnnstudio.ui.inspector.trials.patch_card import PatchCard
from cnnstudio.ui.inspector.trials.session import TrialSession
from cnnstudio.ui.inspector.trials.tools import TrialTools

_RIGHT_PX = 268


class TrialTab(QWidget):
    """Tools above, the image as the network is given it in the middle, its answer at the right."""

    message_requested = Signal(str, str)

    def __init__(self, context: InspectorContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("trial_tab")
        self._context = context
        self.session = TrialSession(context.jobs, self)
        self.tools, self.canvas, self.answer = TrialTools(), TrialCanvas(), TrialAnswer()
        self.patch_card = PatchCard(context.workspace, context.jobs)
        self._patch: Patch | None = None
        self._watched: int | None = None
        self._caption = label("", "caption", name="trial_caption")
        self._stack = QStackedWidget()
        self._build()
        self._connect()
        self._on_changed()

    def _build(self) -> None:
        frame, column = card(name="trial_card")
        self._stack.addWidget(EmptyState("photo", self.tr("No image chosen"), self.tr(
            "Choose one in the list at the left: you can erase parts of it and watch the network's answer."),
            name="no_trial_image"))
        self._stack.addWidget(self.canvas)
        column.addWidget(self._stack, 1)
        column.addWidget(self._caption)
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(self.tools)
        left.addWidget(frame, 1)
        left.addWidget(self.patch_card)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addLayout(left, 1)
        self.answer.setFixedWidth(_RIGHT_PX)
        row.addWidget(self.answer)

    def _connect(self) -> None:
        tools, session, canvas = self.tools, self.session, self.canvas
        tools.tool_chosen.connect(self._on_tool)
        tools.size_changed.connect(self._on_size)
        tools.fill_changed.connect(self._on_fill)
        tools.hottest_changed.connect(self._on_hottest)
        tools.hottest_chosen.connect(self._on_hottest_chosen)
        tools.undo_requested.connect(session.undo)
        tools.redo_requested.connect(session.redo)
        tools.reset_requested.connect(session.reset)
        tools.copy_requested.connect(self.copy)
        canvas.marking.connect(self._on_marking)
        canvas.marked.connect(self._on_marked)
        canvas.placed.connect(self._on_placed)
        session.answered.connect(self._on_answered)
        session.failed.connect(self._on_failed)
        session.changed.connect(self._on_changed)
        self.answer.bars.class_requested.connect(self._on_class)
        self.patch_card.image_requested.connect(self._on_image)
        self._context.selection.changed.connect(self._on_selection)
        for key, slot in ((QKeySequence.StandardKey.Undo, session.undo), (QKeySequence.StandardKey.Redo, session.redo),
                          (QKeySequence.StandardKey.Copy, self.copy)):
            QShortcut(QKeySequence(key), self.canvas, slot)

    # what is looked at

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Take over what was chosen while another tab was shown."""
        super().showEvent(event)
        self._look()

    def _on_selection(self) -> None:
        if self.isVisible():
            self._look()

    def _look(self) -> None:
        selection, before = self._context.selection, self.session.run_path
        self._watched = selection.target.index
        if selection.run_path != before:
            self._patch = None
            self.canvas.set_patch(None)
            self.patch_card.forget()
        self.session.look_at(selection.run_path, selection.image)
        if self.session.ready is not None:
            self._on_answered(self.session.ready)

    @property
    def watched(self) -> int:
        """The class whose probability is followed: the one that was chosen, else the one predicted before."""
        ready = self.session.ready
        if self._watched is not None or ready is None:
            return self._watched or 0
        return int(np.argmax(ready.before))

    def _on_class(self, index: int) -> None:
        self._watched = index
        if self.session.ready is not None:
            self._on_answered(self.session.ready)

    def _on_image(self, path: Path) -> None:
        self._context.workspace.select_image(path)

    # changes

    def _on_tool(self, tool: Tool) -> None:
        self.canvas.set_tool(tool)

    def _on_size(self, _share: float) -> None:
        original = self.session.original
        if original is not None:
            self.canvas.diameter = max(1.0, self.tools.size_share * max(original.shape[:2]))
            self.canvas.update()

    def _erase(self, mask: np.ndarray) -> Erase:
        return Erase(mask, self.tools.fill, seed=len(self.session.stack.done))

    def _on_marking(self, mask: np.ndarray) -> None:
        self.session.preview(self._erase(mask))

    def _on_marked(self, mask: np.ndarray) -> None:
        self.session.add(self._erase(mask))

    def _on_placed(self, top: int, left: int) -> None:
        original = self.session.original
        if self._patch is not None and original is not None:
            self.session.add(Paste(self._patch, top, left, (original.shape[0], original.shape[1])))

    def _on_hottest(self, share: float) -> None:
        self.session.preview_hottest(share, self.tools.fill)

    def _on_hottest_chosen(self, share: float) -> None:
        self.session.erase_hottest(share, self.tools.fill)

    def _on_fill(self) -> None:
        self.session.refill(self.tools.fill)

    def copy(self) -> None:
        """Take the changed part, as it was, for pasting."""
        patch, run_path, ready = self.session.copied(), self.session.run_path, self.session.ready
        if patch is None or run_path is None or ready is None:
            self.message_requested.emit(self.tr("Erase the part you want to copy first, with the brush or the lasso."),
                                        "info")
            return
        self._patch = patch
        self.canvas.set_patch(patch)
        self.patch_card.set_patch(run_path, patch, self.watched, ready.class_names[self.watched])
        self._on_changed()

    # answers

    def _on_changed(self) -> None:
        session = self.session
        self.tools.set_possible(
            image=session.original is not None, heat=session.ready is not None and session.ready.raw is not None,
            undo=bool(session.stack.done), redo=bool(session.stack.undone), copy=bool(session.stack.done),
            paste=self._patch is not None)
        if not session.stack.done:
            self.tools.show_hottest(0)
        if session.ready is None:
            self._stack.setCurrentIndex(0)
            self.canvas.show_pixels(None)
            self._caption.clear()
            self.answer.clear()

    def _on_answered(self, _ready: object) -> None:
        ready = self.session.ready
        if ready is None:
            return
        height, width = ready.pixels.shape[:2]
        self._stack.setCurrentWidget(self.canvas)
        self.canvas.show_pixels(ready.pixels)
        self._on_size(self.tools.size_share)
        self._caption.setText(self.tr("As the network is given it: {width} × {height} px. The folder is not changed.")
                              .format(width=width, height=height))
        course = [float(one[self.watched]) for _, one in sorted(self.session.course.items())]
        self.answer.show_answer(ready, self.watched, course)
        self._on_changed()

    def _on_failed(self, message: str) -> None:
        self._on_changed()
        self.answer.show_failure(message)
