"""One run or group, or several beside each other: results and settings in words, notes, and what can be done."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from cnnstudio.runs.group_results import GroupSummary, Row
from cnnstudio.ui.cards import label, plain_tip
from cnnstudio.ui.icons import set_icon
from cnnstudio.ui.run_uses import RunUseButton
from cnnstudio.ui.runs.delete_row import DeleteRow
from cnnstudio.ui.runs.facts import fact_texts
from cnnstudio.ui.runs.go_on import GoOnRow

if TYPE_CHECKING:
    from cnnstudio.ui.group_view import GroupView
    from cnnstudio.ui.runs.compare_panel import ComparePanel
    from cnnstudio.workspace.compare_job import Compared

WIDTH_PX = 340
_WIDE_SHARE, _WIDEST_PX = 0.54, 980
"""Of the page, where curves are shown."""
_NOTHING, _ONE, _SEVERAL = range(3)
_SAVE_AFTER_MS = 700
_NOTES_PX = 68


class DetailPanel(QFrame):
    """Shows what is selected in the table."""

    open_requested = Signal(object)
    settings_requested = Signal(object)
    """A run whose settings are wanted again."""
    start_requested = Signal(object)
    """A run whose weights the next training is to start from."""
    resume_requested = Signal(object)
    """A `ResumeWish`."""
    notes_edited = Signal(object)
    """The run with its new notes and tags."""
    use_requested = Signal(str, object)
    """What a run is wanted for, as `RunUseButton.chosen`, and the run."""
    delete_requested = Signal(object)
    """A run or group the user has twice said to delete."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("run_details")
        self.setProperty("card", True)
        self.setFixedWidth(WIDTH_PX)
        self._run: Row | None = None
        self._room_px = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SAVE_AFTER_MS)
        self._timer.timeout.connect(self.flush)
        self._stack = QStackedLayout(self)
        for page in (self._make_nothing(), self._make_one()):
            self._stack.addWidget(page)
        self._compare: ComparePanel | None = None
        self._group: GroupView | None = None

    # the faces

    def _make_nothing(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 24, 24, 24)
        column.addWidget(label(self.tr("Select a run to see how it went, or several to see how they differ."), "quiet",
                               name="details_hint", wrap=True))
        column.addStretch(1)
        return page

    def _make_one(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        self._name = label("", "heading", name="run_name", wrap=True)
        self._problem = label("", "bad", name="run_problem", wrap=True)
        self._facts = QGridLayout()
        self._facts.setHorizontalSpacing(12)
        self._facts.setVerticalSpacing(4)
        self._facts.setColumnStretch(1, 1)
        facts = QWidget()
        facts.setLayout(self._facts)
        self._facts.setContentsMargins(0, 0, 0, 0)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        holder = QWidget()
        holder_column = QVBoxLayout(holder)
        holder_column.setContentsMargins(0, 0, 0, 0)
        self._holder_column = holder_column
        holder_column.addWidget(facts)
        holder_column.addStretch(1)
        scroll.setWidget(holder)
        self._open = self._button(self.tr("Look inside"), "look", "open_run", is_primary=True)
        self._again = self._button(self.tr("Use these settings again"), "refresh", "use_settings")
        self._train_on = self._button(self.tr("Train on from these weights…"), "train", "train_on")
        self._uses = RunUseButton("use_run")
        self._uses.chosen.connect(self._on_use)
        self._open.clicked.connect(self._on_open)
        self._train_on.clicked.connect(self._on_train_on)
        self._again.clicked.connect(self._on_again)
        for widget in (self._name, self._problem):
            column.addWidget(widget)
        column.addWidget(scroll, 1)
        column.addWidget(label(self.tr("Tags"), "subheading"))
        column.addWidget(self._make_tags())
        column.addWidget(label(self.tr("Notes"), "subheading"))
        column.addWidget(self._make_notes())
        self._go_on = GoOnRow()
        self._go_on.resume_requested.connect(self.resume_requested)
        self._delete = DeleteRow()
        self._delete.confirmed.connect(self._on_delete)
        for control in (self._open, self._uses, self._go_on, self._again, self._train_on, self._delete):
            column.addWidget(control)
        return page

    def _make_tags(self) -> QLineEdit:
        self._tags = QLineEdit()
        self._tags.setObjectName("run_tags")
        self._tags.setAccessibleName(self.tr("Tags"))
        self._tags.setPlaceholderText(self.tr("Words with commas between them"))
        self._tags.textEdited.connect(self._timer.start)
        return self._tags

    def _make_notes(self) -> QPlainTextEdit:
        self._notes = QPlainTextEdit()
        self._notes.setObjectName("run_notes")
        self._notes.setAccessibleName(self.tr("Notes"))
        self._notes.setPlaceholderText(self.tr("What did you try, what did you learn?"))
        self._notes.setFixedHeight(_NOTES_PX)
        self._notes.setTabChangesFocus(True)
        self._notes.textChanged.connect(self._timer.start)
        return self._notes

    def _button(self, text: str, icon: str, name: str, *, is_primary: bool = False) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setAccessibleName(text)
        button.setProperty("primary", is_primary)
        set_icon(button, icon, "on_accent" if is_primary else "text")
        return button

    # what is shown

    def set_room(self, width_px: int) -> None:
        """Say how wide the page is: curves take about half of it."""
        self._room_px = width_px
        is_wide = self._stack.currentIndex() == _SEVERAL or (
            self._stack.currentIndex() == _ONE and isinstance(self._run, GroupSummary))
        wide = max(WIDTH_PX, min(_WIDEST_PX, round(_WIDE_SHARE * width_px)))
        self.setFixedWidth(wide if is_wide else WIDTH_PX)

    def _show_face(self, index: int) -> None:
        self._stack.setCurrentIndex(index)
        self.set_room(self._room_px)

    def show_nothing(self) -> None:
        """Show the hint."""
        self.flush()
        self._run = None
        self._show_face(_NOTHING)

    def show_run(self, run: Row) -> None:
        """Show one run or group; notes being written are kept when it is the same again."""
        if self._run is None or self._run.path != run.path:
            self.flush()
            self._run = run
            self._notes.blockSignals(True)
            self._notes.setPlainText(run.notes)
            self._notes.blockSignals(False)
            self._tags.setText(", ".join(run.tags))
            self._delete.show_run(run)
        self._run = run
        self._name.setText(run.name)
        self._problem.setText(run.problem)
        self._problem.setVisible(not run.is_sound)
        self._fill_facts(run)
        for widget in (self._notes, self._tags, self._open, self._again):
            widget.setEnabled(run.is_sound)
        self._go_on.show_run(run)
        self._show_group(run if isinstance(run, GroupSummary) else None)
        is_open_able = not isinstance(run, GroupSummary) and run.is_sound and run.best_epoch > 0
        self._open.setVisible(not isinstance(run, GroupSummary))
        self._open.setEnabled(is_open_able)
        self._open.setToolTip("" if is_open_able else self.tr("No epoch of this run ended, so nothing was learned"))
        self._train_on.setVisible(is_open_able)
        self._uses.setVisible(is_open_able)
        self._train_on.setToolTip(self.tr("Start a new training with what this run has learned, also on other images "
                                          "or classes"))
        self._again.setVisible(not isinstance(run, GroupSummary) or run.is_repeat)
        self._show_face(_ONE)

    def _show_group(self, group: GroupSummary | None) -> None:
        """Show what a group says together, above its facts."""
        if group is not None and self._group is None:
            from cnnstudio.ui.group_view import GroupView

            self._group = GroupView()
            self._holder_column.insertWidget(0, self._group)
        if self._group is not None:
            self._group.setVisible(group is not None)
            if group is not None:
                self._group.show_group(group)

    def show_rows(self, rows: Sequence[Row], letters: Sequence[str]) -> None:
        """Show several runs or groups; `show_comparison` follows."""
        self.flush()
        self._run = None
        self._compare_panel().show_rows(rows, letters)
        self._show_face(_SEVERAL)

    def show_comparison(self, found: "Compared") -> None:
        """Show what was read of the runs, or of the group, that are selected."""
        if len(found.subjects) > 1:
            self._compare_panel().show_comparison(found)
        elif self._group is not None:
            self._group.show_curves(found.subjects[0])

    def _compare_panel(self) -> "ComparePanel":
        """Return the face for several runs, built at the first need."""
        if self._compare is None:
            from cnnstudio.ui.runs.compare_panel import ComparePanel

            self._compare = ComparePanel()
            self._stack.addWidget(self._compare)
        return self._compare

    @property
    def differences_text(self) -> str:
        """What is said about two runs."""
        return self._compare.differences_text if self._compare is not None else ""

    def pending_notes(self) -> Row | None:
        """Return the run with notes and tags that have been edited and not been sent yet, or None."""
        run = self._run
        if run is None or not run.is_sound:
            return None
        edited = replace(run, notes=self._notes.toPlainText(), tags=_tags(self._tags.text()))
        return edited if edited != run else None

    def flush(self) -> None:
        """Send notes and tags that have been edited and not been sent yet."""
        self._timer.stop()
        run = self.pending_notes()
        if run is not None:
            self._run = run
            self.notes_edited.emit(run)

    def _fill_facts(self, run: Row) -> None:
        while (item := self._facts.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for row, (title, text, tip) in enumerate(fact_texts(run) if run.is_sound else ()):
            key, value = label(title, "caption"), label(text, wrap=True)
            key.setContentsMargins(0, 2, 0, 0)
            value.setToolTip(plain_tip(tip))
            self._facts.addWidget(key, row, 0, Qt.AlignmentFlag.AlignTop)
            self._facts.addWidget(value, row, 1)

    def _on_delete(self) -> None:
        self.delete_requested.emit(self._run)

    def _on_open(self) -> None:
        self.open_requested.emit(self._run)

    def _on_use(self, use: str) -> None:
        self.use_requested.emit(use, self._run)

    def _on_train_on(self) -> None:
        self.start_requested.emit(self._run)

    def _on_again(self) -> None:
        self.settings_requested.emit(self._run)


def _tags(text: str) -> tuple[str, ...]:
    """Read words with commas between them, each once."""
    return tuple(dict.fromkeys(word for part in text.split(",") if (word := " ".join(part.split()))))
