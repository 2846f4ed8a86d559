"""Tests of going on with a run: the same images, the same curve, and clear sentences where that cannot be."""

import random
import shutil
from pathlib import Path
from typing import Any

import pytest

from cnnstudio.data.config import SplitConfig
from cnnstudio.data.curation.decisions import Curation, curate
from cnnstudio.data.folder.image_folder import scan
from cnnstudio.data.split import split
from cnnstudio.errors import CNNStudioError, RunError
from cnnstudio.runs import store
from cnnstudio.runs.images import images_of
from cnnstudio.runs.manifest import read_manifest
from cnnstudio.runs.state_document import pack
from cnnstudio.runs.store import RunFolder
from cnnstudio.runs.tensor_file import write_tensors
from cnnstudio.runs.training_lock import is_being_trained, training_lock
from cnnstudio.training.config import TrainConfig
from cnnstudio.training.events import EpochEnded, StepEnded, TrainingStarted
from cnnstudio.workspace.checkpoint_pace import CheckpointPace
from cnnstudio.workspace.resume_job import ResumeJob
from cnnstudio.workspace.resuming import continuation, differences, interrupted_runs, resume_offer, set_aside
from cnnstudio.workspace.run_images import trained_images
from cnnstudio.workspace.training_events import RunCreated, RunResumed
from tests.helpers.images import make_folder
from tests.helpers.runs import training_job
from tests.unit.runs.samples import record as sample_record

RECIPE = TrainConfig(epochs=2, batch_size=5, threads=1, device="cpu", learning_rate=0.003)
EAGER = (0.0, 1e9)
"""Seconds between saves, and share of the time: a save after every step."""


