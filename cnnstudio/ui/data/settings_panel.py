"""How images are prepared, divided and changed at random: three forms and the live strip."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from cnnstudio.data.augment.cautions import Subject
from cnnstudio.data.config import AugmentConfig, PreprocessConfig, SplitConfig
from cnnstudio.errors import CNNStudioError
from cnnstudio.ui.cards import card, label
from cnnstudio.ui.data.augment_form import AugmentForm
from cnnstudio.ui.data.augment_strip import AugmentStrip
from cnnstudio.ui.data.cache_card import CacheCard
from cnnstudio.ui.forms import ConfigForm
from cnnstudio.ui.pieces import Pieces
from cnnstudio.ui.workers import JobRunner

if TYPE_CHECKING:
    from cnnstudio.workspace.workspace import Workspace

WIDTH_PX = 352
_GUTTER_PX = 16
"""The scroll bar lies in the page's right margin, so that all cards are equally wide."""


class SettingsPanel(QWidget):
    """Edits the workspace's settings and follows them."""

    message_requested = Signal(str, str)

    def __init__(self, workspace: "Workspace", jobs: JobRunner, parent: QWidget | None = None, *,
                 in_pieces: bool = False) -> None:
        super().__init__(parent)
        self.setFixedWidth(WIDTH_PX)
        self._workspace, self._jobs = workspace, jobs
        self.pieces = Pieces(self._build())
        if not in_pieces:
            self.pieces.build_rest()

    def _build(self) -> Iterator[None]:
        """Build everything in its place, from the outside to the inside."""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        strip_card, column = card(name="strip_card")
        strip_row = QHBoxLayout()
        strip_row.setContentsMargins(0, 0, _GUTTER_PX, 0)
        layout.addLayout(strip_row)
        strip_row.addWidget(strip_card)
        self.strip = AugmentStrip(self._jobs)
        column.addWidget(self.strip)
        scroll, forms = self._make_scroll()
        layout.addWidget(scroll, 1)
        column = self._add_card(forms, "augment_card", self.tr("Augmentation (training only)"))
        self.augment = AugmentForm(in_pieces=True)
        column.addWidget(self.augment)
        while self.augment.pieces.build_next():
            yield
        self.preprocess = ConfigForm(PreprocessConfig, help_lines=False)
        self._add_card(forms, "preprocess_card", self.tr("Preparation")).addWidget(self.preprocess)
        yield
        self.split = ConfigForm(SplitConfig, help_lines=False)
        self._split_note = label("", "caption", name="split_note", wrap=True)
        column = self._add_card(forms, "split_card", self.tr("Splits"))
        column.addWidget(self.split)
        column.addWidget(self._split_note)
        self.cache = CacheCard(self._jobs)
        self._add_card(forms, "cache_card", self.tr("Decoded images")).addWidget(self.cache)
        forms.addStretch(1)
        yield
        self._connect()
        self.refresh()

    def _connect(self) -> None:
        workspace = self._workspace
        self.preprocess.changed.connect(self._on_preprocess)
        self.split.changed.connect(self._on_split)
        self.augment.changed.connect(workspace.set_augment)
        for signal in (workspace.preprocess_changed, workspace.split_changed, workspace.augment_changed,
                       workspace.selected_image_changed, workspace.folder_changed, workspace.train_config_changed):
            signal.connect(self.refresh)

    @staticmethod
    def _add_card(forms: QVBoxLayout, name: str, title: str) -> QVBoxLayout:
        frame, column = card(name=name)
        forms.addWidget(frame)
        column.addWidget(label(title, "subheading"))
        return column

    def _make_scroll(self) -> tuple[QScrollArea, QVBoxLayout]:
        """Return the scroll area and the column of cards in it."""
        scroll = QScrollArea(self)
        scroll.setObjectName("settings_scroll")
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        forms = QWidget()
        scroll.setWidget(forms)
        column = QVBoxLayout(forms)
        column.setContentsMargins(0, 0, 4, 0)  # and 12 px for the scroll bar
        column.setSpacing(12)
        return scroll, column

    def refresh(self) -> None:
        """Show what the workspace holds."""
        workspace = self._workspace
        self.preprocess.set_value(workspace.preprocess)
        self.split.set_value(workspace.split_config)
        self.augment.set_subject(Subject(
            workspace.class_names, workspace.preprocess.color == "grey", workspace.train_config.epochs))
        self.augment.set_value(workspace.augment)
        self.strip.set_wish(
            workspace.selected_image, workspace.preprocess, workspace.augment, workspace.folder)
        folder = workspace.folder
        is_given = folder is not None and bool(folder.files) and folder.files[0].split is not None
        self._split_note.setText(
            self.tr("The folder itself says which images train and which validate; only splits it lacks are made here.")
            if is_given else self.tr("Copies of one picture stay in one split; every class is in each."))

    def _on_preprocess(self, config: PreprocessConfig) -> None:
        try:
            self._workspace.set_preprocess(config)
        except CNNStudioError as error:
            self.message_requested.emit(str(error), "error")
            self.refresh()

    def _on_split(self, config: SplitConfig) -> None:
        try:
            self._workspace.set_split(config)
        except CNNStudioError as error:
            self.message_requested.emit(str(error), "error")
            self.refresh()

    def set_augment(self, config: AugmentConfig) -> None:
        """Take over other augmentations."""
        self._workspace.set_augment(config)
