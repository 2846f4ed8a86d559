"""Deletes a run or a group after a question in the panel itself."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from cnnstudio.runs.group_results import GroupSummary, Row
from cnnstudio.ui.cards import described, label
from cnnstudio.ui.icons import set_icon


class DeleteRow(QWidget):
    """A button that becomes a question with two answers."""

    confirmed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("delete_row")
        self._begin = described(QPushButton(self.tr("Delete…")), "delete_run", self.tr("Delete this run"))
        set_icon(self._begin, "delete")
        self._question = label("", "bad", name="delete_question", wrap=True)
        self._yes = described(QPushButton(self.tr("Delete for good")), "delete_yes", self.tr("Delete for good"))
        self._no = described(QPushButton(self.tr("Keep")), "delete_no", self.tr("Keep"))
        self._begin.clicked.connect(self._on_begin)
        self._yes.clicked.connect(self._on_yes)
        self._no.clicked.connect(self._on_no)
        answers = QHBoxLayout()
        answers.setSpacing(8)
        answers.addWidget(self._yes)
        answers.addWidget(self._no)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self._begin, self._question):
            column.addWidget(widget)
        column.addLayout(answers)
        self._ask(is_asking=False)

    def show_run(self, run: Row) -> None:
        """Offer to delete ``run``."""
        if isinstance(run, GroupSummary):
            text = self.tr("Delete all {count} runs of {name}, with weights, curves and notes? This cannot be undone.")
            self._question.setText(text.format(count=len(run.members), name=run.name))
        else:
            text = self.tr("Delete the run {name}, with weights, curves and notes? This cannot be undone.")
            self._question.setText(text.format(name=run.name))
        self._ask(is_asking=False)

    def _ask(self, *, is_asking: bool) -> None:
        self._begin.setVisible(not is_asking)
        for widget in (self._question, self._yes, self._no):
            widget.setVisible(is_asking)

    def _on_begin(self) -> None:
        self._ask(is_asking=True)
        self._no.setFocus()

    def _on_no(self) -> None:
        self._ask(is_asking=False)

    def _on_yes(self) -> None:
        self._ask(is_asking=False)
        self.confirmed.emit()
