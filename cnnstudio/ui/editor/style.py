"""Colours and fonts of the canvas, read from the theme's tokens once a change of the theme."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from PySide6.QtGui import QColor, QFont, QFontMetricsF

from cnnstudio.ui.theme import TOKEN_NAMES, font, theme

GRID_PX = 8
LOD_LIMIT = 0.35
"""Below this zoom layers are boxes without words."""
PLAIN_LIMIT = 0.6
"""Below this zoom layers show their name and shape only: the rest could not be read."""


@dataclass(frozen=True, eq=False)
class CanvasStyle:
    """What the canvas paints with; one value for the whole scene.

    Attributes
    ----------
    colors : token name -> colour
    families : layer family -> colour
    title, text, numbers : fonts of a node's name, its quiet lines and its figures
    """

    colors: Mapping[str, QColor]
    families: Mapping[str, QColor]
    title: QFont
    text: QFont
    numbers: QFont
    title_metrics: QFontMetricsF
    text_metrics: QFontMetricsF
    numbers_metrics: QFontMetricsF

    def color(self, token: str, alpha: float = 1.0) -> QColor:
        """Give a token's colour, with an opacity in [0, 1]."""
        color = QColor(self.colors[token])
        color.setAlphaF(alpha)
        return color

    def family(self, name: str) -> QColor:
        """Give the colour of a layer family."""
        return self.families.get(name, self.colors["quiet"])


def canvas_style() -> CanvasStyle:
    """Give the style for the theme's present tokens."""
    return _make(theme().is_dark)


@cache
def _make(is_dark: bool) -> CanvasStyle:  # noqa: ARG001 - the key: there are two tables
    current = theme()
    title, text, numbers = font(13, 600), font(11, tabular=False), font(11)
    return CanvasStyle(
        colors={name: current.color(name) for name in TOKEN_NAMES},
        families={family: current.family_color(family) for family in current.tokens.family},
        title=title, text=text, numbers=numbers, title_metrics=QFontMetricsF(title),
        text_metrics=QFontMetricsF(text), numbers_metrics=QFontMetricsF(numbers))
