"""Tests of the small pictures on the canvas."""

import numpy as np
import pytest

from cnnstudio.data.config import PreprocessConfig
from cnnstudio.errors import ImageError, NetworkError
from cnnstudio.network.document import from_document, to_document
from cnnstudio.network.edits import MoveNodes, Rename, SetParameter
from cnnstudio.network.presets import preset
from cnnstudio.runs.store import RunFolder
from cnnstudio.workspace.preview_job import PreviewJob, PreviewReady
from tests.helpers.images import make_folder

PREPROCESS = PreprocessConfig(height=16, width=16)


def preview(*arguments) -> PreviewReady:
    ready, = PreviewJob(*arguments).run(lambda: False)
    return ready


@pytest.fixture
def image(tmp_path):
    return make_folder(tmp_path, {"cat": 1, "dog": 1}, 24) / "cat" / "cat_0000.png"


def test_every_node_gets_a_picture(image):
    graph = preset("small", input_shape=(3, 16, 16), classes=2)
    ready = preview(graph, PREPROCESS, image)
    assert set(ready.thumbnails) == set(graph.nodes)
    assert all(picture.ndim == 2 and picture.dtype == np.uint8 for picture in ready.thumbnails.values())
    assert ready.thumbnails[graph.input_node.id].shape == (16, 16)
    assert ready.input_pixels.shape == (16, 16, 3)
    assert not ready.is_trained


def test_the_same_network_gives_the_same_pictures(image):
    graph = preset("small", input_shape=(3, 16, 16), classes=2)
    first, second = preview(graph, PREPROCESS, image), preview(to_document(graph), PREPROCESS, image)
    assert all(np.array_equal(picture, second.thumbnails[name]) for name, picture in first.thumbnails.items())


def test_the_run_lends_its_weights_while_the_network_is_the_same(image, small_run):
    graph = from_document(RunFolder.load(small_run.path).record.graph)
    first = next(node for node in graph.nodes.values() if node.kind == "Conv2d")
    MoveNodes({first.id: (500.0, 20.0)}).apply(graph)
    Rename(first.id, "My layer").apply(graph)
    trained = preview(graph, PREPROCESS, image, small_run.path)
    fresh = preview(graph, PREPROCESS, image)
    assert trained.is_trained
    assert not np.array_equal(trained.thumbnails[first.id], fresh.thumbnails[first.id])
    SetParameter(first.id, "out_channels", 5).apply(graph)
    assert not preview(graph, PREPROCESS, image, small_run.path).is_trained


def test_a_damaged_run_gives_fresh_weights(image, small_run, tmp_path):
    graph = from_document(RunFolder.load(small_run.path).record.graph)
    assert not preview(graph, PREPROCESS, image, tmp_path / "no run").is_trained


def test_a_network_with_errors_is_refused(image):
    graph = preset("small", input_shape=(3, 16, 16), classes=2)
    SetParameter(graph.output_node.id, "classes", 9).apply(graph)
    with pytest.raises(NetworkError):
        preview(graph, PREPROCESS, image)


def test_a_damaged_image_is_named(tmp_path):
    path = tmp_path / "broken.png"
    path.write_bytes(b"")
    with pytest.raises(ImageError, match="broken"):
        preview(preset("small", input_shape=(3, 16, 16), classes=2), PREPROCESS, path)
