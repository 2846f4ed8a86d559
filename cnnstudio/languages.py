"""The languages of the program, and the translators' files read without Qt."""

import locale
import os
import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from xml.etree import ElementTree as ET

from cnnstudio import paths

CHOSEN = "CNNSTUDIO_LANGUAGE"
"""The environment variable that names a language, ``da`` for instance."""
PSEUDO = "xx"
"""Every text in double brackets and 40 % longer: what is not in brackets was never given to a translator."""


@dataclass(frozen=True, slots=True)
class LanguageInfo:
    """A language the program speaks.

    Attributes
    ----------
    code : of ISO 639-1
    title : in the language itself
    is_complete : whether a test holds its translations to be whole
    nouns_are_capital : whether nouns have a capital inside a sentence too
    """

    code: str
    title: str
    is_complete: bool = False
    nouns_are_capital: bool = False


LANGUAGES: tuple[LanguageInfo, ...] = (
    LanguageInfo("en", "English", is_complete=True),
    LanguageInfo("da", "Dansk", is_complete=True),
    LanguageInfo("sv", "Svenska", is_complete=True),
    LanguageInfo("de", "Deutsch", is_complete=True, nouns_are_capital=True),
)
_NAME = re.compile(r"\{[^{}]*\}")
_WORD = re.compile(r"[^\W\d_]{2}")
"""One letter alone is a sign in every language; F1 is a measure and a key."""
_CODES = {info.code for info in LANGUAGES} | {PSEUDO}


class Catalogue:
    """The translations of one language.

    Parameters
    ----------
    texts
        Context and English text to the translation.
    """

    def __init__(self, texts: Mapping[tuple[str, str], str]) -> None:
        self._texts = dict(texts)
        anywhere: dict[str, set[str]] = defaultdict(set)
        for (_context, text), words in self._texts.items():
            anywhere[text].add(words)
        self._anywhere = {text: next(iter(words)) for text, words in anywhere.items() if len(words) == 1}

    def translate(self, context: str, text: str) -> str:
        """Return the translation of ``text``, else ``text``.

        Qt looks a text up by the class of the object that asks, which may inherit from the class that has it: so a
        text without a translation in ``context`` takes the one it has elsewhere, if it has but one.
        """
        found = self._texts.get((context, text))
        return found if found is not None else self._anywhere.get(text, text)


class PseudoCatalogue(Catalogue):
    """Puts every text in brackets and makes it 40 % longer, names in braces left as they are."""

    def __init__(self) -> None:
        super().__init__({})

    def translate(self, context: str, text: str) -> str:
        """Return ``⟦text~~⟧``."""
        del context
        has_words = _WORD.search(_NAME.sub("", text)) is not None
        return f"⟦{text}{'~' * round(0.4 * len(text))}⟧" if has_words else text


def read_ts(file: Path) -> dict[tuple[str, str], str]:
    """Return the finished translations of a ``.ts`` file, by context and English text."""
    found = {}
    for context in ET.parse(file).getroot().iter("context"):  # noqa: S314 - shipped with the program
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            words = (translation.text or "") if translation is not None else ""
            if translation is not None and words and translation.get("type") not in {"obsolete", "vanished"}:
                found[name, message.findtext("source", "")] = words
    return found


@lru_cache(maxsize=8)
def catalogue(code: str) -> Catalogue:
    """Return the translations into the language ``code``; none at all for English and for a file that is not there."""
    if code == PSEUDO:
        return PseudoCatalogue()
    file = paths.resource(f"translations/cnnstudio_{code}.ts")
    try:
        return Catalogue(read_ts(file) if code != "en" else {})
    except (OSError, ET.ParseError):
        return Catalogue({})


def nouns_are_capital(code: str) -> bool:
    """Whether the language ``code`` writes nouns with a capital inside a sentence too."""
    return any(info.code == code and info.nouns_are_capital for info in LANGUAGES)


def known(code: str) -> str:
    """Return the language of ``"da"``, ``"da_DK.UTF-8"`` or ``"sv-FI"``; nothing for one the program does not speak."""
    found = code.strip().lower().replace("-", "_").split("_")[0].split(".")[0]
    return found if found in _CODES else ""


def chosen_by_environment() -> str:
    """Return the language that ``CNNSTUDIO_LANGUAGE`` names, or nothing."""
    return known(os.environ.get(CHOSEN, ""))


def of_the_system() -> str:
    """Return the language the system speaks where the program knows it, else English; for use without Qt."""
    names = [os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG")]
    first = next((name for name in names if name), None) or locale.getlocale()[0] or "en"
    return known(first) or "en"
