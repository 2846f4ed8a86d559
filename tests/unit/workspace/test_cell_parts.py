"""What a cell gives to the score, against the same worked out with NumPy from weights and activations."""

from pathlib import Path

import numpy as np
import pytest
import torch

from cnnstudio.data.loading import load
from cnnstudio.explain.target import Target, contrast, log_odds
from cnnstudio.explain.target_layer import find_layer
from cnnstudio.network.affine import is_affine_behind
from cnnstudio.network.presets import preset
from cnnstudio.runs.store import RunFolder
from cnnstudio.workspace.inspected_image import inspected_image
from cnnstudio.workspace.look_answer import CellParts, MapAnswer
from cnnstudio.workspace.look_job import map_answer
from tests.helpers.runs import SmallRun

DOG, OWL = 1, 2


def answered(small_run: SmallRun, target: Target, method: str = "grad-cam", layer: str = "auto") -> MapAnswer:
    with inspected_image(small_run.path, small_run.folder.files[0].path) as seen:
        return map_answer(seen, seen.answer.key(target, layer, method))


def head_and_activations(small_run: SmallRun) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return weights (K, C), bias (K,) of the dense layer and what the layer before the pooling gave, (C, h, w)."""
    run = RunFolder.load(Path(small_run.path))
    network = run.load_module().eval()
    pixels = load(small_run.folder.files[0].path, run.record.preprocess).input_pixels
    values = (pixels / 255 - np.array(run.record.mean)) / np.array(run.record.std)
    kept: list[np.ndarray] = []
    with inspected_image(small_run.path, small_run.folder.files[0].path) as seen:
        layer = find_layer(network, seen.answer.auto_layer)
    layer.register_forward_hook(lambda _module, _inputs, output: kept.append(output[0].clone().numpy()))
    with torch.no_grad():
        network(torch.from_numpy(values.transpose(2, 0, 1)[None]).float())
    tensors = {name: value.numpy() for name, value in network.state_dict().items()}
    weight, = (value for value in tensors.values() if value.ndim == 2)
    bias, = (tensors[name.replace("weight", "bias")] for name, value in tensors.items() if value.ndim == 2)
    return weight.astype(np.float64), bias.astype(np.float64), kept[0].astype(np.float64)


@pytest.mark.parametrize("method", ["grad-cam", "hirescam"])
def test_a_cell_gives_exactly_its_part_of_the_score_behind_pooling_and_a_dense_layer(small_run: SmallRun,
                                                                                     method: str) -> None:
    weight, bias, maps = head_and_activations(small_run)
    parts = weight[DOG][:, None, None] * maps / maps[0].size    # class activation mapping: W · A, over h · w cells
    found = answered(small_run, Target(index=DOG), method)
    # float32 against float64: a few units in the seventh digit of the largest part
    atol = 5e-6 * np.abs(parts).max()
    np.testing.assert_allclose(found.raw, parts.sum(axis=0), atol=len(parts) * atol)
    cells = found.cells
    assert isinstance(cells, CellParts)
    assert cells.is_exact
    assert cells.rest == pytest.approx(bias[DOG], abs=1e-5)
    assert cells.score == pytest.approx(parts.sum() + bias[DOG], abs=1e-5)
    order = np.argsort(-np.abs(parts), axis=0)[:5].transpose(1, 2, 0)
    np.testing.assert_allclose(cells.parts, np.take_along_axis(parts.transpose(1, 2, 0), order, axis=2), atol=atol)
    strongest = np.take_along_axis(parts.transpose(1, 2, 0), cells.channels.astype(np.int64), axis=2)
    np.testing.assert_allclose(cells.parts, strongest, atol=atol)


def test_a_contrast_is_exact_too_and_log_odds_are_not(small_run: SmallRun) -> None:
    weight, bias, maps = head_and_activations(small_run)
    cells = answered(small_run, contrast(DOG, OWL)).cells
    assert cells is not None
    assert cells.is_exact
    assert cells.rest == pytest.approx(bias[DOG] - bias[OWL], abs=1e-5)
    assert cells.score == pytest.approx(((weight[DOG] - weight[OWL]) @ maps.mean(axis=(1, 2))) + cells.rest, abs=1e-5)
    other = answered(small_run, log_odds(DOG)).cells
    assert other is not None
    assert not other.is_exact


def test_an_earlier_layer_is_not_called_exact(small_run: SmallRun) -> None:
    cells = answered(small_run, Target(index=DOG), layer="conv2d_1").cells
    assert cells is not None
    assert not cells.is_exact


def test_what_is_affine_behind_a_layer_is_read_off_the_graph() -> None:
    graph = preset("small", input_shape=(3, 16, 16), classes=3)
    order = graph.topological_order()
    activations = [node for node in order if graph.nodes[node].kind == "ReLU"]
    assert is_affine_behind(graph, activations[-1])
    assert not any(is_affine_behind(graph, node) for node in order[:order.index(activations[-1])])
    assert not is_affine_behind(graph, "nowhere")
