"""Two strips in one place below the image: the layers of the network, or the epochs of its training."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from cnnstudio.ui.cards import described

LAYERS, EPOCHS = 0, 1


class StripTabs(QWidget):
    """A button for each strip at the left, the strip that is chosen beside them."""

    epochs_wanted = Signal(bool)
    """Whether the epochs are shown from now on."""

    def __init__(self, layers: QWidget, epochs: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stack = QStackedWidget()
        self._buttons = QButtonGroup(self)
        column = QVBoxLayout()
        column.setSpacing(4)
        for number, name, title, tip, widget in (
                (LAYERS, "strip_layers", self.tr("Layers"), self.tr("The map at every layer"), layers),
                (EPOCHS, "strip_epochs", self.tr("Epochs"),
                 self.tr("The map after every epoch the run keeps: when did the network begin to look there?"),
                 epochs)):
            button = described(QPushButton(title), name, title, tip)
            button.setCheckable(True)
            button.setChecked(number == LAYERS)
            self._buttons.addButton(button, number)
            column.addWidget(button)
            self._stack.addWidget(widget)
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addLayout(column)
        row.addWidget(self._stack, 1)
        self._buttons.idClicked.connect(self._on_clicked)

    @property
    def shows_epochs(self) -> bool:
        """Whether the epochs are shown."""
        return self._stack.currentIndex() == EPOCHS

    def show_epochs(self, shown: bool) -> None:
        """Show the epochs or the layers, as a click would."""
        if shown != self.shows_epochs:
            number = EPOCHS if shown else LAYERS
            self._buttons.button(number).setChecked(True)
            self._on_clicked(number)

    def _on_clicked(self, number: int) -> None:
        if number != self._stack.currentIndex():
            self._stack.setCurrentIndex(number)
            self.epochs_wanted.emit(number == EPOCHS)
