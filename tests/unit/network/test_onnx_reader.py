"""ONNX files built by hand become the layers they describe; hostile and damaged ones get one sentence."""

import ast
import random
import resource

import numpy as np
import pytest

from cnnstudio.errors import CNNStudioError, NetworkError, StorageError
from cnnstudio.export.pytorch_source import source
from cnnstudio.network import onnx_outline
from cnnstudio.network.document import from_document, to_document
from cnnstudio.network.onnx_reader import OPERATOR_LIMIT, read_onnx
from cnnstudio.network.shapes import analyse

onnx = pytest.importorskip("onnx")
helper = onnx.helper
FLOAT, INT = onnx.TensorProto.FLOAT, onnx.TensorProto.INT64


def weights(name, *shape):
    """Return a learned tensor."""
    return onnx.numpy_helper.from_array(np.ones(shape, np.float32), name)


def numbers(name, *values):
    """Return whole numbers."""
    return onnx.numpy_helper.from_array(np.array(values, np.int64), name)


def saved(path, nodes, initializers=(), image=("N", 3, 8, 8), opset=20, inputs=None, outputs=None):
    """Write a file of these operators; the last one's first value is the output."""
    ins = inputs or [helper.make_tensor_value_info("x", FLOAT, image)]
    outs = outputs or [helper.make_tensor_value_info(nodes[-1].output[0], FLOAT, ("N", "K"))]
    graph = helper.make_graph(nodes, "g", ins, outs, list(initializers))
    path.write_bytes(helper.make_model(graph, opset_imports=[helper.make_opsetid("", opset)]).SerializeToString())
    return path


def chain(*steps):
    """Return operators that follow each other: (operator, further inputs, attributes)."""
    nodes, value = [], "x"
    for index, (operator, more, attributes) in enumerate(steps):
        nodes.append(helper.make_node(operator, [value, *more], [f"v{index}"], name=f"n{index}", **attributes))
        value = f"v{index}"
    return nodes


def layers(path):
    """Return kind and parameters of the layers between Input and a final Flatten with its Output."""
    graph = read_onnx(path).graph
    assert analyse(graph).is_trainable
    return [(node.kind, node.parameters) for node in graph.nodes.values()
            if node.kind not in ("Input", "Output")][:-1]


def layer(tmp_path, operator, more=(), initializers=(), image=("N", 3, 8, 8), opset=20, **attributes):
    """Return the one layer an operator becomes."""
    path = saved(tmp_path / "one.onnx", chain((operator, more, attributes), ("Flatten", [], {})), initializers, image,
                 opset)
    found, = layers(path)
    return found


CONV = {"out_channels": 4, "kernel_size": (3, 2), "stride": (2, 1), "padding": (1, 1), "same": False,
        "dilation": (1, 2), "groups": 1, "bias": True, "frozen": False}


def test_a_convolution_keeps_all_its_settings(tmp_path):
    kind, parameters = layer(tmp_path, "Conv", ["w", "b"], [weights("w", 4, 3, 3, 2), weights("b", 4)],
                             strides=[2, 1], pads=[1, 1, 1, 1], dilations=[1, 2])
    assert (kind, parameters) == ("Conv2d", CONV)


