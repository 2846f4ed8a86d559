"""Puts the program's sentences into the language of the user; who shows them says how."""

from collections.abc import Callable, Sequence

Translator = Callable[[str, str], str]
"""Context and English text to the text in the user's language, with the same ``{names}`` in it."""


def _english(_context: str, text: str) -> str:
    return text


_translator: Translator = _english
_code = "en"
_nouns_are_capital = False


def set_translator(translator: Translator | None, code: str = "en", *, nouns_are_capital: bool = False) -> None:
    """Have all sentences from now on put into another language; None is English.

    The window gives Qt's translator; whoever works without Qt leaves it at English.

    Parameters
    ----------
    code
        The language's, as pages on the web name it.
    nouns_are_capital
        Whether the language writes nouns with a capital inside a sentence too.
    """
    global _translator, _code, _nouns_are_capital
    _translator, _code, _nouns_are_capital = translator or _english, code, nouns_are_capital


def language_code() -> str:
    """Return the code of the language sentences are put into, ``"en"`` for instance."""
    return _code


def translate(context: str, text: str, /, **values: object) -> str:
    """Return ``text`` in the user's language, with ``values`` put in for its ``{names}``.

    Parameters
    ----------
    context
        The package the text stands in, such as ``"data"``, as a literal: the translations are collected by it.
    text
        The English text, as a literal. Formats are allowed: ``"{share:.1%}"``.
    values
        What the names in braces stand for. Without any the text is taken as it is, braces and all.

    A translation whose names do not fit is not used: a sentence is never lost for a slip of a translator.
    """
    words = _translator(context, text)
    if not values:
        return words
    try:
        return words.format(**values)
    except (KeyError, IndexError, ValueError, AttributeError):
        return text.format(**values)


def counted(count: int, one: str, many: str) -> str:
    """Return ``one`` when ``count`` is 1, else ``many``, with ``{count}`` replaced, thousands separated.

    All languages of the program have these two forms and no more.
    """
    return (one if count == 1 else many).replace("{count}", f"{count:,}")


def mid_sentence(title: str) -> str:
    """Return a title as it stands inside a sentence: ``"max pooling"``, but ``"ReLU"``, and in German as it is."""
    is_name = any(letter.isupper() for letter in title.partition(" ")[0][1:])
    return title if is_name or _nouns_are_capital else title[:1].lower() + title[1:]


def joined(words: Sequence[str]) -> str:
    """Return ``words`` as a list in a sentence: ``"a"``, ``"a and b"``, ``"a, b and c"``; nothing for no words."""
    if len(words) < 2:
        return "".join(words)
    return translate("core", "{first_ones} and {last}", first_ones=listed(words[:-1]), last=words[-1])


def alternatives(words: Sequence[str]) -> str:
    """Return ``words`` as a choice in a sentence: ``"a"``, ``"a or b"``, ``"a, b or c"``; nothing for no words."""
    if len(words) < 2:
        return "".join(words)
    return translate("core", "{first_ones} or {last}", first_ones=listed(words[:-1]), last=words[-1])


def listed(words: Sequence[str]) -> str:
    """Return ``words`` one after another with commas: ``"a, b, c"``."""
    return translate("core", ", ").join(words)
