"""Tests of what several processes share, with threads in their place; `tests.stories.two_processes` has real ones."""

import math
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
import torch
from torch import nn
from torchvision.ops import StochasticDepth

from cnnstudio.errors import DeviceError, ImagesAwayError, TrainingError
from cnnstudio.training import devices
from cnnstudio.training.config import TrainConfig
from cnnstudio.training.control import TrainingControl
from cnnstudio.training.distributed import together
from cnnstudio.training.distributed.agreement import check_same, first_error
from cnnstudio.training.distributed.batch_norm import batch_norm_over_all
from cnnstudio.training.distributed.joining import are_several
from cnnstudio.training.distributed.processes import ALONE, Processes
from cnnstudio.training.distributed.shared_layers import Present, over_all
from cnnstudio.training.distributed.together import Together
from cnnstudio.training.gathering import parts_of
from cnnstudio.training.layer_figures import LayerWatch
from cnnstudio.training.losses import LossRule, Target
from cnnstudio.training.tally import Tally
from cnnstudio.training.thread_choice import shared_cores
from cnnstudio.training.threads import threads_used
from cnnstudio.training.waiting import until_back
from tests.unit.training.test_devices import fake_cuda, fake_mps


class Crowd:
    """Threads that stand for processes: each hands something in and gets what all have handed in."""

    def __init__(self, count: int) -> None:
        self.count = count
        self._barrier = threading.Barrier(count, timeout=20)
        self._handed: list[Any] = [None] * count

    def exchange(self, rank: int, value: Any) -> list[Any]:
        self._handed[rank] = value
        self._barrier.wait()
        found = list(self._handed)
        self._barrier.wait()
        return found

    def run(self, work: Callable[["InThread"], Any]) -> list[Any]:
        """Return what each of them makes of its work."""
        def with_one_core(one: InThread) -> Any:
            with threads_used(1):
                return work(one)

        with threads_used(1), ThreadPoolExecutor(self.count) as pool:
            return list(pool.map(with_one_core, [InThread(self, rank) for rank in range(self.count)]))


class InThread(Together):
    """The real thing, but for the way a value travels."""

    def __init__(self, crowd: Crowd, rank: int) -> None:
        super().__init__(SimpleNamespace(), rank, crowd.count, local_rank=rank, local_count=crowd.count)
        self.crowd = crowd

    def total(self, values: torch.Tensor) -> torch.Tensor:
        return torch.stack(self.crowd.exchange(self.rank, values)).sum(dim=0)

    def _rows_of_all(self, own: np.ndarray) -> list[np.ndarray]:
        return self.crowd.exchange(self.rank, own)


@pytest.mark.parametrize("count", [1, 2, 3, 5])
@pytest.mark.parametrize("size", [0, 1, 4, 7])
def test_every_image_of_each_part_of_a_batch_has_one_process(count: int, size: int):
    together_all = [Together(SimpleNamespace(), rank, count, local_rank=0, local_count=1) for rank in range(count)]
    for images in (1, 2, 11, 20):
        batch = np.arange(images)
        for part in parts_of(images, size, joins_single=True):
            mine = []
            for one in together_all:
                turn = one.begin(part)
                assert batch[turn.rows].tolist() == batch[one.rows][turn.kept].tolist()
                mine.append(batch[turn.rows].tolist())
            assert sorted(image for images_of_one in mine for image in images_of_one) == batch[part].tolist()
            assert max(map(len, mine)) - min(map(len, mine)) <= 1


@pytest.mark.parametrize("rows", [(5, 4, 4), (1, 1, 0), (6, 0, 1)])
@pytest.mark.parametrize("shape", [(3, 4, 2), (3,)])
def test_batch_normalisation_over_processes_is_that_of_the_joined_batch(rows: tuple[int, ...], shape: tuple[int, ...]):
    torch.manual_seed(0)
    values = torch.randn(sum(rows), *shape, dtype=torch.float64) * 3 + 100
    slopes = torch.randn_like(values)
    kind = nn.BatchNorm2d if len(shape) == 3 else nn.BatchNorm1d
    layer = kind(shape[0], momentum=0.3).double()
    nn.init.normal_(layer.weight), nn.init.normal_(layer.bias)
    expected = values.clone().requires_grad_()
    layers = []
    for _ in rows:
        layers.append(kind(shape[0], momentum=0.3).double())
        layers[-1].load_state_dict(layer.state_dict())
    answer = layer(expected)
    (answer * slopes).sum().backward()

    def work(one: InThread) -> tuple[torch.Tensor, torch.Tensor]:
        own = values.split(rows)[one.rank].clone().requires_grad_()
        with torch.enable_grad():
            found = batch_norm_over_all(layers[one.rank], own, sum(rows), one.total)
            (found * slopes.split(rows)[one.rank]).sum().backward()
        return found.detach(), own.grad

    outputs, gradients = zip(*Crowd(3).run(work), strict=True)
    torch.testing.assert_close(torch.cat(outputs), answer.detach(), rtol=1e-10, atol=1e-10)
    torch.testing.assert_close(torch.cat(gradients), expected.grad, rtol=1e-9, atol=1e-10)
    for name in ("weight", "bias"):
        torch.testing.assert_close(sum(one.get_parameter(name).grad for one in layers), layer.get_parameter(name).grad)
    for one in layers:
        for name, buffer in one.named_buffers():
            torch.testing.assert_close(buffer, layer.get_buffer(name), rtol=1e-12, atol=1e-12)
    # The control: statistics of each process's own rows are others.
    if min(rows) > 1:
        alone = torch.cat([kind(shape[0]).double()(part) for part in values.split(rows)])
        assert not torch.allclose(alone, nn.functional.batch_norm(values, None, None, training=True), atol=1e-2)


