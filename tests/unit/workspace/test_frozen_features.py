"""A training on the frozen part's values is the training on images, only quicker, and its run is the whole network."""

from contextlib import closing

import numpy as np
import pytest
import torch

from cnnstudio.data.batches import Batches
from cnnstudio.data.config import AugmentConfig, PreprocessConfig
from cnnstudio.data.folder.image_folder import scan
from cnnstudio.data.pixels.source import ArraySource, open_source
from cnnstudio.network.edits import SetParameter
from cnnstudio.network.presets import preset
from cnnstudio.runs.store import RunFolder
from cnnstudio.torch_network.builder import build
from cnnstudio.torch_network.frozen_part import frozen_end
from cnnstudio.training.config import TrainConfig
from cnnstudio.training.events import EpochEnded, StepEnded, TrainingNotice
from cnnstudio.workspace import forecast, frozen_features
from cnnstudio.workspace.frozen_features import FeatureBatches, Features
from cnnstudio.workspace.jobs import Progress
from cnnstudio.workspace.prepared_training import TrainingPlan, prepare
from cnnstudio.workspace.resume_job import ResumeJob
from cnnstudio.workspace.training_job import RunSaved, TrainingJob
from tests.helpers.images import make_folder
from tests.helpers.networks import add, chain
from tests.helpers.runs import training_job

RECIPE = TrainConfig(epochs=2, batch_size=5, threads=1, device="cpu", learning_rate=0.01, precision="float32")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return scan(make_folder(tmp_path_factory.mktemp("pets") / "pets", {"cat": 9, "dog": 9}, 40))


def job(folder, home, *, augment=None, recipe=RECIPE):
    made = training_job(folder, home, train=recipe, network="efficientnet-lite0",
                        preprocess=PreprocessConfig(height=32, width=32))
    made.augment = augment or AugmentConfig()
    return made


def run(job: TrainingJob, should_stop=lambda: False):
    events = list(job.run(should_stop))
    assert isinstance(events[-1], RunSaved)
    return events


def of(kind, events):
    return [event for event in events if isinstance(event, kind)]


def notices(events):
    return [event.message for event in of(TrainingNotice, events)]


@pytest.fixture(scope="module")
def cached(folder, tmp_path_factory):
    return run(job(folder, tmp_path_factory.mktemp("cached")))


