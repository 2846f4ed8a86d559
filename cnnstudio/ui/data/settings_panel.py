"""How images are prepared, divided and changed at random: three forms and the live strip."""

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
from cnnstudio.ui.workers import JobRunner

if TYPE_CHECKING:
    from cnnstudio.workspace.workspace import Workspace

WIDTH_PX = 352
_GUTTER_PX = 16
"""The scroll bar lies in the page's right margin, so that all cards are equally wide."""


class SettingsPanel(QWidget):
    """Edits the workspace's settings and follows them."""

    message_requested = Signal(str, str)

    def __init__(self, workspace: "Workspace", jobs: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(WIDTH_PX)
        self._workspace = workspace
        self.strip = AugmentStrip(jobs)
        self.augment = AugmentForm()
        self.preprocess = ConfigForm(PreprocessConfig, help_lines=False)
        self.split = ConfigForm(SplitConfig, help_lines=False)
        self._split_note = label("", "caption", name="split_note", wrap=True)
        self.cache = CacheCard(jobs)
        self._fill()
        self.preprocess.changed.connect(self._on_preprocess)
        self.split.changed.connect(self._on_split)
        self.augment.changed.connect(self._workspace.set_augment)
        for signal in (workspace.preprocess_changed, workspace.split_changed, workspace.augment_changed,
                       workspace.selected_image_changed, workspace.folder_changed, workspace.train_config_changed):
            signal.connect(self.refresh)
        self.refresh()

    def _fill(self) -> None:
        strip_card, column = card(name="strip_card")
        column.addWidget(self.strip)
        forms = QWidget()
        forms_column = QVBoxLayout(forms)
        forms_column.setContentsMargins(0, 0, 4, 0)  # and 12 px for the scroll bar
        forms_column.setSpacing(12)
        for name, title, widgets in (
            ("augment_card", self.tr("Augmentation (training only)"), (self.augment,)),
            ("preprocess_card", self.tr("Preparation"), (self.preprocess,)),
            ("split_card", self.tr("Splits"), (self.split, self._split_note)),
            ("cache_card", self.tr("Decoded images"), (self.cache,)),
        ):
            frame, column = card(name=name)
            column.addWidget(label(title, "subheading"))
            for widget in widgets:
                column.addWidget(widget)
            forms_column.addWidget(frame)
        forms_column.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setObjectName("settings_scroll")
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        scroll.setWidget(forms)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        strip_row = QHBoxLayout()
        strip_row.setContentsMargins(0, 0, _GUTTER_PX, 0)
        strip_row.addWidget(strip_card)
        layout.addLayout(strip_row)
        layout.addWidget(scroll, 1)

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
