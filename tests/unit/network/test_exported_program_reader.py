"""Programs saved by torch.export become layers from their JSON alone; hostile and damaged ones get one sentence."""

import ast
import copy
import io
import json
import random
import resource
import zipfile

import pytest

from cnnstudio.errors import CNNStudioError, NetworkError, StorageError
from cnnstudio.export.pytorch_source import source
from cnnstudio.network import exported_program_reader
from cnnstudio.network.exported_program_reader import read_exported_program
from cnnstudio.network.network_files import is_foreign, load_file


def tensor(name):
    """Return an argument that is a value."""
    return {"as_tensor": {"name": name}}


def step(target, output, stack="", **arguments):
    """Return one step of a program."""
    return {"target": target, "inputs": [{"name": name, "arg": value, "kind": 1} for name, value in arguments.items()],
            "outputs": [tensor(output)], "metadata": {"nn_module_stack": stack}}


def sizes(*sides):
    """Return a tensor's description."""
    return {"sizes": [{"as_int": side} if isinstance(side, int) else {"as_expr": {"expr_str": side}}
                      for side in sides]}


STACK = "L__self__,,theirs.Net;L__self__head.conv,head.conv,torch.nn.modules.conv.Conv2d"
PROGRAM = {
    "schema_version": {"major": 8, "minor": 20},
    "graph_module": {
        "signature": {"input_specs": [
            {"parameter": {"arg": {"name": "p_w"}, "parameter_name": "head.conv.weight"}},
            {"user_input": {"arg": tensor("x")}}]},
        "graph": {
            "tensor_values": {"p_w": sizes(4, 3, 3, 3), "x": sizes("N", 3, 8, 8)},
            "inputs": [tensor("p_w"), tensor("x")],
            "nodes": [
                step("torch.ops.aten.conv2d.default", "a", STACK, input=tensor("x"), weight=tensor("p_w"),
                     bias={"as_none": True}, stride={"as_ints": [2, 2]}, padding={"as_ints": [1, 1]}),
                step("torch.ops.aten.relu_.default", "b", "L__self__,,theirs.Net", self=tensor("a")),
                step("torch.ops.aten.flatten.using_ints", "c", self=tensor("b"), start_dim={"as_int": 1})],
            "outputs": [tensor("c")]}}}


def saved(path, program=PROGRAM, name="theirs/models/model.json", **more):
    """Write an archive with the program, and other members."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, program if isinstance(program, (str, bytes)) else json.dumps(program))
        for member, data in more.items():
            archive.writestr(member, data)
    return path


def changed(*path, value):
    """Return the program with one value replaced."""
    program = copy.deepcopy(PROGRAM)
    place = program
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    return program


def test_a_program_becomes_layers_called_after_its_modules(tmp_path):
    path = saved(tmp_path / "a.pt2")
    graph = read_exported_program(path).graph
    assert [(node.name, node.kind) for node in graph.nodes.values()] == [
        ("input_1", "Input"), ("head.conv", "Conv2d"), ("relu", "ReLU"), ("flatten", "Flatten"), ("output_1", "Output")]
    conv = graph.find("head.conv").parameters
    assert (conv["out_channels"], conv["stride"], conv["padding"], conv["bias"]) == (4, (2, 2), (1, 1), False)
    assert graph.output_node.parameters["classes"] == 4 * 4 * 4
    assert load_file(path).graph.is_equal(graph)
    assert is_foreign(path)


def test_nothing_but_the_text_is_read(tmp_path):
    bad = b"\x80\x04cos\nsystem\n(S'touch hacked'\ntR."
    path = saved(tmp_path / "a.pt2", **{"theirs/data/sample_inputs/model.pt": bad, "../../outside.txt": b"x",
                                        "theirs/data/weights/weight_0": bad})
    assert len(read_exported_program(path).graph.nodes) == 5
    assert [file.name for file in tmp_path.rglob("*")] == ["a.pt2"]


HOSTILE_NAMES = ['"""\nimport os', "'''\nimport os", "a\u202eb", "x" * 100_000, "'); import os #", "\x00\x1b[31m"]


