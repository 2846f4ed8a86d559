"""Documents come back as they went, and damaged ones are refused with the field's name."""

import copy
import json

import pytest

from cnnstudio.errors import NetworkError, StorageError
from cnnstudio.network.document import (
    SCHEMA_VERSION,
    dumps,
    from_document,
    load,
    loads,
    save,
    subgraph,
    to_document,
)
from cnnstudio.network.presets import PRESETS, preset
from tests.helpers.networks import chain, random_network


@pytest.fixture
def document():
    """Return a small valid document."""
    return to_document(chain("Conv2d", "ReLU"))


@pytest.mark.parametrize("name", [info.name for info in PRESETS])
def test_presets_come_back_equal(name):
    graph = preset(name)
    assert from_document(to_document(graph)).is_equal(graph)
    assert loads(dumps(graph)).is_equal(graph)


def test_a_file_comes_back_equal_with_names_and_positions(tmp_path):
    graph = random_network(3)
    graph.rename("input_1", 'evil"); import os #\\ ä 层')
    graph.move("input_1", -3.5, 7.25)
    path = tmp_path / "a b.json"
    save(path, graph)
    assert load(path).is_equal(graph)


def test_a_matrix_is_a_list_of_rows_and_comes_back_as_it_was():
    kernel = [[1, 2, 1], [2, 4.5, 2], [1, 2, 1]]
    graph = chain(("FixedKernel", {"kernel": kernel}))
    record = json.loads(dumps(graph))["nodes"][1]["parameters"]
    assert record["kernel"] == kernel
    assert loads(dumps(graph)).is_equal(graph)
    assert loads(dumps(graph)).nodes["fixedkernel_1"].parameters["kernel"] == tuple(map(tuple, kernel))


@pytest.mark.parametrize("kernel", [[[1, 2], [3, 4]], [[1, 2, 3]] * 2, [["a"] * 3] * 3, [[None] * 3] * 3, 7, "abc"])
def test_a_damaged_matrix_is_refused_by_its_name(kernel):
    document = to_document(chain("FixedKernel"))
    document["nodes"][1]["parameters"]["kernel"] = kernel
    with pytest.raises(NetworkError, match=r"nodes\[1\]: .*kernel must be"):
        from_document(document)


def test_a_document_is_plain_json_with_a_version(document):
    assert document["schema_version"] == SCHEMA_VERSION
    assert json.loads(json.dumps(document)) == document
    assert document["edges"][0] == {"source": "conv2d_1", "target": "relu_1", "port": 0}


def test_ids_given_after_loading_are_new(document):
    assert from_document(document).new_node("Conv2d").id == "conv2d_2"


def test_left_out_parameters_take_their_defaults():
    text = '{"schema_version": 1, "nodes": [{"id": "a", "kind": "Conv2d"}], "edges": []}'
    assert loads(text).nodes["a"].parameters["out_channels"] == 32


def changed(document, *path, value=None, remove=False):
    """Return a copy with one value replaced or removed."""
    result = copy.deepcopy(document)
    place = result
    for key in path[:-1]:
        place = place[key]
    if remove:
        del place[path[-1]]
    else:
        place[path[-1]] = value
    return result


