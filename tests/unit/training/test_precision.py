"""Tests of the precision: the rule, what is remembered, and what stays float32."""

import copy
import itertools
import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import nn
from torch.nn import functional

from cnnstudio.errors import JobCancelledError, TrainingError
from cnnstudio.training import precision
from cnnstudio.training.config import TrainConfig
from cnnstudio.training.events import EpochEnded, StepEnded, TrainingStarted
from cnnstudio.training.precision import Situation, choose_precision, lack_of_instructions, speed_ratio
from cnnstudio.training.precision_probe import step_probe
from cnnstudio.training.predict import predict
from cnnstudio.training.trainer import Trainer
from tests.unit.training.sources import TensorSource, blobs, state_bytes, tiny_network
from tests.unit.training.test_step import Network as SpoiledNetwork
from tests.unit.training.test_step import batch, everything, nan, runner

CPU = torch.device("cpu")
CAPABLE = {"architecture": "x86_64", "avx512_f": True, "avx512_bf16": True}


@pytest.fixture(autouse=True)
def _nothing_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(precision.VARIABLE)


def test_what_the_environment_says_is_taken_without_measuring(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    for told in ("bfloat16", "float32"):
        monkeypatch.setenv(precision.VARIABLE, told)
        assert choose_precision(situation(tmp_path), never_asked, CAPABLE).name == told
        assert choose_precision(situation(tmp_path, precision="float32"), never_asked, CAPABLE).name == "float32"
    monkeypatch.setenv(precision.VARIABLE, "float64")
    assert choose_precision(situation(tmp_path), lambda: 2.0, CAPABLE).name == "bfloat16", "measured"


def situation(memory: Path | None = None, *, module: nn.Module | None = None, shape: tuple[int, ...] = (8, 1, 8, 8),
              **config: object) -> Situation:
    return Situation(module or tiny_network(), TrainConfig(**config), CPU, shape, memory)


def never_asked() -> float:
    raise AssertionError("the probe was asked")


class Counted:
    """A probe that gives one answer and counts how often it is asked."""

    def __init__(self, ratio: float) -> None:
        self.ratio, self.calls = ratio, 0

    def __call__(self) -> float:
        self.calls += 1
        return self.ratio


@pytest.mark.parametrize(("capabilities", "capable"), [
    (CAPABLE, True), ({"amx_bf16": True, "amx_tile": True}, True), ({"architecture": "arm64", "bf16": True}, True),
    ({"sve_bf16": True}, True), ({}, False), ({"avx512_f": True, "avx512_vnni": True, "avx512_bf16": False}, False),
    ({"amx_tile": True, "amx_bf16": False}, False), ({"architecture": "arm64", "neon": True}, False)])
def test_only_processors_with_instructions_for_bfloat16_may_use_it(capabilities: dict, capable: bool):
    assert (lack_of_instructions(CPU, capabilities) == "") == capable


def test_the_names_of_the_instructions_are_those_torch_uses():
    known = torch.cpu.get_capabilities()
    if known["architecture"] == "x86_64":
        assert {"avx512_bf16", "amx_bf16"} <= known.keys()


def test_apples_gpu_computes_with_float32():
    assert lack_of_instructions(torch.device("mps"), CAPABLE)


@pytest.mark.parametrize("answer", [True, False])
def test_a_cuda_gpu_is_asked_without_emulation(answer: bool, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(torch.cuda, "is_bf16_supported", lambda including_emulation: answer and not including_emulation)
    assert (lack_of_instructions(torch.device("cuda")) == "") == answer


@pytest.mark.parametrize("capabilities", [CAPABLE, {}])
@pytest.mark.parametrize("name", ["float32", "bfloat16"])
def test_an_explicit_choice_never_measures(name: str, capabilities: dict, tmp_path: Path):
    choice = choose_precision(situation(tmp_path, precision=name), never_asked, capabilities)
    assert choice.name == name
    assert choice.reason.startswith(f"the recipe says {name}")
    assert ("no instructions" in choice.reason) == (name == "bfloat16" and not capabilities)


def test_automatic_does_not_measure_without_the_instructions_or_without_a_memory(tmp_path: Path):
    assert choose_precision(situation(tmp_path), never_asked, {}).reason == (
        "this processor has no instructions for bfloat16")
    unremembered = choose_precision(situation(None), never_asked, CAPABLE)
    assert (unremembered.name, "remember" in unremembered.reason) == ("float32", True)


@pytest.mark.parametrize(("ratio", "name"), [
    (1.8, "bfloat16"), (1.15, "bfloat16"), (1.14, "float32"), (0.4, "float32")])
def test_automatic_takes_bfloat16_only_when_it_is_clearly_faster_and_remembers_it(
        ratio: float, name: str, tmp_path: Path):
    first = choose_precision(situation(tmp_path), Counted(ratio), CAPABLE)
    assert first.name == name
    assert f"{ratio:.2f} times as fast" in first.reason
    assert choose_precision(situation(tmp_path), never_asked, CAPABLE) == first


def test_another_network_batch_optimiser_or_number_of_threads_is_measured_anew(tmp_path: Path):
    probe = Counted(2.0)
    choose_precision(situation(tmp_path), probe, CAPABLE)
    others = [situation(tmp_path, module=tiny_network(classes=4)), situation(tmp_path, shape=(9, 1, 8, 8)),
              situation(tmp_path, optimizer="sgd")]
    for other in others:
        choose_precision(other, probe, CAPABLE)
    threads = torch.get_num_threads()
    torch.set_num_threads(threads + 1)
    try:
        choose_precision(situation(tmp_path), probe, CAPABLE)
    finally:
        torch.set_num_threads(threads)
    assert probe.calls == 5
    choose_precision(situation(tmp_path, seed=7, epochs=3), never_asked, CAPABLE)


def test_other_weights_of_the_same_network_are_the_same_question(tmp_path: Path):
    choose_precision(situation(tmp_path), Counted(2.0), CAPABLE)
    choose_precision(situation(tmp_path, module=tiny_network(seed=3)), never_asked, CAPABLE)


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"name": "float16", "reason": ""}', '{"name": "float32"}',
                                  '{"name": "float32", "reason": 3}'])
