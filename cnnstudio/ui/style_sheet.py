"""The style sheet's text, whose colours are roles of the palette, and the small tinted marks it points at."""

from collections.abc import Mapping
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING

from PySide6.QtCore import QTemporaryDir
from PySide6.QtGui import QPixmapCache

if TYPE_CHECKING:
    from cnnstudio.ui.theme import Tokens

_MARKS = {
    "down": '<path d="M4 6.5 8 10.5 12 6.5"/>',
    "up": '<path d="M4 9.5 8 5.5 12 9.5"/>',
    "right": '<path d="M6.5 4 10.5 8 6.5 12"/>',
    "check": '<path d="M3.5 8.5 6.5 11.5 12.5 5"/>',
    "dash": '<path d="M4 8H12"/>',
    "dot": '<circle cx="8" cy="8" r="2.4" fill="{color}"/>',
}
_MARK_COLORS = {"down": "quiet", "up": "quiet", "right": "quiet", "check": "on_accent", "dash": "on_accent",
                "dot": "on_accent"}
_SVG = ('<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" viewBox="0 0 16 16" fill="none" '
        'stroke="{color}" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round">{body}</svg>')


class StyleSheetFiles:
    """Tinted SVG marks (arrows, ticks) in a folder that lives as long as this object.

    A style sheet can only point at files, and their colour depends on the scheme.
    """

    def __init__(self) -> None:
        self._folder = QTemporaryDir()

    def path(self, name: str) -> str:
        """Return the path of mark ``name``, with forward slashes as a style sheet wants them."""
        return (Path(self._folder.path()) / f"{name}.svg").as_posix()

    def draw(self, tokens: "Tokens") -> None:
        """Write the marks in the colours of a scheme; what Qt has drawn of them before is forgotten."""
        for name, body in _MARKS.items():
            color = getattr(tokens, _MARK_COLORS[name])
            Path(self.path(name)).write_text(
                _SVG.format(color=color, body=body.format(color=color)), encoding="utf-8")
        QPixmapCache.clear()


def style_sheet(roles: Mapping[str, str], files: StyleSheetFiles) -> str:
    """Return the application's style sheet, the same for all schemes.

    Parameters
    ----------
    roles
        For each colour what a style sheet calls the role of the palette that holds it: ``"window"``.
    files
        The marks it points at.
    """
    values = {name: f"palette({role})" for name, role in roles.items()}
    values |= {f"mark_{name}": files.path(name) for name in _MARKS}
    return "".join(Template(part).substitute(values) for part in _PARTS)


