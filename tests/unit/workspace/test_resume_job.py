"""Tests of going on with a run: the same images, the same curve, and clear sentences where that cannot be."""

import random
import shutil
from pathlib import Path
from typing import Any

import pytest

from cnnstudio.data.folder.image_folder import scan
from cnnstudio.errors import CNNStudioError, RunError
from cnnstudio.runs.manifest import read_manifest
from cnnstudio.runs.store import RunFolder
from cnnstudio.runs.training_lock import is_being_trained, training_lock
from cnnstudio.training.config import TrainConfig
from cnnstudio.training.events import EpochEnded, StepEnded, TrainingStarted
from cnnstudio.workspace.checkpoint_pace import CheckpointPace
from cnnstudio.workspace.resume_job import ResumeJob
from cnnstudio.workspace.resuming import continuation, differences, interrupted_runs, resume_offer, set_aside
from cnnstudio.workspace.training_events import RunCreated, RunResumed, RunSaved
from tests.helpers.images import make_folder
from tests.helpers.runs import training_job
from tests.unit.runs.samples import record as sample_record

RECIPE = TrainConfig(epochs=3, batch_size=4, threads=1, device="cpu", learning_rate=0.003)
EAGER = (0.0, 1e9)
"""Seconds between saves, and share of the time: a save after every step."""


def never() -> bool:
    return False


@pytest.fixture
def folder(tmp_path):
    return scan(make_folder(tmp_path / "pets", {"cat": 8, "dog": 8}, 24))


def curve(events: list[object]) -> list[tuple[Any, ...]]:
    """Return what steps and epochs say but the times."""
    return [tuple(getattr(event, name) for name in event.__slots__ if name not in ("images_per_s", "seconds"))
            for event in events if isinstance(event, StepEnded | EpochEnded)]


def weights(path: Path) -> list[str]:
    """Return the hashes of the weights of the best and of the last epoch."""
    members = read_manifest(path).members
    return [members[role].sha256 for role in ("best", "weights")]


def broken_off(folder, home: Path, steps: int, recipe: TrainConfig = RECIPE) -> tuple[Path, list[object]]:
    """Train so many steps and leave the run as a program that was killed does; return its folder and the events."""
    job = training_job(folder, home, train=recipe)
    job.pace = CheckpointPace(*EAGER)
    events: list[object] = []
    for event in (running := job.run(never)):
        events.append(event)
        path = next((one.path for one in events if isinstance(one, RunCreated)), None)
        if path is not None and sum(isinstance(one, StepEnded) for one in events) == steps:
            break
    assert path is not None
    copy = path.with_name(f"killed-{path.name}")
    shutil.copytree(path, copy)
    running.close()
    return copy, events


def resumed(path: Path, home: Path, **options: Any) -> list[object]:
    return list(ResumeJob(path, home / "cache", pace=CheckpointPace(*EAGER), **options).run(never))


def test_an_interrupted_run_goes_on_bit_for_bit_in_the_same_folder(folder, tmp_path):
    whole = list(training_job(folder, tmp_path / "whole", train=RECIPE).run(never))
    path, before = broken_off(folder, tmp_path, 5)
    assert RunFolder.load(path).record.status == "unfinished"
    after = resumed(path, tmp_path)
    told, = (event for event in after if isinstance(event, RunResumed))
    assert (told.path, len(told.history), told.step, told.notes) == (path, 1, 2, ())
    assert curve(before) + curve(after) == curve(whole)
    record, expected = RunFolder.load(path).record, RunFolder.load(whole[-1].path).record
    assert curve(list(record.history)) == curve(list(expected.history))
    assert weights(path) == weights(whole[-1].path)
    assert (record.status, record.message) == (expected.status, expected.message)
    assert record.evaluation == expected.evaluation
    assert (after[-1].status, after[-1].best_epoch) == ("finished", expected.best_epoch)


def test_a_run_stopped_by_the_user_goes_on_from_the_very_batch(folder, tmp_path):
    whole = list(training_job(folder, tmp_path / "whole", train=RECIPE).run(never))
    stop: list[bool] = []
    events: list[object] = []
    for event in training_job(folder, tmp_path, train=RECIPE).run(lambda: bool(stop)):
        events.append(event)
        if isinstance(event, StepEnded) and (event.epoch, event.step) == (2, 2):
            stop.append(True)
    assert events[-1].status == "stopped"
    after = resumed(events[-1].path, tmp_path)
    assert curve(events) + curve(after) == curve(whole)
    assert weights(events[-1].path) == weights(whole[-1].path)