@pytest.mark.parametrize(("operator", "more", "attributes", "kind", "parameters"), [
    ("MaxPool", [], {"kernel_shape": [3, 2], "strides": [2, 2], "pads": [1, 0, 1, 0], "ceil_mode": 1}, "MaxPool2d",
     {"kernel_size": (3, 2), "stride": (2, 2), "padding": (1, 0), "ceil_mode": True}),
    ("MaxPool", [], {"kernel_shape": [2, 2]}, "MaxPool2d",
     {"kernel_size": (2, 2), "stride": (1, 1), "padding": (0, 0), "ceil_mode": False}),
    ("AveragePool", [], {"kernel_shape": [3, 3], "pads": [1, 1, 1, 1], "count_include_pad": 1}, "AvgPool2d",
     {"kernel_size": (3, 3), "stride": (1, 1), "padding": (1, 1), "ceil_mode": False}),
    ("GlobalAveragePool", [], {}, "AdaptiveAvgPool2d", {"output_size": (1, 1)}),
    ("GlobalMaxPool", [], {}, "AdaptiveMaxPool2d", {"output_size": (1, 1)}),
    ("ReduceMean", ["axes"], {}, "AdaptiveAvgPool2d", {"output_size": (1, 1)}),
    ("BatchNormalization", ["c", "c", "c", "c"], {"epsilon": 0.25, "momentum": 0.75}, "BatchNorm2d",
     {"eps": 0.25, "momentum": 0.25, "frozen": False}),
    ("LayerNormalization", ["chw"], {"axis": 1}, "LayerNorm",
     {"eps": pytest.approx(1e-5), "elementwise_affine": True, "frozen": False}),
    ("Relu", [], {}, "ReLU", {}), ("Sigmoid", [], {}, "Sigmoid", {}), ("Tanh", [], {}, "Tanh", {}),
    ("LeakyRelu", [], {"alpha": 0.25}, "LeakyReLU", {"negative_slope": 0.25}),
    ("Elu", [], {"alpha": 0.5}, "ELU", {"alpha": 0.5}), ("Selu", [], {}, "SELU", {}),
    ("PRelu", ["slopes"], {}, "PReLU", {"per_channel": True, "frozen": False}),
    ("PRelu", ["slope"], {}, "PReLU", {"per_channel": False, "frozen": False}),
    ("Gelu", [], {"approximate": "tanh"}, "GELU", {"approximate": "tanh"}),
    ("Clip", ["zero", "six"], {}, "ReLU6", {}), ("Softmax", [], {"axis": 1}, "Softmax", {}),
    ("Dropout", ["half"], {}, "Dropout", {"p": 0.5}),
    ("Resize", ["", "factors"], {"mode": "nearest", "coordinate_transformation_mode": "asymmetric",
                                 "nearest_mode": "floor"}, "Upsample", {"scale_factor": (2, 3), "mode": "nearest"}),
    ("Resize", ["", "", "sizes"], {"mode": "linear"}, "Upsample", {"scale_factor": (2, 4), "mode": "bilinear"}),
    ("Pad", ["pads"], {}, "ZeroPad2d", {"left": 2, "right": 4, "top": 1, "bottom": 3}),
    ("ConvTranspose", ["kernel"], {"strides": [2, 2], "output_padding": [1, 1]}, "ConvTranspose2d",
     {"out_channels": 5, "kernel_size": (2, 2), "stride": (2, 2), "padding": (0, 0), "output_padding": (1, 1),
      "dilation": (1, 1), "groups": 1, "bias": False, "frozen": False}),
])
def test_an_operator_becomes_the_layer_with_its_settings(tmp_path, operator, more, attributes, kind, parameters):
    values = [weights("c", 3), weights("chw", 3, 8, 8), weights("slopes", 3, 1, 1), weights("slope", 1),
              numbers("axes", 2, 3), weights("kernel", 3, 5, 2, 2), numbers("pads", 0, 0, 1, 2, 0, 0, 3, 4),
              numbers("sizes", 1, 3, 16, 32), helper.make_tensor("zero", FLOAT, (), [0.0]),
              helper.make_tensor("six", FLOAT, (), [6.0]), helper.make_tensor("half", FLOAT, (), [0.5]),
              helper.make_tensor("factors", FLOAT, (4,), [1.0, 1.0, 2.0, 3.0])]
    assert layer(tmp_path, operator, more, values, **attributes) == (kind, parameters)


