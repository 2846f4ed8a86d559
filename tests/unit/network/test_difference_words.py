"""Tests of the sentences about what differs between two networks."""

import pytest

from cnnstudio.network.block_edits import Fold, SetRepeat
from cnnstudio.network.difference import difference
from cnnstudio.network.difference_words import INSTEAD, sentences, share_text, value_text, words
from cnnstudio.network.edits import AppendAfter, Connect, Disconnect, InsertOnEdge, RemoveNodes, Rename, SetParameter
from cnnstudio.network.graph import Edge, Node
from cnnstudio.network.presets import preset
from cnnstudio.network.registry import layer_kinds
from tests.helpers.networks import add, chain


def network():
    return chain(("Conv2d", {"out_channels": 8}), "ReLU", ("Conv2d", {"out_channels": 8}), "ReLU", "Flatten",
                 ("Linear", {"out_features": 4}), ("Output", {"classes": 4}))


def said(*edits, before=None):
    before = network() if before is None else before
    after = before.copy()
    for edit in edits:
        edit.apply(after)
    return [sentence.text for sentence in sentences(difference(before, after)) if sentence.sign != "cost"]


def test_changed_settings_are_named_by_their_titles():
    assert said(SetParameter("conv2d_2", "kernel_size", 5), SetParameter("conv2d_2", "stride", 2)) == [
        "conv2d_2: kernel size 3×3 became 5×5, stride 1 became 2."]
    assert said(SetParameter("conv2d_1", "bias", False)) == ["conv2d_1: bias switched off."]
    assert said(SetParameter("linear_1", "out_features", 4096)) == ["linear_1: units 4 became 4,096."]


def test_added_and_removed_layers_are_named_with_their_key_numbers_and_their_place():
    assert said(InsertOnEdge(Node("dropout_1", "Dropout"), Edge("relu_2", "flatten_1"))) == [
        "Added Dropout dropout_1 (p 0.5) after relu_2."]
    assert said(RemoveNodes(["relu_1"])) == ["Removed ReLU relu_1 after conv2d_1."]


def test_many_added_layers_are_summed_up_first():
    edits = [AppendAfter(Node(f"tanh_{number}", "Tanh"), "relu_1") for number in range(3)]
    assert said(*edits)[0] == "Added Tanh tanh_2 after relu_1."
    edits += [AppendAfter(Node("elu_1", "ELU"), "relu_1")]
    lines = said(*edits)
    assert lines[0] == "Added 4 layers: 1 × ELU, 3 × Tanh."
    assert len(lines) == 5


def test_another_kind_in_its_place_has_become_it():
    assert said(RemoveNodes(["relu_1"]), InsertOnEdge(Node("elu_1", "ELU"), Edge("conv2d_1", "conv2d_2"))) == [
        "relu_1: ReLU became ELU elu_1 (alpha 1)."]


def test_wires_are_told_by_what_a_layer_takes():
    before = chain(("Conv2d", {"same": True}), "ReLU", ("Conv2d", {"same": True}), "ReLU")
    add(before, "Add", ["relu_2", "conv2d_1"])
    assert said(Connect(Edge("relu_1", "add_1", 1)), before=before) == ["add_1: takes relu_1 instead of conv2d_1."]
    assert said(Connect(Edge("relu_1", "add_1", 2)), before=before) == ["add_1: also takes relu_1."]
    assert said(Disconnect(Edge("conv2d_1", "add_1", 1)), before=before) == ["add_1: no longer takes conv2d_1."]
    assert said(Disconnect(Edge("conv2d_1", "relu_1"))) == ["relu_1: no longer takes anything."]


def test_a_moved_layer_is_told_by_where_it_stands():
    swapped = [Disconnect(Edge("conv2d_1", "relu_1")), Disconnect(Edge("relu_1", "conv2d_2")),
               Disconnect(Edge("conv2d_2", "relu_2")), Connect(Edge("conv2d_1", "conv2d_2")),
               Connect(Edge("conv2d_2", "relu_1")), Connect(Edge("relu_1", "relu_2"))]
    assert said(*swapped) in (["relu_1: stands after conv2d_2 instead of conv2d_1."],
                              ["conv2d_2: stands after conv2d_1 instead of relu_1."])


