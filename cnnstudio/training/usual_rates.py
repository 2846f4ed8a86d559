"""Which learning rate to try after one that was too large."""

from collections.abc import Mapping

USUAL_RATES: Mapping[str, float] = {"sgd": 1e-2, "adam": 1e-3, "adamw": 1e-3, "rmsprop": 1e-3}
"""A rate that most trainings with an optimiser begin well with: the defaults of PyTorch and Keras."""

_FAR_OFF = 10.0
"""A tenth of a rate that is still so many times the usual one would fail as well."""


def smaller_rate(rate: float, optimizer: str) -> float:
    """Return a tenth of ``rate``, or the usual rate where a tenth would still be far above it.

    Parameters
    ----------
    optimizer : by its name in the recipe
    """
    usual = USUAL_RATES[optimizer]
    return usual if rate / 10 > _FAR_OFF * usual else rounded(rate / 10)


def rounded(rate: float) -> float:
    """Return the rate as it is written: a tenth of 0.003 is 0.0003 and not 0.00030000000000000003."""
    return float(f"{rate:g}")
