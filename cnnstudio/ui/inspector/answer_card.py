"""What the network answers and what its heatmap shows, in sentences."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from cnnstudio.ui.cards import SentenceLine, label


class AnswerCard(QFrame):
    """The predicted class, whether it is right, and the heatmap in words."""

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
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(6)
        for widget in (self._caption, self._answer, self._truth, self._weak, self._evidence, self._layer):
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
        self.hide()

    @property
    def texts(self) -> tuple[str, ...]:
        """Everything that is said, for tests and screen readers."""
        return tuple(text for text in (self._answer.text(), self._truth.text, self._weak.text, self._evidence.text(),
                                       self._layer.text()) if text)
