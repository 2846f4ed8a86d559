"""What is to be said of a training, in words, with a sign; hidden while it is too early to judge."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from cnnstudio.training.judgement import Verdict
from cnnstudio.ui.cards import described, label
from cnnstudio.ui.icons import pixmap
from cnnstudio.ui.theme import theme

_SIGN_PX = 16


class VerdictView(QWidget):
    """One verdict: its sign and title, what it follows from, and what to try."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_alarm = False
        self._sign = QLabel()
        self._title = label("", "subheading", name=f"{name}_title", wrap=True)
        self._evidence = label("", name=f"{name}_evidence", wrap=True)
        self._remedy = label("", "quiet", name=f"{name}_remedy", wrap=True)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._title, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._evidence)
        column.addWidget(self._remedy)
        theme().changed.connect(self._tint)

    def show_verdict(self, verdict: Verdict) -> None:
        """Show one verdict."""
        self._is_alarm = verdict.is_alarm
        self._title.setText(verdict.title)
        evidence = verdict.evidence[:1].upper() + verdict.evidence[1:]
        self._evidence.setText(evidence.replace(" %", "\N{NO-BREAK SPACE}%"))
        self._remedy.setText(verdict.remedy)
        self._remedy.setVisible(bool(verdict.remedy))
        self._tint()

    def _tint(self) -> None:
        name = "warning" if self._is_alarm else "good"
        self._sign.setPixmap(pixmap(name, _SIGN_PX, name))


class VerdictCard(QFrame):
    """A card with the most important verdict; the others unfold by a button."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("verdict_card")
        self.setAccessibleName(self.tr("Verdict"))
        self.setProperty("card", True)
        self._shown: tuple[Verdict, ...] = ()
        self._first = VerdictView("verdict")
        self._more = self._make_more()
        self._others: list[VerdictView] = []
        self._others_area = QWidget()
        self._others_column = QVBoxLayout(self._others_area)
        self._others_column.setContentsMargins(0, 0, 0, 0)
        self._others_column.setSpacing(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        for widget in (self._first, self._more, self._others_area):
            column.addWidget(widget)
        self._unfold(wanted=False)
        self.hide()

    def _make_more(self) -> QToolButton:
        button = described(QToolButton(), "more_verdicts")
        button.setCheckable(True)
        button.setAutoRaise(True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setToolTip(self.tr("What else is to be said of this training"))
        button.toggled.connect(lambda wanted: self._unfold(wanted=wanted))
        return button

    def show_verdicts(self, verdicts: Sequence[Verdict]) -> None:
        """Show the first of ``verdicts`` and offer the others; nothing when it is too early."""
        shown = tuple(verdict for verdict in verdicts if verdict.text)
        if shown == self._shown:
            return
        self._shown = shown
        if shown:
            self._first.show_verdict(shown[0])
            self._fill(shown[1:])
        self.setAccessibleDescription(" ".join(verdict.text for verdict in shown))
        self.setVisible(bool(shown))

    def clear(self) -> None:
        """Show nothing."""
        self._more.setChecked(False)
        self.show_verdicts(())

    @property
    def text(self) -> str:
        """The most important verdict in a line; empty while hidden."""
        return self._shown[0].text if self._shown else ""

    @property
    def other_texts(self) -> list[str]:
        """The verdicts behind the button."""
        return [verdict.text for verdict in self._shown[1:]]

    def _fill(self, others: Sequence[Verdict]) -> None:
        while len(self._others) < len(others):
            self._others.append(VerdictView(f"verdict_{len(self._others) + 2}"))
            self._others_column.addWidget(self._others[-1])
        for view, verdict in zip(self._others, others, strict=False):
            view.show_verdict(verdict)
        for number, view in enumerate(self._others):
            view.setVisible(number < len(others))
        self._more.setText(self.tr("{count} more").format(count=len(others)))
        self._more.setVisible(bool(others))
        self._unfold(wanted=self._more.isChecked())

    def _unfold(self, *, wanted: bool) -> None:
        self._more.setArrowType(Qt.ArrowType.DownArrow if wanted else Qt.ArrowType.RightArrow)
        self._others_area.setVisible(wanted and len(self._shown) > 1)
