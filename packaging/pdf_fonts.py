"""Makes the TrueType fonts of the PDF reports from the bundled OpenType ones: ``python packaging/pdf_fonts.py``.

The library that writes the PDF embeds TrueType outlines only. Cubic curves become quadratic ones within 1 of 1,000
units, and the scripts are those that Inter draws: Latin, Greek, Cyrillic, and the signs the program itself uses.
"""

from pathlib import Path

from fontTools import subset
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable

FOLDER = Path(__file__).parents[1] / "resources/fonts/inter"
STYLES = ("Regular", "SemiBold")
RANGES = ((0x20, 0x24F), (0x300, 0x52F), (0x2000, 0x206F), (0x2070, 0x22FF), (0x2500, 0x27BF), (0xFFFD, 0xFFFD))
ERROR_UNITS = 2.0
"""Of the font's 2,048 to an em."""


def convert(source: Path, target: Path) -> None:
    """Write ``source`` with quadratic outlines and fewer characters to ``target``."""
    font = TTFont(source)
    wanted = subset.Subsetter(subset.Options(layout_features=[], notdef_outline=True))
    wanted.populate(unicodes=[code for first, last in RANGES for code in range(first, last + 1)])
    wanted.subset(font)
    _to_quadratic(font)
    font.save(target)


def _to_quadratic(font: TTFont) -> None:
    glyphs, order = font.getGlyphSet(), font.getGlyphOrder()
    table = newTable("glyf")
    table.glyphOrder, table.glyphs = order, {name: _glyph(glyphs[name]) for name in order}
    font["loca"], font["glyf"] = newTable("loca"), table
    table.compile(font)  # which works out the glyphs' edges
    for name, glyph in table.glyphs.items():
        font["hmtx"][name] = (font["hmtx"][name][0], getattr(glyph, "xMin", 0))
    del font["CFF "]
    if "VORG" in font:
        del font["VORG"]
    maximum = font["maxp"]
    maximum.tableVersion = 0x00010000
    for name in ("maxZones", "maxTwilightPoints", "maxStorage", "maxFunctionDefs", "maxInstructionDefs",
                 "maxStackElements", "maxSizeOfInstructions", "maxComponentElements", "maxComponentDepth", "maxPoints",
                 "maxContours", "maxCompositePoints", "maxCompositeContours"):
        setattr(maximum, name, 0)
    maximum.maxZones = 1
    font["post"].formatType, font["post"].extraNames, font["post"].mapping = 2.0, [], {}
    font.sfntVersion = "\x00\x01\x00\x00"


def _glyph(drawn: object) -> object:
    pen = TTGlyphPen(None)
    drawn.draw(Cu2QuPen(pen, ERROR_UNITS, reverse_direction=True))  # type: ignore[attr-defined]
    return pen.glyph()


if __name__ == "__main__":
    for style in STYLES:
        convert(FOLDER / f"Inter-{style}.otf", FOLDER / f"Inter-{style}.ttf")
