"""Tests of the training loop: its arithmetic, its events, and that nothing else changes its curve."""

import contextlib
import itertools
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
import torch
from torch import nn
from torch.nn import functional

from cnnstudio.errors import TrainingError
from cnnstudio.training.callbacks import Callback
from cnnstudio.training.config import TrainConfig
from cnnstudio.training.events import EpochEnded, StepEnded, TrainingEvent, TrainingFinished, TrainingStarted
from cnnstudio.training.randomness import PrivateRandomness
from cnnstudio.training.trainer import Trainer
from tests.unit.training import repeat_training
from tests.unit.training.sources import TensorSource, blobs, state_bytes, tiny_network

CPU = torch.device("cpu")


def never() -> bool:
    return False


def after(count: int) -> Callable[[], bool]:
    """Return a should_stop that says yes from the call number ``count`` + 1 on."""
    calls = itertools.count(1)
    return lambda: next(calls) > count


def make(module: nn.Module | None = None, train: TensorSource | None = None, validation: TensorSource | None = None,
         callbacks: tuple[Callback, ...] = (), **config: object) -> Trainer:
    settings = TrainConfig(**({"epochs": 2, "threads": 1, "seed": 5} | config))
    train = TensorSource(*blobs(30), shuffle=True) if train is None else train
    validation = TensorSource(*blobs(12, seed=1)) if validation is None else validation
    return Trainer(module or tiny_network(), train, validation, settings, device=CPU, callbacks=callbacks)


def rows(events: list[TrainingEvent]) -> list[EpochEnded]:
    return [event for event in events if isinstance(event, EpochEnded)]


def curve(trainer: Trainer, between: Callable[[], object] = lambda: None) -> list[float]:
    """Return every training loss of a run, with something else done after each event."""
    losses = []
    for event in trainer.run(never):
        between()
        if isinstance(event, StepEnded):
            losses.append(event.loss)
    return losses


def test_the_events_come_in_order_and_tell_the_numbers():
    events = list(make(precision="float32").run(never))
    assert [type(event).__name__ for event in events] == [
        "TrainingStarted", *2 * (["StepEnded"] * 4 + ["EpochEnded"]), "TrainingFinished"]
    assert events[0] == TrainingStarted("cpu", 1, 2, 4, 30, 12, "float32", "the recipe says float32",
                                        "the recipe says so")
    assert [(event.epoch, event.step, event.steps) for event in events if isinstance(event, StepEnded)] == [
        (epoch, step, 4) for epoch in (1, 2) for step in (1, 2, 3, 4)]
    assert all(event.images_per_s > 0 for event in events if isinstance(event, StepEnded))
    last = events[-1]
    assert isinstance(last, TrainingFinished)
    assert (last.status, last.epochs, last.best_epoch) == ("finished", 2, 2)
    assert last.message == "Finished 2 epochs; the validation loss was lowest in epoch 2."


def test_the_network_learns():
    last = rows(list(make(epochs=15, learning_rate=0.01).run(never)))[-1]
    assert last.val_accuracy == 1.0
    assert last.val_loss < 0.2


def plain_loop(module: nn.Module, source: TensorSource, epochs: int) -> list[float]:
    """Return the losses of the training loop of every textbook, with SGD at 0.1 and momentum 0.9."""
    optimizer = torch.optim.SGD(module.parameters(), lr=0.1, momentum=0.9)
    losses = []
    module.train()
    for epoch in range(1, epochs + 1):
        for batch in source.epoch(epoch):
            optimizer.zero_grad()
            loss = functional.cross_entropy(module(batch.images), batch.labels)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses


def test_the_loop_computes_what_the_textbooks_loop_computes():
    ours, plain = tiny_network(), tiny_network()
    with torch.random.fork_rng():
        torch.manual_seed(5)
        expected = plain_loop(plain, TensorSource(*blobs(30), shuffle=True), 2)
    assert curve(make(ours, optimizer="sgd", learning_rate=0.1)) == pytest.approx(expected, rel=1e-5)
    for mine, theirs in zip(ours.state_dict().values(), plain.state_dict().values(), strict=True):
        torch.testing.assert_close(mine, theirs, rtol=1e-4, atol=1e-6)


