"""The review judges only images that the run has not learned from, and leaves confirmed ones alone."""

from pathlib import Path

import numpy as np
import pytest

from cnnstudio.data.config import SplitConfig
from cnnstudio.data.curation.decisions import Curation, curate
from cnnstudio.data.folder.image_folder import ImageFolder, scan
from cnnstudio.data.split import split
from cnnstudio.errors import RunError
from cnnstudio.runs.store import RunFolder
from cnnstudio.workspace import label_review_job
from cnnstudio.workspace.label_review_job import LabelReviewJob, LabelsReviewed, out_of_sample
from tests.helpers.images import make_folder
from tests.helpers.runs import SmallRun
from tests.stories.planted_labels import figures, review


def reviewed(run: SmallRun, folder: ImageFolder, confirmed: tuple[str, ...] = ()) -> LabelsReviewed:
    job = LabelReviewJob(run.path, folder, confirmed, cache_directory=run.cache, threads=1)
    result = list(job.run(lambda: False))[-1]
    assert isinstance(result, LabelsReviewed)
    return result


def mislabelled(run: SmallRun, number: int) -> tuple[ImageFolder, str]:
    """Return the run's folder with one validation image under another class."""
    file = run.folder.files[int(split(run.folder, SplitConfig()).validation[number])]
    other = next(name for name in run.folder.class_names if name != run.folder.class_names[file.class_index])
    return curate(run.folder, Curation().with_change([file.relative], class_name=other)), file.relative


def test_only_images_the_run_has_not_learned_from_are_judged(small_run: SmallRun) -> None:
    result = reviewed(small_run, small_run.folder)
    assert (result.reviewed, result.left_out) == (6, 24)
    names = {small_run.folder.files[int(index)].relative for index in split(small_run.folder, SplitConfig()).validation}
    assert {label.relative for label in result.doubtful} <= names


def test_a_wrong_label_is_doubted_with_its_own_class_suggested_until_it_is_confirmed(small_run: SmallRun) -> None:
    """Of the six, the first whose wrong label is seen: the run has learned for three epochs only."""
    cases = (mislabelled(small_run, number) for number in range(6))
    folder, relative, label = next(
        (folder, relative, one) for folder, relative in cases for one in reviewed(small_run, folder).doubtful
        if one.relative == relative)
    assert label.suggested == relative.split("/")[0] != label.given
    assert label.probability_suggested > label.probability_given
    assert label.loss == pytest.approx(-np.log(label.probability_given), rel=1e-3)
    assert relative not in {one.relative for one in reviewed(small_run, folder, (relative,)).doubtful}


def test_another_folder_is_judged_whole(small_run: SmallRun, tmp_path: Path) -> None:
    other = scan(make_folder(tmp_path / "new", {"owl": 5, "cat": 4}, 24))
    assert out_of_sample(other, RunFolder.load(small_run.path)).tolist() == list(range(9))


def test_a_run_that_only_guesses_doubts_no_label(small_run: SmallRun, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(label_review_job, "can_judge", lambda labels, probabilities: probabilities.shape[1] > 9)
    with pytest.raises(RunError, match="better than guessing"):
        reviewed(small_run, small_run.folder)


def test_a_folder_of_nothing_but_training_images_is_refused(small_run: SmallRun) -> None:
    learned = set(split(small_run.folder, SplitConfig()).train.tolist())
    others = [file.relative for place, file in enumerate(small_run.folder.files) if place not in learned]
    folder = curate(small_run.folder, Curation().with_change(others, excluded=True))
    with pytest.raises(RunError, match="cannot judge"):
        reviewed(small_run, folder)


def test_planted_wrong_digits_are_found(tmp_path: Path) -> None:
    result = review(tmp_path, 300, 0.1, 4)
    assert result["wrong"] >= 10
    assert result["found_in_first"] >= 0.5
    assert result["precision"] >= 0.5


def test_the_figures_count_what_was_planted() -> None:
    """Control: what is listed at random is judged to be so."""
    assert figures(["a", "b", "c", "d"], {"b", "x"}, 9) == {
        "reviewed": 9, "wrong": 2, "listed": 4, "found": 0.5, "found_in_first": 0.5, "precision": 0.25}