def test_a_damaged_memory_is_measured_and_written_again(text: str, tmp_path: Path):
    choose_precision(situation(tmp_path), Counted(2.0), CAPABLE)
    file = next((tmp_path / "precision").iterdir())
    file.write_text(text)
    probe = Counted(2.0)
    choose_precision(situation(tmp_path), probe, CAPABLE)
    assert probe.calls == 1
    assert json.loads(file.read_text())["name"] == "bfloat16"


def test_where_nothing_can_be_written_it_is_float32(tmp_path: Path):
    (tmp_path / "precision").write_text("a file where the folder should be")
    assert choose_precision(situation(tmp_path), Counted(2.0), CAPABLE).name == "float32"


@pytest.mark.parametrize("error", [
    RuntimeError("not implemented for 'BFloat16'\nException raised from"), TrainingError("Comparing: no memory."),
    JobCancelledError("stopped")])
def test_a_probe_that_fails_or_is_stopped_means_float32_and_is_not_remembered(error: Exception, tmp_path: Path):
    def failing() -> float:
        raise error

    choice = choose_precision(situation(tmp_path), failing, CAPABLE)
    assert choice.name == "float32"
    assert "\n" not in choice.reason
    assert not (tmp_path / "precision").exists()


class Clock:
    """Time that passes only when a step says so."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now

    def step(self, *seconds: float) -> Callable[[], object]:
        durations = itertools.cycle(seconds)

        def run() -> None:
            self.now += next(durations)

        return run


def test_the_ratio_is_the_median_over_pairs_after_a_warm_up():
    clock = Clock()
    # warm-up 9 against 1, then pairs 2/1, 3/2, 8/1 and again from the front
    steps = {"float32": clock.step(0.009, 0.002, 0.003, 0.008), "bfloat16": clock.step(0.001, 0.001, 0.002, 0.001)}
    ratios = [2, 1.5, 8, 9]
    expected = float(np.median([ratios[number % 4] for number in range(15)]))
    assert speed_ratio(steps, lambda: False, clock) == pytest.approx(expected)


def test_the_comparison_ends_in_time_and_makes_at_least_one_pair():
    clock = Clock()
    assert speed_ratio({"float32": clock.step(0.2), "bfloat16": clock.step(0.1)}, lambda: False, clock) == (
        pytest.approx(2))
    assert clock.now <= precision.PROBE_S + 0.3
    slow = Clock()
    speed_ratio({"float32": slow.step(5.0), "bfloat16": slow.step(5.0)}, lambda: False, slow)
    assert slow.now == 20


@pytest.mark.parametrize("calls", range(4))
def test_the_comparison_can_be_stopped_before_every_step(calls: int):
    clock, asked = Clock(), itertools.count()
    with pytest.raises(JobCancelledError):
        speed_ratio({"float32": clock.step(1.0), "bfloat16": clock.step(1.0)}, lambda: next(asked) >= calls, clock)
    assert clock.now == calls


def test_the_probe_runs_both_precisions_on_a_copy():
    module, source = tiny_network(), TensorSource(*blobs(16))
    copies: list[nn.Module] = []
    types: set[torch.dtype] = set()

    def note(layer: nn.Module, _inputs: object, output: torch.Tensor) -> None:
        copies.append(layer)
        types.add(output.dtype)

    module[0].register_forward_hook(note)
    before, random = state_bytes(module), torch.get_rng_state()
    ratio = step_probe(module, source, TrainConfig(batch_size=8), CPU, lambda: False)()
    assert ratio > 0
    assert types == {torch.float32, torch.bfloat16}
    assert module[0] not in copies
    assert (state_bytes(module), source.closed) == (before, 1)
    assert torch.equal(torch.get_rng_state(), random)


def test_a_step_with_bfloat16_is_torchs_autocast_with_loss_and_weights_in_float32():
    module = tiny_network(dropout=0).train()
    plain, content = copy.deepcopy(module), batch(16)
    with torch.autocast("cpu", torch.bfloat16):
        logits = plain(content.images)
    assert logits.dtype == torch.bfloat16
    loss = functional.cross_entropy(logits.float(), content.labels)
    loss.backward()
    before = [weight.detach().clone() for weight in module.parameters()]
    steps = runner(module, precision="bfloat16", optimizer="sgd", momentum=0.0, learning_rate=0.1)
    result = steps.train(content, "")
    assert result.loss == loss.item()
    exact = runner(copy.deepcopy(plain), precision="float32").train(content, "").loss
    assert result.loss != exact
    assert result.loss == pytest.approx(exact, rel=0.05)
    for weight, old, theirs in zip(module.parameters(), before, plain.parameters(), strict=True):
        assert weight.dtype == theirs.grad.dtype == torch.float32
        torch.testing.assert_close((old - weight.detach()) / 0.1, theirs.grad, rtol=1e-3, atol=1e-5)


def test_a_failed_step_with_bfloat16_says_where_and_leaves_everything_as_it_was():
    module = SpoiledNetwork()
    steps = runner(module, precision="bfloat16")
    module.train()
    steps.train(batch(), "")
    before = everything(steps)
    module.layers["odd_1"].spoil = nan
    with pytest.raises(TrainingError, match="first layer with such a value is odd_1"):
        steps.train(batch(), "Epoch 1, step 2")
    assert everything(steps) == before


def trainer(module: nn.Module, memory: Path | None = None, **config: object) -> Trainer:
    settings = TrainConfig(**({"epochs": 1, "threads": 1, "batch_size": 8} | config))
    return Trainer(module, TensorSource(*blobs(24)), TensorSource(*blobs(12, seed=1)), settings, device=CPU,
                   memory=memory)


def test_training_and_validation_use_the_precision_and_prediction_does_not():
    module, types = tiny_network(), []
    module[0].register_forward_hook(lambda _layer, _inputs, output: types.append(output.dtype))
    events = list(trainer(module, precision="bfloat16").run(lambda: False))
    assert types == [torch.float32, *(3 + 2) * [torch.bfloat16]]  # the first one asks for the layout
    assert isinstance(events[0], TrainingStarted)
    assert events[0].precision == "bfloat16"
    types.clear()
    predict(module, TensorSource(*blobs(12)), lambda: False)
    assert set(types) == {torch.float32}


def test_the_same_seed_gives_the_same_curve_with_bfloat16():
    def losses() -> list[float]:
        events = trainer(tiny_network(), precision="bfloat16").run(lambda: False)
        return [event.loss for event in events if isinstance(event, StepEnded)]

    assert losses() == losses()


def test_what_automatic_measured_is_what_the_training_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(precision, "_capabilities", lambda: CAPABLE)
    monkeypatch.setattr(precision, "CLEARLY_FASTER", 0.0)
    started, *rest = trainer(tiny_network(), tmp_path).run(lambda: False)
    assert started.precision == "bfloat16"
    assert "times as fast" in started.precision_reason
    assert any(isinstance(event, EpochEnded) for event in rest)
    monkeypatch.setattr(precision, "CLEARLY_FASTER", 1e9)
    again, *_ = trainer(tiny_network(seed=4), tmp_path).run(lambda: False)
    assert (again.precision, again.precision_reason) == (started.precision, started.precision_reason)
