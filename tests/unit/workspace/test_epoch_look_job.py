"""Tests of looking at one image with the weights of every epoch a run keeps."""

import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import safetensors.torch
import torch

from cnnstudio.data.preprocess import to_input_pixels
from cnnstudio.errors import InputError, JobCancelledError, RunError
from cnnstudio.explain.epoch_curve import Region
from cnnstudio.explain.target import Target
from cnnstudio.network.document import from_document
from cnnstudio.runs.kept_epochs import kept_epochs
from cnnstudio.runs.store import RunFolder
from cnnstudio.torch_network.builder import build
from cnnstudio.workspace.epoch_look_job import (
    EpochCurve,
    EpochLookJob,
    EpochNotSeen,
    EpochSeen,
    EpochsKnown,
    EpochWish,
    in_order,
)
from cnnstudio.workspace.look_job import LookQuestion
from cnnstudio.workspace.run_epochs import RunEpochs
from cnnstudio.workspace.several_job import SeveralJob


def of(events: list[object], kind: type) -> list:
    return [event for event in events if isinstance(event, kind)]


@pytest.fixture(scope="module")
def question(small_run) -> LookQuestion:
    return LookQuestion(small_run.path, small_run.folder.files[0].path, Target(index=1))


@pytest.fixture(scope="module")
def events(question) -> list[object]:
    return list(EpochLookJob(EpochWish(question)).run(lambda: False))


def answer_by_hand(small_run, epoch: int) -> tuple[np.ndarray, np.ndarray]:
    """Return the logits, and the Grad-CAM of class 1 at the last convolution's output, with PyTorch alone."""
    record = RunFolder.load(small_run.path).record
    network = build(from_document(record.graph)).eval()
    network.load_state_dict(safetensors.torch.load_file(kept_epochs(small_run.path)[epoch].path))
    from PIL import Image

    pixels = np.asarray(Image.open(small_run.folder.files[0].path).convert("RGB"))
    inputs = to_input_pixels(pixels, record.preprocess).astype(np.float32) / 255
    image = torch.tensor((inputs - np.float32(record.mean)) / np.float32(record.std)).permute(2, 0, 1)[None]
    kept = {}
    layer = network.layers[RunEpochs(small_run.path).open(epoch).explainer.automatic_layer().id]
    hook = layer.register_forward_hook(lambda _layer, _given, out: kept.setdefault("out", out.clone()))
    logits = network(image)
    hook.remove()
    activations = kept["out"]
    with torch.enable_grad():
        hook = layer.register_forward_hook(lambda _layer, _given, out: kept.__setitem__("leaf", out))
        logits = network(image)
        hook.remove()
        (gradient,) = torch.autograd.grad(logits[0, 1], kept["leaf"])
    raw = (gradient.mean((2, 3), keepdim=True) * activations).sum(1)[0]
    return logits.detach().numpy()[0], raw.detach().numpy()


def test_every_epoch_from_the_first_weights_on_can_be_looked_at(events):
    infos = events[0].infos
    assert isinstance(events[0], EpochsKnown)
    assert [info.epoch for info in infos] == [0, 1, 2, 3]
    assert [info.accuracy is None for info in infos] == [True, False, False, False]
    assert [info.is_last for info in infos] == [False, False, False, True]
    assert sum(info.is_best for info in infos) == 1
    assert {seen.info.epoch for seen in of(events, EpochSeen)} == {0, 1, 2, 3}


@pytest.mark.parametrize("epoch", [0, 2])
def test_map_and_answer_of_an_epoch_are_those_of_a_network_with_its_file(small_run, events, epoch):
    seen = next(one for one in of(events, EpochSeen) if one.info.epoch == epoch)
    logits, raw = answer_by_hand(small_run, epoch)
    np.testing.assert_allclose(seen.image.logits, logits, atol=1e-5 * np.abs(logits).max())    # float32
    np.testing.assert_allclose(seen.map.raw, raw, atol=5e-5 * np.abs(raw).max())    # bar C1 of the explainers
    exponentials = np.exp(logits.astype(np.float64) - logits.max())
    assert seen.probability == pytest.approx(exponentials[1] / exponentials.sum(), abs=1e-6)


def test_the_last_epoch_comes_first_then_the_wanted_one_then_its_neighbours(question):
    assert in_order((0, 2, 4, 6, 8), 8, 2) == [8, 2, 0, 4, 6]
    assert in_order((0, 1, 2), 2, None) == [2, 1, 0]
    found = of(list(EpochLookJob(EpochWish(question, first=0)).run(lambda: False)), EpochSeen)
    assert [seen.info.epoch for seen in found] == [3, 0, 1, 2]


