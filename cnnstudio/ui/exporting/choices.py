"""What a run can be exported as: the table of the dialog's cards."""

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

_CONTEXT = "export_choices"


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """One card.

    Attributes
    ----------
    name : of the format
    title, text : marked for translation; `translated` gives them in the user's language
    ending : of the file that is suggested; empty for a folder
    """

    name: str
    title: str
    text: str
    ending: str


CHOICES: tuple[ExportChoice, ...] = (
    ExportChoice(
        "script", str(QT_TRANSLATE_NOOP("export_choices", "Training script")),
        str(QT_TRANSLATE_NOOP("export_choices", "One Python file that trains the same network again on a folder of "
                                                "images: to read, to change, to hand in.")), ".py"),
    ExportChoice(
        "notebook", str(QT_TRANSLATE_NOOP("export_choices", "Notebook")),
        str(QT_TRANSLATE_NOOP("export_choices", "Explains and repeats the training step by step in Jupyter or Colab, "
                                                "with curves and Grad-CAM.")), ".ipynb"),
    ExportChoice(
        "pytorch", str(QT_TRANSLATE_NOOP("export_choices", "PyTorch")),
        str(QT_TRANSLATE_NOOP("export_choices", "The trained network as a Python file with its weights beside it, to "
                                                "predict images without this program.")), ".py"),
    ExportChoice(
        "onnx", str(QT_TRANSLATE_NOOP("export_choices", "ONNX")),
        str(QT_TRANSLATE_NOOP("export_choices", "The trained network as one file for programs that know no PyTorch. "
                                                "It takes pixels of the network's input size.")), ".onnx"),
)


def translated(text: str) -> str:
    """Return a text of the table in the user's language."""
    return QCoreApplication.translate(_CONTEXT, text)


def choice(name: str) -> ExportChoice:
    """Return the card of a format; KeyError when there is none."""
    return {each.name: each for each in CHOICES}[name]
