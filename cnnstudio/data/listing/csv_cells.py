"""Tables that a spreadsheet program may open: text that looks like a formula is made plain, there and back."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

_FORMULA = re.compile(r"'*[=+\-@\t\r]")


def safe_cell(text: str) -> str:
    """Return a cell that no spreadsheet program takes for a formula; `plain_cell` gives the text back."""
    return f"'{text}" if _FORMULA.match(text) else text


def plain_cell(cell: str) -> str:
    """Return the text that `safe_cell` was given."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell[1:]) else cell


def csv_text(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return a line of column names and one line a row; None is an empty cell, text is made plain by `safe_cell`."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(columns)
    writer.writerows([safe_cell(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)
    return text.getvalue()


def csv_bytes(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """Return `csv_text` as UTF-8 with a byte order mark, as spreadsheet programs expect it; odd file names survive."""
    return csv_text(columns, rows).encode("utf-8-sig", "surrogateescape")
