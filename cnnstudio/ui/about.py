"""Version, licences and credits."""

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from cnnstudio import __version__
from cnnstudio.paths import resource

_TEXT = """CNN Studio {version} · Qt {qt}

CNN Studio is free software under the MIT licence.

It uses Qt for Python (LGPL 3), PyTorch and torchvision (BSD), pyqtgraph (MIT), OpenCV (Apache 2.0), Pillow (MIT-CMU),
NumPy (BSD), pydantic (MIT), psygnal (BSD), safetensors (Apache 2.0), ONNX (Apache 2.0) and the Inter typeface
(OFL 1.1).

Samples: handwritten digits from MNIST by Y. LeCun and C. Cortes (CC BY-SA 3.0); photographs by the authors below.
"""


class AboutDialog(QDialog):
    """A small dialog with plain text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("about")
        self.setWindowTitle(self.tr("About CNN Studio"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(640, 480)
        title = QLabel("CNN Studio", self)
        title.setProperty("role", "title")
        text = QPlainTextEdit(_TEXT.format(version=__version__, qt=qVersion()) + "\n" + _credits(), self)
        text.setReadOnly(True)
        text.setAccessibleName(self.tr("Licences and credits"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(title)
        layout.addWidget(text, 1)
        layout.addWidget(buttons)


def _credits() -> str:
    """Return the authors of the preview photographs."""
    path = resource("previews/CREDITS.csv")
    return path.read_text(encoding="utf-8") if path.is_file() else ""
