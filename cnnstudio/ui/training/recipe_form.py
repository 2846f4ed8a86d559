"""The recipe as a form in groups that fold, with a line of help for the field that is pointed at."""

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from cnnstudio.training.config import TrainConfig
from cnnstudio.training.recipe import GROUPS, is_read, with_usual
from cnnstudio.ui.cards import label
from cnnstudio.ui.field_texts import field_help, field_title, value_text
from cnnstudio.ui.pieces import Pieces
from cnnstudio.ui.training.recipe_group import RecipeSection

_OPEN_AT_FIRST = ("basics",)


class RecipeForm(QWidget):
    """Every setting of a training, sorted into `recipe.GROUPS`; fields that do not apply are left out and named."""

    changed = Signal(object)
    """The new valid settings, after the user changed something."""
    help_wanted = Signal(str)
    """The name of the field that is pointed at or has the focus; empty when none is."""

    def __init__(self, parent: QWidget | None = None, *, in_pieces: bool = False) -> None:
        super().__init__(parent)
        self.setObjectName("recipe_form")
        self._config = self._usual = TrainConfig()
        self.sections: dict[str, RecipeSection] = {}
        self._section_of: dict[str, RecipeSection] = {}
        self.pieces = Pieces(self._build())
        if not in_pieces:
            self.pieces.build_rest()

    def _build(self) -> Iterator[None]:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for group in GROUPS:
            section = RecipeSection(group, is_open=group.name in _OPEN_AT_FIRST, parent=self)
            self.sections[group.name] = section
            self._section_of |= dict.fromkeys(group.fields, section)
            column.addWidget(section)
            section.form.changed.connect(self._take)
            section.reset_requested.connect(self._reset)
            section.help_wanted.connect(self._on_help)
            yield
        self._show()

    def value(self) -> TrainConfig:
        """Return the settings as they are shown."""
        return self._config

    @property
    def usual(self) -> TrainConfig:
        """What changed fields are told from."""
        return self._usual

    def set_value(self, config: TrainConfig, usual: TrainConfig | None = None) -> None:
        """Show ``config`` without telling listeners; what differs from ``usual`` is marked."""
        self._config, self._usual = config, usual or self._usual
        self._show()

    def field(self, name: str) -> QWidget:
        """Return the widget of a field."""
        return self._section_of[name].form.field(name)

    def section_of(self, name: str) -> RecipeSection:
        """Return the group a field belongs to."""
        return self._section_of[name]

    @property
    def is_locked(self) -> bool:
        """Whether nothing can be changed now; groups still open and close."""
        return not all(section.form.isEnabled() for section in self.sections.values())

    def set_locked(self, locked: bool) -> None:
        """Let nothing be changed, or everything."""
        for section in self.sections.values():
            section.set_locked(locked)

    def open_all(self) -> None:
        """Open every group."""
        for section in self.sections.values():
            section.set_open(is_open=True)

    def _show(self) -> None:
        for section in self.sections.values():
            section.show_recipe(self._config, self._usual)

    def _take(self, config: TrainConfig) -> None:
        self._config = config
        self._show()
        self.changed.emit(config)

    def _reset(self, name: str) -> None:
        self._take(with_usual(self._config, self._usual, self.sections[name].group))

    def _on_help(self, name: str) -> None:
        """Pass on what is pointed at; when nothing is, the field with the focus."""
        focus = QApplication.focusWidget()
        self.help_wanted.emit(name or next((one for one in self._section_of if self.field(one) is focus), ""))


class FieldHelp(QFrame):
    """A place of a fixed height that says what the field pointed at does, and its usual value."""

    def __init__(self, form: RecipeForm, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("field_help")
        self._form = form
        self._title = label("", "subheading", name="help_title")
        self._text = label("", "quiet", name="help_text", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 12, 8)
        column.setSpacing(2)
        column.addWidget(self._title)
        column.addWidget(self._text)
        column.addStretch(1)
        self.setFixedHeight(16 + 2 + 5 * self.fontMetrics().lineSpacing())
        form.help_wanted.connect(self.show_field)
        self.show_field("")

    @property
    def text(self) -> str:
        """What is said."""
        return self._text.text()

    def show_field(self, name: str) -> None:
        """Say what field ``name`` does; without one, what this place is for."""
        if not name:
            self._title.setText(self.tr("What is this?"))
            self._text.setText(self.tr("Point at a setting and read here what it does. The settings as they are suit "
                                       "most trainings."))
            return
        config, usual = self._form.value(), self._form.usual
        line = field_help(name)
        if is_read(config, name) and getattr(config, name) != getattr(usual, name):
            line += " " + self.tr("Usual: {value}.").format(value=value_text(name, getattr(usual, name)))
        self._title.setText(field_title(name))
        self._text.setText(line)
