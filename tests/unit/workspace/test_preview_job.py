"""Tests of the small pictures on the canvas."""

import numpy as np
import pytest
from PIL import Image

from cnnstudio.data.config import PreprocessConfig
from cnnstudio.errors import ImageError, JobCancelledError, NetworkError
from cnnstudio.network.block_edits import Fold, SetRepeat
from cnnstudio.network.document import from_document, to_document
from cnnstudio.network.edits import MoveNodes, RemoveNodes, Rename, SetParameter
from cnnstudio.network.graph import NetworkGraph
from cnnstudio.network.presets import preset
from cnnstudio.runs.store import RunFolder
from cnnstudio.workspace import preview_job
from cnnstudio.workspace.preview_cache import PreviewCache
from cnnstudio.workspace.preview_job import PreviewJob, PreviewReady
from tests.helpers.images import make_folder

PREPROCESS = PreprocessConfig(height=16, width=16)


def preview(*arguments) -> PreviewReady:
    *_, ready = PreviewJob(*arguments).run(lambda: False)
    return ready


def small() -> NetworkGraph:
    return preset("small", input_shape=(3, 16, 16), classes=2)


def nth(graph: NetworkGraph, kind: str, number: int = 0) -> str:
    return [node.id for node in graph.nodes.values() if node.kind == kind][number]


@pytest.fixture
def image(tmp_path):
    return make_folder(tmp_path, {"cat": 1, "dog": 1}, 24) / "cat" / "cat_0000.png"


def test_every_node_gets_a_picture(image):
    graph = small()
    ready = preview(graph, PREPROCESS, image)
    assert set(ready.pictures) == set(graph.nodes)
    assert ready.is_complete
    assert not ready.weights.is_trained
    assert ready.weights.trained == ()
    assert {graph.nodes[node_id].kind for node_id in ready.weights.random} == {"Conv2d", "BatchNorm2d", "Linear"}
    assert ready.pictures[graph.output_node.id].bars.size == 2


def test_the_input_shows_the_image_as_the_network_gets_it(tmp_path):
    path = tmp_path / "red.png"
    Image.new("RGB", (40, 40), (220, 30, 10)).save(path)
    tile, *channels = preview(small(), PREPROCESS, path).pictures["input_1"].tiles
    assert tile[5, 5].tolist() == [220, 30, 10]
    assert len(channels) == 3


def test_the_same_network_gives_the_same_pictures(image):
    graph = small()
    first, second = preview(graph, PREPROCESS, image), preview(to_document(graph), PREPROCESS, image)
    for node_id, picture in first.pictures.items():
        np.testing.assert_array_equal(picture.tiles, second.pictures[node_id].tiles)
        np.testing.assert_array_equal(picture.bars, second.pictures[node_id].bars)


def test_a_cache_gives_unchanged_layers_the_very_same_pictures(image):
    graph, cache = small(), PreviewCache()
    before = preview(graph, PREPROCESS, image, None, cache).pictures
    edited = nth(graph, "Conv2d", 2)
    SetParameter(edited, "bias", True).apply(graph)
    after = preview(graph, PREPROCESS, image, None, cache).pictures
    same = {node_id for node_id, picture in after.items() if picture is before[node_id]}
    assert same == set(graph.nodes) - graph.downstream(edited)
    with cache.lent() as known:
        assert set(known.executed) == graph.downstream(edited)


def test_a_file_that_changed_is_read_again(image):
    graph, cache = small(), PreviewCache()
    before = preview(graph, PREPROCESS, image, None, cache).pictures["input_1"]
    assert preview(graph, PREPROCESS, image, None, cache).pictures["input_1"] is before
    Image.new("RGB", (30, 31), (1, 2, 3)).save(image)
    after = preview(graph, PREPROCESS, image, None, cache).pictures["input_1"]
    assert after.tiles[0, 0, 0].tolist() == [1, 2, 3]


def test_the_run_lends_its_weights_while_the_network_is_the_same(image, small_run):
    graph = from_document(RunFolder.load(small_run.path).record.graph)
    first = nth(graph, "Conv2d")
    MoveNodes({first: (500.0, 20.0)}).apply(graph)
    Rename(first, "My layer").apply(graph)
    trained = preview(graph, PREPROCESS, image, small_run.path)
    fresh = preview(graph, PREPROCESS, image)
    assert trained.weights.is_trained
    assert trained.weights.random_from == ()
    assert not np.array_equal(trained.pictures[first].tiles, fresh.pictures[first].tiles)


