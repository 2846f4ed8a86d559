"""Asks which heatmaps are written, as which files, and into which folder."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSize, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from cnnstudio.explain.heatmap import number
from cnnstudio.explain.map_files import FILE_KINDS
from cnnstudio.ui.cards import SentenceLine, card, described, label, plain_tip
from cnnstudio.ui.elided_choice import ElidedChoice
from cnnstudio.ui.inspector.exporting.subject import ExportSubject
from cnnstudio.ui.inspector.exporting.words import about

_FOR_ONE = ("overlay", "figure", "raw", "json")
_FOR_MANY = ("overlay",)
_WIDTH_PX = 620


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """What was chosen.

    Attributes
    ----------
    is_many : the images of the list rather than the one on show
    kinds : names of `FILE_KINDS`
    predicted : explain the class each image is taken for
    fixed : end the scale of every map where it ends on the page
    """

    is_many: bool
    kinds: tuple[str, ...]
    predicted: bool
    fixed: bool
    directory: Path


class ExportDialog(QDialog):
    """One form for the heatmap on show and for the whole list; a line says what will be written, or why it cannot."""

    export_requested = Signal(object)
    """The `ExportChoice`."""

    def __init__(self, subject: ExportSubject, folder: Path, *, is_many: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("export_dialog")
        self._subject, self._is_many = subject, is_many
        self.setWindowTitle(self.tr("Export the heatmaps of the list") if is_many else self.tr("Export this heatmap"))
        self._kinds = self._make_kinds()
        self._classes = self._make_classes()
        self._scales = self._make_scales()
        self._folder = described(QLineEdit(str(folder)), "export_folder", self.tr("Folder"))
        self._line = SentenceLine("info", "quiet", name="export_summary")
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.begin = described(QPushButton(self.tr("Export")), "export_begin", self.tr("Export"))
        self.begin.setProperty("primary", True)
        self.begin.setDefault(True)
        self._build()
        self._folder.textChanged.connect(self._tell)
        self._buttons.rejected.connect(self.reject)
        self.begin.clicked.connect(self._on_begin)
        self._tell()

    # building

    def _make_kinds(self) -> dict[str, QCheckBox]:
        usual, result = _FOR_MANY if self._is_many else _FOR_ONE, {}
        for kind in FILE_KINDS:
            title, tip = (QCoreApplication.translate("explain", text) for text in (kind.title, kind.help))
            check = described(QCheckBox(title), f"export_{kind.name}", title, plain_tip(
                f"{tip[0].upper()}{tip[1:]} (….{kind.ending})."))
            check.setChecked(kind.name in usual)
            check.clicked.connect(self._tell)
            result[kind.name] = check
        return result

    def _make_classes(self) -> QComboBox:
        box = described(ElidedChoice(), "export_class", self.tr("Class"))
        key, names = self._subject.look.map.key.target, self._subject.look.image.class_names
        box.addItem(self.tr("The class each image is taken for"), True)
        box.addItem(self.tr("{name} in every image").format(name=names[key.index or 0]), False)
        box.setCurrentIndex(0 if self._subject.asked.index is None else 1)
        return box

    def _make_scales(self) -> QComboBox:
        box = described(ElidedChoice(), "export_scale", self.tr("Scale"))
        box.addItem(self.tr("Every map up to its own peak"), False)
        box.addItem(self.tr("Every map up to {limit}, as on show").format(limit=number(self._subject.limit)), True)
        box.setCurrentIndex(0 if self._subject.is_scale_own else 1)
        return box

    def _build(self) -> None:
        self.setMinimumWidth(_WIDTH_PX)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(label(self._heading(), "heading", name="export_heading", wrap=True))
        frame, inside = card(name="export_kinds", spacing=4)
        inside.addWidget(label(self.tr("Files of each heatmap"), "subheading"))
        for check in self._kinds.values():
            inside.addWidget(check)
        column.addWidget(frame)
        form = QFormLayout()
        if self._is_many:
            form.addRow(label(self.tr("Class"), "quiet"), self._classes)
        form.addRow(label(self.tr("Scale"), "quiet"), self._scales)
        form.addRow(label(self.tr("Folder"), "quiet"), self._folder_row())
        column.addLayout(form)
        column.addWidget(self._line)
        self._buttons.addButton(self.begin, QDialogButtonBox.ButtonRole.AcceptRole)
        column.addWidget(self._buttons)
        self._folder.setFocus()

    def _heading(self) -> str:
        if not self._is_many:
            return self._subject.image_name
        return self.tr("{count} images, as they are filtered in the list").format(count=f"{len(self._subject.rows):,}")

    def _folder_row(self) -> QHBoxLayout:
        choose = described(QPushButton(self.tr("Choose…")), "export_choose", self.tr("Choose a folder"))
        choose.clicked.connect(self._choose)
        choose.setAutoDefault(False)
        row = QHBoxLayout()
        row.addWidget(self._folder, 1)
        row.addWidget(choose)
        return row

    # choosing

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.windowTitle(), str(Path(self._folder.text()).parent))
        if chosen:
            own = Path(chosen)
            self._folder.setText(str(own / Path(self._folder.text()).name if self._is_many and is_used(own) else own))

    @property
    def choice(self) -> ExportChoice:
        """What is chosen just now."""
        kinds = tuple(name for name, check in self._kinds.items() if check.isChecked())
        return ExportChoice(self._is_many, kinds, bool(self._classes.currentData()), bool(self._scales.currentData()),
                            Path(self._folder.text().strip()))

    def _tell(self) -> None:
        problem = self._problem()
        self.begin.setEnabled(not problem)
        self._line.set_sign("warning" if problem else "info", "warning" if problem else "quiet")
        self._line.say(problem or " ".join(filter(None, (about(self._subject), self._summary()))))
        self._grow()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Open as high as the sentences need."""
        super().showEvent(event)
        self._grow()

    def _grow(self) -> None:
        """Make room for the lines of the sentences; a dialog does not count lines that wrap by itself."""
        layout = self.layout()
        if layout is not None:
            self.resize(self.size().expandedTo(QSize(0, layout.totalHeightForWidth(self.width()))))

    def _problem(self) -> str:
        """Return what is in the way; empty when nothing is."""
        text, folder = self._folder.text().strip(), self._subject.folder
        if not text or not Path(text).is_absolute():
            return self.tr("Give the whole path of a folder.")
        if folder is not None and Path(text).resolve().is_relative_to(folder.resolve()):
            return self.tr("This lies inside the image folder, which is never changed. Choose another folder.")
        if not self._is_many and not self.choice.kinds:
            return self.tr("Choose at least one kind of file.")
        return ""

    def _summary(self) -> str:
        choice = self.choice
        if not self._is_many:
            return self.tr("Files: {count}. What is in the folder already is kept: a number is added to the "
                           "name.").format(count=len(choice.kinds))
        total = f"{len(choice.kinds) * len(self._subject.rows):,}"
        text = self.tr("Files: {total}, beside them scores.csv, and manifest.json, from which every map can be made "
                       "again.").format(total=total)
        if is_used(choice.directory):
            text += " " + self.tr("The folder is not empty: an export that was stopped there is gone on with; anything "
                                  "else is refused.")
        return text

    def _on_begin(self) -> None:
        if not self._problem():
            self.export_requested.emit(self.choice)
            self.accept()


def is_used(folder: Path) -> bool:
    """Whether there is something in a folder."""
    try:
        return next(folder.iterdir(), None) is not None
    except OSError:
        return False
