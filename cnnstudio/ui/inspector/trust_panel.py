"""Whether the heatmap on show can be trusted: every check with its number, its control and its answer in words."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QScrollArea, QVBoxLayout, QWidget

from cnnstudio.explain.explanation import method_info
from cnnstudio.explain.validation.trust_report import TrustReport, TrustRow
from cnnstudio.ui.cards import EmptyState, SentenceLine, described, label
from cnnstudio.ui.icons import set_icon
from cnnstudio.ui.inspector.tabs import is_same
from cnnstudio.ui.inspector.trust_row import TrustRowCard, trust_sign
from cnnstudio.ui.status_line import duration_text
from cnnstudio.ui.workers import LazyJob
from cnnstudio.wording import translate

if TYPE_CHECKING:
    from cnnstudio.ui.inspector.tabs import InspectorContext
    from cnnstudio.workspace.jobs import Job, Progress

SLOT = "trust"
_SURE_FROM = 0.04
_Key = tuple[Path | None, object, object, str, str]


class Pace:
    """How long the checks still take, by how fast they are: what loads before them says nothing about that."""

    def __init__(self) -> None:
        self._first: tuple[float, int] | None = None

    def left(self, progress: "Progress | None", now_s: float | None = None) -> str:
        """Return a text such as ``"about 12 s left"``; empty until there is something to go by."""
        if progress is None or not progress.total:
            return ""
        now = time.monotonic() if now_s is None else now_s
        begun_s, first = self._first = self._first or (now, progress.done)
        gone = progress.done - first
        if gone < progress.total * _SURE_FROM:
            return ""
        left_s = (now - begun_s) * (progress.total - progress.done) / gone
        return QCoreApplication.translate("trust_pace", "about {time} left").format(time=duration_text(left_s))


class TrustPanel(QWidget):
    """A button, and a card a check as it comes; what was found goes when another map is looked at."""

    message_requested = Signal(str, str)

    def __init__(self, context: "InspectorContext", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("trust_panel")
        self._context = context
        self._about: _Key | None = None
        self.report: TrustReport | None = None
        self.cards: list[TrustRowCard] = []
        self._pace = Pace()
        self._build()
        self._connect()
        self._refresh()

    # building

    def _build(self) -> None:
        self._empty = EmptyState(
            "search", self.tr("Can this map be trusted?"),
            self.tr("A heatmap always looks convincing. The checks ask: does it change when the network forgets what "
                    "it learned? Does the answer hang on the marked places, more than on random ones? Is it about this "
                    "class? Does it stay when the image hardly changes? They take some seconds; methods that are slow "
                    "themselves are looked at quickly first."),
            name="trust_empty")
        self._empty.add_below(self._button("trust_check", self.tr("Check this map"), "check", self.check))
        self._no_image = EmptyState("photo", self.tr("No image chosen"), self.tr(
            "Choose one in the list at the left; then its heatmap can be checked."), name="trust_no_image")
        self._error = SentenceLine("warning", "warning", name="trust_error")
        self._summary = SentenceLine("good", "good", name="trust_summary")
        self._area = described(QScrollArea(), "trust_area", self.tr("Checks of the heatmap"))
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._head())
        column.addWidget(self._error)
        column.addWidget(self._summary)
        column.addWidget(self._area, 1)
        column.addWidget(self._empty, 1)
        column.addWidget(self._no_image, 1)
        self._clear()

    def _head(self) -> QHBoxLayout:
        self._what = label("", "quiet", name="trust_what")
        self._step = label("", "quiet", name="trust_step")
        self._bar = described(QProgressBar(), "trust_progress", self.tr("Progress of the checks"))
        self._bar.setTextVisible(False)
        self._left = label("", "quiet", name="trust_time_left")
        self._stop = self._button("trust_stop", self.tr("Stop"), "stop", self.stop)
        self._thorough = self._button("trust_thorough", self.tr("Check thoroughly"), "check", self.check_thoroughly)
        self._thorough.setToolTip(self.tr("With the whole map and more repetitions; takes minutes, can be stopped."))
        self._again = self._button("trust_again", self.tr("Check again"), "refresh", self.check)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._what)
        row.addWidget(self._step)
        row.addWidget(self._bar, 1)
        row.addWidget(self._left)
        row.addStretch(0)
        row.addWidget(self._stop)
        row.addWidget(self._thorough)
        row.addWidget(self._again)
        return row

    def _button(self, name: str, text: str, icon_name: str, receiver: Callable[[], None]) -> QPushButton:
        button = described(QPushButton(text), name, text)
        set_icon(button, icon_name, size_px=16)
        button.clicked.connect(receiver)
        return button

    def _connect(self) -> None:
        self._context.selection.changed.connect(self._on_selection)
        for signal in (self._context.jobs.job_progressed, self._context.jobs.job_started, self._context.jobs.job_ended):
            signal.connect(self._on_job)

    # what is checked

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Take over what was chosen while another tab was shown."""
        super().showEvent(event)
        self._on_selection()

    @property
    def _key(self) -> _Key:
        selection = self._context.selection
        return selection.run_path, selection.image, selection.target, selection.layer, selection.method

    @property
    def is_running(self) -> bool:
        """Whether a check is under way."""
        return self._context.jobs.is_running(SLOT)

    def _on_selection(self) -> None:
        if self._about is not None and not _same(self._about, self._key):
            self.stop()
            self._clear()
        self._refresh()

    def check(self) -> None:
        """Check the map that is looked at; one that takes seconds to make quickly at first."""
        self._start(is_quick=method_info(self._context.selection.method).speed == "seconds")

    def check_thoroughly(self) -> None:
        """Check the map as well as can be."""
        self._start(is_quick=False)

    def _start(self, *, is_quick: bool) -> None:
        selection = self._context.selection
        run_path, image = selection.run_path, selection.image
        if run_path is None or image is None:
            return
        target, layer, method = selection.target, selection.layer, selection.method

        def make() -> "Job":
            from cnnstudio.workspace.trust_job import TrustJob

            return TrustJob(run_path, image, target, layer, method, is_quick=is_quick)

        self._clear()
        self._about, self._pace = self._key, Pace()
        self._context.jobs.start(LazyJob(self.tr("Checking the heatmap"), make), slot=SLOT, on_event=self._on_event,
                                 on_failed=self._on_failed, on_cancelled=self._on_stopped)
        self._refresh()

    def stop(self) -> None:
        """Stop the checks; those that were made stay."""
        self._context.jobs.cancel(SLOT)

    # answers

    def _on_event(self, event: object) -> None:
        if self._about is None or not _same(self._about, self._key):
            return
        if isinstance(event, TrustRow):
            card = TrustRowCard(event)
            self.cards.append(card)
            self._rows.insertWidget(self._rows.count() - 1, card)
        elif isinstance(event, TrustReport):
            self.report = event
            sign = trust_sign(event.level)
            self._summary.set_sign(sign.icon, sign.token)
            self._summary.say(event.verdict)
        self._refresh()

    def _on_failed(self, message: str, _details: str) -> None:
        self._error.say(message)

    def _on_stopped(self) -> None:
        if not self.cards:
            self._clear()
        self._refresh()

    def _on_job(self, slot: str) -> None:
        if slot == SLOT:
            self._refresh()

    # showing

    def _clear(self) -> None:
        """Forget what was found."""
        self._about, self.report, self.cards = None, None, []
        self._error.say("")
        self._summary.say("")
        inner = QWidget()
        self._rows = QVBoxLayout(inner)
        self._rows.setContentsMargins(0, 0, 4, 0)
        self._rows.setSpacing(12)
        self._rows.addStretch(1)
        self._area.setWidget(inner)

    def _refresh(self) -> None:
        selection = self._context.selection
        has_image = selection.image is not None and selection.run_path is not None
        running = self.is_running
        shows = bool(self.cards) or running or self._about is not None
        self._no_image.setVisible(not has_image)
        focused = self.window().focusWidget()
        self._empty.setVisible(has_image and not shows)
        self._area.setVisible(has_image and shows)
        self._stop.setVisible(running)
        is_done = has_image and shows and not running
        self._again.setVisible(is_done)
        self._thorough.setVisible(is_done and self.report is not None and self.report.is_rough)
        if focused is not None and self.isAncestorOf(focused) and not focused.isVisible():
            # the button that was pressed is gone, and Qt would go to the window's first one
            (self._stop if running else self._again if is_done else self).setFocus()
        self._bar.setVisible(running)
        self._what.setText(self._words() if has_image else "")
        self._show_progress()

    def _words(self) -> str:
        selection = self._context.selection
        name = selection.image.name if isinstance(selection.image, Path) else self.tr("the image")
        method = translate("explain", method_info(selection.method).title)
        return self.tr("{method} of {image}").format(method=method, image=name)

    def _show_progress(self) -> None:
        job = next((job for job in self._context.jobs.active() if job.slot == SLOT), None)
        progress = None if job is None else job.progress
        stopping = job is not None and job.is_stopping
        self._step.setText(self.tr("Stopping…") if stopping else "" if progress is None else progress.text)
        self._left.setText("" if job is None or stopping else self._pace.left(progress))
        self._bar.setRange(0, 0 if progress is None else progress.total)
        self._bar.setValue(0 if progress is None else progress.done)


def _same(one: _Key, other: _Key) -> bool:
    return all(map(is_same, one, other))
