"""The decoder's notes in the user's language, each found again in what is kept with a folder."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from cnnstudio import languages, wording
from cnnstudio.data import decoding
from cnnstudio.data.decoding.note_words import NOTES, note_words

_FOLDER = Path(decoding.__file__).parent


@pytest.fixture(autouse=True)
def _pseudo_language() -> Iterator[None]:
    wording.set_translator(languages.catalogue(languages.PSEUDO).translate)
    yield
    wording.set_translator(None)


@pytest.mark.parametrize("note", [
    "transparent parts on white", "CMYK converted to RGB", "values 0 to 4095 scaled",
    "its own range -1.5 to 3e+04 scaled", "first of 12 frames", "first of more than 100 frames",
    "turned upright (EXIF 6)", "PNG named .jpg", "only the first 45 % of the rows could be read"])
def test_a_note_is_translated_with_its_numbers(note: str) -> None:
    words = note_words(note)
    assert words.startswith(f"⟦{note}~")


def test_a_note_nobody_knows_any_more_stays_as_it_is() -> None:
    assert note_words("drawn by hand") == "drawn by hand"
    assert note_words("first of 3 frames and more") == "first of 3 frames and more"


def test_every_note_that_the_decoder_writes_is_in_the_table() -> None:
    code = "\n".join(file.read_text(encoding="utf-8") for file in _FOLDER.glob("*.py") if file.stem != "note_words")
    written = re.findall(r"f?\"((?:[^\"\n]*\b(?:scaled|frames|converted to RGB|named|upright|cut to 8 bits)\b[^\"\n]*)"
                         r"|transparent parts on[^\"\n]*|(?:the end of the file|only the first)[^\"\n]*)\"", code)
    notes = [note for note in written if "translate" not in note and not note.endswith(".")]
    assert len(notes) >= 10
    shapes = {re.sub(r"\{[^}]*\}", "{}", text) for text in NOTES}
    plain = {re.sub(r"on (?:white|black|grey)", "on {}", shape) for shape in shapes}
    assert [note for note in notes if re.sub(r"\{[^{}]*(?:\{[^}]*\})?[^{}]*\}", "{}", note) not in plain
            and note_words(note) == note] == []
