"""Thumbnails are decoded in the order a person looks at them."""

from pathlib import Path

from cnnstudio.ui.wishes import Wishes


def names(wishes: Wishes) -> str:
    return "".join(wishes.pop()[0].name for _ in range(len(wishes)))


def ask(wishes: Wishes, letters: str) -> list[str]:
    dropped = [wishes.add((Path(letter), 0)) for letter in letters]
    return [wish[0].name for wish in dropped if wish is not None]


def test_the_newest_screenful_comes_first_from_top_to_bottom() -> None:
    wishes = Wishes(10)
    for letters in ("abc", "de", "", "f"):
        wishes.begin_batch()
        ask(wishes, letters)
    assert names(wishes) == "fdeabc"
    ask(wishes, "xy")
    assert names(wishes) == "xy"


def test_without_screenfuls_the_newest_comes_first() -> None:
    wishes = Wishes(10)
    ask(wishes, "abc")
    assert names(wishes) == "cba"


def test_what_waits_longest_is_dropped_when_too_many_wait() -> None:
    wishes = Wishes(3)
    wishes.begin_batch()
    assert ask(wishes, "abc") == []
    wishes.begin_batch()
    assert ask(wishes, "de") == ["a", "b"]
    assert names(wishes) == "dec"
    wishes.begin_batch()
    ask(wishes, "z")
    wishes.clear()
    assert len(wishes) == 0
