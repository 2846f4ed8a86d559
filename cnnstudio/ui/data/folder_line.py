"""The line above everything: how the folder was read, how far its check is, and what to do with the decisions."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QProgressBar, QPushButton, QToolButton, QWidget

from cnnstudio.ui.cards import described, label
from cnnstudio.ui.elided_label import ElidedLabel
from cnnstudio.ui.icons import set_icon
from cnnstudio.ui.status_line import remaining_text
from cnnstudio.ui.workers import ActiveJob
from cnnstudio.workspace.jobs import COMPARING, Progress


class FolderLine(QWidget):
    """Says one thing on the left and asks for what its buttons mean."""

    layout_requested = Signal()
    check_requested = Signal()
    cancel_requested = Signal()
    save_requested = Signal()
    load_requested = Signal()
    take_back_requested = Signal()
    save_list_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("folder_line")
        self._is_checking, self._is_checked = False, True
        self._said = self._checked = ""
        self._text = ElidedLabel("", "quiet", name="folder_layout")
        self._text.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._change = self._make_button("change_layout", self.tr("Change…"), self.tr("Read the folder another way"))
        self._change.clicked.connect(self.layout_requested)
        self._bar = described(QProgressBar(), "check_progress", self.tr("Progress"))
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(64)
        self._rest = label("", "caption", name="check_rest")
        self._cancel = self._make_button("check_cancel", self.tr("Cancel"), self.tr("Stop checking the images"))
        self._cancel.clicked.connect(self.cancel_requested)
        self._check = self._make_button("check_now", self.tr("Check now"), self.tr("Check the images now"))
        self._check.clicked.connect(self.check_requested)
        self._decisions = described(QToolButton(), "decisions_button", self.tr("Decisions about images"),
                                    self.tr("Save, load or take back what you decided about images"))
        set_icon(self._decisions, "more")
        self._decisions.clicked.connect(self._on_menu)
        self._need_decisions = self._make_menu()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._text, 1)
        for widget in (self._change, self._check, self._bar, self._rest, self._cancel, self._decisions):
            row.addWidget(widget)
        self.set_progress(None)

    def _make_button(self, name: str, text: str, accessible: str) -> QPushButton:
        button = described(QPushButton(text), name, accessible)
        button.setProperty("flat", True)
        return button

    def _make_menu(self) -> tuple[QAction, ...]:
        """Return the actions of the menu that need a decision to make sense."""
        self._menu = QMenu(self._decisions)
        actions = []
        for text, signal in ((self.tr("Save the decisions as CSV…"), self.save_requested),
                             (self.tr("Load decisions from CSV…"), self.load_requested),
                             (self.tr("Take all decisions back"), self.take_back_requested),
                             (self.tr("Save the images as a list (CSV)…"), self.save_list_requested)):
            action = self._menu.addAction(text)
            action.triggered.connect(signal)
            actions.append(action)
        self._menu.insertSeparator(actions[-1])
        return actions[0], actions[2]

    def _on_menu(self) -> None:
        self._menu.popup(self._decisions.mapToGlobal(QPoint(0, self._decisions.height())))

    def set_folder(self, layout: str, decided: str, *, has_decisions: bool, is_checked: bool) -> None:
        """Say how a folder was read, and of how many images it was decided what (empty: of none).

        There are decisions that ``decided`` does not count: about classes, and about what is read of a file.
        """
        self._is_checked = is_checked
        words = self.tr("Layout: {layout}").format(layout=layout)
        self._said = f"{words}  ·  {decided}" if decided else words
        for action in self._need_decisions:
            action.setEnabled(has_decisions)
        self._show()

    def set_progress(self, job: ActiveJob | None) -> None:
        """Show how far a check is; None: none runs."""
        self._is_checking = job is not None
        self._checked = ""
        if job is not None and job.progress is not None:
            done, total = job.progress.done, job.progress.total
            self._bar.setRange(0, total)
            self._bar.setValue(done)
            self._checked = self._progress_text(job.progress)
            self._rest.setText(remaining_text(job))
        self._show()

    def _progress_text(self, progress: Progress) -> str:
        """Return how many files are found, images checked or pictures compared; empty: not known."""
        if not progress.total:
            text = self.tr("Looking for images: {found} found") if progress.done else ""
            return text.format(found=f"{progress.done:,}")
        text = (self.tr("Comparing {done} / {total}") if progress.text == COMPARING else
                self.tr("Checking {done} / {total}"))
        return text.format(done=f"{progress.done:,}", total=f"{progress.total:,}")

    def _show(self) -> None:
        """Show either how the folder was read, or the check."""
        waits = not self._is_checked and not self._is_checking
        if self._is_checking:
            text = self._checked or self.tr("Checking the images…")
        elif waits:
            text = self.tr("Not all images are checked; training waits.")
        else:
            text = self._said
        self._text.setText(text)
        for widget in (self._bar, self._rest, self._cancel):
            widget.setVisible(self._is_checking)
        self._decisions.setVisible(not self._is_checking)
        self._check.setVisible(waits)
        self._change.setVisible(not self._is_checking and not waits)

    @property
    def text(self) -> str:
        """What is said."""
        return self._text.text()
