"""What a command prints: one JSON object a line or aligned tables on stdout, everything else on stderr."""

import io
import json
import math
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import PurePath
from typing import Any, TextIO

from cnnstudio.wording import translate
from cnnstudio.workspace.jobs import Progress

_BAR_CELLS = 20


class Output:
    """The two streams of one command.

    Parameters
    ----------
    as_json
        Events go to stdout as JSON objects, one a line, and text for people is left out.
    stdout, stderr
        The streams; the process's own unless given.
    """

    def __init__(self, *, as_json: bool, stdout: TextIO | None = None, stderr: TextIO | None = None) -> None:
        self.as_json = as_json
        # A program without a console (pythonw) has no streams at all.
        self._stdout: TextIO = stdout or sys.stdout or io.StringIO()
        self._stderr: TextIO = stderr or sys.stderr or io.StringIO()
        self._shows_progress = self._stderr.isatty()
        self._progress_width = 0

    def event(self, name: str, /, **fields: Any) -> None:
        """Print ``{"event": name, ...}`` when JSON is wanted, else nothing."""
        if self.as_json:
            self._print(json.dumps({"event": name, **plain(fields)}, allow_nan=False), self._stdout)

    def text(self, line: str = "") -> None:
        """Print a line for people, unless JSON is wanted."""
        if not self.as_json:
            self._print(line, self._stdout)

    def table(self, headers: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
        """Print an aligned table for people; numbers stand at the right with thousands separated."""
        for line in table_lines(headers, rows):
            self.text(line)

    def warning(self, message: str) -> None:
        """Tell something the user should know, on stderr."""
        self._print(translate("cli", "Note: {message}", message=message), self._stderr)

    def error(self, message: str, drawing: str = "") -> None:
        """Tell why the command ends: the sentence on stderr, and an error event on stdout when JSON is wanted."""
        self.event("error", message=message)
        self._print(message, self._stderr)
        if drawing and not self.as_json:
            self._print(drawing, self._stderr)

    def progress(self, progress: Progress) -> None:
        """Show how far the work is, in place, when stderr is a terminal."""
        if not self._shows_progress:
            return
        line = progress_line(progress)
        self._stderr.write("\r" + line.ljust(self._progress_width))
        self._stderr.flush()
        self._progress_width = len(line)

    def end_progress(self) -> None:
        """Wipe the progress line."""
        if self._progress_width:
            self._stderr.write("\r" + " " * self._progress_width + "\r")
            self._stderr.flush()
            self._progress_width = 0

    @contextmanager
    def whole_lines(self) -> Iterator[None]:
        """Leave no half progress line behind, however the block ends."""
        try:
            yield
        finally:
            self.end_progress()

    def _print(self, line: str, stream: TextIO) -> None:
        self.end_progress()
        stream.write(line + "\n")
        stream.flush()


def progress_line(progress: Progress) -> str:
    """Return ``"decoding images  ██████░░░░  1,204 / 9,000"``."""
    if progress.total <= 0:
        return f"{progress.text} …"
    full = round(_BAR_CELLS * min(1.0, progress.done / progress.total))
    bar = "█" * full + "░" * (_BAR_CELLS - full)
    return f"{progress.text}  {bar}  {progress.done:,} / {progress.total:,}"


def plain(value: Any) -> Any:
    """Return ``value`` made of what strict JSON knows; numbers that are not finite become null."""
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(item) for item in value]
    if hasattr(value, "tolist"):
        return plain(value.tolist())
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    return str(value) if isinstance(value, PurePath) else value


def table_lines(headers: Sequence[str], rows: Sequence[Sequence[object]]) -> list[str]:
    """Return the lines of a table with a rule below the headers."""
    cells = [[cell_text(cell) for cell in row] for row in rows]
    widths = [max(len(column[0]), *map(len, column)) for column in zip(headers, *cells, strict=True)]
    numeric = [bool(rows) and all(isinstance(row[column], int | float | None) for row in rows)
               for column in range(len(headers))]

    def line(texts: Sequence[str]) -> str:
        pairs = zip(texts, widths, numeric, strict=True)
        return "  ".join(text.rjust(width) if right else text.ljust(width) for text, width, right in pairs).rstrip()

    return [line(headers), "  ".join("─" * width for width in widths), *map(line, cells)]


def cell_text(cell: object) -> str:
    """Return one value as a table shows it."""
    if cell is None:
        return "–"
    if isinstance(cell, float):
        return f"{cell:.4f}" if math.isfinite(cell) else translate("cli", "not a number")
    return f"{cell:,}" if isinstance(cell, int) else printable(str(cell))


def printable(text: str) -> str:
    """Return ``text`` on one line without control characters, as names from files may hold anything."""
    return "".join(char if char.isprintable() else repr(char)[1:-1] for char in text)


def percent(share: float) -> str:
    """Return ``"97.3 %"``."""
    return f"{share * 100:.1f} %"