def test_an_uneven_border_of_a_convolution_is_a_layer_before_it(tmp_path):
    nodes = chain(("Conv", ["w"], {"auto_pad": "SAME_UPPER", "strides": [2, 2]}), ("Flatten", [], {}))
    path = saved(tmp_path / "a.onnx", nodes, [weights("w", 4, 3, 3, 3)])
    (pad, edges), (conv, _parameters) = layers(path)
    assert (pad, edges) == ("ZeroPad2d", {"left": 0, "right": 1, "top": 0, "bottom": 1})
    graph = read_onnx(path).graph
    node = next(node for node in graph.nodes.values() if node.kind == conv)
    assert analyse(graph).shapes[node.id] == (4, 4, 4)


def test_gates_and_matrix_products_are_recognised(tmp_path):
    nodes = [helper.make_node("Sigmoid", ["x"], ["s"]), helper.make_node("Mul", ["x", "s"], ["a"]),
             helper.make_node("Reshape", ["a", "flat"], ["b"]), helper.make_node("MatMul", ["b", "w"], ["c"]),
             helper.make_node("Add", ["bias", "c"], ["d"]), helper.make_node("Gemm", ["d", "v", "k"], ["e"], transB=1)]
    path = saved(tmp_path / "a.onnx", nodes, [numbers("flat", 0, -1), weights("w", 192, 7), weights("bias", 7),
                                              weights("v", 5, 7), weights("k", 5)])
    graph = read_onnx(path).graph
    assert [node.kind for node in graph.nodes.values()] == ["Input", "SiLU", "Flatten", "Linear", "Linear", "Output"]
    assert [node.parameters["bias"] for node in graph.nodes.values() if node.kind == "Linear"] == [True, True]
    assert graph.output_node.parameters["classes"] == 5


def test_a_shape_worked_out_in_the_file_is_followed(tmp_path):
    nodes = [helper.make_node("Shape", ["x"], ["s"]), helper.make_node("Gather", ["s", "zero"], ["n"]),
             helper.make_node("Unsqueeze", ["n", "axis"], ["u"]),
             helper.make_node("Concat", ["u", "rest"], ["t"], axis=0),
             helper.make_node("Reshape", ["x", "t"], ["y"])]
    path = saved(tmp_path / "a.onnx", nodes, [helper.make_tensor("zero", INT, (), [0]), numbers("axis", 0),
                                              numbers("rest", -1)])
    assert [node.kind for node in read_onnx(path).graph.nodes.values()] == ["Input", "Flatten", "Output"]


def test_an_open_image_size_is_filled_in_and_said(tmp_path):
    path = saved(tmp_path / "a.onnx", chain(("GlobalAveragePool", [], {}), ("Flatten", [], {})),
                 image=("N", 3, "H", "W"))
    found = read_onnx(path)
    assert "224 pixels" in found.notes[0]
    assert analyse(found.graph).shapes[found.graph.input_node.id] == (3, 224, 224)


def test_weights_take_no_memory_and_places_outside_the_file_are_not_opened(tmp_path):
    kernel = weights("w", 4, 3, 3, 3)
    onnx.external_data_helper.set_external_data(kernel, location="../../../etc/passwd")
    kernel.ClearField("raw_data")
    path = saved(tmp_path / "a.onnx", chain(("Conv", ["w"], {}), ("Flatten", [], {})), [kernel])
    assert layers(path)[0][0] == "Conv2d"
    large = saved(tmp_path / "b.onnx", chain(("Conv", ["w"], {}), ("Flatten", [], {})), [weights("w", 1000, 3, 64, 64)],
                  image=("N", 3, 64, 64))
    assert large.stat().st_size > 49_000_000
    assert len(onnx_outline.read_outline(large)) < 1000


def one(name, *, operator="Relu", inputs=("x",), outputs=("y",), domain="", **attributes):
    """Return one operator."""
    return helper.make_node(operator, list(inputs), list(outputs), name=name, domain=domain, **attributes)


