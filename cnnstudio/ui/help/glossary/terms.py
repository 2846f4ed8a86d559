"""All entries of the glossary, in the order of the field: layers, training, data."""

from cnnstudio.ui.help.glossary.term import Term, translated
from cnnstudio.ui.help.glossary.terms_data import DATA
from cnnstudio.ui.help.glossary.terms_layers import LAYERS
from cnnstudio.ui.help.glossary.terms_training import TRAINING

TERMS: tuple[Term, ...] = (*LAYERS, *TRAINING, *DATA)
_BY_NAME = {one.name: one for one in TERMS}


def term(name: str) -> Term:
    """Return an entry by its name. Raises KeyError for a name there is none of."""
    return _BY_NAME[name]


def title_of(name: str) -> str:
    """Return what an entry is called in the user's language."""
    return translated(term(name).title)


def text_of(name: str) -> str:
    """Return what an entry says in the user's language."""
    return translated(term(name).text)


def both_titles(name: str) -> str:
    """Return an entry's title with the English one behind it, where the two differ: ``"Faltung (convolution)"``."""
    title, english = title_of(name), term(name).title
    if title.casefold() == english.casefold():
        return title
    words = english if english[1:2].isupper() or english in _NAMES else english[0].lower() + english[1:]
    return f"{title} ({words})"


_NAMES = ("Xavier initialisation", "Kaiming initialisation", "Grad-CAM")
"""Titles that begin with a name."""
