"""Tests of how a mark is put into words."""

import numpy as np
import pytest

from cnnstudio.explain.audit.mark_words import MarkFound, control_words
from cnnstudio.explain.audit.verdict import Reliance, Treatment


def mark(kind="mark"):
    changes = (lambda pixels: pixels,) * 4
    return MarkFound(kind, 0, np.ones(2, bool), np.ones(2, np.float32), Treatment(*changes), 23.0, 7.7, (0, 0, 1, 1),
                     np.zeros((4, 4, 3), np.uint8))


def tried(control, flips=0.3, lost=3.5):
    return Reliance(2.8, 3.0, control, 9.0, flips, 0.3, lost, 0.2, 21, 13)


@pytest.mark.parametrize(("kind", "reliance", "is_said"), [
    ("mark", tried(control=2.8), True),
    ("mark", tried(control=1.0), False),            # the mark does three times as much as its pixels in disorder
    ("mark", tried(control=2.8, flips=0.0), False),  # neither makes the class of any image
    ("mark", tried(control=2.8, lost=0.2), False),   # not relied on
    ("tint", tried(control=2.8), False)])            # its control is other colours
def test_a_control_that_does_the_same_is_explained(kind, reliance, is_said):
    assert ("colours that count" in control_words(mark(kind), reliance)) is is_said
