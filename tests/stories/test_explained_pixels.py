"""The comparison with the libraries, on one network and for the quick methods."""

import pytest

from tests.stories import explained_pixels


@pytest.mark.filterwarnings("ignore:Setting backward hooks on ReLU")
def test_resnet18_is_explained_as_the_libraries_do(monkeypatch):
    monkeypatch.setattr(explained_pixels, "SIDE", 32)
    found = dict(explained_pixels.figures("resnet18", only_gradients=True))
    assert set(found) == {"gradients x input", "guided backpropagation", "integrated gradients, 18 steps"}
    assert max(found.values()) <= 1e-5   # float32 against float32
