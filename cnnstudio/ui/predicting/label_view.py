"""The face of the labelling queue: one image, the classes with their keys, and how far it is."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from cnnstudio.ui.cards import SentenceLine, described, label
from cnnstudio.ui.elided_label import ElidedLabel
from cnnstudio.ui.icons import set_icon
from cnnstudio.ui.predicting.class_keys import KEYS, ClassKeys, KeyRow, TypedName
from cnnstudio.ui.predicting.queue_pictures import BigPicture

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cnnstudio.workspace.unsure_queue import QueuedImage, UnsureQueue

_PANEL_PX = 300


class LabelView(QWidget):
    """Shows what it is given, and says what the user wants by a key or a click.

    While no image is on show, nothing can be decided about it: a key that came too early is lost, not a label given to
    an image nobody saw.
    """

    given = Signal(int)
    """The number of a class."""
    accepted = Signal()
    skipped = Signal()
    taken_back = Signal()
    stopped = Signal()
    order_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._typed = TypedName(())
        self._has_few_classes = True
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(10)
        column.addLayout(self._make_head())
        across = QHBoxLayout()
        across.setSpacing(16)
        across.addWidget(self._make_picture(), 1)
        across.addWidget(self._make_panel())
        column.addLayout(across, 1)
        self.error = SentenceLine("error", "bad", name="label_error")
        self.passed = SentenceLine("warning", "warning", name="label_passed")
        column.addWidget(self.passed)
        column.addWidget(self.error)
        column.addLayout(self._make_buttons())
        self.keys.chosen.connect(self.given)
        self._back.clicked.connect(self.taken_back)
        self._skip.clicked.connect(self.skipped)
        self._accept.clicked.connect(self.accepted)
        self._stop.clicked.connect(self.stopped)
        self.order.activated.connect(self._on_order)

    def _make_head(self) -> QHBoxLayout:
        self._step = label("", "heading", name="label_step")
        self._counts = label("", "quiet", name="label_counts")
        self._bar = described(QProgressBar(), "label_progress", self.tr("How many images are done"))
        self._bar.setTextVisible(False)
        self.order = described(QComboBox(), "label_order", self.tr("Which images come first"), self.tr(
            "Least sure by: the probability of the answer, its lead over the second class, or the entropy of all "
            "classes."))
        for title, order in ((self.tr("Lowest probability first"), "probability"),
                             (self.tr("Smallest margin first"), "margin"),
                             (self.tr("Highest entropy first"), "entropy")):
            self.order.addItem(title, order)
        self.order.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._step)
        row.addWidget(self._counts)
        row.addWidget(self._bar, 1)
        row.addWidget(self.order)
        return row

    def _make_picture(self) -> QWidget:
        self.picture = described(BigPicture(), "label_picture", self.tr("The image that is asked about"))
        self._file = ElidedLabel("", "quiet", name="label_file", where=Qt.TextElideMode.ElideMiddle)
        place = QWidget()
        column = QVBoxLayout(place)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.picture, 1)
        column.addWidget(self._file)
        return place

    def _make_panel(self) -> QWidget:
        self.keys = ClassKeys()
        self._typing = label("", name="label_typing", wrap=True)
        self._figures = label("", "caption", name="label_figures", wrap=True)
        room = described(QScrollArea(), "label_classes", self.tr("Classes"))  # nine do not fit on a small screen
        room.setWidgetResizable(True)
        room.setFrameShape(QFrame.Shape.NoFrame)
        room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        room.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        held = QWidget()
        whole = QVBoxLayout(held)
        whole.setContentsMargins(0, 0, 4, 0)
        whole.addWidget(self.keys)
        whole.addStretch(1)
        room.setWidget(held)
        panel = QWidget()
        panel.setFixedWidth(_PANEL_PX)
        column = QVBoxLayout(panel)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(room, 1)
        column.addWidget(self._typing)
        column.addWidget(self._figures)
        return panel

    def _make_buttons(self) -> QHBoxLayout:
        self._back = self._button("label_back", self.tr("Back (Backspace)"), "undo")
        self._skip = self._button("label_skip", self.tr("Skip (S)"), "right")
        self._accept = self._button("label_accept", self.tr("Accept (Space)"), "check")
        self._accept.setProperty("primary", True)
        set_icon(self._accept, "check", "on_accent")
        self._stop = self._button("label_stop", self.tr("Stop here"), "stop")
        row = QHBoxLayout()
        row.addWidget(self._back)
        row.addStretch(1)
        for button in (self._stop, self._skip, self._accept):
            row.addWidget(button)
        return row

    @staticmethod
    def _button(name: str, title: str, icon: str) -> QPushButton:
        button = described(QPushButton(title), name, title)
        button.setAutoDefault(False)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setEnabled(False)
        set_icon(button, icon)
        return button

    # what is shown

    def say_step(self, text: str) -> None:
        """Say where it is, in a word or two."""
        self._step.setText(text)

    def set_classes(self, names: "Sequence[str]") -> None:
        """Say what classes there are; of more than nine those without a key are found by their names."""
        self._has_few_classes = len(names) <= KEYS
        self._typed = TypedName(() if self._has_few_classes else names)
        self._skip.setText(self.tr("Skip (S)") if self._has_few_classes else self.tr("Skip (→)"))
        self._stop.setEnabled(True)

    def show_image(self, queue: "UnsureQueue", image: "QueuedImage") -> None:
        """Show the words and figures about an image; `show_picture` follows."""
        self._typed.text = ""
        self._step.setText(self.tr("Image {number} of {total}").format(number=f"{queue.done + 1:,}",
                                                                       total=f"{queue.total:,}"))
        self._counts.setText(self.tr("{labelled} labelled, {skipped} skipped").format(
            labelled=f"{queue.labelled:,}", skipped=f"{queue.skipped:,}"))
        self._bar.setRange(0, queue.total)
        self._bar.setValue(queue.done)
        self._file.setText(image.key.name)
        self._figures.setText(self.tr("Margin {margin}, entropy {entropy} nats").format(
            margin=f"{100 * image.margin:.1f} %", entropy=f"{image.entropy:.3f}"))
        self.keys.show_rows(_rows(queue, image))
        self._back.setEnabled(queue.labelled + queue.skipped > 0)
        self._show_typed()

    def show_picture(self, found: QImage | None) -> None:
        """Show the picture; without it nothing can be decided."""
        self.picture.show_image(found)
        for widget in (self.keys, self._skip, self._accept):
            widget.setEnabled(found is not None)

    def _on_order(self, place: int) -> None:
        self.picture.setFocus()
        self.order_chosen.emit(self.order.itemData(place))

    # keys

    def take_key(self, event: QKeyEvent) -> bool:
        """Do what a key says: a number gives a class, Space accepts, S skips, letters find one of many classes.

        Returns whether it says anything.
        """
        key = event.key()
        if key == Qt.Key.Key_Backspace and not self._typed.text:
            self.taken_back.emit()
        elif self._typed.text and self._take_typed(key):
            self._show_typed()
        elif key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self._typed.text:
            self._say(self.accepted)
        elif key == Qt.Key.Key_Right or (key == Qt.Key.Key_S and self._has_few_classes):
            self._say(self.skipped)
        else:
            return self._take_text(event)
        return True

    def _say(self, signal: SignalInstance, *values: object) -> None:
        if self._accept.isEnabled():
            signal.emit(*values)

    def _take_typed(self, key: int) -> bool:
        """Change or take what is typed; whether the key does."""
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._say(self.given, self._typed.matches()[0])
        elif key == Qt.Key.Key_Backspace:
            self._typed.text = self._typed.text[:-1]
        elif key == Qt.Key.Key_Escape:
            self._typed.text = ""
        else:
            return False
        return True

    def _take_text(self, event: QKeyEvent) -> bool:
        text = event.text()
        plain = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if plain != Qt.KeyboardModifier.NoModifier or not text.isprintable() or not text:
            return False
        number = self.keys.number_at(int(text)) if text in "123456789" and not self._typed.text else None
        if number is not None:
            self._say(self.given, number)
            return True
        if self._has_few_classes or not self._typed.would_fit(text):
            return False
        self._typed.text += text
        self._show_typed()
        return True

    def _show_typed(self) -> None:
        self._typing.setVisible(not self._has_few_classes)
        if self._typed.text:
            self._typing.setText(self.tr("{typed}: Enter gives {names}").format(
                typed=self._typed.text, names=self._typed.words()))
        else:
            self._typing.setText(self.tr("Another class: type the first letters of its name."))


def _rows(queue: "UnsureQueue", image: "QueuedImage") -> list[KeyRow]:
    """Return the classes with keys: all in their order, or of many the likeliest, the first first."""
    guesses = image.guesses if len(queue.class_names) > KEYS else sorted(image.guesses)
    return [KeyRow(number, queue.class_names[number], probability, is_suggested=number == image.suggestion)
            for number, probability in guesses]
