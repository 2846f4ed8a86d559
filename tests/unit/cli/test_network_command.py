"""Tests of ``cnnstudio network`` and ``cnnstudio source``."""

import runpy

import pytest
import torch
from safetensors.torch import load_file

from cnnstudio.network import document
from cnnstudio.network.edits import SetParameter
from cnnstudio.network.presets import PRESETS, preset
from cnnstudio.runs.store import RunFolder

PUBLISHED = {"lenet5": 61_706, "tutorial": 122_570, "alexnet": 61_100_840, "vgg16": 138_357_544,
             "resnet18": 11_689_512}


@pytest.mark.parametrize(("name", "weights"), PUBLISHED.items())
def test_known_networks_have_the_published_number_of_weights(run_cli, name, weights):
    answer = run_cli("network", name, "--json")
    assert answer.status == 0
    event, = answer.events
    assert event["total"]["weights"] == weights == sum(layer["weights"] for layer in event["layers"])
    assert event["total"]["multiply_adds"] == sum(layer["multiply_adds"] for layer in event["layers"])
    assert event["problems"] == []


def test_every_preset_can_be_shown(run_cli):
    for info in PRESETS:
        assert run_cli("network", info.name).status == 0


def test_each_layer_has_its_name_kind_and_output_shape(run_cli):
    layers = run_cli("network", "tutorial", "--json").events[0]["layers"]
    assert layers[1] == {
        "name": "conv2d_1", "kind": "Conv2d", "output_shape": [32, 30, 30], "weights": 896, "multiply_adds": 777_600,
        "output_bytes": 32 * 32 * 30 * 30 * 4, "kept_bytes": 0, "receptive_field": [3, 3]}    # ReLU keeps its own


def test_input_and_classes_can_be_chosen(run_cli):
    event, = run_cli("network", "small", "--input", "1,28,28", "--classes", "4", "--json").events
    assert event["layers"][0]["output_shape"] == [1, 28, 28]
    assert event["layers"][-1]["output_shape"] == [4]


def test_the_table_for_people_has_thousands_separated(run_cli):
    answer = run_cli("network", "tutorial")
    assert "122,570 weights, 4,548,608 multiply-adds an image" in answer.out
    assert "32 × 30 × 30" in answer.out


def test_a_file_is_shown_like_a_preset(run_cli, tmp_path):
    path = tmp_path / "mine.json"
    document.save(path, preset("small"))
    assert run_cli("network", path, "--json").out == run_cli("network", "small", "--json").out


def test_a_layer_that_does_not_fit_is_named(run_cli):
    answer = run_cli("network", "lenet5", "--input", "1,4,4", "--json")
    assert answer.status == 1
    assert "conv2d_2" in answer.events[-1]["message"]


def test_a_file_with_a_problem_shows_its_table_and_the_problem(run_cli, tmp_path):
    graph = preset("small")
    SetParameter(graph.output_node.id, "classes", 77).apply(graph)
    path = tmp_path / "wrong.json"
    document.save(path, graph)
    answer = run_cli("network", path, "--json")
    assert answer.status == 1
    network, error = answer.events
    assert network["problems"][0]["severity"] == "error"
    assert error["message"] == network["problems"][0]["message"]


def test_an_unknown_preset_gets_the_nearest_one(run_cli):
    answer = run_cli("network", "resnet8")
    assert answer.status == 1
    assert "resnet18" in answer.err


def test_a_damaged_file_is_named_with_its_field(run_cli, tmp_path):
    path = tmp_path / "mine.json"
    path.write_text('{"schema_version": 1, "nodes": [{"id": "a", "kind": "Fly"}], "edges": []}')
    answer = run_cli("network", path)
    assert answer.status == 1
    assert "mine.json" in answer.err
    assert "nodes[0]" in answer.err
    path.write_text("{")
    assert "mine.json is not valid JSON" in run_cli("network", path).err


@pytest.mark.parametrize(("difference", "status", "words"), [(0.0, 0, ": equal"), (0.5, 1, "NOT equal")])
def test_a_comparison_with_torchvision_decides_the_status(run_cli, monkeypatch, difference, status, words):
    from cnnstudio.torch_network import torchvision_models

    found = torchvision_models.Comparison("lenet5", 61_706, 61_706, same_shapes=True, max_difference=difference)
    monkeypatch.setattr(torchvision_models, "compare_with_torchvision", lambda name: found)
    answer = run_cli("network", "lenet5", "--check", "--json")
    assert answer.status == status
    assert answer.of("check")[0]["max_difference"] == difference
    assert words in run_cli("network", "lenet5", "--check").out


def test_a_network_that_torchvision_lacks_cannot_be_compared(run_cli):
    answer = run_cli("network", "small", "--check")
    assert answer.status == 1
    assert "alexnet" in answer.err


