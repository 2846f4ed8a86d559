"""What settings and their choices are called on the screen."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from cnnstudio.training.config import TrainConfig

_CONTEXT = "field_texts"
_TEXTS: dict[tuple[str, str], Any] = {
    ("color", "rgb"): QT_TRANSLATE_NOOP("field_texts", "Colour"),
    ("color", "grey"): QT_TRANSLATE_NOOP("field_texts", "Grey"),
    ("fit", "crop"): QT_TRANSLATE_NOOP("field_texts", "Crop"),
    ("fit", "pad"): QT_TRANSLATE_NOOP("field_texts", "Pad"),
    ("fit", "stretch"): QT_TRANSLATE_NOOP("field_texts", "Stretch"),
    ("normalization", "dataset"): QT_TRANSLATE_NOOP("field_texts", "These images"),
    ("normalization", "imagenet"): QT_TRANSLATE_NOOP("field_texts", "ImageNet"),
    ("normalization", "unit"): QT_TRANSLATE_NOOP("field_texts", "Only 0 to 1"),
    ("normalization", "symmetric"): QT_TRANSLATE_NOOP("field_texts", "Only −1 to 1"),
    ("background", "white"): QT_TRANSLATE_NOOP("field_texts", "White"),
    ("background", "black"): QT_TRANSLATE_NOOP("field_texts", "Black"),
    ("background", "grey"): QT_TRANSLATE_NOOP("field_texts", "Grey"),
    ("sixteen_bit", "full range"): QT_TRANSLATE_NOOP("field_texts", "Full range"),
    ("sixteen_bit", "own range"): QT_TRANSLATE_NOOP("field_texts", "Own range"),
    ("precision", "auto"): QT_TRANSLATE_NOOP("field_texts", "Automatic"),
    ("precision", "float32"): QT_TRANSLATE_NOOP("field_texts", "32 bits (float32)"),
    ("precision", "bfloat16"): QT_TRANSLATE_NOOP("field_texts", "16 bits (bfloat16)"),
    ("optimizer", "sgd"): QT_TRANSLATE_NOOP("field_texts", "SGD"),
    ("optimizer", "adam"): QT_TRANSLATE_NOOP("field_texts", "Adam"),
    ("optimizer", "adamw"): QT_TRANSLATE_NOOP("field_texts", "AdamW"),
    ("optimizer", "rmsprop"): QT_TRANSLATE_NOOP("field_texts", "RMSprop"),
    ("schedule", "constant"): QT_TRANSLATE_NOOP("field_texts", "Constant"),
    ("schedule", "step"): QT_TRANSLATE_NOOP("field_texts", "Steps"),
    ("schedule", "cosine"): QT_TRANSLATE_NOOP("field_texts", "Cosine"),
    ("schedule", "one_cycle"): QT_TRANSLATE_NOOP("field_texts", "One cycle"),
    ("schedule", "plateau"): QT_TRANSLATE_NOOP("field_texts", "Reduce on plateau"),
    ("loss", "cross_entropy"): QT_TRANSLATE_NOOP("field_texts", "Cross-entropy"),
    ("loss", "focal"): QT_TRANSLATE_NOOP("field_texts", "Focal"),
    ("loss", "binary"): QT_TRANSLATE_NOOP("field_texts", "Binary (one output)"),
    ("class_weights", "none"): QT_TRANSLATE_NOOP("field_texts", "None"),
    ("class_weights", "balanced"): QT_TRANSLATE_NOOP("field_texts", "Balanced"),
    ("early_stopping_metric", "loss"): QT_TRANSLATE_NOOP("field_texts", "Validation loss"),
    ("early_stopping_metric", "accuracy"): QT_TRANSLATE_NOOP("field_texts", "Validation accuracy"),
    ("initialization", "kaiming"): QT_TRANSLATE_NOOP("field_texts", "Kaiming"),
    ("initialization", "xavier"): QT_TRANSLATE_NOOP("field_texts", "Xavier"),
    ("initialization", "normal"): QT_TRANSLATE_NOOP("field_texts", "Normal"),
    ("initialization", "zeros"): QT_TRANSLATE_NOOP("field_texts", "Zeros (learns nothing)"),
    ("initialization", "framework"): QT_TRANSLATE_NOOP("field_texts", "PyTorch's own"),
    ("mode", "nearest"): QT_TRANSLATE_NOOP("field_texts", "Nearest pixel"),
    ("mode", "bilinear"): QT_TRANSLATE_NOOP("field_texts", "Bilinear"),
    ("approximate", "none"): QT_TRANSLATE_NOOP("field_texts", "Exactly"),
    ("approximate", "tanh"): QT_TRANSLATE_NOOP("field_texts", "With tanh"),
    ("device", "auto"): QT_TRANSLATE_NOOP("field_texts", "Automatic"),
    ("device", "cpu"): QT_TRANSLATE_NOOP("field_texts", "Processor (CPU)"),
    ("device", "cuda"): QT_TRANSLATE_NOOP("field_texts", "NVIDIA GPU (CUDA)"),
    ("device", "mps"): QT_TRANSLATE_NOOP("field_texts", "Apple GPU (MPS)"),
}


def choice_text(field: str, choice: str) -> str:
    """Return what ``choice`` of ``field`` is called; one without an own text is shown as it is."""
    return QCoreApplication.translate(_CONTEXT, _TEXTS.get((field, choice), choice))


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
