"""Translation for texts that live outside of widgets: tables of layer kinds, graphics items, plain functions."""

from PySide6.QtCore import QCoreApplication


def tr(text: str, context: str = "Editor") -> str:
    """Give ``text`` in the user's language."""
    return QCoreApplication.translate(context, text)
