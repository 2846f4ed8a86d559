"""Tests of saying what differs between two runs."""

from cnnstudio.data.config import AugmentConfig
from cnnstudio.runs.comparison import differences
from cnnstudio.training.config import TrainConfig
from tests.unit.runs.samples import graph_document, record, row


def test_equal_runs_do_not_differ_whatever_came_of_them():
    assert differences(record(), record(created="2026-01-01T00:00:00+00:00", notes="x").with_epoch(row(1))) == []


def test_settings_are_named_by_their_titles():
    a = record(train=TrainConfig(learning_rate=0.01, optimizer="sgd"), augment=AugmentConfig(flip_horizontal=True))
    assert differences(a, record()) == [
        "Optimiser sgd instead of adam", "Learning rate 0.01 instead of 0.001", "Mirror on instead of off"]


def test_layers_are_compared_by_parameter_with_what_it_costs():
    a = record(graph=graph_document(conv2d_1={"out_channels": 8, "kernel_size": [5, 5]}), network_name="big")
    assert differences(a, record()) == [
        "Network big instead of small", "conv2d_1: feature maps 8 instead of 4, kernel size 5×5 instead of 3×3",
        # 8·25 + 8, 2·8 and 2·(8·16) + 2 weights instead of 4·9 + 4, 2·4 and 2·(4·36) + 2
        "Weights 338 → 482 (+43 %)", "Multiply-adds 1,584 → 3,456 (+118 %)", "Values out 644 → 580 (−9.9 %)"]


def layers(lines):
    return [line for line in lines if "→" not in line]


def test_layers_that_are_only_in_one_network_are_named():
    longer, shorter = graph_document(), graph_document()
    shorter["nodes"] = [node for node in shorter["nodes"] if node["id"] != "relu_1"]
    shorter["edges"][2:4] = [{"source": "batchnorm2d_1", "target": "flatten_1", "port": 0}]
    assert layers(differences(record(graph=longer), record(graph=shorter))) == ["With ReLU relu_1 after batchnorm2d_1"]
    assert layers(differences(record(graph=shorter), record(graph=longer))) == [
        "Without ReLU relu_1 after batchnorm2d_1"]
    other = graph_document()
    other["nodes"][3] |= {"kind": "Tanh"}
    assert differences(record(graph=other), record()) == ["relu_1: Tanh instead of ReLU"]


def test_networks_with_little_in_common_are_summed_up():
    other = graph_document()
    for index in range(20):
        other["nodes"].append({"id": f"x{index}", "kind": "ReLU", "name": f"x{index}", "parameters": {}})
    assert differences(record(graph=other), record()) == [
        "A network of 27 layers instead of 7, different in 20 places", "With 20 layers: 20 × ReLU"]


def test_another_wiring_is_said():
    other = graph_document()
    other["edges"][2] |= {"source": "conv2d_1"}
    assert differences(record(graph=other), record()) == [
        "relu_1: takes conv2d_1 instead of batchnorm2d_1", "Weights 338 → 330 (−2.4 %)",
        "Values out 644 → 500 (−22 %)"]


def test_places_on_the_canvas_are_no_difference():
    other = graph_document()
    other["nodes"][2] |= {"x": 300.0, "y": 5.0}
    assert differences(record(graph=other), record()) == []


def test_a_network_this_program_does_not_know_is_said():
    other = graph_document()
    other["nodes"][3] |= {"kind": "Quantum"}
    line, = differences(record(graph=other), record())
    assert line.startswith("The networks cannot be compared: ")
    assert "Quantum" in line


def test_other_images_are_said():
    a = record(folder="/pictures/zoo", fingerprint="f2", class_names=("ape", "bee"),
               counts={"train": 1600, "validation": 20})
    assert differences(a, record()) == [
        "Classes ape, bee instead of cat, dog", "Images of /pictures/zoo instead of /pictures/pets",
        "1,600 training images instead of 80"]
    assert differences(record(fingerprint="f2"), record()) == ["The images in /pictures/pets have changed"]


def test_other_versions_are_said():
    assert differences(record(versions={"torch": "2.14.1"}), record(versions={"torch": "2.10.0"})) == [
        "torch 2.14.1 instead of 2.10.0"]


def test_settings_that_play_no_part_in_either_run_are_not_compared():
    for optimizer, lines in (("adam", []), ("sgd", ["Momentum 0.9 instead of 0.5"])):
        one, other = (record(train=TrainConfig(optimizer=optimizer, momentum=momentum)) for momentum in (0.9, 0.5))
        assert differences(one, other) == lines
