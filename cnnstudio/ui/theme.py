"""The one table of colours and type, and what makes Qt wear it: palette, style sheet, fonts."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from cnnstudio.paths import resource
from cnnstudio.ui.restyling import Restyler
from cnnstudio.ui.style_sheet import StyleSheetFiles, style_sheet

SchemeName = Literal["light", "dark", "system"]
FONT_FAMILY = "Inter"
TEXT_PX = 13
CAPTION_PX = 11
HEADING_PX = 16
TITLE_PX = 22
RADIUS_PX = 6


@dataclass(frozen=True, slots=True)
class Tokens:
    """Every colour the program uses, as ``"#rrggbb"``; nothing else names a colour."""

    window: str
    surface: str
    line: str
    text: str
    quiet: str
    accent: str
    on_accent: str
    """Text and marks on an accent ground."""
    good: str
    warning: str
    bad: str
    train_curve: str
    val_curve: str
    hover: str
    """Ground under the pointer."""
    selection: str
    """Ground of a selected row or card."""
    field: str
    """Ground of an input field."""
    strong_line: str
    """Border of input fields: 3:1 against the surface."""
    family: Mapping[str, str]
    """Colour of a layer family, by `LayerKind.family`."""


LIGHT = Tokens(
    window="#F6F7F9", surface="#FFFFFF", line="#DFE3E8", text="#1A1E24", quiet="#57606B", accent="#4F46E5",
    on_accent="#FFFFFF", good="#15803D", warning="#B45309", bad="#B91C1C", train_curve="#2563EB",
    val_curve="#C2410C", hover="#EDEFF3", selection="#E7E6FC", field="#FFFFFF", strong_line="#8B94A0",
    family=MappingProxyType({
        "input": "#475569", "output": "#475569", "convolution": "#2563EB", "pooling": "#0F766E", "resizing": "#0E7490",
        "activation": "#B45309", "normalisation": "#7C3AED", "dense": "#15803D", "merge": "#BE185D",
        "backbone": "#A21CAF"}))
DARK = Tokens(
    window="#15181D", surface="#1D2128", line="#313842", text="#E8EAED", quiet="#A3ACB8", accent="#8B8CF8",
    on_accent="#15181D", good="#4ADE80", warning="#FBBF24", bad="#F87171", train_curve="#60A5FA",
    val_curve="#FB923C", hover="#282E37", selection="#2D2F55", field="#181B21", strong_line="#6B7583",
    family=MappingProxyType({
        "input": "#94A3B8", "output": "#94A3B8", "convolution": "#60A5FA", "pooling": "#2DD4BF", "resizing": "#22D3EE",
        "activation": "#FBBF24", "normalisation": "#A78BFA", "dense": "#4ADE80", "merge": "#F472B6",
        "backbone": "#E879F9"}))

TOKEN_NAMES = tuple(field.name for field in fields(Tokens) if field.name != "family")

_PALETTE: tuple[tuple[QPalette.ColorRole, str], ...] = (  # four of them are only read by the style sheet
    (QPalette.ColorRole.Window, "window"),
    (QPalette.ColorRole.WindowText, "text"),
    (QPalette.ColorRole.Base, "surface"),
    (QPalette.ColorRole.AlternateBase, "window"),
    (QPalette.ColorRole.ToolTipBase, "field"),
    (QPalette.ColorRole.ToolTipText, "good"),
    (QPalette.ColorRole.PlaceholderText, "quiet"),
    (QPalette.ColorRole.Text, "text"),
    (QPalette.ColorRole.Button, "surface"),
    (QPalette.ColorRole.ButtonText, "text"),
    (QPalette.ColorRole.BrightText, "bad"),
    (QPalette.ColorRole.Light, "surface"),
    (QPalette.ColorRole.Midlight, "hover"),
    (QPalette.ColorRole.Mid, "line"),
    (QPalette.ColorRole.Dark, "strong_line"),
    (QPalette.ColorRole.Shadow, "selection"),
    (QPalette.ColorRole.Highlight, "accent"),
    (QPalette.ColorRole.HighlightedText, "on_accent"),
    (QPalette.ColorRole.Accent, "accent"),
    (QPalette.ColorRole.Link, "accent"),
    (QPalette.ColorRole.LinkVisited, "warning"),
)
ROLE_NAMES: dict[str, str] = {
    "window": "alternate-base", "surface": "base", "line": "mid", "text": "text", "quiet": "placeholder-text",
    "accent": "accent", "on_accent": "highlighted-text", "good": "tooltip-text", "warning": "link-visited",
    "bad": "bright-text", "hover": "midlight", "selection": "shadow", "field": "tooltip-base", "strong_line": "dark"}
"""What the style sheet calls the role of each colour it uses."""
_DISABLED_ROLES = (
    QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText,
    QPalette.ColorRole.HighlightedText)


class Theme(QObject):
    """The scheme in use; one for the program, made by `theme`."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._wanted: SchemeName = "system"
        self._tokens = LIGHT
        self._style_files = StyleSheetFiles()
        self._restyler = Restyler(self)
        self._application: QApplication | None = None

    @property
    def tokens(self) -> Tokens:
        """The colours in use."""
        return self._tokens

    @property
    def is_dark(self) -> bool:
        """Whether the dark table is in use."""
        return self._tokens is DARK

    @property
    def scheme(self) -> SchemeName:
        """What was asked for, ``"system"`` included."""
        return self._wanted

    def set_scheme(self, name: SchemeName) -> None:
        """Wear the light or the dark table, or the one the desktop asks for (light where it is silent)."""
        self._wanted = name
        tokens = DARK if name == "dark" or (name == "system" and _system_is_dark()) else LIGHT
        if tokens is not self._tokens:
            self._tokens = tokens
            if self._application is not None:
                self._wear(self._application)
                self._restyler.restyle()
            self.changed.emit()

    def color(self, token: str) -> QColor:
        """Return a token's colour, such as ``color("accent")``; family names work too."""
        if token in self._tokens.family:
            return QColor(self._tokens.family[token])
        return QColor(getattr(self._tokens, token))

    def family_color(self, family: str) -> QColor:
        """Return the colour of a layer family; an unknown family is quiet."""
        return QColor(self._tokens.family.get(family, self._tokens.quiet))

    def readable_on(self, ground: QColor) -> QColor:
        """Return the colour, of text and its opposites, that reads best on ``ground``."""
        choices = [self.color(name) for name in ("text", "on_accent", "surface")]
        return max(choices, key=lambda color: contrast(color, ground))

    def install(self, application: QApplication) -> None:
        """Give the application the Fusion style, the bundled font, the palette and the style sheet."""
        load_fonts()
        application.setStyle("Fusion")
        application.setFont(font())
        self.set_scheme(self._wanted)
        self._wear(application)
        application.setStyleSheet(style_sheet(ROLE_NAMES, self._style_files))
        self._application = application
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._follow_system)

    def _follow_system(self) -> None:
        if self._wanted == "system":
            self.set_scheme("system")

    def _wear(self, application: QApplication) -> None:
        self._style_files.draw(self._tokens)
        application.setPalette(palette(self._tokens))


