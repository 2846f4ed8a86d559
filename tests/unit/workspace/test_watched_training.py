"""Heatmaps while a network learns: they change nothing, and keep to their share of the time."""

from pathlib import Path

import numpy as np
import pytest
import torch

from cnnstudio.data.folder.image_folder import ImageFolder, scan
from cnnstudio.network.presets import preset
from cnnstudio.runs.store import RunFolder
from cnnstudio.torch_network.builder import build
from cnnstudio.training.config import TrainConfig
from cnnstudio.training.control import TrainingControl
from cnnstudio.training.events import EpochEnded, StepEnded
from cnnstudio.workspace import watched_training
from cnnstudio.workspace.pinned_images_job import PinnedImage, PinnedImagesJob
from cnnstudio.workspace.watched_training import HeatmapsReady, PinnedWish, WatchedTraining
from tests.helpers.images import make_folder
from tests.helpers.runs import training_job

TRAIN = TrainConfig(epochs=4, batch_size=8, threads=1, device="cpu", learning_rate=0.003, precision="float32")


@pytest.fixture(scope="module")
def pets(tmp_path_factory: pytest.TempPathFactory) -> ImageFolder:
    return scan(make_folder(tmp_path_factory.mktemp("watched") / "pets", {"cat": 12, "dog": 12}, 24))


@pytest.fixture(scope="module")
def plain(pets: ImageFolder, tmp_path_factory: pytest.TempPathFactory) -> list[object]:
    """Train the same way, unwatched, and return the events."""
    return list(training_job(pets, tmp_path_factory.mktemp("plain"), train=TRAIN).run(lambda: False))


def wish(folder: ImageFolder, count: int = 2) -> PinnedWish:
    result = PinnedWish()
    result.images = tuple(PinnedImage(file.path, folder.class_names[file.class_index])
                          for file in folder.files[::24 // count][:count])
    return result


def watched(folder: ImageFolder, home: Path, images: PinnedWish, network: str = "small") -> list[object]:
    """Train with the images watched and return the events."""
    control = TrainingControl()
    job = training_job(folder, home, train=TRAIN, network=network)
    job.control = control
    return list(WatchedTraining(job, control, images).run(lambda: False))


def path_of(events: list[object]) -> Path:
    return events[-1].path


def curve(events: list[object]) -> list[tuple[float, ...]]:
    """Return every number of a training that does not tell the time."""
    return [(event.loss, event.accuracy) if isinstance(event, StepEnded) else (event.train_loss, event.val_loss)
            for event in events if isinstance(event, StepEnded | EpochEnded)]


def test_a_watched_training_is_bit_for_bit_the_same(
        pets: ImageFolder, plain: list[object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watched_training, "MOST_SHARE", 1e9)
    looked = watched(pets, tmp_path / "looked", wish(pets))
    heatmaps = [event for event in looked if isinstance(event, HeatmapsReady)]
    assert [event.epoch for event in heatmaps] == [1, 2, 3, 4]
    assert all(len(event.pictures) == 2 for event in heatmaps)
    assert curve(looked) == curve(plain)
    ours, theirs = (RunFolder.load(path_of(events)).load_module().state_dict() for events in (looked, plain))
    assert ours.keys() == theirs.keys()
    assert all(torch.equal(ours[name], theirs[name]) for name in ours)


def test_a_look_that_changed_the_weights_would_be_seen(
        pets: ImageFolder, plain: list[object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watched_training, "MOST_SHARE", 1e9)
    draw = watched_training._Painter._picture

    def clumsy(self: object, module: torch.nn.Module, position: int, image: PinnedImage) -> object:
        with torch.no_grad():
            next(module.parameters()).mul_(1.0001)
        return draw(self, module, position, image)

    monkeypatch.setattr(watched_training._Painter, "_picture", clumsy)
    assert curve(watched(pets, tmp_path / "looked", wish(pets))) != curve(plain)


def test_the_heatmap_of_the_last_epoch_is_that_of_its_saved_weights(
        pets: ImageFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watched_training, "MOST_SHARE", 1e9)
    images = wish(pets)
    events = watched(pets, tmp_path, images)
    record = RunFolder.load(path_of(events)).record
    drawn = next(event for event in events if isinstance(event, HeatmapsReady) and event.epoch == record.best_epoch)
    saved = list(PinnedImagesJob(path_of(events), images.images).run(lambda: False))
    for ours, theirs in zip(drawn.pictures, saved, strict=True):
        assert ours.probability == pytest.approx(theirs.probability, abs=1e-6)
        assert ours.predicted == theirs.predicted
        assert np.abs(ours.pixels.astype(int) - theirs.pixels).max() <= 1


def test_heatmaps_that_would_take_too_long_are_left_out_and_counted(
        pets: ImageFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watched_training, "MOST_SHARE", 1e-9)
    assert not [event for event in watched(pets, tmp_path, wish(pets)) if isinstance(event, HeatmapsReady)]


def row(epoch: int, seconds: float) -> EpochEnded:
    return EpochEnded(epoch, 1.0, 0.5, 1.0, 0.5, 0.001, 10.0, seconds, is_best=True)


def test_the_share_of_the_time_is_kept_over_many_epochs(monkeypatch: pytest.MonkeyPatch) -> None:
    clock, cost = [0.0], 0.05
    painter = watched_training._Painter(None)
    monkeypatch.setattr(watched_training.time, "perf_counter", lambda: clock[0])

    def pictures(*_: object) -> list[object]:
        clock[0] += 2 * cost
        return []

    monkeypatch.setattr(painter, "_pictures", pictures)
    images = (PinnedImage(Path("a"), "a"), PinnedImage(Path("b"), "b"))
    made = [event for epoch in range(1, 201) for event in painter.after(row(epoch, 1.0), None, images)]
    assert clock[0] <= 0.03 * 200
    assert clock[0] > 0.9 * 0.03 * 200
    assert len(made) + sum(event.left_out for event in made) in range(195, 201)


def test_an_image_that_is_gone_costs_no_training(
        pets: ImageFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watched_training, "MOST_SHARE", 1e9)
    images = wish(pets)
    images.images = (PinnedImage(Path("/nowhere/gone.png"), "cat"), *images.images[1:])
    events = watched(pets, tmp_path, images)
    assert [len(event.pictures) for event in events if isinstance(event, HeatmapsReady)] == [1, 1, 1, 1]
    assert events[-1].status == "finished"


def test_a_network_that_begins_behind_its_frozen_part_takes_images_while_it_is_looked_at() -> None:
    module = build(preset("small", input_shape=(3, 16, 16), classes=2)).eval()
    images = torch.rand(2, 3, 16, 16, generator=torch.Generator().manual_seed(0))
    first = next(name for name in module.sources if module.sources[name] == (module.input_id,))
    before, values = module(images), module.values_of(first, images)
    module.begin_behind(first)
    with module.whole():
        assert torch.equal(module(images), before)
    assert torch.equal(module(values), before)