def test_an_epochs_loss_is_the_mean_over_images_not_over_batches():
    images, labels = torch.tensor([[0.0, 2.0], [0.0, 2.0], [3.0, 0.0]]), torch.tensor([1, 1, 1])
    module = nn.Linear(2, 2, bias=False)
    nn.init.eye_(module.weight)
    source = TensorSource(images, labels, 2)
    row = rows(list(make(module, source, source, epochs=1, optimizer="sgd", learning_rate=1e-30).run(never)))[0]
    each = functional.cross_entropy(images, labels, reduction="none").double()
    assert row.train_loss == pytest.approx(each.mean().item(), rel=1e-6)
    assert row.val_loss == pytest.approx(each.mean().item(), rel=1e-6)
    assert row.train_accuracy == row.val_accuracy == 2 / 3


def test_validation_runs_in_evaluation_mode_with_the_weights_after_the_epoch():
    module = tiny_network(dropout=0.9)
    validation = TensorSource(*blobs(12, seed=1), 5)
    row = rows(list(make(module, validation=validation, epochs=1).run(never)))[0]
    module.eval()
    with torch.no_grad():
        expected = functional.cross_entropy(module(validation.images), validation.labels).item()
    assert row.val_loss == pytest.approx(expected, rel=1e-5)


def test_the_same_seed_gives_the_same_curve_and_weights_bit_for_bit():
    one, two = tiny_network(), tiny_network()
    assert curve(make(one)) == curve(make(two))
    assert state_bytes(one) == state_bytes(two)


def test_another_seed_gives_another_curve():
    assert curve(make(seed=1)) != curve(make(seed=2))


def test_a_fresh_process_gives_the_same_curve_bit_for_bit(capsys: pytest.CaptureFixture[str]):
    repeat_training.main()
    here = capsys.readouterr().out
    fresh = subprocess.run([sys.executable, "-m", repeat_training.__name__], cwd=Path(__file__).parents[3], text=True,
                           capture_output=True, check=True, timeout=150)
    assert fresh.stdout == here
    assert len(here.splitlines()) == 4


def test_random_numbers_drawn_between_the_batches_change_nothing():
    assert curve(make(), between=lambda: torch.rand(3)) == curve(make())


def test_without_the_private_random_state_they_would_change_the_curve(monkeypatch: pytest.MonkeyPatch):
    def disturbed_curves() -> tuple[list[float], list[float]]:
        torch.manual_seed(5)
        quiet = curve(make())
        torch.manual_seed(5)
        return quiet, curve(make(), between=lambda: torch.rand(3))

    with torch.random.fork_rng():
        quiet, disturbed = disturbed_curves()
        assert quiet == disturbed
        monkeypatch.setattr(PrivateRandomness, "active", lambda _self: contextlib.nullcontext())
        quiet, disturbed = disturbed_curves()
        assert quiet != disturbed


def test_the_training_leaves_the_global_random_state_as_it_was():
    before = torch.get_rng_state()
    list(make().run(never))
    assert torch.equal(torch.get_rng_state(), before)


def test_the_validation_does_not_change_the_training_curve():
    large = TensorSource(*blobs(90, seed=2), 7, before_batch=lambda: torch.rand(5))
    small = TensorSource(*blobs(3, seed=3))
    assert curve(make(validation=large)) == curve(make(validation=small))


