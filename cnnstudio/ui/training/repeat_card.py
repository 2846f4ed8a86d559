"""The card that repeats a training: how often, how far that is, and what all of them say together so far."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from cnnstudio.runs.group_words import accuracy_text, members_text
from cnnstudio.ui.cards import described, label
from cnnstudio.ui.icons import set_icon

if TYPE_CHECKING:
    from cnnstudio.runs.group_results import GroupSummary
    from cnnstudio.workspace.repeat_events import MemberStarted

SEEDS = (3, 5, 10)
USUAL_FOLDS = 5
_STEPS = 1000


@dataclass(frozen=True, slots=True)
class RepeatWish:
    """How often a training is to be done."""

    kind: Literal["once", "seeds", "folds"]
    count: int


ONCE = RepeatWish("once", 1)


class RepeatCard(QFrame):
    """The choice while nothing runs; the place while it does; the result afterwards."""

    show_requested = Signal()
    go_on_requested = Signal()
    wish_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("repeat_card")
        self.setProperty("card", True)
        self._choice = described(QComboBox(), "repeat_choice", self.tr("Repeat the training"))
        self._help = label("", "quiet", name="repeat_help", wrap=True)
        self._where = label("", name="repeat_where", wrap=True)
        self._bar = described(QProgressBar(), "repeat_progress", self.tr("Progress of all trainings"))
        self._bar.setRange(0, _STEPS)
        self._bar.setTextVisible(False)
        self._result = label("", "heading", name="repeat_result", wrap=True)
        self._go_on = described(QPushButton(), "repeat_go_on", "", self.tr(
            "An interrupted training goes on exactly where it was; those that have not begun are trained."))
        set_icon(self._go_on, "play")
        self._show = described(QPushButton(self.tr("Show all")), "repeat_show", self.tr("Show all trainings"),
                               self.tr("Mean, spread and the curves of all trainings over one another."))
        set_icon(self._show, "chart")
        self._build()
        self.set_folds(USUAL_FOLDS)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(6)
        column.addWidget(label(self.tr("Repeat"), "heading"))
        shown: tuple[QWidget, ...] = (self._choice, self._help, self._where, self._bar, self._result)
        for widget in shown:
            column.addWidget(widget)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._go_on)
        buttons.addWidget(self._show)
        column.addLayout(buttons)
        self.forget()
        self._choice.currentIndexChanged.connect(self._on_choice)
        self._show.clicked.connect(self.show_requested)
        self._go_on.clicked.connect(self.go_on_requested)

    # the choice

    @property
    def wish(self) -> RepeatWish:
        """What is chosen."""
        found = self._choice.currentData()
        return found if isinstance(found, RepeatWish) else ONCE

    def set_folds(self, count: int) -> None:
        """Say how many folds the images are divided into, which may be trained all."""
        kind = self.wish.kind
        index = self._choice.currentIndex()
        self._choice.blockSignals(True)
        self._choice.clear()
        self._choice.addItem(self.tr("Train once"), ONCE)
        for seeds in SEEDS:
            self._choice.addItem(self.tr("{count} seeds").format(count=seeds), RepeatWish("seeds", seeds))
        self._choice.addItem(self.tr("All {count} folds").format(count=count), RepeatWish("folds", count))
        self._choice.setCurrentIndex(self._choice.count() - 1 if kind == "folds" else max(0, index))
        self._choice.blockSignals(False)
        self._on_choice()

    def set_wish(self, wish: RepeatWish) -> None:
        """Choose ``wish``, if it can be chosen."""
        for index in range(self._choice.count()):
            if self._choice.itemData(index) == wish:
                self._choice.setCurrentIndex(index)

    def _on_choice(self) -> None:
        texts = {
            "once": self.tr("A single figure can be luck: other seeds or folds show how much."),
            "seeds": self.tr("Trains {count} times from other random beginnings: mean and spread tell what is luck. "
                             "Takes {count} times as long."),
            "folds": self.tr("{count} trainings, each image once for validation: the whole folder is judged. Takes "
                             "about {count} times as long.")}
        self._help.setText(texts[self.wish.kind].format(count=self.wish.count))
        self.wish_changed.emit()

    # what runs

    def show_place(self, event: "MemberStarted") -> None:
        """Say which training runs."""
        text = self.tr("Training {number} of {count}: {words}")
        self._where.setText(text.format(number=event.number, count=event.count, words=event.words))

    def show_share(self, share: float) -> None:
        """Show how much of all is done, 0 to 1."""
        self._bar.setValue(round(share * _STEPS))

    def show_summary(self, group: "GroupSummary") -> None:
        """Show mean and spread so far."""
        text = accuracy_text(group)
        is_all = not text or not group.missing
        self._result.setText(text if is_all else self.tr("{accuracy} so far").format(accuracy=text))
        self._result.setVisible(bool(self._result.text()))

    def set_running(self, *, is_running: bool) -> None:
        """Show the place instead of the choice while it runs."""
        self._choice.setVisible(not is_running)
        self._help.setVisible(not is_running)
        if is_running:
            self.forget()
            self._bar.setValue(0)
        self._where.setVisible(is_running)
        self._bar.setVisible(is_running)

    def show_end(self, group: "GroupSummary") -> None:
        """Show the result, and offer to train what is missing."""
        self.set_running(is_running=False)
        self.show_summary(group)
        missing = len(group.missing)
        self._where.setText(self.tr("{members} are trained; all of it is kept.").format(members=members_text(group)))
        self._where.show()
        self._go_on.setText(self.tr("Train the missing one") if missing == 1 else
                            self.tr("Train the {count} missing").format(count=missing))
        self._go_on.setAccessibleName(self._go_on.text())
        self._go_on.setVisible(missing > 0 and group.can_go_on)
        self._show.show()

    def forget(self) -> None:
        """Show nothing of the last repetition: a single training begins."""
        shown: tuple[QWidget, ...] = (self._where, self._bar, self._result, self._go_on, self._show)
        for widget in shown:
            widget.hide()
