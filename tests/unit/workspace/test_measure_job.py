"""A measurement runs real steps, tells what it measured with, stops when asked and refuses what cannot fit."""

import time

import pytest

from cnnstudio.data.config import AugmentConfig
from cnnstudio.errors import JobCancelledError, NetworkError, TrainingError
from cnnstudio.network.presets import preset
from cnnstudio.training.config import TrainConfig
from cnnstudio.workspace import forecast, measure_job
from cnnstudio.workspace.jobs import Progress
from cnnstudio.workspace.measure_job import Measured, MeasureJob
from tests.helpers.networks import chain

CONFIG = TrainConfig(batch_size=8, threads=1)


@pytest.fixture(autouse=True)
def short(monkeypatch):
    monkeypatch.setattr(measure_job, "FORWARD_S", 0.05)
    monkeypatch.delenv("CNNSTUDIO_PRECISION")


def small(**settings):
    return preset("small", input_shape=(3, 16, 16), classes=3, **settings)


def measured(graph, config=CONFIG, augment=None):
    *progress, last = MeasureJob(graph, config, augment).run(lambda: False)
    assert all(isinstance(event, Progress) for event in progress)
    assert isinstance(last, Measured)
    return last.measurement


def test_learning_takes_longer_than_predicting_and_waiting_is_counted():
    found = measured(small())
    for _ in range(2):  # another program may have slowed the predictions down, but hardly three times
        if found.forward_ms >= found.training_ms:
            found = measured(small())
    assert 0 < found.forward_ms < found.training_ms <= found.training_loop_ms
    assert (found.batch_size, found.measured_with, found.device) == (8, 8, "cpu")
    assert not found.is_reckoned
    assert found.threads == 1


def test_the_precision_of_the_recipe_is_measured_with():
    found = {name: measured(small(), CONFIG.model_copy(update={"precision": name})) for name in ("float32", "bfloat16")}
    assert {name: measurement.precision for name, measurement in found.items()} == {
        "float32": "float32", "bfloat16": "bfloat16"}


def test_what_automatic_found_here_is_what_a_training_will_do(monkeypatch, tmp_path):
    import torch

    from cnnstudio.torch_network.builder import build
    from cnnstudio.training import precision
    from cnnstudio.training.trainer import Trainer
    from tests.unit.training.sources import TensorSource

    monkeypatch.setenv("CNNSTUDIO_HOME", str(tmp_path))
    monkeypatch.setattr(precision, "_capabilities", lambda: {"avx512_bf16": True})
    monkeypatch.setattr(precision, "CLEARLY_FASTER", 0.0)
    assert measured(small()).precision == "bfloat16"
    monkeypatch.setattr(precision, "CLEARLY_FASTER", 1e9)
    source = TensorSource(torch.rand(8, 3, 16, 16), torch.arange(8) % 3)
    trainer = Trainer(build(small()), source, source, CONFIG, device=torch.device("cpu"), memory=tmp_path / "cache")
    assert next(iter(trainer.run(lambda: False))).precision == "bfloat16"


def test_the_time_is_that_of_the_same_steps_run_by_hand():
    """Within a factor of three, since other programs run beside the tests; the bench compares closely."""
    from types import SimpleNamespace

    import torch

    from cnnstudio.torch_network.builder import build
    from cnnstudio.training.optimizers import build_optimizer
    from cnnstudio.training.randomness import PrivateRandomness
    from cnnstudio.training.step import StepRunner

    module = build(small()).train()
    runner = StepRunner(module, build_optimizer(module.parameters(), CONFIG), CONFIG,
                        PrivateRandomness(torch.device("cpu"), 0), torch.device("cpu"))
    batch = SimpleNamespace(images=torch.randn(8, 3, 16, 16), labels=torch.arange(8) % 3, indices=range(8))
    seconds = []
    for _ in range(20):
        begin = time.perf_counter()
        runner.train(batch, "")
        seconds.append(time.perf_counter() - begin)
    by_hand = 1000 * sorted(seconds)[10] / 8
    assert by_hand / 3 < measured(small()).training_ms < 3 * by_hand


def test_a_slow_network_is_measured_with_fewer_images_and_says_so(monkeypatch):
    monkeypatch.setattr(measure_job, "GROWTH_LIMIT_S", 0.0)
    found = measured(small(), TrainConfig(batch_size=64, threads=1))
    assert found.is_reckoned
    assert found.measured_with == 4
    assert found.training_ms > 0


