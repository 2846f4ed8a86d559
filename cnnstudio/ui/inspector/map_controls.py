"""What is explained and how: the method, the class (rather than another), and how many maps are shown at once."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from cnnstudio.explain.explanation import METHODS, MethodInfo
from cnnstudio.ui.cards import described, label, plain_tip
from cnnstudio.ui.elided_choice import ElidedChoice
from cnnstudio.ui.inspector.target_choice import TargetChoice


@dataclass(frozen=True, slots=True)
class ArrangementInfo:
    """How many maps are shown, and of what."""

    name: str
    title: str
    help: str


def _text(text: str) -> str:
    """Mark ``text`` for translation in this module's context."""
    return str(QT_TRANSLATE_NOOP("map_controls", text))


SINGLE, COMPARE = "single", "compare"
ARRANGEMENTS: tuple[ArrangementInfo, ...] = (
    ArrangementInfo(SINGLE, _text("One map"), _text("One image with one map")),
    ArrangementInfo(COMPARE, _text("Side by side"), _text("Two images, or two runs, with the same zoom and pointer")),
    ArrangementInfo("methods", _text("All methods"), _text("The same question put to every method")),
    ArrangementInfo("layers", _text("All layers"), _text("The same method at every layer")),
    ArrangementInfo("classes", _text("Likeliest classes"), _text("What speaks for each of the likeliest classes")),
    ArrangementInfo("epochs", _text("Epochs"), _text("The same image with every state of the weights the run keeps")),
    ArrangementInfo("images", _text("Images of the list"), _text("The first images of the list at the left")))


class MapControls(QWidget):
    """One row; everything in it asks the network."""

    method_requested = Signal(str)
    arrangement_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.target = TargetChoice()
        self._methods = described(ElidedChoice(), "method_choice", self.tr("Method"))
        self._arrangements = described(ElidedChoice(), "arrangement_choice", self.tr("Show"))
        for info in METHODS:
            self._methods.addItem(QCoreApplication.translate("explain", info.title) + self._sign(info), info.name)
            self._methods.setItemData(self._methods.count() - 1, plain_tip(self._help(info)),
                                      Qt.ItemDataRole.ToolTipRole)
        for arrangement in ARRANGEMENTS:
            self._arrangements.addItem(QCoreApplication.translate("map_controls", arrangement.title), arrangement.name)
            self._arrangements.setItemData(
                self._arrangements.count() - 1, QCoreApplication.translate("map_controls", arrangement.help),
                Qt.ItemDataRole.ToolTipRole)
        for box, letters in ((self._methods, 9), (self._arrangements, 13)):
            box.setMinimumContentsLength(letters)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._methods.activated.connect(self._on_method)
        self._arrangements.activated.connect(self._on_arrangement)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._methods)
        row.addWidget(self.target, 1)
        row.addWidget(label(self.tr("Show"), "quiet"))
        row.addWidget(self._arrangements)
        self.show_method(METHODS[0].name)

    def _sign(self, info: MethodInfo) -> str:
        return " ⚠" if badges(info) else ""

    def _help(self, info: MethodInfo) -> str:
        slow = [self.tr("Takes some seconds.")] if info.speed == "seconds" else []
        return "\n".join([QCoreApplication.translate("explain", info.help), *badges(info), *slow])

    def set_layers_exist(self, *, exist: bool) -> None:
        """Offer all layers only where there are some."""
        self._arrangements.setEnabled(exist)

    def show_method(self, name: str) -> None:
        """Show a choice made elsewhere."""
        self._methods.setCurrentIndex(max(0, self._methods.findData(name)))
        self._methods.setToolTip(self._methods.itemData(self._methods.currentIndex(), Qt.ItemDataRole.ToolTipRole))

    def show_arrangement(self, name: str) -> None:
        """Show a choice made elsewhere."""
        self._arrangements.setCurrentIndex(max(0, self._arrangements.findData(name)))

    @property
    def method(self) -> str:
        """The chosen method's name."""
        return str(self._methods.currentData())

    @property
    def arrangement(self) -> str:
        """The chosen arrangement's name."""
        return str(self._arrangements.currentData())

    def _on_method(self) -> None:
        self.show_method(self.method)
        self.method_requested.emit(self.method)

    def _on_arrangement(self) -> None:
        self.arrangement_requested.emit(self.arrangement)


def badges(info: MethodInfo) -> Sequence[str]:
    """Return what must be known of a method before its map is believed."""
    found = []
    if info.class_agnostic:
        found.append(QCoreApplication.translate("map_controls", _text("class-agnostic")))
    if info.fails_sanity_check:
        found.append(QCoreApplication.translate("map_controls", _text("fails sanity check")))
    return found
