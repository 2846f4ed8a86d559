"""Says below the recipe's loss when it does not fit the network or the classes, with one button that mends it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from cnnstudio.network.fitting import Head, head_of, set_values
from cnnstudio.ui.cards import SentenceLine, described
from cnnstudio.ui.throttle import Throttle

if TYPE_CHECKING:
    from cnnstudio.workspace.workspace import Workspace

_REFRESH_MS = 200


@dataclass(frozen=True, slots=True)
class LossHint:
    """What does not fit, and what mends it."""

    text: str
    button: str = ""
    """Empty when nothing can be done with one click."""
    mend: Callable[[], None] | None = None
    is_obstacle: bool = False
    """Whether nothing can be trained before."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("LossLine", text)


def find_hint(workspace: "Workspace") -> LossHint | None:
    """Return what is to be said about the recipe's loss; None when it fits.

    A network whose two classes share one output is trained by every loss; with two outputs the binary loss is
    nothing but cross-entropy.
    """
    is_binary, classes = workspace.train_config.loss == "binary", len(workspace.class_names)
    if is_binary and classes > 2:
        return _too_many_classes(workspace, classes)
    head = head_of(workspace.graph) if classes == 2 else None
    if classes != 2 or (head is not None and (head.values == 1) == is_binary):
        return None
    return _other_head(workspace, head, is_binary=is_binary)


def _too_many_classes(workspace: "Workspace", classes: int) -> LossHint:
    def mend() -> None:
        workspace.set_train_config(workspace.train_config.model_copy(update={"loss": "cross_entropy"}))

    return LossHint(_tr("The binary loss is for two classes; these images have {count}.").format(count=f"{classes:,}"),
                    _tr("Use cross-entropy"), mend, is_obstacle=True)


def _other_head(workspace: "Workspace", head: Head | None, *, is_binary: bool) -> LossHint | None:
    if head is None:
        return LossHint(_tr("The binary loss needs one output: put a Dense layer with 1 unit before the Output; with "
                            "two it is cross-entropy.")) if is_binary else None
    if is_binary:
        text = _tr("Needs one output, and {layer} gives {count}: as the network is, this is cross-entropy.")
    elif head.values == 1:
        text = _tr("{layer} gives one value for both classes, as for the binary loss. That works with any loss.")
    else:
        return None
    edit = set_values(head, 1 if is_binary else 2)
    return LossHint(text.format(layer=head.node.name, count=f"{head.values:,}"), edit.label,
                    lambda: workspace.edit_graph(edit))


class LossLine(QWidget):
    """A sentence and a button below the loss; hidden while the loss fits."""

    attention_wanted = Signal(str)
    """The field's name, when nothing can be trained before it is changed."""

    def __init__(self, workspace: "Workspace", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("loss_line")
        self._workspace = workspace
        self._hint: LossHint | None = None
        self._line = SentenceLine("info", "quiet", name="loss_hint")
        self._button = described(QPushButton(), "loss_mend", "", self.tr("One step that Undo takes back."))
        self._button.clicked.connect(self._on_mend)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._line)
        column.addWidget(self._button)
        self._throttle = Throttle(_REFRESH_MS, self.refresh, self)
        self._connect()
        self.refresh()

    def _connect(self) -> None:
        workspace = self._workspace
        for signal in (workspace.train_config_changed, workspace.folder_changed, workspace.graph.changed):
            signal.connect(self._refresh_later)
        workspace.graph_replaced.connect(self._on_graph_replaced)

    @property
    def text(self) -> str:
        """What is said; empty when the loss fits."""
        return self._line.text

    def refresh(self, *_: object) -> None:
        """Look at the loss, the network and the classes."""
        self._hint = hint = find_hint(self._workspace)
        self._line.set_sign(*(("warning", "warning") if hint and hint.is_obstacle else ("info", "quiet")))
        self._line.say(hint.text if hint else "")
        self._button.setText(hint.button if hint else "")
        self._button.setAccessibleName(self._button.text())
        self._button.setVisible(hint is not None and hint.mend is not None)
        self.setVisible(hint is not None)
        if hint is not None and hint.is_obstacle:
            self.attention_wanted.emit("loss")

    def _refresh_later(self, *_: object) -> None:
        self._throttle.push(None)

    def _on_graph_replaced(self) -> None:
        self._workspace.graph.changed.connect(self._refresh_later, unique=True)
        self._refresh_later()

    def _on_mend(self) -> None:
        self.refresh()  # the network may have changed since
        if self._hint is not None and self._hint.mend is not None:
            self._hint.mend()
            self.refresh()
