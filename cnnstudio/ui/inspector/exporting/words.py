"""What must be known of a heatmap that leaves the page: the epoch it is of, and that it is not smoothed."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from cnnstudio.ui.inspector.exporting.subject import ExportSubject

_CONTEXT = "export_words"


def _text(text: str) -> str:
    """Mark ``text`` for translation in this module's context."""
    return str(QT_TRANSLATE_NOOP("export_words", text))


_EPOCH = _text("Made with the weights after epoch {epoch}, not with the best ones.")
_UNTRAINED = _text("Made with the weights before training, not with the best ones.")
_SINGLE = _text("The page shows a mean over the last pictures; this is the map of the single one.")


def about(subject: ExportSubject) -> str:
    """Return the sentences about an export; empty where it is what everybody expects."""
    words = [] if subject.epoch is None else [_EPOCH if subject.epoch else _UNTRAINED]
    words += [_SINGLE] * subject.is_smoothed
    return " ".join(QCoreApplication.translate(_CONTEXT, text).format(epoch=subject.epoch) for text in words)
