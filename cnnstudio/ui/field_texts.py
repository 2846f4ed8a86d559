"""What settings and their choices are called on the screen."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from cnnstudio.training.choice_texts import choice_text
from cnnstudio.training.config import TrainConfig

_CONTEXT = "field_texts"


def field_title(name: str) -> str:
    """Return what a setting of the recipe is called."""
    return QCoreApplication.translate("TrainConfig", TrainConfig.model_fields[name].title or name)


def field_help(name: str) -> str:
    """Return the one line that says what a setting of the recipe does."""
    return QCoreApplication.translate("TrainConfig", TrainConfig.model_fields[name].description or "")


def value_text(name: str, value: object) -> str:
    """Return a setting's value as the form shows it."""
    if isinstance(value, bool):
        return QCoreApplication.translate("recipe_group", "on" if value else "off")
    return f"{value:g}" if isinstance(value, float) else choice_text(name, str(value))


_TRIED: dict[str, tuple[Any, Any]] = {
    "network": (QT_TRANSLATE_NOOP("field_texts", "Network"),
                QT_TRANSLATE_NOOP("field_texts", "The network on the canvas, ready-made ones and your own, fitted to "
                                                 "the images.")),
    "augment": (QT_TRANSLATE_NOOP("field_texts", "Augmentation"),
                QT_TRANSLATE_NOOP("field_texts", "Random changes to training images, ready-made from nothing to "
                                                 "strong; what would harm these images is left out.")),
}
"""What a sweep may vary besides the recipe: title and help."""


def tried_title(name: str) -> str:
    """Return what a setting that a sweep may vary is called."""
    return QCoreApplication.translate(_CONTEXT, _TRIED[name][0]) if name in _TRIED else field_title(name)


def tried_help(name: str) -> str:
    """Return the line that says what a setting that a sweep may vary does."""
    return QCoreApplication.translate(_CONTEXT, _TRIED[name][1]) if name in _TRIED else field_help(name)


def combination_text(combination: Mapping[str, object]) -> str:
    """Return a combination in a line: ``"Learning rate 0.01, Optimiser Adam"``."""
    return ", ".join(f"{tried_title(name)} {value_text(name, value)}" for name, value in combination.items())
