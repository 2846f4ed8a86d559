"""A training starts from another run layer by layer, keeps what it started with, and leaves frozen layers alone."""

import shutil

import numpy as np
import pytest
import torch
from safetensors.torch import load_file, save_file
from torch import nn

from cnnstudio.data.config import AugmentConfig, PreprocessConfig, SplitConfig
from cnnstudio.data.folder.image_folder import scan
from cnnstudio.data.split import split
from cnnstudio.errors import NetworkError, RunError
from cnnstudio.export.pytorch_source import source, weight_names
from cnnstudio.network.document import to_document
from cnnstudio.network.fitting import fit_to
from cnnstudio.network.freezing_layers import are_frozen, freeze, freeze_taken, unfreeze_taken
from cnnstudio.network.kinds.backbone import STAGE_LIMIT
from cnnstudio.network.registry import layer_kind, layer_kinds
from cnnstudio.runs.store import RunFolder
from cnnstudio.torch_network.builder import build, initialise
from cnnstudio.torch_network.frozen_part import frozen_end
from cnnstudio.training.config import TrainConfig
from cnnstudio.training.events import TrainingNotice
from cnnstudio.workspace.resume_job import ResumeJob
from cnnstudio.workspace.starting_weights import starting_weights
from cnnstudio.workspace.training_job import RunSaved, TrainingJob
from tests.helpers.networks import chain

SIDE = 12
PREPROCESS = PreprocessConfig(height=SIDE, width=SIDE, color="grey", fit="stretch")


def network(classes, width=4):
    return chain(("Conv2d", {"out_channels": width, "kernel_size": 3}), "BatchNorm2d", "ReLU", "GlobalAvgPool2d",
                 ("Linear", {"out_features": classes}), ("Output", {"classes": classes}), input_shape=(1, SIDE, SIDE))


@pytest.fixture(scope="module")
def images(tmp_path_factory):
    from PIL import Image

    root = tmp_path_factory.mktemp("stripes")
    random = np.random.default_rng(0)
    for number, name in enumerate(("across", "down", "even")):
        (root / name).mkdir()
        for index in range(12):
            pixels = random.integers(0, 60, (SIDE, SIDE)).astype(np.uint8)
            if number < 2:
                stripes = np.arange(SIDE) % 4 < 2
                pixels += np.uint8(150) * (stripes[:, None] if number == 0 else stripes[None]).astype(np.uint8)
            Image.fromarray(pixels).save(root / name / f"{index}.png")
    return scan(root)


def job(images, home, graph, *, epochs=2, **others):
    splits = split(images, SplitConfig(validation_share=0.25))
    config = TrainConfig(epochs=epochs, batch_size=8, device="cpu", precision="float32", threads=1, learning_rate=0.01)
    return TrainingJob(images, splits, PREPROCESS, AugmentConfig(), SplitConfig(validation_share=0.25), graph, "net",
                       config, home / "runs", home / "cache", **others)


def trained(one):
    events = list(one.run(lambda: False))
    return next(event.path for event in events if isinstance(event, RunSaved)), events


@pytest.fixture(scope="module")
def old_run(images, tmp_path_factory):
    return trained(job(images, tmp_path_factory.mktemp("old"), network(3)))[0]


def test_layers_that_are_the_same_start_with_the_runs_weights_and_the_rest_is_named(old_run):
    found = starting_weights(to_document(network(5)), old_run)
    weights = RunFolder.load(old_run).load_module().state_dict()
    assert found.start.layers == ("conv2d_1", "batchnorm2d_1")
    assert found.start.differences == ("linear_1: weight is 5 × 4 here and 3 × 4 there",)
    assert set(found.tensors) == {name for name in weights if not name.startswith("layers.linear_1")}
    assert all(torch.equal(tensor, weights[name]) for name, tensor in found.tensors.items())
    assert "2 layers start with the weights of" in found.sentence


def test_a_network_with_nothing_in_common_is_refused_with_its_differences(old_run, tmp_path):
    with pytest.raises(NetworkError, match=r"No layer .* conv2d_1: weight is 6 × 1 × 3 × 3 here and 4 × 1"):
        starting_weights(to_document(network(5, width=6)), old_run)
    (tmp_path / "no.safetensors").write_bytes(b"nothing")
    with pytest.raises(RunError, match="is not a file of weights"):
        starting_weights(to_document(network(5)), tmp_path / "no.safetensors")


