"""Texts out of the source, translations into the files, and what a translation must keep."""

import csv
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from cnnstudio.languages import LANGUAGES, read_ts
from tests.unit.packaging.translation_files_at_hand import packaging_module

_ROOT = Path(__file__).parents[3]
_FOLDER = _ROOT / "resources" / "translations"
_CODES = [info.code for info in LANGUAGES if info.code != "en"]
_NAMES = re.compile(r"\{([^{}:!]*)[^{}]*\}")
sources, files = packaging_module("translation_sources"), packaging_module("translation_files")

_CODE = '''
from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
_CONTEXT = "places"
def _text(text: str) -> str:
    return str(QT_TRANSLATE_NOOP("table", text))
def _tr(text):
    return QCoreApplication.translate(_CONTEXT, text)
ROWS = (_text("From a table"),)
class Card(QWidget):
    def name(self, many):
        self.tr("Joined "
                "over lines")
        self.tr("One" if many else "Many")
        _tr("In the module")
        translate("data", "From the core {count}", count=3)
        self.tr(f"Made of {many}")
'''


def _found(code: str) -> set[tuple[str, str]]:
    texts = sources.texts_of(sources.source_of(code, "card"))
    return {(text.context, text.text) for text in texts if isinstance(text, sources.SourceText)}


def test_texts_are_found_with_the_context_they_are_looked_up_by() -> None:
    assert _found(_CODE) == {
        ("table", "From a table"), ("Card", "Joined over lines"), ("Card", "One"), ("Card", "Many"),
        ("places", "In the module"), ("data", "From the core {count}")}


def test_a_text_that_is_put_together_before_it_is_translated_is_reported() -> None:
    unread = [text for text in sources.texts_of(sources.source_of(_CODE, "card"))
              if isinstance(text, sources.Unreadable)]
    assert [(text.where, text.line) for text in unread] == [("card", 16)]


@lru_cache
def _messages(code: str) -> tuple[tuple[str, str], ...]:
    return tuple((text, words) for (_context, text), words in read_ts(_FOLDER / f"cnnstudio_{code}.ts").items())


@pytest.mark.parametrize("code", _CODES)
def test_a_translation_has_the_names_in_braces_of_its_text(code: str) -> None:
    wrong = [(text, words) for text, words in _messages(code)
             if sorted(_NAMES.findall(text)) != sorted(_NAMES.findall(words))]
    assert wrong == []


@pytest.mark.parametrize("code", _CODES)
def test_a_translation_begins_and_ends_with_the_spaces_of_its_text(code: str) -> None:
    def edges(text: str) -> tuple[str, str]:
        return text[:len(text) - len(text.lstrip())], text[len(text.rstrip()):]

    assert [text for text, words in _messages(code) if edges(text) != edges(words)] == []


@pytest.mark.parametrize("code", _CODES)
def test_a_translation_makes_no_accelerator_where_its_text_has_none(code: str) -> None:
    accelerator = re.compile(r"&(?=\w)")
    assert [text for text, words in _messages(code)
            if bool(accelerator.search(text)) != bool(accelerator.search(words))] == []


def test_a_language_that_is_called_complete_has_nothing_untranslated() -> None:
    complete = [info.code for info in LANGUAGES if info.is_complete and info.code != "en"]
    assert [files.missing(_FOLDER / f"cnnstudio_{code}.ts") for code in complete] == [{}] * len(complete)


def test_the_files_of_all_languages_hold_the_same_texts() -> None:
    held = [set(_texts_held(_FOLDER / f"cnnstudio_{code}.ts")) for code in _CODES]
    assert len(held[0]) > 3000
    assert all(texts == held[0] for texts in held)


def _texts_held(file: Path) -> Iterator[tuple[str | None, str | None]]:
    for context in ET.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None or translation.get("type") not in {"vanished", "obsolete"}:
                yield context.findtext("name"), message.findtext("source")


def test_no_text_that_the_program_has_no_more_is_kept() -> None:
    for code in _CODES:
        messages = ET.parse(_FOLDER / f"cnnstudio_{code}.ts").iter("translation")
        assert not {"vanished", "obsolete"} & {str(words.get("type")) for words in messages}, code


def test_filling_translates_a_text_everywhere_or_in_one_context_and_keeps_the_rest(tmp_path: Path) -> None:
    file = tmp_path / "a.ts"
    file.write_text(_unfinished(("Card", "A & \"b\""), ("Tour", "A & \"b\""), ("Tour", "Left")), encoding="utf-8")
    assert files.fill(file, {'A & "b"': "<Å> & «b»", 'Tour|A & "b"': "it's"}) == 2
    assert read_ts(file) == {("Card", 'A & "b"'): "<Å> & «b»", ("Tour", 'A & "b"'): "it's"}
    assert list(files.missing(file)) == ["Left"]


def _unfinished(*texts: tuple[str, str]) -> str:
    made = "".join(
        f"<context><name>{context}</name><message><source>"
        + text.replace("&", "&amp;").replace('"', "&quot;")
        + '</source><translation type="unfinished"></translation></message></context>' for context, text in texts)
    return f'<?xml version="1.0" encoding="utf-8"?>\n<TS version="2.1">{made}</TS>'


@pytest.mark.parametrize("code", _CODES)
def test_a_text_that_is_a_term_is_translated_as_the_table_of_terms_says(code: str) -> None:
    with (_FOLDER / "terms.csv").open(encoding="utf-8", newline="") as table:
        terms = {row["term"].casefold(): row[code] for row in csv.DictReader(table)}
    wrong = [(text, words, terms[text.casefold()]) for text, words in _messages(code)
             if text.casefold() in terms and not _says(words, terms[text.casefold()])]
    assert wrong == []


def _says(words: str, term: str) -> bool:
    """Whether a translation is the term, whatever its ending and capital: terms are bent where they stand."""
    return words.casefold().startswith(term.casefold()[:max(3, len(term) - 3)])