def test_the_gradient_of_batch_normalisation_is_that_of_finite_differences():
    torch.manual_seed(1)
    values = torch.randn(4, 2, 3, 2, dtype=torch.float64, requires_grad=True)
    weight, bias = (torch.randn(2, dtype=torch.float64, requires_grad=True) for _ in range(2))

    def normalised(values: torch.Tensor, weight: torch.Tensor, bias: torch.Tensor) -> torch.Tensor:
        layer: Any = SimpleNamespace(weight=weight, bias=bias, eps=1e-5, track_running_stats=False, running_mean=None,
                                     running_var=None)
        return batch_norm_over_all(layer, values, len(values), lambda own: own)

    assert torch.autograd.gradcheck(normalised, (values, weight, bias))


def test_batch_normalisation_refuses_a_single_value_in_all_processes_as_torch_does():
    with pytest.raises(ValueError, match="more than 1 value per channel"):
        batch_norm_over_all(nn.BatchNorm1d(2), torch.zeros(1, 2), 1, lambda own: own)


@pytest.mark.parametrize("layer", [nn.Dropout(0.3), nn.Dropout2d(0.3), StochasticDepth(0.4, "row")])
@pytest.mark.parametrize("order", [torch.contiguous_format, torch.channels_last])
def test_dropout_of_several_processes_is_that_of_the_whole_batch(layer: nn.Module, order: torch.memory_format):
    values = torch.randn(7, 4, 5, 6).contiguous(memory_format=order)
    with torch.random.fork_rng():
        torch.manual_seed(1)
        expected, state = layer(values), torch.get_rng_state()
        for rank in range(3):
            torch.manual_seed(1)
            with over_all(layer, Present(7, rank, 3), lambda own: own):
                found = layer(values[rank::3].clone(memory_format=torch.preserve_format))
            assert torch.equal(found, expected[rank::3])
            assert torch.equal(torch.get_rng_state(), state)
    assert "forward" not in vars(layer)
    layer.eval()
    with over_all(layer, Present(7, 0, 3), lambda own: own):
        assert torch.equal(layer(values), values)
    layer.train()


def test_the_losses_and_gradients_of_the_processes_add_up_to_those_of_the_batch():
    torch.manual_seed(2)
    logits, labels = torch.randn(7, 3), torch.tensor([0, 1, 2, 2, 2, 2, 1])
    rule = LossRule(smoothing=0.1, weights=torch.tensor([2.0, 1.0, 0.4]))
    whole = Tally(Target(labels), rule)
    expected = logits.clone().requires_grad_()
    whole.add(expected, slice(0, 7)).backward()
    measured = whole.measures(whole.counted(), [expected.grad])

    sums, gradient = None, torch.zeros_like(logits)
    for rank in range(3):
        one, own = Tally(Target(labels), rule), logits[rank::3].clone().requires_grad_()
        one.add(own, slice(rank, None, 3)).backward()
        gradient[rank::3] = own.grad
        counted = one.counted()
        sums = counted if sums is None else [a + b for a, b in zip(sums, counted, strict=True)]
    found = Tally(Target(labels), rule)
    found.classes = 3
    again = found.measures(sums, [gradient])
    assert (again.right, again.weight) == (measured.right, measured.weight)
    assert again.loss == pytest.approx(measured.loss, rel=1e-6)
    assert again.objective == pytest.approx(measured.objective, rel=1e-6)
    torch.testing.assert_close(gradient, expected.grad)


def test_dead_channels_are_found_among_the_same_images_as_by_one_process():
    torch.manual_seed(3)
    images = torch.randn(23, 6) - 1  # so that which images are looked at decides
    module = nn.Sequential(nn.ReLU(), nn.Linear(6, 2))

    def figures(processes: Processes, network: nn.Module) -> Any:
        watch = LayerWatch(network, processes)
        with watch.looking(23, most=4):
            for start in range(0, 23, 5):
                batch = images[start:start + 5]
                turn = processes.begin(slice(0, len(batch)))
                network(batch[turn.rows])
        return [(layer.name, layer.dead_share, layer.channels) for layer in watch.figures()]

    expected = figures(ALONE, module)
    assert 0 < expected[0][1] < 1
    copies = [nn.Sequential(nn.ReLU(), nn.Linear(6, 2)) for _ in range(3)]
    assert Crowd(3).run(lambda one: figures(one, copies[one.rank])) == [expected] * 3


