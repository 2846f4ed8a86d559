"""What is wrong with the images, one line a finding, with a button that shows the images concerned."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from cnnstudio.ui.cards import label
from cnnstudio.ui.elided_label import ElidedLabel
from cnnstudio.ui.icons import pixmap
from cnnstudio.ui.theme import theme
from cnnstudio.ui.workers import JobRunner, LazyJob
from cnnstudio.workspace.jobs import Job

if TYPE_CHECKING:
    from cnnstudio.data.health import Finding
    from cnnstudio.data.image_folder import ImageFolder
    from cnnstudio.workspace.health_job import HealthReady

SLOT = "health"
_SIGNS = {"error": ("error", "bad"), "warning": ("warning", "warning"), "info": ("info", "quiet")}
_LARGEST_PX = 172
_LINE_PX = 36


class FindingLine(QWidget):
    """One finding: sign, title, what it means, and *Show*."""

    show_requested = Signal(object)

    def __init__(self, finding: "Finding", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.finding = finding
        self.setObjectName("finding")
        icon, token = _SIGNS[finding.severity]
        sign = QLabel(self)
        sign.setPixmap(pixmap(icon, 18, token))
        sign.setAccessibleName(finding.severity)
        title = ElidedLabel(finding.title, "subheading", name="finding_title")
        title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        detail = ElidedLabel(finding.detail, "quiet", name="finding_detail")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(8)
        row.addWidget(sign)
        row.addWidget(title, 3)
        row.addWidget(detail, 2)
        if finding.files:
            row.addWidget(self._make_button())
        self.setToolTip(finding.detail)

    def _make_button(self) -> QPushButton:
        button = QPushButton(self.tr("Show {count}").format(count=f"{len(self.finding.files):,}"), self)
        button.setObjectName(f"show_{self.finding.kind}")
        button.setAccessibleName(self.tr("Show the images: {title}").format(title=self.finding.title))
        button.setProperty("flat", True)
        button.clicked.connect(self._on_show)
        return button

    def _on_show(self) -> None:
        self.show_requested.emit(self.finding)


class HealthPanel(QFrame):
    """Looks for problems in a thread whenever another folder is open."""

    show_requested = Signal(object)
    """A finding whose images are wanted."""
    findings_changed = Signal()

    def __init__(self, jobs: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("health")
        self.setProperty("card", True)
        self._jobs = jobs
        self._folder: ImageFolder | None = None
        self._lines: list[FindingLine] = []
        self._findings: tuple[Finding, ...] = ()
        self._head = label(self.tr("Health"), "subheading")
        self._body = QWidget(self)
        self._column = QVBoxLayout(self._body)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._body)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 8, 8)
        layout.setSpacing(4)
        layout.addWidget(self._head)
        layout.addWidget(self._scroll)
        theme().changed.connect(self._show)

    @property
    def lines(self) -> tuple[FindingLine, ...]:
        """The findings shown."""
        return tuple(self._lines)

    @property
    def findings(self) -> "tuple[Finding, ...]":
        """What is known about the folder, the gravest first."""
        return self._findings

    def set_folder(self, folder: "ImageFolder | None") -> None:
        """Look for problems in ``folder``."""
        self._folder = folder
        if folder is None or not folder.is_checked:
            self._findings = ()
            self._show()
            if folder is not None:
                self._head.setText(self.tr("Health: looked at as soon as all images are checked"))
            return
        self._head.setText(self.tr("Health: looking…"))
        self._jobs.start(LazyJob(self.tr("Looking for problems in the images"), lambda: _job(folder)), slot=SLOT,
                         on_event=self._on_ready, quiet=True)

    def _on_ready(self, event: "HealthReady") -> None:
        if event.folder is self._folder:
            self._findings = event.findings
            self._show()
            self.findings_changed.emit()

    def _show(self) -> None:
        for line in self._lines:
            line.hide()
            line.deleteLater()
        self._lines = [FindingLine(finding, self._body) for finding in self._findings]
        for line in self._lines:
            line.show_requested.connect(self.show_requested)
            self._column.addWidget(line)
            line.show()
        count = len(self._lines)
        found = self.tr("Health: {count} findings") if count != 1 else self.tr("Health: 1 finding")
        self._head.setText(found.format(count=count) if count else self.tr("Health: nothing wrong was found"))
        self._scroll.setVisible(bool(count))
        self._scroll.setFixedHeight(min(count * _LINE_PX, _LARGEST_PX))
        self.updateGeometry()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return just the height the lines need."""
        return QSize(400, 40 + min(len(self._lines) * _LINE_PX, _LARGEST_PX))


def _job(folder: "ImageFolder") -> Job:
    from cnnstudio.workspace.health_job import HealthJob

    return HealthJob(folder)
