"""How well a few letters fit a name: all must occur in their order, and beginnings of words count most."""

_START, _WORD, _NEXT, _APART = 8, 6, 4, 1


def score(letters: str, name: str) -> int:
    """Return how well ``letters`` fit ``name``, more for better; 0 when they do not occur in this order.

    A letter counts 8 at the beginning of the name, 6 at that of a word, 4 right after the letter before it, else 1;
    the letters of a whole part of the name count 10 more. Blanks between the letters do not count.
    """
    wanted, text = letters.casefold(), name.casefold()
    if not wanted.strip():
        return 1
    whole = 10 * len(wanted) if wanted in text else 0
    found, last = 0, -1
    for letter in wanted:
        if letter.isspace():
            continue
        place = _place(letter, text, last)
        if place < 0:
            return whole
        found += _worth(text, place, last)
        last = place
    return found + whole


def _place(letter: str, text: str, last: int) -> int:
    """Return where the letter is taken from: right behind the last one, at a word's beginning, else the next."""
    places = [place for place in range(last + 1, len(text)) if text[place] == letter]
    good = [place for place in places if place == last + 1 or _begins(text, place)]
    return (good or places or [-1])[0]


def _begins(text: str, place: int) -> bool:
    return place == 0 or not text[place - 1].isalnum()


def _worth(text: str, place: int, last: int) -> int:
    if place == 0:
        return _START
    if _begins(text, place):
        return _WORD
    return _NEXT if last >= 0 and place == last + 1 else _APART
