"""What is wrong with the images and how they are distributed, below the grid; it can be folded away."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from cnnstudio.ui.cards import described, label
from cnnstudio.ui.data.count_badge import CountBadge
from cnnstudio.ui.data.distribution_view import DistributionView
from cnnstudio.ui.data.findings_list import FindingsList
from cnnstudio.ui.data.health_loader import HealthFacts, HealthLoader, HealthSubject
from cnnstudio.ui.data.remedy_steps import RemedySteps
from cnnstudio.ui.icons import set_icon
from cnnstudio.ui.language import language
from cnnstudio.ui.workers import JobRunner

if TYPE_CHECKING:
    from cnnstudio.data.health.checks import Finding, Remedy
    from cnnstudio.ui.data.finding_line import FindingLine
    from cnnstudio.workspace.remedies import RemedyStep
    from cnnstudio.workspace.workspace import Workspace

_HEAD_PX = 36
_SHARE = 0.3
"""Of the page's height, for what is below the head."""
_LEAST_PX = 108


class HealthPanel(QFrame):
    """Follows the workspace; what is known stays to be read while it is worked out anew."""

    show_requested = Signal(object)
    """A finding whose images are wanted."""
    findings_changed = Signal()
    rescan_requested = Signal()
    """The files have to be looked at again for a remedy to take effect."""

    def __init__(self, workspace: "Workspace", jobs: JobRunner, steps: RemedySteps,
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("health")
        self.setProperty("card", True)
        self._workspace, self._steps = workspace, steps
        self._loader = HealthLoader(jobs, self)
        self._root: object = None
        self.list, self.distributions = FindingsList(), DistributionView()
        self._badge = CountBadge()
        self._said = label("", "caption", name="health_said")
        self._tabs = QButtonGroup(self)
        self._body = QStackedWidget(self)
        self._fold = described(QToolButton(self), "health_fold", self.tr("Fold the report away"),
                               self.tr("Fold the report away, or open it"))
        self._fold.setCheckable(True)
        self._build()
        self._connect()
        self._show_state()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(12, 0, 4, 0)
        head.setSpacing(4)
        for number, (name, title, widget) in enumerate((
                ("findings_tab", self.tr("Findings"), self.list),
                ("distributions_tab", self.tr("Distributions"), self.distributions))):
            head.addWidget(self._make_tab(name, title, number))
            if not number:
                head.addWidget(self._badge)
            self._body.addWidget(_scrolling(widget))
        head.addWidget(self._said, 1)
        head.addWidget(self._fold)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 2)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._body)

    def _make_tab(self, name: str, title: str, number: int) -> QPushButton:
        tab = described(QPushButton(title, self), name, title)
        tab.setCheckable(True)
        tab.setChecked(not number)
        tab.setProperty("segment", True)
        self._tabs.addButton(tab, number)
        return tab

    def _connect(self) -> None:
        self._tabs.idClicked.connect(self._on_tab)
        self._fold.toggled.connect(self._show_state)
        self._loader.loaded.connect(self._on_loaded)
        self.list.show_requested.connect(self.show_requested)
        self.list.remedy_requested.connect(self._on_remedy)
        self.list.undo_requested.connect(self._on_undo)
        self.list.height_changed.connect(self._show_state)
        self._steps.rescan_requested.connect(self.rescan_requested)
        self._steps.refused.connect(self.refresh)
        self._workspace.preprocess_changed.connect(self.refresh)
        language().followed.connect(self.refresh)    # findings are sentences, and some are shortened

    @property
    def lines(self) -> "tuple[FindingLine, ...]":
        """The findings shown."""
        return self.list.lines

    @property
    def findings(self) -> "tuple[Finding, ...]":
        """What is known about the folder, the gravest first."""
        return self.list.findings

    def refresh(self) -> None:
        """Look at the images as they are arranged now."""
        workspace = self._workspace
        folder = workspace.folder
        root = folder.root if folder is not None else None
        if root != self._root:
            self._root = root
            self._steps.forget()
            self.list.show_findings((), ())
        if folder is None or not folder.is_checked:
            self._loader.clear()
            self.list.show_findings((), ())
        else:
            self._loader.load(HealthSubject(
                folder, workspace.splits, workspace.preprocess, workspace.curation,
                workspace.split_config.group_pattern, self._steps.steps))
        self._show_state()

    def _on_loaded(self, facts: HealthFacts) -> None:
        self.list.show_findings(facts.findings, facts.steps)
        self.distributions.show_facts(facts)
        self._show_state()
        self.findings_changed.emit()

    def _on_remedy(self, finding: "Finding", remedy: "Remedy") -> None:
        self.list.set_busy(is_busy=True)
        self._steps.apply(finding, remedy)
        self._refresh_if_idle()

    def _on_undo(self, step: "RemedyStep") -> None:
        self.list.set_busy(is_busy=True)
        self._steps.take_back(step)
        self._refresh_if_idle()

    def _refresh_if_idle(self) -> None:
        """Look again, also when nothing has changed; what is still being arranged will be looked at later."""
        if not self._steps.is_busy:
            self.refresh()

    def _on_tab(self, number: int) -> None:
        self._body.setCurrentIndex(number)
        self._fold.setChecked(False)
        self._fit()

    # what is said and how high it is

    def _show_state(self) -> None:
        self._badge.show_severities(self.list.severities)
        self._said.setText(self._words())
        self._body.setVisible(not self._fold.isChecked())
        set_icon(self._fold, "up" if self._fold.isChecked() else "down")
        self._fit()

    def _words(self) -> str:
        folder = self._workspace.folder
        if folder is not None and not folder.is_checked:
            return self.tr("Looked at as soon as all images are checked")
        if self._loader.is_loading:
            return self.tr("Looking…")
        return "" if self.list.severities or folder is None else self.tr("Nothing wrong was found")

    def _fit(self) -> None:
        """Give the body the height it needs, within a share of the page's."""
        page = self.parentWidget()
        most = max(_LEAST_PX, round(page.height() * _SHARE)) if page is not None else _LEAST_PX
        is_list = self._body.currentIndex() == 0
        wanted = self.list.sizeHint().height() if is_list else self.distributions.height_at(self.width())
        self._body.setFixedHeight(min(wanted + 4, most))
        self._body.setVisible(not self._fold.isChecked() and (not is_list or self.list.has_lines))
        self.updateGeometry()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Follow the page's height."""
        page = self.parentWidget()
        if page is not None:
            page.removeEventFilter(self)
            page.installEventFilter(self)
        self._fit()
        super().showEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Keep the share of the page's height."""
        if event.type() == QEvent.Type.Resize and watched is self.parentWidget():
            self._fit()
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return just the height the lines need."""
        return QSize(400, _HEAD_PX + (self._body.height() if self._body.isVisibleTo(self) else 0))


def _scrolling(widget: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(widget)
    return area