def test_smaller_batches_are_reckoned_up_along_a_line():
    """100 ms are fixed and each image takes 10 ms, of which the optimiser's 30 ms are a part."""
    few, many = measure_job._Times(0.12, 0.12), measure_job._Times(0.14, 0.15)
    found = measure_job._reckoned(2, few, 4, many, 32, 0.03)
    assert found.step == pytest.approx(0.1 + 32 * 0.01)
    assert found.loop / found.step == pytest.approx(15 / 14)
    noisy = measure_job._reckoned(2, measure_job._Times(0.2, 0.2), 4, many, 32, 0.02)
    assert noisy.step == pytest.approx(0.02 + 0.12 * 8)


def test_an_epoch_is_training_and_validation_with_the_waiting():
    found = measured(small())
    expected = (300 * found.training_loop_ms + 100 * found.validation_loop_ms) / 1000
    assert found.epoch_s(300, 100) == pytest.approx(expected)


def frozen(size=32):
    return preset("efficientnet-lite0", input_shape=(3, size, size), classes=2)


def test_images_may_lie_in_another_order_than_what_comes_behind_the_frozen_layers():
    config = CONFIG.model_copy(update={"batch_size": 32})
    assert measured(frozen(96), config).behind, "a size at which convolutions are given channels last"


def test_what_learns_behind_frozen_layers_is_measured_by_itself():
    found = measured(frozen())
    behind = found.behind
    assert behind.values == 1280
    assert 0 < behind.training_ms <= behind.training_loop_ms < found.forward_ms, "a dense layer against the network"
    assert 0 < behind.validation_loop_ms < found.validation_loop_ms
    assert found.epoch_s(300, 100) == pytest.approx(
        (300 * behind.training_loop_ms + 100 * behind.validation_loop_ms) / 1000)
    assert found.once_s(400) == pytest.approx(400 * found.validation_loop_ms / 1000)


def test_images_run_through_frozen_layers_in_every_epoch_where_their_values_have_no_room(monkeypatch):
    found = measured(frozen())
    monkeypatch.setattr(forecast, "MOST_FEATURE_BYTES", 400 * 1280 * 4)
    assert found.once_s(400) > 0
    assert found.once_s(401) == 0
    assert found.epoch_s(301, 100) == pytest.approx(
        (301 * found.training_loop_ms + 100 * found.validation_loop_ms) / 1000)


@pytest.mark.parametrize(("graph", "augment"), [(frozen, AugmentConfig(rotate_deg=20)), (small, None)])
def test_images_that_change_and_networks_that_learn_as_a_whole_have_nothing_to_run_once(graph, augment):
    found = measured(graph(), augment=augment)
    assert found.behind is None
    assert found.once_s(400) == 0


def test_augmentation_is_part_of_what_is_waited_for():
    measured(small(), augment=AugmentConfig(rotate_deg=20, zoom=0.2))
    measured(preset("small", input_shape=(5, 16, 16), classes=3), augment=AugmentConfig(saturation=0.5))


def test_a_measurement_stops_between_two_steps():
    with pytest.raises(JobCancelledError):
        list(MeasureJob(small(), CONFIG).run(lambda: True))


def test_a_recipe_that_would_explode_is_measured_all_the_same():
    measured(small(), TrainConfig(batch_size=8, learning_rate=100, optimizer="sgd"))


def test_a_network_with_an_error_is_refused_by_its_sentence():
    with pytest.raises(NetworkError, match=r"no Output"):
        list(MeasureJob(chain("Conv2d"), CONFIG).run(lambda: False))


def test_a_network_without_weights_is_refused():
    with pytest.raises(TrainingError, match="nothing to train"):
        list(MeasureJob(chain("GlobalAvgPool2d", ("Output", {"classes": 3})), CONFIG).run(lambda: False))


def test_what_does_not_fit_into_the_memory_is_refused_before_anything_is_built(monkeypatch):
    monkeypatch.setattr(measure_job, "available_bytes", lambda: 100_000)
    with pytest.raises(TrainingError, match=r"8 images a batch this network needs about .* GB .* smaller batch size"):
        list(MeasureJob(small(), CONFIG).run(lambda: False))
    monkeypatch.setattr(measure_job, "available_bytes", lambda: None)
    assert measured(small())
