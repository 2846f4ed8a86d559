"""How thoroughly a map is checked: at once, or well enough to rely on."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Effort:
    """How much the checks of one map do.

    Attributes
    ----------
    draws : times that weights are drawn at random
    is_cascade : whether the network forgets in several stages, for the picture, or only by half and as a whole
    changes : of the changes that should leave a map as it is, the last so many
    steps : in which an image is covered and uncovered
    is_rough : a method that takes seconds is taken at its first pictures; then all maps are such, also the checked one
    """

    draws: int
    is_cascade: bool
    changes: int
    steps: int
    is_rough: bool


THOROUGH = Effort(draws=5, is_cascade=True, changes=6, steps=14, is_rough=False)
QUICK = Effort(draws=2, is_cascade=False, changes=3, steps=7, is_rough=True)
"""For methods that take seconds a map: a ninth to a third of their maps, each in a part of its time."""
