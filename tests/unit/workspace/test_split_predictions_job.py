"""Predicting the split of a run as it was when it was trained."""

from pathlib import Path

import numpy as np
import pytest

from cnnstudio.data.folder.image_folder import scan
from cnnstudio.errors import RunError
from cnnstudio.workspace.explanation_job import PredictionsReady
from cnnstudio.workspace.split_predictions_job import SplitChosen, SplitPredictionsJob
from tests.helpers.images import make_folder
from tests.helpers.runs import SmallRun


def answers(small_run: SmallRun, folder: object, split: str) -> tuple[str, PredictionsReady]:
    """Run the job; return which split was predicted, and the predictions."""
    events = list(SplitPredictionsJob(small_run.path, folder, split).run(lambda: False))
    chosen = next(event.split for event in events if isinstance(event, SplitChosen))
    assert isinstance(events[-1], PredictionsReady)
    return chosen, events[-1]


def test_the_validation_images_are_those_of_the_training(small_run: SmallRun) -> None:
    chosen, found = answers(small_run, small_run.folder, "validation")
    _, trained = answers(small_run, small_run.folder, "train")
    assert chosen == "validation"
    assert (len(found.paths), len(trained.paths)) == (6, 24)
    assert not set(found.paths) & set(trained.paths)
    assert np.allclose(found.probabilities.sum(axis=1), 1, atol=1e-5)


def test_a_folder_that_is_not_divided_is_predicted_whole_and_says_so(small_run: SmallRun, tmp_path: Path) -> None:
    other = scan(make_folder(tmp_path / "other", {"cat": 3, "owl": 4}, 24))
    chosen, found = answers(small_run, other, "validation")
    assert chosen == "all"
    assert len(found.paths) == 7
    assert set(found.labels.tolist()) == {0, 2}


def test_an_unknown_class_is_named(small_run: SmallRun, tmp_path: Path) -> None:
    other = scan(make_folder(tmp_path / "zoo", {"cat": 3, "yak": 4}, 24))
    with pytest.raises(RunError, match="yak"):
        answers(small_run, other, "validation")