def test_the_order_of_inputs_is_told():
    before = chain("ReLU")
    add(before, "Tanh", ["input_1"])
    after = before.copy()
    add(before, "Concatenate", ["relu_1", "tanh_1"])
    add(after, "Concatenate", ["tanh_1", "relu_1"])
    assert words(difference(before, after)) == ["concatenate_1: takes tanh_1 and relu_1 in this order."]


def test_another_name_is_told_last_of_all_layers():
    assert said(Rename("conv2d_1", "stem"), SetParameter("conv2d_1", "stride", 2)) == [
        "stem: stride 1 became 2.", "conv2d_1 is called stem now."]


def test_repeats_are_counted_in_words():
    before = chain(("Conv2d", {"out_channels": 3, "same": True}), "ReLU", "Flatten")
    Fold(["conv2d_1", "relu_1"]).apply(before)
    block = next(iter(before.blocks.values()))
    assert said(SetRepeat(block.id, 3), before=before) == [f"{block.name}: runs 3 times instead of once."]
    SetRepeat(block.id, 3).apply(before)
    assert said(SetRepeat(block.id, 2), before=before) == [f"{block.name}: runs twice instead of 3 times."]


def test_a_layer_taken_for_another_is_called_by_both_names():
    before = chain(("Conv2d", {"out_channels": 8}), "Tanh", ("Conv2d", {"out_channels": 16}), "Tanh", "Flatten")
    after = chain("ReLU", ("Conv2d", {"out_channels": 4}), "ReLU", ("Conv2d", {"out_channels": 8}), "Tanh",
                  ("Conv2d", {"out_channels": 16, "kernel_size": 5}), "Tanh", "Flatten")
    assert "conv2d_3 (before: conv2d_2): kernel size 3×3 became 5×5." in words(difference(before, after))


def test_costs_come_last_with_their_share():
    lines = words(difference(preset("lenet5"), preset("lenet5", classes=20)))
    assert lines == ["linear_3: units 10 became 20.", "output_1: classes 10 became 20.",
                     "Weights 61,706 → 62,556 (+1.4 %).", "Multiply-adds 416,520 → 417,360 (+0.2 %).",
                     "Values out 16,036 → 16,056 (+0.1 %)."]   # 84 · 10 weights and 10 biases; 10 values twice


@pytest.mark.parametrize(("before", "after", "text"), [
    (98_970, 122_570, " (+24 %)"), (100, 50, " (−50 %)"), (1000, 1004, " (+0.4 %)"), (5, 0, " (−100 %)"),
    (10**6, 10**6 + 1, " (less than 0.1 % more)"), (10**6, 10**6 - 1, " (less than 0.1 % less)"),
    (100, 1200, " (12 times)"), (0, 5, "")])
def test_shares_are_rounded_for_people(before, after, text):
    assert share_text(before, after) == text


def test_the_same_beside_another_network_is_told_without_time():
    graph = network()
    other = graph.copy()
    edits = RemoveNodes(["relu_1"]), SetParameter("conv2d_1", "bias", False), SetParameter("conv2d_2", "stride", 2)
    for edit in edits:
        edit.apply(other)
    assert words(difference(graph, other), INSTEAD)[:3] == [
        "conv2d_1: bias off instead of on", "conv2d_2: stride 2 instead of 1",
        "Without ReLU relu_1 after conv2d_1"]


def test_nothing_is_said_about_the_same_network():
    assert words(difference(preset("resnet18"), preset("resnet18"))) == []


def test_every_setting_of_every_layer_can_be_said():
    for kind in layer_kinds().values():
        for parameter in kind.parameters:
            assert value_text(parameter, parameter.default)


def test_sentences_lead_to_their_layers():
    before = network()
    after = before.copy()
    RemoveNodes(["relu_1"]).apply(after)
    SetParameter("conv2d_2", "stride", 2).apply(after)
    found = [(sentence.sign, sentence.layer) for sentence in sentences(difference(before, after))]
    assert found[:2] == [("changed", "conv2d_2"), ("removed", "relu_1")]
    assert set(found[2:]) == {("cost", None)}