_TYPE = """
QToolTip { background: $surface; color: $text; border: 1px solid $line; padding: 6px 8px; }
QLabel { background: transparent; }
QLabel[role="title"] { font-size: 22px; font-weight: 600; }
QLabel[role="heading"] { font-size: 16px; font-weight: 600; }
QLabel[role="subheading"] { font-size: 13px; font-weight: 600; }
QLabel[role="caption"] { font-size: 11px; color: $quiet; }
QLabel[role="quiet"] { color: $quiet; }
QLabel[role="good"] { color: $good; }
QLabel[role="warning"] { color: $warning; }
QLabel[role="bad"] { color: $bad; }
QLabel#plot_readout { background: $surface; border: 1px solid $line; border-radius: 6px; padding: 4px 8px;
  font-size: 11px; }
"""
_FRAMES = """
QFrame[card="true"] { background: $surface; border: 1px solid $line; border-radius: 6px; }
QFrame[panel="true"] { background: $surface; border: 0; }
QFrame[line="true"] { background: $line; border: 0; }
QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: 0; }
QAbstractScrollArea::corner { background: transparent; border: 0; }
QSplitter::handle { background: transparent; }
QSplitter::handle:hover { background: $line; }
QGroupBox { font-weight: 600; border: 1px solid $line; border-radius: 6px; margin-top: 20px; padding: 12px; }
QGroupBox::title { subcontrol-origin: margin; left: 0; padding: 0 2px; }
"""
_BUTTONS = """
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QPushButton { background: $surface; color: $text; border: 1px solid $line; border-radius: 6px;
  padding: 6px 14px; min-height: 18px; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $line; }
QPushButton:focus, QToolButton:focus { border: 1px solid $accent; outline: 0; }
QPushButton:checked { background: $selection; border-color: $accent; }
QPushButton:disabled { color: $strong_line; background: $window; }
QPushButton[primary="true"] { background: $accent; color: $on_accent; border: 1px solid $accent; font-weight: 600; }
QPushButton[primary="true"]:hover { border-color: $text; }
QPushButton[primary="true"]:focus { border: 2px solid $text; padding: 5px 13px; }
QPushButton[primary="true"]:disabled { background: $line; border-color: $line; color: $quiet; }
QPushButton[segment="true"] { padding: 3px 6px; }
QPushButton[flat="true"] { background: transparent; border-color: transparent; color: $accent; }
QPushButton[flat="true"]:hover { background: $hover; }
QPushButton[flat="true"]:focus { border-color: $accent; }
QPushButton[flat="true"]:disabled { color: $strong_line; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: 6px; padding: 4px; }
QToolButton:hover { background: $hover; }
QToolButton:pressed { background: $line; }
QToolButton:checked { background: $selection; color: $accent; }
QToolButton:disabled { color: $strong_line; }
QToolButton[popupMode="1"] { padding-right: 18px; }
QToolButton::menu-indicator { image: none; }
"""
_FIELDS = """
QLineEdit, QAbstractSpinBox, QComboBox, QPlainTextEdit, QTextEdit { background: $field; color: $text;
  border: 1px solid $strong_line; border-radius: 6px; padding: 4px 8px; min-height: 20px;
  selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit:focus, QAbstractSpinBox:focus, QComboBox:focus, QPlainTextEdit:focus, QTextEdit:focus {
  border-color: $accent; }
QLineEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled { color: $strong_line; border-color: $line; }
QLineEdit[invalid="true"], QAbstractSpinBox[invalid="true"] { border-color: $bad; }
QAbstractSpinBox QLineEdit { border: 0; padding: 0 0 0 6px; min-height: 0; background: transparent; }
QAbstractSpinBox { padding: 4px 22px 4px 0; }
QAbstractSpinBox[cell="true"] { padding: 4px 0; }
QAbstractSpinBox[cell="true"] QLineEdit { padding: 0; }
QAbstractSpinBox[small="true"] { padding: 1px 0; min-height: 18px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { subcontrol-origin: border; width: 20px;
  background: transparent; border: 0; }
QAbstractSpinBox::up-button { subcontrol-position: top right; margin: 2px 2px 0 0; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; margin: 0 2px 2px 0; }
QAbstractSpinBox[cell="true"]::up-button, QAbstractSpinBox[cell="true"]::down-button { width: 0; margin: 0; }
QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover { background: $hover; }
QAbstractSpinBox::up-arrow { image: url("$mark_up"); width: 10px; height: 10px; }
QAbstractSpinBox::down-arrow { image: url("$mark_down"); width: 10px; height: 10px; }
QAbstractSpinBox[cell="true"]::up-arrow, QAbstractSpinBox[cell="true"]::down-arrow { image: none; width: 0; }
QComboBox::drop-down { subcontrol-origin: border; subcontrol-position: center right; width: 24px; border: 0; }
QComboBox::down-arrow { image: url("$mark_down"); width: 14px; height: 14px; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $line; padding: 4px; outline: 0;
  selection-background-color: $selection; selection-color: $text; }
QComboBox QAbstractItemView::item { min-height: 26px; padding: 0 6px; }
QCheckBox, QRadioButton { spacing: 8px; background: transparent; }
QCheckBox::indicator, QRadioButton::indicator { width: 16px; height: 16px; border: 1px solid $strong_line;
  background: $field; }
QCheckBox::indicator { border-radius: 4px; }
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover, QCheckBox::indicator:focus { border-color: $accent; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url("$mark_check"); }
QCheckBox::indicator:indeterminate { background: $accent; border-color: $accent; image: url("$mark_dash"); }
QRadioButton::indicator:checked { background: $accent; border-color: $accent; image: url("$mark_dot"); }
QSlider:horizontal { min-height: 20px; }
QSlider::groove:horizontal { height: 4px; background: $line; border-radius: 2px; }
QSlider::sub-page:horizontal { background: $accent; border-radius: 2px; }
QSlider::handle:horizontal { width: 14px; height: 14px; margin: -6px 0; border-radius: 8px; background: $surface;
  border: 2px solid $accent; }
QSlider::sub-page:horizontal:disabled { background: $line; }
QSlider::handle:horizontal:disabled { border-color: $line; }
QSlider::handle:horizontal:hover, QSlider::handle:horizontal:focus { background: $accent; }
"""
_VIEWS = """
QAbstractItemView { background: $surface; border: 1px solid $line; border-radius: 6px; outline: 0;
  selection-background-color: $selection; selection-color: $text; }
QAbstractItemView:focus { border-color: $accent; }
QAbstractItemView::item:selected { background: $selection; color: $text; }
QAbstractItemView::item:hover { background: $hover; }
QAbstractItemView::item:selected:hover { background: $selection; }
QAbstractItemView[bare="true"] { border: 0; background: transparent; }
QTableView, QTreeView { gridline-color: $line; alternate-background-color: $window; }
QTableView::item, QTreeView::item { padding: 4px 8px; }
QHeaderView { background: $surface; border: 0; }
QHeaderView::section { background: $surface; color: $quiet; border: 0; border-bottom: 1px solid $line;
  padding: 6px 11px; font-weight: 600; }
QHeaderView::down-arrow { image: url("$mark_down"); width: 12px; height: 12px; }
QHeaderView::up-arrow { image: url("$mark_up"); width: 12px; height: 12px; }
QTableCornerButton::section { background: $surface; border: 0; }
QTreeView::branch:has-children:closed { image: url("$mark_right"); }
QTreeView::branch:has-children:open { image: url("$mark_down"); }
QGraphicsView { border: 1px solid $line; border-radius: 6px; }
QTabWidget::pane { border: 0; border-top: 1px solid $line; }
QTabBar { background: transparent; qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: $quiet; padding: 8px 12px; border: 0;
  border-bottom: 2px solid transparent; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $text; border-bottom-color: $accent; }
QTabBar::tab:focus { color: $accent; }
"""
_BARS = """
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $line; border-radius: 4px; margin: 2px; }
QScrollBar::handle:hover { background: $strong_line; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page { background: none;
  border: 0; width: 0; height: 0; }
QProgressBar { background: $line; border: 0; border-radius: 3px; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QDialog#command_palette { background: $window; border: 1px solid $strong_line; }
QMenu { background: $surface; border: 1px solid $line; padding: 4px; }
QMenu::item { padding: 6px 28px 6px 12px; border-radius: 4px; }
QMenu::item:selected { background: $selection; color: $text; }
QMenu::item:disabled { color: $strong_line; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QMenu::icon { padding-left: 8px; }
"""
_SHELL = """
QFrame#rail { background: $surface; border: 0; border-right: 1px solid $line; }
QFrame#rail QToolButton { color: $quiet; font-size: 11px; border-radius: 6px; padding: 8px 2px; }
QFrame#rail QToolButton:checked { color: $accent; background: $selection; font-weight: 600; }
QFrame#header { background: $surface; border: 0; border-bottom: 1px solid $line; }
QFrame#status_line { background: $surface; border: 0; border-top: 1px solid $line; }
QFrame#status_line QLabel { font-size: 11px; color: $quiet; }
QFrame#status_line QToolButton { padding: 2px; }
QFrame#message_line { background: $surface; border: 1px solid $line; border-left: 4px solid $accent;
  border-top-right-radius: 6px; border-bottom-right-radius: 6px; }
QFrame#message_line[severity="warning"] { border-left-color: $warning; }
QFrame#message_line[severity="error"] { border-left-color: $bad; }
QFrame#message_line[severity="good"] { border-left-color: $good; }
QPushButton[sample_card="true"] { background: $surface; border: 1px solid $line; border-radius: 6px; padding: 0;
  text-align: left; }
QPushButton[sample_card="true"]:hover { border-color: $accent; background: $surface; }
QPushButton[sample_card="true"]:focus { border: 2px solid $accent; }
"""
_PARTS = (_TYPE, _FRAMES, _BUTTONS, _FIELDS, _VIEWS, _BARS, _SHELL)
