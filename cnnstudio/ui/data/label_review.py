"""Goes through the doubtful labels: each is kept, corrected or left out, by mouse or with one key."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from cnnstudio.ui.arranging import Arranger, Change
from cnnstudio.ui.cards import card, described, label
from cnnstudio.ui.data.class_chooser import ClassChooser
from cnnstudio.ui.data.doubt_card import DECISIONS, DoubtCard
from cnnstudio.ui.data.doubt_list import DoubtList, verdict_words
from cnnstudio.ui.icons import set_icon
from cnnstudio.ui.label_reviews import LabelReviews

if TYPE_CHECKING:
    from cnnstudio.data.curation.decisions import Curation
    from cnnstudio.workspace.label_decisions import Reviewed, Verdict

_LIST_PX = 340
_NUMBER_KEYS = 9


class LabelReview(QWidget):
    """A page of its own inside the Data page; every decision is an undo step of the curation."""

    left = Signal()
    """Back to the images."""
    training_requested = Signal()

    def __init__(self, reviews: LabelReviews, arranger: Arranger, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("label_review")
        self._reviews, self._workspace, self._arranger = reviews, reviews.workspace, arranger
        self._shown: tuple[Reviewed, ...] = ()
        self._pending: dict[str, tuple[Verdict, str]] = {}
        """What was decided and is still being put into force."""
        self.list, self.card = DoubtList(), DoubtCard()
        self._progress = label("", "subheading", name="review_progress")
        self._bar = described(QProgressBar(), "review_bar", self.tr("Labels decided"))
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(160)
        self._note = label("", "quiet", name="review_note", wrap=True)
        self._train = described(QPushButton(self.tr("Train again with the corrected labels")), "review_train")
        self._build()
        self._connect()
        self._make_keys()

    def _build(self) -> None:
        back = described(QPushButton(self.tr("Back to the images")), "review_back", "", self.tr("Escape"))
        set_icon(back, "data")
        back.clicked.connect(self.leave)
        self._train.setProperty("primary", True)
        head = QHBoxLayout()
        head.setSpacing(12)
        for widget in (back, label(self.tr("Doubtful labels"), "heading"), self._progress, self._bar):
            head.addWidget(widget)
        head.addStretch(1)
        head.addWidget(self._train)
        body = QHBoxLayout()
        body.setSpacing(12)
        left, left_column = card(name="doubts_card")
        left_column.setContentsMargins(4, 4, 4, 4)
        left_column.addWidget(self.list)
        left.setFixedWidth(_LIST_PX)
        right, right_column = card(name="doubt_card")
        right_column.setContentsMargins(0, 0, 0, 0)
        right_column.addWidget(self.card)
        body.addWidget(left)
        body.addWidget(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._note)
        column.addLayout(body, 1)

    def _connect(self) -> None:
        self.card.decided.connect(self.decide)
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self._train.clicked.connect(self.training_requested)
        self._reviews.changed.connect(self._on_found)
        self._workspace.curation_changed.connect(self._on_curation)
        self._arranger.failed.connect(self._on_refused)

    def _make_keys(self) -> None:
        for info in DECISIONS:
            for keys in info.keys:
                self._add_key(keys, self._on_enter if info.name == "keep" else partial(self.decide, info.name))
        for number in range(_NUMBER_KEYS):
            self._add_key(str(number + 1), partial(self._set_class_number, number))
        self._add_key("Esc", self.leave)

    def _add_key(self, keys: str, receiver: Callable[[], None]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(receiver)

    def _on_enter(self) -> None:
        """Press the button that has the keyboard, or else keep the label."""
        focused = self.focusWidget()
        if isinstance(focused, QPushButton) and focused.hasFocus():
            focused.click()
        else:
            self.decide("keep")

    # showing

    def open(self) -> None:
        """Show the labels found last, at the first that is not decided."""
        self.show()
        self._on_found()
        self.list.setFocus()
        self._go_to_next(-1)

    def leave(self) -> None:
        """Go back to the images."""
        self._reviews.is_wanted = False
        self.left.emit()

    def shut_down(self) -> None:
        """End the threads that decode pictures."""
        self.list.pictures.close()
        self.card.picture.close_model()

    def _on_found(self) -> None:
        if self._reviews.labels is not self._shown:
            self._shown, self._pending = self._reviews.labels, {}
            self.list.set_labels(self._shown, self._verdicts())
            if not self._shown and not self.isHidden():
                self.leave()
        self._show_state()

    def _on_curation(self) -> None:
        """Forget what is in force by now; the rest is still being arranged."""
        curation = self._workspace.curation
        self._pending = {one.doubt.relative: self._pending[one.doubt.relative] for one in self._shown
                         if one.doubt.relative in self._pending and self._arranger.is_busy
                         and self._pending[one.doubt.relative] != (one.verdict(curation), one.class_name(curation))}
        self._show_state()

    def _on_refused(self) -> None:
        self._pending = {}
        self._show_state()

    def verdict(self, one: "Reviewed") -> "tuple[Verdict, str]":
        """Return what is decided about a label, and the class the image has by that."""
        pending = self._pending.get(one.doubt.relative)
        curation = self._workspace.curation
        return pending if pending is not None else (one.verdict(curation), one.class_name(curation))

    def _verdicts(self) -> "list[tuple[Verdict, str]]":
        return [self.verdict(one) for one in self._shown]

    def _show_state(self) -> None:
        if self.isHidden():
            return
        verdicts = self._verdicts()
        self.list.set_verdicts(verdicts)
        decided = sum(verdict != "open" for verdict, _ in verdicts)
        is_corrected = any(verdict in ("corrected", "left out") for verdict, _ in verdicts)
        self._progress.setText(self.tr("{decided} of {count} decided").format(
            decided=f"{decided:,}", count=f"{len(verdicts):,}"))
        self._bar.setRange(0, max(1, len(verdicts)))
        self._bar.setValue(decided)
        self._note.setText(self._note_words(verdicts, decided))
        self._train.setEnabled(is_corrected and not self._pending)
        current = self.current()
        if current is not None:
            self.card.show_state(verdict_words(*self.verdict(current)))

    def _note_words(self, verdicts: "list[tuple[Verdict, str]]", decided: int) -> str:
        if verdicts and decided == len(verdicts):
            kinds = [verdict for verdict, _ in verdicts]
            return self.tr("All are decided: {kept} kept, {corrected} corrected, {out} left out.").format(
                kept=kinds.count("confirmed"), corrected=kinds.count("corrected"), out=kinds.count("left out"))
        found = self._reviews.found
        if found is None or not found.result.left_out:
            return self.tr("The network learned from none of these images, so all of them were judged.")
        return self.tr(
            "Only the {judged} images that the network did not learn from (validation and test) were judged. It knows "
            "the labels of the other {others} by heart. To judge those too, choose 5 folds under Splits, train with "
            "each fold and review each time.").format(judged=f"{found.result.reviewed:,}",
                                                      others=f"{found.result.left_out:,}")

    def current(self) -> "Reviewed | None":
        """Return the label that is looked at."""
        row = self.list.currentIndex().row()
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def _on_current(self, _index: QModelIndex) -> None:
        one = self.current()
        if one is not None:
            self.card.show_label(one, verdict_words(*self.verdict(one)))

    # deciding

    def decide(self, name: str) -> None:
        """Do what a button or a key asks for: a name of `DECISIONS`."""
        one = self.current()
        if one is None:
            return
        file = one.doubt.path.name
        if name == "keep":
            self._take(one, ("confirmed", one.doubt.given), one.kept(),
                       self.tr("Keep the label of {file}").format(file=file))
        elif name == "correct":
            self._set_class(one.doubt.suggested)
        elif name == "leave_out":
            self._take(one, ("left out", one.doubt.given), one.left_out(),
                       self.tr("Leave {file} out").format(file=file))
        elif name == "other":
            self._choose_class()

    def _set_class(self, class_name: str) -> None:
        one = self.current()
        if one is None:
            return
        verdict: Verdict = "confirmed" if class_name == one.doubt.given else "corrected"
        self._take(one, (verdict, class_name), one.counted_as(class_name),
                   self.tr("Class {name} for {file}").format(name=class_name, file=one.doubt.path.name))

    def _set_class_number(self, number: int) -> None:
        names = self._workspace.class_names
        if number < len(names):
            self._set_class(names[number])

    def _choose_class(self) -> None:
        chooser = ClassChooser(self._workspace.class_names, self.list)
        chooser.chosen.connect(self._set_class)
        chooser.open_at(self.card.mapToGlobal(QPoint(40, 40)))

    def _take(self, one: "Reviewed", verdict: "tuple[Verdict, str]", apply: "Callable[[Curation], Curation]",
              words: str) -> None:
        """Make a decision one undo step and go on to the next label."""
        row = self.list.currentIndex().row()
        self._pending[one.doubt.relative] = verdict
        self._arranger.change(Change(words, words, apply))
        self._on_curation()
        self._go_to_next(row)

    def _go_to_next(self, row: int) -> None:
        """Go to the next label that is not decided, after the end to the first; stay when all are."""
        rows = [*range(row + 1, len(self._shown)), *range(row + 1)]
        found = next((one for one in rows if self.verdict(self._shown[one])[0] == "open"), max(row, 0))
        self.list.setCurrentIndex(self.list.pictures.index(found, 0))
        self._on_current(self.list.currentIndex())
        if self._shown and all(verdict != "open" for verdict, _ in self._verdicts()) and self._train.isEnabled():
            self._train.setFocus()
