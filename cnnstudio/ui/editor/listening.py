"""Connects the Qt-free model's signals to views for as long as the views live."""

from collections.abc import Callable
from typing import Any

from psygnal import SignalInstance
from PySide6.QtCore import QObject


def listen(owner: QObject, signal: SignalInstance, slot: Callable[..., object]) -> None:
    """Connect ``signal`` to a method of ``owner`` until Qt destroys it; the model may well outlive its views."""
    signal.connect(slot)

    def stop(*_: Any) -> None:
        signal.disconnect(slot, missing_ok=True)

    owner.destroyed.connect(stop)
