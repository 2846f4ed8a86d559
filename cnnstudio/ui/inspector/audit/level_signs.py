"""What the three levels of an audit look like: an icon, a colour and always words."""

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from cnnstudio.explain.audit.report import Level
from cnnstudio.ui.cards import label
from cnnstudio.ui.icons import pixmap
from cnnstudio.ui.theme import theme

_CONTEXT = "audit_levels"


@dataclass(frozen=True, slots=True)
class LevelSign:
    """How a level is shown; ``title`` is marked for translation."""

    level: Level
    icon: str
    token: str
    title: str


LEVEL_SIGNS: tuple[LevelSign, ...] = (
    LevelSign("relied on", "error", "bad", str(QT_TRANSLATE_NOOP("audit_levels", "Relies on a shortcut"))),
    LevelSign("in the data", "warning", "warning",
              str(QT_TRANSLATE_NOOP("audit_levels", "In the images, hardly used"))),
    LevelSign("clean", "good", "good", str(QT_TRANSLATE_NOOP("audit_levels", "Nothing found"))),
)


def level_sign(level: Level) -> LevelSign:
    """Return how ``level`` is shown."""
    return next(sign for sign in LEVEL_SIGNS if sign.level == level)


def level_title(level: Level) -> str:
    """Return the level in the user's language."""
    return QCoreApplication.translate(_CONTEXT, level_sign(level).title)


class LevelBadge(QWidget):
    """A level as an icon with its words."""

    def __init__(self, level: Level, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = level_sign(level)
        self._icon = QLabel()
        words = label(level_title(level), self._sign.token, name="level_words")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._icon)
        row.addWidget(words)
        theme().changed.connect(self._tint)
        self._tint()

    def _tint(self) -> None:
        self._icon.setPixmap(pixmap(self._sign.icon, 16, self._sign.token))
