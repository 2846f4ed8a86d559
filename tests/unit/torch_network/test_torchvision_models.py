"""Our known networks are torchvision's, bit for bit, and without torchvision there is a sentence."""

import ast
import sys
import types
from pathlib import Path

import pytest

from cnnstudio.errors import MissingLibraryError, NetworkError
from cnnstudio.network.presets import preset as real_preset
from cnnstudio.torch_network import torchvision_library, torchvision_models
from cnnstudio.torch_network.torchvision_models import MODELS, compare_with_torchvision


@pytest.mark.parametrize("name", sorted(set(MODELS) - {"vgg11", "vgg16"}))
def test_our_network_is_torchvisions(name):
    pytest.importorskip("torchvision", exc_type=ImportError)
    report = compare_with_torchvision(name)
    assert report.is_equal
    assert report.max_difference == 0.0
    assert report.weights == report.torchvision_weights


def test_the_comparison_notices_another_network(monkeypatch):
    pytest.importorskip("torchvision", exc_type=ImportError)
    monkeypatch.setattr(torchvision_models, "preset", lambda name: real_preset(name, classes=10))
    report = compare_with_torchvision("resnet18")
    assert not report.is_equal
    assert not report.same_shapes


def test_an_unknown_network_is_refused():
    with pytest.raises(NetworkError, match="Did you mean 'resnet50'"):
        compare_with_torchvision("resnet")


class Broken(types.ModuleType):
    """A torchvision that does not fit the torch."""

    def __getattr__(self, name):
        raise RuntimeError("operator torchvision::nms does not exist")


@pytest.mark.parametrize("module", [None, Broken("torchvision")], ids=["absent", "does not fit"])
def test_without_a_usable_torchvision_there_is_a_sentence(monkeypatch, module):
    for name in [name for name in sys.modules if name.startswith("torchvision.")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "torchvision", module)
    with pytest.raises(MissingLibraryError, match="pip install --upgrade torch torchvision"):
        compare_with_torchvision("resnet18")
    monkeypatch.setattr(sys, "frozen", True, raising=False)  # an installed program has no pip to call
    with pytest.raises(MissingLibraryError, match="this installed program is without"):
        compare_with_torchvision("resnet18")


def test_torchvision_is_imported_only_when_a_comparison_runs():
    for module in (torchvision_models, torchvision_library):
        tree = ast.parse(Path(module.__file__).read_text(encoding="utf-8"))
        imported = [ast.unparse(line) for line in tree.body if isinstance(line, (ast.Import, ast.ImportFrom))]
        assert imported
        assert not any("torchvision import" in line or line.startswith("import torchvision") for line in imported)
