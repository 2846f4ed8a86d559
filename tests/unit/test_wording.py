"""Sentences in the user's language."""

from collections.abc import Iterator

import pytest

from cnnstudio.wording import alternatives, counted, joined, listed, set_translator, translate

_SWEDISH = {
    "{count} images": "{count} bilder", "{name} is empty": "{filename} är tom", "An empty folder": "En tom mapp",
    "{first_ones} and {last}": "{first_ones} och {last}", "{first_ones} or {last}": "{first_ones} eller {last}",
}


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    yield
    set_translator(None)


def test_a_sentence_is_english_until_somebody_translates() -> None:
    assert translate("data", "{name}: {share:.1%} of {count:,}", name="a.png", share=0.256, count=1200) == (
        "a.png: 25.6% of 1,200")
    set_translator(lambda _context, text: _SWEDISH.get(text, text))
    assert translate("data", "An empty folder") == "En tom mapp"
    set_translator(None)
    assert translate("data", "An empty folder") == "An empty folder"


def test_a_translation_is_looked_up_with_its_context() -> None:
    asked = []
    set_translator(lambda context, text: asked.append((context, text)) or text)
    translate("network", "Stride")
    assert asked == [("network", "Stride")]


def test_a_translation_with_a_wrong_name_is_not_used() -> None:
    set_translator(lambda _context, text: _SWEDISH.get(text, text))
    assert translate("data", "{name} is empty", name="x.jpg") == "x.jpg is empty"


def test_braces_in_a_name_are_only_characters() -> None:
    assert translate("data", "{name} is empty", name="{evil.__class__}") == "{evil.__class__} is empty"
    assert translate("data", "{0!r} as it stands") == "{0!r} as it stands"


def test_one_thing_and_many_things_are_told_apart() -> None:
    one, many = "1 image", "{count} images"
    assert [counted(number, one, many) for number in (0, 1, 2, 1234)] == [
        "0 images", "1 image", "2 images", "1,234 images"]


def test_words_are_joined_as_the_language_joins_them() -> None:
    words = ["cat", "{dog}", "sheep"]
    assert [joined(words[:number]) for number in range(4)] == ["", "cat", "cat and {dog}", "cat, {dog} and sheep"]
    assert [alternatives(words[:number]) for number in range(4)] == [
        "", "cat", "cat or {dog}", "cat, {dog} or sheep"]
    assert listed(words) == "cat, {dog}, sheep"
    set_translator(lambda _context, text: _SWEDISH.get(text, text))
    assert joined(words) == "cat, {dog} och sheep"
    assert alternatives(words) == "cat, {dog} eller sheep"