def test_a_file_that_the_program_exported_fits_under_its_own_names(old_run, tmp_path):
    graph = network(3)
    weights = RunFolder.load(old_run).load_module().state_dict()
    names = weight_names(graph, weights)
    save_file({name: weights[own] for name, own in names.items()}, tmp_path / "net.safetensors")
    assert not any(name.startswith("layers.") for name in load_file(tmp_path / "net.safetensors"))
    found = starting_weights(to_document(graph), tmp_path / "net.safetensors")
    assert found.start.layers == ("conv2d_1", "batchnorm2d_1", "linear_1")
    assert not found.start.differences


@pytest.mark.parametrize("start", ["", "layers.other_7."])
def test_a_backbone_takes_the_weights_of_one_with_another_name_or_none(start, tmp_path):
    head = ("GlobalAvgPool2d", ("Output", {"classes": 512}))
    backbone = ("Backbone", {"architecture": "squeezenet1_1", "weights": "none"})
    graph = chain(backbone, *head, input_shape=(3, 48, 48))
    other = build(graph).layers["backbone_1"].state_dict()
    save_file({start + name: tensor.clone() for name, tensor in other.items()}, tmp_path / "one.safetensors")
    found = starting_weights(to_document(graph), tmp_path / "one.safetensors")
    assert found.start.layers == ("backbone_1",)
    assert all(torch.equal(found.tensors[f"layers.backbone_1.{name}"], tensor) for name, tensor in other.items())


def test_a_training_keeps_frozen_layers_bit_for_bit_and_needs_the_old_run_no_more(images, old_run, tmp_path):
    source_run = shutil.copytree(old_run, tmp_path / "source")
    graph = network(3)
    freeze(graph, ["conv2d_1", "batchnorm2d_1"]).apply(graph)
    path, events = trained(job(images, tmp_path, graph, start_from=source_run))
    before, after = (RunFolder.load(each).load_module("last").state_dict() for each in (source_run, path))
    best = RunFolder.load(source_run).load_module().state_dict()
    same = {name for name in after if torch.equal(best[name], after[name])}
    assert same == {name for name in after if not name.startswith("layers.linear_1")}
    assert not torch.equal(before["layers.linear_1.weight"], after["layers.linear_1.weight"])
    record = RunFolder.load(path).record
    assert record.start.layers == ("conv2d_1", "batchnorm2d_1", "linear_1")
    assert record.mean == RunFolder.load(source_run).record.mean
    assert any(isinstance(event, TrainingNotice) and "start with the weights" in event.message for event in events)
    shutil.rmtree(source_run)
    list(ResumeJob(path, tmp_path / "cache", more_epochs=1).run(lambda: False))
    assert torch.equal(RunFolder.load(path).load_module().state_dict()["layers.conv2d_1.weight"],
                       best["layers.conv2d_1.weight"])


def test_a_run_that_ended_before_its_first_save_begins_again_with_the_same_weights(images, old_run, tmp_path):
    """Killed right after it was created: what it started with lies in its own folder."""
    source_run = shutil.copytree(old_run, tmp_path / "source")
    whole, _ = trained(job(images, tmp_path / "a", network(3), start_from=source_run))
    events = job(images, tmp_path / "b", network(3), start_from=source_run).run(lambda: False)
    while type(next(events)).__name__ != "RunCreated":
        pass
    (broken,) = (tmp_path / "b" / "runs").glob("2*")
    killed = shutil.copytree(broken, tmp_path / "killed")
    events.close()
    shutil.rmtree(source_run)
    list(ResumeJob(killed, tmp_path / "cache").run(lambda: False))
    wanted, found = (RunFolder.load(each).load_module().state_dict() for each in (whole, killed))
    assert all(torch.equal(wanted[name], found[name]) for name in wanted)


