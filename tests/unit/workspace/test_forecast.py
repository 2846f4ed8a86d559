"""Memory and time are forecast from what is known, and the machine is asked for the rest."""

import resource

import pytest

from cnnstudio.network.costs import node_costs, total
from cnnstudio.network.memory import network_memory
from cnnstudio.network.presets import preset
from cnnstudio.network.shapes import analyse
from cnnstudio.training.config import TrainConfig
from cnnstudio.training.optimizers import weight_copies
from cnnstudio.workspace.forecast import FIRST_TRAINING_BYTES, forecast_training_bytes
from cnnstudio.workspace.machine_memory import available_bytes, container_room, process_bytes, read_available


def test_the_optimiser_keeps_as_many_copies_as_torch_has_states():
    import torch

    for config in (TrainConfig(), TrainConfig(optimizer="adamw"), TrainConfig(optimizer="sgd"),
                   TrainConfig(optimizer="sgd", momentum=0), TrainConfig(optimizer="rmsprop"),
                   TrainConfig(optimizer="rmsprop", momentum=0)):
        from cnnstudio.training.optimizers import build_optimizer

        weight = torch.nn.Parameter(torch.zeros(100))
        optimizer = build_optimizer([weight], config)
        weight.grad = torch.ones(100)
        optimizer.step()
        states = [value for value in optimizer.state[weight].values() if value is not None and value.numel() == 100]
        assert weight_copies(config) == len(states)


def test_many_weights_weigh_in_with_best_copy_optimiser_and_gradients():
    analysis = analyse(preset("alexnet", classes=10))
    weights = 4 * total(node_costs(preset("alexnet", classes=10), analysis)).weights
    sgd, adam = (forecast_training_bytes(analysis, TrainConfig(optimizer=name, batch_size=1)) for name in (
        "sgd", "adam"))
    assert adam - sgd == weights
    # Weights, the best ones, gradients, and two means.
    assert adam - FIRST_TRAINING_BYTES == pytest.approx(5 * weights, rel=0.06)


def test_more_images_a_batch_need_more_memory():
    analysis = analyse(preset("small"))
    few, many = (forecast_training_bytes(analysis, TrainConfig(batch_size=size)) for size in (8, 80))
    steps = [network_memory(analysis, size).training_bytes for size in (8, 80)]
    assert many - few > steps[1] - steps[0] > 0


def test_parts_of_a_batch_need_the_memory_of_a_part_and_gathering_and_averaging_a_copy_each():
    analysis = analyse(preset("small"))
    weights = 4 * total(node_costs(preset("small"), analysis)).weights
    whole, parts, small, gathered, averaged = (forecast_training_bytes(analysis, TrainConfig(**change)) for change in (
        {"batch_size": 80}, {"batch_size": 80, "micro_batch": 8}, {"batch_size": 8},
        {"batch_size": 8, "accumulation": 4}, {"batch_size": 8, "average_decay": 0.99}))
    assert small < parts < small + 0.2 * (whole - small)  # the images of the batches that wait are the large one's
    assert gathered - small == averaged - small == weights


def test_the_process_tells_what_the_kernel_tells():
    held = process_bytes()
    assert held is not None
    assert 0.2 < held / (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024) <= 1.01


def test_free_memory_is_read_from_the_kernels_table(tmp_path):
    table = tmp_path / "meminfo"
    table.write_text("MemTotal:       24000 kB\nMemFree:        1000 kB\nMemAvailable:   2000 kB\n")
    assert read_available(table) == 2_048_000
    table.write_text("MemTotal: 24000 kB\n")
    assert read_available(table) is None
    assert read_available(tmp_path / "none") is None
    assert available_bytes() is None or available_bytes() > 0


def test_a_container_has_its_limit_less_what_it_holds(tmp_path):
    for name, text in (("memory.max", "1000\n"), ("memory.current", "700\n"), ("memory.stat", "anon 1\n")):
        (tmp_path / name).write_text(text)
    assert container_room(tmp_path) == 300
    (tmp_path / "memory.stat").write_text("anon 1\ninactive_file 50\n")
    assert container_room(tmp_path) == 350
    (tmp_path / "memory.max").write_text("max\n")
    assert container_room(tmp_path) is None