FLAT = helper.make_node("Flatten", ["y"], ["z"])
HOSTILE_NAMES = ['"""\nimport os', "'''\nimport os", "\\\"\\n#", "a\u202eb\u2066", "x" * 100_000, "'); import os #",
                 "\x00\x1b[31m", "<b>bold</b>", "relu_2", "input_1", "__class__", "层"]


def test_hostile_names_become_literals_in_code_and_survive_the_document(tmp_path):
    nodes, value = [], "x"
    for name in [*HOSTILE_NAMES, *HOSTILE_NAMES]:
        nodes.append(one(name, inputs=[value], outputs=[f"{len(nodes)} {name}"]))
        value = nodes[-1].output[0]
    nodes.append(helper.make_node("Flatten", [value], ["z"]))
    graph = read_onnx(saved(tmp_path / "a.onnx", nodes)).graph
    assert len({node.name for node in graph.nodes.values()}) == len(graph.nodes) == 2 * len(HOSTILE_NAMES) + 3
    assert from_document(to_document(graph)).is_equal(graph)
    text = source(graph)
    assert text.isascii()
    assert not [line for line in ast.walk(ast.parse(text)) if isinstance(line, (ast.Import, ast.ImportFrom))
                and ast.unparse(line) not in ("import torch", "from torch import Tensor, nn")]
    for line in text.splitlines():
        if "import os" in line:
            assert isinstance(ast.literal_eval(line.partition("  # ")[2]), str)


IMAGE = helper.make_tensor_value_info("x", FLOAT, ("N", 3, 8, 8))
REFUSED = {
    "an unknown operator": ([one("n", operator="Einsum\u202e", equation="a"), FLAT], [], {}, "no layer here"),
    "another collection": ([one("n", domain="evil\"\n"), FLAT], [], {}, "collection"),
    "a circle": ([one("a", inputs=["b"], outputs=["y"]), one("b", inputs=["y"], outputs=["b"]), FLAT], [], {},
                 "takes 'b', which nothing before it gives"),
    "a missing input": ([one("n", inputs=["nowhere"]), FLAT], [], {}, "'nowhere'"),
    "no input at all": ([one("n", inputs=[]), FLAT], [], {}, "'n' (Relu)"),
    "a value given twice": ([one("a"), one("b"), FLAT], [], {}, "there already"),
    "a negative kernel": ([one("n", operator="MaxPool", kernel_shape=[-1, 2]), FLAT], [], {}, "kernel_size must be"),
    "a huge stride": ([one("n", operator="MaxPool", kernel_shape=[2, 2], strides=[2**62, 1]), FLAT], [], {},
                      "stride must be"),
    "a kernel of no size": ([one("n", operator="MaxPool"), FLAT], [], {}, "settings that cannot be read"),
    "one side too few": ([one("n", operator="MaxPool", kernel_shape=[2]), FLAT], [], {}, "directions"),
    "a factor on text": ([one("n", operator="LeakyRelu", alpha="much"), FLAT], [], {}, "negative_slope must be"),
    "huge images": ([one("n"), FLAT], [], {"image": ("N", 3, 2**62, 8)}, "height must be between"),
    "negative images": ([one("n"), FLAT], [], {"image": ("N", -3, 8, 8)}, "channels must be between"),
    "no channels": ([one("n"), FLAT], [], {"image": ("N", "C", 8, 8)}, "how many channels"),
    "sound": ([one("n"), FLAT], [], {"image": ("N", 3, 8)}, "is no batch of images"),
    "two inputs": ([one("n"), FLAT], [], {"inputs": [IMAGE, helper.make_tensor_value_info("k", FLOAT, (1,))]},
                   "2 inputs"),
    "two outputs": ([one("n"), FLAT], [], {"outputs": [IMAGE, IMAGE]}, "2 outputs"),
    "an output nobody gives": ([one("n"), FLAT], [], {"outputs": [helper.make_tensor_value_info("q", FLOAT, (1,))]},
                               "'output'"),
    "an image that comes out": ([one("n")], [], {}, "ends with one value a class"),
    "one class": ([one("n"), FLAT], [], {"image": ("N", 1, 1, 1)}, "classes must be between"),
    "a kernel of another layer": ([one("n", operator="Conv", inputs=["x", "x"]), FLAT], [], {}, "kernels"),
    "wrong channels": ([one("n", operator="Conv", inputs=["x", "w"]), FLAT], [weights("w", 4, 9, 3, 3)], {},
                       "expects 9 channels and gets 3"),
    "shared weights": ([one("a", operator="Conv", inputs=["x", "w"], outputs=["a"]),
                        one("b", operator="Conv", inputs=["a", "w"]), FLAT], [weights("w", 3, 3, 1, 1)], {},
                       "same weights"),
    "an uneven border of pooling": ([one("n", operator="MaxPool", kernel_shape=[2, 2], pads=[0, 0, 1, 1]), FLAT], [],
                                    {}, "an uneven border"),
    "a result of two parts": ([one("n", operator="MaxPool", kernel_shape=[2, 2], outputs=["i", "y"]), FLAT], [], {},
                              "more than one result"),
    "too many layers": ([one(str(i), inputs=["x" if i == 0 else f"v{i - 1}"], outputs=[f"v{i}"]) for i in range(2500)],
                        [], {}, "at most 2,000 layers"),
    "too many operators": ([one(str(i), outputs=[f"v{i}"]) for i in range(20_000)], [], {}, f"{OPERATOR_LIMIT:,}"),
}