@cache
def theme() -> Theme:
    """Return the program's theme."""
    return Theme()


def palette(tokens: Tokens) -> QPalette:
    """Return a Qt palette that says the same as ``tokens``."""
    result = QPalette()
    for role, name in _PALETTE:
        result.setColor(role, QColor(getattr(tokens, name)))
    faded = QColor(tokens.quiet)
    faded.setAlphaF(0.6)
    for role in _DISABLED_ROLES:
        result.setColor(QPalette.ColorGroup.Disabled, role, faded)
    result.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Highlight, QColor(tokens.line))
    return result


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast ratio of two opaque colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    light, dark = sorted((_luminance(one.redF(), one.greenF(), one.blueF()),
                          _luminance(other.redF(), other.greenF(), other.blueF())), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@lru_cache(maxsize=512)
def _luminance(red: float, green: float, blue: float) -> float:
    """Return the relative luminance of parts from 0 to 1; kept, for grids of numbers ask for the same colours again."""
    parts = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in (red, green, blue)]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def mixed(ground: QColor, color: QColor, share: float) -> QColor:
    """Return ``color`` laid over ``ground`` with opacity ``share``, as an opaque colour."""
    red, green, blue = (low + (high - low) * share for low, high in (
        (ground.redF(), color.redF()), (ground.greenF(), color.greenF()), (ground.blueF(), color.blueF())))
    return QColor.fromRgbF(red, green, blue)


@cache
def load_fonts() -> tuple[str, ...]:
    """Make the bundled fonts known to Qt; return the families found in them."""
    families: list[str] = []
    for path in sorted(resource("fonts/inter").glob("*.otf")):
        number = QFontDatabase.addApplicationFont(str(path))
        families += QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
    return tuple(dict.fromkeys(families))


def font(size_px: int = TEXT_PX, weight: int = 400, *, tabular: bool = True) -> QFont:
    """Return the program's font; ``tabular`` makes all digits equally wide, for tables and plots."""
    return QFont(_font(size_px, weight, tabular))


@cache
def _font(size_px: int, weight: int, tabular: bool) -> QFont:
    """Make a font once: lists ask for theirs at every cell they paint."""
    result = QFont(FONT_FAMILY)
    result.setPixelSize(size_px)
    result.setWeight(QFont.Weight(weight))
    result.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if tabular:
        result.setFeature(QFont.Tag("tnum"), 1)
    return result


def code_font(size_px: int = 12) -> QFont:
    """Return the monospaced face for code."""
    result = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    result.setPixelSize(size_px)
    return result


def _system_is_dark() -> bool:
    application = QGuiApplication.instance()
    return (isinstance(application, QGuiApplication)
            and application.styleHints().colorScheme() == Qt.ColorScheme.Dark)
