"""What a network answers to many images: in batches, of whatever form its answer is, and only until the user stops."""

import numpy as np
import pytest
import torch
from torch import nn

from cnnstudio.errors import JobCancelledError
from cnnstudio.explain.answers import answers_of, probabilities_of


class OneScore(nn.Module):
    """Gives one number z for two classes: the mean brightness."""

    def forward(self, images):
        return images.mean(dim=(1, 2, 3))[:, None]


def test_one_score_is_the_probability_of_two_classes():
    pixels = np.random.default_rng(0).integers(0, 255, (40, 4, 4, 3)).astype(np.uint8)   # more than one batch
    found = probabilities_of(OneScore(), pixels, (0.0,) * 3, (0.1,) * 3)
    z = pixels.astype(np.float64).mean(axis=(1, 2, 3)) / 25.5
    assert found[:, 1] == pytest.approx(1 / (1 + np.exp(-z)), abs=1e-6)   # float32
    assert found.sum(axis=1) == pytest.approx(np.ones(40))


def test_a_wish_to_stop_ends_the_asking_between_two_batches():
    asked = []

    def images(places):
        asked.append(places)
        return torch.ones(places.stop - places.start, 3, 2, 2)

    with pytest.raises(JobCancelledError):
        answers_of(OneScore(), images, 10, lambda: len(asked) == 2, at_once=4)
    assert asked == [slice(0, 4), slice(4, 8)]