def test_the_curve_grows_and_ends_with_a_sentence(events):
    curves = of(events, EpochCurve)
    assert [len(curve.points) for curve in curves] == [1, 2, 3, 4, 4]
    assert [bool(curve.sentences) for curve in curves] == [False, False, False, False, True]
    assert curves[-1].points[-1].likeness == pytest.approx(1.0)
    assert [point.epoch for point in curves[-1].points] == [0, 1, 2, 3]


def test_another_region_is_counted_without_asking_the_network_again(question, events):
    known = {seen.info.epoch: seen for seen in of(events, EpochSeen)}
    region = Region(0.0, 0.0, 1.0, 1.0)
    again = list(EpochLookJob(EpochWish(question, region=region, known=known)).run(lambda: False))
    assert of(again, EpochSeen) == []
    shares = [point.share for point in of(again, EpochCurve)[-1].points]
    assert [share for share in shares if share is not None] == pytest.approx(
        [1.0] * sum(share is not None for share in shares))


def test_a_class_that_was_left_open_is_the_one_answered_at_last_in_every_epoch(question):
    found = of(list(EpochLookJob(EpochWish(replace(question, target=Target()))).run(lambda: False)), EpochSeen)
    last = next(seen for seen in found if seen.info.is_last)
    assert {seen.map.key.target.index for seen in found} == {last.image.predicted}


def test_it_ends_between_two_epochs_when_nobody_wants_it(question):
    asked = []

    def should_stop() -> bool:
        asked.append(True)
        return len(asked) > 2

    job = EpochLookJob(EpochWish(question)).run(should_stop)
    found = []
    with pytest.raises(JobCancelledError):
        found.extend(job)
    assert len(asked) == 3


@pytest.fixture
def copied(small_run, question, tmp_path) -> tuple[Path, LookQuestion]:
    path = tmp_path / "run"
    shutil.copytree(small_run.path, path)
    return path, replace(question, run_path=path)


@pytest.mark.parametrize("damaged", [1, 0])
def test_a_damaged_epoch_is_named_and_the_others_go_on(copied, damaged):
    path, question = copied
    kept_epochs(path)[damaged].path.write_bytes(b"damaged")
    found = list(EpochLookJob(EpochWish(question)).run(lambda: False))
    problem, = of(found, EpochNotSeen)
    others = {0, 1, 2, 3} - {damaged}
    assert problem.info.epoch == damaged
    assert f"epoch-00000{damaged}" in problem.reason
    assert {seen.info.epoch for seen in of(found, EpochSeen)} == others
    assert of(found, EpochCurve)[-1].sentences
    tiles = {tile.name: tile for tile in SeveralJob("epochs", question).run(lambda: False)}
    assert "damaged" in tiles[damaged].problem
    assert all(tiles[epoch].map is not None for epoch in others)


def test_an_old_run_offers_its_best_and_its_last_epoch(copied):
    path, question = copied
    shutil.rmtree(path / "epochs")
    record = RunFolder.load(path).record
    epochs = RunEpochs(path)
    assert {info.epoch for info in epochs.infos} == {record.best_epoch, 3}
    assert of(list(EpochLookJob(EpochWish(question)).run(lambda: False)), EpochCurve)
    with pytest.raises(InputError, match="Nothing is kept of epoch 0"):
        epochs.weights(0)


def test_weights_that_do_not_fit_the_network_are_told_apart_from_a_damaged_file(copied):
    from cnnstudio.runs.kept_epochs import keep_epoch

    path, question = copied
    keep_epoch(path, 1, {"layers.nobody.weight": torch.zeros(2)})
    problem, = of(list(EpochLookJob(EpochWish(question)).run(lambda: False)), EpochNotSeen)
    assert "does not fit the network" in problem.reason


def test_a_run_without_an_epoch_has_nothing_to_look_back_at(small_run, tmp_path):
    record = RunFolder.load(small_run.path).record
    run = RunFolder.create(tmp_path, record.model_copy(update={"history": (), "best_epoch": 0}))
    with pytest.raises(RunError, match="no trained weights"):
        RunEpochs(run.path)


def test_small_multiples_over_epochs_are_the_same_maps(question, events):
    tiles = {tile.name: tile for tile in SeveralJob("epochs", question).run(lambda: False)}
    for seen in of(events, EpochSeen):
        np.testing.assert_array_equal(tiles[seen.info.epoch].map.raw, seen.map.raw)
