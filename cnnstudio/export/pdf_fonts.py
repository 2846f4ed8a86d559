"""The fonts of a PDF: the bundled Inter, the reader's own for Chinese, Japanese and Korean, a sign for the rest."""

from functools import cache
from itertools import groupby
from typing import Any

from cnnstudio import paths
from cnnstudio.errors import StorageError
from cnnstudio.wording import translate

REGULAR, BOLD = "Inter", "Inter-SemiBold"
MISSING = "\N{REPLACEMENT CHARACTER}"
"""Stands for a character that no font of the PDF has."""
_FILES = ((REGULAR, "Inter-Regular.ttf"), (BOLD, "Inter-SemiBold.ttf"))
_ASIAN = (("HeiseiMin-W3", 0x3040, 0x30FF), ("HYSMyeongJo-Medium", 0xAC00, 0xD7A3), ("STSong-Light", 0x3000, 0x303F),
          ("STSong-Light", 0x4E00, 0x9FFF), ("STSong-Light", 0xFF01, 0xFF60))
"""Fonts that PDF readers bring along (Adobe's character collections), by the characters they are used for."""


@cache
def register_fonts() -> None:
    """Make the fonts known to reportlab; once a process.

    Raises
    ------
    StorageError
        When the program's own font files cannot be read.
    """
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFError, TTFont

    for name, file in _FILES:
        try:
            registerFont(TTFont(name, str(paths.resource(f"fonts/inter/{file}"))))
        except (TTFError, OSError) as error:
            raise StorageError(translate(
                "export", "The font {file} of the program cannot be read: {reason}. Install the program again.",
                file=file, reason=error)) from error
    for name in dict.fromkeys(font for font, _, _ in _ASIAN):
        registerFont(UnicodeCIDFont(name))


@cache
def _characters() -> frozenset[int]:
    from reportlab.pdfbase.pdfmetrics import getFont

    font: Any = getFont(REGULAR)
    return frozenset(font.face.charToGlyph)


def drawable(text: str, *, as_markup: bool = False) -> str:
    """Return ``text`` with every character that cannot be drawn as `MISSING`.

    Parameters
    ----------
    as_markup : ``text`` is escaped already; Chinese, Japanese and Korean parts then get a font of the reader
    """
    parts = []
    for font, characters in groupby(text, _font_of):
        run = "".join(characters)
        if font == REGULAR:
            parts.append(run)
        elif font and as_markup:
            parts.append(f'<font name="{font}">{run}</font>')
        else:
            parts.append(MISSING * len(run))
    return "".join(parts)


def _font_of(character: str) -> str:
    code = ord(character)
    if code in _characters() or character in "\n\t":
        return REGULAR
    return next((font for font, first, last in _ASIAN if first <= code <= last), "")
