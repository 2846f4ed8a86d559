"""Says how long the network takes and how much memory a training will need: what is measured, what is forecast."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from cnnstudio.ui.cards import described, label
from cnnstudio.ui.measuring import Measurer, Outlook
from cnnstudio.workspace.forecast import Measurement


class ForecastView(QWidget):
    """A few lines of words and figures, a sentence on where they come from, and *Measure*.

    Parameters
    ----------
    measurer : what is known; it works while this is shown
    """

    def __init__(self, measurer: Measurer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("forecast_view")
        self._measurer = measurer
        self._values: list[tuple[QLabel, QLabel]] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)  # words may be long in other languages
        self._grid.setColumnStretch(1, 1)
        self._words = label(role="quiet", wrap=True, name="forecast_words")
        self._button = described(
            QPushButton(self.tr("Measure")), "measure_button", self.tr("Measure the network on this machine"),
            self.tr("Run a few training steps on made-up images and take the time."))
        self._button.clicked.connect(measurer.measure)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._grid)
        column.addWidget(self._words)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)
        measurer.changed.connect(self.refresh)
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Let the measurer work."""
        super().showEvent(event)
        self._measurer.watch(self)

    def refresh(self) -> None:
        """Show what is known now."""
        measurer = self._measurer
        lines = self._lines(measurer.outlook)
        while len(self._values) < len(lines):
            self._add_line()
        for number, (word, figure) in enumerate(self._values):
            word.setVisible(number < len(lines))
            figure.setVisible(number < len(lines))
            if number < len(lines):
                word.setText(lines[number][0])
                figure.setText(lines[number][1])
        self._words.setText(self._source(measurer.outlook))
        self._button.setVisible(measurer.outlook.peak_bytes is not None and not measurer.is_measuring)
        self._button.setEnabled(measurer.can_measure)
        self._button.setText(self.tr("Measure again") if measurer.outlook.measurement else self.tr("Measure"))

    def text_of(self, word: str) -> str:
        """Give the figure beside a word; empty when the line is not shown."""
        return next((figure.text() for name, figure in self._values
                     if name.text() == word and not name.isHidden()), "")

    @property
    def words(self) -> str:
        """The sentence below the figures."""
        return self._words.text()

    def _add_line(self) -> None:
        word, figure = label(role="quiet", wrap=True), label(wrap=True)
        figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        row = len(self._values)
        self._grid.addWidget(word, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(figure, row, 1)
        self._values.append((word, figure))

    def _lines(self, outlook: Outlook) -> list[tuple[str, str]]:
        found, lines = outlook.measurement, []
        if found is not None:
            lines += [(self.tr("Predicting"), self.tr("{time} an image").format(time=milliseconds(found.forward_ms))),
                      (self.tr("Learning"), self.tr("{time} an image").format(
                          time=milliseconds(outlook.learning_ms or found.training_ms)))]
        if outlook.epoch_s is not None:
            if outlook.once_s:
                lines.append((self.tr("Frozen layers, once"), f"≈ {seconds_text(outlook.once_s)}"))
            lines.append((self.tr("One epoch"), f"≈ {seconds_text(outlook.epoch_s)}"))
            lines.append((self.tr("{count} epochs").format(count=f"{outlook.epochs:,}"),
                          f"≈ {seconds_text(outlook.once_s + outlook.epoch_s * outlook.epochs)}"))
        if outlook.peak_bytes is not None:
            lines.append((self.tr("Peak memory"), f"≈ {bytes_text(outlook.peak_bytes)}"))
        return lines

    def _source(self, outlook: Outlook) -> str:
        """Say which figures are measured and which are forecast."""
        measurer = self._measurer
        if outlook.peak_bytes is None:
            return self.tr("Time and memory are told when the network has no errors.")
        if outlook.is_too_large:
            return self.tr("A training would need more memory than this machine has free. Choose a smaller batch size "
                           "or smaller images.")
        if measurer.is_measuring:
            return self.tr("Being measured…")
        if measurer.failure:
            return self.tr("Not measured: {reason}").format(reason=measurer.failure)
        if outlook.measurement is None:
            return self.tr("The memory is a forecast. How long it takes is not measured yet.")
        return self._measured(outlook.measurement, has_images=outlook.epoch_s is not None)

    def _measured(self, found: Measurement, *, has_images: bool) -> str:
        if found.is_reckoned:
            text = self.tr("Times are reckoned from steps of {images} images for batches of {batch}, because one step "
                           "takes long.")
        else:
            text = self.tr("Times an image are measured with batches of {batch}.")
        rest = self.tr("Epoch and memory are forecasts.") if has_images else self.tr("The memory is a forecast.")
        return f"{text} {rest}".format(images=found.measured_with, batch=found.batch_size)


def milliseconds(value: float) -> str:
    """Return a time of some milliseconds with two digits: ``"0.34 ms"``, ``"5.2 ms"``, ``"48 ms"``, ``"1.2 s"``."""
    if value >= 1000:
        return f"{value / 1000:.1f} s"
    return f"{value:.2f} ms" if value < 1 else f"{value:.1f} ms" if value < 10 else f"{value:.0f} ms"


def seconds_text(seconds: float) -> str:
    """Return a duration no finer than a forecast is: ``"2.4 s"``, ``"48 s"``, ``"8 min"``, ``"1 h 50 min"``."""
    if seconds < 10:
        return f"{seconds:.1f} s"
    if seconds < 90:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 90 else f"{minutes // 60:,} h {minutes % 60} min"


def bytes_text(size: float) -> str:
    """Return ``"840 MB"`` or ``"1.2 GB"``."""
    return f"{size / 1e6:.0f} MB" if size < 1e9 else f"{size / 1e9:.1f} GB"
