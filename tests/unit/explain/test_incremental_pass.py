"""After an edit only what follows it runs again, and the pictures are those of a whole new pass."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import numpy as np
import pytest
import torch
from torch import Tensor, nn
from torch.nn.modules.module import register_module_forward_hook

from cnnstudio.explain import layer_turns
from cnnstudio.explain.feature_maps import capture
from cnnstudio.explain.incremental_pass import IncrementalPass
from cnnstudio.explain.layer_turns import Turns, plan, same_layers
from cnnstudio.explain.node_pictures import NodePicture, draw_output
from cnnstudio.explain.random_layers import random_layer
from cnnstudio.network.block_edits import Fold, SetRepeat
from cnnstudio.network.edits import MoveNodes, Rename, SetParameter
from cnnstudio.network.graph import Edge, NetworkGraph
from cnnstudio.network.presets import preset
from cnnstudio.network.registry import layer_kinds
from cnnstudio.torch_network.builder import build


def image(seed: int = 0, size: int = 16) -> Tensor:
    return torch.randn(1, 3, size, size, generator=torch.Generator().manual_seed(seed))


def chain(*layers: tuple[str, Mapping[str, object]]) -> NetworkGraph:
    """Input 3 × 16 × 16 and then these kinds."""
    graph = NetworkGraph()
    last = ""
    for kind, parameters in (("Input", {"channels": 3, "height": 16, "width": 16}), *layers):
        node = graph.new_node(kind, **parameters)
        graph.add_node(node)
        if last:
            graph.connect(Edge(last, node.id))
        last = node.id
    return graph


CONV = ("Conv2d", {"out_channels": 6, "same": True})
PLAIN = (CONV, ("ReLU", {}), CONV, ("ReLU", {}), ("MaxPool2d", {}), ("Flatten", {}), ("Linear", {"out_features": 4}),
         ("Output", {"classes": 4}))


def run(known: IncrementalPass, graph: NetworkGraph, key: str = "image 0", seed: int = 0) -> dict[str, NodePicture]:
    return dict(known.run(plan(graph, key), image(seed), {}))


@contextmanager
def counted_calls() -> Iterator[list[nn.Module]]:
    """List the modules that run, seen by torch itself."""
    calls: list[nn.Module] = []
    handle = register_module_forward_hook(lambda module, _inputs, _output: calls.append(module))
    try:
        yield calls
    finally:
        handle.remove()


def assert_same(first: Mapping[str, NodePicture], second: Mapping[str, NodePicture]) -> None:
    assert first.keys() == second.keys()
    for node_id, picture in first.items():
        np.testing.assert_array_equal(picture.tiles, second[node_id].tiles)
        np.testing.assert_array_equal(picture.bars, second[node_id].bars)
        assert picture.figures == second[node_id].figures


def test_the_pictures_are_those_of_the_module_the_graph_builds():
    graph = chain(*PLAIN)
    network = build(graph).eval()
    for turn in plan(graph, "").layers:
        network.layers[turn.node_id].load_state_dict(random_layer(turn).state_dict())
    expected = {node_id: draw_output(values) for node_id, values in capture(network, image()).items()}
    assert_same(run(IncrementalPass(), graph), expected)


@pytest.mark.parametrize("edited", ["conv2d_1", "conv2d_2", "maxpool2d_1", "linear_1"])
def test_after_an_edit_exactly_the_layers_behind_it_run(edited: str):
    graph, known = chain(*PLAIN), IncrementalPass()
    before = run(known, graph)
    name, value = {"Conv2d": ("bias", False), "MaxPool2d": ("padding", (1, 1)), "Linear": ("bias", False)}[
        graph.nodes[edited].kind]
    SetParameter(edited, name, value).apply(graph)
    SetParameter("output_1", "classes", 4).apply(graph)
    behind = graph.downstream(edited)
    with counted_calls() as calls:
        after = run(known, graph)
    assert set(known.executed) == behind
    assert len(calls) == len(behind)
    assert all((after[node_id] is before[node_id]) == (node_id not in behind) for node_id in after)
    assert_same(after, run(IncrementalPass(), graph))


def test_control_another_image_runs_every_layer_and_the_same_one_none():
    graph, known = chain(*PLAIN), IncrementalPass()
    first = run(known, graph)
    with counted_calls() as calls:
        assert_same(run(known, graph), first)
    assert not calls
    with counted_calls() as calls:
        other = run(known, graph, "image 1", 1)
    assert len(calls) == len(PLAIN)
    assert not np.array_equal(other["conv2d_1"].tiles, first["conv2d_1"].tiles)


def test_an_edit_that_is_undone_runs_nothing():
    graph, known = chain(*PLAIN), IncrementalPass()
    first = run(known, graph)
    edit = SetParameter("conv2d_1", "bias", False)
    edit.apply(graph)
    run(known, graph)
    edit.revert(graph)
    assert_same(run(known, graph), first)
    assert known.executed == []


def test_names_and_places_run_nothing():
    graph, known = chain(*PLAIN), IncrementalPass()
    run(known, graph)
    MoveNodes({"conv2d_1": (500, 500)}).apply(graph)
    Rename("conv2d_1", "first").apply(graph)
    run(known, graph)
    assert known.executed == []


def test_editing_a_layer_leaves_the_weights_of_the_others_as_they_were():
    graph = chain(*PLAIN)
    before = {turn.node_id: random_layer(turn).state_dict() for turn in plan(graph, "").layers}
    SetParameter("conv2d_1", "kernel_size", (5, 5)).apply(graph)
    after = {turn.node_id: random_layer(turn).state_dict() for turn in plan(graph, "").layers}
    assert before["conv2d_1"]["weight"].shape != after["conv2d_1"]["weight"].shape
    for node_id in before.keys() - {"conv2d_1"}:
        assert all(torch.equal(before[node_id][name], after[node_id][name]) for name in before[node_id])
    assert not torch.equal(before["conv2d_2"]["weight"][:, :3], before["conv2d_1"]["weight"])   # control: not all equal


def test_random_weights_are_drawn_as_he_and_others_say_and_disturb_no_other_random_numbers():
    graph = chain(("Conv2d", {"out_channels": 64, "kernel_size": (5, 5)}))
    state = torch.get_rng_state()
    weights = random_layer(plan(graph, "").layers[0]).weight.detach()
    assert torch.equal(torch.get_rng_state(), state)
    assert float(weights.std()) == pytest.approx((2 / (3 * 25)) ** 0.5, rel=0.05)


@pytest.mark.parametrize("kind", [kind for kind in layer_kinds() if kind not in ("Input", "Output")])
def test_every_kind_gets_the_same_finite_weights_each_time_and_gives_its_shape(kind: str):
    for first in ([], [("Flatten", {})]):
        graph = chain(*first, *[(kind, {})] * (layer_kinds()[kind].max_inputs == 1))
        turns = plan(graph, "image 0").layers
        if not turns or turns[-1].kind != kind:
            continue
        module, again = random_layer(turns[-1]), random_layer(turns[-1])
        assert all(torch.equal(value, again.state_dict()[name]) for name, value in module.state_dict().items())
        outputs = dict(IncrementalPass().run(plan(graph, "image 0"), image(), {}))
        assert outputs[turns[-1].node_id].figures.not_finite == 0


def test_a_layer_with_an_error_leaves_the_pictures_before_it():
    graph, known = chain(*PLAIN), IncrementalPass()
    whole = run(known, graph)
    SetParameter("conv2d_2", "same", False).apply(graph)
    SetParameter("conv2d_2", "kernel_size", (50, 50)).apply(graph)
    part = run(known, graph)
    assert list(part) == ["conv2d_1", "relu_1"]
    assert all(part[node_id] is whole[node_id] for node_id in part)
    graph.add_node(graph.new_node("ReLU"))      # not connected
    assert list(run(known, graph)) == ["conv2d_1", "relu_1"]


def test_a_graph_without_input_runs_nothing():
    graph = NetworkGraph()
    graph.add_node(graph.new_node("ReLU"))
    assert plan(graph, "") == Turns((), "", "")


def test_a_branch_that_was_not_edited_does_not_run():
    graph = chain(CONV, CONV)
    graph.add_node(graph.new_node("Conv2d", out_channels=6, same=True))
    graph.add_node(graph.new_node("Add"))
    graph.connect_all([Edge("conv2d_1", "conv2d_3"), Edge("conv2d_2", "add_1", 0), Edge("conv2d_3", "add_1", 1)])
    known = IncrementalPass()
    run(known, graph)
    SetParameter("conv2d_3", "bias", False).apply(graph)
    after = run(known, graph)
    assert known.executed == ["conv2d_3", "add_1"]
    assert_same(after, run(IncrementalPass(), graph))


def test_outputs_that_had_to_go_are_worked_out_again():
    graph, small = chain(*PLAIN), IncrementalPass(output_limit_bytes=6 * 16 * 16 * 4)      # one volume
    run(small, graph)
    SetParameter("maxpool2d_1", "padding", (1, 1)).apply(graph)
    after = run(small, graph)
    assert small.executed[0] == "conv2d_1"      # its picture is there, but what the others need is not
    assert_same(after, run(IncrementalPass(), graph))


def test_nothing_is_kept_beyond_the_limit():
    known = IncrementalPass(output_limit_bytes=20_000, weight_limit_bytes=1000)
    for seed in range(4):
        run(known, chain(*PLAIN), f"image {seed}", seed)
    assert known._outputs.used_bytes <= 20_000
    assert known._modules.used_bytes <= 1000
    known.forget_weights()
    assert known._modules.used_bytes == 0


def test_a_pass_that_was_left_in_the_middle_goes_on_from_there():
    graph, known = chain(*PLAIN), IncrementalPass()
    half = known.run(plan(graph, "image 0"), image(), {})
    next(half), next(half)
    half.close()
    run(known, graph)
    assert known.executed[0] == "conv2d_2"


def test_trained_layers_take_the_given_modules_and_run_again_when_the_run_is_another():
    graph, known = chain(*PLAIN), IncrementalPass()
    network = build(graph).eval()
    layers = dict(network.layers.items())
    fresh = run(known, graph)
    turns = plan(graph, "image 0", trained=set(layers), weights_key="run 1")
    trained = dict(known.run(turns, image(), layers))
    expected = {node_id: draw_output(values) for node_id, values in capture(network, image()).items()}
    assert_same(trained, expected)
    assert not np.array_equal(trained["conv2d_1"].tiles, fresh["conv2d_1"].tiles)
    dict(known.run(plan(graph, "image 0", trained=set(layers), weights_key="run 2"), image(), layers))
    assert len(known.executed) == len(PLAIN)


def test_the_same_layers_are_those_whose_whole_way_is_the_same():
    graph = chain(*PLAIN)
    other = graph.copy()
    Rename("conv2d_1", "first").apply(other)
    assert same_layers(graph, other) == set(graph.nodes)
    SetParameter("conv2d_2", "bias", False).apply(other)
    assert same_layers(graph, other) == {"input_1", "conv2d_1", "relu_1"}


def test_a_layer_too_large_for_a_picture_is_named_and_what_follows_it_does_not_run(monkeypatch):
    monkeypatch.setattr(layer_turns, "WEIGHT_LIMIT", 400)
    turns = plan(chain(*PLAIN), "")
    assert turns.too_large == ("linear_1",)
    assert turns.layers[-1].node_id == "flatten_1"


def test_a_repeated_block_shows_what_its_last_copy_gives():
    graph = chain(CONV, CONV, ("ReLU", {}), CONV)
    known = IncrementalPass()
    once = run(known, graph)
    Fold(("conv2d_2", "relu_1")).apply(graph)
    block_id, = graph.blocks
    SetRepeat(block_id, 3).apply(graph)
    thrice = run(known, graph)
    assert set(once) <= set(thrice)
    assert len(thrice) == len(once) + 4
    assert thrice["conv2d_1"] is once["conv2d_1"]
    network = build(graph_with_end(graph)).eval()
    for turn in plan(graph, "").layers:
        network.layers[turn.node_id].load_state_dict(random_layer(turn).state_dict())
    np.testing.assert_array_equal(thrice["relu_1"].tiles, draw_output(capture(network, image())["relu_1"]).tiles)


def graph_with_end(graph: NetworkGraph) -> NetworkGraph:
    whole = graph.copy()
    last = "conv2d_3"
    for kind, parameters in (("Flatten", {}), ("Linear", {"out_features": 2}), ("Output", {"classes": 2})):
        node = whole.new_node(kind, **parameters)
        whole.add_node(node)
        whole.connect(Edge(last, node.id))
        last = node.id
    return whole


def test_fifty_layers_deep_the_values_neither_grow_nor_fade():
    """Convolution, batch normalisation and sigmoid, which lets values fade: the picture has structure to the end."""
    last = run(IncrementalPass(), graph_of_sigmoids())["sigmoid_17"]
    assert last.figures.greatest - last.figures.least > 0.8
    assert last.tiles.std() > 40


def test_control_with_the_running_statistics_of_the_start_the_values_have_faded_fifty_layers_deep():
    graph = graph_of_sigmoids()
    network = build(graph).eval()
    for turn in plan(graph, "").layers:
        if turn.kind == "Conv2d":
            network.layers[turn.node_id].load_state_dict(random_layer(turn).state_dict())
    inside = capture(network, image())["sigmoid_17"][:, 4:-4, 4:-4]     # without what the zeros around it add
    assert float((inside.max(axis=(1, 2)) - inside.min(axis=(1, 2))).max()) < 0.2


def graph_of_sigmoids() -> NetworkGraph:
    return chain(*[CONV, ("BatchNorm2d", {}), ("Sigmoid", {})] * 17, ("Flatten", {}), ("Linear", {"out_features": 2}),
                 ("Output", {"classes": 2}))


def test_a_normalisation_of_maps_of_one_pixel_is_left_to_its_running_statistics():
    graph = chain(("AdaptiveAvgPool2d", {"output_size": (1, 1)}), ("BatchNorm2d", {}))
    assert run(IncrementalPass(), graph)["batchnorm2d_1"].bars.any()


@pytest.mark.parametrize("name", ["lenet5", "resnet18"])
def test_every_layer_of_a_preset_gets_a_picture(name: str):
    graph = preset(name, input_shape=(3, 32, 32), classes=3)
    pictures = dict(IncrementalPass().run(plan(graph, "image"), image(size=32), {}))
    assert set(graph.nodes) - {graph.input_node.id} <= set(pictures)
