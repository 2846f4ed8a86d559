"""Tests of the weights of single epochs in a run's folder."""

import pytest
import safetensors.torch
import torch

from cnnstudio.errors import RunError, StorageError
from cnnstudio.runs.deletion import delete_run
from cnnstudio.runs.kept_epochs import (
    forget_epochs,
    keep_epoch,
    kept_bytes,
    kept_epochs,
    learned_names,
    load_epoch,
    read_epoch,
    stride,
)
from cnnstudio.runs.store import RunFolder
from tests.unit.runs.samples import network, record, row, save_epoch


def weights(value: float) -> dict[str, torch.Tensor]:
    return {"layer.weight": torch.full((3, 2), value), "norm.count": torch.tensor(7)}


@pytest.mark.parametrize(("epochs", "most", "expected"), [
    (0, 2, 1), (1, 2, 1), (2, 2, 2), (3, 2, 2), (4, 2, 4), (19, 20, 1), (20, 20, 2), (38, 20, 2), (40, 20, 4)])
def test_the_stride_is_the_smallest_power_of_two_that_fits(epochs, most, expected):
    assert stride(epochs, most) == expected
    assert len(range(0, epochs + 1, expected)) <= most
    assert expected == 1 or len(range(0, epochs + 1, expected // 2)) > most


def test_what_was_kept_comes_back_bit_for_bit_and_any_program_can_read_it(tmp_path):
    torch.manual_seed(0)
    given = {"a": torch.randn(5, 4), "b": torch.randn(2, 3, 3, 3).to(memory_format=torch.channels_last),
             "count": torch.tensor(3)}
    kept = keep_epoch(tmp_path, 4, given)
    found, elsewhere = read_epoch(kept), safetensors.torch.load_file(kept.path)
    for name, tensor in given.items():
        assert torch.equal(found[name], tensor)
        assert torch.equal(elsewhere[name], tensor)
    assert kept.size == kept.path.stat().st_size == kept_bytes(tmp_path)


def test_epochs_are_listed_in_order_and_a_new_one_takes_the_old_ones_place(tmp_path):
    for epoch, value in ((2, 2.0), (0, 0.0), (1, 1.0), (2, 5.0)):
        keep_epoch(tmp_path, epoch, weights(value))
    found = kept_epochs(tmp_path)
    assert [kept.epoch for kept in found] == [0, 1, 2]
    assert [float(read_epoch(kept)["layer.weight"][0, 0]) for kept in found] == [0.0, 1.0, 5.0]


def test_a_changed_byte_is_found_and_the_other_epochs_stay_readable(tmp_path):
    first, second = keep_epoch(tmp_path, 0, weights(1.0)), keep_epoch(tmp_path, 1, weights(2.0))
    data = bytearray(second.path.read_bytes())
    data[-1] ^= 1
    second.path.write_bytes(data)
    with pytest.raises(RunError, match=r"epoch-000001-.*is damaged.*Epoch 1"):
        read_epoch(second)
    assert float(read_epoch(first)["layer.weight"][0, 0]) == 1.0


def test_forgetting_leaves_the_others_and_removes_halves_of_files(tmp_path):
    for epoch in range(4):
        keep_epoch(tmp_path, epoch, weights(epoch))
    half = tmp_path / "epochs" / f".{kept_epochs(tmp_path)[0].path.name}.abc.part"
    half.write_bytes(b"half")
    foreign = tmp_path / "epochs" / "notes.txt"
    foreign.write_text("mine")
    forget_epochs(tmp_path, [1, 3])
    assert [kept.epoch for kept in kept_epochs(tmp_path)] == [0, 2]
    assert not half.exists()
    assert foreign.exists()


def test_a_run_that_was_removed_is_not_made_again(tmp_path):
    with pytest.raises(StorageError, match="Cannot keep an epoch"):
        keep_epoch(tmp_path / "gone", 0, weights(0.0))
    assert not (tmp_path / "gone").exists()


def test_an_old_run_has_no_kept_epochs(tmp_path):
    assert kept_epochs(tmp_path) == ()
    assert kept_bytes(tmp_path) == 0


def test_frozen_layers_are_taken_from_the_last_weights(tmp_path):
    module = network()
    frozen = next(name for name, _ in module.named_parameters())
    module.get_parameter(frozen).requires_grad_(False)
    names = learned_names(module)
    assert frozen not in names
    run = RunFolder.create(tmp_path, record())
    begin = {name: tensor.clone() for name, tensor in module.state_dict().items()}
    kept = keep_epoch(run.path, 0, {name: begin[name] for name in names})
    with torch.no_grad():
        for weight in module.parameters():
            if weight.requires_grad:
                weight.add_(1.0)
    save_epoch(run, row(1), module, {"epochs": 1}, is_best=True)
    found = load_epoch(RunFolder.load(run.path), kept)
    assert found.keys() == begin.keys()
    assert all(torch.equal(found[name], begin[name]) for name in begin)
    assert frozen not in read_epoch(kept)


def test_deleting_a_run_deletes_its_kept_epochs(tmp_path):
    run = RunFolder.create(tmp_path, record())
    kept = keep_epoch(run.path, 0, weights(0.0))
    delete_run(run.path)
    assert not kept.path.exists()
    assert not list(tmp_path.iterdir())
