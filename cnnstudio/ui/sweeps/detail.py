"""The combination that is chosen, in words, and what can be done with it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from cnnstudio.sweeps.trial_row import TrialRow
from cnnstudio.ui.cards import described, label
from cnnstudio.ui.field_texts import combination_text
from cnnstudio.ui.icons import set_icon
from cnnstudio.ui.sweeps.columns import accuracy_text, state_text, translated


class ChosenLine(QWidget):
    """One line below the table."""

    settings_requested = Signal()
    run_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chosen_line")
        self._words = label(name="chosen_words", wrap=True)
        self._use = described(QPushButton(self.tr("Use these settings")), "sweep_use", self.tr("Use these settings"),
                              self.tr("Take network, recipe, preparation, splits and augmentation over, as they were "
                                      "for this combination."))
        self._open = described(QPushButton(self.tr("Open run")), "sweep_open_run", self.tr("Open run"),
                               self.tr("Look inside the network of this combination's first training."))
        set_icon(self._use, "settings")
        set_icon(self._open, "look")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._words, 1)
        row.addWidget(self._use)
        row.addWidget(self._open)
        self._use.clicked.connect(self.settings_requested)
        self._open.clicked.connect(self.run_requested)
        self.show_row(None)

    def show_row(self, row: TrialRow | None) -> None:
        """Name a combination; None says how one is chosen."""
        self._use.setEnabled(row is not None and bool(row.combination))
        self._open.setEnabled(row is not None and bool(row.runs))
        if row is None:
            self._words.setText(self.tr("Choose a line of the plot or a row of the table."))
            return
        self._words.setText(chosen_text(row))


def chosen_text(row: TrialRow) -> str:
    """Return a combination in a line, with what came of it."""
    first = translated("No. {number}: {combination}").format(
        number=row.number + 1, combination=combination_text(row.combination))
    end = row.message or (state_text(row) if row.state != "finished" else "")
    return "  ·  ".join(filter(None, (first, accuracy_text(row), end)))