def test_a_finished_run_goes_on_for_more_epochs_as_if_its_recipe_had_had_them(folder, tmp_path):
    longer = RECIPE.model_copy(update={"epochs": 5})
    whole = list(training_job(folder, tmp_path / "whole", train=longer).run(never))
    path = list(training_job(folder, tmp_path, train=RECIPE).run(never))[-1].path
    assert resume_offer(path).needs_epochs
    with pytest.raises(RunError, match=r"is complete: 3 epochs. Say for how many more"):
        resumed(path, tmp_path)
    after = resumed(path, tmp_path, more_epochs=2)
    assert weights(path) == weights(whole[-1].path)
    record = RunFolder.load(path).record
    assert record.train == longer
    assert curve(list(record.history)) == curve([event for event in whole if isinstance(event, EpochEnded)])
    assert next(event for event in after if isinstance(event, TrainingStarted)).epochs == 5
    told, = (event for event in after if isinstance(event, RunResumed))
    assert told.notes == ("The training goes on to epoch 5 instead of 3.",)


def test_a_damaged_checkpoint_gives_way_to_the_one_before_and_says_so(folder, tmp_path):
    whole = list(training_job(folder, tmp_path / "whole", train=RECIPE).run(never))
    path, _ = broken_off(folder, tmp_path, 7)
    damaged = path / read_manifest(path).members["module"].file
    data = bytearray(damaged.read_bytes())
    data[-1] ^= 1
    damaged.write_bytes(data)
    after = resumed(path, tmp_path)
    told, = (event for event in after if isinstance(event, RunResumed))
    assert damaged.name in told.notes[0]
    assert told.notes[0].endswith("The training goes on from the checkpoint before it.")
    assert weights(path) == weights(whole[-1].path)


def test_when_both_checkpoints_are_damaged_the_newest_file_is_named(folder, tmp_path):
    path, _ = broken_off(folder, tmp_path, 7)
    members = read_manifest(path).members
    for role in ("module", "earlier_module"):
        (path / members[role].file).write_bytes(b"")
    with pytest.raises(RunError, match=members["module"].file):
        resumed(path, tmp_path)


def test_images_that_are_gone_or_changed_are_named_and_new_ones_do_no_harm(folder, tmp_path):
    path, _ = broken_off(folder, tmp_path, 2)
    first, second = (folder.root / folder.files[index].relative for index in (0, 9))
    third = first.read_bytes()
    (first.parent / "new one.png").write_bytes(second.read_bytes())
    assert isinstance(resumed(Path(shutil.copytree(path, tmp_path / "kept")), tmp_path)[-1], RunSaved)
    first.write_bytes(second.read_bytes())
    second.unlink()
    with pytest.raises(RunError, match=rf"of 16 images 1 gone \(the first: {folder.files[9].relative}\) and "
                                       rf"1 changed \(the first: {folder.files[0].relative}\). Bring them back"):
        resumed(path, tmp_path)
    first.write_bytes(third)
    shutil.rmtree(folder.root)
    with pytest.raises(CNNStudioError, match="There is no folder"):
        resumed(path, tmp_path)


def test_a_run_is_trained_by_one_program_at_a_time(folder, tmp_path):
    path, _ = broken_off(folder, tmp_path, 2)
    assert [offer.path for offer in interrupted_runs(path.parent)] == [path]
    with training_lock(path):
        assert is_being_trained(path)
        assert interrupted_runs(path.parent) == ()
        with pytest.raises(RunError, match="is being trained by another window or program"):
            resumed(path, tmp_path)
    assert not is_being_trained(path)
    assert not list(path.glob("*.lock"))


def test_an_interrupted_run_that_is_set_aside_is_not_offered_again_but_can_go_on(folder, tmp_path):
    path, _ = broken_off(folder, tmp_path, 2)
    set_aside(path)
    assert interrupted_runs(path.parent) == ()
    assert resume_offer(path).is_possible
    assert resumed(path, tmp_path)[-1].status == "finished"


def test_a_run_that_ended_before_its_first_save_begins_anew_with_the_same_numbers(folder, tmp_path):
    whole = list(training_job(folder, tmp_path / "whole", train=RECIPE).run(never))
    path, _ = broken_off(folder, tmp_path, 0)
    assert not RunFolder.load(path).has_checkpoint
    assert [offer.path for offer in interrupted_runs(path.parent)] == [path]
    after = resumed(path, tmp_path)
    assert curve(after) == curve(whole)
    assert weights(path) == weights(whole[-1].path)


