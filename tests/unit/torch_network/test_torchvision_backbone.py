"""torchvision's networks as backbones: the table is true of torchvision's own modules, only a checked file is read."""

import hashlib
import io
import random

import pytest
import torch
from torch import nn
from torch.utils.flop_counter import FlopCounterMode

from cnnstudio.errors import NetworkError
from cnnstudio.export.pytorch_source import source, weight_names
from cnnstudio.network import published_weights as weights_table
from cnnstudio.network.kinds.backbone import PLANS, frozen_stages, plan_of
from cnnstudio.network.kinds.torchvision_table import TORCHVISION_PLANS
from cnnstudio.network.memory_rules import Passage, memory_rule
from cnnstudio.network.published_weights import PUBLISHED_WEIGHTS, PublishedWeights
from cnnstudio.network.registry import layer_kind
from cnnstudio.network.shapes import CheckContext, analyse
from cnnstudio.torch_network import pretrained
from cnnstudio.torch_network.backbone import Backbone
from cnnstudio.torch_network.builder import build, initialise
from cnnstudio.torch_network.pretrained import downloaded_weights
from cnnstudio.torch_network.torchvision_backbone import published_name
from tests.helpers import torchvision_table
from tests.helpers.networks import chain
from tests.unit.network.test_memory import SavedStorages

models = pytest.importorskip("torchvision", exc_type=ImportError).models
KIND = layer_kind("Backbone")
NAMES = list(TORCHVISION_PLANS)
SMALL = ["squeezenet1_1", "shufflenet_v2_x1_0", "mobilenet_v3_small", "regnet_y_400mf"]


def parameters(name, **others):
    return KIND.check_parameters({"architecture": name, "weights": "none", **others})


def feature_part(name):
    """Return torchvision's own modules up to the pooling, found by their names alone, without memory."""
    model = torchvision_table.without_values(name).eval()
    parts = [module for _, module in torchvision_table.feature_modules(model)]
    return nn.Sequential(*parts, *([nn.ReLU()] if name.startswith("densenet") else []))


@pytest.mark.parametrize("name", NAMES)
def test_shapes_and_weights_are_those_of_torchvisions_own_module(name):
    part, rule = feature_part(name), parameters(name)
    assert KIND.weights([(3, 64, 64)], rule) == sum(weight.numel() for weight in part.parameters())
    chance = random.Random(name)
    for height, width in ((224, 224), (chance.randint(64, 300), chance.randint(64, 300))):
        with torch.no_grad():
            made = part(torch.zeros(1, 3, height, width, device="meta"))
        assert KIND.shape([(3, height, width)], rule) == tuple(made.shape[1:])


