"""A translated tutorial says what the English one says, paragraph by paragraph, in the words its program shows."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from cnnstudio.languages import LANGUAGES, read_ts
from tests.unit.docs.test_tutorials import FOLDER, KEYS, LINK, PAGES, PICTURE, ROOT, is_called, names_in, shortcuts

CODES = [info.code for info in LANGUAGES if info.is_complete and info.code != "en"]
EACH = [(code, page) for code in CODES for page in PAGES]
_ITEM = re.compile(r"\s*(?:\d+\.|\*) ")


@dataclass
class Block:
    """A heading, a paragraph, an item, a picture, a row of a table, or lines of code."""

    kind: str
    text: str


def blocks_of(text: str) -> list[Block]:
    """Return a page in parts, each with the lines that go on with it."""
    found: list[Block] = []
    is_code = is_open = False
    for line in text.splitlines():
        if line.strip().startswith("```"):
            is_code = not is_code
            if is_code:
                found.append(Block("code", ""))
            is_open = is_code
        elif is_code or (is_open and line.strip() and not _begins(line)):
            found[-1].text += "\n" + line
        elif line.strip():
            found.append(Block(_begins(line) or "paragraph", line))
            is_open = True
        else:
            is_open = False
    return found


def _begins(line: str) -> str:
    """Return the kind of block that a line begins, wherever it stands; "" for one that may go on with another."""
    item = _ITEM.match(line)
    if item:
        return item[0].replace("*", "-")
    return next((line[:len(mark)] for mark in ("# ", "## ", "![", "|") if line.startswith(mark)), "")


@cache
def translations(code: str) -> tuple[tuple[str, str], ...]:
    """Return every English text of the window with what it is in a language."""
    table = read_ts(ROOT / "resources" / "translations" / f"cnnstudio_{code}.ts")
    return tuple({(text.replace("&", ""), words.replace("&", "")) for (_context, text), words in table.items()})


@cache
def is_translation(code: str, name: str, words: str) -> bool:
    """Whether ``words`` is what the program of a language shows where the English one shows ``name``."""
    if name in shortcuts() or KEYS.fullmatch(name):
        return words == name
    return any(is_called(words, translated) for text, translated in translations(code) if is_called(name, text))


def not_named_alike(code: str, english: str, translated: str) -> tuple[list[str], list[str]]:
    """Return the names of one block that have no counterpart in the other: of the English one, of the translation."""
    left, extra = names_in(english), []
    for words in names_in(translated):
        name = next((name for name in left if is_translation(code, name, words)), None)
        if name is None:
            extra.append(words)
        else:
            left.remove(name)
    return left, extra


def targets(text: str, pattern: re.Pattern[str]) -> list[str]:
    return [Path(target).name for target in pattern.findall(text)]


def faults(code: str, english: str, translated: str) -> list[object]:
    """Return where a page says something else than the English one."""
    ours, theirs = blocks_of(english), blocks_of(translated)
    if [block.kind for block in ours] != [block.kind for block in theirs]:
        return ["other parts", [block.kind for block in ours], [block.kind for block in theirs]]
    found: list[object] = []
    for one, other in zip(ours, theirs, strict=True):
        if one.kind == "code" and one.text != other.text:
            found.append((one.text, other.text))
        if not_named_alike(code, one.text, other.text) != ([], []):
            found.append((other.text, *not_named_alike(code, one.text, other.text)))
        found += [(other.text, targets(one.text, pattern)) for pattern in (PICTURE, LINK)
                  if targets(one.text, pattern) != targets(other.text, pattern)]
        if one.text.count("**") != other.text.count("**"):
            found.append((other.text, "terms"))
    return found


def page(code: str, name: str) -> str:
    return (FOLDER / code / name).read_text(encoding="utf-8")


def test_every_language_that_is_called_complete_has_all_of_them() -> None:
    assert CODES == ["da", "sv", "de"]
    for code in CODES:
        assert sorted(path.name for path in (FOLDER / code).iterdir()) == PAGES


@pytest.mark.parametrize(("code", "name"), EACH)
def test_it_says_the_same_and_names_what_the_program_shows(code: str, name: str) -> None:
    assert faults(code, (FOLDER / name).read_text(encoding="utf-8"), page(code, name)) == []


@pytest.mark.parametrize(("code", "name"), EACH)
def test_its_pictures_are_those_of_its_language_and_its_links_lead_somewhere(code: str, name: str) -> None:
    text, folder = page(code, name), FOLDER / code
    for target in PICTURE.findall(text):
        assert target.startswith(f"../../images/{code}/"), target
        assert (folder / target).resolve().stat().st_size <= 150_000, target
    assert [target for target in LINK.findall(text) if not (folder / target).resolve().is_file()] == []


ENGLISH = "# A\n\n1. Click *Data* or press *F5*.\n2. Read *Findings*.\n\n![a](../images/data-light.png)\n"
GERMAN = "# A\n\n1. *Daten* oder *F5*.\n2. *Befunde* lesen.\n\n![a](../../images/de/data-light.png)\n"


@pytest.mark.parametrize(("old", "new"), [
    ("*Daten*", "*Data*"), ("*Befunde*", "*Funde*"), (" oder *F5*", ""), ("2. ", ""), ("*F5*", "*F6*"),
    ("![a]", "![a](b.png)\n\n![a]"), ("data-light", "look-dark"), ("*Befunde*", "*Daten*")])
def test_what_was_left_in_english_left_out_or_misnamed_is_noticed(old: str, new: str) -> None:
    assert faults("de", ENGLISH, GERMAN) == []
    assert faults("de", ENGLISH, GERMAN.replace(old, new)) != []


def test_what_goes_on_over_lines_and_stands_in_items_is_one_part() -> None:
    blocks = blocks_of("# A\n\nb\nc\n\n1. d\n   e\n   * f\n\n   ```\n   g\n   ```\n\n| h |\n| i |\n")
    assert [block.kind for block in blocks] == ["# ", "paragraph", "1. ", "   - ", "code", "|", "|"]
