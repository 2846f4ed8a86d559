"""Reads and fills the translators' ``.ts`` files: what is still missing, and translations given as JSON."""

import html
import json
import re
from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree as ET

_MESSAGE = re.compile(r"<message>.*?</message>", re.DOTALL)
_SOURCE = re.compile(r"<source>(.*?)</source>", re.DOTALL)
_TRANSLATION = re.compile(r"<translation[^>]*>.*?</translation>|<translation[^>]*/>", re.DOTALL)
_GONE = ('type="vanished"', 'type="obsolete"')


def missing(file: Path) -> dict[str, str]:
    """Return each English text without a translation, and where it stands: contexts and modules."""
    found: dict[str, list[str]] = {}
    for context in ET.parse(file).getroot().iter("context"):  # noqa: S314 - written by this program
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is not None and translation.get("type") == "unfinished" and not translation.text:
                place = f"{context.findtext('name')} ({message.findtext('extracomment')})"
                found.setdefault(message.findtext("source", ""), []).append(place)
    return {text: "; ".join(places) for text, places in found.items()}


def fill(file: Path, translations: Mapping[str, str]) -> int:
    """Put translations into a ``.ts`` file and mark them finished; return how many messages took one.

    Parameters
    ----------
    file
        The file; replaced whole.
    translations
        English text to translation, for all contexts, or ``"Context|English text"`` for one of them.
    """
    done, context, result = 0, "", []
    place, whole = 0, file.read_text(encoding="utf-8")
    for part in re.finditer(rf"<name>(.*?)</name>|{_MESSAGE.pattern}", whole, re.DOTALL):
        result.append(whole[place:part.start()])
        place = part.end()
        if part[1] is not None:
            context = html.unescape(part[1])
        filled = part[0] if part[1] is not None else _filled(part[0], context, translations)
        done += filled != part[0]
        result.append(filled)
    new = file.with_suffix(".ts.new")
    new.write_text("".join((*result, whole[place:])), encoding="utf-8")
    new.replace(file)
    return done


def _filled(message: str, context: str, translations: Mapping[str, str]) -> str:
    found = _SOURCE.search(message)
    if found is None or any(mark in message for mark in _GONE):
        return message
    text = html.unescape(found[1])
    words = translations.get(f"{context}|{text}", translations.get(text, ""))
    written = f"<translation>{html.escape(words, quote=True).replace('&#x27;', '&apos;')}</translation>"
    return _TRANSLATION.sub(lambda _old: written, message) if words else message


def read_translations(file: Path) -> dict[str, str]:
    """Return the texts of a JSON file; ValueError where it is no object of texts."""
    found = json.loads(file.read_text(encoding="utf-8"))
    if not isinstance(found, dict) or not all(isinstance(words, str) for words in found.values()):
        message = f"{file} must hold one JSON object of English texts and their translations"
        raise ValueError(message)
    return found
