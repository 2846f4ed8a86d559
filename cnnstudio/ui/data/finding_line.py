"""Lines of the health report: a finding with its images and its ways out, and a way out that was taken."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from cnnstudio.ui.cards import described, label, plain_tip
from cnnstudio.ui.data.image_sets import finding_key
from cnnstudio.ui.elided_label import ElidedLabel
from cnnstudio.ui.icons import pixmap, set_icon
from cnnstudio.ui.theme import theme

if TYPE_CHECKING:
    from cnnstudio.data.health.checks import Finding, Remedy
    from cnnstudio.workspace.remedies import RemedyStep

_SIGNS = {"error": ("error", "bad"), "warning": ("warning", "warning"), "info": ("info", "quiet")}
_SIGN_PX = 18
_SHORTEST_DETAIL_PX = 90
"""With less room, what a finding means is left to its tool tip and to the opened line."""
_BUTTONS_A_ROW = 2
_LONGEST_TITLE, _SHORT_TITLE = 44, 24
"""Letters of a remedy's title on its button, in a wide line and in a narrow one; the tool tip has all."""
_WIDE_PX = 700


class FindingLine(QWidget):
    """One finding: sign, title, what it means, *Show*, the recommended remedy; opened, everything else too."""

    show_requested = Signal(object)
    """The `Finding` whose images are wanted."""
    remedy_requested = Signal(object, object)
    """The `Finding` and the `Remedy` to put into force."""
    opened = Signal(str, bool)
    """The finding's key, and whether the line is open now."""

    def __init__(self, finding: "Finding", parent: QWidget | None = None, *, is_open: bool = False) -> None:
        super().__init__(parent)
        self.finding = finding
        self.setObjectName("finding")
        self.setAccessibleName(f"{self._severity()}: {finding.title}")
        self.setToolTip(plain_tip(f"{finding.title}\n{finding.detail}"))
        self._detail = ElidedLabel(finding.detail, "quiet", name="finding_detail")
        self._detail.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._remedies: dict[QPushButton, Remedy] = {}
        self._first = self._make_remedy(finding.remedies[0]) if finding.remedies else None
        self._chevron = described(QToolButton(self), f"open_{finding.kind}", self.tr("What it means and what to do"))
        self._chevron.setCheckable(True)
        self._chevron.setChecked(is_open)
        self._chevron.toggled.connect(self._on_toggled)
        self._more: QWidget | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 1, 0, 1)
        self._grid.setSpacing(4)
        self._grid.addLayout(self._make_row(), 0, 0)
        self._show_state()
        theme().changed.connect(self._tint)

    def _tint(self) -> None:
        icon, token = _SIGNS[self.finding.severity]
        self._sign.setPixmap(pixmap(icon, _SIGN_PX, token))

    def can_show(self, finding: "Finding") -> bool:
        """Whether this line need not be made anew for ``finding``; its images may be others of the same number."""
        return _outside(self.finding) == _outside(finding)

    def set_finding(self, finding: "Finding") -> None:
        """Take orders for ``finding``, which reads the same."""
        self.finding = finding
        by_title = {remedy.title: remedy for remedy in finding.remedies}
        self._remedies = {button: by_title[remedy.title] for button, remedy in self._remedies.items()}
        self.set_busy(is_busy=False)

    def _severity(self) -> str:
        return {"error": self.tr("Wrong"), "warning": self.tr("Doubtful"), "info": self.tr("Good to know")}[
            self.finding.severity]

    def _make_row(self) -> QHBoxLayout:
        self._sign = described(QLabel(self), "finding_sign", self._severity(), self._severity())
        self._tint()
        title = ElidedLabel(self.finding.title, "subheading", name="finding_title")
        title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._sign)
        row.addWidget(title, 1000)
        row.addWidget(self._detail, 1)
        if self.finding.files:
            row.addWidget(self._make_show())
        if self._first is not None:
            row.addWidget(self._first)
        row.addWidget(self._chevron)
        return row

    def _make_show(self) -> QPushButton:
        button = QPushButton(self.tr("Show {count}").format(count=f"{len(self.finding.files):,}"), self)
        described(button, f"show_{self.finding.kind}",
                  self.tr("Show the images: {title}").format(title=self.finding.title))
        button.setProperty("flat", True)
        button.setProperty("segment", True)
        button.clicked.connect(self._on_show)
        return button

    def _make_remedy(self, remedy: "Remedy") -> QPushButton:
        button = QPushButton(_shortened(remedy.title, _LONGEST_TITLE).replace("&", "&&"), self)
        described(button, f"remedy_{self.finding.kind}_{len(self._remedies)}", remedy.title, plain_tip(remedy.title))
        button.setProperty("segment", True)
        button.clicked.connect(self._on_remedy)
        self._remedies[button] = remedy
        return button

    def _make_more(self) -> QWidget:
        """Return the whole sentence and the other remedies, below the line."""
        more = QWidget(self)
        grid = QGridLayout(more)
        grid.setContentsMargins(_SIGN_PX + 8, 0, 8, 8)
        grid.setSpacing(8)
        grid.addWidget(label(self.finding.detail, "quiet", name="whole_detail", wrap=True), 0, 0, 1,
                       _BUTTONS_A_ROW + 1)
        for number, remedy in enumerate(self.finding.remedies[1:]):
            row, column = divmod(number, _BUTTONS_A_ROW)
            grid.addWidget(self._make_remedy(remedy), row + 1, column, Qt.AlignmentFlag.AlignLeft)
        grid.setColumnStretch(_BUTTONS_A_ROW, 1)
        return more

    @property
    def is_open(self) -> bool:
        """Whether everything about the finding is shown."""
        return self._chevron.isChecked()

    def _show_state(self) -> None:
        is_open = self._chevron.isChecked()
        set_icon(self._chevron, "up" if is_open else "down")
        if is_open and self._more is None:
            self._more = self._make_more()
            self._grid.addWidget(self._more, 1, 0)
        if self._more is not None:
            self._more.setVisible(is_open)
        self._fit_detail()

    def _fit_detail(self) -> None:
        is_short = self._detail.width() < _SHORTEST_DETAIL_PX
        self._detail.setText("" if is_short or self.is_open else self.finding.detail)

    def set_busy(self, *, is_busy: bool) -> None:
        """Take no further orders while one is being worked out."""
        for button in self._remedies:
            button.setEnabled(not is_busy)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Leave the sentence out where only a few letters of it would fit."""
        super().resizeEvent(event)
        if self._first is not None:
            letters = _LONGEST_TITLE if self.width() >= _WIDE_PX else _SHORT_TITLE
            self._first.setText(_shortened(self._remedies[self._first].title, letters).replace("&", "&&"))
        self._grid.activate()
        self._fit_detail()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Open or close by a click anywhere on the line."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self._chevron.toggle()
        event.accept()

    def _on_toggled(self) -> None:
        self._show_state()
        self.opened.emit(finding_key(self.finding), self.is_open)

    def _on_show(self) -> None:
        self.show_requested.emit(self.finding)

    def _on_remedy(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton):
            self.remedy_requested.emit(self.finding, self._remedies[button])


def _outside(finding: "Finding") -> tuple[object, ...]:
    """Return what is to be read of a finding; comparing 100,000 paths would take too long."""
    return (finding.kind, finding.severity, finding.title, finding.detail, len(finding.files),
            tuple(remedy.title for remedy in finding.remedies))


def _shortened(text: str, letters: int) -> str:
    return text if len(text) <= letters else f"{text[:letters - 1].rstrip()}…"


class DoneLine(QWidget):
    """What was done about a finding, with the way back."""

    undo_requested = Signal(object)
    """The `RemedyStep`."""

    def __init__(self, step: "RemedyStep", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.step = step
        self.setObjectName("finding_done")
        self._sign = described(QLabel(self), "done_sign", self.tr("Done"))
        self._tint()
        theme().changed.connect(self._tint)
        words = self.tr("{remedy}: done").format(remedy=step.remedy.title)
        done = ElidedLabel(words, "subheading", name="done_title")
        done.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        undo = described(QPushButton(self.tr("Undo"), self), "undo_remedy",
                         self.tr("Take back: {remedy}").format(remedy=step.remedy.title))
        undo.setProperty("flat", True)
        undo.clicked.connect(self._on_undo)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 1, 0, 1)
        row.setSpacing(8)
        row.addWidget(self._sign)
        row.addWidget(done, 1000)
        about = ElidedLabel(step.title, "quiet", name="done_finding")
        about.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row.addWidget(about, 1)
        row.addWidget(undo)

    def _tint(self) -> None:
        self._sign.setPixmap(pixmap("good", _SIGN_PX, "good"))

    def _on_undo(self) -> None:
        self.undo_requested.emit(self.step)