@pytest.mark.parametrize("name", SMALL)
def test_multiply_adds_are_those_that_torch_counts(name):
    with FlopCounterMode(display=False) as counter, torch.no_grad():
        made = feature_part(name)(torch.zeros(1, 3, 161, 230, device="meta"))
    assert KIND.multiply_adds([(3, 161, 230)], tuple(made.shape[1:]), parameters(name)) == (
        counter.get_total_flops() // 2)


def test_the_list_of_weights_and_the_table_name_the_same_networks():
    assert set(PUBLISHED_WEIGHTS) == set(TORCHVISION_PLANS) == set(PLANS) - {"efficientnet-lite0"}


def test_a_row_worked_out_anew_is_the_row_of_the_table():
    assert torchvision_table.rendered("squeezenet1_1") in torchvision_table.TARGET.read_text()


@pytest.mark.parametrize("name", SMALL)
def test_each_stage_has_the_weights_the_table_says_and_freezes_from_the_image_on(name):
    module = Backbone(parameters(name, frozen_stages=2)).train()
    by_stage = [sum(weight.numel() for weight in stage.parameters()) for stage in module.stages]
    assert by_stage == [stage.weights for stage in TORCHVISION_PLANS[name].stages]
    assert [any(weight.requires_grad for weight in stage.parameters()) for stage in module.stages] == [
        number >= 2 for number in range(len(by_stage))]
    assert [any(part.training for part in stage.modules()) for stage in module.stages] == [
        number >= 2 for number in range(len(by_stage))]


@pytest.mark.parametrize("name", SMALL)
@pytest.mark.parametrize("frozen", [0, 2])
def test_what_is_kept_for_the_backward_pass_is_what_torch_saves(name, frozen):
    rule, images = parameters(name, frozen_stages=frozen), torch.rand(3, 3, 70, 97)
    module = Backbone(rule).train()
    given = images.requires_grad_() * 1.0 if not frozen else images
    with SavedStorages(module) as saved:
        leaving = module(given)
    passage = Passage(((3, 70, 97),), tuple(leaving.shape[1:]), rule, 3, is_training=True)
    assert saved.bytes(given, leaving) == memory_rule("Backbone").notes(passage)
    assert saved.holds(given) == memory_rule("Backbone").keeps_input(passage)
    assert saved.holds(leaving) == memory_rule("Backbone").keeps_output(passage)


@pytest.mark.parametrize("name", ["resnet18"])
def test_the_window_is_as_wide_as_what_a_gradient_reaches(name):
    size, _ = plan_of(parameters(name)).window()
    module = Backbone(parameters(name)).eval()
    side = size + 64
    with torch.no_grad():
        for weight in module.parameters():
            weight.abs_().clamp_(min=1e-3)
    images = torch.ones(1, 3, side, side, requires_grad=True)
    made = module(images)
    row = made.shape[2] // 2
    made[0, 0, row, row].backward()
    reached = images.grad[0].abs().sum(dim=0).sum(dim=1).nonzero().flatten()
    assert int(reached[-1] - reached[0]) + 1 <= size
    # A largest value of a pooling passes its gradient to one place of its window alone.
    assert int(reached[-1] - reached[0]) + 1 >= size - 4


def published_file(name, monkeypatch, tmp_path, *, change=None):
    """Write torchvision's random weights as a published file would be, its hash in its name."""
    monkeypatch.setenv("CNNSTUDIO_HOME", str(tmp_path))
    torch.manual_seed(3)
    model = models.get_model(name, weights=None).eval()
    for module in model.modules():
        if isinstance(module, nn.BatchNorm2d):
            module.running_mean.uniform_(-0.1, 0.1)
    buffer = io.BytesIO()
    tensors = model.state_dict()
    torch.save((change or dict)(tensors), buffer)  # noqa: TID251 - as the file was made that is downloaded
    start = hashlib.sha256(buffer.getvalue()).hexdigest()[:8]
    info = PublishedWeights(name, "Known", f"https://example.invalid/{name}-{start}.pth", 1.0, 50.0)
    monkeypatch.setattr(weights_table, "PUBLISHED_WEIGHTS", {name: info})
    info.path.parent.mkdir(parents=True)
    info.path.write_bytes(buffer.getvalue())
    return model, info


@pytest.mark.parametrize("name", ["shufflenet_v2_x1_0", "densenet121"])
def test_a_downloaded_file_gives_the_maps_of_torchvisions_own_network(name, monkeypatch, tmp_path):
    change = old_dense_names if name == "densenet121" else None
    model, _ = published_file(name, monkeypatch, tmp_path, change=change)
    module = Backbone(parameters(name, weights="imagenet"))
    module.take_starting_weights()
    images = torch.rand(1, 3, 64, 80)
    with torch.no_grad():
        theirs = images
        for _, part in torchvision_table.feature_modules(model):
            theirs = part(theirs)
        theirs = theirs.relu() if name == "densenet121" else theirs
        assert torch.equal(module.eval()(images), theirs)


def old_dense_names(tensors):
    """Name tensors as the file of 2017 does, which has no counters of batches either."""
    renamed = {name.replace(".norm1.", ".norm.1.").replace(".conv2.", ".conv.2."): tensor
               for name, tensor in tensors.items() if not name.endswith("num_batches_tracked")}
    assert "features.denseblock1.denselayer1.norm.1.weight" in renamed
    return renamed


def test_weights_that_are_not_here_are_a_sentence_and_never_a_download(monkeypatch, tmp_path):
    monkeypatch.setenv("CNNSTUDIO_HOME", str(tmp_path))
    graph = chain(("Backbone", {"architecture": "resnet18"}), "GlobalAvgPool2d", ("Output", {"classes": 512}),
                  input_shape=(3, 224, 224))
    with pytest.raises(NetworkError, match=r"ResNet-18's weights are not on this computer: 44.7 MB.*weights download"):
        initialise(build(graph), "kaiming", 0)
    found = [problem.message for problem in analyse(graph, context=CheckContext(8, 100)).problems]
    assert any("ResNet-18's weights are not on this computer" in message for message in found)


def test_a_file_with_one_other_byte_is_refused_before_it_is_read(monkeypatch, tmp_path):
    _, info = published_file("squeezenet1_1", monkeypatch, tmp_path)
    monkeypatch.setattr(pretrained, "_tensors", lambda _data: pytest.fail("it was read"))
    data = bytearray(info.path.read_bytes())
    data[-1] ^= 1
    info.path.write_bytes(bytes(data))
    with pytest.raises(NetworkError, match="is not the file of Known's weights that was published"):
        downloaded_weights("squeezenet1_1")


def test_a_file_of_another_network_is_refused_by_name_and_shape(monkeypatch, tmp_path):
    published_file("squeezenet1_1", monkeypatch, tmp_path, change=lambda tensors: {
        name: tensor[:1] if name == "features.0.weight" else tensor for name, tensor in tensors.items()})
    module = Backbone(parameters("squeezenet1_1", weights="imagenet"))
    with pytest.raises(NetworkError, match=r"no features.0.weight of shape \(64, 3, 3, 3\)"):
        module.take_starting_weights()


def test_each_tensor_has_the_name_that_torchvision_gives_it():
    for name in SMALL:
        theirs = models.get_model(name, weights=None).state_dict()
        for key, tensor in Backbone(parameters(name)).stages.state_dict().items():
            assert theirs[published_name(TORCHVISION_PLANS[name], key)].shape == tensor.shape


@pytest.mark.parametrize("name", ["squeezenet1_1", "shufflenet_v2_x1_0"])
def test_the_exported_file_computes_the_same_and_takes_the_same_weights(name):
    graph = chain(("Backbone", {"architecture": name, "weights": "none", "frozen_stages": 2}), "GlobalAvgPool2d",
                  ("Linear", {"out_features": 3}), ("Output", {"classes": 3}), input_shape=(3, 48, 48))
    ours = build(graph).eval()
    text = source(graph)
    assert "import torchvision" in text
    namespace = {"__name__": "exported"}
    exec(compile(text, "exported.py", "exec"), namespace)
    theirs = namespace["Network"]()
    names = weight_names(graph, ours.state_dict())
    theirs.load_state_dict({key: ours.state_dict()[own] for key, own in names.items()})
    images = torch.rand(2, 3, 48, 48)
    with torch.no_grad():
        assert torch.equal(theirs.eval()(images), ours(images))
    assert sum(not weight.requires_grad for weight in theirs.parameters()) == sum(
        not weight.requires_grad for weight in ours.parameters()) > 0


def test_a_network_with_fewer_stages_freezes_all_it_has():
    assert frozen_stages(parameters("squeezenet1_1")) == TORCHVISION_PLANS["squeezenet1_1"].stage_count < 9
