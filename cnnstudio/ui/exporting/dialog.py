"""Asks what a run is exported as and where to, shows how far that is, and says whether the export is equal."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from cnnstudio.ui.cards import SentenceLine, described, label
from cnnstudio.ui.exporting.choices import CHOICES, ExportChoice, choice, translated
from cnnstudio.ui.exporting.format_card import FormatCard
from cnnstudio.ui.exporting.outcome import ExportOutcome
from cnnstudio.ui.exporting.outcome_card import OutcomeCard
from cnnstudio.ui.forms import IntField
from cnnstudio.ui.icons import set_icon
from cnnstudio.workspace.jobs import Job, Progress

if TYPE_CHECKING:
    from cnnstudio.ui.workers import JobRunner

EXPORT_SLOT = "export"
IMAGES = 50
_IMAGES_LIMIT = 100_000
_DIALOG_PX = (720, 600)
_COLUMNS = 2


@dataclass(frozen=True, slots=True)
class ExportOrder:
    """What the user asked for."""

    run: Path
    format: str
    path: Path
    images: int


MakeJob = Callable[[ExportOrder], Job]
ReadOutcome = Callable[[object], ExportOutcome | None]


class ExportDialog(QDialog):
    """Exports one run, as often as the user likes.

    Parameters
    ----------
    run : the run's folder
    title : what it is called
    make_job : the job that carries an order out
    read_outcome : what an event of that job says came of it; None for other events
    """

    def __init__(self, run: Path, title: str, jobs: "JobRunner", make_job: MakeJob, read_outcome: ReadOutcome,
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("export_dialog")
        self.setWindowTitle(self.tr("Export"))
        self.setModal(True)
        self.resize(*_DIALOG_PX)
        self._run, self._title, self._jobs = run, title, jobs
        self._make_job, self._read_outcome = make_job, read_outcome
        self._is_path_chosen = False
        self._group = QButtonGroup(self)
        self.cards = [FormatCard(each) for each in CHOICES]
        self.outcome = OutcomeCard()
        self._build()
        self.cards[0].button.setChecked(True)
        self._on_format()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(label(self.tr("Export {name}").format(name=self._title), "heading", name="export_heading",
                               wrap=True))
        column.addLayout(self._make_cards())
        column.addLayout(self._make_place())
        column.addLayout(self._make_images())
        self._error = SentenceLine("error", "bad", name="export_error")
        column.addWidget(self._error)
        column.addWidget(self.outcome)
        column.addStretch(1)
        column.addLayout(self._make_progress())
        column.addLayout(self._make_buttons())

    def _make_cards(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(8)
        for number, card in enumerate(self.cards):
            self._group.addButton(card.button, number)
            grid.addWidget(card, *divmod(number, _COLUMNS))
        for place in range(_COLUMNS):
            grid.setColumnStretch(place, 1)
        self._group.idToggled.connect(self._on_format)
        return grid

    def _make_place(self) -> QHBoxLayout:
        self._path = described(QLineEdit(), "export_path", self.tr("Where to write"))
        self._path.setTextMargins(6, 0, 0, 0)
        self._path.textEdited.connect(self._on_path_edited)
        self._path.textChanged.connect(self._refresh)
        self._browse = described(QPushButton(self.tr("Choose…")), "export_browse", self.tr("Choose where to write"))
        set_icon(self._browse, "open")
        self._browse.clicked.connect(self.browse)
        return _row(label(self.tr("Where"), "subheading"), (self._path, 1), self._browse)

    def _make_images(self) -> QHBoxLayout:
        tip = self.tr("The export runs by itself on so many validation images, and its answers are compared with the "
                      "program's. 0 leaves this out.")
        self._images = described(IntField(), "export_images", self.tr("Images to compare"), tip)
        self._images.setRange(0, _IMAGES_LIMIT)
        self._images.setValue(IMAGES)
        self._images.setGroupSeparatorShown(True)
        return _row(label(self.tr("Compare on"), "subheading"), self._images,
                    (label(self.tr("validation images, to prove that the export answers as the program does"), "quiet",
                           wrap=True), 1))

    def _make_progress(self) -> QHBoxLayout:
        self._bar = described(QProgressBar(), "export_progress", self.tr("Progress of the export"))
        self._bar.setTextVisible(False)
        self._step = label("", "quiet", name="export_step")
        row = _row(self._step, (self._bar, 1))
        self._show_running(is_running=False)
        return row

    def _make_buttons(self) -> QHBoxLayout:
        self._close = described(QPushButton(self.tr("Close")), "export_close", self.tr("Close"))
        self._close.clicked.connect(self.reject)
        self._cancel = described(QPushButton(self.tr("Cancel")), "export_cancel", self.tr("Cancel the export"))
        self._cancel.clicked.connect(self.cancel)
        self._cancel.hide()
        self._start = described(QPushButton(self.tr("Export")), "export_start", self.tr("Export"))
        self._start.setProperty("primary", True)
        self._start.setDefault(True)
        set_icon(self._start, "save", "on_accent")
        self._start.clicked.connect(self.start)
        row = QHBoxLayout()
        row.addStretch(1)
        for button in (self._close, self._cancel, self._start):
            row.addWidget(button)
        return row

    # what is asked for

    @property
    def chosen(self) -> ExportChoice:
        """The format whose card is chosen."""
        return self.cards[self._group.checkedId()].choice

    def choose(self, name: str) -> None:
        """Choose a format by its name."""
        self.cards[CHOICES.index(choice(name))].button.setChecked(True)

    @property
    def order(self) -> ExportOrder:
        """What would be exported now."""
        path = Path(self._path.text().strip()).expanduser()
        if path.suffix != self.chosen.ending and path.suffix in {each.ending for each in CHOICES if each.ending}:
            path = path.with_suffix(self.chosen.ending)    # programs would open it as what it is not
        return ExportOrder(self._run, self.chosen.name, path, self._images.value())

    def _on_format(self, *_: object) -> None:
        """Suggest a place that fits the format; the folder that the user chose stays."""
        folder = Path(self._path.text()).parent if self._is_path_chosen else Path.home()
        self._path.setText(str(folder / (_file_name(self._run.name, self.chosen.name) + self.chosen.ending)))
        self.outcome.hide()

    def _on_path_edited(self) -> None:
        self._is_path_chosen = True

    def _refresh(self, *_: object) -> None:
        text = self._path.text().strip()
        complaint = "" if text and Path(text).expanduser().is_absolute() else self.tr(
            "Say where to write: a whole path, such as {example}.").format(example=Path.home() / "export")
        self._error.say(complaint)
        self._start.setEnabled(not complaint)

    def browse(self) -> None:
        """Let the user choose the place with the desktop's dialog."""
        caption = self.tr("Export as {format}").format(format=translated(self.chosen.title))
        ending = self.chosen.ending
        kinds = f"{translated(self.chosen.title)} (*{ending})" if ending else ""
        found, _ = QFileDialog.getSaveFileName(self, caption, self._path.text(), kinds)
        if found:
            self._is_path_chosen = True
            self._path.setText(found if not ending or Path(found).suffix else found + ending)

    # what is done

    def start(self) -> None:
        """Export."""
        order = self.order
        self._path.setText(str(order.path))
        self.outcome.hide()
        self._show_running(is_running=True)
        self._bar.setRange(0, 0)
        self._step.setText(self.tr("Beginning…"))
        self._jobs.start(self._make_job(order), slot=EXPORT_SLOT, on_event=self._on_event, on_finished=self._on_ended,
                         on_failed=self._on_failed, on_cancelled=self._on_cancelled)

    def cancel(self) -> None:
        """Ask the export to stop; what is half written is taken away by it."""
        self._step.setText(self.tr("Stopping…"))
        self._jobs.cancel(EXPORT_SLOT)

    def _on_event(self, event: object) -> None:
        if isinstance(event, Progress):
            self._bar.setRange(0, event.total)
            self._bar.setValue(event.done)
            self._step.setText(event.text)
            return
        found = self._read_outcome(event)
        if found is not None:
            self.outcome.show_outcome(found)

    def _on_ended(self) -> None:
        self._show_running(is_running=False)
        self._close.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_failed(self, message: str, _details: str) -> None:
        self._show_running(is_running=False)
        self.outcome.show_failure(message)

    def _on_cancelled(self) -> None:
        self._show_running(is_running=False)

    def _show_running(self, *, is_running: bool) -> None:
        self._bar.setVisible(is_running)
        self._step.setVisible(is_running)
        if hasattr(self, "_start"):
            for widget in (*self.cards, self._path, self._browse, self._images, self._start):
                widget.setEnabled(not is_running)
            self._cancel.setVisible(is_running)
            self._close.setVisible(not is_running)
            if is_running:
                self._cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def done(self, result: int) -> None:
        """Stop what runs and close."""
        self._jobs.cancel(EXPORT_SLOT)
        super().done(result)


def _file_name(run: str, format_name: str) -> str:
    """Return a file name that works on every system, whatever the run is called."""
    kept = "".join(letter if letter.isalnum() or letter in "-_." else "_" for letter in run).strip("._")
    return f"{kept[:80] or 'run'}_{format_name}"


def _row(*widgets: QWidget | tuple[QWidget, int]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for each in widgets:
        widget, stretch = each if isinstance(each, tuple) else (each, 0)
        row.addWidget(widget, stretch)
    return row
