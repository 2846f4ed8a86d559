"""Puts what is on show into another language: each text that was translated is found again and translated anew."""

import html
import re
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from cnnstudio.ui.shown_texts import address, shown_texts

_PIECE_S = 0.015
_FEWEST_LETTERS = 3
"""A pattern with fewer letters of its own, such as ``{name}: {value}``, would fit anything."""
KEY_NAMES = "QShortcut"
"""The context of Qt's own names of keys."""
_ENDS = (" (", ". ", ": ")
_FUNCTION_KEY = re.compile(r"F\d+")
"""F1 is also a figure's name."""
_NAME = re.compile(r"(\{[^{}]*\})")
_VALUE = r"((?:(?! · |\n).)*?)"
"""What may stand for a name; what is put side by side are texts of their own."""
_BETWEEN = (re.compile(r"(\n+)"), re.compile(r"( · |\t| ⚠)"), re.compile(r"( \((?=[^()]*\)$)|\)$)"),
            re.compile(r"((?<=[.!?…~⟧]) +)"), re.compile(r"(, |: | – |\+)"))


@dataclass(frozen=True, slots=True)
class Served:
    """Where a text came from."""

    context: str
    text: str


class ServedTexts:
    """Every text that was given out in one language, and what it is a translation of."""

    def __init__(self) -> None:
        self._sources: dict[str, dict[Served, None]] = {}

    def add(self, words: str, served: Served) -> None:
        """Keep in mind that ``words`` were given for ``served``."""
        self._sources.setdefault(words, {})[served] = None

    def find(self, words: str) -> tuple[Served, ...]:
        """Return what ``words`` were given for, the name of a key last: Shift is also something done to images."""
        return tuple(sorted(self._sources.get(words, ()), key=lambda served: served.context == KEY_NAMES))

    def beginning_with(self, beginning: str) -> Served | None:
        """Return what a text was given for that begins so, if there is one."""
        found = (sources for words, sources in self._sources.items() if words.startswith(beginning))
        return next((next(iter(sources)) for sources in found), None)

    def patterns(self) -> "list[_Pattern]":
        """Return those with names in braces, the ones with most letters of their own first."""
        found = (_Pattern.of(words, next(iter(sources)))
                 for words, sources in list(self._sources.items()) if "{" in words)
        return sorted((pattern for pattern in found if pattern.letters >= _FEWEST_LETTERS),
                      key=lambda pattern: -pattern.letters)


@dataclass(frozen=True, slots=True)
class _Pattern:
    """A text with names in braces, as what it looks like once they are filled in."""

    served: Served
    names: tuple[str, ...]
    expression: str
    anchor: str
    letters: int

    @classmethod
    def of(cls, words: str, served: Served) -> "_Pattern":
        parts = _NAME.split(words)
        literals = parts[::2]
        expression = "".join(_VALUE if number % 2 else re.escape(part) for number, part in enumerate(parts))
        return cls(served, tuple(_bare(name) for name in parts[1::2]), expression, max(literals, key=len),
                   sum(letter.isalpha() for part in literals for letter in part))

    def values(self, text: str) -> tuple[str, ...] | None:
        """Return what stands for the names in ``text``, or None where it is another text."""
        if self.anchor not in text:
            return None
        match = re.fullmatch(self.expression, text, re.DOTALL)
        return match.groups() if match else None


def _bare(name: str) -> str:
    """Return ``"share"`` of ``"{share:.1%}"``."""
    return re.split(r"[:!]", name.strip("{}"))[0]


