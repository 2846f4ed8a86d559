"""The picture of each entry, worked out once."""

from functools import cache

from cnnstudio.ui.help.glossary import figures_data, figures_layers, figures_training
from cnnstudio.ui.help.glossary.figure import Figure

FIGURES = {**figures_layers.FIGURES, **figures_training.FIGURES, **figures_data.FIGURES}
"""Name of an entry -> what makes its picture."""


@cache
def figure_of(name: str) -> Figure:
    """Return the picture of an entry. Raises KeyError for a name there is none of."""
    return FIGURES[name]()
