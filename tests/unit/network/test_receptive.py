"""How much of the image a value sees behind a gate that was made from the whole image."""

from cnnstudio.network.costs import node_costs
from cnnstudio.network.graph import Edge, NetworkGraph
from cnnstudio.network.shapes import analyse


def gated(size, gates):
    """Return gates of one value a channel, each followed by a 3×3 convolution, and the last convolution's id."""
    graph = NetworkGraph()
    last = graph.new_node("Input", channels=4, height=size, width=size)
    graph.add_node(last)
    for _ in range(gates):
        pool, gate, conv = (graph.new_node(kind, **parameters) for kind, parameters in (
            ("AdaptiveAvgPool2d", {"output_size": 1}), ("Multiply", {}),
            ("Conv2d", {"out_channels": 4, "kernel_size": 3, "padding": 1})))
        for node in (pool, gate, conv):
            graph.add_node(node)
        graph.connect_all([Edge(last.id, pool.id), Edge(last.id, gate.id), Edge(pool.id, gate.id, 1),
                           Edge(gate.id, conv.id)])
        last = conv
    return graph, last.id


def test_a_convolution_behind_a_gate_steps_as_the_map_does_not_as_the_gate():
    graph, last = gated(8, 1)
    # the gate sees 8 pixels; its neighbours in the map lie 1 pixel apart: 8 + (3 - 1) · 1
    assert node_costs(graph, analyse(graph))[last].receptive_field == (10, 10)


def test_many_gates_let_the_field_grow_by_sums_not_by_products():
    graph, last = gated(8, 5)
    # each gate adds (8 - 1) · 1 and each convolution (3 - 1) · 1: 1 + 5 · 9
    assert node_costs(graph, analyse(graph))[last].receptive_field == (46, 46)
