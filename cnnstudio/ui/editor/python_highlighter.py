"""Colours Python code with the theme's colours."""
# ruff: noqa: N802 -- Qt's names

import re

from PySide6.QtGui import QSyntaxHighlighter, QTextCharFormat, QTextDocument

from cnnstudio.ui.theme import theme

_PARTS = re.compile(
    r"(?P<quiet>#.*$)"
    r"|(?P<dense>\"\"\".*?\"\"\"|\"[^\"\n]*\"|'[^'\n]*')"
    r"|\b(?P<convolution>import|from|as|class|def|return|for|in|if|else|super|not|and|or|raise|with|None|True|False)\b"
    r"|\b(?P<normalisation>self)\b"
    r"|\b(?P<activation>\d[\d_]*(?:\.\d+)?(?:e-?\d+)?)\b")
_COLORS = ("quiet", "dense", "convolution", "normalisation", "activation")
_QUOTES = '"""'
_IN_STRING, _OUTSIDE = 1, 0


class PythonHighlighter(QSyntaxHighlighter):
    """Colours keywords, numbers, strings and comments with the theme's colours."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._looks: dict[str, QTextCharFormat] = {}
        self._read_theme()
        theme().changed.connect(self._on_theme_changed)

    def highlightBlock(self, text: str) -> None:
        """Colour one line; long strings go on from line to line."""
        was_inside = self.previousBlockState() == _IN_STRING
        end = text.find(_QUOTES) + len(_QUOTES) if _QUOTES in text else len(text)
        start = end if was_inside else 0
        if was_inside:
            self.setFormat(0, end, self._looks["dense"])
        for found in _PARTS.finditer(text, start):
            self.setFormat(found.start(), found.end() - found.start(), self._looks[str(found.lastgroup)])
        code = text.partition("#")[0]
        is_inside = was_inside != (code.count(_QUOTES) % 2 == 1)
        self.setCurrentBlockState(_IN_STRING if is_inside else _OUTSIDE)
        if is_inside and not was_inside:
            opening = code.rfind(_QUOTES)
            self.setFormat(opening, len(text) - opening, self._looks["dense"])

    def _read_theme(self) -> None:
        for name in _COLORS:
            look = QTextCharFormat()
            look.setForeground(theme().color(name))
            self._looks[name] = look

    def _on_theme_changed(self) -> None:
        self._read_theme()
        self.rehighlight()
