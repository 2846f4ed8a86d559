"""Doubtful labels: looked for with a real run, decided by mouse and keys, each decision an undo step."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from cnnstudio.data.config import SplitConfig
from cnnstudio.data.curation.decisions import Curation
from cnnstudio.data.health.doubtful_labels import DoubtfulLabel
from cnnstudio.data.split import split
from cnnstudio.runs.store import RunFolder
from cnnstudio.ui import arranging
from cnnstudio.ui.arranging import Arranger
from cnnstudio.ui.data.class_chooser import ClassChooser
from cnnstudio.ui.data.page import DataPage
from cnnstudio.ui.label_reviews import ReviewFound, ReviewState
from cnnstudio.ui.training.page import TrainPage
from cnnstudio.ui.workers import JobRunner
from cnnstudio.workspace import label_review_job
from cnnstudio.workspace.label_decisions import with_own_classes
from cnnstudio.workspace.label_review_job import LabelsReviewed
from cnnstudio.workspace.workspace import Workspace
from tests.helpers.runs import SmallRun

LONG_MS = 60_000
Left = Qt.MouseButton.LeftButton


@pytest.fixture
def run(small_run: SmallRun) -> SmallRun:
    return small_run


@pytest.fixture
def workspace(tmp_path: Path, run: SmallRun) -> Workspace:
    result = Workspace(tmp_path / "runs")
    result.open_folder(run.folder, name="pets", curation=Curation())
    result.runs.open(RunFolder.load(run.path))
    return result


@pytest.fixture
def stack() -> QUndoStack:
    return QUndoStack()


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace, jobs: JobRunner, stack: QUndoStack) -> Iterator[DataPage]:
    result = DataPage(workspace, jobs, Arranger(workspace, jobs, stack))
    qtbot.addWidget(result)
    result.resize(1280, 760)
    result.show()
    yield result
    result.shut_down()


@pytest.fixture
def review(qtbot: QtBot, page: DataPage, run: SmallRun) -> DataPage:
    """Open the review with three doubtful labels, in a state as after a search."""
    names = ("cat/cat_0000.png", "cat/cat_0001.png", "dog/dog_0000.png")
    doubts = tuple(DoubtfulLabel(name, run.folder.root / name, name[:3], "owl", 0.02, 0.9, 3.9) for name in names)
    found = LabelsReviewed(run.path, run.folder, doubts, 6, 24)
    page.reviews._on_event(ReviewFound(found, with_own_classes(doubts, {name: name[:3] for name in names})))
    click(qtbot, page, "review_labels")
    page.activateWindow()
    qtbot.waitUntil(page.review.list.hasFocus)
    return page


@pytest.fixture
def results(qtbot: QtBot, workspace: Workspace, jobs: JobRunner) -> TrainPage:
    """Give the Train page as it is after a training."""
    result = TrainPage(workspace, jobs)
    qtbot.addWidget(result)
    result.resize(1280, 760)
    result._tabs.setTabEnabled(1, True)
    result._tabs.setCurrentIndex(1)
    return result


def click(qtbot: QtBot, parent: QWidget, name: str) -> None:
    button = parent.findChild(QPushButton, name)
    assert button is not None
    qtbot.mouseClick(button, Left)


def text(parent: QWidget, name: str) -> str:
    found = parent.findChild(QLabel, name)
    assert found is not None
    return found.text()


def verdicts(page: DataPage) -> list[str]:
    return [verdict for verdict, _ in page.review._verdicts()]


def test_a_run_finds_planted_wrong_labels_and_says_which_images_it_judged(
        qtbot: QtBot, page: DataPage, workspace: Workspace, run: SmallRun, monkeypatch: pytest.MonkeyPatch) -> None:
    """All six validation images get another label: held against those the run only guesses, and so it is refused.

    Asked nevertheless, the run of three epochs sees some of them.
    """
    names = run.folder.class_names
    validation = [run.folder.files[int(index)] for index in split(run.folder, SplitConfig()).validation]
    changed = {file.relative: names[(file.class_index + 1) % 3] for file in validation}
    curation = Curation()
    for relative, name in changed.items():
        curation = curation.with_change([relative], class_name=name)
    workspace.set_curation(curation)
    assert text(page, "review_title") == "Labels can be reviewed"
    click(qtbot, page, "review_labels")
    qtbot.waitUntil(lambda: page.reviews.state is ReviewState.FAILED, timeout=LONG_MS)
    assert "better than guessing" in text(page, "review_detail")
    monkeypatch.setattr(label_review_job, "can_judge", lambda _labels, _probabilities: True)
    click(qtbot, page, "review_labels")
    qtbot.waitUntil(lambda: page.reviews.state is ReviewState.READY, timeout=LONG_MS)
    found = page.reviews.found
    assert found is not None
    assert found.labels
    assert all(changed[one.doubt.relative] == one.doubt.given for one in found.labels)
    assert any(one.doubt.suggested == one.own_class for one in found.labels)
    assert f"{len(found.labels)} label" in text(page, "review_title")
    click(qtbot, page, "review_labels")
    assert "Only the 6 images" in text(page.review, "review_note")
    assert "other 24" in text(page.review, "review_note")
    assert "5 folds" in text(page.review, "review_note")


def test_keys_decide_each_is_an_undo_step_and_the_next_open_label_follows(
        qtbot: QtBot, review: DataPage, workspace: Workspace, stack: QUndoStack) -> None:
    assert not review.states.isVisible()
    assert text(review, "review_progress") == "0 of 3 decided"
    train = review.findChild(QPushButton, "review_train")
    assert train is not None
    assert not train.isEnabled()
    qtbot.keyClick(review.review.list, Qt.Key.Key_Return)
    assert workspace.curation.of("cat/cat_0000.png").confirmed
    qtbot.keyClick(review.review.list, Qt.Key.Key_C)
    assert workspace.curation.of("cat/cat_0001.png").class_name == "owl"
    assert text(review, "doubt_name") == "dog/dog_0000.png"
    qtbot.keyClick(review.review.list, Qt.Key.Key_X)
    assert workspace.curation.of("dog/dog_0000.png").excluded
    assert verdicts(review) == ["confirmed", "corrected", "left out"]
    assert text(review, "review_note") == "All are decided: 1 kept, 1 corrected, 1 left out."
    assert stack.count() == 3
    stack.undo()
    assert verdicts(review) == ["confirmed", "corrected", "open"]
    assert text(review, "review_progress") == "2 of 3 decided"
    review.grab()


def test_mouse_number_keys_and_typing_choose_a_class(
        qtbot: QtBot, review: DataPage, workspace: Workspace) -> None:
    qtbot.keyClick(review.review.list, Qt.Key.Key_2)
    assert workspace.curation.of("cat/cat_0000.png").class_name == "dog"
    click(qtbot, review, "decide_correct")
    assert workspace.curation.of("cat/cat_0001.png").class_name == "owl"
    click(qtbot, review, "decide_other")
    chooser = review.window().findChild(ClassChooser)
    assert chooser is not None
    qtbot.keyClicks(chooser._field, "cat")
    qtbot.keyClick(chooser._field, Qt.Key.Key_Return)
    assert workspace.curation.of("dog/dog_0000.png").class_name == "cat"
    assert verdicts(review) == ["corrected"] * 3
    view = review.review.list
    qtbot.mouseClick(view.viewport(), Left, pos=view.visualRect(view.model().index(0, 0)).center())
    click(qtbot, review, "decide_keep")
    assert verdicts(review)[0] == "confirmed", "a decision can be changed"
    assert workspace.curation.of("cat/cat_0000.png").class_name is None


def test_at_the_end_enter_trains_again_with_the_labels_as_they_are(
        qtbot: QtBot, review: DataPage, workspace: Workspace) -> None:
    for _ in range(3):
        qtbot.keyClick(review.review.list, Qt.Key.Key_C)
    train = review.findChild(QPushButton, "review_train")
    assert train is not None
    qtbot.waitUntil(train.hasFocus)
    with qtbot.waitSignals([review.navigate_requested, review.reviews.training_requested]):
        qtbot.keyClick(train, Qt.Key.Key_Return)
    assert verdicts(review) == ["corrected"] * 3
    assert review.states.isVisible()


def test_escape_leads_back_and_another_run_forgets_what_was_found(
        qtbot: QtBot, review: DataPage, workspace: Workspace) -> None:
    qtbot.keyClick(review.review.list, Qt.Key.Key_Escape)
    assert review.states.isVisible()
    assert "3 labels look doubtful" in text(review, "review_title")
    badge, found = review.health._badge, len(review.health.findings)
    assert badge.count == found + 1, "they are a finding too"
    assert text(review, "health_said") == ""
    workspace.runs.close()
    assert review.reviews.state is ReviewState.IMPOSSIBLE
    assert not review.findChild(QWidget, "review_line").isVisible()
    assert badge.count == found


def test_decisions_in_a_large_folder_are_shown_at_once_and_none_is_lost(
        qtbot: QtBot, review: DataPage, workspace: Workspace, stack: QUndoStack,
        monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arranging, "AT_ONCE", 5)
    qtbot.keyClick(review.review.list, Qt.Key.Key_C)
    qtbot.keyClick(review.review.list, Qt.Key.Key_Return)
    assert workspace.curation.is_empty, "nothing is in force yet"
    assert verdicts(review) == ["corrected", "confirmed", "open"]
    qtbot.waitUntil(lambda: stack.count() == 2, timeout=LONG_MS)
    qtbot.waitUntil(lambda: not review.review._pending, timeout=LONG_MS)
    assert verdicts(review) == ["corrected", "confirmed", "open"]


def test_the_results_of_a_training_lead_to_the_review(qtbot: QtBot, review: DataPage, results: TrainPage) -> None:
    review.review.leave()
    results.show()
    assert "3 labels look doubtful" in text(results, "review_title")
    with qtbot.waitSignal(results.navigate_requested) as asked:
        click(qtbot, results, "review_labels")
    assert asked.args == ["data"]
    assert review.review.isVisible()