@pytest.mark.parametrize(("status", "done", "more", "expected"), [
    ("unfinished", 2, 0, (5, 0)), ("stopped", 2, 3, (8, 0)), ("finished", 5, 3, (8, 0)),
    ("early_stopped", 3, 4, (7, 3))])
def test_how_far_a_run_goes_on(status, done, more, expected):
    goal = continuation(sample_record(status=status, train=TrainConfig(epochs=5)), done, more)
    assert (goal.epochs, goal.patience_from) == expected


def test_too_many_epochs_are_refused():
    with pytest.raises(RunError, match=r"at most 10,000 epochs; .* would have 10,005"):
        continuation(sample_record(status="stopped", train=TrainConfig(epochs=5)), 2, 10_000)


def test_what_may_change_the_last_digits_is_said():
    record = sample_record(versions={"torch": "2.14.1", "numpy": "2"}, threads=2, device="cpu")
    assert differences(record, "cpu", record.versions) == ""
    said = differences(record, "cpu", {"torch": "2.15.0", "numpy": "2"})
    assert "PyTorch (2.14.1 before, 2.15.0 now)" in said
    assert "NumPy" not in said
    assert "the device (cpu before, mps now)" in differences(record, "mps", record.versions)
    assert "threads" in differences(record.model_copy(update={"threads": 0}), "cpu", record.versions)


def test_saves_keep_to_their_share_of_the_time():
    """Of made-up saves and steps, hold the time that saving takes against the share."""
    now, saves = [0.0], 0.0
    pace = CheckpointPace(1.0, 0.03, clock=lambda: now[0])
    chance = random.Random(1)
    for _ in range(20_000):
        now[0] += 0.01
        if pace.is_due:
            with pace.saving():
                cost = chance.choice((0.001, 0.1, 0.5))
                now[0] += cost
                saves += cost
    assert 0.01 < saves / now[0] < 0.031


def test_a_slow_save_makes_the_next_one_later_also_at_the_end_of_an_epoch():
    now = [0.0]
    pace = CheckpointPace(60.0, 0.03, clock=lambda: now[0])
    assert pace.is_due_after_epoch
    assert not pace.is_due
    with pace.saving():
        now[0] += 0.3
    now[0] += 9.9
    assert not pace.is_due_after_epoch
    now[0] += 0.2
    assert pace.is_due_after_epoch
    assert not pace.is_due
    now[0] += 50.0
    assert pace.is_due


def old_run(directory: Path, path: Path) -> Path:
    """Return a copy of a run in the form of earlier versions: optimiser, random state and epochs beside the weights."""
    from cnnstudio.runs import store
    from cnnstudio.runs.state_document import pack
    from cnnstudio.runs.tensor_file import write_tensors

    run = RunFolder.load(Path(shutil.copytree(path, directory / "old")))
    state = run.load_checkpoint().state
    document, tensors = pack({**{name: state["steps"][name] for name in ("optimizer", "random")}, "epochs": 2})
    manifest = read_manifest(run.path)
    kept = {role: manifest.members[role] for role in ("record", "graph", "history", "images", "weights", "best")}
    store._save(run.path, type(manifest)(manifest.generation, kept), {
        "optimizer": store._bytes_writer(store._json_bytes(document)),
        "optimizer_tensors": lambda file: write_tensors(file, tensors)}, {})
    return run.path


def test_a_run_of_an_earlier_version_goes_on_from_its_last_epoch_and_says_so(folder, tmp_path):
    whole = list(training_job(folder, tmp_path / "whole", train=RECIPE).run(never))
    short = RECIPE.model_copy(update={"epochs": 2})
    path = old_run(tmp_path, list(training_job(folder, tmp_path, train=short).run(never))[-1].path)
    assert read_manifest(path).members.keys() == {
        "record", "graph", "history", "images", "weights", "best", "optimizer", "optimizer_tensors"}
    after = resumed(path, tmp_path, more_epochs=1)
    told, = (event for event in after if isinstance(event, RunResumed))
    assert "saved by an earlier version" in told.notes[0]
    assert "from the end of epoch 2" in told.notes[0]
    assert weights(path) == weights(whole[-1].path)
