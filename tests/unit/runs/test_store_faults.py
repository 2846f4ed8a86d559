"""Tests that a save is whole or not at all: full disks, killed processes, flipped bytes."""

import errno
import json
import random
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import torch

from cnnstudio.errors import CNNStudioError, RunError
from cnnstudio.runs.manifest import copy_of, is_whole, read_manifest
from cnnstudio.runs.store import RunFolder, list_runs
from tests.unit.runs.faults import failing
from tests.unit.runs.samples import network, record, row, same_weights, save_epoch, spoil, state_of

ERRORS = [errno.ENOSPC, errno.EACCES]


def save(run: RunFolder, epoch: int) -> None:
    module = network(epoch)
    save_epoch(run, row(epoch), module, {"epochs": epoch}, is_best=epoch == 1)


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    run = RunFolder.create(tmp_path_factory.mktemp("runs"), record())
    save(run, 1)
    return run.path


@pytest.fixture
def run(saved: Path, tmp_path: Path) -> RunFolder:
    """Return a copy of a run with one epoch."""
    return RunFolder.load(Path(shutil.copytree(saved, tmp_path / saved.name)))


def epoch_on_disk(path: Path) -> int:
    """Return the epoch of a run after checking that all its files belong to the same one."""
    run = RunFolder.load(path)
    epoch = len(run.record.history)
    assert state_of(run) == {"epochs": epoch}
    assert same_weights(run.load_module("last"), network(epoch))
    assert same_weights(run.load_module("best"), network(1))
    return epoch


def failures(error: int, work: Callable[[], object]) -> Iterator[CNNStudioError | None]:
    """Do ``work`` with the first operation on files failing, then the second, ... until none is left to fail."""
    fail_at = 0
    while True:
        fail_at += 1
        raised = None
        with failing(fail_at, error) as faults:
            try:
                work()
            except CNNStudioError as caught:
                raised = caught
        yield raised
        if faults.count < fail_at:
            return


@pytest.mark.parametrize("error", ERRORS, ids=errno.errorcode.get)
def test_whichever_operation_of_a_save_fails_the_old_or_the_new_state_is_there(run: RunFolder, error: int):
    before = {path.name: path.read_bytes() for path in run.path.iterdir()}
    outcomes = []
    for raised in failures(error, lambda: save(RunFolder.load(run.path), 2)):
        epoch = epoch_on_disk(run.path)
        outcomes.append((raised is None, epoch))
        if raised is not None:
            assert str(run.path) in str(raised)
            assert epoch == 1
            assert {path.name for path in run.path.iterdir()} == before.keys()
        else:
            assert epoch == 2
        for path in run.path.iterdir():
            path.unlink()
        for name, data in before.items():
            (run.path / name).write_bytes(data)
    assert len(outcomes) > 60
    assert set(outcomes) == {(False, 1), (True, 2)}
    assert outcomes[-1] == (True, 2)


@pytest.mark.parametrize("error", ERRORS, ids=errno.errorcode.get)
def test_whichever_operation_of_creating_fails_there_is_a_whole_run_or_none(tmp_path: Path, error: int):
    outcomes = set()
    new = record()
    for index, raised in enumerate(failures(error, lambda: RunFolder.create(tmp_path / "runs", new))):
        found = list_runs(tmp_path / "runs")
        assert [summary.problem for summary in found if summary.problem] == []
        assert len(found) == 1 or raised is not None
        outcomes.add((raised is None, len(found)))
        assert index < 200
        shutil.rmtree(tmp_path / "runs", ignore_errors=True)
    assert {(False, 0), (True, 1)} <= outcomes


@pytest.mark.skipif(sys.platform == "win32", reason="needs fork and SIGKILL")
def test_a_run_survives_being_killed_at_any_instant(tmp_path: Path):
    root = Path(__file__).parents[3]
    result = subprocess.run([sys.executable, "-m", "tests.unit.runs.kill_story", str(tmp_path)], cwd=root, text=True,
                            capture_output=True, timeout=120, check=False)
    assert result.returncode == 0, result.stderr
    seen = [json.loads(line) for line in result.stdout.splitlines()]
    epochs = [entry["epoch"] for entry in seen]
    assert len(seen) == 20
    assert epochs == sorted(epochs)
    assert epochs[-1] > 3
    assert sum(entry["stray"] > 0 for entry in seen) > 3  # the kills did come in the middle of saves


