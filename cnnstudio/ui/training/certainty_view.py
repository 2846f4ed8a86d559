"""Whether the network is as often right as it is sure, and what a temperature would mend."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QFrame, QVBoxLayout, QWidget

from cnnstudio.ui.cards import SentenceLine, card, described, label
from cnnstudio.ui.training.accuracy_bar import percent
from cnnstudio.ui.training.share_plot import ShareBar, SharePlot
from cnnstudio.ui.training.side_by_side import SideBySide

if TYPE_CHECKING:
    from cnnstudio.training.assessment import Assessment
    from cnnstudio.training.calibration import Reliability

_PLOT_PX = 250


class CertaintyView(QWidget):
    """The reliability diagram with its verdict, and the temperature with what it would change."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: Assessment | None = None
        self.plot = SharePlot("calibration_plot", self.tr("how sure it was"), self.tr("how often it was right"))
        self.plot.setMinimumHeight(_PLOT_PX)
        self._verdict = SentenceLine("info", "quiet", name="calibration_verdict")
        self._temperature = label("", name="temperature_text", wrap=True)
        self._scaled = described(
            QCheckBox(self.tr("Show it with the temperature")), "show_scaled", self.tr("Show it with the temperature"),
            self.tr("Each half of the images with the temperature that was fitted to the other half."))
        self._scaled.toggled.connect(self._draw)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(SideBySide((self._plot_card(), self._temperature_card()), stretches=(3, 2)), 1)

    def _plot_card(self) -> QFrame:
        frame, column = card(name="calibration_card")
        column.addWidget(label(self.tr("Is it as often right as it is sure?"), "heading"))
        column.addWidget(label(self.tr(
            "Each bar gathers the images it was about that sure of. Bars that end on the dotted line: it knows how "
            "sure it may be. Below the line: too sure. The fuller the colour, the more images."), "quiet", wrap=True))
        column.addWidget(self.plot, 1)
        column.addWidget(self._verdict)
        return frame

    def _temperature_card(self) -> QFrame:
        frame, column = card(name="temperature_card")
        column.addWidget(label(self.tr("Temperature"), "heading"))
        column.addWidget(label(self.tr(
            "One number the network's outputs are divided by before they become probabilities. It changes how sure "
            "the network is, and no answer."), "quiet", wrap=True))
        column.addWidget(self._temperature)
        column.addWidget(self._scaled)
        column.addStretch(1)
        return frame

    def show_assessment(self, found: "Assessment") -> None:
        """Show the certainty of ``found``."""
        self._found = found
        self._scaled.setVisible(found.scaled is not None)
        self._scaled.setChecked(False)
        self._draw()
        self._temperature.setText(self._temperature_words(found))

    def _draw(self, *_: object) -> None:
        found = self._found
        if found is None:
            return
        shown, chance = found.reliability, found.error_by_chance
        if self._scaled.isChecked() and found.scaled is not None and found.scaled_by_chance is not None:
            shown, chance = found.scaled, found.scaled_by_chance
        self.plot.show_bars(self._bars(shown))
        self._say(shown, chance)

    def _bars(self, shown: "Reliability") -> list[ShareBar]:
        most = max(1, int(shown.images.max()))
        sentence = self.tr("{low} to {high} sure: {count} images, {right} right")
        return [ShareBar(low, high, right, count / most, sentence.format(
                    low=f"{100 * low:.0f}", high=f"{100 * high:.0f} %", count=f"{count:,}", right=percent(right)))
                for low, high, right, count in zip(shown.low.tolist(), shown.high.tolist(), shown.accuracy.tolist(),
                                                   shown.images.tolist(), strict=True) if count]

    def _say(self, shown: "Reliability", chance: float) -> None:
        error = shown.error
        figures = self.tr("Calibration error {error}; a network that is exactly as sure as it may be stays below "
                          "{chance} on {images} images.").format(
            error=percent(error), chance=percent(chance), images=f"{int(shown.images.sum()):,}")
        if error <= chance:
            words, sign = self.tr("No sign that it is too sure or not sure enough."), "good"
        elif abs(shown.overconfidence) < error / 2:
            words, sign = self.tr("Too sure of some answers, and not sure enough of others."), "warning"
        elif shown.overconfidence > 0:
            words = self.tr("Too sure: on average it is {points} points surer than it is right.")
            sign = "warning"
        else:
            words = self.tr("Not sure enough: on average it is {points} points less sure than it is right.")
            sign = "warning"
        self._verdict.set_sign(sign, sign)
        self._verdict.say(words.format(points=f"{100 * abs(shown.overconfidence):.1f}") + " " + figures)
        self.plot.setAccessibleDescription(self._verdict.text)

    def _temperature_words(self, found: "Assessment") -> str:
        temperature, after = found.temperature, found.scaled
        if temperature is None or after is None:
            return self.tr("There are too few validation images to fit a temperature.")
        if temperature.is_at_limit:
            return self.tr("No temperature fits: these images hold no mistake to learn from, or nothing else.")
        words = self.tr("{value} suits these images best. It makes the calibration error {after} instead of {before}, "
                        "and the log loss {loss_after} instead of {loss_before}, measured on images it was not fitted "
                        "to: each half by the other half's temperature.").format(
            value=f"{temperature.value:.2f}", after=percent(after.error), before=percent(found.reliability.error),
            loss_after=f"{temperature.log_loss_after:.3f}", loss_before=f"{temperature.log_loss_before:.3f}")
        if temperature.log_loss_after >= temperature.log_loss_before:
            words += " " + self.tr("So it does not help here.")
        elif found.reliability.error <= found.error_by_chance:
            words += " " + self.tr("There was nothing to mend.")
        return words
