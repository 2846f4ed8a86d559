"""Cells of tables that a spreadsheet program may open: text that looks like a formula is made plain, there and back."""

import re

_FORMULA = re.compile(r"'*[=+\-@\t\r]")


def safe_cell(text: str) -> str:
    """Return a cell that no spreadsheet program takes for a formula; `plain_cell` gives the text back."""
    return f"'{text}" if _FORMULA.match(text) else text


def plain_cell(cell: str) -> str:
    """Return the text that `safe_cell` was given."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell[1:]) else cell