def test_images_that_are_away_in_one_process_let_all_wait_and_then_go_on():
    trouble = ["the drive is gone", "the drive is gone", ""]

    def batches(rank: int) -> Iterator[int]:
        yield 1
        if rank == 1:
            raise ImagesAwayError("a.png", "gone", lambda: trouble.pop(0))
        yield 2

    def work(one: InThread) -> list[Any]:
        should_stop, seen = one.follow(lambda: False), []
        try:
            for batch in one.batches(batches(one.rank)):
                assert not should_stop()
                seen.append(batch)
        except ImagesAwayError as error:
            waiting = until_back(error, TrainingControl(), should_stop, lambda problem: problem)
            seen += list(waiting)
        return seen

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("cnnstudio.training.waiting.LOOK_EVERY_S", 0.05)
        assert Crowd(3).run(work) == [[1, "the drive is gone"]] * 3
    assert not trouble


def test_an_end_that_one_process_wants_ends_all_of_them_before_the_same_batch():
    def work(one: InThread) -> list[int]:
        seen: list[int] = []
        should_stop = one.follow(lambda: one.rank == 2 and len(seen) == 3)
        for batch in one.batches(iter(range(9))):
            if should_stop():
                break
            seen.append(batch)
        return seen

    assert Crowd(3).run(work) == [[0, 1, 2]] * 3


def test_the_first_process_that_knows_what_is_wrong_speaks_for_all():
    def work(one: InThread) -> Any:
        own = TrainingError("Image 7 is no use.", images=[7], changes={"batch_size": 2}) if one.rank == 1 else None
        error = first_error(one, own)
        return str(error), error.images, error.changes, first_error(one, None)

    assert Crowd(3).run(work) == [("Image 7 is no use.", (7,), {"batch_size": 2}, None)] * 3


def test_processes_with_other_weights_or_settings_are_refused():
    place = {"epochs": 0, "step": 0, "sums": {}}
    modules = [nn.Linear(2, 1) for _ in range(2)]
    for module in modules:
        nn.init.ones_(module.weight), nn.init.zeros_(module.bias)

    def work(one: InThread) -> str:
        try:
            check_same(one, TrainConfig(), place, modules[one.rank])
        except TrainingError as error:
            return str(error)
        return ""

    assert Crowd(2).run(work) == ["", ""]
    with torch.no_grad():
        modules[1].weight[0, 0] += 1e-6
    assert all("not about to train the same" in said for said in Crowd(2).run(work))


def test_each_process_of_a_machine_gets_a_gpu_of_its_own(monkeypatch: pytest.MonkeyPatch):
    fake_cuda(monkeypatch, "NVIDIA T4", "NVIDIA T4")
    several = [Together(SimpleNamespace(), rank, 2, local_rank=rank, local_count=2) for rank in range(2)]
    assert [str(devices.choose(name, one)) for one in several for name in ("auto", "cuda", "cpu")] == [
        "cuda:0", "cuda:0", "cpu", "cuda:1", "cuda:1", "cpu"]
    third = Together(SimpleNamespace(), 2, 3, local_rank=2, local_count=3)
    with pytest.raises(DeviceError, match="3 processes were started on this machine, but it has 2 NVIDIA GPUs"):
        devices.choose("auto", third)


def test_apples_gpu_is_left_out_of_several_processes(monkeypatch: pytest.MonkeyPatch):
    fake_cuda(monkeypatch)
    fake_mps(monkeypatch, available=True)
    one = Together(SimpleNamespace(), 0, 2, local_rank=0, local_count=1)
    assert str(devices.choose("auto", one)) == "cpu"
    assert str(devices.choose("auto")) == "mps"


def test_only_what_torchrun_sets_makes_several_processes_of_one():
    whole = {"RANK": "0", "WORLD_SIZE": "2", "MASTER_ADDR": "localhost", "MASTER_PORT": "1"}
    assert are_several(whole)
    assert not are_several(whole | {"WORLD_SIZE": "1"})
    assert not any(are_several({name: whole[name] for name in whole if name != missing}) for missing in whole)


def test_processes_share_the_cores_of_their_machine(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("cnnstudio.training.thread_choice.physical_cores", lambda: 8)
    assert [shared_cores(TrainConfig(), count).count for count in (1, 2, 3, 16)] == [8, 4, 2, 1]
    assert shared_cores(TrainConfig(threads=3), 4).count == 3


def test_gradients_travel_in_groups_of_bounded_size(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(together, "BUCKET_BYTES", 40)
    sizes = [3, 4, 20, 1, 9, 10]
    groups = together._buckets([torch.zeros(size) for size in sizes])
    assert [[len(one) for one in group] for group in groups] == [[3, 4], [20], [1, 9], [10]]
    assert math.fsum(len(one) for group in groups for one in group) == sum(sizes)