@pytest.fixture(scope="module")
def plain(folder, tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(frozen_features, "frozen_end", lambda network: "")
        return run(job(folder, tmp_path_factory.mktemp("plain")))


def test_the_training_is_the_one_on_images(cached, plain):
    for kind, fields in ((StepEnded, ("loss", "accuracy")), (EpochEnded, ("train_loss", "val_loss", "val_accuracy"))):
        ours, theirs = of(kind, cached), of(kind, plain)
        assert len(ours) == len(theirs) > 0
        for one, other in zip(ours, theirs, strict=True):
            assert [getattr(one, name) for name in fields] == pytest.approx(
                [getattr(other, name) for name in fields], abs=1e-5)
    assert not notices(plain)


def test_the_run_is_the_whole_network_with_the_same_weights(cached, plain):
    ours, theirs = (RunFolder.load(events[-1].path).load_module("last") for events in (cached, plain))
    assert list(ours.state_dict()) == list(theirs.state_dict())
    for name, tensor in ours.state_dict().items():
        assert torch.allclose(tensor, theirs.state_dict()[name], atol=1e-5), name
    images = torch.rand(2, 3, 32, 32, generator=torch.Generator().manual_seed(0))
    with torch.no_grad():
        assert torch.allclose(ours(images), theirs(images), atol=1e-4)


def test_it_says_so_and_shows_how_far_it_is(cached, folder):
    (message,) = notices(cached)
    assert "ran through them once" in message
    done = [event for event in of(Progress, cached) if "frozen" in event.text]
    assert [event.done for event in done] == sorted(event.done for event in done)
    assert (done[-1].done, done[-1].total) == (18, 18)


def test_the_record_says_how_images_were_prepared(cached):
    record = RunFolder.load(cached[-1].path).record
    assert record.preprocess.normalization == "symmetric"
    assert (record.mean, record.std) == ((0.5,) * 3, (0.5,) * 3)


def test_a_training_that_is_broken_off_goes_on_bit_for_bit(folder, cached, tmp_path):
    stopped = []
    for event in job(folder, tmp_path).run(lambda: len(of(StepEnded, stopped)) == 4):
        stopped.append(event)  # noqa: PERF402 - looked at meanwhile
    resumed = list(ResumeJob(stopped[-1].path, tmp_path / "cache").run(lambda: False))
    assert len(notices(resumed)) == 1
    losses = [event.loss for event in of(StepEnded, stopped) + of(StepEnded, resumed)]
    assert losses == [event.loss for event in of(StepEnded, cached)]
    ours, theirs = (RunFolder.load(events[-1].path).load_module("last").state_dict() for events in (resumed, cached))
    assert all(torch.equal(ours[name], theirs[name]) for name in theirs)


def told(folder, home, augment=None):
    """Return the notices of a training on features that is asked for and does not begin."""
    made = job(folder, home, augment=augment)
    with closing(open_source(folder, made.preprocess, home / "cache")) as source:
        plan = TrainingPlan(made.document, made.splits, made.preprocess, made.augment, RECIPE, folder.class_names,
                            (0.5,) * 3, (0.5,) * 3, home)
        prepared = prepare(plan, source, made.control)
        return notices(frozen_features.train_on_features(plan, prepared.trainer, source.labels, lambda: False))


def test_images_that_change_at_random_run_every_time(folder, tmp_path):
    assert told(folder, tmp_path, AugmentConfig(flip_horizontal=True)) == []


def test_values_that_need_too_much_memory_are_not_kept(folder, tmp_path, monkeypatch):
    monkeypatch.setattr(forecast, "MOST_FEATURE_BYTES", 18 * 1280 * 4 - 1)
    (message,) = told(folder, tmp_path)
    assert "every image runs through them in every epoch" in message


def test_a_stop_meanwhile_ends_the_training(folder, tmp_path):
    events = []

    def has_begun():
        return any(isinstance(event, Progress) and "frozen" in event.text for event in events)

    for event in job(folder, tmp_path).run(has_begun):
        events.append(event)  # noqa: PERF402 - has_begun looks at them meanwhile
    assert events[-1].status == "stopped"
    assert len([event for event in of(Progress, events) if "frozen" in event.text]) == 1
    assert not of(StepEnded, events)


def end_of(graph):
    return frozen_end(build(graph))


def test_the_frozen_part_reaches_over_layers_without_weights_up_to_chance_or_learning():
    graph = preset("efficientnet-lite0", input_shape=(3, 32, 32), classes=3)
    assert end_of(graph) == "globalavgpool2d_1"
    SetParameter("backbone_1", "frozen_stages", 8).apply(graph)
    assert end_of(graph) == ""


def test_a_network_that_learns_from_the_first_layer_has_no_frozen_part():
    head = ("GlobalAvgPool2d", ("Linear", {"out_features": 2}), ("Output", {"classes": 2}))
    assert end_of(chain("ReLU", "Conv2d", *head, input_shape=(3, 32, 32))) == ""
    learning = ("Conv2d", {"out_channels": 3, "same": True})
    assert end_of(chain(learning, "Backbone", *head, input_shape=(3, 32, 32))) == ""


def test_a_way_around_the_backbone_is_no_frozen_part():
    """The rest sees the image through a second way, which is neutral itself but not the backbone's."""
    graph = chain("Backbone", "GlobalAvgPool2d", ("Linear", {"out_features": 3}), input_shape=(3, 32, 32))
    beside = add(graph, "GlobalMaxPool2d", ["input_1"])
    merged = add(graph, "Add", ["linear_1", beside])
    add(graph, "Output", [merged], classes=3)
    assert end_of(graph) == ""


def batches(kind, seed, start=0):
    """Return the numbers in the batches of the second epoch."""
    numbers, labels = np.array([8, 3, 5, 1, 7, 2, 9]), np.arange(10) % 2
    shared = {"batch_size": 3, "shuffle": True, "seed": seed, "device": torch.device("cpu")}
    if kind is Batches:
        source = ArraySource(np.zeros((10, 8, 8, 3), np.uint8), labels)
        made = Batches(source, numbers, mean=(0.5,) * 3, std=(0.5,) * 3, **shared)
    else:
        values = torch.arange(10.0)[:, None].expand(10, 4)
        made = FeatureBatches(Features(values, np.arange(10), labels), numbers, **shared)
    found = list(made.epoch(2, start))
    if kind is FeatureBatches:
        assert all(batch.images[:, 0].tolist() == batch.indices.tolist() for batch in found)
    assert all(batch.labels.tolist() == (batch.indices % 2).tolist() for batch in found)
    return [batch.indices.tolist() for batch in found]


@pytest.mark.parametrize("start", [0, 1])
def test_batches_of_values_have_the_order_of_batches_of_images(start):
    assert batches(FeatureBatches, 1, start) == batches(Batches, 1, start)
    assert batches(FeatureBatches, 2, start) != batches(Batches, 1, start)