def test_the_source_in_a_file_is_a_network(run_cli, tmp_path):
    path = tmp_path / "network.py"
    assert run_cli("source", "tutorial", "--out", path).status == 0
    network = runpy.run_path(str(path))["Network"]()
    assert sum(weight.numel() for weight in network.parameters()) == 122_570


def test_the_source_goes_to_stdout_unless_a_file_is_named(run_cli):
    plain = run_cli("source", "lenet5", "--classes", "3").out
    assert plain == run_cli("source", "lenet5", "--classes", "3", "--json").events[0]["source"]
    compile(plain, "network.py", "exec")


def test_the_source_of_a_run_is_that_of_its_network(run_cli, small_run):
    answer = run_cli("source", small_run.path.name, "--runs", small_run.runs)
    assert answer.status == 0
    network = run_cli("source", "small", "--input", "3,16,16", "--classes", "3").out
    head, rest = network.split("\n", 1)
    before, after = rest.split("\n\n\nif __name__")
    assert head in answer.out.replace(", load_image also NumPy, Pillow and OpenCV", "")
    assert before in answer.out
    assert after in answer.out
    assert "CLASSES = ['cat', 'dog', 'owl']" in answer.out
    assert "def load_image(path):" in answer.out
    assert "load_image" not in network


def test_the_weights_of_a_run_fit_its_source_as_they_are(run_cli, small_run, tmp_path):
    code, weights = tmp_path / "network.py", tmp_path / "network.safetensors"
    name = small_run.path.name
    assert run_cli("source", name, "--runs", small_run.runs, "--out", code, "--weights", weights).status == 0
    network = runpy.run_path(str(code))["Network"]().eval()
    network.load_state_dict(load_file(weights))
    ours = RunFolder.load(small_run.path).load_module()
    images = torch.randn(2, *ours.input_shape, generator=torch.Generator().manual_seed(0))
    with torch.no_grad():
        assert torch.equal(network(images), ours(images))


def test_weights_of_something_that_was_not_trained_are_refused(run_cli, tmp_path):
    answer = run_cli("source", "lenet5", "--weights", tmp_path / "weights.safetensors")
    assert answer.status == 1
    assert "'lenet5' is no run, and only a run has weights" in answer.err
    assert not list(tmp_path.iterdir())


def test_a_file_that_cannot_be_written_is_named(run_cli, tmp_path):
    (tmp_path / "file").write_text("")
    answer = run_cli("source", "lenet5", "--out", tmp_path / "file" / "network.py")
    assert answer.status == 1
    assert "network.py" in answer.err


def test_a_network_of_torchvision_is_shown_checked_and_saved(run_cli, tmp_path):
    pytest.importorskip("torchvision", exc_type=ImportError)
    path = tmp_path / "imported.json"
    answer = run_cli("network", "torchvision:squeezenet1_1", "--check", "--save", path, "--json")
    assert answer.status == 0
    assert answer.of("network")[0]["total"]["weights"] == 1_235_496
    assert answer.of("check")[0]["max_difference"] == 0.0
    assert answer.of("saved")[0]["path"] == str(path)
    assert run_cli("network", path, "--json").events[0] == answer.of("network")[0]


def test_a_network_of_torchvision_is_fitted_to_images_and_classes(run_cli):
    pytest.importorskip("torchvision", exc_type=ImportError)
    event, = run_cli("network", "torchvision:squeezenet1_1", "--input", "1,64,64", "--classes", "7", "--json").events
    assert event["problems"] == []
    assert event["layers"][-1]["output_shape"] == [7]
    plain = run_cli("source", "torchvision:squeezenet1_1", "--classes", "7").out
    assert runpy_weights(plain) == 722_496 + 7 * 513
    answer = run_cli("source", "torchvision:squeezenet1_1", "--input", "3,4,4")
    assert answer.status == 1
    assert "Choose larger images" in answer.err


def runpy_weights(text):
    """Return the number of weights of a source text's network."""
    place = {"__name__": "network"}
    exec(compile(text, "network.py", "exec"), place)
    return sum(weight.numel() for weight in place["Network"]().parameters())


def test_an_unknown_network_of_torchvision_gets_the_nearest_one(run_cli):
    answer = run_cli("network", "torchvision:resnet51")
    assert answer.status == 1
    assert "resnet50" in answer.err or "resnet101" in answer.err


def test_what_was_left_out_of_an_import_is_said(run_cli):
    pytest.importorskip("torchvision", exc_type=ImportError)
    assert "note: 9 × stochastic depth left out" in run_cli("network", "torchvision:efficientnet_b0").out


def test_a_damaged_foreign_file_is_named(run_cli, tmp_path):
    for ending in (".onnx", ".pt2"):
        path = tmp_path / f"theirs{ending}"
        path.write_bytes(b"nothing of the kind")
        answer = run_cli("network", path)
        assert answer.status == 1
        assert f"theirs{ending}" in answer.err
