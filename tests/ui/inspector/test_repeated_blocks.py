"""A network with a repeated block is trained, and explained at every repeat of its layers."""

import numpy as np
import pytest

from cnnstudio.data.config import AugmentConfig, PreprocessConfig, SplitConfig
from cnnstudio.data.folder.image_folder import scan
from cnnstudio.data.split import split
from cnnstudio.errors import NetworkError
from cnnstudio.network.block_edits import Fold
from cnnstudio.network.document import to_document
from cnnstudio.network.graph import NetworkGraph
from cnnstudio.ui.inspector.run_layers import run_layers
from cnnstudio.workspace.explanation_job import ExplanationJob, layer_id
from cnnstudio.workspace.training_job import RunSaved, TrainingJob
from tests.helpers.images import make_folder
from tests.helpers.networks import chain
from tests.helpers.runs import CLASSES, TRAIN

SAME = {"out_channels": 8, "padding": (1, 1)}
NAMES = ["conv2d_1", "conv2d_2 (1/3)", "relu_1 (1/3)", "conv2d_2 (2/3)", "relu_1 (2/3)", "conv2d_2", "relu_1"]


def repeated() -> NetworkGraph:
    """Give a convolution, then a convolution with ReLU that runs three times."""
    graph = chain(("Conv2d", SAME), ("Conv2d", SAME), "ReLU", "GlobalAvgPool2d", ("Linear", {"out_features": 3}),
                  ("Output", {"classes": 3}))
    Fold(("conv2d_2", "relu_1"), repeat=3).apply(graph)
    return graph


def test_the_slider_offers_every_repeat() -> None:
    layers = run_layers(to_document(repeated())).spatial
    assert [layer.name for layer in layers] == NAMES
    assert len({layer.id for layer in layers}) == 7
    assert {layer.shape for layer in layers} == {(8, 16, 16)}


def test_training_and_heatmaps_work_at_every_repeat(tmp_path) -> None:
    folder = scan(make_folder(tmp_path / "pets", CLASSES, 24))
    preprocess, parts = PreprocessConfig(height=16, width=16), SplitConfig()
    job = TrainingJob(folder, split(folder, parts), preprocess, AugmentConfig(), parts, repeated(), "repeated",
                      TRAIN.model_copy(update={"epochs": 1}), tmp_path / "runs", tmp_path / "cache")
    saved = list(job.run(lambda: False))[-1]
    assert isinstance(saved, RunSaved)
    heatmaps = []
    for layer in run_layers(to_document(repeated())).spatial:
        ready, = ExplanationJob(saved.path, folder.files[0].path, None, layer.id).run(lambda: False)
        assert ready.explanation.layer == layer.id
        heatmaps.append(ready.explanation.heatmap.raw)
    assert all(heatmap.shape == (16, 16) for heatmap in heatmaps)
    assert not np.array_equal(heatmaps[1], heatmaps[3])    # each repeat has weights of its own


def test_a_repeat_is_found_by_its_name() -> None:
    graph = repeated()
    assert layer_id("conv2d_2", graph) == "conv2d_2"
    assert layer_id("conv2d_2 (1/3)", graph) not in graph.nodes
    with pytest.raises(NetworkError, match="no layer"):
        layer_id("conv2d_2 (9/3)", graph)