def test_frozen_weights_do_not_learn_and_cost_nothing_to_train():
    graph = network(3)
    freeze(graph, ["all"]).apply(graph)
    frozen = {node.id for node in graph.nodes.values() if node.parameters.get("frozen")}
    assert frozen == {"conv2d_1", "batchnorm2d_1"}
    parameters = graph.nodes["conv2d_1"].parameters
    kind = layer_kind("Conv2d")
    assert kind.learned([(1, SIDE, SIDE)], parameters) == 0 < kind.weights([(1, SIDE, SIDE)], parameters)
    assert kind.summary(parameters).endswith(", frozen")
    module = build(graph).train()
    assert not module.layers["batchnorm2d_1"].training
    assert frozen_end(module) == "globalavgpool2d_1"
    control = build(network(3)).train()
    assert control.layers["batchnorm2d_1"].training
    assert frozen_end(control) == ""


def test_every_kind_with_weights_can_be_frozen():
    kinds = [kind for kind in layer_kinds().values() if any(p.name == "frozen" for p in kind.parameters)]
    assert {kind.name for kind in kinds} >= {"Conv2d", "DepthwiseConv2d", "ConvTranspose2d", "BatchNorm1d", "Linear",
                                             "PReLU", "SqueezeExcitation", "LayerNorm", "GroupNorm"}
    assert "ReLU" not in {kind.name for kind in kinds}


def test_freezing_what_is_not_there_is_refused_by_name():
    graph = network(3)
    with pytest.raises(NetworkError, match=r"no layer 'conv2d_2' to freeze. Did you mean .*conv2d_1"):
        freeze(graph, ["conv2d_2"])
    with pytest.raises(NetworkError, match="relu_1 has no weights"):
        freeze(graph, ["relu_1"])


def test_exported_code_keeps_frozen_layers_frozen():
    graph = network(3)
    freeze(graph, ["conv2d_1", "batchnorm2d_1"]).apply(graph)
    ours = build(graph)
    initialise(ours, "kaiming", 0)
    namespace = {"__name__": "exported"}
    exec(compile(source(graph), "exported.py", "exec"), namespace)
    theirs = namespace["Network"]()
    names = weight_names(graph, ours.state_dict())
    theirs.load_state_dict({name: ours.state_dict()[own] for name, own in names.items()})
    pictures = torch.rand(4, 1, SIDE, SIDE)
    before = {name: tensor.clone() for name, tensor in theirs.state_dict().items()}
    optimizer = torch.optim.SGD([weight for weight in theirs.parameters() if weight.requires_grad], lr=0.1)
    assert torch.equal(theirs.train()(pictures), ours.train()(pictures))
    nn.functional.cross_entropy(theirs(pictures), torch.tensor([0, 1, 2, 0])).backward()
    optimizer.step()
    changed = {name for name, tensor in theirs.state_dict().items() if not torch.equal(tensor, before[name])}
    assert {names[name] for name in changed} == {"layers.linear_1.weight", "layers.linear_1.bias"}


def test_a_network_fitted_to_other_classes_keeps_all_but_its_head(old_run):
    graph = network(3)
    fit_to(graph, None, 7).apply(graph)
    assert starting_weights(to_document(graph), old_run).start.layers == ("conv2d_1", "batchnorm2d_1")


def test_what_is_taken_over_is_frozen_and_let_go_and_the_last_layer_always_learns():
    graph = network(3)
    taken = ["conv2d_1", "batchnorm2d_1"]
    freeze_taken(graph, [*taken, "linear_1"]).apply(graph)
    assert {node.name for node in graph.nodes.values() if node.parameters.get("frozen")} == set(taken)
    assert are_frozen(graph, taken)
    unfreeze_taken(graph, ["conv2d_1"]).apply(graph)
    assert [are_frozen(graph, [name]) for name in taken] == [False, True]
    assert not are_frozen(graph, ["not there"])
    body = chain(("Backbone", {"architecture": "squeezenet1_1", "weights": "none", "frozen_stages": 3}),
                 "GlobalAvgPool2d", ("Linear", {"out_features": 3}), ("Output", {"classes": 3}),
                 input_shape=(3, 48, 48))
    for edit, stages, is_frozen in ((freeze_taken, STAGE_LIMIT, True), (unfreeze_taken, 0, False)):
        edit(body, ["backbone_1"]).apply(body)
        backbone = body.nodes["backbone_1"]
        assert (backbone.parameters["frozen_stages"], are_frozen(body, ["backbone_1"])) == (stages, is_frozen)
