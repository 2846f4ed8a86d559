"""Random changes of training images: ready-made strengths, and each change with a switch in four sections."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import QT_TRANSLATE_NOOP, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from cnnstudio.data.augment.cautions import Subject, augment_warnings, switched_off
from cnnstudio.data.config import AUGMENTATION_NAMES, AugmentConfig
from cnnstudio.ui.cards import label
from cnnstudio.ui.data.augment_row import AugmentRow
from cnnstudio.ui.data.augment_section import AugmentSection
from cnnstudio.ui.forms import QuietWheel
from cnnstudio.ui.pieces import Pieces
from cnnstudio.workspace.augmentations import AUGMENTATIONS, Suited, suited

_SECTIONS = (
    ("position", QT_TRANSLATE_NOOP("AugmentForm", "Position"),
     ("flip_horizontal", "flip_vertical", "rotate_deg", "crop", "zoom", "shift", "shear_deg")),
    ("colour", QT_TRANSLATE_NOOP("AugmentForm", "Colour"), ("brightness", "contrast", "saturation", "hue", "grey")),
    ("detail", QT_TRANSLATE_NOOP("AugmentForm", "Detail"), ("blur", "noise", "erase")),
    ("mixing", QT_TRANSLATE_NOOP("AugmentForm", "Mixing"), ("mixup", "cutmix")),
)
"""Name, title and changes of each section; the first two start open."""


class AugmentForm(QWidget):
    """Shows and edits an `AugmentConfig`, and says what speaks against a change of the images at hand."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None, *, in_pieces: bool = False) -> None:
        super().__init__(parent)
        self._is_loading = False
        self._value = AugmentConfig()
        self._subject = Subject()
        self._suited: Mapping[str, Suited] = MappingProxyType({})
        self._rows: dict[str, AugmentRow] = {}
        self._wheel = QuietWheel(self)
        self._presets = QButtonGroup(self)
        self._note = label(role="caption", name="augment_note", wrap=True)
        self._sections: list[AugmentSection] = []
        self.pieces = Pieces(self._build())
        if not in_pieces:
            self.pieces.build_rest()

    def _build(self) -> Iterator[None]:
        """Build the buttons, then section by section."""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(self._make_presets())
        layout.addWidget(self._note)
        for section in _SECTIONS:
            yield
            self._sections.append(self._make_section(*section))
            layout.addWidget(self._sections[-1])
        yield
        self.set_subject(self._subject)
        self.set_value(self._value)

    def value(self) -> AugmentConfig:
        """Return the settings shown."""
        return self._value

    def set_value(self, value: AugmentConfig) -> None:
        """Show ``value`` without sending `changed`; a change that is off keeps its strength."""
        self._is_loading = True
        for row in self._rows.values():
            row.show_config(value)
        self._is_loading = False
        self._value = value
        self._refresh()

    def set_subject(self, subject: Subject) -> None:
        """Judge the changes by what is known about the images and the training."""
        if subject != self._subject or not self._suited:
            self._subject = subject
            self._suited = {name: suited(name, subject) for name in AUGMENTATIONS}
            self._refresh()

    def _make_presets(self) -> QHBoxLayout:
        titles = {"none": self.tr("Off"), "light": self.tr("Light"), "medium": self.tr("Medium"),
                  "strong": self.tr("Strong")}
        row = QHBoxLayout()
        row.setSpacing(4)
        for name in AUGMENTATIONS:
            button = QPushButton(titles.get(name, name), self)
            button.setObjectName(f"augment_{name}")
            button.setAccessibleName(self.tr("Augmentation: {title}").format(title=button.text()))
            button.setProperty("segment", True)
            button.setCheckable(True)
            self._presets.addButton(button)
            row.addWidget(button, 1)
        self._presets.buttonClicked.connect(self._on_preset)
        return row

    def _make_section(self, name: str, title: str, changes: Sequence[str]) -> AugmentSection:
        section = AugmentSection(name, self.tr(title), is_open=name in ("position", "colour"), parent=self)
        for change in changes:
            row = AugmentRow(change, section.body, self._wheel)
            row.edited.connect(self._on_edited)
            row.off_requested.connect(self._on_off_requested)
            section.add(row)
            self._rows[change] = row
        return section

    def _refresh(self) -> None:
        """Mark the ready-made strength in use, and say what speaks against the changes."""
        used = next((name for name, one in self._suited.items() if one.config == self._value), None)
        self._presets.setExclusive(False)
        for button in self._presets.buttons():
            button.setChecked(button.objectName() == f"augment_{used}")
        self._presets.setExclusive(True)
        self._say_left_out(self._suited[used].left_out if used is not None else ())
        warnings = augment_warnings(self._value, self._subject)
        for name, row in self._rows.items():
            row.notice.show_warning(next((one for one in warnings if one.names[0] == name), None))
        for section in self._sections:
            section.refresh()

    def _say_left_out(self, names: Sequence[str]) -> None:
        titles = ", ".join(self._rows[name].switch.text() for name in names)
        self._note.setText(self.tr("Without {titles}: that would harm these images or change nothing.").format(
            titles=titles) if names else "")
        self._note.setVisible(bool(names))

    def _on_preset(self, button: QPushButton) -> None:
        self._take(self._suited[button.objectName().removeprefix("augment_")].config)

    def _on_off_requested(self, names: Sequence[str]) -> None:
        self._take(switched_off(self._value, names))

    def _on_edited(self, name: str) -> None:
        if not self._is_loading:
            self._take(self._rows[name].apply_to(self._value))

    def _take(self, value: AugmentConfig) -> None:
        """Show other settings and tell of them; the same ones again only put the buttons right."""
        is_new = value != self._value
        self.set_value(value)
        if is_new:
            self.changed.emit(value)


assert {name for _, _, names in _SECTIONS for name in names} == set(AUGMENTATION_NAMES)  # noqa: S101
