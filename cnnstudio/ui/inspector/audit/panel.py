"""The Audit tab: classes at the left, what was found of the chosen one at the right, its images below."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from cnnstudio.ui.cards import EmptyState, SentenceLine, card, described, label
from cnnstudio.ui.icons import set_icon
from cnnstudio.ui.image_filter import ImageFilter, filter_requests
from cnnstudio.ui.inspector.audit.class_list import ALL_CLASSES, ClassList
from cnnstudio.ui.inspector.audit.gallery import Gallery
from cnnstudio.ui.inspector.audit.progress_row import ProgressRow
from cnnstudio.ui.inspector.audit.session import SLOT, AuditSession
from cnnstudio.ui.inspector.audit.shown import Shown

if TYPE_CHECKING:
    from cnnstudio.ui.inspector.tabs import InspectorContext

_LEFT_PX = 248


class AuditPanel(QWidget):
    """Empty until the run was audited; then it fills while the audit runs."""

    message_requested = Signal(str, str)
    navigate_requested = Signal(str)
    tab_requested = Signal(str)

    def __init__(self, context: "InspectorContext", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("audit_panel")
        self._context = context
        self.session = AuditSession(context.workspace, context.jobs, self)
        self.classes, self.gallery = ClassList(self.session), Gallery()
        self._progress = ProgressRow(context.jobs)
        self._error = SentenceLine("warning", "warning", name="audit_error")
        self._area = described(QScrollArea(), "audit_area", self.tr("What was found"))
        self._shown_class = ALL_CLASSES
        self._no_run, self._empty = self._empty_states()
        self._body = QWidget()
        self._build()
        self._connect()
        self.session.open_kept()

    # building

    def _empty_states(self) -> tuple[EmptyState, EmptyState]:
        no_run = EmptyState(
            "look", self.tr("Train a network first"),
            self.tr("Then the audit tells what each class looks at, and whether the network takes a shortcut."),
            self.tr("Go to Train"), name="audit_no_run")
        empty = EmptyState(
            "search", self.tr("Does it look at the thing, or at the snow?"),
            self.tr("The audit goes through every image the network did not learn from, 2,000 at most. It shows where "
                    "the evidence for each class lies, which kinds of images there are, and looks for what gives a "
                    "class away without belonging to it: marks and stamps, the background, properties of the files. "
                    "What it finds it tests by changing images.\n\nSmall images take a few seconds, 1,000 photographs "
                    "of 224 pixels about a minute. The report is kept with the run."),
            self.tr("Audit this network"), name="audit_empty")
        return no_run, empty

    def _build(self) -> None:
        body = QHBoxLayout(self._body)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(12)
        body.addWidget(self._left())
        body.addLayout(self._right(), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._head())
        column.addWidget(self._error)
        column.addWidget(self._body, 1)
        column.addWidget(self._no_run, 1)
        column.addWidget(self._empty, 1)

    def _head(self) -> QHBoxLayout:
        self._again = self._button("audit_again", self.tr("Audit again"), "refresh", self.session.start)
        self._stop = self._button("audit_stop", self.tr("Stop"), "stop", self.session.stop)
        self._save = self._button("audit_save", self.tr("Save report…"), "save", self.save)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._progress, 1)
        row.addStretch(0)
        for button in (self._stop, self._again, self._save):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignRight)
        return row

    def _button(self, name: str, text: str, icon_name: str, receiver: object) -> QPushButton:
        button = described(QPushButton(text), name, text)
        set_icon(button, icon_name, size_px=16)
        button.clicked.connect(receiver)
        return button

    def _left(self) -> QFrame:
        frame, column = card(name="audit_classes_card")
        column.setContentsMargins(12, 12, 4, 4)
        frame.setFixedWidth(_LEFT_PX)
        column.addWidget(label(self.tr("Classes"), "subheading"))
        column.addWidget(self.classes, 1)
        return frame

    def _right(self) -> QVBoxLayout:
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addWidget(self._area, 1)
        column.addWidget(self.gallery)
        return column

    def _connect(self) -> None:
        session = self.session
        self._no_run.action_requested.connect(self._go_to_train)
        self._empty.action_requested.connect(session.start)
        session.changed.connect(self.refresh)
        session.ended.connect(self._on_suspicion)
        session.card_arrived.connect(self._on_card)
        session.suspicion_arrived.connect(self._on_suspicion)
        session.saved.connect(self._on_saved)
        session.save_failed.connect(self._on_save_failed)
        self._context.jobs.job_started.connect(self._on_job)
        self._context.jobs.job_ended.connect(self._on_job)
        self.classes.class_chosen.connect(self._show_chosen)
        self.gallery.image_requested.connect(self.look_at)
        self.gallery.list_requested.connect(self.list_images)

    # showing

    def refresh(self) -> None:
        """Show the audit there is, or how to get one."""
        session = self.session
        has_run, has_audit = session.run_path is not None, bool(session.class_names) or session.is_running
        self._no_run.setVisible(not has_run)
        self._empty.setVisible(has_run and not has_audit)
        self._body.setVisible(has_run and has_audit)
        self._error.say(session.error)
        self.gallery.hide()
        self.classes.fill()
        self._show_buttons()

    def _show_buttons(self) -> None:
        running, whole = self.session.is_running, self.session.audit is not None
        self._stop.setVisible(running)
        self._again.setVisible(whole and not running)
        self._save.setVisible(whole and not running)

    def _show_chosen(self, class_index: int) -> None:
        """Fill the right side with what is known of a class, or of all."""
        shown = Shown(self.session, None if class_index == ALL_CLASSES else class_index)
        shown.images_requested.connect(self.show_images)
        shown.look_requested.connect(self._look_at_place)
        shown.change_requested.connect(self._change_place)
        bar, is_same = self._area.verticalScrollBar(), class_index == self._shown_class
        place = bar.value() if is_same else 0
        before = self._area.takeWidget()
        if before is not None:
            before.hide()   # its pictures are decoded no longer
            before.deleteLater()
        self._area.setWidget(shown)
        bar.setValue(place)
        self._shown_class = class_index

    def _on_card(self, class_index: int) -> None:
        self.classes.refresh_class(class_index)
        if self.classes.chosen in (class_index, ALL_CLASSES):
            self._show_chosen(self.classes.chosen)

    def _on_suspicion(self) -> None:
        """Judge every class anew."""
        self.classes.refresh()
        self._show_chosen(self.classes.chosen)

    def _on_job(self, slot: str) -> None:
        if slot == SLOT:
            self._show_buttons()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Let the arrow keys go through the classes."""
        super().showEvent(event)
        if self._body.isVisible():
            self.classes.setFocus()

    # images

    def show_images(self, title: str, places: tuple[int, ...]) -> None:
        """Show images in the gallery below."""
        session = self.session
        paths = [session.paths[place] for place in places]
        self.gallery.show_images(title, paths, [session.class_names[session.labels[place]] for place in places])

    def _look_at_place(self, place: int) -> None:
        self.look_at(self.session.paths[place])

    def look_at(self, path: Path) -> None:
        """Open an image in the heatmap."""
        self._select(path)
        self.tab_requested.emit("heatmap")

    def _select(self, path: Path) -> None:
        self._context.workspace.select_image(path)
        self._context.selection.select(image=path)

    def _change_place(self, place: int) -> None:
        """Open an image where parts of it can be painted over."""
        self._select(self.session.paths[place])
        self.tab_requested.emit("trials")

    def list_images(self, paths: list[Path]) -> None:
        """List only these images beside the heatmap."""
        self.tab_requested.emit("heatmap")
        filter_requests(self._context.workspace).request(ImageFilter(only=frozenset(paths)))

    # wishes

    def _go_to_train(self) -> None:
        self.navigate_requested.emit("train")

    def save(self) -> None:
        """Ask for a file and write the report."""
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Save the report"), "audit.html",
                                                self.tr("Web page (*.html)"))
        if chosen:
            self.session.save(Path(chosen))

    def _on_saved(self, path: Path) -> None:
        self.message_requested.emit(self.tr("The report is in {path}.").format(path=path), "good")

    def _on_save_failed(self, message: str) -> None:
        self.message_requested.emit(message, "error")
