"""The figures of transfer learning in small: few epochs on small images are far above the same network untrained."""

import dataclasses

from cnnstudio.data.config import PreprocessConfig
from cnnstudio.network import presets
from cnnstudio.network.edits import SetParameter
from tests.stories import transfer_figures
from tests.stories.transfer_figures import RECIPES, figures

SMALL = dataclasses.replace(
    RECIPES["photos, pretrained"], preprocess=PreprocessConfig(height=64, width=64),
    train=RECIPES["photos, pretrained"].train.model_copy(update={"epochs": 8, "learning_rate": 1e-2}))


def untrained(*arguments, **words):
    graph = presets.preset(*arguments, **words)
    SetParameter("backbone_1", "weights", "none").apply(graph)
    return graph


def test_photographs_are_told_apart_with_imagenets_weights_and_not_without(monkeypatch):
    found = figures(SMALL, 1)
    monkeypatch.setattr(transfer_figures, "preset", untrained)
    control = figures(SMALL, 1)
    assert found["rows"][0]["images"] == control["rows"][0]["images"] >= 20
    assert found["mean"] >= 0.75
    assert control["mean"] <= found["mean"] - 0.2
