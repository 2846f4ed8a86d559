"""Runs that belong together as one row: mean and spread, what is missing, what the user says; and groups compared."""

import statistics
from pathlib import Path

import numpy as np
import pytest
from scipy import stats

from cnnstudio.errors import RunError
from cnnstudio.runs.curves import curve_of, mean_curve
from cnnstudio.runs.deletion import delete_run, refuse_running
from cnnstudio.runs.group import RunGroup
from cnnstudio.runs.group_folder import GROUPS, annotate_group, group_path, read_notes
from cnnstudio.runs.group_results import GroupSummary, gather
from cnnstudio.runs.group_words import accuracy_text, meaning, members_text
from cnnstudio.runs.significance import Answers, Contestant, compare
from cnnstudio.runs.store import RunFolder
from cnnstudio.runs.summaries import RunSummary, list_runs
from cnnstudio.runs.training_lock import training_lock
from cnnstudio.training.metrics import evaluate
from tests.unit.runs.samples import record, row


def run(number: int, right: int, *, kind: str = "seeds", judged: int = 100, status: str = "finished",
        count: int = 3) -> RunSummary:
    group = RunGroup(key="mine", kind=kind, name="mine", number=number, count=count)
    return RunSummary(Path(f"/runs/{number}"), f"mine {number}", status=status, created=f"2026-11-22T1{number}:00:00",
                      group=group, right=right, judged=judged, val_loss=1 / right, epochs=4)


def group(*runs: RunSummary) -> GroupSummary:
    found, = gather(Path("/runs"), runs)
    assert isinstance(found, GroupSummary)
    return found


def test_runs_of_a_group_stand_in_one_row_where_the_first_stood_and_others_alone():
    alone = RunSummary(Path("/runs/alone"), "alone")
    rows = gather(Path("/runs"), (run(3, 90), alone, run(2, 92), run(1, 94)))
    assert [one.name for one in rows] == ["mine", "alone"]
    assert [member.path.name for member in rows[0].members] == ["1", "2", "3"]


def test_mean_and_spread_come_from_complete_members_alone():
    found = group(run(1, 94), run(2, 90), run(3, 10, status="stopped"))
    assert found.val_accuracy == pytest.approx(0.92)
    assert found.spread.deviation == pytest.approx(statistics.stdev([0.94, 0.90]))
    assert found.interval == (pytest.approx(stats.t.interval(0.95, 1, 0.92, 0.02)[0]), 1.0), "within 0 and 1"
    assert (found.missing, found.status, members_text(found)) == ((3,), "stopped", "2 of 3 seeds")
    assert accuracy_text(found) == "92.0 % ± 2.8 %"


def test_of_a_member_that_was_trained_twice_the_complete_one_counts():
    found = group(run(1, 94), run(1, 50, status="failed"), run(2, 92), run(3, 90))
    assert (found.missing, len(found.members), len(found.complete)) == ((), 4, 3)
    assert found.val_accuracy == pytest.approx(0.92)


def test_seeds_that_all_come_to_the_same_are_not_praised_for_it():
    sentence, = meaning(group(run(1, 90), run(2, 90), run(3, 90)))
    assert "too few or too easy" in sentence
    assert "One training alone" in meaning(group(run(1, 90)))[0]


def test_a_sweep_shows_its_best_and_no_mean_for_its_settings_differ():
    found = group(run(1, 94, kind="sweep", count=0), run(2, 60, kind="sweep", count=0))
    assert (found.spread, found.missing, found.train) == (None, (), None)
    assert accuracy_text(found) == "up to 94.0 %"
    assert meaning(found) == ()


def test_folds_of_different_sizes_are_pooled_by_their_images():
    found = group(run(1, 9, kind="folds", judged=10), run(2, 20, kind="folds", judged=40))
    assert found.val_accuracy == pytest.approx((0.9 + 0.5) / 2)
    assert "29 of 50 are right, 58.0 %" in meaning(found)[1]
    assert "Every image of these folds" in meaning(found)[1], "one fold is missing"


