"""Tests of ``cnnstudio network A --difference B``."""

from cnnstudio.network import document
from cnnstudio.network.edits import Rename, SetParameter
from cnnstudio.network.presets import preset


def test_two_presets_are_compared_in_sentences(run_cli):
    answer = run_cli("network", "lenet5", "--difference", "tutorial", "--input", "1,32,32")
    assert answer.status == 0
    lines = answer.out.splitlines()
    assert "conv2d_1: feature maps 6 became 32, kernel size 5×5 became 3×3." in lines
    assert "tanh_1: Tanh became ReLU relu_1." in lines
    assert not any("channels" in line for line in lines)     # both take grey images here


def test_files_are_compared_and_told_as_json(run_cli, tmp_path):
    graph = preset("small")
    document.save(tmp_path / "before.json", graph)
    SetParameter("conv2d_2", "kernel_size", 5).apply(graph)
    Rename("conv2d_1", "stem").apply(graph)
    document.save(tmp_path / "after.json", graph)
    event, = run_cli("network", tmp_path / "before.json", "--difference", tmp_path / "after.json", "--json").events
    assert event["event"] == "difference"
    assert event["changed"] == [{"before": "conv2d_2", "after": "conv2d_2", "kind_before": "Conv2d",
                                 "kind_after": "Conv2d", "parameters": {"kernel_size": [[3, 3], [5, 5]]}}]
    assert event["renamed"] == [{"before": "conv2d_1", "after": "stem"}]
    assert event["weights"] == [98_970, 98_970 + 32 * 16 * (25 - 9)]
    assert event["sentences"][0] == "conv2d_2: kernel size 3×3 became 5×5."


def test_a_network_is_the_same_as_itself(run_cli):
    assert run_cli("network", "lenet5", "--difference", "lenet5").out.strip() == "Both networks compute the same."
    assert run_cli("network", "lenet5", "--difference", "lenet5", "--json").events[0]["same"] is True


def test_an_unknown_second_network_is_refused_with_the_nearest_name(run_cli):
    answer = run_cli("network", "lenet5", "--difference", "lenet6")
    assert answer.status == 1
    assert "lenet5" in answer.err
