"""What the network answers and what its heatmap shows, in sentences."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from cnnstudio.explain.target import Target
from cnnstudio.ui.cards import SentenceLine, described, label
from cnnstudio.ui.elided_button import ElidedButton

_NAME_LIMIT = 14


class AnswerCard(QFrame):
    """The predicted class, whether it is right, the question a mistake raises, and the heatmap in words."""

    target_requested = Signal(object)
    """A `Target`."""
    trust_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("answer_card")
        self.setProperty("card", True)
        self._caption = label(self.tr("Predicted"), "quiet")
        self._answer = label("", "heading", name="answer", wrap=True)
        self._truth = SentenceLine("good", "good", name="truth_line")
        self._weak = SentenceLine("warning", "warning", name="weak_line")
        self._evidence = label("", name="evidence", wrap=True)
        self._layer = label("", "quiet", name="layer_note", wrap=True)
        self._why = described(QPushButton(), "why_button", self.tr("Why this mistake?"),
                              self.tr("What speaks for the predicted class rather than for the true one"))
        self._why.clicked.connect(self._ask_why)
        self._mistake: Target | None = None
        self._trust = described(ElidedButton(self.tr("Can this map be trusted?")), "trust_button",
                                self.tr("Can this map be trusted?"), self.tr("Checks with numbers and controls"))
        self._trust.setProperty("flat", True)
        self._trust.clicked.connect(self.trust_requested)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(6)
        for widget in (self._caption, self._answer, self._truth, self._why, self._weak, self._evidence, self._layer,
                       self._trust):
            column.addWidget(widget)
        self.clear()

    def show_answer(self, predicted: str, probability: float, true_name: str | None) -> None:
        """Show what the network says about an image, and what it really is where that is known."""
        self.show()
        share = f"{probability:.1%}".replace("%", " %")
        self._answer.setText(self.tr("{predicted}, {share}").format(predicted=predicted, share=share))
        if true_name is None:
            self._truth.say("")
            return
        right = predicted == true_name
        self._truth.set_sign(*(("good", "good") if right else ("error", "bad")))
        self._truth.say(self.tr("Right: the true class is {true}.").format(true=true_name) if right
                        else self.tr("Wrong: the true class is {true}.").format(true=true_name))

    def show_mistake(self, question: Target | None, predicted: str, true_name: str) -> None:
        """Have the question for a mistake ready; None where there is none to ask."""
        self._mistake = question
        self._why.setVisible(question is not None)
        self._why.setText(self.tr("Why {predicted} and not {true}?").format(
            predicted=_short(predicted), true=_short(true_name)))

    def _ask_why(self) -> None:
        if self._mistake is not None:
            self.target_requested.emit(self._mistake)

    def show_evidence(self, sentence: str, layer_note: str, *, weak: bool) -> None:
        """Show the heatmap in words; weak evidence gets a warning sign."""
        self._weak.say(sentence if weak else "")
        self._evidence.setText("" if weak else sentence)
        self._evidence.setVisible(not weak)
        self._layer.setText(layer_note)
        self._layer.setVisible(bool(layer_note))

    def clear(self) -> None:
        """Show nothing."""
        for text in (self._answer, self._evidence, self._layer):
            text.clear()
        self._truth.say("")
        self._weak.say("")
        self._why.hide()
        self.hide()

    @property
    def texts(self) -> tuple[str, ...]:
        """Everything that is said, for tests and screen readers."""
        return tuple(text for text in (self._answer.text(), self._truth.text, self._weak.text, self._evidence.text(),
                                       self._layer.text()) if text)


def _short(name: str) -> str:
    """Cut a long name, so that the question fits a button."""
    return name if len(name) <= _NAME_LIMIT else f"{name[:_NAME_LIMIT - 1]}…"