@pytest.mark.parametrize("name", HOSTILE_NAMES, ids=["quotes", "single", "bidi", "long", "call", "control"])
def test_hostile_names_reach_the_code_only_as_literals(tmp_path, name):
    program = changed("graph_module", "signature", "input_specs", 0, "parameter", "parameter_name",
                      value=f"{name}.weight")
    program["graph_module"]["graph"]["nodes"][1]["metadata"]["nn_module_stack"] = f"k,{name},torch.nn.modules.x"
    graph = read_exported_program(saved(tmp_path / "a.pt2", program)).graph
    assert all(node.name.isprintable() and len(node.name) <= 200 for node in graph.nodes.values())
    text = source(graph)
    assert text.isascii()
    lines = [line for line in ast.walk(ast.parse(text)) if isinstance(line, (ast.Import, ast.ImportFrom))]
    imports = {ast.unparse(line) for line in lines}
    assert imports == {"import torch", "from torch import Tensor, nn"}


NODES = ("graph_module", "graph", "nodes")
REFUSED = {
    "an unknown operation": (changed(*NODES, 1, "target", value="torch.ops.aten.fft.default"), "(fft) is an operation"),
    "another library's operation": (changed(*NODES, 1, "target", value="torch.ops.evil.run.default"),
                                    "torch.ops.evil.run.default"),
    "a number for a target": (changed(*NODES, 1, "target", value=7), "'7' (7) is an operation"),
    "a circle": (changed(*NODES, 0, "inputs", 0, "arg", value=tensor("c")), "takes 'c', which nothing before it gives"),
    "a value given twice": (changed(*NODES, 1, "outputs", value=[tensor("a")]), "there already"),
    "a kernel of no size": (changed("graph_module", "graph", "tensor_values", "p_w", value=sizes(4, 3)), "(conv2d)"),
    "a huge kernel": (changed("graph_module", "graph", "tensor_values", "p_w", value=sizes(2**62, 3, 3, 3)),
                      "out_channels must be"),
    "a negative kernel": (changed("graph_module", "graph", "tensor_values", "p_w", value=sizes(4, 3, -3, 3)),
                          "open size"),
    "huge images": (changed("graph_module", "graph", "tensor_values", "x", value=sizes(1, 3, 2**62, 8)), "height must"),
    "open image size": (changed("graph_module", "graph", "tensor_values", "x", value=sizes(1, 3, "H", 8)), "open"),
    "a missing image": (changed("graph_module", "signature", "input_specs", value=[]), "0 values"),
    "an unknown setting": (changed(*NODES, 1, "inputs", 0, "arg", value={"as_graph": {}}), "as_graph"),
    "two settings in one": (changed(*NODES, 1, "inputs", 0, "arg", value={"as_int": 1, "as_none": 1}),
                            "cannot be read"),
    "steps that are no list": (changed(*NODES, value=7), "cannot be read"),
    "a step that is no object": (changed(*NODES, 0, value=[]), "cannot be read"),
    "another version": (changed("schema_version", "major", value=9), "version '9'"),
    "no program": ([], "cannot be read"),
    "too many steps": (changed(*NODES, value=[PROGRAM["graph_module"]["graph"]["nodes"][1]] * 20_000), "20,000 steps"),
    "no output": (changed("graph_module", "graph", "outputs", value=[]), "are 0"),
    "an output nobody gives": (changed("graph_module", "graph", "outputs", value=[tensor("q")]), "'output'"),
}


@pytest.mark.parametrize(("program", "words"), REFUSED.values(), ids=REFUSED.keys())
def test_what_cannot_be_shown_is_refused_in_one_sentence(tmp_path, program, words):
    with pytest.raises(NetworkError) as caught:
        read_exported_program(saved(tmp_path / "theirs.pt2", program))
    text = str(caught.value)
    assert text.startswith("theirs.pt2 cannot be imported: ")
    assert words in text
    assert text.isprintable()


