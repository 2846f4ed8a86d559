"""Settings of the recipe that belong together, under a heading that opens and closes."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from cnnstudio.training.config import TrainConfig
from cnnstudio.training.recipe import RecipeGroup, changed, is_read, reason_of, unread
from cnnstudio.ui.cards import described, label
from cnnstudio.ui.field_texts import field_title, value_text
from cnnstudio.ui.forms import ConfigForm
from cnnstudio.ui.icons import set_icon
from cnnstudio.ui.theme import font

_FIELD_PX = 136
_CHANGED = " •"


class RecipeSection(QWidget):
    """A heading with what differs from the usual, a button that takes that back, and the fields that apply."""

    help_wanted = Signal(str)
    """The name of the field that is pointed at or has the focus; empty when none is."""
    reset_requested = Signal(str)
    """The name of the group."""

    def __init__(self, group: RecipeGroup, *, is_open: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"recipe_{group.name}")
        self.group = group
        self._title = QCoreApplication.translate("training", group.title)
        self.heading, self._reset = self._make_heading(), self._make_reset()  # before the fields, also for the Tab key
        self._body = QWidget(self)
        self.form = ConfigForm(TrainConfig, self._body, only=group.fields, help_lines=False)
        self._summary = label(role="caption", name=f"recipe_{group.name}_summary")
        self._unread = label(role="caption", name=f"recipe_{group.name}_unread", wrap=True)
        self._column = QVBoxLayout(self._body)
        self._names: dict[QObject, str] = {widget: name for name in group.fields for widget in self._watched(name)}
        self._lay_out()
        self.set_open(is_open=is_open)

    # building

    def _make_heading(self) -> QToolButton:
        heading = described(QToolButton(self), f"recipe_{self.group.name}_heading", self._title)
        heading.setText(self._title)
        heading.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        heading.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        heading.setFont(font(13, 600, tabular=False))
        heading.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        heading.clicked.connect(self._on_heading)
        return heading

    def _make_reset(self) -> QToolButton:
        button = described(
            QToolButton(self), f"recipe_{self.group.name}_reset",
            self.tr("Reset {group} to the usual values").format(group=self._title),
            self.tr("Put these settings back to their usual values"))
        set_icon(button, "undo", "quiet", size_px=14)
        button.clicked.connect(self._on_reset)
        return button

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.heading)
        head.addStretch(1)
        head.addWidget(self._summary)
        head.addWidget(self._reset)
        self._column.setContentsMargins(8, 0, 0, 8)
        self._column.setSpacing(6)
        self._column.addWidget(self.form)
        self._column.addWidget(self._unread)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._body)

    def _watched(self, name: str) -> tuple[QWidget, ...]:
        """Return the widgets whose hovering asks for a field's help, and make all fields equally wide."""
        widget, title = self.form.field(name), self.form.title_widget(name)
        if not isinstance(widget, QCheckBox):
            widget.setFixedWidth(_FIELD_PX)
        widget.setToolTip("")
        title.setToolTip("")
        inner = widget.findChildren(QWidget)
        for one in (widget, title, *inner):
            one.installEventFilter(self)
        return (widget, title, *inner)

    def add_below(self, widget: QWidget) -> None:
        """Put something below the fields: a drawing of what they amount to, a button that finds a value."""
        self._column.addWidget(widget)

    # showing

    @property
    def is_open(self) -> bool:
        """Whether the fields are shown."""
        return not self._body.isHidden()

    def set_open(self, *, is_open: bool) -> None:
        """Show or hide the fields."""
        self._body.setVisible(is_open)
        self.heading.setAccessibleDescription(self.tr("open") if is_open else self.tr("closed"))
        set_icon(self.heading, "down" if is_open else "right", "quiet", size_px=14)

    def set_locked(self, locked: bool) -> None:
        """Let nothing be changed, or everything; the group can be opened in any case."""
        self.form.setEnabled(not locked)
        self._reset.setEnabled(not locked)

    def show_recipe(self, config: TrainConfig, usual: TrainConfig) -> None:
        """Show ``config``: the fields it reads, those that differ from ``usual`` marked, and what the others need."""
        if self.form.value() != config:
            self.form.set_value(config)
        different = changed(config, usual, self.group)
        for name in self.group.fields:
            self.form.set_field_visible(name, is_read(config, name))
            self._mark(name, is_changed=name in different)
        self._say_unread(unread(config, self.group))
        self._summary.setText(self._summary_text(config, different))
        self._reset.setVisible(bool(different))

    def _mark(self, name: str, *, is_changed: bool) -> None:
        """Mark a field that differs from the usual with a dot behind its title."""
        title = self.form.title_widget(name)
        text = field_title(name) + (_CHANGED if is_changed else "")
        if isinstance(title, QLabel | QCheckBox) and title.text() != text:
            title.setText(text)
            title.setFont(font(13, 600 if is_changed else 400, tabular=False))

    def _summary_text(self, config: TrainConfig, different: tuple[str, ...]) -> str:
        """Say in a few words what a closed group holds."""
        if len(different) == 1:
            return value_text(different[0], getattr(config, different[0]))
        return self.tr("{count} changed").format(count=len(different)) if different else ""

    def _say_unread(self, fields: tuple[str, ...]) -> None:
        """Name the fields that do not apply now, and what each needs."""
        reasons: dict[str, list[str]] = {reason_of(name): [] for name in fields}
        for name in fields:
            reasons[reason_of(name)].append(field_title(name))
        lines = [f"{', '.join(names)}: {QCoreApplication.translate('training', reason)}"
                 for reason, names in reasons.items()]
        self._unread.setText("\n".join(lines))
        self._unread.setVisible(bool(lines))

    # the user

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Ask for the help of the field that is pointed at or has the focus."""
        if event.type() in (QEvent.Type.Enter, QEvent.Type.FocusIn):
            self.help_wanted.emit(self._names.get(watched, ""))
        elif event.type() in (QEvent.Type.Leave, QEvent.Type.FocusOut):
            self.help_wanted.emit("")
        return False

    def _on_heading(self) -> None:
        self.set_open(is_open=not self.is_open)

    def _on_reset(self) -> None:
        self.reset_requested.emit(self.group.name)
