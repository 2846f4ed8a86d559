"""Tests of testing a run on a folder."""

import shutil

import pytest

from cnnstudio.data.curation.decisions import Curation, curate
from cnnstudio.data.folder.image_folder import scan
from cnnstudio.errors import JobCancelledError, RunError
from cnnstudio.workspace.curation_store import save_curation
from cnnstudio.workspace.evaluation_job import EvaluationJob, FolderEvaluated, map_classes
from tests.helpers.images import make_folder


def never() -> bool:
    return False


def evaluate(run, root, which="auto") -> FolderEvaluated:
    return list(EvaluationJob(run.path, root, cache_directory=run.cache, which=which, threads=1).run(never))[-1]


def test_all_images_are_tested_where_the_folder_gives_no_splits(small_run, tmp_path):
    root = make_folder(tmp_path / "new", {"cat": 4, "dog": 5, "owl": 6}, 26)
    result = evaluate(small_run, root)
    assert (result.split, result.seen_in_training, result.notes) == ("all", 0, ())
    assert result.evaluation.images == 15
    assert [score.support for score in result.evaluation.per_class] == [4, 5, 6]
    assert result.evaluation.baseline == 6 / 15
    assert int(result.evaluation.confusion.sum()) == 15


def test_classes_are_matched_by_name_not_by_place(small_run, tmp_path):
    """The folder's first class is the run's second: the figures of each must stay with its name."""
    everything = make_folder(tmp_path / "all", {"cat": 6, "dog": 6, "owl": 6}, 26)
    part = tmp_path / "part"
    for name in ("dog", "owl"):
        shutil.copytree(everything / name, part / name)
    whole, half = evaluate(small_run, everything).evaluation, evaluate(small_run, part)
    assert half.evaluation.confusion[0].sum() == 0
    assert (half.evaluation.confusion[1:] == whole.confusion[1:]).all()
    assert half.evaluation.per_class[0].recall is None
    assert half.notes == ("There are no images of cat.",)


def test_the_folders_own_test_split_is_taken(small_run, tmp_path):
    counts = {f"{split}/{name}": number for split, number in (("train", 5), ("val", 3), ("test", 2))
              for name in ("cat", "dog", "owl")}
    root = make_folder(tmp_path / "split", counts, 24)
    assert (evaluate(small_run, root).split, evaluate(small_run, root).evaluation.images) == ("test", 6)
    assert evaluate(small_run, root, "validation").evaluation.images == 9
    assert evaluate(small_run, root, "all").evaluation.images == 30


def test_the_folder_it_learned_from_is_recognised_and_said(small_run):
    result = evaluate(small_run, small_run.folder.root)
    assert result.seen_in_training == 24
    assert result.notes[0].startswith("24 of these 30 images were learned from")


def test_the_validation_images_of_the_training_are_found_again(small_run):
    from cnnstudio.runs.store import RunFolder

    result = evaluate(small_run, small_run.folder.root, "validation")
    assert (result.seen_in_training, result.notes) == (0, ())
    assert result.evaluation == RunFolder.load(small_run.path).record.evaluation


def test_a_class_the_run_does_not_know_is_named(small_run, tmp_path):
    root = make_folder(tmp_path / "new", {"cat": 2, "wolf": 2}, 24)
    with pytest.raises(RunError, match=r"wolf.*cat, dog, owl"):
        evaluate(small_run, root)


def test_a_split_that_is_not_there_is_refused_with_the_way_out(small_run, tmp_path):
    root = make_folder(tmp_path / "new", {"cat": 2, "dog": 2}, 26)
    for which, images in (("train", "training"), ("validation", "validation"), ("test", "test")):
        with pytest.raises(RunError, match=f"no {images} images"):
            evaluate(small_run, root, which)


def test_a_damaged_run_is_named(small_run, tmp_path):
    with pytest.raises(RunError, match="nowhere"):
        list(EvaluationJob(tmp_path / "nowhere", small_run.folder.root, cache_directory=tmp_path).run(never))


def test_it_can_be_stopped(small_run):
    with pytest.raises(JobCancelledError):
        list(EvaluationJob(small_run.path, small_run.folder.root, cache_directory=small_run.cache).run(lambda: True))


def test_the_map_of_classes_gives_the_runs_numbers(tmp_path):
    folder = scan(make_folder(tmp_path, {"b": 1, "d": 1}))
    assert map_classes(folder, ["a", "b", "c", "d"]).tolist() == [1, 3]


def test_the_users_decisions_are_in_force_and_can_be_ignored(small_run, tmp_path):
    root = make_folder(tmp_path / "new", {"cat": 4, "dog": 5, "owl": 6}, 26)
    save_curation(root, Curation().with_change(["cat/cat_0000.png"], excluded=True).with_merged("owl", "dog"))
    result = evaluate(small_run, root)
    assert [score.support for score in result.evaluation.per_class] == [3, 11, 0]
    assert result.curation.counts == {"excluded": 1, "merged_classes": 1}
    job = EvaluationJob(small_run.path, root, cache_directory=small_run.cache, threads=1, as_found=True)
    found = list(job.run(never))[-1]
    assert [score.support for score in found.evaluation.per_class] == [4, 5, 6]
    assert found.curation.is_empty


def test_copies_of_images_it_learned_from_are_counted_in_any_folder(small_run, tmp_path):
    """Copies under other names of all 30 images, of which the run learned from 24."""
    for path in small_run.folder.root.rglob("*.png"):
        copy = tmp_path / "copies" / path.parent.name / f"copy of {path.name}"
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, copy)
    result = evaluate(small_run, tmp_path / "copies")
    assert (result.split, result.seen_in_training) == ("all", 24)


def test_a_class_without_images_that_the_run_does_not_know_does_not_matter(tmp_path):
    folder = scan(make_folder(tmp_path, {"b": 1, "d": 1}))
    kept = curate(folder, Curation().with_kept("wolf"))
    assert map_classes(kept, ["b", "d"]).tolist() == [0, 1, -1]