def test_notes_tags_and_star_of_a_group_are_kept_beside_its_runs(tmp_path):
    path = group_path(tmp_path, "mine")
    assert read_notes(path).notes == ""
    annotate_group(path, notes="good", starred=True)
    annotate_group(path, tags=["a", "b"])
    found, = gather(tmp_path, (run(1, 90),))
    assert (found.notes, found.tags, found.starred) == ("good", ("a", "b"), True)
    (path / "notes.json").write_text("{")
    assert gather(tmp_path, (run(1, 90),))[0].notes == "", "damaged notes hide no run"


@pytest.mark.parametrize("key", ["../../etc", "a/b", "..", " x", "x" * 200 + "/"])
def test_no_key_leads_out_of_the_folder_of_groups(tmp_path, key):
    assert group_path(tmp_path, key).parent == tmp_path / GROUPS
    assert ".." not in group_path(tmp_path, key).parts


def test_a_run_is_deleted_whole_but_not_while_it_is_trained(tmp_path):
    found = RunFolder.create(tmp_path, record())
    with training_lock(found.path), pytest.raises(RunError, match="is being trained now"):
        refuse_running([found.path])
    refuse_running([found.path])
    delete_run(found.path)
    delete_run(found.path)
    assert list(tmp_path.iterdir()) == []
    assert list_runs(tmp_path) == ()


def test_the_mean_curve_goes_as_far_as_all_members():
    one, other = curve_of([row(1), row(2), row(3)]), curve_of([row(1), row(2, val_loss=0.25)])
    found = mean_curve([one, other, curve_of([])])
    assert found.epochs.tolist() == [1, 2]
    assert found.values["val_loss"] == pytest.approx([1.5, (0.75 + 0.25) / 2])
    assert found.deviations["val_loss"] == pytest.approx([0, statistics.stdev([0.75, 0.25])])
    assert found.seconds == pytest.approx([1.25, 2.5])
    assert mean_curve([one]).deviations["val_loss"].tolist() == [0, 0, 0]
    assert len(mean_curve([curve_of([])]).epochs) == 0


def answers(right: int, images: int = 50, key: str = "same") -> Answers:
    labels = np.arange(images) % 2
    answered = np.where(np.arange(images) < right, labels, 1 - labels)
    evaluation = evaluate(labels, np.eye(2, dtype=np.float32)[answered], ("cat", "dog"))
    return Answers(record(evaluation=evaluation, images_key=key), None, None)


def test_two_groups_of_seeds_are_compared_by_welchs_test():
    first, second = [46, 47, 48, 47], [40, 42, 41]
    found = compare(Contestant("A", "seeds", [answers(n) for n in first]),
                    Contestant("B", "seeds", [answers(n) for n in second]))
    expected = stats.ttest_ind(np.array(first) / 50, np.array(second) / 50, equal_var=False)
    assert found.welch.p_value == pytest.approx(expected.pvalue, rel=1e-9)
    assert "A is really better" in found.verdict
    assert "A has a mean of 94.0 % ± 1.6 % (4 seeds)" in found.verdict
    assert "different images" not in found.verdict
    turned = compare(Contestant("C", "seeds", [answers(n) for n in second]),
                     Contestant("D", "seeds", [answers(n, key="other") for n in first]))
    assert "D is really better" in turned.verdict
    assert "different images" in turned.verdict


def test_seeds_that_differ_by_luck_a_single_run_and_folds_get_a_sentence_each():
    close = Contestant("A", "seeds", [answers(n) for n in (44, 46, 48)])
    assert "luck of the seeds" in compare(close, Contestant("B", "seeds", [answers(n) for n in (45, 46, 47)])).verdict
    assert "B is one training" in compare(close, Contestant("B", "run", [answers(46)])).verdict
    assert "cannot be compared" in compare(close, Contestant("B", "folds", [answers(46), answers(40)])).verdict
