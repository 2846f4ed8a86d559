"""Lays out a part of the window once after many changes, where Qt would do so after each of them."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QLayout, QWidget


@contextmanager
def laid_out_once(part: QWidget) -> Iterator[None]:
    """Let the layouts around and below ``part`` wait until all was shown, hidden and written that is to be.

    Showing or hiding a child works out the layout of every parent up to the window at once, some milliseconds each
    time; paused ones do so together before the next painting.
    """
    layouts = [layout for layout in _layouts(part) if layout.isEnabled()]
    for layout in layouts:
        layout.setEnabled(False)
    try:
        yield
    finally:
        for layout in layouts:
            layout.setEnabled(True)
            layout.invalidate()


def _layouts(part: QWidget) -> Iterator[QLayout]:
    around: list[QWidget] = []
    widget: QWidget | None = part
    while widget is not None:
        around.append(widget)
        widget = None if widget.isWindow() else widget.parentWidget()
    for one in (*around, *part.findChildren(QWidget)):
        layout = one.layout()
        if layout is not None:
            yield layout