def test_after_an_edit_the_layers_before_it_keep_the_trained_weights(image, small_run):
    graph, cache = from_document(RunFolder.load(small_run.path).record.graph), PreviewCache()
    trained = preview(graph, PREPROCESS, image, small_run.path, cache)
    edited = trained.weights.trained[-1]
    name = "bias" if graph.nodes[edited].kind in ("Conv2d", "Linear") else "eps"
    SetParameter(edited, name, False if name == "bias" else 0.5).apply(graph)
    mixed = preview(graph, PREPROCESS, image, small_run.path, cache)
    assert not mixed.weights.is_trained
    assert mixed.weights.trained == trained.weights.trained[:-1]
    assert mixed.weights.random == (edited,)
    assert mixed.weights.random_from == (edited,)
    assert mixed.weights.trained_pictures == set(graph.nodes) - graph.downstream(edited) - {graph.input_node.id}
    assert all(mixed.pictures[node_id] is trained.pictures[node_id] for node_id in mixed.weights.trained_pictures)


def test_an_edit_of_the_first_layer_leaves_nothing_trained(image, small_run):
    graph = from_document(RunFolder.load(small_run.path).record.graph)
    SetParameter(nth(graph, "Conv2d"), "out_channels", 5).apply(graph)
    ready = preview(graph, PREPROCESS, image, small_run.path)
    fresh = preview(graph, PREPROCESS, image)
    assert ready.weights.trained == ()
    for node_id, picture in ready.pictures.items():
        np.testing.assert_array_equal(picture.tiles, fresh.pictures[node_id].tiles)


def test_a_damaged_run_gives_fresh_weights(image, small_run, tmp_path):
    graph = from_document(RunFolder.load(small_run.path).record.graph)
    assert preview(graph, PREPROCESS, image, tmp_path / "no run").weights.trained == ()


def test_a_network_with_errors_shows_what_lies_before_them(image):
    graph = small()
    SetParameter(graph.output_node.id, "classes", 9).apply(graph)
    assert set(preview(graph, PREPROCESS, image).pictures) == set(graph.nodes) - {graph.output_node.id}


def test_a_network_without_input_is_a_sentence(image):
    graph = small()
    RemoveNodes((graph.input_node.id,)).apply(graph)
    with pytest.raises(NetworkError, match="no Input"):
        preview(graph, PREPROCESS, image)


def test_an_input_of_other_size_than_the_images_gets_the_image_in_its_own(image):
    graph = preset("small", input_shape=(1, 20, 24), classes=2)
    picture = preview(graph, PREPROCESS, image).pictures["input_1"]
    assert len(picture.tiles) == 1
    SetParameter("input_1", "channels", 4).apply(graph)
    with pytest.raises(NetworkError, match="4 channels"):
        preview(graph, PREPROCESS, image)


def test_of_a_repeated_block_only_its_last_copy_is_on_the_canvas(image):
    graph = small()
    Fold((nth(graph, "ReLU"),)).apply(graph)
    block_id, = graph.blocks
    SetRepeat(block_id, 3).apply(graph)
    assert set(preview(graph, PREPROCESS, image).pictures) == set(graph.nodes)


def test_a_large_network_shows_its_pictures_as_they_come(image, monkeypatch):
    monkeypatch.setattr(preview_job, "_SHOW_EVERY_S", -1)
    *parts, last = PreviewJob(small(), PREPROCESS, image).run(lambda: False)
    sizes = [len(part.pictures) for part in parts]
    assert sizes == list(range(2, len(last.pictures) + 1))
    assert not any(part.is_complete for part in parts)
    assert last.is_complete


def test_a_job_that_is_stopped_ends_after_the_layer_it_is_at(image):
    cache = PreviewCache()
    with pytest.raises(JobCancelledError):
        list(PreviewJob(small(), PREPROCESS, image, None, cache).run(lambda: True))
    with cache.lent() as known:
        assert known.executed == ["conv2d_1"]


def test_a_damaged_image_is_named(tmp_path):
    path = tmp_path / "broken.png"
    path.write_bytes(b"")
    with pytest.raises(ImageError, match="broken"):
        preview(small(), PREPROCESS, path)


def test_random_weights_are_given_back_but_not_while_they_are_used(image):
    cache = PreviewCache()
    cache.forget_weights()
    preview(small(), PREPROCESS, image, None, cache)
    with cache.lent() as known:
        before = known.kept_bytes
        cache.forget_weights()
        assert known.kept_bytes == before
    cache.forget_weights()
    with cache.lent() as known:
        assert known.kept_bytes < before