@pytest.mark.parametrize(("nodes", "initializers", "settings", "words"), REFUSED.values(), ids=REFUSED.keys())
def test_what_cannot_be_shown_is_refused_in_one_sentence(tmp_path, nodes, initializers, settings, words):
    path = saved(tmp_path / "theirs.onnx", nodes, initializers, **settings)
    with pytest.raises(NetworkError) as caught:
        read_onnx(path)
    text = str(caught.value)
    assert text.startswith("theirs.onnx cannot be imported: ")
    assert words in text
    assert text.isprintable()
    assert len(text) < 400


def test_damaged_files_are_refused_by_name_whatever_is_wrong_with_them(tmp_path):
    path = saved(tmp_path / "a.onnx", chain(("Conv", ["w"], {}), ("Flatten", [], {})), [weights("w", 4, 3, 3, 3)])
    whole = path.read_bytes()
    numbers_from = random.Random(5)
    cases = [b"", b"\n", b"no network", whole[:-1] + b"\xff", *(whole[:length] for length in range(1, len(whole), 7)),
             *(numbers_from.randbytes(300) for _ in range(50))]
    for _ in range(150):
        changed = bytearray(whole)
        changed[numbers_from.randrange(len(whole))] = numbers_from.randrange(256)
        cases.append(bytes(changed))
    refused = [text for text in (refusal(path, data) for data in cases) if text is not None]
    assert len(refused) > 100
    assert all("a.onnx" in text and "\n" not in text for text in refused)


def refusal(path, data):
    """Return what is said about a file of these bytes, None when it is read."""
    path.write_bytes(data)
    try:
        read_onnx(path)
    except CNNStudioError as error:
        return str(error)
    return None


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(StorageError, match=r"Cannot read .*none\.onnx"):
        read_onnx(tmp_path / "none.onnx")
    with pytest.raises(StorageError, match="Cannot read"):
        read_onnx(tmp_path)


def test_a_file_of_millions_of_empty_parts_takes_little_memory(tmp_path):
    empty = b"\x0a\x00" * 8_000_000           # eight million empty operators, two bytes each
    graph = b"\x3a" + onnx_outline._varint(len(empty)) + empty
    path = tmp_path / "bomb.onnx"
    path.write_bytes(graph)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(StorageError, match=r"bomb\.onnx.* too large"):
        read_onnx(path)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 150_000
