"""Users' names reach exported code as comments and as plain letters of class names, never as code."""

import ast
import re

import pytest

from cnnstudio.export.class_names import class_stem, harmless, snake_case
from cnnstudio.export.pytorch_source import source
from cnnstudio.network.block_edits import Fold, RenameBlock
from tests.helpers.exported import difference
from tests.helpers.networks import chain

HOSTILE = [
    'a"""\nimport os\nos.system("true")\n"""', "x'); __import__('os').system('true') #", "ä\u2028import os",
    "#\r\nimport os", "\\", "\\N{BULLET}", "${x}{{y}}%s{0}", "'''", '"""', "# type: ignore", "def evil():", "層\u202e",
    "__import__", "None", "Network", "Conv2d", "torch", "nn.Module", "self", "super", "é" * 200, "x" * 200, "𝐚𝐛𝐜",
    "class", "1", "-", "Maxout", "hole_0_", "\u0430", "range(3)", "inputs", "# noqa", "-*- coding: utf-7 -*-"]


def network(layer_name, block_name, inner_name):
    """Return a network with a repeated block in a block, and a layer inside and one outside it with a name."""
    graph = chain(
        ("Conv2d", {"out_channels": 6, "same": True}), ("Maxout", {"pieces": 3}), ("Conv2d", {"out_channels": 6}),
        "GlobalAvgPool2d", ("Linear", {"out_features": 3}), ("Output", {"classes": 3}), input_shape=(3, 12, 12))
    Fold(["conv2d_1", "maxout_1"], "inner", 2).apply(graph)
    Fold(["conv2d_1", "maxout_1", "conv2d_2"], "outer", 3).apply(graph)
    RenameBlock("block_1", inner_name).apply(graph)
    RenameBlock("block_2", block_name).apply(graph)
    graph.rename("maxout_1", layer_name)
    graph.rename("globalavgpool2d_1", "!" + layer_name)
    return graph


def structure(text):
    """Return the syntax tree as text, with the classes and their attributes numbered; comments are no part of it."""
    tree = ast.parse(text)
    names = {node.name: f"Class{index}" for index, node in enumerate(ast.walk(tree)) if isinstance(node, ast.ClassDef)}
    prefixes = {f"{snake_case(name)}_1": f"{new}_1" for name, new in names.items()}
    for node in ast.walk(tree):
        for field in ("id", "name", "attr"):
            value = getattr(node, field, None)
            if isinstance(value, str):
                setattr(node, field, names.get(value, prefixes.get(value, value)))
    return ast.dump(tree)


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_name_changes_no_code_and_stays_ascii(name):
    plain = source(network("layer", "outer", "inner"))
    text = source(network(name, name, "y " + name))
    assert text != plain
    assert structure(text) == structure(plain)
    assert text.isascii()
    assert len(text.split("\n")) == len(text.splitlines()) + 1
    assert max(map(len, text.splitlines())) <= 100


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_no_name_and_no_constant_holds_what_a_user_wrote(name):
    plain = ast.parse(source(network("layer", "outer", "inner")))
    tree = ast.parse(source(network(name, name, "y" + name)))
    constants = {node.value for node in ast.walk(plain) if isinstance(node, ast.Constant)}
    assert {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)} == constants
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            assert re.fullmatch(r"[A-Z][A-Za-z0-9]{0,50}", node.name)
        if isinstance(node, ast.Attribute):
            assert re.fullmatch(r"[a-z_][A-Za-z0-9_]{0,60}|Tensor|Module|Sequential|Conv2d|Linear", node.attr)


@pytest.mark.parametrize("name", ["Network", "Conv2d", "Maxout", "torch", "nn", "Tensor", "None", "super", "range"])
def test_a_block_called_as_something_of_the_file_computes_the_same(name):
    graph = network(name, name, name + " 2")
    assert difference(graph) == 0.0


def test_the_structure_tells_other_code_apart():
    first, second = network("layer", "outer", "inner"), network("layer", "outer", "inner")
    second.set_parameter("linear_1", "bias", False)
    assert structure(source(first)) != structure(source(second))


@pytest.mark.parametrize(("name", "stem"), [
    ("Residual block 3, 64", "ResidualBlock"), ("Fire module, 16 to 128", "FireModule"), ("größe", "Grosse"),
    ("3×3", "Block"), ("", "Block"), ("層", "Block"), ("conv2d", "Conv2dBlock"), ("x" * 200, "X" + "x" * 39),
    ("import os; os.system('a')", "ImportOsOsSystem"), ("SE-ResNeXt", "SEResNeXt"), ("inception4a", "Inception"),
    ("inception4d", "Inception"), ("Conv2d x", "Conv2dBlock"), ("features.denseblock1", "FeaturesDenseblock"),
    ("none", "NoneBlock")])
def test_a_class_is_named_after_the_words_of_its_block(name, stem):
    assert class_stem(name) == stem
    assert class_stem(name).isidentifier()


def test_a_long_name_is_cut_to_a_whole_literal():
    assert ast.literal_eval(harmless("é" * 200)) == "é" * 14
    assert ast.literal_eval(harmless("\\" * 200)) == "\\" * 29
    assert harmless("plain") == "'plain'"