HUGE = 10**30
REFUSED = [
    (("schema_version",), 3, "newer version"),
    (("schema_version",), True, "schema_version"),
    (("schema_version",), "1", "schema_version"),
    (("schema_version",), 0, "schema_version"),
    (("extra",), 1, "unknown field 'extra'"),
    (("nodes",), {}, "nodes must be a list"),
    (("nodes",), [1], r"nodes\[0\] must be a JSON object"),
    (("nodes",), [{"id": "a", "kind": "ReLU"}] * 2001, "2,001 entries"),
    (("nodes", 1, "kind"), "Conv3d", r"nodes\[1\]: .*no layer kind 'Conv3d'. Did you mean 'Conv2d'"),
    (("nodes", 1, "kind"), 7, r"nodes\[1\].kind must be text"),
    (("nodes", 1, "id"), "input_1", r"nodes\[1\]: There is already"),
    (("nodes", 1, "id"), "import os", r"nodes\[1\]: .*cannot be an id"),
    (("nodes", 1, "id"), None, r"nodes\[1\].id must be text"),
    (("nodes", 1, "colour"), "red", r"nodes\[1\] has an unknown field 'colour'"),
    (("nodes", 1, "name"), "", r"nodes\[1\]\.name: "),
    (("nodes", 1, "name"), 5, r"nodes\[1\].name must be text"),
    (("nodes", 1, "name"), "input_1", r"nodes\[1\]: There is already"),
    (("nodes", 1, "parameters"), [], r"nodes\[1\].parameters must be a JSON object"),
    (("nodes", 1, "parameters", "kernel"), 3, r"nodes\[1\]: conv2d_1: .*no parameter 'kernel'"),
    (("nodes", 1, "parameters", "kernel_size"), [3], r"nodes\[1\]: conv2d_1: kernel_size"),
    (("nodes", 1, "parameters", "kernel_size"), HUGE, "kernel_size"),
    (("nodes", 1, "parameters", "bias"), 1, "bias must be true or false"),
    (("nodes", 1, "x"), "0", r"nodes\[1\].x must be a number"),
    (("nodes", 1, "x"), HUGE, r"nodes\[1\].x"),
    (("nodes", 1, "x"), 5e8, "position"),
    (("nodes", 1, "y"), True, r"nodes\[1\].y"),
    (("edges",), None, "edges must be a list"),
    (("edges", 0, "port"), 1, "edges: relu_1 takes 1 input"),
    (("edges", 0, "port"), "0", r"edges\[0\].port"),
    (("edges", 0, "source"), "relu_9", "edges: There is no layer 'relu_9'"),
    (("edges", 0, "source"), "relu_1", "circle"),
    (("edges", 0, "weight"), 1, r"edges\[0\] has an unknown field 'weight'"),
]


@pytest.mark.parametrize(("path", "value", "match"), REFUSED, ids=lambda value: "")
def test_a_damaged_field_is_named(document, path, value, match):
    with pytest.raises(NetworkError, match=match):
        from_document(changed(document, *path, value=value))


@pytest.mark.parametrize("path", [
    ("schema_version",), ("nodes",), ("edges",), ("nodes", 0, "id"), ("nodes", 0, "kind"), ("edges", 0, "source")])
def test_a_missing_field_is_named(document, path):
    with pytest.raises(NetworkError, match=f"lacks the field '{path[-1]}'"):
        from_document(changed(document, *path, remove=True))


@pytest.mark.parametrize("value", [None, [], "text", 3])
def test_something_else_than_an_object_is_refused(value):
    with pytest.raises(NetworkError, match="document must be a JSON object"):
        from_document(value)


def test_a_circle_in_the_edges_is_refused(document):
    document["edges"].append({"source": "relu_1", "target": "conv2d_1", "port": 0})
    with pytest.raises(NetworkError, match="edges"):
        from_document(document)


def test_names_are_cleaned_on_the_way_in(document):
    document["nodes"][1]["name"] = "a\u202eb\x07\n" + "c" * 300
    name = from_document(document).nodes["conv2d_1"].name
    assert name.startswith("ab cc")
    assert len(name) == 200


@pytest.mark.parametrize("text", [
    "", "{", "NaN", '{"schema_version": NaN}', '{"nodes": [], "nodes": []}', "[" * 5000, "9" * 5000, '"\\ud800"'])
def test_text_that_is_no_network_is_refused(text):
    with pytest.raises(NetworkError):
        loads(text)


def test_a_file_that_is_no_network_is_named(tmp_path):
    path = tmp_path / "net.json"
    path.write_text('{"schema_version": 1, "nodes": 3, "edges": []}')
    with pytest.raises(NetworkError, match=r"net\.json: nodes must be a list"):
        load(path)
    path.write_text("no")
    with pytest.raises(StorageError, match=r"net\.json"):
        load(path)
    with pytest.raises(StorageError, match=r"gone\.json"):
        load(tmp_path / "gone.json")


def test_a_dense_hostile_document_is_read_in_reasonable_time():
    nodes = [{"id": f"n{number}", "kind": "Add"} for number in range(2000)]
    edges = [{"source": f"n{number - 1 - port}", "target": f"n{number}", "port": port}
             for number in range(8, 2000) for port in range(8)]
    graph = from_document({"schema_version": 1, "nodes": nodes, "edges": edges[::-1]})
    assert len(graph.edges) == len(edges)


def test_a_subgraph_has_only_the_edges_inside():
    part = subgraph(chain("Conv2d", "ReLU", "Tanh"), ["conv2d_1", "tanh_1", "relu_1"])
    assert list(part.nodes) == ["conv2d_1", "relu_1", "tanh_1"]
    assert [edge.source for edge in part.edges] == ["conv2d_1", "relu_1"]