class Rewording:
    """Finds texts again by what was given out in the old language, and gives them in the new one.

    Parameters
    ----------
    served
        What was given out in the old language.
    translate
        Context and English text to the text in the new language.
    """

    def __init__(self, served: ServedTexts, translate: Callable[[str, str], str]) -> None:
        self._served, self._translate = served, translate
        self._patterns = served.patterns()
        self._known: dict[str, str] = {}

    def text(self, words: str, contexts: Iterable[str] = ()) -> str:
        """Return ``words`` in the new language; what was never translated stays as it is.

        Where one text of the old language stands for several of the new, one from ``contexts`` is preferred.
        """
        if not any(letter.isalpha() for letter in words):
            return words
        sources = self._served.find(words)
        if sources:
            near = next((one for name in contexts for one in sources if one.context == name), sources[0])
            return self._translate(near.context, near.text)
        if words not in self._known:
            self._known[words] = self._put_together(words)
        return self._known[words]

    def _put_together(self, words: str) -> str:
        if words.startswith("<qt>") and words.endswith("</qt>"):
            return self._tip(words)
        return self._filled(words) or self._begun(words) or self._in_parts(words)

    def _tip(self, words: str) -> str:
        plain = html.unescape(words[4:-5].replace("<br>", "\n"))
        return f"<qt>{html.escape(self.text(plain)).replace(chr(10), '<br>')}</qt>"

    def _filled(self, words: str) -> str | None:
        for pattern in self._patterns:
            values = pattern.values(words)
            if values is not None:
                by_name = dict(zip(pattern.names, map(self.text, values), strict=True))
                template = self._translate(pattern.served.context, pattern.served.text)
                return "".join(by_name.get(_bare(part), part) if number % 2 else part
                               for number, part in enumerate(_NAME.split(template)))
        return None

    def _begun(self, words: str) -> str | None:
        """Return the beginning of what ``words`` are the beginning of: a title without its unit, a first sentence."""
        for end in _ENDS:
            found = self._served.beginning_with(words.removesuffix(".") + end)
            if found is not None:
                stop = "." if words.endswith(".") else ""
                return self._translate(found.context, found.text).split(end)[0] + stop
        return None

    def _in_parts(self, words: str) -> str:
        stripped = words.strip()
        if stripped != words:
            return words.replace(stripped, self.text(stripped))
        for between in _BETWEEN:
            parts = between.split(words)
            if len(parts) > 1:
                near = (KEY_NAMES,) if parts[1] == "+" else ()
                is_key = _FUNCTION_KEY.fullmatch if parts[1] in ("+", " (") else lambda _part: None
                return "".join(part if number % 2 or is_key(part) else self.text(part, near)
                               for number, part in enumerate(parts))
        return words


class Reworder(QObject):
    """Has all widgets follow: those that are seen at once, the rest piece by piece afterwards."""

    ended = Signal()
    """All have followed."""

    def __init__(self, served: ServedTexts, translate: Callable[[str, str], str],
                 parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rewording = Rewording(served, translate)
        self._done: set[int] = set()
        self._old = {address(widget) for widget in QApplication.allWidgets()}
        """Those made before the change; later ones speak the new language already and would be reworded twice."""
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._reword_piece)

    @property
    def is_at_work(self) -> bool:
        """Whether widgets that are not seen are still to follow."""
        return self._soon.isActive()

    def reword(self) -> None:
        """Reword what is seen now and have the rest follow."""
        for widget in QApplication.allWidgets():
            if widget.isVisible():
                self._reword(widget)
        self._soon.start()

    def finish(self) -> None:
        """Reword the rest now."""
        if not self._soon.isActive():
            return
        self._soon.stop()
        for widget in self._left():
            self._reword(widget)
        self.ended.emit()

    def _reword_piece(self) -> None:
        end = time.perf_counter() + _PIECE_S
        for widget in self._left():
            self._reword(widget)
            if time.perf_counter() > end:
                self._soon.start()
                return
        self.ended.emit()

    def _left(self) -> list[QWidget]:
        """Return the widgets that still speak the old language; asked each time, for widgets go."""
        left = self._old - self._done
        return [widget for widget in QApplication.allWidgets() if address(widget) in left]

    def _reword(self, widget: QWidget) -> None:
        self._done.add(address(widget))
        contexts = list(_contexts(widget))
        for shown in shown_texts(widget, self._done):
            words = shown.read()
            new = self._rewording.text(words, contexts) if words else words
            if new != words:
                shown.write(new)
        retranslate: Any = getattr(widget, "retranslate", None)
        if callable(retranslate):
            retranslate()
        widget.update()


def _contexts(widget: QWidget) -> Iterator[str]:
    """Yield the names of the widget's class and of those it stands in, from the inside out."""
    inner: QWidget | None = widget
    while inner is not None:
        yield type(inner).__name__
        inner = inner.parentWidget()