def load_everything(path: Path) -> None:
    run = RunFolder.load(path)
    run.load_module("last")
    run.load_module("best")
    problem = run.load_checkpoint().problem
    if problem:
        raise RunError(problem)


def roles_of(path: Path) -> dict[str, str]:
    return {member.file: role for role, member in read_manifest(path).members.items()}


def newest(path: Path) -> list[Path]:
    """Return the files that are read unless they are damaged: those of the earlier checkpoint only wait."""
    roles = roles_of(path)
    return sorted(file for file in path.iterdir()
                  if "earlier" not in roles.get(file.name, "") and ".copy." not in file.name)


def has_copy(file: Path) -> bool:
    return copy_of(file).exists()


def test_every_flipped_byte_is_found_and_the_file_named(run: RunFolder):
    save(run, 2)
    load_everything(run.path)
    places = random.Random(3)
    roles = roles_of(run.path)
    assert sorted({file.rsplit("-", 1)[0] for file in roles}) == [
        "graph", "history", "record", "state", "state_tensors", "weights"]
    for file in newest(run.path):
        sound = file.read_bytes()
        offsets = {0, len(sound) - 1, *places.sample(range(len(sound)), min(len(sound), 15))}
        if file.name == "manifest.json":
            offsets = set(range(0, len(sound), 5))
        load = RunFolder.load if has_copy(file) else load_everything
        for offset in sorted(offsets):
            damaged = bytearray(sound)
            damaged[offset] ^= 1 << places.randrange(8)
            spoil(file, lambda _, new=bytes(damaged): new)
            with pytest.raises(RunError) as caught:
                load(run.path)
            assert file.name in str(caught.value)
        spoil(file, lambda _, old=sound: old)
    load_everything(run.path)


@pytest.mark.parametrize("damage", ["cut", "grown", "missing"])
def test_every_cut_grown_or_missing_file_is_named(run: RunFolder, damage: str):
    save(run, 2)
    for file in newest(run.path):
        both = {path: path.read_bytes() for path in (file, copy_of(file)) if path.exists()}
        for path, sound in both.items():
            if damage == "missing":
                path.unlink()
            else:
                path.write_bytes(sound[:-1] if damage == "cut" else sound + b" ")
        with pytest.raises(RunError, match=file.name):
            load_everything(run.path)
        for path, sound in both.items():
            path.write_bytes(sound)


def test_a_second_copy_stands_in_for_a_damaged_file_with_a_notice_and_the_next_save_writes_both_anew(run: RunFolder):
    before = run.record
    for file in [path for path in newest(run.path) if has_copy(path)]:
        file.write_bytes(b"\0" * file.stat().st_size)
    loaded = RunFolder.load(run.path)
    assert loaded.record == before.with_notice(loaded.record.notices[-1])
    for name in ("manifest.json", "record-000002.json", "graph-000001.json", "history-000002.json"):
        assert name in loaded.record.notices[-1]
    assert list_runs(run.path.parent)[0].is_sound
    loaded.annotate(notes="kept")
    again = RunFolder.load(run.path)
    assert again.record == loaded.record.model_copy(update={"notes": "kept"})
    members = read_manifest(run.path).members.values()
    assert all(is_whole(run.path, member) for member in members)
    for file in run.path.glob("*.copy.json"):
        file.unlink()
    assert RunFolder.load(run.path).record == again.record  # as a run of an earlier version, which has no copies


def test_a_network_that_has_diverged_is_not_saved(run: RunFolder):
    module = network(2)
    with torch.no_grad():
        module.layers["linear_1"].bias[0] = torch.nan
    with pytest.raises(RunError, match=r"linear_1\.bias are not finite"):
        save_epoch(run, row(2), module, {}, is_best=True)
    assert epoch_on_disk(run.path) == len(run.record.history) == 1