def test_any_value_of_the_program_may_be_wrong(tmp_path):
    path = tmp_path / "theirs.pt2"
    values = [None, -1, 2**70, "", "x", [], {}, [[]], {"as_int": None}, True, 0.5]
    random_numbers = random.Random(3)
    for place in places(PROGRAM):
        saved(path, changed(*place, value=random_numbers.choice(values)))
        said = refusal(path)
        assert said is None or ("theirs.pt2" in said and "\n" not in said), place


def places(value, above=()):
    """Yield the keys that lead to every value of a document."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        yield (*above, key)
        yield from places(inner, (*above, key))


def refusal(path):
    """Return what is said about a file, None when it is read."""
    try:
        read_exported_program(path)
    except CNNStudioError as error:
        return str(error)
    return None


def test_damaged_archives_are_refused_by_name(tmp_path):
    path = saved(tmp_path / "theirs.pt2")
    whole = path.read_bytes()
    random_numbers = random.Random(7)
    cases = [b"", b"PK", random_numbers.randbytes(400), *(whole[:length] for length in range(0, len(whole), 31))]
    for data in cases:
        path.write_bytes(data)
        assert "theirs.pt2" in refusal(path)
    for _ in range(200):
        data = bytearray(whole)
        data[random_numbers.randrange(len(data))] ^= 1 << random_numbers.randrange(8)
        path.write_bytes(bytes(data))
        said = refusal(path)
        assert said is None or "theirs.pt2" in said


@pytest.mark.parametrize(("program", "words"), [
    ('{"a": 1', "not valid JSON"), ('{"a": NaN}', "not valid JSON"), ('{"a": 1, "a": 2}', "not valid JSON"),
    ("[" * 5000, "not valid JSON|nested"), ("[" * 100 + "]" * 100, "nested"), (b"\xff\xfe\x00", "not valid JSON|UTF-8"),
])
def test_text_that_is_no_json_is_refused(tmp_path, program, words):
    with pytest.raises(StorageError, match=rf"theirs\.pt2.*({words})"):
        read_exported_program(saved(tmp_path / "theirs.pt2", program))


def test_an_archive_without_a_program_or_with_two_is_refused(tmp_path):
    with pytest.raises(StorageError, match=r"no single models/model\.json"):
        read_exported_program(saved(tmp_path / "a.pt2", name="other.json"))
    with pytest.raises(StorageError, match=r"no single models/model\.json"):
        read_exported_program(saved(tmp_path / "b.pt2", **{"second/models/model.json": "{}"}))
    with pytest.raises(StorageError, match="Cannot read"):
        read_exported_program(tmp_path / "none.pt2")


def test_a_zip_bomb_and_a_list_of_a_million_parts_take_little_memory(tmp_path):
    bomb = tmp_path / "bomb.pt2"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("a/models/model.json", "w") as text:
        for _ in range(30):
            text.write(b"[]," * 1_000_000)
    assert bomb.stat().st_size < 200_000
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(StorageError, match="too large"):
        read_exported_program(bomb)
    listed = io.BytesIO()
    with zipfile.ZipFile(listed, "w") as archive:
        for number in range(80_000):
            archive.writestr(f"a/{number}", b"")
    bomb.write_bytes(listed.getvalue())
    with pytest.raises(StorageError, match="too many parts"):
        read_exported_program(bomb)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 250_000


def test_the_size_of_the_list_is_read_as_the_archive_reader_reads_it(tmp_path, monkeypatch):
    path = saved(tmp_path / "a.pt2")
    monkeypatch.setattr(exported_program_reader, "DIRECTORY_LIMIT_BYTES", 20)
    with pytest.raises(StorageError, match="too many parts"):
        read_exported_program(path)