def never() -> bool:
    return False


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Make images; training images and validation images are 12 and 4."""
    return scan(make_folder(tmp_path_factory.mktemp("images") / "pets", {"cat": 8, "dog": 8}, 24))


@pytest.fixture(scope="module")
def whole(folder, tmp_path_factory):
    """Return the events of a training that nobody interrupts: 3 steps an epoch."""
    return list(training_job(folder, tmp_path_factory.mktemp("whole"), train=RECIPE).run(never))


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


@pytest.fixture(scope="module")
def long_killed(folder, tmp_path_factory) -> tuple[Path, list[object]]:
    """Return a run whose program was killed after the second step of its second epoch, and what it had told."""
    return broken_off(folder, tmp_path_factory.mktemp("killed"), 5)


@pytest.fixture
def killed(long_killed, tmp_path) -> Path:
    """Return a copy of that run."""
    return Path(shutil.copytree(long_killed[0], tmp_path / "runs" / long_killed[0].name))


def resumed(path: Path, home: Path, **options: Any) -> list[object]:
    return list(ResumeJob(path, home / "cache", pace=CheckpointPace(*EAGER), **options).run(never))


def told_at_the_start(events: list[object]) -> RunResumed:
    return next(event for event in events if isinstance(event, RunResumed))


def test_an_interrupted_run_goes_on_bit_for_bit_in_the_same_folder(whole, long_killed, killed, tmp_path):
    assert RunFolder.load(killed).record.status == "unfinished"
    after = resumed(killed, tmp_path)
    told = told_at_the_start(after)
    assert (told.path, len(told.history), told.step, told.notes) == (killed, 1, 2, ())
    assert curve(long_killed[1]) + curve(after) == curve(whole)
    record, expected = RunFolder.load(killed).record, RunFolder.load(whole[-1].path).record
    assert curve(list(record.history)) == curve(list(expected.history))
    assert weights(killed) == weights(whole[-1].path)
    assert (record.status, record.message, record.evaluation) == (
        expected.status, expected.message, expected.evaluation)
    assert (after[-1].status, after[-1].best_epoch) == ("finished", expected.best_epoch)


def test_a_run_stopped_by_the_user_goes_on_from_the_very_batch(folder, whole, tmp_path):
    stop: list[bool] = []
    events: list[object] = []
    for event in training_job(folder, tmp_path, train=RECIPE).run(lambda: bool(stop)):
        events.append(event)
        if isinstance(event, StepEnded):
            stop.append(True)
    assert events[-1].status == "stopped"
    after = resumed(events[-1].path, tmp_path)
    assert curve(events) + curve(after) == curve(whole)
    assert weights(events[-1].path) == weights(whole[-1].path)


def test_a_finished_run_goes_on_for_more_epochs_as_if_its_recipe_had_had_them(folder, whole, tmp_path):
    short = RECIPE.model_copy(update={"epochs": 1})
    path = list(training_job(folder, tmp_path, train=short).run(never))[-1].path
    old = old_run(tmp_path, path)
    assert resume_offer(path).needs_epochs
    with pytest.raises(RunError, match=r"is complete: 1 epochs. Say for how many more"):
        resumed(path, tmp_path)
    after = resumed(path, tmp_path, more_epochs=1)
    assert weights(path) == weights(whole[-1].path)
    record = RunFolder.load(path).record
    assert record.train == RECIPE
    assert curve(list(record.history)) == curve([event for event in whole if isinstance(event, EpochEnded)])
    assert next(event for event in after if isinstance(event, TrainingStarted)).epochs == 2
    assert told_at_the_start(after).notes == ("The training goes on to epoch 2 instead of 1.",)
    check_an_old_run_goes_on(old, whole, tmp_path)


def check_an_old_run_goes_on(path: Path, whole: list[object], home: Path) -> None:
    """Hold what becomes of a run of an earlier version against a training that nobody interrupted."""
    assert read_manifest(path).members.keys() == {
        "record", "graph", "history", "images", "weights", "best", "optimizer", "optimizer_tensors"}
    notes = told_at_the_start(resumed(path, home, more_epochs=1)).notes
    assert "saved by an earlier version" in notes[0]
    assert "from the end of epoch 1" in notes[0]
    assert weights(path) == weights(whole[-1].path)


def old_run(directory: Path, path: Path) -> Path:
    """Return a copy of a run in the form of earlier versions: optimiser, random state and epochs beside the weights."""
    run = RunFolder.load(Path(shutil.copytree(path, directory / "old")))
    state = run.load_checkpoint().state
    document, tensors = pack({**{name: state["steps"][name] for name in ("optimizer", "random")}, "epochs": 1})
    manifest = read_manifest(run.path)
    kept = {role: manifest.members[role] for role in ("record", "graph", "history", "images", "weights", "best")}
    store._save(run.path, type(manifest)(manifest.generation, kept), {
        "optimizer": store._bytes_writer(store._json_bytes(document)),
        "optimizer_tensors": lambda file: write_tensors(file, tensors)}, {})
    return run.path


def test_a_damaged_checkpoint_gives_way_to_the_one_before_and_says_so(whole, killed, tmp_path):
    members = read_manifest(killed).members
    damaged = killed / members["module"].file
    data = bytearray(damaged.read_bytes())
    data[-1] ^= 1
    damaged.write_bytes(data)
    both = Path(shutil.copytree(killed, tmp_path / "both"))
    (both / members["earlier_module"].file).write_bytes(b"")
    with pytest.raises(RunError, match=damaged.name):
        resumed(both, tmp_path)
    told = told_at_the_start(resumed(killed, tmp_path))
    assert damaged.name in told.notes[0]
    assert told.notes[0].endswith("The training goes on from the checkpoint before it.")
    assert weights(killed) == weights(whole[-1].path)


def test_a_run_that_ended_before_its_first_save_begins_anew_with_the_same_numbers(folder, whole, tmp_path):
    path, _ = broken_off(folder, tmp_path, 0)
    assert not RunFolder.load(path).has_checkpoint
    assert [offer.path for offer in interrupted_runs(path.parent)] == [path]
    assert curve(resumed(path, tmp_path)) == curve(whole)
    assert weights(path) == weights(whole[-1].path)


def test_images_that_are_gone_or_changed_are_named_and_new_ones_do_no_harm(folder, killed, tmp_path):
    images, names = RunFolder.load(killed).load_images(), folder.class_names
    root = Path(shutil.copytree(folder.root, tmp_path / "pets"))
    first, tenth = (root / folder.files[index].relative for index in (0, 9))
    (root / "cat" / "new one.png").write_bytes(tenth.read_bytes())
    found = trained_images(scan(root), images, names)
    assert [file.relative for file in found.folder.files] == [file.relative for file in folder.files]
    assert {name: len(getattr(found.splits, name)) for name in ("train", "validation", "test")} == {
        "train": 12, "validation": 4, "test": 0}
    assert images_of(found.folder, found.splits).key == RunFolder.load(killed).record.images_key
    first.write_bytes(tenth.read_bytes())
    tenth.unlink()
    with pytest.raises(RunError, match=rf"of 16 images 1 gone \(the first: {folder.files[9].relative}\) and "
                                       rf"1 changed \(the first: {folder.files[0].relative}\). Bring them back"):
        trained_images(scan(root), images, names)


def test_labels_and_splits_are_those_of_the_training_whatever_was_decided_since(folder, tmp_path):
    relabelled = [file.relative for file in folder.files[:2]]
    curated = curate(folder, Curation().with_change(relabelled, class_name="dog").with_change(
        [folder.files[3].relative], excluded=True))
    divided = split(curated, SplitConfig(seed=4))
    found = trained_images(folder, images_of(curated, divided), curated.class_names)
    assert [(file.relative, file.class_index) for file in found.folder.files] == [
        (file.relative, file.class_index) for file in curated.files]
    assert (found.splits.train == divided.train).all()
    assert (found.splits.validation == divided.validation).all()


def test_a_folder_that_is_not_there_is_said_and_the_run_stays_as_it_was(killed, tmp_path):
    run = RunFolder.load(killed)
    run.finish(run.record.model_copy(update={"folder": str(tmp_path / "unplugged")}))
    with pytest.raises(CNNStudioError, match=r"There is no folder .*unplugged"):
        resumed(killed, tmp_path)
    assert RunFolder.load(killed).record.status == "unfinished"


def test_a_run_is_trained_by_one_program_at_a_time(killed, tmp_path):
    assert [offer.path for offer in interrupted_runs(killed.parent)] == [killed]
    with training_lock(killed):
        assert is_being_trained(killed)
        assert interrupted_runs(killed.parent) == ()
        with pytest.raises(RunError, match="is being trained by another window or program"):
            resumed(killed, tmp_path)
    assert not is_being_trained(killed)
    assert not list(killed.glob("*.lock"))


def test_an_interrupted_run_that_is_set_aside_is_not_offered_again_but_can_go_on(killed):
    set_aside(killed)
    assert interrupted_runs(killed.parent) == ()
    assert resume_offer(killed).is_possible


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
    assert "the number of processes (1 before, 4 now)" in differences(record, "cpu", record.versions, processes=4)
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