@pytest.mark.parametrize("calls", range(13))
def test_stopping_ends_within_one_batch_wherever_it_comes(calls: int):
    # An epoch asks before each of 4 training batches and 2 validation batches.
    module, train, validation = tiny_network(), TensorSource(*blobs(30)), TensorSource(*blobs(12, seed=1))
    events = list(make(module, train, validation).run(after(calls)))
    last = events[-1]
    assert isinstance(last, TrainingFinished)
    assert last.status == ("stopped" if calls < 12 else "finished")
    assert last.epochs == len(rows(events)) == calls // 6
    assert train.served + validation.served == min(calls + 1, 12)
    assert train.closed + validation.closed == (min(calls, 11) // 6 * 2 + 1 + (min(calls, 11) % 6 >= 4))
    assert all(part.training for part in module.modules())


def test_the_message_of_a_stopped_training_counts_the_complete_epochs():
    last = list(make().run(after(7)))[-1]
    assert isinstance(last, TrainingFinished)
    assert last.message == "Stopped in epoch 2; 1 of 2 epochs are complete."
    assert last.best_epoch == 1


def test_abandoning_the_iterator_closes_the_batches_and_restores_modes_and_threads():
    module, train = tiny_network(), TensorSource(*blobs(30))
    module.eval()
    threads = torch.get_num_threads()
    events = make(module, train, threads=threads + 1).run(never)
    assert [type(next(events)).__name__ for _ in range(2)] == ["TrainingStarted", "StepEnded"]
    assert torch.get_num_threads() == threads + 1
    events.close()  # type: ignore[attr-defined]
    assert (train.closed, torch.get_num_threads()) == (1, threads)
    assert not any(part.training for part in module.modules())


def test_a_training_stops_early_when_the_validation_loss_no_longer_falls():
    images, labels = blobs(30)
    opposite = TensorSource(images, (labels + 1) % 3)  # the better the training, the worse the validation
    events = list(make(tiny_network(dropout=0), validation=opposite, epochs=50, early_stopping=3).run(never))
    last = events[-1]
    assert isinstance(last, TrainingFinished)
    best = min(rows(events), key=lambda row: row.val_loss).epoch
    assert (last.status, last.best_epoch, last.epochs) == ("early_stopped", best, best + 3)
    assert last.message == (f"Stopped early: the validation loss has not fallen for 3 epochs; it was lowest in epoch "
                            f"{best}.")


def test_best_marks_each_new_lowest_validation_loss():
    found = rows(list(make(epochs=6, learning_rate=0.05).run(never)))
    lowest = float("inf")
    for row in found:
        assert row.is_best == (row.val_loss < lowest)
        lowest = min(lowest, row.val_loss)


class Recorder(Callback):
    """Notes what it is told and may ask for an end."""

    def __init__(self, stop_after: int = 99) -> None:
        self.told: list[str] = []
        self.stop_after = stop_after

    def training_started(self, event, module) -> None:
        self.told.append("started")

    def step_ended(self, event, module) -> None:
        self.told.append(f"step {event.step}")

    def epoch_ended(self, event, module) -> None:
        self.told.append(f"epoch {event.epoch}")
        if event.epoch == self.stop_after:
            self.stop_reason = "Enough."

    def training_finished(self, event, module) -> None:
        self.told.append(event.message)


def test_callbacks_hear_every_event_and_may_end_the_training():
    recorder = Recorder(stop_after=1)
    last = list(make(callbacks=(Callback(), recorder)).run(never))[-1]
    assert recorder.told == ["started", "step 1", "step 2", "step 3", "step 4", "epoch 1", "Enough."]
    assert isinstance(last, TrainingFinished)
    assert last.status == "early_stopped"


def test_numbers_are_fetched_from_the_device_once_a_batch(monkeypatch: pytest.MonkeyPatch):
    calls: Counter[str] = Counter()
    for name in ("item", "tolist", "__bool__", "__float__", "__int__", "numpy", "cpu"):
        original = getattr(torch.Tensor, name)

        def counting(self, *args, _name=name, _original=original, **options):
            calls[_name] += 1
            return _original(self, *args, **options)

        monkeypatch.setattr(torch.Tensor, name, counting)
    trainer = make(TensorModule(), epochs=3)
    calls.clear()
    list(trainer.run(never))
    # Once an epoch: norms of layers, recalls; whether a layer's channels are alike, its weight and its bias finite.
    assert calls == {"tolist": 3 * (4 + 2 + 2), "__bool__": 3 * (1 + 2)}


class TensorModule(nn.Module):
    """Two layers without batch normalisation, which counts its batches itself."""

    def __init__(self) -> None:
        super().__init__()
        self.flat, self.dense = nn.Flatten(), nn.Linear(64, 3)

    def forward(self, images: torch.Tensor) -> torch.Tensor:
        return self.dense(self.flat(images))


def test_a_split_without_images_is_refused():
    with pytest.raises(TrainingError, match="no training images"):
        make(train=TensorSource(*blobs(0)))
    with pytest.raises(TrainingError, match="Raise the validation share"):
        make(validation=TensorSource(*blobs(0)))


def test_a_network_without_weights_is_refused():
    with pytest.raises(TrainingError, match="nothing to train"):
        make(nn.Flatten())
