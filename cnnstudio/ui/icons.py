"""Outline icons drawn from one table on a 24 px grid and tinted by the theme."""

import weakref
from collections.abc import Callable
from functools import cache, lru_cache
from typing import Any

import shiboken6
from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from cnnstudio.ui.icon_shapes import SHAPES
from cnnstudio.ui.theme import theme

ICON_PX = 20
_SIZES_PX = (16, 20, 24, 32)
_SVG = ('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="#000000" '
        'stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round">{body}</svg>')


def names() -> tuple[str, ...]:
    """Return every icon's name; each layer kind's name is among them."""
    return tuple(SHAPES)


@cache
def _renderer(name: str) -> QSvgRenderer:
    if name not in SHAPES:
        raise KeyError(f"No icon is called {name!r}; the table is cnnstudio/ui/icon_shapes.py.")
    return QSvgRenderer(QByteArray(_SVG.format(body=SHAPES[name]).encode()))


def pixmap(name: str, size_px: int = ICON_PX, color: QColor | str | None = None) -> QPixmap:
    """Return an icon as a picture of ``size_px`` device-independent pixels.

    ``color`` is a colour or a theme token's name; without it, the text colour.
    """
    application = QGuiApplication.instance()
    ratio = application.devicePixelRatio() if isinstance(application, QGuiApplication) else 1.0
    return _tinted(name, size_px, _resolve(color).name(QColor.NameFormat.HexArgb), ratio)


def _resolve(color: QColor | str | None) -> QColor:
    if isinstance(color, QColor):
        return color
    return QColor(color) if color and color.startswith("#") else theme().color(color or "text")


@lru_cache(maxsize=2048)
def _tinted(name: str, size_px: int, color: str, ratio: float) -> QPixmap:
    renderer = _renderer(name)
    picture = QPixmap(round(size_px * ratio), round(size_px * ratio))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    renderer.render(painter, QRectF(picture.rect()))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(picture.rect(), QColor(color))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def icon(name: str, token: str = "text") -> QIcon:  # noqa: S107 -- a colour token, not a secret
    """Return a tinted icon for the scheme in use; checked states take the accent colour.

    A QIcon is a set of pictures and cannot follow the theme by itself: use `set_icon` for widgets and actions
    that outlive a change of scheme.
    """
    result = QIcon()
    faded = QColor(theme().color("quiet"))
    faded.setAlphaF(0.45)
    for size in _SIZES_PX:
        result.addPixmap(pixmap(name, size, token))
        result.addPixmap(pixmap(name, size, faded), QIcon.Mode.Disabled)
        if token != "on_accent":  # noqa: S105
            result.addPixmap(pixmap(name, size, "accent"), QIcon.Mode.Normal, QIcon.State.On)
    return result


class _IconKeeper(QObject):
    """Gives registered widgets and actions a freshly tinted icon when the scheme changes."""

    def __init__(self) -> None:
        super().__init__()
        self._targets: weakref.WeakKeyDictionary[QObject, tuple[str, str]] = weakref.WeakKeyDictionary()
        theme().changed.connect(self.refresh)

    def add(self, target: Any, name: str, token: str) -> None:
        """Tint ``target`` now and at every change."""
        self._targets[target] = (name, token)
        target.setIcon(icon(name, token))

    def refresh(self) -> None:
        """Tint everything again that is still alive."""
        for target, (name, token) in list(self._targets.items()):
            if shiboken6.isValid(target):
                set_icon_now: Callable[[QIcon], None] = target.setIcon  # type: ignore[attr-defined]
                set_icon_now(icon(name, token))


@cache
def _keeper() -> _IconKeeper:
    return _IconKeeper()


def set_icon(target: Any, name: str, token: str = "text", *, size_px: int | None = None) -> None:  # noqa: S107
    """Give a button or an action an icon that follows the theme."""
    _keeper().add(target, name, token)
    if size_px is not None:
        target.setIconSize(QSize(size_px, size_px))
