"""Tests of ``cnnstudio train`` with folds, seeds, groups, a test share and the user's decisions."""

import shutil
import statistics
from pathlib import Path

import pytest

from cnnstudio.data.curation.decisions import Curation
from cnnstudio.runs.store import RunFolder
from cnnstudio.workspace.curation_store import save_curation
from tests.helpers.images import make_folder

QUICK = ("--network", "small", "--image-size", "16", "--epochs", "1", "--batch-size", "8", "--threads", "1",
         "--device", "cpu", "--color", "grey")


def test_every_image_is_validated_in_one_fold_and_the_accuracies_are_summed_up(run_cli, pets, tmp_path):
    answer = run_cli("train", pets, *QUICK, "--folds", "3", "--name", "mine", "--runs", tmp_path / "runs", "--json")
    assert answer.status == 0
    runs = [RunFolder.load(Path(event["run"])) for event in answer.of("finished")]
    assert [run.record.name for run in runs] == [f"mine fold {fold} of 3" for fold in (1, 2, 3)]
    images = [run.load_images() for run in runs]
    validated = [name for one in images for name, split in zip(one.relative, one.split, strict=True)
                 if split == "validation"]
    assert sorted(validated) == sorted(f"{name}/{name}_{n:04}.png" for name in ("cat", "dog") for n in range(10))
    folds, = answer.of("folds")
    accuracies = [run.record.evaluation.accuracy for run in runs]
    assert folds["accuracies"] == accuracies
    assert folds["mean"] == pytest.approx(sum(accuracies) / 3)
    assert folds["deviation"] == pytest.approx(statistics.stdev(accuracies))
    assert folds["images"] == 20


def test_a_single_fold_is_trained_with_its_name_and_without_a_mean(run_cli, pets, tmp_path):
    answer = run_cli("train", pets, *QUICK, "--folds", "4", "--fold", "2", "--runs", tmp_path / "runs", "--json")
    run, = (RunFolder.load(Path(event["run"])) for event in answer.of("finished"))
    assert run.record.name == "small fold 2 of 4"
    assert (run.record.split.folds, run.record.split.fold) == (4, 2)
    assert answer.of("folds") == []


def test_folds_for_people_end_with_what_they_mean(run_cli, pets, tmp_path):
    answer = run_cli("train", pets, *QUICK, "--folds", "2", "--runs", tmp_path / "runs")
    assert "Fold 1 of 2" in answer.out
    assert "mean and standard deviation of 2 folds" in answer.out
    assert "had not learned from it" in answer.out


def test_seeds_are_one_experiment_in_the_list_of_runs_and_in_json(run_cli, pets, tmp_path):
    runs = tmp_path / "runs"
    answer = run_cli("train", pets, *QUICK, "--seeds", "2", "--seed", "7", "--name", "mine", "--runs", runs, "--json")
    assert answer.status == 0
    seeds, = answer.of("seeds")
    assert seeds["seeds"] == [7, 8]
    assert seeds["mean"] == pytest.approx(sum(seeds["accuracies"]) / 2)
    assert (seeds["missing"], seeds["status"]) == ([], "finished")
    listed = run_cli("runs", "--runs", runs)
    assert f"{seeds['group']} (2 seeds)" in listed.out
    assert "seed 7" not in listed.out
    assert "(mine seed 7)" in run_cli("runs", "--runs", runs, "--members").out
    as_json = run_cli("runs", "--runs", runs, "--json")
    assert as_json.of("group")[0]["mean"] == seeds["mean"]
    assert {event["group"] for event in as_json.of("run")} == {seeds["group"]}


def test_what_is_missing_of_a_group_is_trained_by_its_name(run_cli, pets, tmp_path):
    runs = tmp_path / "runs"
    answer = run_cli("train", pets, *QUICK, "--seeds", "2", "--runs", runs, "--json")
    seeds, = answer.of("seeds")
    shutil.rmtree(seeds["runs"][1])
    refused = run_cli("train", "--resume", seeds["group"], "--epochs", "3", "--runs", runs)
    assert "same recipe" in refused.err
    again = run_cli("train", "--resume", seeds["group"], "--runs", runs, "--json")
    assert again.status == 0
    assert again.of("seeds")[0]["accuracies"] == seeds["accuracies"]
    complete = run_cli("train", "--resume", seeds["group"], "--runs", runs)
    assert complete.status == 1
    assert "All 2 trainings of small are complete" in complete.err


@pytest.mark.parametrize(("words", "reason"), [
    (("--seeds", "3", "--folds", "3"), "Leave one out"),
    (("--fold", "2"), "--folds 5"), (("--folds", "3", "--fold", "4"), "no fold 4 of 3"),
    (("--keep-together", "x*"), "which part of the names"), (("--folds", "20"), "Choose fewer folds"),
    (("--test-share", "0.8", "--validation", "0.3"), "no images for training")])
def test_what_cannot_be_is_said_before_anything_is_trained(run_cli, tmp_path, words, reason):
    root = make_folder(tmp_path / "few", {"cat": 3, "dog": 3}, 16)
    answer = run_cli("train", root, *QUICK, *words, "--runs", tmp_path / "runs")
    assert answer.status == 1
    assert reason in answer.err
    assert list((tmp_path / "runs").glob("*")) == []


def test_decisions_are_in_force_and_said_unless_the_images_are_wanted_as_found(run_cli, pets, tmp_path):
    save_curation(pets, Curation().with_change([f"cat/cat_000{n}.png" for n in range(3)], excluded=True)
                  .with_change(["cat/cat_0005.png", "cat/cat_0006.png"], class_name="dog"))
    answer = run_cli("train", pets, *QUICK, "--test-share", "0.2", "--runs", tmp_path / "runs", "--json")
    assert "3 left out, 2 relabelled" in answer.err
    assert "--as-found" in answer.err
    run = RunFolder.load(Path(answer.events[-1]["run"]))
    images = run.load_images()
    assert sum(run.record.counts.values()) == 17
    assert run.record.counts["test"] == 3
    assert images.class_name[images.row_of["cat/cat_0005.png"]] == "dog"
    assert "cat/cat_0000.png" not in images.row_of
    found = run_cli("train", pets, *QUICK, "--as-found", "--runs", tmp_path / "runs", "--json")
    assert "left out" not in found.err
    assert sum(RunFolder.load(Path(found.events[-1]["run"])).record.counts.values()) == 20


def test_names_that_agree_are_kept_together(run_cli, tmp_path):
    root = make_folder(tmp_path / "pets", {"cat": 12, "dog": 12}, 16)
    for path in root.rglob("*.png"):
        number = int(path.stem[-2:])
        path.rename(path.with_name(f"patient{number // 3}_{number}_{path.parent.name}.png"))
    answer = run_cli("train", root, *QUICK, "--keep-together", "{}_*", "--runs", tmp_path / "runs", "--json")
    images = RunFolder.load(Path(answer.events[-1]["run"])).load_images()
    parts = {split: {name.split("/")[1].split("_")[0] for name, its in zip(images.relative, images.split, strict=True)
                     if its == split} for split in ("train", "validation")}
    assert parts["train"] | parts["validation"] == {f"patient{n}" for n in range(4)}
    assert not parts["train"] & parts["validation"]
