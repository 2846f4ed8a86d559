"""What the layer under the pointer does, at the foot of the palette: a picture and a sentence."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from cnnstudio.network.registry import layer_kind
from cnnstudio.ui.cards import label
from cnnstudio.ui.editor.layer_pictures import LayerPicture
from cnnstudio.ui.editor.texts import tr

_WORDS_PX = 60


class PalettePreview(QFrame):
    """Shows one kind at a time, always of the same height so that the list does not jump."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("palette_preview")
        self.picture = LayerPicture(self)
        self.words = label(role="caption", wrap=True, name="palette_words")
        self.words.setFixedHeight(_WORDS_PX)
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.words.setContentsMargins(12, 0, 12, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(4)
        column.addWidget(self.picture)
        column.addWidget(self.words)

    def show_kind(self, name: str) -> None:
        """Show a kind; an empty name leaves what is shown."""
        if name and name != self.picture.kind:
            self.picture.show_kind(name)
            self.words.setText(first_sentence(tr(layer_kind(name).help, "LayerKind")))


def first_sentence(text: str) -> str:
    """Give a text up to its first full stop or colon."""
    ends = [place for place in (text.find(". "), text.find(": ")) if place > 0]
    return f"{text[:min(ends)]}." if ends else text
